"""A new edition held against the one before it: what NATO says otherwise now."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from data.importers.nato.edition import Taken
from data.importers.nato.held import figures_of
from data.members import Roster
from data.rules import Revision, Revisions, revisions
from data.rules.commitments import Category, ShareTarget
from data.rules.expenditure import Edition, Indicator, Observation, published
from data.rules.ledger import Ledger

FLOOR = ShareTarget(
    id="two-percent",
    category=Category.DEFENCE,
    share=Decimal(2),
    claim="2 % of GDP",
    cites=(),
)
"""The share that most is asked about, whatever was agreed since."""

AT_CONSTANT_PRICES = frozenset(
    {Indicator.EXPENDITURE_USD_CONSTANT, Indicator.GDP_USD_CONSTANT},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Of one indicator, the figures that the edition has and the newest one before it that reports
    the indicator, and how many of them differ as they are printed; `repriced` where that says
    nothing, for they are at prices of different years."""

    indicator: Indicator
    before: Edition
    both: int
    changed: int
    repriced: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """`shares` has each year that moved since the edition `before`, `others` what else was reported
    before, by the edition that did, the newest first."""

    before: Edition
    shares: Revisions
    others: tuple[Counted, ...]

    @property
    def greatest(self) -> tuple[Revision, ...]:
        """The greatest change of each member, the greatest of all first."""
        found: dict[str, Revision] = {}
        for each in self.shares.moved:
            found.setdefault(each.member, each)
        return tuple(found.values())

    @property
    def crossing(self) -> tuple[Revision, ...]:
        """Who is on the other side of 2 % now, each with the newest year of which that is so, in
        the order of their codes."""
        found: dict[str, Revision] = {}
        for each in sorted(self.shares.moved, key=lambda one: (one.member, -one.year)):
            if each.crossed:
                found.setdefault(each.member, each)
        return tuple(found.values())


def changes(ledger: Ledger, roster: Roster, taken: Taken) -> Changes | None:
    """None where no earlier edition has a share of anybody."""
    earlier = [
        (each, figures_of(ledger, each))
        for each in reversed(ledger.editions)
        if each.published_on.last < taken.edition.published_on.last
    ]
    before = _before(earlier, taken)
    if before is None:
        return None
    both = Ledger.of([before, (taken.edition, taken.figures)])
    others = (each for each in Indicator if each is not Indicator.SHARE_OF_GDP)
    counted = [each for one in others if (each := _counted(one, earlier, taken)) is not None]
    return Changes(
        before=before[0],
        shares=revisions(roster, both, before=before[0], after=taken.edition, floor=FLOOR),
        others=tuple(sorted(counted, key=_newest_first)),
    )


Reported = tuple[Edition, tuple[Observation, ...]]


def _before(earlier: Sequence[Reported], taken: Taken) -> Reported | None:
    """The newest earlier edition with the shares of half the members, as fine as the new ones: what
    is rounded to one decimal seems to cross a floor that it does not. Otherwise the newest one with
    any share."""
    shares = _of(Indicator.SHARE_OF_GDP, taken.figures)
    places = max((each.places for each in shares.values()), default=0)
    members = {member for member, _ in shares}
    for each in earlier:
        fine = {
            figure.member
            for figure in _of(Indicator.SHARE_OF_GDP, each[1]).values()
            if figure.places >= places
        }
        if 2 * len(fine & members) >= len(members):
            return each
    return next((each for each in earlier if _of(Indicator.SHARE_OF_GDP, each[1])), None)


def _counted(indicator: Indicator, earlier: Sequence[Reported], taken: Taken) -> Counted | None:
    new = _of(indicator, taken.figures)
    for edition, figures in earlier:
        old = _of(indicator, figures)
        if not (both := old.keys() & new.keys()):
            continue
        bases = {edition.price_base, taken.edition.price_base}
        return Counted(
            indicator=indicator,
            before=edition,
            both=len(both),
            changed=sum(_is_changed(old[each], new[each]) for each in both),
            repriced=indicator in AT_CONSTANT_PRICES and len(bases) > 1,
        )
    return None


def _newest_first(each: Counted) -> tuple[int, int]:
    """By edition, and within one by the order of the indicators."""
    return -each.before.published_on.last.toordinal(), list(Indicator).index(each.indicator)


def _of(
    indicator: Indicator, figures: Iterable[Observation]
) -> Mapping[tuple[str, int], Observation]:
    return {(each.member, each.year): each for each in figures if each.indicator is indicator}


def _is_changed(old: Observation, new: Observation) -> bool:
    places = min(old.places, new.places)
    values = {published(each.value, places) for each in (old, new)}
    return old.currency != new.currency or len(values) > 1
