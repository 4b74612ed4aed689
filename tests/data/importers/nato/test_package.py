"""Files that are no workbook, or that are made to do harm. Each is refused with a clear word, and
without being unpacked."""

import io
import struct
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest

from data.importers.nato.faults import WorkbookError
from data.importers.nato.package import LARGEST, MOST_PARTS, MOST_UNPACKED, packed, unpack

WORKBOOK = "xl/workbook.xml"
MILLION = 1024 * 1024


def zipped(parts: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


def encrypted() -> bytes:
    """What is flagged as encrypted, in the directory and before the part."""
    made = bytearray(zipped({WORKBOOK: b"<workbook/>"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        made[made.index(mark) + offset] |= 1
    return bytes(made)


def lying() -> bytes:
    """A directory that tells of ten bytes where there are millions."""
    made = bytearray(zipped({WORKBOOK: b" " * (2 * MOST_UNPACKED)}))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = made.index(mark) + offset
        made[at : at + 4] = struct.pack("<I", 10)
    return bytes(made)


def broken() -> bytes:
    made = bytearray(zipped({WORKBOOK: b"<workbook>some text</workbook>"}, method=0))
    at = made.index(b"some text")
    made[at] ^= 1
    return bytes(made)


def doubled() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr(WORKBOOK, b"<workbook/>")
        package.writestr(WORKBOOK.upper(), b"<workbook/>")
    return made.getvalue()


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "no workbook in the format .xlsx"),
    "a text": (lambda: b"Country,2024\nSpain,1.28\n", "no workbook in the format .xlsx"),
    "half a file": (lambda: zipped({WORKBOOK: b"<workbook/>"})[:60], "no workbook"),
    "an old workbook, or one with a password": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
        "protected with a password",
    ),
    "an encrypted zip": (encrypted, "protected with a password"),
    "another zip": (lambda: zipped({"hello.txt": b"hello"}), "holds no workbook"),
    "a damaged part": (broken, "is damaged: Bad CRC-32"),
    "a part twice": (doubled, "holds 'XL/WORKBOOK.XML' twice"),
    "a method nobody uses": (
        lambda: zipped({WORKBOOK: b"<workbook/>"}, method=zipfile.ZIP_LZMA),
        "is damaged: method 14",
    ),
    "too many parts": (
        lambda: zipped({f"xl/{n}.xml": b"" for n in range(MOST_PARTS + 1)}),
        "501 parts",
    ),
    "a file too large": (lambda: b"PK" + bytes(LARGEST), "more than 20 MB"),
    "a bomb": (lambda: zipped({WORKBOOK: bytes(40 * MILLION)}), "unpacks to more"),
    "a small bomb": (lambda: zipped({WORKBOOK: bytes(10 * MILLION)}), "unpacks to more"),
    "a bomb in a part of no use": (
        lambda: zipped({WORKBOOK: b"<workbook/>", "xl/media/image1.png": bytes(70 * MILLION)}),
        "unpacks to more",
    ),
    "a bomb with a lying directory": (lying, "is damaged"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_is_refused_with_a_clear_word(what: str) -> None:
    make, told = HOSTILE[what]
    content = make()
    tracemalloc.start()
    try:
        with pytest.raises(WorkbookError, match=told):
            unpack(content)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 4 * MILLION + len(content)


def test_what_is_packed_anew_holds_the_xml_and_nothing_else() -> None:
    parts = {WORKBOOK: b"<workbook/>", "xl/vbaProject.bin": b"macro", "xl/media/a.png": b"picture"}
    with zipfile.ZipFile(io.BytesIO(packed(unpack(zipped(parts))))) as package:
        assert {each: package.read(each) for each in package.namelist()} == {
            WORKBOOK: b"<workbook/>"
        }
