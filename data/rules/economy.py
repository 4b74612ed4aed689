"""GDP and spending along a path, in current prices.

No edition states GDP at current prices, so that of the start's year is taken from expenditure and
the share it is of GDP, both of one edition; later years grow at the rate that was given.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from data.messages import mark
from data.rules.derivation import Step, Unit
from data.rules.expenditure import Indicator
from data.rules.ledger import Ledger
from data.rules.money import spending

_KINDS = (("USD", Indicator.EXPENDITURE_USD_CURRENT), ("own", Indicator.EXPENDITURE_NATIONAL))


class NoMoney(StrEnum):
    """Why an amount of money cannot be worked out."""

    NOT_REPORTED = "not_reported"
    """No edition of that day has the expenditure of the year at current prices."""
    NOT_IN_ONE_EDITION = "not_in_one_edition"
    """Editions of that day have it, but none of them has the share of GDP of that year as well."""
    SHARE_OF_ZERO = "share_of_zero"
    """An edition has both, but no GDP follows from a share of zero."""


@dataclass(frozen=True, slots=True)
class MissingMoney:
    """`year` is the one that expenditure and share would have to be reported for."""

    indicator: Indicator
    year: int
    why: NoMoney


@dataclass(frozen=True, slots=True)
class Economy:
    """GDP of one year in millions, one step for each currency it is known in, dollars first."""

    gdp: tuple[Step, ...]
    missing: tuple[MissingMoney, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """One year of a path in one currency, each amount in millions at current prices.

    `extra` is what is spent beyond the start's share of the same GDP, `cumulative` all of that from
    the first year of the path on.
    """

    currency: str
    gdp: Step
    spending: Step
    extra: Step
    cumulative: Step


def economy_of(ledger: Ledger, member: str, *, year: int, day: date) -> Economy:
    """A member's GDP of `year` at current prices, as known by `day`.

    The national currency of a member that pays in dollars is told once, and is not missing.
    """
    pairs = spending(ledger, ledger.all_series(member, Indicator.SHARE_OF_GDP, day), year)
    gdp = tuple(_gdp(*pair, year) for pair in pairs if pair[0].price_base is None)
    found = {"USD" if each.currency == "USD" else "own" for each in gdp}
    if _pays_in_dollars(ledger, member, day):
        found.add("own")
    missing = tuple(
        MissingMoney(indicator, year, _why(ledger, member, indicator, year, day))
        for kind, indicator in _KINDS
        if kind not in found
    )
    return Economy(gdp, missing)


def gdp_in(year: int, gdp: Step, growth: Step, since: Step) -> Step:
    """GDP of a later year; `growth` is in percent a year, `since` the year that `gdp` is of."""
    return million(
        f"gdp_{year}",
        mark("GDP at the growth assumed"),
        year,
        f"gdp * (1 + growth / 100) ** ({year} - year)",
        (gdp, growth, since),
        gdp.value * (1 + growth.value / 100) ** (year - since.value),
    )


def spending_of(gdp: Step, share: Step, year: int) -> Step:
    return million(
        f"spending_{year}",
        mark("spending on this path"),
        year,
        f"{gdp.symbol} * {share.symbol} / 100",
        (gdp, share),
        gdp.value * share.value / 100,
    )


def extra_of(gdp: Step, share: Step, start: Step, year: int) -> Step:
    """What is spent beyond `start`, were that still the share of GDP."""
    return million(
        f"extra_{year}",
        mark("spending beyond a share that stays flat"),
        year,
        f"{gdp.symbol} * ({share.symbol} - {start.symbol}) / 100",
        (gdp, share, start),
        gdp.value * (share.value - start.value) / 100,
    )


def sum_of(amounts: Iterable[Step], symbol: str, what: str, year: int) -> Step:
    """The sum of amounts in one currency, of which there is at least one, up to `year`."""
    parts = tuple(amounts)
    total = parts[0].value
    for each in parts[1:]:
        total += each.value
    formula = f"sum({', '.join(each.symbol for each in parts)})"
    return million(symbol, what, year, formula, parts, total)


def million(
    symbol: str, what: str, year: int, formula: str, inputs: tuple[Step, ...], value: Decimal
) -> Step:
    """The currency and the edition are those of the first input, which is an amount of money."""
    return Step(
        symbol=symbol,
        what=what,
        value=value,
        unit=Unit.MILLION,
        places=0,
        estimate=any(each.estimate for each in inputs),
        year=year,
        edition=inputs[0].edition,
        currency=inputs[0].currency,
        formula=formula,
        inputs=inputs,
    )


def _gdp(expenditure: Step, share: Step, year: int) -> Step:
    return million(
        "gdp",
        mark("GDP, from expenditure and its share"),
        year,
        "expenditure / its_share * 100",
        (expenditure, share),
        expenditure.value / share.value * 100,
    )


def _pays_in_dollars(ledger: Ledger, member: str, day: date) -> bool:
    own = ledger.all_series(member, Indicator.EXPENDITURE_NATIONAL, day)
    return bool(own) and own[0].latest.currency == "USD"


def _why(ledger: Ledger, member: str, indicator: Indicator, year: int, day: date) -> NoMoney:
    shares = [
        ledger.in_edition(each.edition, member, Indicator.SHARE_OF_GDP)
        for each in ledger.all_series(member, indicator, day)
        if year in each.by_year
    ]
    if any(each is not None and year in each.by_year for each in shares):
        return NoMoney.SHARE_OF_ZERO
    return NoMoney.NOT_IN_ONE_EDITION if shares else NoMoney.NOT_REPORTED
