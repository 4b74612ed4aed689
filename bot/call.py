"""One run of the program: what it was started with, and nothing read from elsewhere."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TextIO

from bot.settings import Settings

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

    def today(self) -> date:
        return self.clock().date()

    @property
    def is_interactive(self) -> bool:
        return self.stdin.isatty() and self.stdout.isatty()
