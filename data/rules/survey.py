"""Which commitments hold for a member on a day, and which were considered and do not, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from data.members import Member
from data.messages import mark
from data.rules.commitments import Commitment, Fulfilment, Status, StatusChange
from data.rules.contradictions import check_contradictions
from data.rules.judge import Judgement, judge
from data.rules.ledger import Ledger


class SetAside(StrEnum):
    """Why a commitment that was known on a day asks nothing of a member."""

    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    ONLY_PROPOSED = "only_proposed"
    ONLY_DEMANDED = "only_demanded"
    NOT_A_MEMBER = "not_a_member"


SET_ASIDE: dict[SetAside, str] = {
    SetAside.SUPERSEDED: mark("Superseded: another commitment took its place."),
    SetAside.WITHDRAWN: mark("Withdrawn by whoever made it."),
    SetAside.ONLY_PROPOSED: mark("Not agreed: on that day it was a proposal."),
    SetAside.ONLY_DEMANDED: mark("Not agreed: on that day it was one side's demand."),
    SetAside.NOT_A_MEMBER: mark("Agreed, but the country was not yet a member on that day."),
}
"""Each reason in one English sentence."""

_WHY: dict[Status, SetAside] = {
    Status.SUPERSEDED: SetAside.SUPERSEDED,
    Status.WITHDRAWN: SetAside.WITHDRAWN,
    Status.PROPOSED: SetAside.ONLY_PROPOSED,
    Status.DEMANDED: SetAside.ONLY_DEMANDED,
}


@dataclass(frozen=True, slots=True)
class Considered:
    """`since` is the status the reason rests on, with its day and its sources."""

    commitment: Commitment
    why: SetAside
    since: StatusChange


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """Everything asked of a member on a day.

    `agreed` hold, `open` are proposals and demands judged as if they held; both newest first, and
    among the open the proposals before the demands. `set_aside` are all that do not hold, the open
    ones among them, oldest first. What nobody knew of on that day is in none of them.
    """

    member: Member
    as_of: date
    agreed: tuple[Judgement, ...]
    open: tuple[Judgement, ...]
    set_aside: tuple[Considered, ...]


def survey(
    commitments: Iterable[Commitment],
    member: Member,
    ledger: Ledger,
    *,
    as_of: date,
    fulfilments: Iterable[Fulfilment] = (),
) -> Survey:
    """Raises ContradictionError where two commitments that hold ask for different things."""
    known = sorted((each for each in commitments if each.status_on(as_of) is not None), key=_age)
    check_contradictions(known, as_of=as_of)
    done = tuple(fulfilments)
    judged = [judge(each, member, ledger, as_of=as_of, fulfilments=done) for each in known]
    judged.sort(key=lambda each: each.status.on.last if each.status else date.min, reverse=True)
    considered = tuple(_considered(each, member, as_of) for each in known)
    is_member = member.is_member_on(as_of)
    return Survey(
        member=member,
        as_of=as_of,
        agreed=_with(judged, Status.AGREED) if is_member else (),
        open=_with(judged, Status.PROPOSED) + _with(judged, Status.DEMANDED),
        set_aside=tuple(each for each in considered if each is not None),
    )


def _age(commitment: Commitment) -> tuple[date, str]:
    return commitment.history[0].on.last, commitment.id


def _with(judged: Iterable[Judgement], status: Status) -> tuple[Judgement, ...]:
    return tuple(
        each for each in judged if each.status is not None and each.status.status is status
    )


def _considered(commitment: Commitment, member: Member, as_of: date) -> Considered | None:
    since = commitment.status_on(as_of)
    if since is None:
        return None
    if since.status is not Status.AGREED:
        return Considered(commitment, _WHY[since.status], since)
    if not member.is_member_on(as_of):
        return Considered(commitment, SetAside.NOT_A_MEMBER, since)
    return None
