"""What an answer says, in a few letters, so that a button can tell later whether it says more now.

The language it is said in is left out, and so is what moves by itself: the day it is, and the days
that are counted from it.
"""

import base64
import hashlib
from collections.abc import Iterator

from commands.briefing import Briefing, Claim, Figure, Moment, Part, Sentence
from data.rules import Unit

LENGTH = 8


def content(briefing: Briefing) -> str:
    """The same for the same content; eight letters and digits."""
    hashed = hashlib.blake2s("\n".join(_said(briefing)).encode(), digest_size=5).digest()
    return base64.b32encode(hashed).decode().lower()


def _said(briefing: Briefing) -> Iterator[str]:
    yield f"{briefing.stamp.edition} {briefing.verdict}"
    for section in briefing.sections:
        for fact in section.facts:
            yield f"fact {fact.verdict}"
            yield from _backed(fact.sentence)
    rows = briefing.table.rows if briefing.table is not None else ()
    cells = (cell for row in rows for cell in row)
    for sentence in (*briefing.lead, *cells, *briefing.caveats):
        yield from _backed(sentence)


def _backed(sentence: Sentence) -> Iterator[str]:
    for part in sentence.parts:
        said = _value(part)
        if said is not None:
            yield said


def _value(part: Part) -> str | None:
    match part:
        case Figure(unit=Unit.DAYS):
            return None
        case Figure():
            return f"{part.unit} {part.value} {part.estimate}"
        case Moment():
            return part.iso
        case Claim():
            # Languages differ in the blank before a percent sign.
            return "".join(part.text.split())
        case _:
            return None
