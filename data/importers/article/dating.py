"""Days in a text: written out, or told from the day the article came out."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from data.dates import PartialDate
from data.importers.article.lines import Line, pattern
from data.importers.article.vocabulary.days import (
    BEFORE,
    MONTHS,
    NUMBERS,
    RULES,
    SHIFTS,
    WEEKDAYS,
)


@dataclass(frozen=True, slots=True)
class When:
    """A day as it lies `behind` the article or `ahead` of it: `on Thursday` may be either.

    `written` is whether the text says the day itself; `word` what stands before it, such as `by`.
    """

    behind: PartialDate
    ahead: PartialDate
    ends: PartialDate | None = None
    written: bool = True
    word: str = ""

    def ends_with(self, starts: PartialDate) -> PartialDate | None:
        """The last day where the first is one of the two that may be meant."""
        if self.ends is None or starts == self.ahead:
            return self.ends
        if not self.written and self.ends.day and starts.day and self.ahead.day:
            return PartialDate.of(self.ends.first + (starts.first - self.ahead.first))
        years = self.ahead.year - starts.year
        return replace(self.ends, year=self.ends.year - years)

    @classmethod
    def plain(cls, day: PartialDate, *, word: str, ends: PartialDate | None = None) -> "When":
        return cls(day, day, ends, written=True, word=word)

    @classmethod
    def told(cls, day: PartialDate, *, word: str) -> "When":
        return cls(day, day, written=False, word=word)


Found = tuple[int, int, When]
"""The first and the last word, and what they mean."""

_RULES = tuple((pattern(f"{BEFORE}{rule}"), name) for rule, name in RULES)
_SOON = 300
"""Days within which a day without its year is still to come."""
_MOST_YEARS = 50
"""Of a time such as `within ten years`."""


def days(line: Line, published: date) -> Iterator[Found]:
    """All days that a sentence tells, none overlapping another, in the order of the text."""
    taken: set[int] = set()
    found: list[Found] = []
    for rule, name in _RULES:
        for match in line.find(rule):
            first, last = line.span(match)
            if not taken.isdisjoint(range(first, last + 1)):
                continue
            when = _READERS[name](match, published)
            if when is not None:
                taken.update(range(first, last + 1))
                found.append((first, last, when))
    yield from sorted(found, key=lambda each: each[0])


def _word(found: re.Match[str]) -> str:
    return found.groupdict().get("word") or ""


def _days(found: re.Match[str], published: date) -> When | None:
    word = _word(found)
    if found["year"]:
        told = _in_year(found, int(found["year"]))
        return told and When.plain(told[0], word=word, ends=told[1])
    near = range(published.year - 1, published.year + 2)
    years = [each for year in near if (each := _in_year(found, year)) is not None]
    behind = [each for each in years if each[0].first <= published]
    ahead = [each for each in years if (each[1] or each[0]).last >= published]
    if not behind or not ahead:
        return None
    is_soon = (ahead[0][0].first - published).days < _SOON
    begins, ends = ahead[0] if is_soon else behind[-1]
    return When(behind[-1][0], begins, ends, written=True, word=word)


def _in_year(found: re.Match[str], year: int) -> tuple[PartialDate, PartialDate | None] | None:
    """The first and, where one is told, the last day; None where the year has no such day."""
    groups = found.groupdict()
    month, until = groups["month"], groups.get("day2")
    try:
        begins = PartialDate(year, _number(month), int(groups["day"]))
        last_month = _number(groups.get("month2") or month)
        ends = year + 1 if last_month < (begins.month or 0) else year
        return begins, PartialDate(ends, last_month, int(until)) if until else None
    except ValueError:
        return None


def _number(month: str) -> int:
    """Of a month that may be shortened."""
    return next(at for at, name in enumerate(MONTHS, start=1) if name[:3] == month[:3])


def _month(found: re.Match[str], published: date) -> When | None:
    if _is_the_verb(found):
        return None
    month, shift = _number(found["month"]), found["shift"]
    if found["year"]:
        return When.plain(PartialDate(int(found["year"]), month), word=_word(found))
    behind = published.year if month <= published.month else published.year - 1
    ahead = published.year if month >= published.month else published.year + 1
    match SHIFTS.get(shift or ""):
        case None:
            pass
        case 0:
            behind = ahead = published.year
        case -1:
            ahead = behind
        case _:
            behind = ahead
    return When(PartialDate(behind, month), PartialDate(ahead, month), word=_word(found))


def _is_the_verb(found: re.Match[str]) -> bool:
    """`may`, where nothing else makes it a month."""
    is_told = found["word"] or found["year"] or found["shift"]
    is_until = found.string[: found.start()].endswith("to ")
    return found["month"] == "may" and not is_told and not is_until


def _unit(found: re.Match[str], published: date) -> When | None:
    step = SHIFTS[found["which"]]
    if found["unit"] == "week":
        return _week(published, step, _word(found))
    day = PartialDate(published.year + step)
    if found["unit"] == "month":
        total = published.year * 12 + published.month - 1 + step
        day = PartialDate(total // 12, total % 12 + 1)
    return When.told(day, word=_word(found))


def _week(published: date, step: int, word: str) -> When:
    """The month that holds the whole week, else the year."""
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=step)
    sunday = monday + timedelta(days=6)
    if (sunday.year, sunday.month) == (monday.year, monday.month):
        return When.told(PartialDate(monday.year, monday.month), word=word)
    year = monday.year if monday.year == sunday.year else published.year
    return When.told(PartialDate(year), word=word)


def _later(found: re.Match[str], published: date) -> When:
    of_month = found["unit"] in ("month", "week")
    day = PartialDate(published.year, published.month if of_month else None)
    return When.told(day, word=_word(found))


def _weekday(found: re.Match[str], published: date) -> When:
    groups, wanted = found.groupdict(), WEEKDAYS.index(found["weekday"])
    ago = (published.weekday() - wanted) % 7
    behind, ahead = published - timedelta(days=ago), published + timedelta(days=-ago % 7)
    match SHIFTS.get(groups.get("shift") or ""):
        case -1:
            behind = ahead = behind if ago else published - timedelta(days=7)
        case 1:
            behind = ahead = ahead if ago else published + timedelta(days=7)
        case _ if groups.get("week"):
            behind = ahead = (ahead if ago else published) + timedelta(weeks=1)
        case _:
            pass
    ends = _last_day(ahead, groups.get("second"))
    begun, begins = PartialDate.of(behind), PartialDate.of(ahead)
    return When(begun, begins, ends, written=False, word=_word(found))


def _last_day(first: date, weekday: str | None) -> PartialDate | None:
    if weekday is None:
        return None
    return PartialDate.of(first + timedelta(days=(WEEKDAYS.index(weekday) - first.weekday()) % 7))


def _near(found: re.Match[str], published: date) -> When:
    away = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}[found["near"]]
    return When.told(PartialDate.of(published + timedelta(days=away)), word=_word(found))


def _this_year(found: re.Match[str], published: date) -> When | None:
    if found["word"] not in ("by", "before", "in", "until") and not found["part"]:
        return None
    return When.told(PartialDate(published.year), word=_word(found) or "by")


def _year_end(found: re.Match[str], published: date) -> When:
    return When.told(PartialDate(published.year), word=_word(found) or "by")


def _decade(found: re.Match[str], published: date) -> When | None:
    if not found["part"]:
        return None
    return When.told(PartialDate(published.year // 10 * 10 + 10), word=_word(found) or "by")


def _within(found: re.Match[str], published: date) -> When | None:
    if found["word"] not in ("within", "in"):
        return None
    years = _count(found["count"]) * (10 if found["unit"] == "decade" else 1)
    if not 0 < years <= _MOST_YEARS:
        return None
    return When.told(PartialDate(published.year + years), word="by")


def _count(word: str) -> int:
    if word.isdigit():
        return int(word)
    return 1 if word == "a" else NUMBERS.index(word)


def _year(found: re.Match[str], _: date) -> When | None:
    return When.plain(PartialDate(int(found["year"])), word=_word(found))


_READERS: dict[str, Callable[[re.Match[str], date], When | None]] = {
    "days": _days,
    "month": _month,
    "unit": _unit,
    "later": _later,
    "weekday": _weekday,
    "near": _near,
    "year_end": _year_end,
    "the_year": _this_year,
    "decade": _decade,
    "within": _within,
    "year": _year,
}
