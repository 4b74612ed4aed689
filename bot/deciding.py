"""Decides on what waits, by one command each or one proposal after the other."""

import asyncio
from collections.abc import Coroutine, Mapping
from typing import Any

from rich.text import Text

from bot.call import Call
from bot.editing import editable, edited, pairs, sentence_of
from bot.entry_lines import written_line
from bot.fact_store import Page, loaded, page_of, screen_of
from bot.facts import BECAUSE, BY
from bot.render.lines import wrap
from bot.render.plain import plain
from bot.review import SET, number_of
from bot.reviewing import NOTHING, decided, desk_of, reviewed, show_one
from bot.words import Words
from data.errors import QuestionError, RecordError
from data.facts.kinds import KINDS
from data.messages import mark
from data.store import Store
from data.store.proposals import Accepted, Queued, State

NOTHING_WRITTEN = mark("Nothing was written.")
HAS_ALL = mark("{id} says all of it already; nothing was added to it.")
REJECTED = mark("Proposal {id} is rejected.")
GONE = mark("Proposal {id} is rejected now, and what it had written is withdrawn.")
AGAIN = mark("Proposal {id} waits again.")
WHAT_NOW = mark("[a]ccept, [e]dit, [r]eject, [s]kip, [q]uit? ")
WHO = mark("Your name, which stays in the log: ")
WHY = mark("Why is it rejected? ")
KEEP = mark("Enter keeps what stands in brackets; - leaves it out.")
LEFT = mark("{count} proposals still wait.")
ONE_LEFT = mark("One proposal still waits.")
WHICH_LETTER = mark("Write a, e, r, s or q.")

_WRONG = 2
_LEAVE_OUT = "-"


class _EndOfInput(Exception):  # noqa: N818 - it is no error
    """Nobody is there any more."""


def accept(given: Words, call: Call) -> int | None:
    id, by = number_of(given), given.options[BY]
    changes = pairs(given.options.get(SET, ""), between="=")
    return _done(_accept(id, by, changes, call), call)


def reject(given: Words, call: Call) -> int | None:
    id, by, because = number_of(given), given.options[BY], given.options[BECAUSE]
    return _done(_reject(id, by, because, call), call)


def undo(given: Words, call: Call) -> int | None:
    id, by, because = number_of(given), given.options[BY], given.options[BECAUSE]
    return _done(_undo(id, by, because, call), call)


def _done(work: Coroutine[Any, Any, None], call: Call) -> int | None:
    try:
        asyncio.run(work)
    except RecordError as error:
        _complain(error, call)
        return _WRONG
    return None


def _complain(error: RecordError, call: Call) -> None:
    for each in (*map(sentence_of, error.faults), NOTHING_WRITTEN):
        call.complain(each)


async def _accept(id: int, by: str, changes: Mapping[str, str], call: Call) -> None:
    async with loaded(call) as store:
        await _accept_in(store, id, by, changes, call)


async def _accept_in(
    store: Store, id: int, by: str, changes: Mapping[str, str], call: Call
) -> None:
    if not changes:
        done = await store.proposals.accept(id, by=by, at=call.clock())
    else:
        queued = await store.proposals.find(id)
        values, source = edited(queued.proposal.values, queued.source, changes)
        done = await store.proposals.accept(
            id, by=by, at=call.clock(), edited=values, source=source
        )
    await _show_written(done, store, await page_of(store, call), call)


async def _show_written(done: Accepted, store: Store, page: Page, call: Call) -> None:
    screen = screen_of(call)
    for each in done.entries:
        states = await store.history(KINDS[each.kind], each.id)
        before = states[-2].value if len(states) > 1 else None
        screen.show(written_line(each, before, page))
    for each in done.known:
        screen.show(wrap(Text(call.voice.fill(HAS_ALL, id=each)), page.width))
    decision = done.queued.decision
    assert decision is not None
    screen.show(wrap(Text(decided(decision, page.moment(decision.at), call)), page.width))


async def _reject(id: int, by: str, because: str, call: Call) -> None:
    async with loaded(call) as store:
        await store.proposals.reject(id, by=by, at=call.clock(), because=because)
    call.tell(REJECTED.format(id=id))


async def _undo(id: int, by: str, because: str, call: Call) -> None:
    async with loaded(call) as store:
        queued = await store.proposals.undo(id, by=by, at=call.clock(), because=because)
    again = queued.state is State.WAITING
    call.tell((AGAIN if again else GONE).format(id=id))


# One after the other


def one_by_one(by: str | None, call: Call) -> int | None:
    """Shows what waits and asks about each, until all are decided or somebody has enough."""
    asyncio.run(_one_by_one(by, call))
    return None


async def _one_by_one(by: str | None, call: Call) -> None:
    async with loaded(call) as store:
        last = 0
        try:
            while found := await store.proposals.waiting(limit=1, after=last):
                last = found[0].id
                show_one(await desk_of(store, call), reviewed(found[0]), call)
                by = by or _ask(WHO, call)
                if not await _decide(store, found[0], by, call):
                    break
        except _EndOfInput:
            call.stdout.write("\n")
        left = await store.proposals.count_waiting()
    told = LEFT.format(count=left) if left else NOTHING
    call.tell(ONE_LEFT if left == 1 else told)


async def _decide(store: Store, queued: Queued, by: str, call: Call) -> bool:
    """False where nothing more is to be asked. What is refused is asked about again."""
    while True:
        try:
            match _ask(WHAT_NOW, call).lower():
                case "a":
                    await _accept_in(store, queued.id, by, {}, call)
                case "e":
                    await _accept_in(store, queued.id, by, _changes(queued, call), call)
                case "r":
                    because = _ask(WHY, call)
                    await store.proposals.reject(queued.id, by=by, at=call.clock(), because=because)
                    call.tell(REJECTED.format(id=queued.id))
                case "s":
                    pass
                case "q":
                    return False
                case _:
                    call.tell(WHICH_LETTER)
                    continue
        except RecordError as error:
            _complain(error, call)
        except QuestionError as error:
            call.complain(error.message)
        else:
            return True


def _changes(queued: Queued, call: Call) -> dict[str, str]:
    """Asks for each field; what is only confirmed is left out."""
    call.tell(KEEP)
    found: dict[str, str] = {}
    for path, text in editable(queued.proposal.values, queued.source).items():
        typed = _ask(f"  {path} [{plain(text)}]: ", call)
        if typed:
            found[path] = "" if typed == _LEAVE_OUT else typed
    return found


def _ask(prompt: str, call: Call) -> str:
    """Raises _EndOfInput."""
    call.stdout.write(plain(call.voice.word(prompt)))
    call.stdout.flush()
    line = call.stdin.readline()
    if not line:
        raise _EndOfInput
    return line.strip()
