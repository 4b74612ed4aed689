"""Where lines are shown: a terminal with colours, or a file without them."""

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TextIO

from rich.text import Text

FILE_WIDTH = 80
# Longer lines of prose are hard to read.
_WIDEST = 100
_NARROWEST = 30


@dataclass(frozen=True, slots=True)
class Screen:
    out: TextIO
    width: int = FILE_WIDTH
    """The most cells a line of prose takes."""
    styled: bool = False

    @classmethod
    def of(cls, out: TextIO, environ: Mapping[str, str], *, no_color: bool = False) -> "Screen":
        if not out.isatty():
            return cls(out)
        columns = shutil.get_terminal_size((FILE_WIDTH, 24)).columns
        styled = not no_color and environ.get("TERM") != "dumb"
        return cls(out, min(max(columns, _NARROWEST), _WIDEST), styled)

    def show(self, lines: Iterable[Text]) -> None:
        if self.styled:
            self._show_styled(lines)
        else:
            self.out.writelines(line.plain.rstrip() + "\n" for line in lines)
        self.out.flush()

    def _show_styled(self, lines: Iterable[Text]) -> None:
        # Of no use to a file, and half of what rich takes to import.
        from rich.console import Console

        # The sixteen colours that every terminal has, in the shades its owner chose for them.
        console = Console(
            file=self.out,
            width=self.width,
            color_system="standard",
            force_terminal=True,
            no_color=False,
            markup=False,
            emoji=False,
            highlight=False,
        )
        for line in lines:
            console.print(line, soft_wrap=True)
