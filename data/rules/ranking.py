"""Members in the order of their shares, and how places moved since the edition before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from data.errors import QuestionError
from data.members import Member
from data.messages import mark
from data.rules.assess import assess
from data.rules.assessment import Assessment
from data.rules.commitments import ShareTarget
from data.rules.derivation import Step, Unit
from data.rules.expenditure import Ledger, Series
from data.rules.figures import share_of
from data.rules.tally import Uncounted, check_floor, is_counted
from data.rules.verdicts import Verdict

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
    """`places` from the highest share down, equal ones in the order of their codes; `unranked` are
    the members without a share of that year, by their codes."""

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
    check_floor(clause)
    found: list[Assessment] = []
    unranked: list[Uncounted] = []
    for member in sorted(members, key=lambda each: each.id):
        one = assess(clause, member, ledger, as_of=as_of, edition=edition, year=year)
        if one.verdict is not Verdict.NOT_APPLICABLE and is_counted(one):
            found.append(one)
        else:
            unranked.append(Uncounted(member.id, one.reason))
    return Ranking(
        clause=clause,
        as_of=as_of,
        year=year,
        edition=edition,
        places=_places(found, ledger),
        unranked=tuple(unranked),
    )


def _places(found: list[Assessment], ledger: Ledger) -> tuple[Place, ...]:
    shares = {each.member.id: each.share for each in found if each.share is not None}
    order = _order(shares)
    moved = _movements(found, shares, ledger)
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


def _movements(
    found: list[Assessment], shares: Mapping[str, Step], ledger: Ledger
) -> dict[str, Movement]:
    before = {
        each.member.id: (each.series, older)
        for each in found
        if each.series is not None and (older := _older(each, each.series, ledger)) is not None
    }
    moved: dict[str, Movement] = {}
    for member, (series, older) in before.items():
        pairs = {
            other: (mine, then)
            for other, (mine, then) in before.items()
            if (mine.edition.id, then.edition.id) == (series.edition.id, older.edition.id)
        }
        change = _change(shares[member], _share(older, shares[member].year))
        moved[member] = Movement(
            since=older.edition.id,
            share=change,
            places=_gained(member, pairs, shares) if 2 * len(pairs) >= len(shares) else None,
        )
    return moved


def _older(found: Assessment, series: Series, ledger: Ledger) -> Series | None:
    """The newest edition before that of `series` that reports the same year of this member, as
    finely: a coarser figure cannot tell a change from its own rounding."""
    latest = series.latest
    for each in ledger.all_series(series.member, series.indicator, found.as_of):
        then = each.by_year.get(latest.year)
        earlier = each.edition.published_on.last < series.edition.published_on.last
        if earlier and then is not None and then.places >= latest.places:
            return each
    return None


def _share(series: Series, year: int | None) -> Step:
    assert year is not None
    return share_of(series, series.by_year[year], "before")


def _gained(
    member: str, pairs: Mapping[str, tuple[Series, Series]], shares: Mapping[str, Step]
) -> int:
    now = _order({each: shares[each] for each in pairs})
    then = _order({each: _share(older, shares[each].year) for each, (_, older) in pairs.items()})
    return then[member] - now[member]


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
