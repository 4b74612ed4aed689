"""What a gap in a share is worth in money."""

from data.messages import mark
from data.rules.derivation import Step, Unit
from data.rules.expenditure import Indicator, Ledger, Observation, Series

_MONEY = (
    Indicator.EXPENDITURE_USD_CURRENT,
    Indicator.EXPENDITURE_NATIONAL,
    Indicator.EXPENDITURE_USD_CONSTANT,
)


def money_gap(ledger: Ledger, shares: tuple[Series, ...], gap: Step, year: int) -> tuple[Step, ...]:
    """What the gap is worth in a year, in current US dollars and in the national currency.

    `shares` are the member's shares of GDP, newest edition first. No edition states GDP at current
    prices, so it is taken from expenditure and its share. Each amount comes from the newest edition
    that has both for that year; constant dollars stand in where current ones are in none.
    """
    found: dict[bool, Step] = {}
    for indicator in _MONEY:
        national = indicator is Indicator.EXPENDITURE_NATIONAL
        if national not in found and (step := _money(ledger, shares, gap, year, indicator)):
            found[national] = step
    dollars, own = found.get(False), found.get(True)
    if dollars is not None and own is not None and own.currency == dollars.currency:
        own = None
    return tuple(step for step in (dollars, own) if step is not None)


def _money(
    ledger: Ledger, shares: tuple[Series, ...], gap: Step, year: int, indicator: Indicator
) -> Step | None:
    for series in shares:
        spent = ledger.in_edition(series.edition, series.member, indicator)
        if spent is None or year not in spent.by_year or year not in series.by_year:
            continue
        return _money_step(series, series.by_year[year], spent.by_year[year], gap)
    return None


def _money_step(series: Series, share: Observation, spent: Observation, gap: Step) -> Step:
    national = spent.indicator is Indicator.EXPENDITURE_NATIONAL
    constant = spent.indicator is Indicator.EXPENDITURE_USD_CONSTANT
    currency = spent.currency if national else "USD"
    price_base = series.edition.price_base if constant else None
    edition = series.edition.id
    expenditure = Step(
        symbol="expenditure",
        what=mark("expenditure reported"),
        value=spent.value,
        unit=Unit.MILLION,
        places=0,
        estimate=spent.estimate,
        year=spent.year,
        edition=edition,
        currency=currency,
        price_base=price_base,
        cites=spent.cites,
    )
    exact = Step(
        symbol="its_share",
        what=mark("share of that expenditure, as published"),
        value=share.value,
        unit=Unit.PERCENT,
        places=max(2, -int(share.value.as_tuple().exponent)),
        estimate=share.estimate,
        year=share.year,
        edition=edition,
        cites=share.cites,
    )
    return Step(
        symbol="money",
        what=mark("gap in money a year"),
        value=expenditure.value / exact.value * gap.value,
        unit=Unit.MILLION,
        places=0,
        estimate=expenditure.estimate or exact.estimate or gap.estimate,
        year=spent.year,
        edition=edition,
        currency=currency,
        price_base=price_base,
        formula="expenditure / its_share * gap",
        inputs=(expenditure, exact, gap),
    )
