"""The figures of a workbook in the units in which they are held, and where it has none."""

from collections.abc import Iterator
from dataclasses import dataclass

from data.errors import FigureError
from data.facts.soundness.text import LONGEST, what_is_wrong_with
from data.importers.nato.blocks import Row
from data.importers.nato.currencies import currency_of
from data.importers.nato.faults import Faults, holds
from data.importers.nato.markup import Place
from data.importers.nato.numbers import Number, rounded
from data.importers.nato.tables import A_CURRENCY
from data.importers.nato.whole import Found, Workbook, estimated_years
from data.rules.expenditure import PERCENTAGES, Gap, Indicator, Observation
from data.sources import Cite

_PLACES = 2


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure, and the cell it stands in."""

    found: Found
    place: Place
    figure: Observation


@dataclass(frozen=True, slots=True)
class _Column:
    """What all figures of one part have in common."""

    indicator: Indicator
    found: Found
    source: str
    places: int
    estimated: frozenset[int]

    def figure(self, row: Row, year: int, number: Number, currency: str | None) -> Observation:
        """Raises FigureError for what nobody can have reported."""
        assert row.label.member is not None
        return Observation(
            member=row.label.member,
            indicator=self.indicator,
            year=year,
            value=rounded(number.value * self.found.block.part.times),
            estimate=year in self.estimated or number.estimate,
            cites=(Cite(source=self.source, locator=_where(self.found, row, str(year))),),
            places=self.places,
            currency=currency,
        )


def figures_in(workbook: Workbook, source: str, faults: Faults) -> Iterator[Placed]:
    """Every figure of a member of which there is an indicator; groups of members are left out."""
    for indicator, found in workbook.held():
        column = _column(indicator, found, source)
        columns = found.block.columns
        for row in found.block.rows:
            if row.label.member is None:
                continue
            if (problem := what_is_wrong_with(row.label.shown)) is not None:
                # It would stand in the place of each of its figures.
                faults.add(found.fault(row.place, problem))
                continue
            currency = None
            if indicator is Indicator.EXPENDITURE_NATIONAL:
                currency = currency_of(row.label.member, row.label.currency or "")
                if currency is None:
                    written = found.table.sheet.at(row.place)
                    faults.add(found.fault(row.place, holds(written, A_CURRENCY)))
                    continue
            for year, number in row.values.items():
                place = (row.place[0], columns[year])
                try:
                    yield Placed(found, place, column.figure(row, year, number, currency))
                except FigureError as error:
                    faults.add(found.fault(place, error.message))


def gaps_in(workbook: Workbook, source: str) -> Iterator[Gap]:
    """The years under which the row of a member has nothing."""
    for indicator, found in workbook.held():
        lacking: dict[tuple[int, ...], list[Row]] = {}
        for row in found.block.rows:
            empty = tuple(y.year for y in found.block.years if y.year not in row.values)
            if empty and row.label.member is not None:
                lacking.setdefault(empty, []).append(row)
        for years, rows in lacking.items():
            where = "; ".join(_where(found, each, ", ".join(map(str, years))) for each in rows)
            codes = (each.label.member for each in rows)
            yield Gap(
                members=tuple(sorted(each for each in codes if each is not None)),
                indicator=indicator,
                years=years,
                reason="blank_in_edition",
                cites=(Cite(source=source, locator=where[:LONGEST]),),
            )


def _column(indicator: Indicator, found: Found, source: str) -> _Column:
    noted = estimated_years(found.table)
    marked = {each.year for each in found.block.years if each.estimate}
    places = _places(found) if indicator in PERCENTAGES else _PLACES
    return _Column(indicator, found, source, places, noted | marked)


def _places(found: Found) -> int:
    """As many as the sheet has, for some reports give shares with a single decimal."""
    numbers = (number for row in found.block.rows for number in row.values.values())
    return min(_PLACES, max((each.decimals for each in numbers), default=0))


def _where(found: Found, row: Row, years: str) -> str:
    return f"{found.table.name}, row {row.label.shown}, {years}"
