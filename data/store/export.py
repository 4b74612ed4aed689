"""Reads the store out as lines of a file: what was known on a day, or the whole log.

A source that a record of that day cites is in the file though it was published later, and so is a
member that joined later and is spoken of: an import finds all that the records refer to.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any, Literal

from sqlalchemy import Connection, select

from data.dates import PartialDate
from data.errors import StoreError
from data.exchange import sheet
from data.exchange.hindsight import without_hindsight
from data.exchange.lines import (
    LONGEST_LINE,
    FigureLine,
    Filed,
    Header,
    Line,
    sources,
    write,
    write_header,
)
from data.facts.kinds import FACTS, KINDS
from data.facts.log import visible_on
from data.messages import mark
from data.rules.expenditure import Indicator, Observation
from data.sources import Cite
from data.store import bodies
from data.store.export_references import named, rested_on
from data.store.tables import observation, revision

Format = Literal["jsonl", "csv"]

TOO_LONG = mark(
    "The record '{id}' needs a line of {size} bytes, and no import reads more than {most}. Shorten "
    "the record, or take a backup with article3 db backup."
)


@dataclass(frozen=True, slots=True)
class Export:
    """What goes into a file, in its order."""

    header: Header
    lines: tuple[Filed, ...]

    def text(self, form: Format = "jsonl") -> Iterator[str]:
        """The lines of the file, with their ends. Raises StoreError where one is too long."""
        if form == "jsonl":
            yield write_header(self.header) + "\n"
            yield from (_checked(write(each) + "\n", each) for each in self.lines)
            return
        grades = {each.id: each.grade for each in sources(self.lines)}
        yield sheet.write_titles() + sheet.END
        yield sheet.write_header_row(write_header(self.header)) + sheet.END
        for each in self.lines:
            yield _checked(sheet.write_row(each, grades) + sheet.END, each)


def _checked(text: str, filed: Filed) -> str:
    size = len(text.encode())
    if size > LONGEST_LINE:
        name = filed.edition if isinstance(filed, FigureLine) else filed.id
        raise StoreError(TOO_LONG.format(id=name, size=size, most=LONGEST_LINE))
    return text


def export(connection: Connection, as_of: date | None) -> Export:
    """What was known on a day; with None, every state of every record and figure, in the order of
    writing, so that a later file is an earlier one with lines put in."""
    if as_of is None:
        records = [_line(row, row.number) for row in _rows(connection, revision.c.row)]
        figures = sorted((_figure(row, row.number) for row in _figures(connection)), key=_by_place)
    else:
        records, figures = _known(connection, as_of)
    lines = (*records, *named(records), *figures)
    return Export(Header(as_of=as_of, records=len(lines)), lines)


def _known(connection: Connection, day: date) -> tuple[list[Line], list[FigureLine]]:
    found: list[Line] = []
    works: dict[str, Line] = {}
    for states in _states(connection):
        if states[0].row.kind in FACTS:
            found.extend(_visible(states, day))
        elif not states[-1].is_retraction:
            # Of these the newest state counts on every day, as it does for answers.
            work = works[states[-1].row.fact] = _line(states[-1].row)
            found.extend([work] if work.known_on.is_over_by(day) else [])
    editions = {each.id for each in found if each.kind == "edition"}
    figures = _newest_figures(connection, editions)
    order = list(KINDS)
    records = [*found, *rested_on(found, figures, works, day)]
    return sorted(records, key=lambda each: (order.index(each.kind), each.id)), figures


class _State:
    """A row, as the rule of the clocks looks at it."""

    __slots__ = ("governs_from", "is_retraction", "known_from", "row")

    def __init__(self, row: Any) -> None:
        self.row = row
        self.known_from: date = row.known_from
        self.governs_from: date = row.governs_from
        self.is_retraction: bool = row.body is None


def _states(connection: Connection) -> Iterator[list[_State]]:
    rows = _rows(connection, revision.c.fact, revision.c.number)
    for _, states in groupby(rows, lambda row: row.fact):
        yield [_State(each) for each in states]


def _visible(states: Sequence[_State], day: date) -> Iterator[Line]:
    if (state := visible_on(states, day)) is not None:
        line = _line(state.row)
        yield (
            line if line.value is None else replace(line, value=without_hindsight(line.value, day))
        )


def _rows(connection: Connection, *order: Any) -> Iterable[Any]:
    return connection.execute(select(revision).order_by(*order))


def _line(row: Any, number: int | None = None) -> Line:
    return Line(
        kind=row.kind,
        id=bodies.id_in(row.fact),
        number=number,
        action=row.action,
        known_on=PartialDate.parse(row.known_on),
        governs_from=row.governs_from,
        origin=row.origin,
        by=row.recorded_by,
        at=row.recorded_at,
        because=row.because,
        value=None if row.body is None else bodies.read(row.kind, row.body),
    )


def _figures(connection: Connection) -> Iterable[Any]:
    return connection.execute(select(observation).order_by(observation.c.number))


def _newest_figures(connection: Connection, editions: set[str]) -> list[FigureLine]:
    newest = {
        (row.edition, row.member, row.indicator, row.year): row for row in _figures(connection)
    }
    lines = (_figure(row) for row in newest.values() if row.value is not None)
    return sorted((each for each in lines if each.edition in editions), key=_by_place)


def _by_place(line: FigureLine) -> tuple[str, str, str, int, int]:
    return (line.edition, line.member, line.indicator.value, line.year, line.number or 0)


def _figure(row: Any, number: int | None = None) -> FigureLine:
    return FigureLine(
        edition=bodies.id_in(row.edition),
        member=bodies.id_in(row.member),
        indicator=Indicator(row.indicator),
        year=row.year,
        number=number,
        action=row.action,
        origin=row.origin,
        by=row.recorded_by,
        at=row.recorded_at,
        because=row.because,
        value=None if row.value is None else _observation(row),
    )


def _observation(row: Any) -> Observation:
    return Observation(
        member=bodies.id_in(row.member),
        indicator=Indicator(row.indicator),
        year=row.year,
        value=Decimal(row.value),
        estimate=row.estimate,
        cites=(Cite(source=bodies.id_in(row.source), locator=row.locator),),
        places=row.places,
        currency=row.currency,
    )
