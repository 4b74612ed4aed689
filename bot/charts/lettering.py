"""How much room letters take.

Widths are those of Liberation Sans in thousandths of its size, which are Arial's as well; a letter
with a mark is as wide as without it. What is not listed is taken to be wide rather than narrow.
"""

import unicodedata
from functools import lru_cache

LINE = 1.2
"""Height of a line, in sizes."""

_WIDTHS = {
    222: "ijl'|ı",
    278: " ,./\\:;!It[]f·",
    333: "-()r`",
    355: '"',
    389: "*",
    500: "Jcksvxyz",
    556: "abdeghnopqu0123456789#$?L_–€ßñ",
    584: "+<>=−~≥≤→±",
    611: "FTZ",
    667: "ABEKPSVXY&",
    722: "CDHNRUwŁ",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "…—@",
}
_BY_LETTER = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_OTHER, _WIDE = 680, 1000
_BOLD = 1.08


@lru_cache(maxsize=4096)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """The room a line takes, at the most a little less than is said here."""
    thousandths = sum(_letter(each) for each in text)
    return thousandths * size / 1000 * (_BOLD if bold else 1)


def _letter(letter: str) -> int:
    found = _BY_LETTER.get(letter)
    if found is not None:
        return found
    if unicodedata.combining(letter):
        return 0
    if unicodedata.east_asian_width(letter) in "WF":
        return _WIDE
    base = unicodedata.normalize("NFD", letter)[0]
    return _BY_LETTER.get(base, 278 if letter.isspace() else _OTHER)


def wrap(text: str, size: float, room: float, *, lines: int = 9, bold: bool = False) -> list[str]:
    """Whole words in lines of at most `room`. A word that is longer is broken; what does not fit
    into `lines` ends with an ellipsis."""
    found: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if not line or width(longer, size, bold=bold) <= room:
            line = longer
        else:
            found.append(line)
            line = word
        while width(line, size, bold=bold) > room and len(line) > 1:
            head = _head(line, size, room, bold=bold)
            found.append(head)
            line = line[len(head) :]
    found.append(line)
    if len(found) <= lines:
        return found
    last = found[lines - 1]
    while last and width(last + "…", size, bold=bold) > room:
        last = last[:-1]
    return [*found[: lines - 1], last.rstrip() + "…"]


def _head(word: str, size: float, room: float, *, bold: bool) -> str:
    """As much of a word as fits, and one letter at least."""
    end = 1
    while end < len(word) and width(word[: end + 1], size, bold=bold) <= room:
        end += 1
    return word[:end]
