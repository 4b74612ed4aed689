"""Text of sources and of strangers, made harmless for a terminal."""

import unicodedata

# Emoji are put together with these; every other invisible format character can only mislead, the
# overrides of the direction of writing above all.
_JOINERS = frozenset({"\u200c", "\u200d"})
_EMOJI_TAGS = range(0xE0020, 0xE0080)


def plain(text: str) -> str:
    """One line without control characters: none of it can move a cursor, colour or hide text."""
    if text.isprintable():
        return text
    return "".join(_harmless(character) for character in text)


def _harmless(character: str) -> str:
    match unicodedata.category(character):
        case "Cc" | "Zl" | "Zp":
            return " "
        case "Cs":
            return "\N{REPLACEMENT CHARACTER}"
        case "Cf" if character not in _JOINERS and ord(character) not in _EMOJI_TAGS:
            return ""
        case _:
            return character
