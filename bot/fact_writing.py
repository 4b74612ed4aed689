"""Writes what people record, correct and retract, and says what came of it."""

import asyncio
from collections.abc import Coroutine, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rich.text import Text

from bot.call import Call
from bot.entry_lines import written_line
from bot.fact_file import Written, in_file, take
from bot.fact_store import Page, loaded, page_of, screen_of
from bot.facts import BECAUSE, BY, KNOWN_ON, MEND
from bot.named import AHEAD, history_of, kind_of
from bot.render.lines import hang, wrap
from bot.render.plain import plain
from bot.words import Words
from data.dates import PartialDate
from data.errors import CatalogueError, Fault, QuestionError, RecordError
from data.facts.kinds import KINDS, NAMES
from data.facts.log import Entry, visible
from data.messages import mark
from data.store import Store

OPTION = mark("{option} {problem}")
ONE_OF_BOTH = mark(
    "What --mend mends was known on no day. Leave out --known-on, or leave out --mend where the "
    "source itself was corrected."
)
NOTHING_WRITTEN = mark("Nothing was written.")
ONE = mark("One record was written, by {name}.")
SEVERAL = mark("{count} records were written, by {name}.")
WITHDRAWN = mark("One record was withdrawn, by {name}.")
FROM = mark("Counts from {day} on; the days before keep their answer.")
FROM_THE_FIRST = mark(
    "Counts from {day} on. No day shows what stood there before, which was not known any earlier. "
    "Where the correction became known later, say so with --known-on DAY."
)
MENDED = mark("Known from {day} on; no day shows any more what stood there before.")
GONE_FROM = mark("Withdrawn from {day} on; the days before keep their answer.")
GONE = mark("No day shows it any more; article3 facts history {kind} {id} does.")


_WRONG = 2


def record(given: Words, call: Call) -> int | None:
    """All that a file holds, or nothing and every fault it has."""
    return _done(_record(given, call), call)


def correct(given: Words, call: Call) -> int | None:
    """All that a file holds, or nothing and every fault it has."""
    return _done(_correct(given, call), call)


def retract(given: Words, call: Call) -> int | None:
    return _done(_retract(given, call), call)


def _done(work: Coroutine[Any, Any, None], call: Call) -> int | None:
    try:
        asyncio.run(work)
    except CatalogueError as error:
        problems: list[str] = [each.sentence for each in error.faults]
    except RecordError as error:
        problems = [_sentence(each) for each in error.faults]
    else:
        return None
    for each in (*problems, NOTHING_WRITTEN):
        call.complain(each)
    return _WRONG


def _sentence(fault: Fault) -> str:
    """A problem that does not begin a sentence goes on after what was typed."""
    if not fault.problem[:1].islower() or not fault.path:
        return fault.problem
    option = "--" + str(fault.path[0]).replace("_", "-")
    return OPTION.format(option=option, problem=fault.problem)


async def _record(given: Words, call: Call) -> None:
    written = take(given.operands["FILE"])
    async with loaded(call) as store:
        with _in(written):
            entries = await store.record_all(
                [each.value for each in written], by=given.options[BY], at=call.clock()
            )
        await _show(entries, store, call)


async def _correct(given: Words, call: Call) -> None:
    known_on = _known_on(given.options.get(KNOWN_ON), call)
    if known_on is not None and MEND in given.flags:
        raise QuestionError(ONE_OF_BOTH)
    written = take(given.operands["FILE"])
    async with loaded(call) as store:
        with _in(written):
            entries = await store.correct_all(
                [each.value for each in written],
                by=given.options[BY],
                because=given.options[BECAUSE],
                at=call.clock(),
                mend=MEND in given.flags,
                known_on=known_on,
            )
        await _show(entries, store, call)


async def _retract(given: Words, call: Call) -> None:
    kind = kind_of(given.operands["KIND"])
    known_on = _known_on(given.options.get(KNOWN_ON), call)
    async with loaded(call) as store:
        known_as = (await history_of(store, NAMES[kind], given.operands["ID"]))[0].id
        entry = await store.retract(
            kind,
            known_as,
            by=given.options[BY],
            because=given.options[BECAUSE],
            at=call.clock(),
            known_on=known_on,
        )
        await _show([entry], store, call)


@contextmanager
def _in(written: Written) -> Iterator[None]:
    """Gives the faults of records the lines of their file. Others are of what was typed."""
    try:
        yield
    except RecordError as error:
        if faults := in_file(written, error.faults):
            raise CatalogueError(faults) from error
        raise


def _known_on(text: str | None, call: Call) -> PartialDate | None:
    if text is None:
        return None
    found = PartialDate.parse(text, times=False)
    if found.first > call.today():
        raise QuestionError(AHEAD, day=found, today=call.today())
    return found


async def _show(entries: Sequence[Entry], store: Store, call: Call) -> None:
    """A line a record, and from which day on it counts where that is not plain."""
    page, screen = await page_of(store, call), screen_of(call)
    for each in entries:
        states = await store.history(KINDS[each.kind], each.id)
        before = next((state.value for state in reversed(states[:-1]) if state.value), None)
        screen.show(written_line(each, None if each.action == "recorded" else before, page))
        if told := _effect(states, page):
            screen.show(hang(Text("  "), Text(told), page.width))
    name = plain(entries[0].by)
    closing = ONE if len(entries) == 1 else SEVERAL
    if entries[0].action == "retracted":
        closing = WITHDRAWN
    screen.show(wrap(Text(page.voice.fill(closing, count=len(entries), name=name)), page.width))


def _effect(states: Sequence[Entry], page: Page) -> str:
    """From which day on the newest state counts; nothing where it is the first."""
    newest = states[-1]
    if newest.action == "recorded":
        return ""
    is_gone = newest.value is None
    if newest.mends:
        day = page.voice.day(newest.known_from)
        gone = page.voice.fill(GONE, kind=newest.kind, id=newest.id)
        return gone if is_gone else page.voice.fill(MENDED, day=day)
    day = page.voice.day(max(newest.governs_from, newest.known_from))
    if is_gone:
        return page.voice.fill(GONE_FROM, day=page.voice.day(newest.governs_from))
    shows_another = any(state is not newest for state, *_ in visible(states))
    return page.voice.fill(FROM if shows_another else FROM_THE_FIRST, day=day)
