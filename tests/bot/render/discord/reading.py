"""Discord's markdown as its readers see it, enough of it to tell what is shown and what is active.

The rules are those of Discord's own parser: a backslash takes the meaning from the next character
unless that is a letter, a digit or a blank."""

import re

_ESCAPED = re.compile(r"\\([^0-9A-Za-z\s])")
_CODE = re.compile(r"(?<!\\)`[^`\n]+`")
_HIDDEN = 0xF0000
_MARKS = re.compile(r" ?(?:\[\d+\])+(?!\()")
_LINK = re.compile(r"\[((?:\[[^\]]*\]|[^\[\]]|\](?=[^\[]*\]))*)\]\(<([^<>\s]+)>\)")
_ACTIVE = re.compile(
    r"<[@#:/]|<a:|<t:|<id:|<https?:|@everyone|@here|https?://|discord\.gg/|[*_~|`<]|\]\(",
)
_BLOCK = re.compile(r"^\s*(?:#{1,3} |-# |[-*+] |>{1,3} |>>>|\d+[.)] )", re.MULTILINE)


def read(markdown: str) -> str:
    """The letters that are shown, without numbers of sources."""
    text = re.sub(r"\*\*(.+?)\*\*", r"\1", hidden(markdown, keep=True))
    text = _MARKS.sub("", text)
    return re.sub(
        "[\U000f0000-\U000fffff]", lambda match: chr(ord(match[0]) - _HIDDEN), text
    ).replace("\N{ZERO WIDTH SPACE}", "")


def active(markdown: str) -> list[str]:
    """What Discord would act upon, links and code apart."""
    text = _LINK.sub("", hidden(without_code(markdown)))
    return _ACTIVE.findall(text) + _BLOCK.findall(text)


def links(markdown: str) -> dict[str, str]:
    """Address by text, of all masked links."""
    return {
        match[1]: match[2] for match in _LINK.finditer(hidden(without_code(markdown), keep=True))
    }


def marks(markdown: str) -> set[str]:
    """The numbers of sources in a text."""
    return set(re.findall(r"\[(\d+)\](?!\()", hidden(markdown)))


def without_code(markdown: str) -> str:
    return _CODE.sub("", markdown)


def hidden(markdown: str, *, keep: bool = False) -> str:
    """Escaped characters out of the way: as letters of no alphabet, from which they can be told
    again, or as dots."""
    return _ESCAPED.sub(lambda match: chr(_HIDDEN + ord(match[1])) if keep else "·", markdown)
