from dataclasses import dataclass, field

from commands.voice import Say, Voice
from data.rules import Verdict

__all__ = ["Document", "Page", "Picture", "Place", "Plain", "Say"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer is shown: in whose voice, and whether it is an answer of today, whose
    countdowns can go on counting."""

    voice: Voice
    live: bool

    @property
    def say(self) -> Say:
        return self.voice.fill


@dataclass(frozen=True, slots=True)
class Picture:
    """Shown in a message. The name is of letters and digits of ASCII, dashes and one point; `alt`
    says in words what can be seen."""

    name: str
    data: bytes = field(repr=False)
    alt: str


@dataclass(frozen=True, slots=True)
class Document:
    """Handed over with a message, to be kept. The name is like that of a picture."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Plain:
    """A page without formatting. `tail` is shown whatever has to be left out of the rest, and `cut`
    says that something was."""

    blocks: tuple[str, ...]
    tail: tuple[str, ...]
    cut: str


@dataclass(frozen=True, slots=True)
class Page:
    """One message's worth, in Discord's markdown. `under` stands below the title, a separator
    between blocks, and `foot` is lines of small print. The verdict gives the page its colour; its
    sign and word are in `under`."""

    title: str
    under: str
    blocks: tuple[str, ...]
    foot: tuple[str, ...]
    verdict: Verdict | None
    number: int
    of: int
    plain: Plain
