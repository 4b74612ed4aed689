"""Reads a whole file of records, within limits, and checks all of it.

Who wrote a record and when is taken over as the file says it. Nowhere else does a moment of writing
come from anything but the clock.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import chain
from typing import BinaryIO, NoReturn

from data.errors import Fault, RecordError
from data.exchange import sheet
from data.exchange.filed import FileError, LineFault, Placed, faults_in
from data.exchange.lines import LONGEST_LINE, Filed, Header, Named, sources
from data.exchange.reading import read, read_header
from data.messages import mark

MOST_BYTES = 512 * 1024 * 1024
MOST_RECORDS = 500_000
MOST_FAULTS = 20

_CLOCKS_DIFFER = timedelta(days=1)
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a file may have at the most; `line` is in bytes, its end included."""

    line: int = LONGEST_LINE
    bytes: int = MOST_BYTES
    records: int = MOST_RECORDS


@dataclass(frozen=True, slots=True)
class Intake:
    """What a file holds, read and found sound."""

    header: Header
    lines: tuple[Filed, ...]


def take(stream: BinaryIO, *, now: datetime, limits: Limits | None = None) -> Intake:
    """Reads a file and checks all of it; nothing is written. Raises FileError."""
    reading = _Reading(limits or Limits())
    reading.read(stream)
    if not reading.faults:
        reading.check(now)
    reading.stop_if_faulty()
    assert reading.header is not None
    return Intake(reading.header, tuple(each.filed for each in reading.placed))


class _EnoughError(Exception):
    """There is no use in reading on."""


@dataclass(slots=True)
class _Reading:
    limits: Limits
    header: Header | None = None
    placed: list[Placed] = field(default_factory=list[Placed])
    rows: list[dict[str, str]] = field(default_factory=list[dict[str, str]])
    """The cells of the lines, where it is CSV; without `record`, which is the line itself."""
    faults: list[LineFault] = field(default_factory=list[LineFault])
    more: bool = False
    is_csv: bool = False
    _ended: int = 0

    def read(self, stream: BinaryIO) -> None:
        try:
            for number, text in self._lines(stream):
                self._take(number, text)
            if self.header is None:
                self._end(self._ended + 1, (), mark("The file ends before it says what it holds."))
            self._count()
        except _EnoughError:
            pass

    def check(self, now: datetime) -> None:
        """Holds what was read against each other."""
        assert self.header is not None
        found = chain(
            faults_in(self.placed, history=self.header.history),
            self._too_late(now),
            self._cells_differ(),
        )
        try:
            for fault in found:
                self._keep(fault)
        except _EnoughError:
            pass
        self.faults.sort(key=lambda each: each.line)

    def stop_if_faulty(self) -> None:
        if self.faults:
            raise FileError(self.faults, more=self.more)

    def _lines(self, stream: BinaryIO) -> Iterator[tuple[int, str]]:
        size = 0
        while line := stream.readline(self.limits.line + 1):
            self._ended += 1
            size += len(line)
            if len(line) > self.limits.line:
                self._end(
                    self._ended,
                    (),
                    mark("It has more than {line} bytes.").format(line=self.limits.line),
                )
            if size > self.limits.bytes:
                self._end(
                    self._ended,
                    (),
                    mark("The file has more than {bytes} bytes.").format(bytes=self.limits.bytes),
                )
            if self._ended == 1:
                line = line.removeprefix(_BOM)
            try:
                yield self._ended, line.decode().removesuffix("\n").removesuffix("\r")
            except UnicodeDecodeError as error:
                problem = mark("It is not UTF-8: byte {start} is 0x{line}.").format(
                    start=error.start + 1, line=f"{line[error.start]:02X}"
                )
                self._keep(LineFault(self._ended, "", problem))
                if self.header is None:
                    raise _EnoughError from error

    def _take(self, number: int, text: str) -> None:
        try:
            if self.header is None:
                self._begin(text)
            else:
                self._add(number, text, self.header)
        except RecordError as error:
            for fault in error.faults:
                self._keep(LineFault.of(number, fault))
            if self.header is None:
                raise _EnoughError from error

    def _begin(self, text: str) -> None:
        """Of JSON the first line is the header; of CSV it stands in the row below the titles."""
        if self.is_csv:
            row = sheet.read_row(text)
            if row["kind"] != sheet.HEADER:
                problem = mark("is '{row}'; the first row is that of the header.").format(
                    row=f"{row['kind']:.40}"
                )
                raise RecordError([Fault.at(("kind",), problem)])
            self.header = read_header(row["record"])
        elif text.startswith("{"):
            self.header = read_header(text)
        else:
            if not set(sheet.COLUMNS) & set(sheet.split(text)):
                raise RecordError(
                    [Fault.at((), mark("This is no file that article3 export writes."))]
                )
            sheet.read_titles(text)
            self.is_csv = True

    def _add(self, number: int, text: str, header: Header) -> None:
        if len(self.placed) >= self.limits.records:
            self._end(
                number,
                (),
                mark("The file has more than {records} records.").format(
                    records=self.limits.records
                ),
            )
        if self.is_csv:
            row = sheet.read_row(text)
            text = row.pop("record")
            filed = read(text, history=header.history)
            self.rows.append(row)
        else:
            filed = read(text, history=header.history)
        self.placed.append(Placed(number, filed))

    def _count(self) -> None:
        """A file that lost lines is no export any more, however sound the others are."""
        if self.header is None or self.faults or len(self.placed) == self.header.records:
            return
        problem = mark(
            "is {records}, but the file holds {placed}: lines of it are missing, or were added."
        ).format(records=self.header.records, placed=len(self.placed))
        self._keep(LineFault(1 + self.is_csv, "records", problem))

    def _too_late(self, now: datetime) -> Iterator[LineFault]:
        for each in self.placed:
            if not isinstance(each.filed, Named) and each.filed.at > now + _CLOCKS_DIFFER:
                problem = mark("is {date}, a day that is still to come.").format(
                    date=each.filed.at.date()
                )
                yield LineFault(each.number, "at", problem)

    def _cells_differ(self) -> Iterator[LineFault]:
        grades = {each.id: each.grade for each in sources(each.filed for each in self.placed)}
        for row, each in zip(self.rows, self.placed, strict=False):
            for fault in sheet.differences(row, each.filed, grades):
                yield LineFault.of(each.number, fault)

    def _end(self, number: int, path: tuple[str, ...], problem: str) -> NoReturn:
        self._keep(LineFault.of(number, Fault.at(path, problem)))
        raise _EnoughError

    def _keep(self, fault: LineFault) -> None:
        if len(self.faults) == MOST_FAULTS:
            self.more = True
            raise _EnoughError
        self.faults.append(fault)
