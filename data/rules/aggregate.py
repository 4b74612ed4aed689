"""What a group of members spends together, weighted by GDP.

NATO works out its own totals in constant prices and exchange rates where it has them, and counts a
member from the year it joined in. Its total of GDP holds Iceland's too, which has no armed forces
and stands in no table held here: shares worked out from the members' rows are therefore above
NATO's own by up to 0.003 percentage points.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from data.errors import QuestionError
from data.members import Member
from data.messages import mark
from data.rules.derivation import Step, Unit
from data.rules.expenditure import Edition, Indicator, Ledger
from data.rules.tally import Uncounted
from data.rules.verdicts import Reason

_NOBODY = mark("A group without members spends nothing; name at least one member.")
_MONEY = (Indicator.EXPENDITURE_USD_CONSTANT, Indicator.EXPENDITURE_USD_CURRENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aggregate:
    """A group in one year, out of one edition and in one kind of dollars.

    `share` is in percent of the group's GDP, `spent` and `gdp` are in million US dollars, at prices
    of the steps' price base or, without one, at current prices. They are those of `counted` alone,
    and None where nobody is reported. `missing` are members whose expenditure or share is not held
    for that year; `not_applicable` were not members on its last day, or have no armed forces.
    """

    as_of: date
    year: int
    edition: str | None
    share: Step | None
    spent: Step | None
    gdp: Step | None
    counted: tuple[str, ...]
    missing: tuple[Uncounted, ...]
    not_applicable: tuple[Uncounted, ...]

    @property
    def complete(self) -> bool:
        return bool(self.counted) and not self.missing


def aggregate(
    members: Iterable[Member],
    ledger: Ledger,
    *,
    as_of: date,
    year: int,
    edition: str | None = None,
) -> Aggregate:
    """Sums up the group's expenditure and GDP of a year.

    By default it comes from the edition out by `as_of` that holds it for the most members, the
    newest of several. A member's GDP is its expenditure by its share of GDP. Raises QuestionError
    for a group of nobody, and for an edition that was not out.
    """
    group = sorted(members, key=lambda each: each.id)
    if not group:
        raise QuestionError(_NOBODY)
    unasked = tuple(
        Uncounted(each.id, why) for each in group if (why := _not_asked(each, year, as_of))
    )
    left_out = {each.member for each in unasked}
    asked = [each.id for each in group if each.id not in left_out]
    editions = ledger.published_by(as_of) if edition is None else (ledger.edition(edition, as_of),)
    used, rows = _rows(ledger, editions, asked, year)
    spent, gdp = _sums(rows)
    return Aggregate(
        as_of=as_of,
        year=year,
        edition=used,
        share=None if spent is None or gdp is None else _share(spent, gdp),
        spent=spent,
        gdp=gdp,
        counted=tuple(rows),
        missing=tuple(
            Uncounted(each, Reason.YEAR_NOT_REPORTED) for each in asked if each not in rows
        ),
        not_applicable=unasked,
    )


Rows = dict[str, tuple[Step, Step]]
"""Expenditure and GDP by member."""


def _not_asked(member: Member, year: int, as_of: date) -> Reason | None:
    if not member.is_member_on(min(as_of, date(year, 12, 31))):
        return Reason.NOT_A_MEMBER
    return None if member.armed_forces else Reason.NO_ARMED_FORCES


def _rows(
    ledger: Ledger, editions: Iterable[Edition], asked: list[str], year: int
) -> tuple[str | None, Rows]:
    """Those of the edition and the kind of dollars that cover the most members: the newest edition
    where several do, and constant prices where both kinds do."""
    best: tuple[str | None, Rows] = (None, {})
    for edition in editions:
        for indicator in _MONEY:
            found = {
                each: row
                for each in asked
                if (row := _row(ledger, edition, each, indicator, year)) is not None
            }
            if len(found) > len(best[1]):
                best = (edition.id, found)
    return best


def _row(
    ledger: Ledger, edition: Edition, member: str, indicator: Indicator, year: int
) -> tuple[Step, Step] | None:
    money = ledger.in_edition(edition, member, indicator)
    shares = ledger.in_edition(edition, member, Indicator.SHARE_OF_GDP)
    spent = money.by_year.get(year) if money is not None else None
    share = shares.by_year.get(year) if shares is not None else None
    if spent is None or share is None or not share.value:
        return None
    constant = indicator is Indicator.EXPENDITURE_USD_CONSTANT
    expenditure = Step(
        symbol=f"spent_{member.lower()}",
        what=mark("expenditure reported"),
        value=spent.value,
        unit=Unit.MILLION,
        places=0,
        estimate=spent.estimate,
        year=year,
        edition=edition.id,
        currency="USD",
        price_base=edition.price_base if constant else None,
        cites=spent.cites,
    )
    its_share = Step(
        symbol=f"share_{member.lower()}",
        what=mark("share of that expenditure, as published"),
        value=share.value,
        unit=Unit.PERCENT,
        places=max(2, -int(share.value.as_tuple().exponent)),
        estimate=share.estimate,
        year=year,
        edition=edition.id,
        cites=share.cites,
    )
    return expenditure, _gdp(member, expenditure, its_share)


def _gdp(member: str, spent: Step, share: Step) -> Step:
    formula = f"{spent.symbol} / {share.symbol} * 100"
    value = spent.value / share.value * 100
    what = mark("GDP, from expenditure and its share")
    return _million(f"gdp_{member.lower()}", what, value, formula, (spent, share))


def _sums(rows: Rows) -> tuple[Step | None, Step | None]:
    if not rows:
        return None, None
    spent = tuple(row[0] for row in rows.values())
    gdp = tuple(row[1] for row in rows.values())
    return (
        _sum("spent", mark("expenditure of all that are counted"), spent),
        _sum("gdp", mark("GDP of all that are counted"), gdp),
    )


def _sum(symbol: str, what: str, parts: tuple[Step, ...]) -> Step:
    first, *rest = (each.value for each in parts)
    formula = f"sum({', '.join(each.symbol for each in parts)})"
    return _million(symbol, what, sum(rest, first), formula, parts)


def _million(
    symbol: str, what: str, value: Decimal, formula: str, inputs: tuple[Step, ...]
) -> Step:
    first = inputs[0]
    return Step(
        symbol=symbol,
        what=what,
        value=value,
        unit=Unit.MILLION,
        places=0,
        estimate=any(each.estimate for each in inputs),
        year=first.year,
        edition=first.edition,
        currency="USD",
        price_base=first.price_base,
        formula=formula,
        inputs=inputs,
    )


def _share(spent: Step, gdp: Step) -> Step:
    return Step(
        symbol="share",
        what=mark("share of GDP of all that are counted"),
        value=spent.value / gdp.value * 100,
        unit=Unit.PERCENT,
        estimate=spent.estimate,
        year=spent.year,
        edition=spent.edition,
        formula="spent / gdp * 100",
        inputs=(spent, gdp),
    )
