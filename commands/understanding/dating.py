"""The days, years and numbers of a question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from commands.understanding.concepts import Concept
from commands.understanding.reading import Reading
from commands.understanding.tokens import Token
from data.dates import PartialDate

_NEAR = 3
"""How many words may stand between a date and the word that says what it is for."""
_BETWEEN = frozenset({"of", "de", "del", "d", "the", "st", "nd", "rd", "th", "er", "e", "den", "r"})


_IN_WORDS: Mapping[str, int] = {
    "two": 2, "deux": 2, "dos": 2, "zwei": 2, "due": 2, "twee": 2, "dwa": 2, "iki": 2,
    "five": 5, "cinq": 5, "cinco": 5, "funf": 5, "cinque": 5, "vijf": 5, "piec": 5, "bes": 5,
}  # fmt: skip
"""Shares that are spoken of in words, beside a word for percent."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date at its precision, and the places of its first and last words."""

    day: PartialDate
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class When:
    """`since` is where changes are to be counted from; `years` are those that are no part of a
    date; `used` are the places of all words that date something."""

    as_of: PartialDate | None
    since: PartialDate | None
    years: tuple[int, ...]
    used: frozenset[int]


def when(reading: Reading, today: date) -> When:
    dates = [*_written(reading, today), *_relative(reading, today)]
    used = {at for each in dates for at in range(each.first, each.last + 1)}
    since = next((each for each in dates if _is_since(reading, each)), None)
    others = [each.day for each in dates if each is not since and each.day.first <= today]
    years = [
        (at, year)
        for at, token in enumerate(reading.tokens)
        if at not in used and (year := token.year) is not None
    ]
    began = next((each for each in years if _follows(reading, each[0], each[0])), None)
    if since is None and began is not None and began[1] <= today.year:
        years.remove(began)
        used.add(began[0])
        since = Dated(PartialDate(began[1]), began[0], began[0])
    return When(
        as_of=others[0] if others else None,
        since=since.day if since is not None and since.day.first <= today else None,
        years=tuple(year for _, year in years),
        used=frozenset(used),
    )


def _is_since(reading: Reading, dated: Dated) -> bool:
    return _follows(reading, dated.first, dated.last)


def _follows(reading: Reading, first: int, last: int) -> bool:
    """Whether a word for `since` stands right before it or, in Turkish, behind it."""
    marks = reading.places(Concept.SINCE)
    if reading.language == "tr":
        return any(last < at <= last + _NEAR for at in marks)
    return any(first - _NEAR <= at < first or at == first for at in marks)


def _written(reading: Reading, today: date) -> list[Dated]:
    tokens = reading.tokens
    found = [Dated(token.day, at, at) for at, token in enumerate(tokens) if token.day is not None]
    for each in reading.found:
        if each.sense.kind == "month":
            dated = _around(tokens, each.at, int(each.sense.id)) or _month_alone(
                reading, each.at, int(each.sense.id), today
            )
            if dated is not None:
                found.append(dated)
    return found


def _around(tokens: Sequence[Token], at: int, month: int) -> Dated | None:
    """`5 June 2025`, `5 de junio de 2025`, `June 5, 2025`, `June 2025`."""
    first = last = at
    before = _step(tokens, at, -1)
    day = _day(tokens, before)
    if day is not None and before is not None:
        first = before
    behind = _step(tokens, at, 1)
    if day is None and (later := _day(tokens, behind)) is not None and behind is not None:
        day, last = later, behind
        behind = _step(tokens, behind, 1)
    year = tokens[behind].year if behind is not None else None
    if year is None or behind is None:
        return None
    try:
        return Dated(PartialDate(year, month, day), first, behind)
    except ValueError:
        return Dated(PartialDate(year, month), first, behind) if last == at else None


def _month_alone(reading: Reading, at: int, month: int, today: date) -> Dated | None:
    """A month, or a day in it, without a year: the latest that is not ahead. A month's name can be
    another word as well, so there has to be a number or a word for `in` or `since` at it."""
    tokens = reading.tokens
    before = _step(tokens, at, -1)
    day = _day(tokens, before)
    marks = {*reading.places(Concept.SINCE), *reading.places(Concept.IN), at - 1 if day else -1}
    turkish = {at + 1, at + 2} & set(reading.places(Concept.SINCE))
    if not turkish and at - 1 not in marks and at - 2 not in marks:
        return None
    for year in (today.year, today.year - 1):
        try:
            dated = PartialDate(year, month, day)
        except ValueError:
            return None
        if dated.first <= today:
            return Dated(dated, before if day and before is not None else at, at)
    return None


def _step(tokens: Sequence[Token], at: int, by: int) -> int | None:
    """The next place that is no small word of a date."""
    at += by
    while 0 <= at < len(tokens) and tokens[at].key in _BETWEEN:
        at += by
    return at if 0 <= at < len(tokens) else None


def _day(tokens: Sequence[Token], at: int | None) -> int | None:
    number = tokens[at].number if at is not None else None
    return int(number) if number is not None and number in range(1, 32) else None


def _relative(reading: Reading, today: date) -> list[Dated]:
    week = today - timedelta(days=7)
    month = today.replace(day=1) - timedelta(days=1)
    monday = today - timedelta(days=today.weekday())
    ago = {
        Concept.YESTERDAY: PartialDate.of(today - timedelta(days=1)),
        Concept.WEEK: PartialDate.of(week),
        Concept.MONTH: PartialDate(month.year, month.month),
        Concept.YEAR: PartialDate(today.year - 1),
        Concept.THIS_WEEK: PartialDate.of(monday),
        Concept.THIS_MONTH: PartialDate(today.year, today.month),
        Concept.THIS_YEAR: PartialDate(today.year),
    }
    return [
        Dated(ago[Concept(each.sense.id)], each.at, each.at + each.length - 1)
        for each in reading.found
        if each.sense.kind == "cue" and each.sense.id in ago
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The numbers of a question that date nothing, by what stands at them."""

    shares: tuple[Decimal, ...]
    step: Decimal | None
    growth: Decimal | None


def numbers(reading: Reading, used: frozenset[int]) -> Numbers:
    shares: list[Decimal] = []
    step = growth = None
    grows = reading.places(Concept.GROW)
    points = reading.places(Concept.POINTS)
    percent = set(reading.places(Concept.PERCENT))
    for at, token in enumerate(reading.tokens):
        if token.key in _IN_WORDS and {at - 1, at + 1} & percent:
            shares.append(Decimal(_IN_WORDS[token.key]))
        if token.number is None or at in used or token.year is not None:
            continue
        if any(at < place <= at + 2 for place in points):
            step = token.number
        elif any(-4 <= at - place <= 5 for place in grows) and growth is None and token.number < 20:
            growth = token.number
        else:
            shares.append(token.number)
    return Numbers(shares=tuple(shares), step=step, growth=growth)
