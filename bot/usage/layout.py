"""How a page of help is laid out."""

import textwrap
from collections.abc import Iterable

from bot.setting import Setting
from data.messages import mark

WIDTH = 80


def page(*blocks: str) -> str:
    return "\n\n".join(blocks) + "\n"


def heading(title: str, block: str) -> str:
    return f"{title}\n{block if block.startswith(' ') else textwrap.indent(block, '  ')}"


def prose(text: str) -> str:
    return _fill(text, WIDTH - 2)


def entries(rows: Iterable[tuple[str, str]]) -> str:
    """What is typed, and below it what it does: for what is too long to stand beside it."""
    return "\n".join(
        f"  {typed}\n{textwrap.indent(_fill(what, WIDTH - 6), ' ' * 6)}" for typed, what in rows
    )


def with_options(typed: str, what: str, options: Iterable[tuple[str, str]]) -> str:
    """An entry with what can be added to it, a line each."""
    listed = list(options)
    below = [textwrap.indent(rows(listed, WIDTH - 4), " " * 4)] if listed else []
    return "\n".join([entries([(typed, what)]), *below])


def _fill(text: str, width: int) -> str:
    return textwrap.fill(text, width, break_on_hyphens=False)


def rows(rows: Iterable[tuple[str, str]], width: int = WIDTH) -> str:
    """What is typed on the left, what it does on the right."""
    listed = list(rows)
    left = max(len(typed) for typed, _ in listed) + 4
    lines: list[str] = []
    for typed, what in listed:
        lines.extend(
            textwrap.wrap(
                what,
                width,
                initial_indent=f"  {typed}".ljust(left),
                subsequent_indent=" " * left,
                break_on_hyphens=False,
            )
        )
    return "\n".join(lines)


def settings(settings: Iterable[Setting]) -> str:
    return rows(
        (
            setting.name,
            " ".join(
                [
                    setting.what,
                    mark("Without it: {default}.").format(default=setting.default),
                    *([mark("It is never shown.")] if setting.secret else []),
                ]
            ),
        )
        for setting in settings
    )
