"""What an examination found: one sentence each, with a sign that says how good it is."""

from dataclasses import dataclass
from enum import Enum

from data.messages import Message, mark

LINE = mark("{sign} {sentence}")


class Sign(Enum):
    GOOD = "✓"
    OPEN = "–"
    """Neither good nor bad."""
    DOUBTFUL = "!"
    """Serving works, but not all of it as it might."""
    BAD = "✗"
    """It keeps Discord from being served."""


@dataclass(frozen=True, slots=True)
class Finding:
    sign: Sign
    sentence: str

    def __str__(self) -> str:
        return self.line

    @property
    def line(self) -> Message:
        return LINE.format(sign=self.sign.value, sentence=self.sentence)


def good(sentence: str) -> Finding:
    return Finding(Sign.GOOD, sentence)


def open_(sentence: str) -> Finding:
    return Finding(Sign.OPEN, sentence)


def doubtful(sentence: str) -> Finding:
    return Finding(Sign.DOUBTFUL, sentence)


def bad(sentence: str) -> Finding:
    return Finding(Sign.BAD, sentence)
