"""`article3 export` and `article3 import`: facts as a file, from one database into another."""

import asyncio
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from bot.call import Call
from bot.words import MISSING, Shape, Words, read
from data.errors import QuestionError, StoreError
from data.messages import mark

if TYPE_CHECKING:
    from data.exchange.filed import FileError
    from data.store.export import Export, Format

EXPORTED = mark("{file} holds {count} records: what was known on {day}.")
EXPORTED_ALL = mark("{file} holds {count} records: every state of everything that was recorded.")
IMPORTED = mark(
    "{records} records and {figures} figures were imported from {file}. The database is {where}."
)
STANDARD_INPUT = mark("standard input")
NOTHING_IMPORTED = mark("Nothing was imported from {file}.")
NOTHING_IMPORTED_MORE = mark("Nothing was imported from {file}, and more is wrong with it.")
FAULT = mark("{file}, {fault}")
NO_FORMAT = mark("There is no format '{word}'. Write --format jsonl or --format csv.")
ALL_DAYS = mark(
    "The whole history is of all days. Leave out --as-of, or leave out --history to export what "
    "was known on one day."
)
NO_FILE_TO_KEEP = mark("--force writes over a file. Name the file, or leave out --force.")

_AS_OF, _FORMAT, _HISTORY, _FORCE = "--as-of", "--format", "--history", "--force"
_FORMATS: "tuple[Format, ...]" = ("jsonl", "csv")
_STREAM = "-"
_NATO = "nato"
_WRONG_FILE = 2
_MOST_ECHOED = 40

_TO_FILE = Shape(
    verb="export",
    operands=("[FILE]",),
    options={_AS_OF: "DAY", _FORMAT: "jsonl|csv"},
    flags=(_HISTORY, _FORCE),
)
_TO_STREAM = Shape(verb="export", options=_TO_FILE.options, flags=_TO_FILE.flags)
_IMPORT = Shape(verb="import", operands=("FILE",))


def export_(words: Sequence[str], call: Call) -> None:
    """Writes what was known on a day, or all that was recorded, to a file or standard output."""
    found = _read_export(words)
    name = found.operands.get("[FILE]", _STREAM)
    as_of, form = _day(found, call), _format(found, name)
    force = _FORCE in found.flags
    if name == _STREAM:
        if force:
            raise QuestionError(NO_FILE_TO_KEEP)
        _pour(asyncio.run(_exported(call, as_of)), form, call)
        return
    from bot.opening import address
    from data.store.export_file import check, keep

    check(address(call), Path(name), force=force)
    export = asyncio.run(_exported(call, as_of))
    keep(export, Path(name), form, force=force)
    told = EXPORTED_ALL if as_of is None else EXPORTED
    call.tell(told.format(file=name, count=export.header.records, day=as_of))


def import_(words: Sequence[str], call: Call) -> int | None:
    """Takes a file in, into an empty database: all of it, or nothing and the faults it has. A
    workbook of NATO's is another matter."""
    if words[:1] == [_NATO]:
        from bot.nato_import import import_nato

        return import_nato(words[1:], call)
    from data.exchange.filed import FileError

    name = read(words, _IMPORT).operands["FILE"]
    shown = STANDARD_INPUT if name == _STREAM else name
    try:
        asyncio.run(_imported(call, name, shown))
    except FileError as error:
        _tell(error, shown, call)
        return _WRONG_FILE
    return None


def _read_export(words: Sequence[str]) -> Words:
    try:
        return read(words, _TO_FILE)
    except QuestionError as error:
        if error.template != MISSING:
            raise
        return read(words, _TO_STREAM)


def _day(found: Words, call: Call) -> date | None:
    """None for the whole history."""
    given = found.options.get(_AS_OF)
    if _HISTORY in found.flags:
        if given is not None:
            raise QuestionError(ALL_DAYS)
        return None
    from commands.asked import read_day

    return read_day(given, call.today())


def _format(found: Words, name: str) -> "Format":
    """What was asked for; otherwise what the name of the file says."""
    word = found.options.get(_FORMAT)
    if word is None:
        return "csv" if name.lower().endswith(".csv") else "jsonl"
    for form in _FORMATS:
        if form == word:
            return form
    raise QuestionError(NO_FORMAT, word=word[:_MOST_ECHOED])


async def _exported(call: Call, as_of: date | None) -> "Export":
    """A database that never held anything gets the facts of this release first."""
    from bot.opening import bare, sync

    async with bare(call) as store:
        found = await store.export(as_of)
        if found.lines or (await store.export(None)).lines:
            return found
    await sync(call)
    async with bare(call) as store:
        return await store.export(as_of)


def _pour(export: "Export", form: "Format", call: Call) -> None:
    """Always UTF-8, and with the ends of lines as they are."""
    # All of it, before any: a record that fits no line leaves no half of a file.
    lines = list(export.text(form))
    out = cast("BinaryIO | None", getattr(call.stdout, "buffer", None))
    if out is None:
        call.stdout.writelines(lines)
        return
    call.stdout.flush()
    out.writelines(line.encode() for line in lines)
    out.flush()


async def _imported(call: Call, name: str, shown: str) -> None:
    from bot.opening import bare, whereabouts

    with _stream(name, call) as stream:
        async with bare(call) as store:
            done = await store.import_(stream, now=call.clock())
    told = IMPORTED.format(
        records=done.records, figures=done.figures, file=shown, where=whereabouts(call)
    )
    call.tell(told)


@contextmanager
def _stream(name: str, call: Call) -> Iterator[BinaryIO]:
    if name == _STREAM:
        piped = cast("BinaryIO | None", getattr(call.stdin, "buffer", None))
        # What is no stream of bytes has been decoded already.
        yield piped or io.BytesIO(call.stdin.read().encode("utf-8", "surrogateescape"))
        return
    from data.store.drafts import CANNOT_READ

    try:
        with Path(name).open("rb") as file:
            yield file
    except OSError as error:
        problem = error.strerror or str(error)
        raise StoreError(CANNOT_READ.format(file=name, problem=problem)) from error


def _tell(error: "FileError", shown: str, call: Call) -> None:
    for fault in error.faults:
        call.complain(FAULT.format(file=shown, fault=fault.sentence))
    closing = NOTHING_IMPORTED_MORE if error.more else NOTHING_IMPORTED
    call.complain(closing.format(file=shown))
