"""Members in the order of their shares, and how places moved since the edition before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from data.errors import QuestionError
from data.members import Member
from data.messages import mark
from data.rules.assessment import Assessment
from data.rules.commitments import ShareTarget
from data.rules.derivation import Step, Unit
from data.rules.expenditure import Series
from data.rules.figures import share_of
from data.rules.ledger import Ledger
from data.rules.tally import Uncounted, call_up
from data.rules.verdicts import Verdict

Pair = tuple[Step, Step]
"""A share, and what an edition before said of the same year."""

_NOT_RANKED = mark("No member '{member}' has a place in this ranking; ranked are {ranked}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """What changed for one year between an edition and the newest one before it that reports the
    member for that year, to as many decimals.

    `share` is the change in percentage points. `places` is how many the member gained, negative
    where it lost some, counted among the members that both editions rank; None where that other
    edition ranks fewer than half of them, which tells nothing about places.
    """

    since: str
    share: Step
    places: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Equal shares have equal places, and the next place counts them all: 1, 2, 2, 4."""

    place: int
    member: str
    share: Step
    assessment: Assessment
    movement: Movement | None = None

    @property
    def verdict(self) -> Verdict:
        return self.assessment.verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Members by their shares of one year: `year` if it was asked for, or else the newest one, see
    `Roll`.

    `places` are from the highest share down, equal ones in the order of their codes; `unranked` are
    the members without a share of that year, by their codes.
    """

    clause: ShareTarget
    as_of: date
    year: int | None
    edition: str | None
    places: tuple[Place, ...]
    unranked: tuple[Uncounted, ...]

    def around(self, member: str, *, reach: int = 2) -> tuple[Place, ...]:
        """The member's place with `reach` places above and below, fewer at either end.

        Raises QuestionError where the member has no place.
        """
        for index, each in enumerate(self.places):
            if each.member == member:
                return self.places[max(0, index - reach) : index + reach + 1]
        ranked = ", ".join(sorted(each.member for each in self.places)) or "none"
        raise QuestionError(_NOT_RANKED, member=member, ranked=ranked)


def rank(
    clause: ShareTarget,
    members: Iterable[Member],
    ledger: Ledger,
    *,
    as_of: date,
    edition: str | None = None,
    year: int | None = None,
) -> Ranking:
    """For `edition` and `year` see `assess`. Shares are compared as published.

    Raises QuestionError for a clause that sets a ceiling, and for an edition that was not out.
    """
    roll = call_up(clause, members, ledger, as_of=as_of, edition=edition, year=year)
    unranked = (*roll.not_reported, *roll.not_applicable)
    return Ranking(
        clause=clause,
        as_of=as_of,
        year=year,
        edition=edition,
        places=_places(roll.counted, ledger),
        unranked=tuple(sorted(unranked, key=lambda each: each.member)),
    )


def _places(found: tuple[Assessment, ...], ledger: Ledger) -> tuple[Place, ...]:
    shares = {each.member.id: each.share for each in found if each.share is not None}
    order = _order(shares)
    moved = _movements(found, ledger)
    places = (
        Place(
            place=order[each.member.id],
            member=each.member.id,
            share=shares[each.member.id],
            assessment=each,
            movement=moved.get(each.member.id),
        )
        for each in found
    )
    return tuple(sorted(places, key=lambda each: (each.place, each.member)))


def _order(shares: Mapping[str, Step]) -> dict[str, int]:
    """A member's place is one more than the number of members with a higher share."""
    values = [each.value for each in shares.values()]
    return {
        member: 1 + sum(other > share.value for other in values) for member, share in shares.items()
    }


def _movements(found: tuple[Assessment, ...], ledger: Ledger) -> dict[str, Movement]:
    """Places are compared among the members whose shares come from the same two editions."""
    pairs: dict[tuple[str, str], dict[str, Pair]] = {}
    for each in found:
        older = _older(each, ledger)
        if each.series is not None and each.share is not None and older is not None:
            editions = each.series.edition.id, older.edition.id
            pair = each.share, share_of(older, older.by_year[each.series.latest.year], "before")
            pairs.setdefault(editions, {})[each.member.id] = pair
    moved: dict[str, Movement] = {}
    for (_, since), shares in pairs.items():
        gained = _gained(shares) if 2 * len(shares) >= len(found) else {}
        for member, pair in shares.items():
            moved[member] = Movement(since=since, share=_change(*pair), places=gained.get(member))
    return moved


def _older(found: Assessment, ledger: Ledger) -> Series | None:
    """The newest edition before that of the share which reports the same year of this member, as
    finely: a coarser figure cannot tell a change from its own rounding."""
    series = found.series
    if series is None:
        return None
    for each in ledger.all_series(series.member, series.indicator, found.as_of):
        then = each.by_year.get(series.latest.year)
        earlier = each.edition.published_on.last < series.edition.published_on.last
        if earlier and then is not None and then.places >= series.latest.places:
            return each
    return None


def _gained(pairs: Mapping[str, Pair]) -> dict[str, int]:
    now = _order({member: share for member, (share, _) in pairs.items()})
    then = _order({member: share for member, (_, share) in pairs.items()})
    return {member: then[member] - now[member] for member in pairs}


def _change(now: Step, before: Step) -> Step:
    return Step(
        symbol="change",
        what=mark("change since the edition before"),
        value=now.value - before.value,
        unit=Unit.POINTS,
        places=now.places,
        estimate=now.estimate or before.estimate,
        year=now.year,
        edition=now.edition,
        formula="share - before",
        inputs=(now, before),
    )
