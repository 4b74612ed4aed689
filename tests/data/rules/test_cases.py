"""The shipped catalogue's answers, held against the table in `cases.txt` and against a second
reckoning of the same definitions, `oracle`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from data.members import Member
from data.rules import (
    Assessment,
    Clause,
    Commitment,
    Judgement,
    Reason,
    Step,
    Verdict,
    YearlyRise,
    assess,
    judge,
    published,
)
from tests.data.rules.oracle import NONE, Question, answer
from tests.shipped import KNOWN

TABLE = Path(__file__).with_name("cases.txt")
TODAY = date(2026, 11, 25)

COMMITMENTS = {each.id: each for each in KNOWN.commitments(TODAY)}
INPUTS = ("member", "day", "clause", "asked")
FIGURES = ("share", "year", "edition", "gap", "needed", "pace", "reached", "then", "lower")
OTHERS = ("usd", "own", "rises", "duties", "verdict", "reason")
OF_THE_WHOLE = ("status", "known", "rule", "arrives", "late")
COLUMNS = {*INPUTS, *FIGURES, *OTHERS, *OF_THE_WHOLE}
_ASKED = re.compile(r"-|(?P<edition>\d{4}-\d\d-\d\d)? ?(?P<year>\d{4})?")


@dataclass(frozen=True)
class Line:
    """A line of the table: what is asked, and what is expected by column."""

    number: int
    expected: dict[str, str]

    @property
    def question(self) -> Question:
        commitment, _, clause = self.expected["clause"].partition("/")
        asked = _ASKED.fullmatch(self.expected["asked"])
        if asked is None:
            raise ValueError(f"line {self.number} asks of no edition and no year: {self}")
        return Question(
            member=self.expected["member"],
            day=date.fromisoformat(self.expected["day"]),
            commitment=commitment,
            clause=clause,
            edition=asked["edition"],
            year=int(asked["year"]) if asked["year"] else None,
        )

    def pick(self, found: dict[str, str]) -> dict[str, str]:
        """The columns of this line out of an answer, the inputs as they stand."""
        return {
            column: self.expected[column] if column in INPUTS else found.get(column, NONE)
            for column in self.expected
        }

    def __str__(self) -> str:
        return "-".join(self.expected[column] for column in INPUTS) + f"-{self.number}"


def read_table(text: str) -> Iterator[Line]:
    """A line that begins with `member` names the columns of those that follow it."""
    header: list[str] = []
    for number, row in enumerate(text.splitlines(), start=1):
        if not row.strip() or row.startswith("#"):
            continue
        cells = [cell.strip() for cell in row.split("|")]
        if cells[0] == "member":
            if unknown := [cell for cell in cells if cell not in COLUMNS]:
                raise ValueError(f"line {number} names no column of an answer: {unknown}")
            header = cells
        elif len(cells) != len(header) or not all(cells):
            raise ValueError(f"line {number} does not fit its header: {row}")
        else:
            yield Line(number, dict(zip(header, cells, strict=True)))


CASES = list(read_table(TABLE.read_text(encoding="utf-8")))


def by_rules(question: Question) -> dict[str, str]:
    commitment = COMMITMENTS[question.commitment]
    member = KNOWN.roster[question.member]
    if not question.clause:
        return _whole(_judge(commitment, member, question))
    (clause,) = (each for each in commitment.clauses if each.id == question.clause)
    return _part(_assess(clause, member, question))


def _judge(commitment: Commitment, member: Member, question: Question) -> Judgement:
    return judge(
        commitment,
        member,
        KNOWN.ledger,
        as_of=question.day,
        edition=question.edition,
        year=question.year,
    )


def _assess(clause: Clause, member: Member, question: Question) -> Assessment:
    return assess(
        clause,
        member,
        KNOWN.ledger,
        as_of=question.day,
        edition=question.edition,
        year=question.year,
    )


def _whole(found: Judgement) -> dict[str, str]:
    arrival = found.arrival
    cells = {
        "status": None if found.status is None else found.status.status.value,
        "verdict": found.verdict.value,
        "known": found.known.value,
        "rule": found.composition.value,
        "arrives": None if arrival is None else _number(arrival.reached),
        "late": None if arrival is None else _number(arrival.late),
    }
    return {column: text for column, text in cells.items() if text is not None}


def _part(found: Assessment) -> dict[str, str]:
    share = found.share or found.lower
    series = None if found.series is None else found.series.edition.id
    cells = {
        "share": _number(found.share),
        "year": None if share is None else f"{share.year}{'e' if share.estimate else ''}",
        "edition": series if found.lower is None else found.lower.edition,
        "gap": _number(found.gap),
        "needed": _number(found.needed),
        "pace": _number(found.pace),
        "reached": _number(found.reached),
        "then": _number(found.at_deadline),
        "lower": _number(found.lower),
        "rises": " ".join(_rise(each) for each in found.years) or None,
        "duties": " ".join(f"{each.year} {each.state}" for each in found.duties) or None,
        "verdict": found.verdict.value,
        "reason": found.reason.value,
    }
    cells |= dict(_money(each) for each in found.money)
    return {column: text for column, text in cells.items() if text is not None}


def _number(step: Step | None) -> str | None:
    """At the places of the step; a zero has no sign."""
    return None if step is None else f"{published(step.value, step.places) + 0:f}"


def _money(step: Step) -> tuple[str, str | None]:
    if step.currency == "USD":
        return "usd", _number(step)
    return "own", f"{_number(step)} {step.currency}"


def _rise(found: YearlyRise) -> str:
    return f"{found.year} " + ("?" if found.rise is None else f"{found.rise.value:+.2f}")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_answer_is_that_of_the_table(case: Line) -> None:
    assert case.pick(by_rules(case.question)) == case.expected


def test_the_second_reckoning_gives_the_table_as_well() -> None:
    differing = [case for case in CASES if case.pick(answer(case.question)) != case.expected]
    assert differing == []


# The day each edition came out, the days statuses changed, and the turns of years with a deadline.
DAYS = sorted(
    {each.published_on.last for each in KNOWN.ledger.editions}
    | {change.on.last for each in COMMITMENTS.values() for change in each.history}
    | {date(2024, 12, 31), date(2025, 1, 1), date(2025, 6, 5), date(2033, 1, 1), date(2036, 1, 1)}
)


def questions(day: date, year: int | None = None, edition: str | None = None) -> Iterator[Question]:
    for commitment in COMMITMENTS.values():
        for clause in commitment.clauses:
            for member in KNOWN.roster:
                yield Question(member.id, day, commitment.id, clause.id, edition, year)


def differing(asked: Iterator[Question]) -> list[Question]:
    return [each for each in asked if by_rules(each) != answer(each)]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_both_reckonings_agree_on_every_member_and_clause(day: date) -> None:
    assert differing(questions(day)) == []


@pytest.mark.parametrize("year", range(2012, 2028))
def test_both_reckonings_agree_as_of_every_year(year: int) -> None:
    assert differing(questions(TODAY, year)) == []


@pytest.mark.parametrize("edition", [each.id for each in KNOWN.ledger.editions])
def test_both_reckonings_agree_in_every_edition(edition: str) -> None:
    assert differing(questions(TODAY, edition=edition)) == []


@pytest.mark.parametrize("day", [date(2025, 6, 5), TODAY], ids=str)
def test_both_reckonings_agree_on_whole_commitments(day: date) -> None:
    wholes = [
        Question(member.id, day, commitment, "")
        for commitment in COMMITMENTS
        for member in KNOWN.roster
    ]
    assert [each for each in wholes if by_rules(each) != answer(each)] == []


# member | day | clause: the newest edition of the day has a later year, and nothing on the member.
LEFT_OUT = [
    ("DEU", date(2022, 6, 27), "two-percent"),
    ("ESP", date(2023, 7, 6), "two-percent"),
    ("GRC", date(2023, 7, 7), "equipment"),
]


@pytest.mark.parametrize(("member", "day", "clause"), LEFT_OUT)
def test_who_is_left_out_of_the_newest_edition_is_not_reported(
    member: str, day: date, clause: str
) -> None:
    found = by_rules(Question(member, day, "wales-2014", clause))
    assert found["reason"] == "newest_year_not_reported"


def test_the_table_asks_about_every_clause_and_every_member() -> None:
    asked = {case.expected["clause"] for case in CASES}
    whole = set(COMMITMENTS)
    parts = {f"{each.id}/{clause.id}" for each in COMMITMENTS.values() for clause in each.clauses}
    assert asked == whole | parts
    assert {case.expected["member"] for case in CASES} == {each.id for each in KNOWN.roster}


# What nothing in the shipped catalogue leads to: no plan or review is known of.
UNTOLD = {Reason.A_YEAR_NOT_REPORTED, Reason.DUTY_DONE, Reason.DUTY_NOT_DONE, Reason.DUTY_DISPUTED}


def test_the_table_tells_every_verdict_and_reason() -> None:
    assert {case.expected.get("verdict") for case in CASES} >= {each.value for each in Verdict}
    told = {case.expected.get("reason") for case in CASES}
    assert {each for each in Reason if each.value not in told} == UNTOLD


BROKEN = [
    ("ESP | 2025-06-05\n", "line 1 does not fit its header"),
    ("member | day\nESP | 2025-06-05 | -\n", "line 2 does not fit its header"),
    ("member | day\n\n# Spain\nESP |\n", "line 4 does not fit its header"),
    ("member | dya\n", "line 1 names no column of an answer: ['dya']"),
]


@pytest.mark.parametrize(("text", "told"), BROKEN)
def test_a_broken_line_of_the_table_is_told_by_its_number(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        list(read_table(text))


def test_a_line_that_asks_of_nothing_known_is_told_by_its_number() -> None:
    (line,) = read_table("member | day | clause | asked\nESP | 2025-06-05 | wales-2014 | soon\n")
    with pytest.raises(ValueError, match="line 2 asks of no edition and no year"):
        _ = line.question
