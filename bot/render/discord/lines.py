"""Lines made of pieces. A piece is what no page border may cut: a figure with the numbers of its
sources, or words, which may be parted where nothing else helps."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from bot.render.discord.escapes import escape, line, opening
from bot.render.marks import marked
from commands.briefing import Backed, Figure, Moment, Part, Quoted, Sentence, Unit

Countdown = Callable[[Figure], str | None]

# So many numbers of sources stay with the text before them.
_TOGETHER = 5
_LONGEST_WORD = 100
_WORD = re.compile(r"\S+\s*|\s+")
_SENTENCE_END = re.compile(r"[.!?…。]\s*$")
# A border here would go through a number, or part a backslash from what it escapes.
_TORN = re.compile(r"[\d.,][\d.,%]|\\.")


@dataclass(frozen=True, slots=True)
class Piece:
    """`plain` is the piece without formatting, escaped all the same. `loose` words may be parted;
    what is `tied` stays with the piece before it."""

    markdown: str
    plain: str
    citations: tuple[int, ...] = ()
    loose: bool = False
    tied: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    pieces: tuple[Piece, ...]
    markdown: str
    plain: str
    citations: frozenset[int]

    @classmethod
    def of(cls, *pieces: Piece) -> "Line":
        return cls(
            pieces,
            "".join(piece.markdown for piece in pieces),
            "".join(piece.plain for piece in pieces),
            frozenset(number for piece in pieces for number in piece.citations),
        )

    def cut(self, fits: Callable[["Line"], bool]) -> tuple["Line", "Line | None"]:
        """The longest beginning that fits, preferably of whole sentences, and the rest."""
        atoms = _atoms(self.pieces)
        most = _most(len(atoms), lambda count: fits(_joined(atoms[:count])))
        most = _whole_sentences(atoms, most)
        if most == len(atoms):
            return self, None
        first, *rest = (piece for atom in atoms[most:] for piece in atom)
        # In one piece with what follows: alone it would never come to an end.
        first = replace(first, markdown=f"… {first.markdown}", plain=f"… {first.plain}")
        return _joined(atoms[:most]), Line.of(first, *rest)


def markup(text: str, plain: str | None = None) -> Piece:
    """Something of ours, with its formatting."""
    return Piece(text, text if plain is None else plain)


def bold(text: str) -> Piece:
    escaped = line(text.strip())
    return Piece(f"**{escaped}**", escaped)


def standing(_: Figure) -> None:
    """No countdown: every figure stands as it is."""


def cited(sentence: Sentence, countdown: Countdown, *, emphasis: bool = False) -> list[Piece]:
    """The sentence with `[1]` after what source 1 supports: once for neighbours with the same
    sources, after the last of them. With `emphasis` its figures, other than years, are bold."""
    places = marked(sentence)
    pieces: list[Piece] = []
    for index, part in enumerate(sentence.parts):
        pieces.append(_piece(part, countdown, emphasis=emphasis))
        if index in places and isinstance(part, Backed):
            pieces.extend(numbers(part.citations))
    return _opened(pieces)


def numbers(citations: tuple[int, ...]) -> list[Piece]:
    """` [1][2]`"""
    pieces: list[Piece] = []
    for start in range(0, len(citations), _TOGETHER):
        some = citations[start : start + _TOGETHER]
        text = " " * (start == 0) + "".join(f"[{number}]" for number in some)
        pieces.append(Piece(text, text, some, tied=start == 0))
    return pieces


def words(text: str) -> Piece:
    """Words that may begin a line."""
    escaped = line(text)
    return Piece(escaped, escaped, loose=True)


def _piece(part: Part, countdown: Countdown, *, emphasis: bool) -> Piece:
    shown = escaped = escape(part.text)
    if isinstance(part, Quoted):
        return Piece(f"**{escaped.strip()}**", escaped)
    if not isinstance(part, Figure | Moment):
        return Piece(escaped, escaped, loose=True)
    if isinstance(part, Figure):
        shown = countdown(part) or escaped
        if emphasis and part.unit is not Unit.YEAR:
            shown = f"**{shown}**"
    return Piece(shown, escaped)


def _opened(pieces: list[Piece]) -> list[Piece]:
    markdown = opening([piece.markdown for piece in pieces])
    plain = opening([piece.plain for piece in pieces])
    return [
        replace(piece, markdown=m, plain=p) if (m, p) != (piece.markdown, piece.plain) else piece
        for piece, m, p in zip(pieces, markdown, plain, strict=True)
    ]


Atom = list[Piece]


def _joined(atoms: Iterable[Atom]) -> Line:
    return Line.of(*(piece for atom in atoms for piece in atom))


def _most(count: int, fits: Callable[[int], bool]) -> int:
    """The greatest number that fits, at least one: what cannot be parted has to go somewhere."""
    low, high = 1, count
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low


def _whole_sentences(atoms: list[Atom], most: int) -> int:
    if most == len(atoms):
        return most
    for count in range(most, most // 2, -1):
        if _SENTENCE_END.search(atoms[count - 1][-1].plain):
            return count
    return most


def _atoms(pieces: Iterable[Piece]) -> list[Atom]:
    atoms: list[Atom] = []
    for piece in pieces:
        if piece.tied and atoms:
            atoms[-1].append(piece)
        elif piece.loose:
            atoms.extend([Piece(word, word)] for word in _parted(piece.markdown))
        else:
            atoms.append([piece])
    return atoms


def _parted(text: str) -> list[str]:
    """Words; those with a number in them stay with their neighbours (`10.471 billion euros`)."""
    parted: list[str] = []
    before = False
    for word in (piece for found in _WORD.findall(text) for piece in _chopped(found)):
        number = any(character.isdigit() for character in word)
        if parted and (before or number) and len(parted[-1]) + len(word) <= _LONGEST_WORD:
            parted[-1] += word
        else:
            parted.append(word)
        before = number
    return parted


def _chopped(word: str) -> list[str]:
    """A word too long to be one, such as a paragraph of Japanese, in pieces."""
    pieces: list[str] = []
    while len(word) > _LONGEST_WORD:
        borders = range(_LONGEST_WORD, _LONGEST_WORD // 2, -1)
        at = next((at for at in borders if not _TORN.match(word, at - 1)), _LONGEST_WORD)
        pieces.append(word[:at])
        word = word[at:]
    return [*pieces, word]
