"""Text of sources and of strangers, made harmless for Discord: shown as it was written, it formats
nothing, links nowhere and calls nobody."""

import re

from bot.render.plain import plain

# Discord takes a backslash before any of these away again. A slash is escaped for what it would
# link to, a parenthesis only where it could follow a bracket of ours.
_ACTIVE = re.compile(r"[\\*_~`|<\[\]/]|^\(|@(?=\S|$)")
# Headings, small print, quotes and lists, which begin a line.
_OPENING = re.compile(r"\s*(?:(?=[#>+-])|\d+(?=[.)](?:\s|$)))")
_ADDRESS = re.compile(r"https?://[^/?#]+", re.IGNORECASE)
_BREAKING = re.compile(r"[\s<>()\[\]\\`|\"]")
_LONGEST_ADDRESS = 500
# Between the characters of what Discord would read as one thing.
_NOTHING = "\N{ZERO WIDTH SPACE}"


def escape(text: str) -> str:
    """Inert inside a line. What would open a list or a heading is left to `opening`."""
    return _ACTIVE.sub(_escaped, plain(text))


def line(text: str) -> str:
    """Inert as a line of its own."""
    return opening([escape(text)])[0]


def opening(texts: list[str]) -> list[str]:
    """The escaped pieces of one line, whose beginning no longer makes it a heading, a quote or an
    item of a list."""
    found = _OPENING.match("".join(texts))
    if found is None:
        return texts
    changed, at = list(texts), found.end()
    for index, text in enumerate(texts):
        if at < len(text):
            changed[index] = f"{text[:at]}\\{text[at:]}"
            break
        at -= len(text)
    return changed


def code(text: str) -> str:
    """In letters of one width. Nothing in it is read as markup but the mark at its end."""
    inside = plain(text).replace("`", "'")
    return f"`{inside}`"


def address(url: str) -> str | None:
    """What can stand between angle brackets; None for what is no web address or a very long one."""
    safe = _BREAKING.sub(lambda match: f"%{ord(match[0]):02X}", plain(url).strip())
    if _ADDRESS.match(safe) is None or len(safe) > _LONGEST_ADDRESS:
        return None
    return safe


def link(text: str, url: str) -> str:
    """A masked link; the text alone where the address is none.

    Brackets inside would end a link before its time, and an address in the text would stop Discord
    from showing one at all.
    """
    target = address(url)
    if target is None:
        return escape(text)
    shown = escape(text.replace("[", "(").replace("]", ")")).replace(":\\/", f":{_NOTHING}\\/")
    return f"[{shown}](<{target}>)"


def _escaped(match: re.Match[str]) -> str:
    return f"@{_NOTHING}" if match[0] == "@" else f"\\{match[0]}"
