"""What a person typed, made comparable: no case, diacritics, spaces, punctuation or flags."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from data.errors import QuestionError
from data.messages import mark

MOST_CHARACTERS = 100
MOST_ECHOED = 40

TOO_LONG = mark("A country's name has at most {most} characters, and what you wrote has {count}.")

# Letters that Unicode does not take apart into a base letter and a mark.
_WHOLE_LETTERS = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h",
    "ə": "e", "ŧ": "t", "ŋ": "n",
}  # fmt: skip
# The dots of the Turkish letters are no accents: TÜRKİYE folds to an i with a dot above it. The
# apostrophe of Ukrainian counts as a letter in Unicode; here it is punctuation.
_PECULIAR = {"i\u0307": "i", "\u0131": "i", "\u02bb": " ", "\u02bc": " "}
_MARKS = re.compile("[\u0300-\u036f\ufe00-\ufe0f]")
# Vowels and voicing of Hindi, Thai and Japanese, which Unicode counts as marks, not as letters.
_VOWELS = "\u0900-\u0903\u093a-\u094f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u3099\u309a"
_WORD = re.compile(rf"(?:[^\W_]|[{_VOWELS}])+")
_NO_LETTER = re.compile(rf"[^\w\n{_VOWELS}]|_")

_REGIONAL_FLAG = re.compile("([\U0001f1e6-\U0001f1ff])([\U0001f1e6-\U0001f1ff])")
_SUBDIVISION_FLAG = re.compile("\U0001f3f4([\U000e0061-\U000e007a]+)\U000e007f")
_NAMED_FLAG = re.compile(r":?\bflag_([a-z]{2})\b:?", re.IGNORECASE)

# What people put before a country's name in the languages of the larger members.
_LEADING = frozenset({
    "the", "republic", "kingdom", "grand", "duchy", "of", "la", "le", "les", "l", "el", "los",
    "las", "il", "lo", "gli", "i", "die", "der", "das", "den", "dem", "de", "het", "o", "a",
    "os", "as", "η", "ο", "οι", "τα", "το", "των",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Query:
    """`keys` are what to look up, the whole text before the text without its article.

    `echo` may be shown: it is short and holds no control or invisible characters. It is still what
    a stranger typed, so whoever shows it escapes the markup of the place where it is shown.
    """

    echo: str
    keys: tuple[str, ...]
    accented: bool
    """True when diacritics were typed, which a code does not have."""
    flag: str | None = None
    """The code a flag stands for, in small letters; None unless the text is nothing but a flag."""

    @classmethod
    def of(cls, text: str) -> "Query":
        if len(text) > MOST_CHARACTERS:
            raise QuestionError(TOO_LONG, most=MOST_CHARACTERS, count=len(text))
        flags, rest = _flags(text)
        visible = _visible(rest)
        typed = words(visible)
        return cls(
            echo=_shortened(_visible(text)),
            keys=_keys(typed),
            accented="".join(typed) != "".join(_WORD.findall(_lowered(visible))),
            flag=flags[0] if len(flags) == 1 and not typed else None,
        )


def words(text: str) -> list[str]:
    """The words of a text in comparable form."""
    return _WORD.findall(_plain(text))


def key(text: str) -> str:
    """Equal for two spellings that differ only in case, diacritics, spaces and punctuation."""
    return "".join(words(text))


def keys(names: list[str]) -> list[str]:
    """The key of each of many names, which hold no line breaks; far faster than one by one."""
    return _NO_LETTER.sub("", _plain("\n".join(names))).split("\n")


def _plain(text: str) -> str:
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", _lowered(text)))
    return replaced(bare, _WHOLE_LETTERS)


def _lowered(text: str) -> str:
    lowered = unicodedata.normalize("NFKC", text).casefold()
    return replaced(lowered, _PECULIAR)


def replaced(text: str, replacements: Mapping[str, str]) -> str:
    """As `str.translate`, which is several times slower on text that is not ASCII."""
    for old, new in replacements.items():
        text = text.replace(old, new)
    return text


def _keys(typed: list[str]) -> tuple[str, ...]:
    named = typed
    while len(named) > 1 and named[0] in _LEADING:
        named = named[1:]
    keys = ("".join(typed), "".join(named))
    return tuple(dict.fromkeys(each for each in keys if each))


def _flags(text: str) -> tuple[list[str], str]:
    """The codes of the flags in a text, and the text without them."""
    found: list[str] = []

    def take(match: re.Match[str]) -> str:
        found.append("".join(_flag_letter(each) for each in "".join(match.groups())))
        return " "

    for pattern in (_SUBDIVISION_FLAG, _REGIONAL_FLAG, _NAMED_FLAG):
        text = pattern.sub(take, text)
    return found, text


def _flag_letter(symbol: str) -> str:
    for first in (0x1F1E6, 0xE0061):
        if first <= ord(symbol) < first + 26:
            return chr(ord(symbol) - first + ord("a"))
    return symbol.lower()


def _visible(text: str) -> str:
    """Without invisible characters, and with single plain spaces. Overrides of the direction of
    writing are invisible characters, too: left in, they could turn a message around."""
    kept: list[str] = []
    for character in text:
        category = unicodedata.category(character)
        if category in ("Cc", "Zl", "Zp"):
            kept.append(" ")
        elif category[0] != "C":
            kept.append(character)
    return " ".join("".join(kept).split())


def _shortened(text: str) -> str:
    return text if len(text) <= MOST_ECHOED else text[: MOST_ECHOED - 1].rstrip() + "…"
