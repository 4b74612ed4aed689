"""What a commitment would ask for, were it written otherwise."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from data.errors import PlanError
from data.members import Member
from data.messages import mark
from data.rules.commitments import AnnualIncrease, Commitment, ShareTarget
from data.rules.derivation import Step, Unit
from data.rules.ledger import Ledger
from data.rules.path import OF_GDP, Path, path_to
from data.rules.plans import Keeping

_NO_FLOOR = mark(
    "The commitment '{commitment}' has no floor for core or defence spending to find a path to."
)
_NOT_KNOWN = mark("Nobody knew of the commitment '{commitment}' on {day}; ask about a later day.")
_NOT_ALIKE = mark(
    "Two paths can be compared where they start from the same figure and end in the same year; "
    "these are {one} and {other}."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What one path costs beyond another in one currency, in millions: in each year, and in all.

    Negative where it costs less.
    """

    currency: str
    by_year: tuple[Step, ...]
    total: Step


_BEYOND = mark("spending beyond that of the other path")


def what_if(
    commitment: Commitment,
    member: Member,
    ledger: Ledger,
    *,
    as_of: date,
    by: int | None = None,
    without_increase: bool = False,
    growth: Decimal = Decimal(0),
    until: int | None = None,
) -> Path:
    """The least that keeps a commitment: even steps to its floor, and where it has a yearly
    increase at least that in each year the increase covers, until the floor is reached.

    `by` moves the floor's year, `without_increase` leaves the yearly increase out. The path is that
    of the commitment's first floor for core or defence spending. For `growth` and `until` see
    `path_to`. Raises PlanError where there is no such floor, and where no path can be drawn.
    """
    if commitment.status_on(as_of) is None:
        raise PlanError(_NOT_KNOWN, commitment=commitment.id, day=as_of.isoformat())
    return path_to(
        _floor(commitment),
        member,
        ledger,
        as_of=as_of,
        plan=Keeping(year=by),
        increase=None if without_increase else increase_in(commitment),
        growth=growth,
        until=until,
    )


def difference(one: Path, other: Path) -> tuple[Difference, ...]:
    """What `one` costs beyond `other`, in each currency that both know.

    Raises PlanError where they do not start from the same share and the same growth, or do not
    cover the same years; `until` makes paths of different length end together.
    """
    if _ends(one) != _ends(other):
        raise PlanError(_NOT_ALIKE, one=_told(one), other=_told(other))
    theirs = _spending(other)
    found: list[Difference] = []
    for currency, mine in _spending(one).items():
        if currency in theirs:
            by_year = tuple(map(_between, mine, theirs[currency]))
            found.append(Difference(currency=currency, by_year=by_year, total=_total(by_year)))
    return tuple(found)


def _spending(path: Path) -> dict[str, list[Step]]:
    """What is spent in each year, by currency."""
    found: dict[str, list[Step]] = {}
    for year in path.years:
        for each in year.money:
            found.setdefault(each.currency, []).append(each.spending)
    return found


def _floor(commitment: Commitment) -> ShareTarget:
    found = floor_in(commitment)
    if found is None:
        raise PlanError(_NO_FLOOR, commitment=commitment.id)
    return found


def floor_in(commitment: Commitment) -> ShareTarget | None:
    """The share of GDP that a path leads to: the first that is a floor, and is published."""
    for clause in commitment.clauses:
        if (
            isinstance(clause, ShareTarget)
            and clause.bound == "at_least"
            and clause.category in OF_GDP
        ):
            return clause
    return None


def increase_in(commitment: Commitment) -> AnnualIncrease | None:
    """The clause that asks for a yearly rise of that share."""
    for clause in commitment.clauses:
        if isinstance(clause, AnnualIncrease) and clause.category in OF_GDP:
            return clause
    return None


def _ends(path: Path) -> tuple[object, ...]:
    return (path.start, path.growth, path.member.id, tuple(each.year for each in path.years))


def _told(path: Path) -> str:
    last = f" to {path.years[-1].year}" if path.years else ", without a year"
    growth = f" at {path.growth.value:f} % growth"
    return f"{path.member.id} from {path.start.value} % in {path.start.year}{last}{growth}"


def _between(mine: Step, theirs: Step) -> Step:
    one = _named(mine, "one", mark("spending on this path"))
    other = _named(theirs, "other", mark("spending on the other path"))
    symbol, value = f"difference_{mine.year}", mine.value - theirs.value
    return _million(symbol, _BEYOND, "one - other", (one, other), value)


def _total(by_year: tuple[Step, ...]) -> Step:
    formula = f"sum({', '.join(each.symbol for each in by_year)})"
    first, *rest = (each.value for each in by_year)
    return _million("difference", _BEYOND, formula, by_year, sum(rest, first))


def _named(step: Step, symbol: str, what: str) -> Step:
    """Spending of the same year has the same symbol on both paths."""
    return _million(symbol, what, step.symbol, (step,), step.value)


def _million(
    symbol: str, what: str, formula: str, inputs: tuple[Step, ...], value: Decimal
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
        currency=first.currency,
        formula=formula,
        inputs=inputs,
    )
