"""What a later edition says of a year that an earlier one had reported already."""

from collections.abc import Iterable
from dataclasses import dataclass

from data.errors import QuestionError
from data.members import Member
from data.messages import mark
from data.rules.commitments import ShareTarget
from data.rules.derivation import Step, Unit
from data.rules.expenditure import PERCENTAGES, Edition, Indicator, Observation, Series, published
from data.rules.figures import share_of
from data.rules.ledger import Ledger
from data.rules.tally import check_floor

_NO_SHARE = mark("Revisions are told of shares; {indicator} is none.")
_NOT_HELD = mark("No edition '{edition}' is held here. Known are: {known}.")
_NOT_LATER = mark(
    "The edition {after} is not later than {before}; compare an edition with an earlier one."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One member's share of one year in two editions, `change` in percentage points.

    `rebased` is whether the two count different things, `repriced` whether their constant prices
    are of different years, which changes how GDP is measured; None where the year of one of them is
    not known. `crossed` is whether the share is on the other side of the floor asked about, None
    without one. `change` is read at the precision of the coarser one.
    """

    member: str
    year: int
    before: Step
    after: Step
    change: Step
    rebased: bool
    repriced: bool | None
    crossed: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revisions:
    """Two editions held against each other.

    `moved` are the shares that differ as published, the greatest change first; `same` counts the
    others, `rounded` among them those where one edition is too coarse to tell: they differ by no
    more than its rounding. `only_before` and `only_after` are members and years that the other
    edition lacks, in the year asked about or else in the years that both report for anybody.
    """

    before: str
    after: str
    moved: tuple[Revision, ...]
    same: int
    rounded: tuple[tuple[str, int], ...]
    only_before: tuple[tuple[str, int], ...]
    only_after: tuple[tuple[str, int], ...]


def revisions(
    members: Iterable[Member],
    ledger: Ledger,
    *,
    before: Edition,
    after: Edition,
    indicator: Indicator = Indicator.SHARE_OF_GDP,
    year: int | None = None,
    floor: ShareTarget | None = None,
) -> Revisions:
    """Who moved from one edition to a later one, in `year` or in every year that both report.

    Countries are compared for the years before they joined as well. Raises QuestionError where
    `after` is not later than `before`, for an edition that the ledger does not hold, for an
    indicator that is no share, and for a `floor` that is a ceiling.
    """
    _check_held(ledger, before, after)
    if after.published_on.last <= before.published_on.last:
        raise QuestionError(_NOT_LATER, before=before.id, after=after.id)
    if indicator not in PERCENTAGES:
        raise QuestionError(_NO_SHARE, indicator=indicator.value)
    if floor is not None:
        check_floor(floor)
    roster = [each.id for each in members]
    then = _shares(ledger, before, roster, indicator)
    now = _shares(ledger, after, roster, indicator)
    years = {each[1] for each in then} & {each[1] for each in now} if year is None else {year}
    both = [each for each in sorted(then.keys() & now.keys()) if each[1] in years]
    found = {each: _revision(then[each], now[each], floor) for each in both}
    moved = [each for each in found.values() if each is not None]
    return Revisions(
        before=before.id,
        after=after.id,
        moved=tuple(sorted(moved, key=lambda each: (-abs(each.change.value), each.member))),
        same=len(both) - len(moved),
        rounded=tuple(each for each in both if _coarse(then[each], now[each])),
        only_before=tuple(sorted(e for e in then.keys() - now.keys() if e[1] in years)),
        only_after=tuple(sorted(e for e in now.keys() - then.keys() if e[1] in years)),
    )


def revision_of(series: tuple[Series, ...]) -> Revision | None:
    """What changed in the newest year of a member's series, or in the one before it.

    `series` are those of one member, newest edition first. The newest is held against the newest
    edition before it that reports one of its two newest years; where it reports both, the later
    one counts. An edition that reports that year more coarsely is passed over. None where there is
    no such edition, or where nothing changed.
    """
    if not series:
        return None
    newest = series[0]
    last = newest.latest.year
    for earlier in series[1:]:
        years = [each for each in (last, last - 1) if each in newest.by_year]
        for year in (each for each in years if each in earlier.by_year):
            if earlier.by_year[year].places < newest.by_year[year].places:
                break
            return _revision((earlier, year), (newest, year), None)
    return None


def _check_held(ledger: Ledger, *editions: Edition) -> None:
    held = [each.id for each in ledger.editions]
    for each in editions:
        if each.id not in held:
            raise QuestionError(_NOT_HELD, edition=each.id, known=", ".join(held) or "none")


Where = tuple[Series, int]


def _shares(
    ledger: Ledger, edition: Edition, roster: list[str], indicator: Indicator
) -> dict[tuple[str, int], Where]:
    found = (ledger.in_edition(edition, each, indicator) for each in roster)
    return {
        (series.member, year): (series, year)
        for series in found
        if series is not None
        for year in series.by_year
    }


def _revision(then: Where, now: Where, floor: ShareTarget | None) -> Revision | None:
    """None where the two are the same at the precision of the coarser one."""
    places = min(_of(then).places, _of(now).places)
    if published(_of(then).value, places) == published(_of(now).value, places):
        return None
    before, after = share_of(*_pair(then), "before"), share_of(*_pair(now), "after")
    asked = None if floor is None else published(floor.share)
    older, newer = then[0].edition, now[0].edition
    return Revision(
        member=now[0].member,
        year=now[1],
        before=before,
        after=after,
        change=Step(
            symbol="change",
            what=mark("change since the edition before"),
            value=after.value - before.value,
            unit=Unit.POINTS,
            places=places,
            estimate=before.estimate or after.estimate,
            year=now[1],
            edition=newer.id,
            formula="after - before",
            inputs=(after, before),
        ),
        rebased=older.basis != newer.basis,
        repriced=_differ(older.price_base, newer.price_base),
        crossed=None if asked is None else (before.value >= asked) != (after.value >= asked),
    )


def _differ(older: int | None, newer: int | None) -> bool | None:
    return None if older is None or newer is None else older != newer


def _of(where: Where) -> Observation:
    return where[0].by_year[where[1]]


def _pair(where: Where) -> tuple[Series, Observation]:
    return where[0], _of(where)


def _coarse(then: Where, now: Where) -> bool:
    """Whether two shares that differ in full are the same for the coarser edition's rounding."""
    before, after = _of(then), _of(now)
    places = min(before.places, after.places)
    same = published(before.value, places) == published(after.value, places)
    return same and before.published != after.published
