"""One run of the program: what it was started with, and nothing read from elsewhere."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TextIO

from bot.render.plain import plain
from bot.settings import Settings
from commands.voice import Voice

Clock = Callable[[], datetime]
"""The moment it is, with its time zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    settings: Settings
    environ: Mapping[str, str]
    clock: Clock
    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    voice: Voice = field(default_factory=Voice.of)
    """In whose language all of it is said."""

    def tell(self, sentence: str) -> None:
        """Says a sentence, and nothing that could do harm to a terminal."""
        self.stdout.write(plain(self.voice.word(sentence)) + "\n")

    def complain(self, sentence: str) -> None:
        """The same on standard error."""
        self.stderr.write(plain(self.voice.word(sentence)) + "\n")

    def today(self) -> date:
        return self.clock().date()

    @property
    def is_interactive(self) -> bool:
        return self.stdin.isatty() and self.stdout.isatty()
