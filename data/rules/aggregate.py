"""What a group of members spends together, weighted by GDP.

NATO divides the expenditure of its members by their GDP, both in constant prices and exchange
rates, and counts a member from the year it joined in. It divides by the GDP of Iceland as well,
which has no armed forces and spends nothing: where an edition held here lacks that GDP, a share is
above NATO's own by up to 0.0035 percentage points. At current prices the exchange rates of the year
weigh the members otherwise: such a share is up to 0.1 percentage points off NATO's own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from data.errors import QuestionError
from data.members import Member
from data.messages import mark
from data.rules.derivation import Step, Unit
from data.rules.expenditure import Edition, Indicator, Observation
from data.rules.ledger import Ledger
from data.rules.tally import Uncounted
from data.rules.verdicts import Reason

_NOBODY = mark("A group without members spends nothing; name at least one member.")
_MONEY = (Indicator.EXPENDITURE_USD_CONSTANT, Indicator.EXPENDITURE_USD_CURRENT)


class Lack(StrEnum):
    """Why a member's expenditure is not in a sum; the reason in words stands in `LACKS`."""

    NO_EDITION = "no_edition"
    NO_EXPENDITURE = "no_expenditure"
    OTHER_PRICES = "other_prices"
    NO_GDP = "no_gdp"


LACKS: dict[Lack, str] = {
    Lack.NO_EDITION: mark(
        "No edition looked at has expenditure of this member in US dollars for that year."
    ),
    Lack.NO_EXPENDITURE: mark(
        "The edition taken has no expenditure of this member in US dollars for that year that is "
        "held here."
    ),
    Lack.OTHER_PRICES: mark(
        "The edition taken has this member's expenditure in US dollars of other prices only, and "
        "the two are never summed up."
    ),
    Lack.NO_GDP: mark(
        "This member's expenditure is held, but neither its GDP nor a share of GDP that it "
        "follows from."
    ),
}
"""Each lack in one English sentence."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """A member whose expenditure belongs in a sum and is not in it."""

    member: str
    reason: Lack


@dataclass(frozen=True, slots=True, kw_only=True)
class Aggregate:
    """A group in one year, out of one edition and in one kind of dollars.

    `share` is in percent of the group's GDP, `spent` and `gdp` are in million US dollars, at prices
    of the steps' price base or, without one, at current prices. They are those of `counted`, and
    `gdp` is also that of members without armed forces but for those in `gdp_missing`; all three are
    None where nobody is reported. `missing` are members whose expenditure or GDP is not held for
    that year in the same dollars; `not_applicable` were not members on its last day, or have no
    armed forces.
    """

    as_of: date
    year: int
    edition: str | None
    share: Step | None
    spent: Step | None
    gdp: Step | None
    counted: tuple[str, ...]
    missing: tuple[Lacking, ...]
    not_applicable: tuple[Uncounted, ...]

    @property
    def complete(self) -> bool:
        """Whether every member that spends is counted."""
        return bool(self.counted) and not self.missing

    @property
    def in_constant_prices(self) -> bool:
        """Whether it is worked out as NATO's own; at current prices it is another figure."""
        return self.spent is not None and self.spent.price_base is not None

    @property
    def gdp_missing(self) -> tuple[str, ...]:
        """Members without armed forces whose GDP is not in `gdp`, as it is in NATO's own."""
        held = set[str]() if self.gdp is None else {each.symbol for each in self.gdp.inputs}
        return tuple(
            each.member
            for each in self.not_applicable
            if each.reason is Reason.NO_ARMED_FORCES and _gdp_of(each.member) not in held
        )


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
    newest of several. A member's GDP is the one its edition reports in the same prices or else its
    expenditure by its share of GDP. Raises QuestionError for a group of nobody, and for an edition
    that was not out.
    """
    group = sorted(members, key=lambda each: each.id)
    if not group:
        raise QuestionError(_NOBODY)
    unasked = tuple(
        Uncounted(each.id, why) for each in group if (why := _not_asked(each, year, as_of))
    )
    left_out = {each.member for each in unasked}
    asked = [each.id for each in group if each.id not in left_out]
    unarmed = [each.member for each in unasked if each.reason is Reason.NO_ARMED_FORCES]
    editions = ledger.published_by(as_of) if edition is None else (ledger.edition(edition, as_of),)
    tables = [_Table(ledger, each, money, year) for each in editions for money in _MONEY]
    table, rows = _fullest(tables, asked)
    spent, gdp = _sums(rows, {} if table is None else table.lone(unarmed))
    return Aggregate(
        as_of=as_of,
        year=year,
        edition=edition if table is None else table.edition.id,
        share=None if spent is None or gdp is None else _share(spent, gdp),
        spent=spent,
        gdp=gdp,
        counted=tuple(rows),
        missing=tuple(
            Lacking(each, _lack(each, tables, table)) for each in asked if each not in rows
        ),
        not_applicable=unasked,
    )


Rows = dict[str, tuple[Step, Step]]
"""Expenditure and GDP by member."""


@dataclass(frozen=True, slots=True)
class _Table:
    """One year in one edition and in one kind of its dollars."""

    ledger: Ledger
    edition: Edition
    money: Indicator
    year: int

    @property
    def price_base(self) -> int | None:
        constant = self.money is Indicator.EXPENDITURE_USD_CONSTANT
        return self.edition.price_base if constant else None

    def rows(self, asked: list[str]) -> Rows:
        found = ((each, self._row(each)) for each in asked)
        return {member: row for member, row in found if row is not None}

    def lone(self, unarmed: list[str]) -> dict[str, Step]:
        """The GDP of members that spend nothing."""
        found = ((each, self._gdp_reported(each)) for each in unarmed)
        return {member: gdp for member, gdp in found if gdp is not None}

    def spent(self, member: str) -> Observation | None:
        return self._value(member, self.money)

    def _row(self, member: str) -> tuple[Step, Step] | None:
        found = self.spent(member)
        if found is None:
            return None
        what = mark("expenditure reported")
        spent = self._dollars(f"spent_{member.lower()}", what, found.value, found)
        gdp = self._gdp_reported(member) or self._gdp_from(member, spent)
        return None if gdp is None else (spent, gdp)

    def _gdp_reported(self, member: str) -> Step | None:
        """None for current prices: no edition's GDP in those is held."""
        if self.money is not Indicator.EXPENDITURE_USD_CONSTANT:
            return None
        found = self._value(member, Indicator.GDP_USD_CONSTANT)
        if found is None:
            return None
        # Held in billions; everything is summed up in millions, as NATO prints it.
        value = found.value.scaleb(3)
        return self._dollars(_gdp_of(member), mark("GDP reported"), value, found)

    def _gdp_from(self, member: str, spent: Step) -> Step | None:
        """None without a share, and for one of zero: no GDP follows from that."""
        found = self._value(member, Indicator.SHARE_OF_GDP)
        if found is None or not found.value:
            return None
        share = Step(
            symbol=f"share_{member.lower()}",
            what=mark("share of that expenditure, as published"),
            value=found.value,
            unit=Unit.PERCENT,
            places=_places(found),
            estimate=found.estimate,
            year=self.year,
            edition=self.edition.id,
            cites=found.cites,
        )
        value = spent.value / share.value * 100
        formula = f"{spent.symbol} / {share.symbol} * 100"
        what = mark("GDP, from expenditure and its share")
        return _million(_gdp_of(member), what, value, formula, (spent, share))

    def _dollars(self, symbol: str, what: str, value: Decimal, found: Observation) -> Step:
        return Step(
            symbol=symbol,
            what=what,
            value=value,
            unit=Unit.MILLION,
            places=0,
            estimate=found.estimate,
            year=self.year,
            edition=self.edition.id,
            currency="USD",
            price_base=self.price_base,
            cites=found.cites,
        )

    def _value(self, member: str, indicator: Indicator) -> Observation | None:
        series = self.ledger.in_edition(self.edition, member, indicator)
        return None if series is None else series.by_year.get(self.year)


def _not_asked(member: Member, year: int, as_of: date) -> Reason | None:
    if not member.is_member_on(min(as_of, date(year, 12, 31))):
        return Reason.NOT_A_MEMBER
    return None if member.armed_forces else Reason.NO_ARMED_FORCES


def _fullest(tables: list[_Table], asked: list[str]) -> tuple[_Table | None, Rows]:
    """The table that covers the most members, with its rows: the newest edition's where several
    do, and constant prices where both kinds do."""
    best: tuple[_Table | None, Rows] = (None, {})
    for table in tables:
        rows = table.rows(asked)
        if len(rows) > len(best[1]):
            best = (table, rows)
    return best


def _lack(member: str, tables: list[_Table], taken: _Table | None) -> Lack:
    having = [each for each in tables if each.spent(member) is not None]
    if taken is None:
        return Lack.NO_GDP if having else Lack.NO_EDITION
    if taken.spent(member) is not None:
        return Lack.NO_GDP
    beside = any(each.edition is taken.edition for each in having)
    return Lack.OTHER_PRICES if beside else Lack.NO_EXPENDITURE


def _gdp_of(member: str) -> str:
    """The symbol of a member's GDP."""
    return f"gdp_{member.lower()}"


def _places(share: Observation) -> int:
    """A share enters in full, and is shown so; one that its source rounded further is not shown
    any finer."""
    return share.places if share.places < 2 else max(2, -int(share.value.as_tuple().exponent))


def _sums(rows: Rows, lone: dict[str, Step]) -> tuple[Step | None, Step | None]:
    if not rows:
        return None, None
    spent = tuple(row[0] for row in rows.values())
    gdp = {**{member: row[1] for member, row in rows.items()}, **lone}
    return (
        _sum("spent", mark("expenditure of all that are counted"), spent),
        _sum("gdp", mark("GDP of all that are counted"), tuple(gdp[each] for each in sorted(gdp))),
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
        # No finer than the coarsest share that a GDP comes from.
        places=min([2, *(each.places for each in gdp.walk() if each.unit is Unit.PERCENT)]),
        estimate=spent.estimate or gdp.estimate,
        year=spent.year,
        edition=spent.edition,
        formula="spent / gdp * 100",
        inputs=(spent, gdp),
    )
