"""Assessing all members under all commitments in all years of the newest edition, in one pass.

    python -m tests.bench.assess

Prints ratios measured in one run: the cost of an assessment with its derivation against a plain
loop that does only its arithmetic (goal: 10 or less), and how the cost grows from one to fifty
editions, of an assessment and of a ledger that is built and swept once (goal: linear).
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from data.catalogue.load import load
from data.dates import PartialDate
from data.facts.knowledge import Knowledge
from data.members import Member
from data.rules import Edition, Indicator, Ledger, Observation, Series, ShareTarget, Verdict, assess

DAY = date(2026, 11, 25)
RUNS = 7
CENT = Decimal("0.01")
INDICATORS = {
    "core": Indicator.SHARE_OF_GDP,
    "defence": Indicator.SHARE_OF_GDP,
    "equipment": Indicator.EQUIPMENT_SHARE,
}
Values = dict[int, Decimal]


def rounded(value: Decimal) -> Decimal:
    return value.quantize(CENT, rounding=ROUND_HALF_UP)


def arithmetic(
    shares: Values, dollars: Values, floor: Decimal, by: int | None, year: int, today: int
) -> tuple[Verdict, Decimal, Decimal | None, Decimal | None, Decimal | None, Decimal | None]:
    """The figures of one assessment and nothing else: no sources, no steps, no reasons."""
    share = rounded(shares[year])
    gap = rounded(floor) - share
    if gap <= 0:
        return Verdict.MET, gap, None, None, None, None
    money = dollars[year] / shares[year] * gap if year in dollars else None
    pace = reached = None
    if year - 3 in shares:
        pace = (share - rounded(shares[year - 3])) / 3
        if pace > 0:
            reached = year + (gap / pace).to_integral_value(rounding=ROUND_CEILING)
    if by is None:
        return Verdict.BEHIND, gap, money, None, pace, reached
    if today > by:
        late = rounded(shares[by]) < rounded(floor)
        return (Verdict.MISSED if late else Verdict.BEHIND), gap, money, None, pace, reached
    if by <= year:
        return Verdict.BEHIND, gap, money, None, pace, reached
    needed = gap / (by - year)
    if pace is None:
        return Verdict.NOT_REPORTED, gap, money, needed, pace, reached
    on_course = pace >= needed
    return (Verdict.ON_COURSE if on_course else Verdict.BEHIND), gap, money, needed, pace, reached


def seconds(*works: Callable[[], int]) -> list[float]:
    """Seconds for one piece of each work: the medians of interleaved runs, after one to warm up."""
    times: list[list[float]] = [[] for _ in works]
    for run in range(RUNS + 1):
        for work, taken in zip(works, times, strict=True):
            start = time.perf_counter()
            pieces = work()
            if run:
                taken.append((time.perf_counter() - start) / pieces)
    return [statistics.median(each) for each in times]


def clauses(knowledge: Knowledge) -> list[ShareTarget]:
    """Every clause of every commitment that has figures to be held against."""
    return [
        clause
        for commitment in knowledge.commitments(DAY)
        for clause in commitment.clauses
        if isinstance(clause, ShareTarget) and clause.category.value in INDICATORS
    ]


def values(series: Series | None) -> Values:
    return {} if series is None else {year: each.value for year, each in series.by_year.items()}


def against_plain_loop(knowledge: Knowledge) -> None:
    ledger, asked = knowledge.ledger, clauses(knowledge)
    newest = ledger.published_by(DAY)[0]
    work: list[tuple[ShareTarget, Member, int]] = []
    plain: list[tuple[Values, Values, Decimal, int | None, int, int]] = []
    for clause in asked:
        for member in knowledge.roster:
            own = ledger.in_edition(newest, member.id, INDICATORS[clause.category.value])
            shares = values(own)
            spent = ledger.in_edition(newest, member.id, Indicator.EXPENDITURE_USD_CURRENT)
            dollars = {} if clause.category.value == "equipment" else values(spent)
            for year in shares:
                if not member.is_member_on(min(DAY, date(year, 12, 31))):
                    continue
                work.append((clause, member, year))
                today = min(DAY.year, year + 1)
                plain.append((shares, dollars, clause.share, clause.by, year, today))

    def ours() -> int:
        for clause, member, year in work:
            assess(clause, member, ledger, as_of=DAY, edition=newest.id, year=year).steps  # noqa: B018
        return len(work)

    def reference() -> int:
        for each in plain:
            arithmetic(*each)
        return len(plain)

    agree = sum(
        assess(clause, member, ledger, as_of=DAY, edition=newest.id, year=year).verdict
        is arithmetic(*each)[0]
        for (clause, member, year), each in zip(work, plain, strict=True)
    )
    mine, theirs = seconds(ours, reference)
    print(f"{len(work)} assessments; the plain loop gives the same verdict in {agree}")
    print(f"ours {mine * 1e6:.1f} us, arithmetic {theirs * 1e6:.1f} us, ratio {mine / theirs:.1f}")


def editions(knowledge: Knowledge, count: int) -> list[tuple[Edition, list[Observation]]]:
    """The newest edition, published again and again, a day earlier each time."""
    newest = knowledge.ledger.published_by(DAY)[0]
    observations: list[Observation] = [
        each
        for (edition, _, _), series in knowledge.ledger.by_edition.items()
        if edition == newest.id
        for each in series.by_year.values()
    ]
    dated = (newest.published_on.last - timedelta(days=back) for back in range(count))
    return [
        (replace(newest, id=day.isoformat(), published_on=PartialDate.of(day)), observations)
        for day in dated
    ]


def growth(knowledge: Knowledge) -> None:
    asked, roster = clauses(knowledge), knowledge.roster
    warm: dict[int, float] = {}
    cold: dict[int, float] = {}

    def sweep(ledger: Ledger) -> int:
        for clause in asked:
            for member in roster:
                assess(clause, member, ledger, as_of=DAY).steps  # noqa: B018
        return len(asked) * len(roster)

    for count in (1, 5, 10, 25, 50):
        published = editions(knowledge, count)
        ledger = Ledger.of(published)
        warm[count], cold[count] = seconds(
            lambda ledger=ledger: sweep(ledger),
            lambda published=published: sweep(Ledger.of(published)),
        )
    for what, found in (("an assessment", warm), ("a ledger built and swept once", cold)):
        told = ", ".join(f"{count}: {each / found[1]:.2f}" for count, each in found.items())
        print(f"cost of {what} by editions held, against one edition: {told}")


def main() -> None:
    knowledge = load().knowledge()
    against_plain_loop(knowledge)
    growth(knowledge)


if __name__ == "__main__":
    main()
