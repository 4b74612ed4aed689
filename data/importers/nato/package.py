"""Opens a workbook's zip without trusting a word of it.

What its directory says is held against limits first, and what is then unpacked is counted, for a
directory can lie. The XML is put into a new zip, and nothing but that reaches the library that
reads workbooks: no part that was not looked at, and no name that stands in there twice.
"""

import io
import zlib
from collections.abc import Iterator, Mapping
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from data.errors import Article3Error
from data.importers.nato.faults import WorkbookError
from data.messages import mark

LARGEST = 20 * 1024 * 1024
"""Bytes of a file. NATO's own have 70 to 180 KB."""
MOST_UNPACKED = 16 * 1024 * 1024
"""Bytes of XML. NATO's own have less than one million."""
MOST_DECLARED = 64 * 1024 * 1024
"""Bytes that all parts together say they have, pictures included."""
MOST_PARTS = 500
HIGHEST_RATIO = 100
"""XML is packed to a tenth; a thousandth is a trap."""
_RATIO_COUNTS_FROM = 1024 * 1024

TOO_LARGE = mark(
    "The file has more than {most} MB. NATO's workbooks have less than one; this is none."
)
NO_ZIP = mark("The file is no workbook in the format .xlsx. Open it and save it as .xlsx.")
PROTECTED = mark(
    "The file is protected with a password, or in an old format. Open it and save it as .xlsx, "
    "without a password."
)
DAMAGED = mark("The file is damaged: {problem}. Fetch it again.")
BOMB = mark("The file unpacks to more than any workbook of NATO's; it is not opened.")
TWICE = mark("The file holds '{part}' twice; it is not opened.")
TOO_MANY_PARTS = mark("The file holds {count} parts; a workbook of NATO's has less than {most}.")
NO_WORKBOOK = mark("The file is a zip, but holds no workbook. Open it and save it as .xlsx.")

_OLD = b"\xd0\xcf\x11\xe0"
"""How files of old versions of Excel begin, and those with a password."""
_ENCRYPTED = 0x1
_WORKBOOK = "xl/workbook.xml"
_XML = (".xml", ".rels", ".vml")
_CHUNK = 64 * 1024
_LONGEST = 100

Parts = Mapping[str, bytes]
"""The XML of a workbook by the names of its parts."""


def unpack(content: bytes) -> Parts:
    """Raises WorkbookError for what is no workbook, or more than one can be."""
    if len(content) > LARGEST:
        raise WorkbookError.of(TOO_LARGE.format(most=LARGEST // 1024 // 1024))
    if content.startswith(_OLD):
        raise WorkbookError.of(PROTECTED)
    try:
        with ZipFile(io.BytesIO(content)) as package:
            _check_directory(package.infolist(), len(content))
            parts = dict(_read(package))
    except Article3Error:
        raise
    except BadZipFile as error:
        raise WorkbookError.of(_worded(error)) from error
    except (zlib.error, EOFError, NotImplementedError, ValueError, OSError, RuntimeError) as error:
        raise WorkbookError.of(DAMAGED.format(problem=_shown(error))) from error
    if _WORKBOOK not in parts:
        raise WorkbookError.of(NO_WORKBOOK)
    return parts


def packed(parts: Parts) -> bytes:
    """A zip of these parts and no others."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as package:
        for name, content in parts.items():
            package.writestr(ZipInfo(name), content)
    return made.getvalue()


def _worded(error: BadZipFile) -> str:
    if "not a zip" in str(error):
        return NO_ZIP
    return DAMAGED.format(problem=_shown(error))


def _shown(error: Exception) -> str:
    """What the library says, in English, shortened: the file has a say in it."""
    return " ".join(str(error).split()).rstrip(".")[:_LONGEST] or type(error).__name__


def _check_directory(entries: list[ZipInfo], size: int) -> None:
    if len(entries) > MOST_PARTS:
        raise WorkbookError.of(TOO_MANY_PARTS.format(count=len(entries), most=MOST_PARTS))
    seen: set[str] = set()
    for each in entries:
        if each.flag_bits & _ENCRYPTED:
            raise WorkbookError.of(PROTECTED)
        # Names that differ in case alone are one name to some readers.
        name = each.filename.casefold().replace("\\", "/")
        if name in seen:
            raise WorkbookError.of(TWICE.format(part=each.filename[:80]))
        seen.add(name)
    declared = sum(each.file_size for each in entries)
    if declared > MOST_DECLARED or sum(e.file_size for e in _xml(entries)) > MOST_UNPACKED:
        raise WorkbookError.of(BOMB)
    if declared > max(size * HIGHEST_RATIO, _RATIO_COUNTS_FROM):
        raise WorkbookError.of(BOMB)


def _xml(entries: list[ZipInfo]) -> list[ZipInfo]:
    return [each for each in entries if each.filename.casefold().endswith(_XML)]


def _read(package: ZipFile) -> Iterator[tuple[str, bytes]]:
    left = MOST_UNPACKED
    for entry in _xml(package.infolist()):
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise WorkbookError.of(DAMAGED.format(problem=f"method {entry.compress_type}"))
        pieces: list[bytes] = []
        with package.open(entry) as part:
            while piece := part.read(_CHUNK):
                left -= len(piece)
                if left < 0:
                    raise WorkbookError.of(BOMB)
                pieces.append(piece)
        yield entry.filename, b"".join(pieces)
