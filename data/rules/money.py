"""What a gap in a share is worth in money."""

from data.messages import mark
from data.rules.derivation import Step, Unit
from data.rules.expenditure import Indicator, Observation, Series
from data.rules.ledger import Ledger

_DOLLARS = (Indicator.EXPENDITURE_USD_CURRENT, Indicator.EXPENDITURE_USD_CONSTANT)
_OWN = (Indicator.EXPENDITURE_NATIONAL,)


def money_gap(ledger: Ledger, shares: tuple[Series, ...], gap: Step, year: int) -> tuple[Step, ...]:
    """What the gap is worth in a year, in current US dollars and in the national currency.

    `shares` are the member's shares of GDP, newest edition first. No edition states GDP at current
    prices, so it is taken from expenditure and its share; see `spending` for where they come from.
    """
    return tuple(
        Step(
            symbol="money",
            what=mark("gap in money a year"),
            value=expenditure.value / share.value * gap.value,
            unit=Unit.MILLION,
            places=0,
            estimate=expenditure.estimate or share.estimate or gap.estimate,
            year=expenditure.year,
            edition=expenditure.edition,
            currency=expenditure.currency,
            price_base=expenditure.price_base,
            formula="expenditure / its_share * gap",
            inputs=(expenditure, share, gap),
        )
        for expenditure, share in spending(ledger, shares, year)
    )


def spending(
    ledger: Ledger, shares: tuple[Series, ...], year: int
) -> tuple[tuple[Step, Step], ...]:
    """A year's expenditure with its share of GDP, in US dollars and in the national currency.

    Each pair comes from the newest edition of `shares` that has both for that year; constant
    dollars stand in where current ones are in none. Where the currency is the dollar there is one
    pair, and where nothing is held there is none.
    """
    if not shares:
        return ()
    key = (shares[0].member, tuple(each.edition.id for each in shares), year)
    if key not in ledger.spending:
        ledger.spending[key] = _spending(ledger, shares, year)
    return ledger.spending[key]


def _spending(
    ledger: Ledger, shares: tuple[Series, ...], year: int
) -> tuple[tuple[Step, Step], ...]:
    dollars = _newest(ledger, shares, year, _DOLLARS)
    own = _newest(ledger, shares, year, _OWN)
    if dollars is not None and own is not None and own[0].currency == dollars[0].currency:
        own = None
    return tuple(pair for pair in (dollars, own) if pair is not None)


def _newest(
    ledger: Ledger, shares: tuple[Series, ...], year: int, indicators: tuple[Indicator, ...]
) -> tuple[Step, Step] | None:
    for indicator in indicators:
        for series in shares:
            spent = ledger.in_edition(series.edition, series.member, indicator)
            share = series.by_year.get(year)
            # Nothing spent says nothing about the GDP it is no share of.
            if spent is not None and year in spent.by_year and share is not None and share.value:
                return _expenditure(series, spent.by_year[year]), _share(series, share)
    return None


def _expenditure(series: Series, spent: Observation) -> Step:
    national = spent.indicator is Indicator.EXPENDITURE_NATIONAL
    constant = spent.indicator is Indicator.EXPENDITURE_USD_CONSTANT
    return Step(
        symbol="expenditure",
        what=mark("expenditure reported"),
        value=spent.value,
        unit=Unit.MILLION,
        places=0,
        estimate=spent.estimate,
        year=spent.year,
        edition=series.edition.id,
        currency=spent.currency if national else "USD",
        price_base=series.edition.price_base if constant else None,
        cites=spent.cites,
    )


def _share(series: Series, share: Observation) -> Step:
    return Step(
        symbol="its_share",
        what=mark("share of that expenditure, as published"),
        value=share.value,
        unit=Unit.PERCENT,
        places=max(2, -int(share.value.as_tuple().exponent)),
        estimate=share.estimate,
        year=share.year,
        edition=series.edition.id,
        cites=share.cites,
    )
