"""A workbook against what is known already: of the same edition, and of the one before it."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from data.dates import PartialDate
from data.importers.nato.earlier import changes
from data.importers.nato.edition import Taken
from data.importers.nato.held import compare, figures_of, filled, is_another, twin
from data.rules.expenditure import Edition, Gap, Indicator, Observation
from data.rules.ledger import Ledger
from data.sources import Cite
from tests.shipped import KNOWN

CITES = (Cite(source="nato", locator="Table 3"),)
SHARE, PEOPLE = Indicator.SHARE_OF_GDP, Indicator.PERSONNEL


def observed(
    member: str,
    year: int,
    value: str,
    indicator: Indicator = SHARE,
    *,
    places: int = 2,
    estimate: bool = False,
) -> Observation:
    return Observation(
        member=member,
        indicator=indicator,
        year=year,
        value=Decimal(value),
        estimate=estimate,
        places=places,
        cites=CITES,
    )


def edition(day: str, *, base: int | None = 2021, gaps: tuple[Gap, ...] = ()) -> Edition:
    return Edition(
        id=day,
        title="Tables",
        published_on=PartialDate.parse(day),
        basis="defence",
        price_base=base,
        complete=not gaps,
        gaps=gaps,
        cites=CITES,
    )


def read(day: str, figures: Sequence[Observation], *, gaps: tuple[Gap, ...] = ()) -> Taken:
    return Taken(source=None, edition=edition(day, gaps=gaps), figures=tuple(figures))


ESP, FIN = observed("ESP", 2024, "1.28"), observed("FIN", 2024, "2.41")

SAME_EDITION = {
    "the same": (ESP, ESP, "same"),
    "another value": (ESP, replace(ESP, value=Decimal("1.43")), "other"),
    "an estimate no more": (ESP, replace(ESP, estimate=True), "other"),
    "more decimals": (ESP, replace(ESP, value=Decimal("1.2825")), "finer"),
    "fewer decimals": (replace(ESP, value=Decimal("1.2825")), ESP, "finer"),
    "printed with one decimal": (replace(ESP, value=Decimal("1.3"), places=1), ESP, "finer"),
    "not held": (FIN, ESP, "new and gone"),
    "another source": (
        ESP,
        replace(ESP, cites=(Cite(source="a-copy", locator="a list"),)),
        "same",
    ),
}


@pytest.mark.parametrize("what", SAME_EDITION)
def test_figures_of_one_edition_are_compared(what: str) -> None:
    held, new, told = SAME_EDITION[what]
    found = compare([held], [new])
    counts = (found.same, len(found.other), len(found.new), len(found.gone))
    expected = {
        "same": (1, 0, 0, 0),
        "other": (0, 1, 0, 0),
        "finer": (0, 1, 0, 0),
        "new and gone": (0, 0, 1, 1),
    }
    assert counts == expected[told]
    assert [each.is_finer for each in found.other] == [told == "finer"] * counts[1]
    assert found.is_same == (told == "same")


@pytest.mark.parametrize(
    ("held", "new", "another"),
    [
        (edition("2024-06-17"), edition("2024-06-17"), False),
        (edition("2024-06-17", base=None), edition("2024-06-17"), False),
        (edition("2024-06-17", base=2015), edition("2024-06-17"), True),
        (edition("2024-06-17"), replace(edition("2024-06-17"), basis="core"), True),
    ],
)
def test_what_counts_otherwise_is_another_edition(
    held: Edition, new: Edition, another: bool
) -> None:
    assert is_another(held, new) == another


def test_the_same_figures_under_another_day_are_found() -> None:
    ledger = Ledger.of([(edition("2024-06-17"), [ESP]), (edition("2025-08-28"), [ESP, FIN])])
    assert twin(ledger, read("2025-08-29", [ESP, FIN])) == ledger.editions[1]
    assert twin(ledger, read("2025-08-28", [ESP, FIN])) is None
    assert twin(ledger, read("2025-08-29", [FIN])) is None


def gap(members: tuple[str, ...], years: tuple[int, ...], reason: str) -> Gap:
    assert reason in ("blank_in_edition", "not_in_our_copy")
    return Gap(members=members, indicator=SHARE, years=years, reason=reason, cites=CITES)


def test_what_is_added_to_an_edition_is_no_gap_any_more() -> None:
    held = replace(
        edition("2025-08-28", base=None, gaps=(gap(("ESP", "FIN"), (2024,), "not_in_our_copy"),)),
        weak="Read in newspapers.",
    )
    blank = gap(("DEU",), (2024,), "blank_in_edition")
    new = read("2025-08-28", [ESP], gaps=(blank,))
    half = filled(held, new, [ESP])
    assert (half.gaps, half.complete) == ((blank, gap(("FIN",), (2024,), "not_in_our_copy")), False)
    whole = filled(held, new, [ESP, FIN])
    assert (whole.gaps, whole.complete) == ((blank,), True)
    assert (whole.weak, whole.price_base, whole.cites) == (held.weak, 2021, CITES)


def test_a_gap_of_ours_that_the_workbook_leaves_blank_is_natos() -> None:
    held = edition("2025-08-28", gaps=(gap(("DEU",), (2024,), "not_in_our_copy"),))
    blank = gap(("DEU",), (2024,), "blank_in_edition")
    assert filled(held, read("2025-08-28", [ESP], gaps=(blank,)), [ESP]).gaps == (blank,)


OLD = (edition("2024-06-17", base=2015), [ESP, FIN, observed("FIN", 2023, "2.09")])
REPORT = (edition("2025-04-24"), [observed("ESP", 2024, "1.3", places=1)])


def test_an_edition_is_held_against_the_one_before_it() -> None:
    figures = [
        observed("ESP", 2024, "1.43"),
        observed("FIN", 2024, "1.98"),
        observed("FIN", 2023, "2.09"),
    ]
    found = changes(Ledger.of([OLD, REPORT]), KNOWN.roster, read("2025-08-28", figures))
    assert found is not None
    # The report between the two has one decimal, and would cross floors that it does not.
    assert found.before.id == "2024-06-17"
    assert [(each.member, str(each.change.value)) for each in found.greatest] == [
        ("FIN", "-0.43"),
        ("ESP", "0.15"),
    ]
    assert [(each.member, each.year) for each in found.crossing] == [("FIN", 2024)]
    assert found.shares.same == 1


def test_where_no_edition_is_as_fine_the_newest_counts() -> None:
    found = changes(Ledger.of([REPORT]), KNOWN.roster, read("2025-08-28", [ESP]))
    assert found is not None
    assert (found.before.id, found.shares.rounded) == ("2025-04-24", (("ESP", 2024),))


def test_a_first_edition_has_nothing_before_it() -> None:
    assert changes(Ledger.of([]), KNOWN.roster, read("2025-08-28", [ESP])) is None
    later = (edition("2026-07-10"), [ESP])
    assert changes(Ledger.of([later]), KNOWN.roster, read("2025-08-28", [ESP])) is None


def test_other_figures_are_counted_by_the_edition_that_had_them() -> None:
    gdp = Indicator.GDP_USD_CONSTANT
    older = (
        edition("2019-06-25", base=2015),
        [observed("ESP", 2018, "120", PEOPLE), observed("ESP", 2018, "1300", gdp)],
    )
    figures = [
        ESP,
        observed("ESP", 2018, "121", PEOPLE),
        observed("ESP", 2019, "122", PEOPLE),
        observed("ESP", 2018, "1500", gdp),
    ]
    found = changes(Ledger.of([older, OLD]), KNOWN.roster, read("2025-08-28", figures))
    assert found is not None
    assert [
        (each.indicator, each.before.id, each.both, each.changed, each.repriced)
        for each in found.others
    ] == [(gdp, "2019-06-25", 1, 1, True), (PEOPLE, "2019-06-25", 1, 1, False)]


def test_all_figures_of_an_edition_are_found() -> None:
    ledger = Ledger.of([OLD, REPORT])
    assert figures_of(ledger, ledger.editions[1]) == tuple(REPORT[1])
