"""Days in a text: written out, or told from the day the article came out."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from data.dates import PartialDate
from data.importers.article.lines import Line

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december")  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve")  # fmt: skip


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

_M = rf"(?P<month>{'|'.join(_MONTHS)})(?: \.)?"
_M2 = rf"(?P<month2>{'|'.join(_MONTHS)})"
_D = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_TO = r"(?:–|to|and|until|through)"
_D2 = rf"(?: {_TO} (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)?"
_Y = r"(?:(?: ,)? (?P<year>(?:19|20)\d\d))?"
_WORD = (
    r"(?:(?P<word>on|in|by|until|before|from|since|for|during|after|within|as of) )?"
    r"(?:(?:the )?(?P<part>beginning|start|end|middle|close|summer|autumn|spring|early|late|mid)"
    r"(?: of)? )?(?:the )?"
)
_WEEKDAY = rf"(?P<weekday>{'|'.join(_WEEKDAYS)})"
_COUNT = rf"(?P<count>\d+|{'|'.join(_NUMBERS)}|a)"

_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"(?<!\S){_WORD}{rule}(?!\S)"), name)
    for rule, name in (
        (rf"(?:{'|'.join(_WEEKDAYS)})?(?: ,)? ?(?:the )?{_D} {_M} {_TO} (?P<day2>\d{{1,2}}) {_M2}{_Y}", "days"),
        (rf"(?:(?:{'|'.join(_WEEKDAYS)}) (?:, )?)?{_D}{_D2} (?:of )?{_M}{_Y}", "days"),
        (rf"(?:(?:{'|'.join(_WEEKDAYS)}) (?:, )?)?{_M} {_D}(?: {_TO} {_M2} (?P<day2>\d{{1,2}})){_Y}", "days"),
        (rf"(?:(?:{'|'.join(_WEEKDAYS)}) (?:, )?)?{_M} {_D}{_D2}{_Y}", "days"),
        (rf"(?P<shift>last|next|this|previous|coming)? ?(?:early |late |mid )?{_M}(?: of)?{_Y}", "month"),
        (r"(?P<which>next|this|last|coming) (?:very )?(?P<unit>week|month|year|summer|autumn|spring|winter)", "unit"),
        (r"later (?:this|in the) (?P<unit>week|month|year)", "later"),
        (r"current (?P<unit>year|month)", "later"),
        (rf"(?P<shift>last|next|this|coming|previous) {_WEEKDAY}", "weekday"),
        (rf"{_WEEKDAY}(?: (?:morning|afternoon|evening|night))?(?: (?:and|to|–) (?P<second>{'|'.join(_WEEKDAYS)}))?", "weekday"),
        (r"(?P<near>today|yesterday|tomorrow|tonight)", "near"),
        (r"year (?:end|'s end)", "year_end"),
        (r"(?:year)(?=$| [,.;])", "the_year"),
        (r"decade", "decade"),
        (rf"(?:next |coming )?{_COUNT} (?:more )?(?P<unit>year|decade)s?(?: '(?: time)?| time| from now)?", "within"),
        (r"(?:fiscal |financial )?(?:year )?(?P<year>(?:19|20)\d\d)(?: [–/] \d{2,4})?", "year"),
    )
)  # fmt: skip


def days(line: Line, published: date) -> Iterator[Found]:
    """All days that a sentence tells, none overlapping another, in the order of the text."""
    taken: set[int] = set()
    found: list[Found] = []
    for rule, name in _RULES:
        for match in line.find(rule):
            first, last = line.span(match)
            if taken.intersection(range(first, last + 1)):
                continue
            when = _READERS[name](match, published)
            if when is not None:
                taken.update(range(first, last + 1))
                found.append((first, last, when))
    yield from sorted(found, key=lambda each: each[0])


def _word(found: re.Match[str]) -> str:
    return found.groupdict().get("word") or ""


def _days(found: re.Match[str], published: date) -> When | None:
    month = _MONTHS.index(found["month"]) + 1
    groups = found.groupdict()
    last_month = _MONTHS.index(groups["month2"]) + 1 if groups.get("month2") else month
    until = int(groups["day2"]) if groups.get("day2") else None

    def in_year(year: int) -> tuple[PartialDate, PartialDate | None] | None:
        try:
            begun = PartialDate(year, month, int(found["day"]))
            return begun, PartialDate(year, last_month, until) if until else None
        except ValueError:
            return None

    if found["year"]:
        told = in_year(int(found["year"]))
        return told and When.plain(told[0], word=_word(found), ends=told[1])
    years = [each for year in (-1, 0, 1) if (each := in_year(published.year + year)) is not None]
    behind = [each for each in years if each[0].first <= published]
    ahead = [each for each in years if (each[1] or each[0]).last >= published]
    if not behind or not ahead:
        return None
    nearest = ahead[0] if (ahead[0][0].first - published).days < 300 else behind[-1]  # noqa: PLR2004
    return When(behind[-1][0], nearest[0], nearest[1], written=True, word=_word(found))


def _month(found: re.Match[str], published: date) -> When | None:
    month = _MONTHS.index(found["month"]) + 1
    told = found["word"] or found["year"] or found["shift"]
    if found["month"] == "may" and not (told or found.string[: found.start()].endswith("to ")):
        return None  # The verb.
    if found["year"]:
        return When.plain(PartialDate(int(found["year"]), month), word=_word(found))
    behind = published.year if month <= published.month else published.year - 1
    ahead = published.year if month >= published.month else published.year + 1
    match found["shift"]:
        case "last" | "previous":
            ahead = behind
        case "next" | "coming":
            behind = ahead
        case "this":
            behind = ahead = published.year
        case _:
            pass
    return When(PartialDate(behind, month), PartialDate(ahead, month), word=_word(found))


def _unit(found: re.Match[str], published: date) -> When | None:
    step = {"next": 1, "coming": 1, "this": 0, "last": -1}[found["which"]]
    match found["unit"]:
        case "year":
            day = PartialDate(published.year + step)
        case "month":
            total = published.year * 12 + published.month - 1 + step
            day = PartialDate(total // 12, total % 12 + 1)
        case "week":
            return _week(published, step, _word(found))
        case _:
            day = PartialDate(published.year + step)
    return When.told(day, word=_word(found))


def _week(published: date, step: int, word: str) -> When:
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=step)
    begins = PartialDate(monday.year, monday.month)
    sunday = monday + timedelta(days=6)
    if (sunday.year, sunday.month) != (monday.year, monday.month):
        begins = PartialDate(monday.year if monday.year == sunday.year else published.year)
    return When.told(begins, word=word)


def _later(found: re.Match[str], published: date) -> When:
    of_month = found["unit"] in ("month", "week")
    day = PartialDate(published.year, published.month if of_month else None)
    return When.told(day, word=_word(found))


def _weekday(found: re.Match[str], published: date) -> When:
    wanted = _WEEKDAYS.index(found["weekday"])
    ago = (published.weekday() - wanted) % 7
    behind, ahead = published - timedelta(days=ago), published + timedelta(days=-ago % 7)
    match found.groupdict().get("shift"):
        case "last" | "previous":
            behind = ahead = behind if ago else published - timedelta(days=7)
        case "next" | "coming":
            behind = ahead = ahead if ago else published + timedelta(days=7)
        case _:
            pass
    ends = None
    if found.groupdict().get("second"):
        more = (_WEEKDAYS.index(found["second"]) - wanted) % 7
        ends = PartialDate.of(ahead + timedelta(days=more))
    return When(
        PartialDate.of(behind), PartialDate.of(ahead), ends, written=False, word=_word(found)
    )


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
    count = found["count"]
    number = int(count) if count.isdigit() else 1 if count == "a" else _NUMBERS.index(count)
    years = number * (10 if found["unit"] == "decade" else 1)
    if not 0 < years <= 50:  # noqa: PLR2004
        return None
    return When.told(PartialDate(published.year + years), word="by")


def _year(found: re.Match[str], published: date) -> When | None:
    del published
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
