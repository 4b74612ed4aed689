"""The rules of spending worked out a second time, from the catalogue's files alone.

It shares no code with `data`: it reads the CSV and TOML files itself, reckons in exact fractions,
and follows the definitions as a person would who works them out on paper. Answers come as text, by
the columns of `cases.txt`.
"""

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cache
from math import ceil
from pathlib import Path
from typing import Any

SHIPPED = Path(__file__).parents[3] / "data" / "catalogue"
PUBLISHED = {"core": "share_of_gdp", "defence": "share_of_gdp", "equipment": "equipment_share"}
PACE = 3
NONE = "-"

VERDICTS = {
    "missed": ("deadline_passed", "a_year_fell_short_for_good"),
    "behind": (
        "pace_falls_short",
        "below_standing_floor",
        "deadline_year_running",
        "a_year_fell_short",
    ),
    "not_reported": (
        "pace_unknown",
        "deadline_year_not_reported",
        "newest_year_not_reported",
        "no_figures_published",
        "member_never_reported",
        "edition_lacks_member",
        "year_not_reported",
        "said_in_words",
        "a_year_not_reported",
        "no_year_reported_yet",
        "duty_due",
        "duty_not_known",
        "first_year_not_stated",
    ),
    "on_course": ("pace_suffices",),
    "met": ("reached", "every_year_rose"),
    "not_applicable": ("not_a_member", "no_armed_forces", "asks_no_share", "not_yet_due"),
}
"""The reasons of each verdict. The first verdict that a part has is that of the whole."""

WHOLE = {
    "missed": "a_part_missed",
    "behind": "a_part_behind",
    "not_reported": "a_part_unknown",
    "on_course": "a_part_on_course",
    "met": "every_part_met",
    "not_applicable": "nothing_asked",
}

Row = dict[str, str]


@dataclass(frozen=True)
class Figure:
    """`exact` is what the file holds, `value` what was printed of it: halves away from zero."""

    exact: Fraction
    places: int
    estimate: bool
    currency: str

    @property
    def value(self) -> Fraction:
        return Fraction(rounded(self.exact, self.places))


@dataclass(frozen=True)
class Line:
    """A member's line in a table of one edition: figures by year, and the table's newest year."""

    edition: str
    figures: dict[int, Figure]
    newest: int

    @property
    def last(self) -> int:
        return max(self.figures)

    def up_to(self, year: int) -> "Line":
        kept = {each: figure for each, figure in self.figures.items() if each <= year}
        return Line(self.edition, kept, min(year, self.newest))


def rounded(number: Fraction, places: int) -> str:
    unit = 10**places
    whole = int(abs(number) * unit + Fraction(1, 2))
    digits = str(whole).rjust(places + 1, "0")
    sign = "-" if number < 0 and whole else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


@cache
def toml(name: str) -> dict[str, Any]:
    return tomllib.loads((SHIPPED / name).read_text(encoding="utf-8"))


@cache
def table(edition: str) -> dict[tuple[str, str], dict[int, Figure]]:
    """The figures of an edition by member and indicator."""
    found: dict[tuple[str, str], dict[int, Figure]] = {}
    with (SHIPPED / "expenditure" / f"{edition}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            figure = Figure(
                exact=Fraction(row["value"]),
                places=int(row["places"] or 2),
                estimate=row["estimate"] == "1",
                currency=row["currency"] or "USD",
            )
            found.setdefault((row["member"], row["indicator"]), {})[int(row["year"])] = figure
    return found


@cache
def lines(member: str, indicator: str) -> tuple[tuple[date, Line], ...]:
    """The member's line in every edition with the day it came out, newest first."""
    found: list[tuple[date, Line]] = []
    for edition in toml("expenditure/editions.toml")["edition"]:
        tables = table(edition["id"])
        years = [year for (_, what), own in tables.items() if what == indicator for year in own]
        if own := tables.get((member, indicator)):
            found.append((edition["published_on"], Line(edition["id"], own, max(years))))
    return tuple(sorted(found, key=lambda each: each[0], reverse=True))


@dataclass(frozen=True)
class Question:
    member: str
    day: date
    commitment: str
    clause: str
    edition: str | None = None
    year: int | None = None

    @property
    def today(self) -> date:
        """With a past year, deadlines are looked at on the day after it."""
        past = self.year is not None and self.year < self.day.year
        return date((self.year or 0) + 1, 1, 1) if past else self.day

    @property
    def joined(self) -> bool:
        past = self.year is not None and self.year < self.day.year
        return self.ally["joined"] <= (date(self.year or 0, 12, 31) if past else self.day)

    @property
    def ally(self) -> dict[str, Any]:
        return next(each for each in toml("members.toml")["member"] if each["id"] == self.member)

    @property
    def all_of_it(self) -> dict[str, Any]:
        known = toml("facts/commitments.toml")["commitment"]
        return next(each for each in known if each["id"] == self.commitment)

    @property
    def asks(self) -> dict[str, Any]:
        return next(each for each in self.all_of_it["clause"] if each["id"] == self.clause)

    def lines(self, indicator: str) -> list[Line]:
        out = [line for day, line in lines(self.member, indicator) if day <= self.day]
        if self.edition is not None:
            out = [line for line in out if line.edition == self.edition]
        if self.year is not None:
            out = [line.up_to(self.year) for line in out if self.year in line.figures]
        if out and self.edition is None and self.year is None:
            # Left out by a newer edition, a member lacks the year that one has of others.
            out[0] = replace(out[0], newest=newest_of_anybody(indicator, self.day))
        return out


def newest_of_anybody(indicator: str, day: date) -> int:
    """The latest year that an edition out by then has for any member."""
    return max(
        year
        for edition in toml("expenditure/editions.toml")["edition"]
        if edition["published_on"] <= day
        for (_, what), figures in table(edition["id"]).items()
        if what == indicator
        for year in figures
    )


def answer(question: Question) -> Row:
    """Every column that applies; those that do not are left out."""
    row = judged(question) if question.clause else whole(question)
    return row if "verdict" in row else row | {"verdict": verdict_of(row["reason"])}


def verdict_of(reason: str) -> str:
    return next(verdict for verdict, reasons in VERDICTS.items() if reason in reasons)


def whole(question: Question) -> Row:
    """A commitment: every clause in it counts, and the worst that any of them is, it is."""
    day = question.day.isoformat()
    known = [
        each["status"]
        for each in question.all_of_it["history"]
        if str(each["on"]) <= day and str(each["known_on"]) <= day
    ]
    if not known:
        return {"verdict": "not_applicable", "known": "not_applicable", "rule": "not_yet_known"}
    parts = {
        each["id"]: answer(replace(question, clause=each["id"]))
        for each in question.all_of_it["clause"]
    }
    verdicts = [part["verdict"] for part in parts.values()]
    worst = first_of(verdicts)
    row = {
        "status": known[-1],
        "verdict": worst,
        "known": first_of([each for each in verdicts if each != "not_reported"]),
        "rule": WHOLE[worst],
    }
    return row | arrival(question, parts)


def first_of(verdicts: list[str]) -> str:
    return next((each for each in VERDICTS if each in verdicts), "not_applicable")


def arrival(question: Question, parts: dict[str, Row]) -> Row:
    """Where the yearly step alone leads, kept exactly from the last reported share on."""
    clauses = question.all_of_it["clause"]
    steps = [each["step"] for each in clauses if each["kind"] == "annual_increase"]
    floor = next(
        each
        for each in clauses
        if each["kind"] == "share" and each["category"] in ("core", "defence")
    )
    part = parts[floor["id"]]
    gap = Fraction(part.get("gap", "0"))
    if not steps or gap <= 0:
        return {}
    arrives = int(part["year"].rstrip("e")) + ceil(gap / Fraction(str(steps[0])))
    return {"arrives": str(arrives), "late": str(arrives - floor["by"])}


def judged(question: Question) -> Row:
    asks = question.asks
    if not question.joined:
        return {"reason": "not_a_member"}
    if asks["kind"] == "undertaking":
        return {"reason": "said_in_words"}
    if asks["kind"] == "counts_towards":
        return {"reason": "asks_no_share"}
    if asks["kind"] == "annual_plan":
        return {"reason": "first_year_not_stated"}
    if asks["kind"] == "review":
        now = min(question.year or question.day.year, question.day.year)
        return review(asks["year"], now, over=now < question.day.year)
    if asks["category"] not in PUBLISHED:
        return unpublished(question, asks)
    if not question.ally["armed_forces"]:
        return {"reason": "no_armed_forces"}
    found = question.lines(PUBLISHED[asks["category"]])
    if asks["kind"] == "annual_increase":
        return increase(question, asks, found)
    if not found:
        if question.year is not None:
            return {"reason": "year_not_reported"}
        asked = question.edition is not None
        return {"reason": "edition_lacks_member" if asked else "member_never_reported"}
    return floor(question, asks, found)


def review(due: int, now: int, *, over: bool) -> Row:
    state = "ahead" if due > now else "due" if due == now and not over else "unknown"
    reasons = {"ahead": "not_yet_due", "due": "duty_due", "unknown": "duty_not_known"}
    return {"duties": f"{due} {state}", "reason": reasons[state]}


def unpublished(question: Question, asks: dict[str, Any]) -> Row:
    found: Row = {"reason": "no_figures_published"}
    shares = question.lines("share_of_gdp")
    if asks["category"] == "total" and shares and question.ally["armed_forces"]:
        newest = shares[0]
        found |= {"lower": shown(newest.figures[newest.last]), "edition": newest.edition}
        found["year"] = year_of(newest)
    return found


def floor(question: Question, asks: dict[str, Any], found: list[Line]) -> Row:
    newest, asked, by = found[0], Fraction(str(asks["share"])), asks.get("by")
    share = newest.figures[newest.last]
    gap = asked - share.value
    row: Row = {
        "share": shown(share),
        "year": year_of(newest),
        "edition": newest.edition,
        "gap": rounded(gap, share.places),
    }
    over = by is not None and question.today.year > by
    if gap <= 0:
        settled = by is not None and over and by <= newest.last
        blank = newest.last < newest.newest and not settled
        return row | {"reason": "newest_year_not_reported" if blank else "reached"}
    paced = next((line for line in found if line.last - PACE in line.figures), None)
    pace = None if paced is None else observed(paced)
    if pace is not None:
        row["pace"] = rounded(pace, 2)
        if pace > 0:
            row["reached"] = str(newest.last + ceil(gap / pace))
    needed = gap / (by - newest.last) if by is not None and by > newest.last else None
    if needed is not None:
        row["needed"] = rounded(needed, 2)
    if asks["category"] != "equipment":
        row |= money(question, found, newest.last, gap)
    if over:
        then = next((line.figures[by] for line in found if by in line.figures), None)
        if then is None:
            return row | {"reason": "deadline_year_not_reported"}
        kept = then.value >= asked
        reason = "below_standing_floor" if kept else "deadline_passed"
        return row | {"then": shown(then), "reason": reason}
    return row | {"reason": open_question(newest, by, needed, pace)}


def open_question(
    newest: Line, by: int | None, needed: Fraction | None, pace: Fraction | None
) -> str:
    """A floor that is not reached, and whose year is not over."""
    if newest.last < newest.newest:
        return "newest_year_not_reported"
    if by is None:
        return "below_standing_floor"
    if needed is None:
        return "deadline_year_running"
    if pace is None:
        return "pace_unknown"
    return "pace_suffices" if pace >= needed else "pace_falls_short"


def observed(line: Line) -> Fraction:
    return (line.figures[line.last].value - line.figures[line.last - PACE].value) / PACE


def money(question: Question, found: list[Line], year: int, gap: Fraction) -> Row:
    row: Row = {}
    columns = {
        "usd": ("expenditure_usd_m_current", "expenditure_usd_m_constant"),
        "own": ("expenditure_nat_m_current",),
    }
    for column, indicators in columns.items():
        worth = next(worths(question.member, found, indicators, year), None)
        if worth is not None and not (column == "own" and worth[1].currency == "USD"):
            share, spent = worth
            amount = rounded(spent.exact / share.exact * gap, 0)
            row[column] = amount if column == "usd" else f"{amount} {spent.currency}"
    return row


def worths(
    member: str, found: list[Line], indicators: tuple[str, ...], year: int
) -> Iterator[tuple[Figure, Figure]]:
    """A year's share and expenditure out of one edition, the first to take first."""
    for indicator in indicators:
        for line in found:
            spent = table(line.edition).get((member, indicator), {}).get(year)
            share = line.figures.get(year)
            if spent is not None and share is not None and share.exact:
                yield share, spent


def increase(question: Question, asks: dict[str, Any], found: list[Line]) -> Row:
    """Each year is that of the newest edition that has it together with the year before."""
    step, start, until = Fraction(str(asks["step"])), asks["start"], asks.get("until")
    newest = max((line.newest for line in found), default=start - 1)
    rises: dict[int, Fraction | None] = {}
    used: list[int] = []
    for year in range(start, min(newest, until or newest) + 1):
        told = [(at, rise(line, year)) for at, line in enumerate(found)]
        have = [(at, each) for at, each in told if each is not None]
        rises[year] = have[0][1] if have else None
        used += [have[0][0]] if have else []
    if not used:
        begun = question.today.year >= start
        return {"reason": "no_year_reported_yet" if begun else "not_yet_due"}
    over = until is not None and question.today.year > until
    return {
        "rises": " ".join(f"{year} {signed(each)}" for year, each in rises.items()),
        "edition": found[min(used)].edition,
        "reason": kept(list(rises.values()), step, over=over),
    }


def rise(line: Line, year: int) -> Fraction | None:
    now, before = line.figures.get(year), line.figures.get(year - 1)
    return None if now is None or before is None else now.value - before.value


def kept(rises: list[Fraction | None], step: Fraction, *, over: bool) -> str:
    if any(each is not None and each < step for each in rises):
        return "a_year_fell_short_for_good" if over else "a_year_fell_short"
    return "a_year_not_reported" if None in rises else "every_year_rose"


def signed(number: Fraction | None) -> str:
    if number is None:
        return "?"
    text = rounded(number, 2)
    return text if text.startswith("-") else f"+{text}"


def shown(figure: Figure) -> str:
    return rounded(figure.value, figure.places)


def year_of(line: Line) -> str:
    return f"{line.last}e" if line.figures[line.last].estimate else str(line.last)
