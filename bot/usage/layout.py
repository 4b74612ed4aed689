"""How a page of help is laid out, in the reader's language."""

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

from bot.setting import Setting
from commands.voice import Voice
from data.messages import mark

WIDTH = 80

DEFAULT = mark("Without it: {default}.")
SECRET = mark("It is never shown.")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is typed stays as it is; messages are said in the language of the voice."""

    voice: Voice

    def page(self, *blocks: str) -> str:
        return "\n\n".join(blocks) + "\n"

    def heading(self, title: str, block: str) -> str:
        below = block if block.startswith(" ") else textwrap.indent(block, "  ")
        return f"{self.voice.word(title)}\n{below}"

    def prose(self, text: str) -> str:
        return _fill(self.voice.word(text), WIDTH - 2)

    def sentence(self, words: str) -> str:
        """Words without a full stop as a sentence."""
        said = self.voice.word(words)
        return f"{said[:1].upper()}{said[1:]}."

    def entries(self, rows: Iterable[tuple[str, str]]) -> str:
        """What is typed, and below it what it does: for what is too long to stand beside it."""
        return "\n".join(
            f"  {typed}\n{textwrap.indent(_fill(self.voice.word(what), WIDTH - 6), ' ' * 6)}"
            for typed, what in rows
        )

    def with_options(self, typed: str, what: str, options: Iterable[tuple[str, str]]) -> str:
        """An entry with what can be added to it, a line each."""
        listed = list(options)
        below = [textwrap.indent(self.rows(listed, WIDTH - 4), " " * 4)] if listed else []
        return "\n".join([self.entries([(typed, what)]), *below])

    def rows(self, rows: Iterable[tuple[str, str]], width: int = WIDTH) -> str:
        """What is typed on the left, what it does on the right."""
        listed = list(rows)
        left = max(len(typed) for typed, _ in listed) + 4
        lines: list[str] = []
        for typed, what in listed:
            lines.extend(
                textwrap.wrap(
                    self.voice.word(what),
                    width,
                    initial_indent=f"  {typed}".ljust(left),
                    subsequent_indent=" " * left,
                    break_on_hyphens=False,
                )
            )
        return "\n".join(lines)

    def settings(self, settings: Iterable[Setting]) -> str:
        return self.rows((each.name, self._setting(each)) for each in settings)

    def _setting(self, setting: Setting) -> str:
        said = [setting.what, DEFAULT.format(default=setting.default)]
        if setting.secret:
            said.append(SECRET)
        return " ".join(map(self.voice.word, said))


def _fill(text: str, width: int) -> str:
    return textwrap.fill(text, width, break_on_hyphens=False)
