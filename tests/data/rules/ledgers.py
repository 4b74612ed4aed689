"""Small ledgers that rule tests are read against."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from data.dates import PartialDate
from data.members import Member
from data.rules import (
    AnnualIncrease,
    Category,
    Edition,
    Gap,
    Indicator,
    Ledger,
    Observation,
    ShareTarget,
)
from data.sources import Cite

CITES = (Cite(source="tables", locator="Table 3"),)
SPAIN = Member(id="ESP", iso2="ES", joined=date(1982, 5, 30), armed_forces=True, cites=CITES)
ICELAND = Member(id="ISL", iso2="IS", joined=date(1949, 8, 24), armed_forces=False, cites=CITES)
SWEDEN = Member(id="SWE", iso2="SE", joined=date(2024, 3, 7), armed_forces=True, cites=CITES)


def edition(published_on: str, *, gaps: tuple[Gap, ...] = (), basis: str = "defence") -> Edition:
    return Edition(
        id=published_on,
        title=f"Edition of {published_on}",
        published_on=PartialDate.parse(published_on),
        basis="core" if basis == "core" else "defence",
        price_base=2021,
        complete=True,
        gaps=gaps,
        cites=CITES,
    )


def observations(
    values: Mapping[int, str],
    *,
    member: str = "ESP",
    indicator: Indicator = Indicator.SHARE_OF_GDP,
    places: int = 2,
    currency: str | None = None,
) -> list[Observation]:
    """The last year is an estimate, as in NATO's tables."""
    return [
        Observation(
            member=member,
            indicator=indicator,
            year=year,
            value=Decimal(value),
            estimate=year == max(values),
            cites=CITES,
            places=places,
            currency=currency,
        )
        for year, value in values.items()
    ]


def ledger(*editions: tuple[Edition, Iterable[Observation]]) -> Ledger:
    return Ledger.of(editions)


def one_edition(values: Mapping[int, str], published_on: str = "2026-07-10") -> Ledger:
    return ledger((edition(published_on), observations(values)))


def at_least(share: str, by: int | None, category: Category = Category.CORE) -> ShareTarget:
    return ShareTarget(
        id="floor",
        category=category,
        share=Decimal(share),
        by=by,
        claim="At least this much.",
        cites=CITES,
    )


def rising_by(step: str, start: int, until: int | None = None) -> AnnualIncrease:
    return AnnualIncrease(
        id="annual-increase",
        category=Category.CORE,
        step=Decimal(step),
        start=start,
        until=until,
        claim="A little more each year.",
        cites=CITES,
    )
