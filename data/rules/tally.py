"""How many members meet a clause, and who cannot be counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from data.errors import QuestionError
from data.members import Member
from data.messages import mark
from data.rules.assess import assess
from data.rules.assessment import Assessment
from data.rules.commitments import ShareTarget
from data.rules.derivation import Step, Unit
from data.rules.expenditure import Ledger, Series
from data.rules.figures import floor_of
from data.rules.verdicts import Reason, Verdict

_CEILING = mark(
    "The clause '{clause}' sets a ceiling, which nobody can reach; ask about a share to reach."
)


@dataclass(frozen=True, slots=True)
class Uncounted:
    """A member that has no share to be counted with, and the reason."""

    member: str
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Members at or above a share, by their latest figure or by that of one year.

    Each list is in the order of the members' codes. `met` counts the members in `reaching`; it is
    None where nobody's share is reported. A member whose newest year is not reported is not counted
    by an older one. `asked` is how many members the clause asks something of: all but those in
    `not_applicable`, which were not members then or have no armed forces.
    """

    clause: ShareTarget
    as_of: date
    year: int | None
    edition: str | None
    met: Step | None
    asked: int
    reaching: tuple[Assessment, ...]
    short: tuple[Assessment, ...]
    not_reported: tuple[Uncounted, ...]
    not_applicable: tuple[Uncounted, ...]

    @property
    def editions(self) -> tuple[str, ...]:
        """Every edition that a figure comes from; more than one where the newest lacks members."""
        counted = (*self.reaching, *self.short)
        return tuple(sorted({each.series.edition.id for each in counted if each.series}))


def tally(
    clause: ShareTarget,
    members: Iterable[Member],
    ledger: Ledger,
    *,
    as_of: date,
    edition: str | None = None,
    year: int | None = None,
) -> Tally:
    """For `edition` and `year` see `assess`; members of a year are those of its last day.

    Raises QuestionError for a clause that sets a ceiling, and for an edition that was not out.
    """
    check_floor(clause)
    reaching: list[Assessment] = []
    short: list[Assessment] = []
    unknown: list[Uncounted] = []
    unasked: list[Uncounted] = []
    for member in sorted(members, key=lambda each: each.id):
        found = assess(clause, member, ledger, as_of=as_of, edition=edition, year=year)
        if found.verdict is Verdict.NOT_APPLICABLE:
            unasked.append(Uncounted(member.id, found.reason))
        elif not is_counted(found):
            unknown.append(Uncounted(member.id, found.reason))
        elif found.gap is not None and found.gap.value <= 0:
            reaching.append(found)
        else:
            short.append(found)
    return Tally(
        clause=clause,
        as_of=as_of,
        year=year,
        edition=edition,
        met=_count(clause, (*reaching, *short)),
        asked=len(reaching) + len(short) + len(unknown),
        reaching=tuple(reaching),
        short=tuple(short),
        not_reported=tuple(unknown),
        not_applicable=tuple(unasked),
    )


def tallies_by_year(
    clause: ShareTarget, members: Iterable[Member], ledger: Ledger, *, as_of: date, edition: str
) -> tuple[Tally, ...]:
    """One tally for each year that the edition reports for anybody, oldest first."""
    roster = tuple(members)
    years = _years(clause, roster, ledger, as_of, edition)
    return tuple(
        tally(clause, roster, ledger, as_of=as_of, edition=edition, year=year) for year in years
    )


def tallies_by_edition(
    clause: ShareTarget, members: Iterable[Member], ledger: Ledger, *, as_of: date, year: int
) -> tuple[Tally, ...]:
    """One tally of the year for each edition out by `as_of` that reports it for anybody, oldest
    first: what was held true of that year, and when."""
    roster = tuple(members)
    found = (
        tally(clause, roster, ledger, as_of=as_of, edition=each.id, year=year)
        for each in reversed(ledger.published_by(as_of))
    )
    return tuple(each for each in found if each.met is not None)


def check_floor(clause: ShareTarget) -> None:
    """Raises QuestionError for a ceiling."""
    if clause.bound == "up_to":
        raise QuestionError(_CEILING, clause=clause.id)


def is_counted(found: Assessment) -> bool:
    """Whether there is a share of the year that counts: the year asked about, or the newest one."""
    series: Series | None = found.series
    return found.gap is not None and series is not None and not series.lacks_newest_year


def _years(
    clause: ShareTarget, members: tuple[Member, ...], ledger: Ledger, as_of: date, edition: str
) -> list[int]:
    years: set[int] = set()
    for member in members:
        found = assess(clause, member, ledger, as_of=as_of, edition=edition)
        if found.series is not None:
            years.update(found.series.by_year)
    return sorted(years)


def _count(clause: ShareTarget, counted: tuple[Assessment, ...]) -> Step | None:
    if not counted:
        return None
    floor = floor_of(clause)
    shares = tuple(
        _named(each.member.id, each.share)
        for each in sorted(counted, key=lambda each: each.member.id)
        if each.share is not None
    )
    return Step(
        symbol="met",
        what=mark("members at or above the share"),
        value=Decimal(sum(each.value >= floor.value for each in shares)),
        unit=Unit.COUNT,
        places=0,
        estimate=any(each.estimate for each in shares),
        formula=f"reach(floor, {', '.join(each.symbol for each in shares)})",
        inputs=(floor, *shares),
    )


def _named(code: str, share: Step) -> Step:
    """The share under the member's code, so that many of them can stand in one formula."""
    return Step(
        symbol=code.lower(),
        what=share.what,
        value=share.value,
        unit=share.unit,
        places=share.places,
        estimate=share.estimate,
        year=share.year,
        edition=share.edition,
        cites=share.cites,
    )
