"""Every state of one record or figure, as a page: who wrote it, why, and what it changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from rich.text import Text

from bot.difference import NOTHING
from bot.fact_store import Page
from bot.fields import differences, said
from bot.render.lines import indented, width_of, wrap
from bot.render.plain import plain
from data.facts.kinds import Value
from data.facts.log import Action, Entry, FigureEntry, visible_on
from data.messages import mark
from data.rules.expenditure import Observation

STATE = mark("{number}. {done}")
DONE: Mapping[Action, str] = {
    "recorded": mark("Recorded"),
    "corrected": mark("Corrected"),
    "retracted": mark("Withdrawn"),
}
FROM = mark("{done}, from {day} on")
FOR_ALL_DAYS = mark("{done}, for all days")
MENDED = mark("Mended: no day shows the states before")
BY_PERSON = mark("{moment}, by {name}")
BY_CATALOGUE = mark("{moment}, with the facts of a release")
FIELD = mark("{field}: {text}")
DIFFERS = mark("{field}: {before} -> {after}")
SAME = mark("nothing but the day it is known from")
KNOWN_TODAY = mark("State {number} is what is known today.")
UNKNOWN_TODAY = mark("Nothing of this is known today.")
IS_SO = mark("State {number} is what answers go by.")
IS_GONE = mark("Answers go by none of these.")

KNOWN, WRITTEN, BECAUSE = mark("Known"), mark("Written"), mark("Because")
SAYS, CHANGED, SOURCES = mark("Says"), mark("Changed"), mark("Sources")


_LABELS = (KNOWN, WRITTEN, BECAUSE, SAYS, CHANGED, SOURCES)
_INDENT, _FURTHER = 3, 2

State = Entry | FigureEntry


def history(title: str, states: Sequence[State], page: Page) -> Iterator[Text]:
    """Every state with what it changed, and which of them counts today."""
    yield Text(plain(title), "bold")
    before: Value | Observation | None = None
    for each in states:
        yield Text()
        yield from _state(each, before, page)
        before = each.value or before
    yield Text()
    yield from wrap(Text(page.voice.word(_today(states, page.today))), page.width)


def _state(each: State, before: Value | Observation | None, page: Page) -> Iterator[Text]:
    heading = page.voice.fill(STATE, number=each.number, done=_done(each, page))
    yield from wrap(Text(heading, "bold"), page.width)
    rows: list[tuple[str, Iterable[str]]] = []
    if isinstance(each, Entry) and each.value is not None:
        rows.append((KNOWN, [page.voice.date(each.known_on)]))
    told = BY_CATALOGUE if each.origin == "catalogue" else BY_PERSON
    rows.append((WRITTEN, [told.format(moment=page.moment(each.at), name=each.by)]))
    if each.because is not None:
        rows.append((BECAUSE, [each.because]))
    rows.extend(_content(each.value, before, page))
    for label, texts in rows:
        yield from _row(label, texts, page)


def _content(
    value: Value | Observation | None, before: Value | Observation | None, page: Page
) -> Iterator[tuple[str, Iterable[str]]]:
    if value is None:
        return
    if before is None:
        says = said(value).items()
        yield SAYS, [FIELD.format(field=name, text=each) for name, texts in says for each in texts]
    else:
        changed = [
            DIFFERS.format(
                field=each.field, before=each.before or NOTHING, after=each.after or NOTHING
            )
            for each in differences(before, value)
        ]
        yield CHANGED, changed or [SAME]
    if named := page.titled(value):
        yield SOURCES, named


def _row(label: str, texts: Iterable[str], page: Page) -> Iterator[Text]:
    """Texts below one another, beside their label; what does not fit goes on set in."""
    say, width = page.voice.word, page.width
    room = _INDENT + max(width_of(say(each)) for each in _LABELS) + 2
    for number, text in enumerate(texts):
        first = Text(" " * _INDENT)
        if number == 0:
            first.append(say(label), "cyan")
        first.append(" " * (room - width_of(first.plain)))
        head, *rest = wrap(Text(plain(say(text))), max(width - room - _FURTHER, 1))
        yield first + head
        yield from indented(rest, room + _FURTHER)


def _done(each: State, page: Page) -> str:
    done = DONE[each.action]
    if each.action == "recorded" and each.number == 1:
        return done
    if isinstance(each, FigureEntry) or each.mends:
        return MENDED if each.action == "corrected" else FOR_ALL_DAYS.format(done=done)
    day = each.governs_from if each.value is None else max(each.governs_from, each.known_from)
    return FROM.format(done=done, day=page.voice.day(day))


def _today(states: Sequence[State], today: date) -> str:
    if isinstance(states[-1], FigureEntry):
        newest = states[-1]
        return IS_GONE if newest.value is None else IS_SO.format(number=newest.number)
    known = visible_on([each for each in states if isinstance(each, Entry)], today)
    return UNKNOWN_TODAY if known is None else KNOWN_TODAY.format(number=known.number)
