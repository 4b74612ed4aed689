"""All editions side by side: which series a member has, and which edition reported what first."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from data.errors import FigureError, QuestionError
from data.messages import mark
from data.rules.derivation import Step
from data.rules.expenditure import Edition, Indicator, Observation, Series
from data.rules.lazy import Lazy

_TWO_VALUES = mark("{member} has two values of {indicator} for {year} in the edition {edition}.")
NO_EDITION = mark("No edition '{edition}' was published by {day}. Known by then: {known}.")
_TWO_EDITIONS = mark("Two editions share the id {edition}; give each one its own.")


@dataclass(frozen=True, slots=True)
class Column:
    """What an edition holds of one indicator for one member, as long as nobody has looked at it.

    `read` makes the observations, by year and in the order of years. It may be called more than
    once, by several threads; what is wrong with one of them is a FigureError when they are read.
    """

    member: str
    indicator: Indicator
    newest_year: int
    """The last one that it holds."""
    read: Callable[[], Mapping[int, Observation]]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every edition, oldest first, with its observations."""

    editions: tuple[Edition, ...]
    by_edition: Mapping[tuple[str, str, Indicator], Series] = field(repr=False)
    """By edition, member and indicator."""
    by_member: Mapping[tuple[str, Indicator], tuple[Series, ...]] = field(repr=False)
    """By member and indicator, newest edition first."""
    newest: Mapping[Indicator, tuple[tuple[int, Edition], ...]] = field(repr=False)
    """By indicator: the latest year reported for anybody so far, and by which edition first, each
    time there is a later one; the latest first."""
    spending: dict[tuple[str, tuple[str, ...], int], tuple[tuple[Step, Step], ...]] = field(
        default_factory=dict[tuple[str, tuple[str, ...], int], tuple[tuple[Step, Step], ...]],
        init=False,
        repr=False,
        compare=False,
    )
    """What `money.spending` has looked up already, by member, editions and year."""

    @classmethod
    def of(cls, editions: Iterable[tuple[Edition, Iterable[Observation]]]) -> "Ledger":
        """Raises FigureError where two editions share an id, or two values their place."""
        return cls.of_columns((each, _columns_of(each, values)) for each, values in editions)

    @classmethod
    def of_columns(cls, editions: Iterable[tuple[Edition, Iterable[Column]]]) -> "Ledger":
        """The same of figures that are read when a question needs them.

        Raises FigureError where two editions share an id, or two columns their place.
        """
        ordered = sorted(editions, key=lambda pair: (pair[0].published_on.last, pair[0].id))
        by_edition: dict[tuple[str, str, Indicator], partial[Series]] = {}
        newest: dict[Indicator, list[tuple[int, Edition]]] = {}
        seen: set[str] = set()
        for edition, columns in ordered:
            if edition.id in seen:
                raise FigureError(_TWO_EDITIONS, edition=edition.id)
            seen.add(edition.id)
            given = tuple(columns)
            years = _newest_years(given)
            for each in given:
                place = (edition.id, each.member, each.indicator)
                if place in by_edition:
                    raise _two_values(edition, each.member, each.indicator, each.newest_year)
                by_edition[place] = partial(_series, edition, each, years[each.indicator])
            for indicator, year in years.items():
                reports = newest.setdefault(indicator, [])
                if not reports or year > reports[0][0]:
                    reports.insert(0, (year, edition))
        series = Lazy(by_edition)
        return cls(
            tuple(edition for edition, _ in ordered),
            series,
            _by_member(series),
            {key: tuple(found) for key, found in newest.items()},
        )

    def edition(self, known_as: str, day: date) -> Edition:
        """Raises QuestionError where no edition of that id was published by `day`."""
        for edition in self.editions:
            if edition.id == known_as and edition.published_on.is_over_by(day):
                return edition
        known = ", ".join(each.id for each in self.published_by(day)) or "none"
        raise QuestionError(NO_EDITION, edition=known_as, day=day.isoformat(), known=known)

    def published_by(self, day: date) -> tuple[Edition, ...]:
        """Editions published by `day`, newest first."""
        return tuple(
            edition for edition in reversed(self.editions) if edition.published_on.is_over_by(day)
        )

    def newest_year(self, indicator: Indicator, day: date) -> tuple[int, Edition] | None:
        """The latest year that any edition out by `day` reports for anybody, and the first one that
        does; None where none reports the indicator."""
        for year, edition in self.newest.get(indicator, ()):
            if edition.published_on.last <= day:
                return year, edition
        return None

    def in_edition(self, edition: Edition, member: str, indicator: Indicator) -> Series | None:
        return self.by_edition.get((edition.id, member, indicator))

    def all_series(self, member: str, indicator: Indicator, day: date) -> tuple[Series, ...]:
        """The member's series in each edition published by `day`, newest edition first."""
        found = self.by_member.get((member, indicator), ())
        for place, series in enumerate(found):
            if series.edition.published_on.last <= day:
                # They are in the order of their days, so all that follow were out as well.
                return found[place:]
        return ()


def _by_member(
    by_edition: Mapping[tuple[str, str, Indicator], Series],
) -> Mapping[tuple[str, Indicator], tuple[Series, ...]]:
    """By member and indicator, newest edition first; they are given oldest first."""
    places: dict[tuple[str, Indicator], list[tuple[str, str, Indicator]]] = {}
    for place in by_edition:
        places.setdefault(place[1:], []).insert(0, place)

    def series(found: list[tuple[str, str, Indicator]]) -> tuple[Series, ...]:
        return tuple(by_edition[place] for place in found)

    return Lazy({key: partial(series, found) for key, found in places.items()})


def _newest_years(columns: Iterable[Column]) -> dict[Indicator, int]:
    found: dict[Indicator, int] = {}
    for each in columns:
        found[each.indicator] = max(found.get(each.indicator, each.newest_year), each.newest_year)
    return found


def _series(edition: Edition, column: Column, newest_year: int) -> Series:
    return Series(edition, column.member, column.indicator, column.read(), newest_year)


def _columns_of(edition: Edition, observations: Iterable[Observation]) -> Iterator[Column]:
    values: dict[tuple[str, Indicator], dict[int, Observation]] = {}
    for each in observations:
        years = values.setdefault((each.member, each.indicator), {})
        if each.year in years:
            raise _two_values(edition, each.member, each.indicator, each.year)
        years[each.year] = each
    for (member, indicator), years in values.items():
        yield Column(member, indicator, max(years), partial(_sorted, years))


def _sorted(years: dict[int, Observation]) -> dict[int, Observation]:
    return dict(sorted(years.items()))


def _two_values(edition: Edition, member: str, indicator: Indicator, year: int) -> FigureError:
    return FigureError(
        _TWO_VALUES, member=member, indicator=indicator.value, year=year, edition=edition.id
    )
