"""How many members meet a clause, and who cannot be counted."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from data.errors import QuestionError
from data.members import Member
from data.messages import mark
from data.rules.assess import assess
from data.rules.assessment import Assessment
from data.rules.commitments import ShareTarget
from data.rules.derivation import Step, Unit
from data.rules.figures import floor_of
from data.rules.ledger import Ledger
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
class Roll:
    """Members called up by a clause, each list in the order of their codes.

    The shares of `counted` are all of one year: the one asked about, or else the newest that any of
    these members has a share for or ought to have one. Whoever lacks it is in `not_reported`, even
    where an older share is known: shares of different years are not held against each other.
    `not_applicable` were not members then or have no armed forces.
    """

    counted: tuple[Assessment, ...]
    not_reported: tuple[Uncounted, ...]
    not_applicable: tuple[Uncounted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Members at or above a share in one year: `year` if it was asked for, or else the newest one.

    Each list is in the order of the members' codes, see `Roll`. `met` counts the members in
    `reaching`; it is None where nobody's share is reported. `asked` is how many members the clause
    asks something of: all but those in `not_applicable`.
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
    roll = call_up(clause, members, ledger, as_of=as_of, edition=edition, year=year)
    reaching = tuple(each for each in roll.counted if _reaches(each))
    return Tally(
        clause=clause,
        as_of=as_of,
        year=year,
        edition=edition,
        met=_count(clause, roll.counted),
        asked=len(roll.counted) + len(roll.not_reported),
        reaching=reaching,
        short=tuple(each for each in roll.counted if not _reaches(each)),
        not_reported=roll.not_reported,
        not_applicable=roll.not_applicable,
    )


def tallies_by_year(
    clause: ShareTarget, members: Iterable[Member], ledger: Ledger, *, as_of: date, edition: str
) -> tuple[Tally, ...]:
    """One tally for each year that the edition reports for a member of that year, oldest first.

    For errors see `tally`.
    """
    check_floor(clause)
    ledger.edition(edition, as_of)
    roster = tuple(members)
    latest = (assess(clause, each, ledger, as_of=as_of, edition=edition) for each in roster)
    years = {year for each in latest if each.series for year in each.series.by_year}
    found = (
        tally(clause, roster, ledger, as_of=as_of, edition=edition, year=year)
        for year in sorted(years)
    )
    return tuple(each for each in found if each.met is not None)


def tallies_by_edition(
    clause: ShareTarget, members: Iterable[Member], ledger: Ledger, *, as_of: date, year: int
) -> tuple[Tally, ...]:
    """One tally of the year for each edition out by `as_of` that reports it for anybody, oldest
    first: what was held true of that year, and when.

    Raises QuestionError for a clause that sets a ceiling.
    """
    check_floor(clause)
    roster = tuple(members)
    found = (
        tally(clause, roster, ledger, as_of=as_of, edition=each.id, year=year)
        for each in reversed(ledger.published_by(as_of))
    )
    return tuple(each for each in found if each.met is not None)


def call_up(
    clause: ShareTarget,
    members: Iterable[Member],
    ledger: Ledger,
    *,
    as_of: date,
    edition: str | None = None,
    year: int | None = None,
) -> Roll:
    """Who is counted; a member given twice is called up once. For errors see `tally`."""
    check_floor(clause)
    if edition is not None:
        ledger.edition(edition, as_of)
    found = [
        assess(clause, each, ledger, as_of=as_of, edition=edition, year=year)
        for each in in_order(members)
    ]
    newest = max((each.series.newest_year for each in found if each.series), default=None)
    why = {each.member.id: _why_not(each, newest) for each in found}
    unasked = {each.member.id for each in found if each.verdict is Verdict.NOT_APPLICABLE}
    uncounted = [Uncounted(code, reason) for code, reason in why.items() if reason is not None]
    return Roll(
        counted=tuple(each for each in found if why[each.member.id] is None),
        not_reported=tuple(each for each in uncounted if each.member not in unasked),
        not_applicable=tuple(each for each in uncounted if each.member in unasked),
    )


def in_order(members: Iterable[Member]) -> list[Member]:
    """By their codes, each once."""
    once = {each.id: each for each in members}
    return [once[code] for code in sorted(once)]


def check_floor(clause: ShareTarget) -> None:
    """Raises QuestionError for a ceiling."""
    if clause.bound == "up_to":
        raise QuestionError(_CEILING, clause=clause.id)


def _why_not(found: Assessment, newest: int | None) -> Reason | None:
    """Why a member is not counted, whatever the verdict on an older share of it."""
    if found.share is None:
        return found.reason
    return None if found.share.year == newest else Reason.NEWEST_YEAR_NOT_REPORTED


def _reaches(found: Assessment) -> bool:
    return found.gap is not None and found.gap.value <= 0


def _count(clause: ShareTarget, counted: tuple[Assessment, ...]) -> Step | None:
    if not counted:
        return None
    floor = floor_of(clause)
    # Under the members' codes, so that many of them can stand in one formula.
    shares = tuple(
        replace(each.share, symbol=each.member.id.lower())
        for each in counted
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
