"""What an administrator names in words: kinds, ids, days, figures."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from data.dates import PartialDate
from data.errors import QuestionError
from data.facts.kinds import KINDS, Value
from data.facts.knowledge import Knowledge
from data.facts.log import Entry, FigureEntry
from data.facts.soundness.text import LONGEST_NAME, what_is_wrong_with
from data.messages import mark
from data.names import MemberIndex
from data.rules.expenditure import Indicator
from data.store import Store

NO_KIND = mark("There is no kind '{word}'. There are: {known}.")
NO_ID = mark("There is no {kind} '{id}'. The nearest are: {near}.")
NO_ID_AT_ALL = mark("There is no {kind} '{id}', nor any other.")
OTHER_KIND = mark("There is no {kind} '{id}', but a {other} of that id. Write {other} {id}.")
NO_INDICATOR = mark("There is no indicator '{word}'. There are: {known}.")
NO_YEAR = mark("'{word}' is not a year. Write it as in 2025.")
NO_FIGURE = mark(
    "The edition {edition} never had {indicator} of {member} for {year}. It has: {years}."
)
NO_FIGURES = mark("The edition {edition} has nothing of {indicator} for {member}.")
NO_DAY = mark("'{text}' is not a day in the calendar. Write one such as 2025-06-05.")
WHOLE_DAY = mark("'{text}' is not a whole day. Write a day such as {day}.")
AHEAD = mark("{day} is still ahead. Write {today} or an earlier day.")

FIGURE = "figure"

_MOST_NEAR = 3
_MOST_ECHOED = 40
_EVER = (datetime(1970, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC))


def kind_of(word: str, *, also: Sequence[str] = ()) -> type[Value]:
    """The kind of this name; a QuestionError names those there are."""
    found = KINDS.get(word.lower())
    if found is None:
        known = ", ".join([*KINDS, *also])
        raise QuestionError(NO_KIND, word=word[:_MOST_ECHOED], known=known)
    return found


async def history_of(store: Store, kind: str, known_as: str) -> tuple[Entry, ...]:
    """Every state of a record; a QuestionError where there never was one names those near by."""
    if kind == "member":
        known_as = MemberIndex.of((await store.knowledge()).roster).find(known_as).id
    if what_is_wrong_with(known_as, longest=LONGEST_NAME) is None:
        entries = await store.history(KINDS[kind], known_as)
        if entries:
            return entries
    raise _unknown(await store.recorded(*_EVER), kind, known_as)


async def figure_of(
    store: Store, edition: str, member: str, indicator: str, year: str
) -> tuple[str, tuple[FigureEntry, ...]]:
    """The figure as it is known in full, and every state of it."""
    knowledge = await store.knowledge()
    known = [each.id for each in knowledge.ledger.editions]
    if edition not in known:
        near = ", ".join(_near(edition, known))
        raise QuestionError(NO_ID, kind="edition", id=edition[:_MOST_ECHOED], near=near)
    of = MemberIndex.of(knowledge.roster).find(member).id
    measure, number = _indicator(indicator), _year(year)
    entries = await store.figure_history(edition, of, measure, number)
    if not entries:
        raise _no_figure(knowledge, edition, of, measure, number)
    return f"{edition} {of} {measure.value} {number}", entries


def day_of(text: str, today: date) -> date:
    """A day that has begun, written to the day."""
    try:
        found = PartialDate.parse(text, times=False)
    except QuestionError as error:
        raise QuestionError(NO_DAY, text=text[:_MOST_ECHOED]) from error
    if found.precision != "day":
        raise QuestionError(WHOLE_DAY, text=text, day=found.first.isoformat())
    if found.first > today:
        raise QuestionError(AHEAD, day=str(found), today=today.isoformat())
    return found.first


def _unknown(entries: Sequence[Entry], kind: str, known_as: str) -> QuestionError:
    shown = known_as[:_MOST_ECHOED]
    for each in entries:
        if each.id == known_as:
            return QuestionError(OTHER_KIND, kind=kind, id=shown, other=each.kind)
    known = list(dict.fromkeys(each.id for each in entries if each.kind == kind))
    if not known:
        return QuestionError(NO_ID_AT_ALL, kind=kind, id=shown)
    return QuestionError(NO_ID, kind=kind, id=shown, near=", ".join(_near(known_as, known)))


def _near(text: str, known: Sequence[str]) -> list[str]:
    from rapidfuzz import process

    return [each for each, *_ in process.extract(text[:LONGEST_NAME], known, limit=_MOST_NEAR)]


def _no_figure(
    knowledge: Knowledge, edition: str, member: str, indicator: Indicator, year: int
) -> QuestionError:
    named = {"edition": edition, "indicator": indicator.value, "member": member}
    series = knowledge.ledger.by_edition.get((edition, member, indicator))
    if series is None:
        return QuestionError(NO_FIGURES, **named)
    years = ", ".join(map(str, sorted(series.by_year)))
    return QuestionError(NO_FIGURE, **named, year=year, years=years)


def _indicator(word: str) -> Indicator:
    try:
        return Indicator(word.lower())
    except ValueError:
        known = ", ".join(Indicator)
        raise QuestionError(NO_INDICATOR, word=word[:_MOST_ECHOED], known=known) from None


def _year(word: str) -> int:
    if len(word) == 4 and word.isascii() and word.isdecimal():
        return int(word)
    raise QuestionError(NO_YEAR, word=word[:_MOST_ECHOED])
