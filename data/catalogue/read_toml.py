"""Reads TOML files into records, each of which knows the line of every one of its keys."""

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast

from data.catalogue.files import CatalogueFile
from data.catalogue.toml_lines import Path, TomlLines
from data.errors import CatalogueFault
from data.messages import mark

PLURALS = {"clause": "clauses", "dispute": "disputes", "gap": "gaps"}
"""Nested tables are headed by one of them, `[[commitment.clause]]`; the values hold them all."""

_WHERE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_TWICE = ("Cannot overwrite a value", "Cannot declare", "Cannot mutate")
_OF_RECORD = mark("{name}: {problem}")
_SINGULARS = {plural: singular for singular, plural in PLURALS.items()}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands, for faults that name its file and the line of the key at fault."""

    file: str
    lines: TomlLines
    kind: str
    index: int
    name: str
    """The record as a reader of the fault would call it."""
    prefix: Path = ()
    """Where inside the record the values at hand stand, if they are not the whole of it."""

    def fault(self, problem: str, *path: str | int) -> CatalogueFault:
        return CatalogueFault(
            self.file, self._line(path), _OF_RECORD.format(name=self.name, problem=problem)
        )

    def at(self, *path: str | int) -> str:
        """File and line of a key, for faults of other records that mention it."""
        return f"{self.file}:{self._line(path)}"

    def _line(self, path: Path) -> int:
        return self.lines.locate(self.kind, self.index, as_written((*self.prefix, *path)))


@dataclass(frozen=True, slots=True)
class Record:
    """A table as TOML gives it."""

    place: Place
    values: dict[str, Any]


def as_written(path: Path) -> Path:
    """The path with nested tables called as in the file."""
    return tuple(_SINGULARS.get(part, part) if isinstance(part, str) else part for part in path)


def label(path: Path) -> str:
    """`cites[1].locator`, counted from one as people do."""
    text = ""
    for part in as_written(path):
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def read_records(
    file: CatalogueFile, kinds: Collection[str]
) -> tuple[list[Record] | None, list[CatalogueFault]]:
    """The records of the kinds this file may hold, and what is wrong with the file as such.

    The records are None where the file cannot be read at all.
    """
    try:
        text = file.content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = file.content.count(b"\n", 0, error.start) + 1
        return None, [CatalogueFault(file.name, line, mark("The file is not UTF-8."))]
    lines = TomlLines.of(text)
    try:
        content = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        return None, [_syntax_fault(file.name, lines, str(error))]
    records: list[Record] = []
    faults: list[CatalogueFault] = []
    for kind, value in content.items():
        tables = as_tables(value)
        if kind not in kinds:
            faults.append(_unknown_table(file.name, lines, kind, kinds))
        elif tables is None:
            problem = mark(
                "'{kind}' must be a list of tables; write [[{kind}]] with two brackets."
            ).format(kind=kind)
            line = max(lines.of_table(kind), lines.of_key(kind))
            faults.append(CatalogueFault(file.name, line, problem))
        else:
            for index, values in enumerate(tables):
                name = _name(kind, values)
                records.append(Record(Place(file.name, lines, kind, index, name), values))
    return records, faults


def _name(kind: str, values: Mapping[str, Any]) -> str:
    known = values.get("id")
    return f"{kind} '{known}'" if isinstance(known, str) else kind


def as_tables(value: object) -> list[dict[str, Any]] | None:
    """What `[[name]]` gives, the empty array included; None for anything else."""
    if not isinstance(value, list):
        return None
    tables = cast(list[Any], value)
    return tables if all(isinstance(each, dict) for each in tables) else None


def _unknown_table(
    file: str, lines: TomlLines, kind: str, kinds: Collection[str]
) -> CatalogueFault:
    line = max(lines.of_table(kind), lines.of_key(kind))
    known = ", ".join(f"[[{each}]]" for each in sorted(kinds)) or "none"
    return CatalogueFault(
        file,
        line,
        mark("'{kind}' is not a table of this file; it may hold {known}.").format(
            kind=kind, known=known
        ),
    )


def _syntax_fault(file: str, lines: TomlLines, message: str) -> CatalogueFault:
    where = _WHERE.search(message)
    line = int(where[1]) if where is not None and where[1] else lines.last
    problem = _WHERE.sub("", message)
    if problem.startswith(_TWICE):
        return CatalogueFault(
            file, line, mark("A key or table is given twice ({problem}).").format(problem=problem)
        )
    return CatalogueFault(file, line, mark("This is not TOML: {problem}.").format(problem=problem))
