"""A workbook held against what is known of the same edition already."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from data.importers.nato.edition import Taken
from data.rules.expenditure import Edition, Gap, Indicator, Observation, published
from data.rules.ledger import Ledger

Key = tuple[str, Indicator, int]
"""Member, indicator and year."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One figure as it is held and as the workbook has it."""

    held: Observation
    read: Observation

    @property
    def is_finer(self) -> bool:
        """Whether they are the same as they are printed, and one has further decimals."""
        places = min(self.held.places, self.read.places)
        alike = (self.held.estimate, self.held.currency) == (self.read.estimate, self.read.currency)
        same = published(self.held.value, places) == published(self.read.value, places)
        return alike and same


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """`same` counts what is held as the workbook has it. `other` are figures that differ, `new`
    those that are not held, `gone` those that are held and not in the workbook."""

    same: int
    other: tuple[Pair, ...]
    new: tuple[Observation, ...]
    gone: tuple[Observation, ...]

    @property
    def is_same(self) -> bool:
        return not (self.other or self.new or self.gone)


def figures_of(ledger: Ledger, edition: Edition) -> tuple[Observation, ...]:
    """All figures of an edition."""
    return tuple(
        figure
        for (of, *_), series in ledger.by_edition.items()
        if of == edition.id
        for figure in series.by_year.values()
    )


def compare(held: Iterable[Observation], read: Iterable[Observation]) -> Comparison:
    """Sources and their places are not compared: another copy may have been read before."""
    there, found = _by_key(held), _by_key(read)
    pairs = [Pair(there[key], each) for key, each in found.items() if key in there]
    other = tuple(each for each in pairs if _differ(each))
    return Comparison(
        same=len(pairs) - len(other),
        other=other,
        new=tuple(each for key, each in found.items() if key not in there),
        gone=tuple(each for key, each in there.items() if key not in found),
    )


def twin(ledger: Ledger, taken: Taken) -> Edition | None:
    """An edition of another day with the very same figures; None where there is none."""
    for each in ledger.editions:
        if each.id != taken.edition.id and compare(figures_of(ledger, each), taken.figures).is_same:
            return each
    return None


def is_another(held: Edition, read: Edition) -> bool:
    """Whether they cannot be one publication: they count different things, or at different
    prices."""
    bases = {each.price_base for each in (held, read) if each.price_base is not None}
    return held.basis != read.basis or len(bases) > 1


def filled(held: Edition, taken: Taken, figures: Iterable[Observation]) -> Edition:
    """The edition that is held, once it has what the workbook adds. `figures` are all that it has
    then. Its title stays, and what is weak about it: what was there before is still there."""
    read = taken.edition
    have = frozenset(_by_key(figures))
    gaps = (*read.gaps, *_left(held.gaps, have | frozenset(_lacking(read.gaps))))
    new = tuple(each for each in read.cites if each not in held.cites)
    return replace(
        held,
        cut_off=held.cut_off or read.cut_off,
        price_base=held.price_base or read.price_base,
        gaps=gaps,
        complete=not any(
            each.reason == "not_in_our_copy" and each.indicator is Indicator.SHARE_OF_GDP
            for each in gaps
        ),
        cites=(*held.cites, *new),
    )


def _by_key(figures: Iterable[Observation]) -> Mapping[Key, Observation]:
    return {(each.member, each.indicator, each.year): each for each in figures}


def _differ(pair: Pair) -> bool:
    return any(
        getattr(pair.held, name) != getattr(pair.read, name)
        for name in ("value", "estimate", "places", "currency")
    )


def _lacking(gaps: Iterable[Gap]) -> Iterator[Key]:
    for gap in gaps:
        for member in gap.members:
            for year in gap.years:
                yield member, gap.indicator, year


def _left(gaps: Iterable[Gap], told: frozenset[Key]) -> Iterator[Gap]:
    """Gaps without the places of which something is known by now."""
    for gap in gaps:
        by_years: dict[tuple[int, ...], list[str]] = {}
        for member in gap.members:
            years = tuple(y for y in gap.years if (member, gap.indicator, y) not in told)
            if years:
                by_years.setdefault(years, []).append(member)
        for years, members in by_years.items():
            yield replace(gap, members=tuple(members), years=years)
