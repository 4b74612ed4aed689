"""The same lines as rows of a CSV file, to be read in a spreadsheet.

What is imported is the last column, `record`, which holds the line as JSON. The other columns say
the same for people, and an import refuses a row in which they do not: nobody's change of a cell is
passed over in silence. A spreadsheet runs a cell that begins like a formula; such a cell gets an
apostrophe before it, and so does one that begins with an apostrophe, which keeps it reversible.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from data.errors import Fault, RecordError
from data.exchange.lines import FIGURE, NAMED, FigureLine, Filed, Line, Named, stamp, write
from data.messages import mark
from data.rules.commitments import Commitment, Reservation
from data.sources import Grade, Source

COLUMNS: tuple[str, ...] = (
    "kind",
    "id",
    "number",
    "action",
    "known_on",
    "edition",
    "member",
    "meeting",
    "commitment",
    "indicator",
    "year",
    "value",
    "claim",
    "sources",
    "grades",
    "origin",
    "by",
    "at",
    "because",
    "record",
)
HEADER = "header"
"""The kind of the first row below the names of the columns; its record is the file's header."""

END = "\r\n"

# The last four are what a Japanese keyboard gives for the first four.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_APOSTROPHE = "'"
_BETWEEN = "; "

Grades = Mapping[str, Grade]
"""Of sources, by id."""


def write_titles() -> str:
    return _text(COLUMNS)


def write_header_row(header: str) -> str:
    return _text([HEADER, *[""] * (len(COLUMNS) - 2), header])


def write_row(filed: Filed, grades: Grades) -> str:
    """A row without its end."""
    return _text(cells(filed, grades).values())


def cells(filed: Filed, grades: Grades) -> dict[str, str]:
    """What stands in each column, the marks against formulas left out."""
    found = dict.fromkeys(COLUMNS, "")
    found.update((name, str(each)) for name, each in _told(filed) if each is not None)
    if not isinstance(filed, Named) and filed.value is not None:
        named = tuple(dict.fromkeys(_sources(filed.value)))
        known = (grades.get(each) for each in named)
        found["sources"] = _BETWEEN.join(named)
        found["grades"] = _BETWEEN.join("?" if each is None else each.value for each in known)
    found["record"] = write(filed)
    return found


def read_titles(text: str) -> None:
    """Raises RecordError unless these are our columns, in our order."""
    given = split(text)
    missing = [name for name in COLUMNS if name not in given]
    if missing:
        raise RecordError(
            [Fault.at((name,), mark("is missing: no such column.")) for name in missing]
        )
    if tuple(given) != COLUMNS:
        raise RecordError(
            [Fault.at((), mark("The columns must be {listed}.").format(listed=",".join(COLUMNS)))]
        )


def read_row(text: str) -> dict[str, str]:
    """The cells of a row by column, the marks against formulas taken off."""
    given = split(text)
    if len(given) != len(COLUMNS):
        problem = mark("It has {given} cells; there are {columns} columns.").format(
            given=len(given), columns=len(COLUMNS)
        )
        raise RecordError([Fault.at((), problem)])
    return dict(zip(COLUMNS, map(bare, given), strict=True))


def differences(given: Mapping[str, str], filed: Filed, grades: Grades) -> Iterator[Fault]:
    """Cells that do not say what the record of their row says."""
    for name, meant in cells(filed, grades).items():
        if name != "record" and given[name] != meant:
            problem = mark("says '{given}', but the record in its row says '{meant}'.").format(
                given=f"{given[name]:.60}", meant=f"{meant:.60}"
            )
            yield Fault.at((name,), problem)


def guarded(cell: str) -> str:
    return _APOSTROPHE + cell if cell.startswith((*_FORMULA, _APOSTROPHE)) else cell


def bare(cell: str) -> str:
    return cell.removeprefix(_APOSTROPHE)


def split(text: str) -> list[str]:
    """The cells of one line. A cell never goes on in the next line."""
    try:
        rows = list(csv.reader([text], strict=True))
    except csv.Error as error:
        raise RecordError(
            [Fault.at((), mark("It is not CSV: {error}.").format(error=error))]
        ) from error
    return rows[0] if rows else []


def _text(row: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(map(guarded, row))
    return out.getvalue()


def _told(filed: Filed) -> Iterator[tuple[str, object]]:
    if isinstance(filed, Named):
        yield from (("kind", NAMED), ("id", filed.id))
        return
    yield from (("number", filed.number), ("action", filed.action), ("origin", filed.origin))
    yield from (("by", filed.by), ("at", stamp(filed.at)), ("because", filed.because))
    yield from _of_figure(filed) if isinstance(filed, FigureLine) else _of_record(filed)


def _of_figure(line: FigureLine) -> Iterator[tuple[str, object]]:
    yield from (("kind", FIGURE), ("edition", line.edition), ("member", line.member))
    yield from (("indicator", line.indicator.value), ("year", line.year))
    yield "value", None if line.value is None else line.value.value


def _of_record(line: Line) -> Iterator[tuple[str, object]]:
    yield from (("kind", line.kind), ("id", line.id), ("known_on", line.known_on))
    value: Any = line.value
    members = getattr(value, "members", None)
    yield "member", _BETWEEN.join(members) if members else getattr(value, "member", None)
    yield "meeting", getattr(value, "meeting", None)
    yield "commitment", getattr(value, "commitment", None)
    yield "year", getattr(value, "year", None)
    yield "value", getattr(value, "share", None)
    yield "claim", getattr(value, "claim", getattr(value, "title", None))


def _sources(value: Any) -> Iterator[str]:
    """The ids of what a value rests on; a source is its own."""
    if isinstance(value, Source):
        yield value.id
        return
    parts = (*value.history, *value.clauses) if isinstance(value, Commitment) else (value,)
    more = value.disputes if isinstance(value, Reservation) else ()
    yield from (cite.source for part in (*parts, *more) for cite in part.cites)
