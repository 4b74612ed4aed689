"""Text laid out in lines. Rich breaks lines at no-break spaces too, and so would part a number from
its unit and a statement from the number of its source; this breaks at plain spaces only."""

import re
from collections.abc import Iterable

from rich.cells import cell_len, chop_cells
from rich.text import Text

# A source's number stays with the word before it.
_WORD = re.compile(r"(?:[^ ]| (?=\[\d))+")


def width_of(text: str) -> int:
    """The cells a text takes. Rich knows, but asks about each character of plain English too."""
    return len(text) if text.isascii() else cell_len(text)


def wrap(text: Text, width: int) -> list[Text]:
    """Lines of at most `width` cells; at least one, even if it is empty."""
    bounds: list[tuple[int, int]] = []
    room = 0
    for start, end, cells in _words(text.plain, width):
        gap = start - bounds[-1][1] if bounds else 0
        if bounds and gap + cells <= room:
            bounds[-1] = (bounds[-1][0], end)
            room -= gap + cells
        else:
            bounds.append((start, end))
            room = width - cells
    if len(bounds) == 1 and bounds[0] == (0, len(text)):
        return [text]
    return [text[start:end] for start, end in bounds] or [Text()]


def hang(first: Text, text: Text, width: int) -> list[Text]:
    """`text` beside `first`, its further lines indented to where it begins."""
    indent = width_of(first.plain)
    head, *rest = wrap(text, max(width - indent, 1))
    return [first + head, *indented(rest, indent)]


def indented(lines: Iterable[Text], by: int) -> list[Text]:
    return [Text(" " * by) + line for line in lines]


def _words(plain: str, width: int) -> list[tuple[int, int, int]]:
    """Where words begin and end, and the cells they take. One too wide for a line (Chinese has no
    spaces) is cut up, unless it is an address."""
    found: list[tuple[int, int, int]] = []
    for match in _WORD.finditer(plain):
        start, cells = match.start(), width_of(match[0])
        if cells <= width or "://" in match[0]:
            found.append((start, match.end(), cells))
            continue
        for piece in chop_cells(match[0], width):
            found.append((start, start + len(piece), width_of(piece)))
            start += len(piece)
    return found
