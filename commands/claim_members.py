"""Who a text speaks of: the members it names, and others that a figure may belong to instead."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from commands.claim_text import Message, Token
from commands.claim_words import (
    ADJECTIVES,
    CAPITAL_ONLY,
    MOST_ENDING,
    NO_NAMES,
    OTHERS,
    PEOPLE,
)
from data.names.aliases import ALIASES, LOCALES, SUBDIVISIONS
from data.names.countries import ENGLISH, alpha2_codes, alpha3_codes, territories
from data.names.spellings import stored_names
from data.names.text import keys

_MOST_WORDS = 5
_SHORTEST_STEM = 4
# Scripts that write without spaces, and Korean, whose particles cling to the name.
_UNSPACED = ("CJK", "KATAKANA", "HANGUL", "THAI")
_LONGEST_UNSPACED = 24
_OTHER_CODES = frozenset({"NO", "IT", "IS", "BE", "ME", "SI", "AL", "DE", "EU"})
"""Two letters that are words or something else as well: never taken for a member's code."""
_EST_AFTER = frozenset({"am", "pm", "time"})
_AMERICAS = frozenset({"latin", "south", "central", "north"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first` to `last` name a country by its alpha-2 code; `country` is None of what is
    none, such as NATO."""

    country: str | None
    first: int
    last: int


def mentions(message: Message) -> Iterator[Mention]:
    """Every country and organisation named, in order; the longest name wins."""
    shouted = _is_shouted(message)
    at = 0
    while at < len(message.tokens):
        found = _at(message, at, shouted=shouted)
        yield from found
        at = found[-1].last + 1 if found else at + 1


def _is_shouted(message: Message) -> bool:
    """Whether all is in capitals, where CAN is no Canada."""
    words = [each.text for each in message.tokens if each.kind == "word" and len(each.text) > 3]
    return bool(words) and all(each.isupper() for each in words)


def _at(message: Message, at: int, *, shouted: bool) -> list[Mention]:
    token = message.tokens[at]
    if token.kind == "flag":
        return [Mention(_flag(token.text), at, at)]
    if token.kind != "word":
        return []
    for last, name in _phrases(message, at):
        if (country := names().get(name)) and _may_be_a_name(message, at, last, name):
            return [Mention(country, at, last)]
    if token.key in OTHERS:
        return [Mention(None, at, at)]
    if (country := _code(message, at, shouted=shouted)) is not None:
        return [Mention(country, at, at)]
    if (country := _inflected(token)) and _may_be_a_name(message, at, at, token.key):
        return [Mention(country, at, at)]
    return [] if token.text.isascii() else list(_within(token, at))


def _phrases(message: Message, at: int) -> list[tuple[int, str]]:
    """The phrases of up to five words that begin here, the longest first."""
    found: list[tuple[int, str]] = []
    phrase, last = "", at
    for place in range(at, min(at + 2 * _MOST_WORDS, len(message.tokens))):
        token = message.tokens[place]
        if token.kind == "word":
            phrase, last = f"{phrase} {token.key}".strip(), place
            found.append((last, phrase))
        elif token.text not in "-'’.":
            break
        if len(found) == _MOST_WORDS:
            break
    return found[::-1]


def _may_be_a_name(message: Message, first: int, last: int, name: str) -> bool:
    token = message.tokens[first]
    if name in NO_NAMES:
        return False
    if first == last and len(name) <= 3 and token.text.isascii():
        return name in PEOPLE and (name != "us" or token.text in ("US", "U.S.", "U. S."))
    if name in CAPITAL_ONLY and not token.capital:
        return False
    before = message.tokens[first - 1].key if first else ""
    return not (name.startswith("americ") and before in _AMERICAS)


def _code(message: Message, at: int, *, shouted: bool) -> str | None:
    token = message.tokens[at]
    if shouted or not token.text.isupper():
        return None
    if len(token.text) == 3 and (country := alpha3_codes().get(token.text)):
        before = message.tokens[at - 1] if at else None
        timed = before is not None and (before.kind == "number" or before.key in _EST_AFTER)
        return None if timed else country
    known = token.text in alpha2_codes() and token.text not in _OTHER_CODES
    return token.text if known and _heads_a_figure(message, at) else None


def _heads_a_figure(message: Message, at: int) -> bool:
    """`PL: 4.48 %`: a code of two letters is one only right before its figure."""
    following = message.tokens[at + 1 : at + 4]
    if following and following[0].text in ":=":
        following = following[1:]
    return [each.kind for each in following[:2]] == ["number", "percent"]


def _inflected(token: Token) -> str | None:
    """`Spaniens`, `Hiszpanii`, `spagnolo`: a stem with a short ending."""
    longest = len(token.key)
    for length in range(longest, max(_SHORTEST_STEM, longest - MOST_ENDING) - 1, -1):
        if (country := ADJECTIVES.get(token.key[:length])) is not None:
            return country
    return names().get(token.key[:-1]) if token.key.endswith("s") and longest > 5 else None


def _within(token: Token, at: int) -> Iterator[Mention]:
    """Names inside a run of letters of a script without spaces."""
    text, place = token.key, 0
    known = unspaced_names()
    while place < len(text):
        for length in range(min(_LONGEST_UNSPACED, len(text) - place), 1, -1):
            if (country := known.get(text[place : place + length])) is not None:
                yield Mention(country, at, at)
                place += length
                break
        else:
            place += 1


def _flag(text: str) -> str | None:
    if text.startswith(":"):
        code = text[-3:-1].upper()
    else:
        code = "".join(chr(ord(each) - 0x1F1E6 + ord("A")) for each in text)
    return code if code in alpha2_codes() else None


@cache
def names() -> Mapping[str, str]:
    """Countries by their names in all our languages: the words in comparable form, with spaces.

    Read when first needed, which takes a tenth of a second; of two countries with one name, English
    has it, then the earlier language."""
    english = [(name, code) for code, name in territories(ENGLISH).items()]
    others = [(name, code) for code, each in ALIASES.items() for name in each]
    regions = [(name, flag) for flag, name in SUBDIVISIONS.items()]
    far = [pair for script in LOCALES for pair in _stored(script)]
    spelt = [
        (name, code)
        for name, code in (*english, *others, *regions, *far)
        if code in SUBDIVISIONS or code in alpha2_codes()
    ]
    found = dict(PEOPLE)
    for phrase, (_, code) in zip(_in_words([name for name, _ in spelt]), spelt, strict=True):
        found.setdefault(phrase, code)
    return found


@cache
def unspaced_names() -> Mapping[str, str]:
    spelt = [pair for script in _UNSPACED for pair in _stored(script)]
    comparable = keys([name for name, _ in spelt])
    found = {name: code for name, code in PEOPLE.items() if not name.isascii()}
    for name, (_, code) in zip(comparable, spelt, strict=True):
        if len(name) > 1:
            found.setdefault(name, code)
    return found


def _stored(script: str) -> list[tuple[str, str]]:
    """Names in the languages of a script, and the country of each."""
    return [
        (name, code)
        for language in LOCALES[script]
        for code, name in stored_names(language).items()
        if code in alpha2_codes()
    ]


def _in_words(spelt: list[str]) -> list[str]:
    """Each name as its comparable words, with spaces between them."""
    parts = [name.replace("-", " ").replace("’", " ").replace("'", " ").split() for name in spelt]
    comparable = iter(keys([part for each in parts for part in each]))
    return [" ".join(word for _ in each if (word := next(comparable))) for each in parts]
