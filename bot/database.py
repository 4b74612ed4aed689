"""`article3 db`: the database as a whole."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.call import Call
from bot.words import Shape, Words, read
from data.errors import QuestionError
from data.messages import mark

NO_SUCH_VERB = mark("article3 db has no '{word}'. Write article3 {usages}.")
NO_VERB = mark("What is to be done with the database? Write article3 {usages}.")
BACKED_UP = mark("The backup {file} is complete, and was checked.")
RESTORED = mark("The database holds what {file} holds, brought up to this release. It is {where}.")
NO_TABLES = mark("The database has no tables yet: everything would be new.")
WOULD = mark("Nothing was written. With article3 db sync, this would happen: {counts}")
NO_DIFFERENCE = mark("Nothing was written. The database holds this release already.")

_FORCE, _DRY_RUN, _ALL, _FILE = "--force", "--dry-run", "--all", "FILE"
_MOST_ECHOED = 40

Work = Callable[[Words, Call], None]


@dataclass(frozen=True, slots=True)
class Verb:
    shape: Shape
    work: Work


def db(words: Sequence[str], call: Call) -> None:
    """Raises QuestionError for what is no verb of the database."""
    if not words:
        raise QuestionError(NO_VERB, usages=_usages())
    verb = VERBS.get(words[0])
    if verb is None:
        raise QuestionError(NO_SUCH_VERB, word=words[0][:_MOST_ECHOED], usages=_usages())
    verb.work(read(words[1:], verb.shape), call)


def _usages() -> str:
    return ", ".join(verb.shape.usage for verb in VERBS.values())


def _prepare(_: Words, call: Call) -> None:
    from bot.opening import prepare

    call.tell(prepare(call))


def _sync(words: Words, call: Call) -> None:
    everything = _ALL in words.flags
    if _DRY_RUN in words.flags:
        from bot.rehearsal import rehearse

        asyncio.run(rehearse(call, everything=everything))
        return
    from bot.opening import summary, sync
    from bot.rehearsal import show

    report = asyncio.run(sync(call))
    if report is not None:
        show(report, call, everything=everything)
    call.tell(summary(report, call))


def _backup(words: Words, call: Call) -> None:
    from bot.opening import address
    from data.store.backup import backup

    file = Path(words.operands[_FILE])
    backup(address(call), file, force=_FORCE in words.flags)
    call.tell(BACKED_UP.format(file=file))


def _restore(words: Words, call: Call) -> None:
    from bot.opening import address, whereabouts
    from data.store.restore import restore

    file = Path(words.operands[_FILE])
    asyncio.run(restore(address(call), file, force=_FORCE in words.flags))
    call.tell(RESTORED.format(file=file, where=whereabouts(call)))


VERBS: Mapping[str, Verb] = {
    "prepare": Verb(Shape(verb="db prepare"), _prepare),
    "sync": Verb(Shape(verb="db sync", flags=(_DRY_RUN, _ALL)), _sync),
    "backup": Verb(Shape(verb="db backup", operands=(_FILE,), flags=(_FORCE,)), _backup),
    "restore": Verb(Shape(verb="db restore", operands=(_FILE,), flags=(_FORCE,)), _restore),
}
