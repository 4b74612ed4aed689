"""Paths, their differences, rankings and tallies in words."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from data.rules import (
    BackLoaded,
    Indicator,
    Path,
    Plan,
    aggregate,
    difference,
    outline_of,
    path_to,
    rank,
    revisions,
    tally,
)
from tests.data.rules.calculator import mistakes
from tests.data.rules.ledgers import (
    ICELAND,
    SPAIN,
    SWEDEN,
    at_least,
    edition,
    ledger,
    observations,
    rising_by,
)

TODAY = date(2026, 11, 25)
BOOK = ledger(
    (
        edition("2025-08-28"),
        observations({2024: "1.40", 2025: "2.30"}) + observations({2025: "2.20"}, member="SWE"),
    ),
    (
        edition("2026-07-10", basis="core"),
        observations({2024: "1.43", 2025: "2.00", 2026: "2.00"})
        + observations({2025: "2.50", 2026: "2.62"}, member="SWE")
        + observations({2026: "1000"}, indicator=Indicator.EXPENDITURE_USD_CURRENT),
    ),
)
FLOOR = at_least("2.5", 2028)


def path(plan: Plan | None = None) -> Path:
    increase = rising_by("0.2", 2027)
    growth = Decimal(10)
    return path_to(FLOOR, SPAIN, BOOK, as_of=TODAY, plan=plan, increase=increase, growth=growth)


def heads(text: str) -> list[str]:
    """The lines of an account that are not below a figure, without their sources."""
    return [
        line.partition(" [")[0]
        for line in text.splitlines()
        if line.startswith("  ") and not line.startswith(("    ", "  = "))
    ]


def test_a_path_tells_its_plan_its_start_and_what_it_keeps_to() -> None:
    lines = outline_of(path(BackLoaded(flat_until=2027))).splitlines()[:6]
    amount = "expenditure_nat_m_current for 2026"
    assert lines == [
        "Path to floor, ESP on 2026-11-25: BackLoaded(flat_until=2027, year=None)",
        "  At least this much. [tables, Table 3]",
        "  Starts from edition 2026-07-10, which counts core defence expenditure.",
        f"  No amount follows from {amount}: no edition has it for that year.",
        "  2027: breached",
        "  2028: kept",
    ]


@pytest.mark.parametrize(
    ("last_share", "spent", "reason"),
    [
        ("2.00", {2025: "900"}, "no edition has it for that year"),
        (
            "2.00",
            {2026: "1000"},
            "no edition has it together with the share of GDP of that year",
        ),
        ("0.00", {2026: "1000"}, "no GDP follows from a share of zero"),
    ],
)
def test_a_path_tells_why_there_is_no_money(
    last_share: str, spent: dict[int, str], reason: str
) -> None:
    dollars = observations(spent, indicator=Indicator.EXPENDITURE_USD_CURRENT)
    shares = observations({2026: last_share})
    apart = reason.startswith("no edition has it together")
    book = (
        ledger((edition("2025-08-28"), dollars), (edition("2026-07-10"), shares))
        if apart
        else ledger((edition("2026-07-10"), shares + dollars))
    )
    found = path_to(FLOOR, SPAIN, book, as_of=TODAY)
    said = f"  No amount follows from expenditure_usd_m_current for 2026: {reason}."
    assert said in outline_of(found).splitlines()


def test_a_path_tells_every_year_with_its_money() -> None:
    figures = [line for line in heads(outline_of(path())) if " = " in line]
    assert [line.partition(":")[0].strip() for line in figures] == [
        "share",
        "floor",
        "growth",
        "first_reached",
        *(
            f"{name}_{year}"
            for year in (2027, 2028)
            for name in ("share", "rise", "gdp", "spending", "extra", "cumulative")
        ),
        "spare",
        "spare",
    ]
    assert figures[-3] == "  cumulative_2028: all of it so far, 2028, estimate = 440 million USD"


def test_a_path_that_leads_nowhere_says_that_the_share_is_reached() -> None:
    found = path_to(at_least("2", 2028), SPAIN, BOOK, as_of=TODAY)
    assert "  The share asked for is reached already." in outline_of(found).splitlines()
    assert "reached already" not in outline_of(path())


def test_a_difference_tells_each_year_and_all_of_it() -> None:
    (found,) = difference(path(), path(BackLoaded(flat_until=2027)))
    text = outline_of(found)
    assert text.splitlines()[0] == "Difference of two paths in USD"
    assert [line.partition(":")[0].strip() for line in heads(text)] == [
        "difference_2027",
        "difference_2028",
        "difference",
    ]


def test_a_ranking_tells_places_shares_and_who_has_none() -> None:
    found = rank(FLOOR, (ICELAND, SPAIN, SWEDEN), BOOK, as_of=TODAY)
    assert outline_of(found).splitlines() == [
        "Ranking by floor, 2026-11-25",
        "  At least this much. [tables, Table 3]",
        "  1. SWE: met",
        "    share: share reported, 2026, estimate = 2.62 % [tables, Table 3; edition 2026-07-10]",
        "  2. ESP: not reported",
        "    share: share reported, 2026, estimate = 2.00 % [tables, Table 3; edition 2026-07-10]",
        "  Without a place:",
        (
            "    ISL: Not applicable: the country has no armed forces, and NATO reports no defence "
            "expenditure of it."
        ),
    ]


def test_a_ranking_tells_what_moved_since_the_edition_before() -> None:
    found = rank(FLOOR, (SPAIN, SWEDEN), BOOK, as_of=TODAY, year=2025, edition="2026-07-10")
    lines = outline_of(found).splitlines()
    assert lines[0] == "Ranking by floor in 2025, 2026-11-25, edition 2026-07-10"
    assert [line for line in lines if "gained" in line or "change:" in line] == [
        "    Places gained since edition 2025-08-28: 1.",
        "    change: change since the edition before, 2025, estimate = 0.30 pp",
        "    Places gained since edition 2025-08-28: -1.",
        "    change: change since the edition before, 2025, estimate = -0.30 pp",
    ]


def test_a_tally_tells_the_count_with_every_share_in_it() -> None:
    found = tally(FLOOR, (ICELAND, SPAIN, SWEDEN), BOOK, as_of=TODAY)
    assert outline_of(found).splitlines()[:5] == [
        "Members at or above floor, 2026-11-25: 1 of 2",
        "  At least this much. [tables, Table 3]",
        "  met: members at or above the share, estimate = 1",
        "    = reach(floor, esp, swe)",
        "    = reach(2.50, 2.00, 2.62)",
    ]
    assert found.met is not None
    assert mistakes(outline_of(found.met)) == []


def test_a_tally_tells_who_is_not_counted_and_why() -> None:
    found = tally(FLOOR, (ICELAND, SPAIN, SWEDEN), BOOK, as_of=TODAY, year=2020)
    assert outline_of(found).splitlines() == [
        "Members at or above floor in 2020, 2026-11-25",
        "  At least this much. [tables, Table 3]",
        "  Nobody's share is reported.",
        "  Not counted:",
        (
            "    ESP: Not reported: no edition looked at has such a figure on this member "
            "for that year."
        ),
        "  Considered, does not apply:",
        (
            "    ISL: Not applicable: the country has no armed forces, and NATO reports no defence "
            "expenditure of it."
        ),
        "    SWE: Not applicable: the country was not yet a member on that day.",
    ]


def test_revisions_tell_what_changed_and_what_could_change_it() -> None:
    found = revisions(
        (SPAIN, SWEDEN), BOOK, before=BOOK.editions[0], after=BOOK.editions[1], floor=FLOOR
    )
    lines = outline_of(found).splitlines()
    assert lines[:2] == [
        "Revisions from edition 2025-08-28 to 2026-07-10",
        "  Changed: 3. The same as published: 0.",
    ]
    assert [line for line in lines[2:] if line.startswith(("  E", "  S", "    T", "    I"))] == [
        "  ESP, 2025",
        "    The two editions count different things.",
        "  SWE, 2025",
        "    The two editions count different things.",
        "    It is on the other side of the share asked about.",
        "  ESP, 2024",
        "    The two editions count different things.",
    ]
    assert "    change: change since the edition before, 2025, estimate = -0.30 pp" in lines


def test_revisions_tell_what_is_the_same_but_for_rounding_and_what_one_edition_lacks() -> None:
    book = ledger(
        (
            replace(edition("2025-08-28"), price_base=2015),
            observations({2024: "1.4", 2025: "1.9"}, places=1)
            + observations({2025: "2.20"}, member="SWE"),
        ),
        (edition("2026-07-10"), observations({2024: "1.43", 2025: "2.30"})),
        (
            edition("2026-08-10"),
            observations({2025: "2.30"}) + observations({2025: "2.20"}, member="SWE"),
        ),
    )
    first, second, third = book.editions
    found = revisions((SPAIN, SWEDEN), book, before=first, after=second)
    assert [line for line in outline_of(found).splitlines() if not line.startswith("    ")] == [
        "Revisions from edition 2025-08-28 to 2026-07-10",
        "  Changed: 1. The same as published: 1.",
        "  ESP, 2025",
        "  The same but for rounding: ESP 2024.",
        "  Only in edition 2025-08-28: SWE 2025.",
    ]
    assert "    Their constant prices are of different years." in outline_of(found).splitlines()
    found = revisions((SPAIN, SWEDEN), book, before=second, after=third)
    assert outline_of(found).splitlines() == [
        "Revisions from edition 2026-07-10 to 2026-08-10",
        "  Changed: 0. The same as published: 1.",
        "  Only in edition 2026-08-10: SWE 2025.",
    ]


def test_an_aggregate_tells_who_is_counted_and_what_follows() -> None:
    found = aggregate((ICELAND, SPAIN, SWEDEN), BOOK, as_of=TODAY, year=2026)
    lines = outline_of(found).splitlines()
    assert lines[:8] == [
        "Members together in 2026, 2026-11-25, edition 2026-07-10: 1 of 2 counted",
        "  Not complete: the figures are those of the members counted alone.",
        "  Counted: ESP.",
        "  In US dollars at current prices and exchange rates; NATO takes constant ones.",
        "  Without a GDP that NATO includes: ISL.",
        "  share: share of GDP of all that are counted, 2026, estimate = 2.00 %",
        "    = spent / gdp * 100",
        "    = 1000 / 50000 * 100",
    ]
    assert [line.partition(":")[0] for line in lines[-4:]] == [
        "  Not counted",
        "    SWE",
        "  Considered, does not apply",
        "    ISL",
    ]


def test_an_aggregate_of_nobody_reported_has_no_figure() -> None:
    found = aggregate((SPAIN,), BOOK, as_of=TODAY, year=2020)
    assert outline_of(found).splitlines() == [
        "Members together in 2020, 2026-11-25: 0 of 1 counted",
        "  Not complete: the figures are those of the members counted alone.",
        "  Not counted:",
        (
            "    ESP: No edition looked at has expenditure of this member in US dollars "
            "for that year."
        ),
    ]


def test_a_complete_aggregate_says_nothing_of_what_is_missing() -> None:
    found = aggregate((SPAIN,), BOOK, as_of=TODAY, year=2026)
    assert "Not" not in outline_of(found)
    assert "Without" not in outline_of(found)


def test_an_aggregate_like_natos_own_tells_its_prices_and_lacks_no_gdp() -> None:
    constant = observations({2026: "1000"}, indicator=Indicator.EXPENDITURE_USD_CONSTANT)
    iceland = observations({2026: "10"}, member="ISL", indicator=Indicator.GDP_USD_CONSTANT)
    book = ledger((edition("2026-07-10"), [*observations({2026: "2.00"}), *constant, *iceland]))
    lines = outline_of(aggregate((ICELAND, SPAIN), book, as_of=TODAY, year=2026)).splitlines()
    assert lines[1:4] == [
        "  Counted: ESP.",
        "  In US dollars at prices and exchange rates of 2021.",
        "  share: share of GDP of all that are counted, 2026, estimate = 1.67 %",
    ]
