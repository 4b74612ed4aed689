"""Files of records that people write, in the catalogue's own format."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from data.catalogue.files import CatalogueFile
from data.catalogue.known import check_ids
from data.catalogue.read_toml import Record, read_records
from data.catalogue.validate import Entry, placed, validate
from data.errors import CatalogueError, CatalogueFault, Fault, QuestionError
from data.facts.kinds import KINDS, Value
from data.messages import mark

LARGEST = 256 * 1024
"""Bytes: ten times what the shipped files hold of any one kind."""

CANNOT_READ = mark(
    "{file} cannot be read ({problem}). Name a TOML file with the records to be written."
)
TOO_LARGE = mark("{file} is larger than {most} KB. Split it: what it holds is written at once.")
NO_RECORD = mark(
    "{file} holds no record. Write one as in data/catalogue, under a heading such as [[stance]]."
)
NOT_PLAIN = mark("The file holds a number or lists that nobody can mean.")

Written = Sequence[Entry[Value]]
"""Records with their places in the file."""


def take(name: str) -> Written:
    """The records of a file, those first on which others rest. Raises QuestionError for a file that
    cannot be read, and CatalogueError with all that is wrong with its records."""
    records, faults = _records(CatalogueFile(name, _content(name)))
    found: list[Entry[Value]] = []
    for record in records:
        entry, problems = validate(record, KINDS[record.place.kind])
        faults.extend(problems)
        if entry is not None:
            found.append(entry)
    if faults := [*faults, *check_ids(records)]:
        raise CatalogueError(sorted(faults, key=lambda each: each.line))
    if not found:
        raise QuestionError(NO_RECORD, file=name)
    order = list(KINDS)
    return sorted(found, key=lambda each: order.index(each.place.kind))


def in_file(written: Written, faults: Iterable[Fault]) -> list[CatalogueFault]:
    """What is wrong with records, with the lines they stand in. The way to each fault begins with
    the index of its record."""
    found = [
        fault
        for each in faults
        if isinstance(index := each.path[0], int)
        for fault in placed(written[index].place, [Fault.at(each.path[1:], each.problem)])
    ]
    return sorted(found, key=lambda each: each.line)


def _content(name: str) -> bytes:
    try:
        with Path(name).open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise QuestionError(CANNOT_READ, file=name, problem=problem) from error
    if len(content) > LARGEST:
        raise QuestionError(TOO_LARGE, file=name, most=LARGEST // 1024)
    return content


def _records(file: CatalogueFile) -> tuple[list[Record], list[CatalogueFault]]:
    try:
        records, faults = read_records(file, KINDS)
    except (ValueError, ArithmeticError, RecursionError):
        # TOML is read without bounds: numbers of thousands of digits, lists a thousand deep.
        return [], [CatalogueFault(file.name, 1, NOT_PLAIN)]
    return records or [], faults
