"""Percentages and years in a text."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from commands.claim_text import Message

_PERCENT = (
    "percent", "prozent", "procent", "prosent", "percento", "percentag", "pct", "процент",
    "відсот", "проц", "szazalek", "протсент", "protsent", "パーセント", "퍼센트",
)  # fmt: skip
_SHORT = frozenset({"proc", "pc"})
_PERCENT_PAIRS = frozenset({
    ("per", "cent"), ("por", "ciento"), ("por", "cento"), ("pour", "cent"), ("per", "cento"),
    ("la", "suta"), ("τοισ", "εκατο"),
})  # fmt: skip
_POINT = ("point", "punkt", "punto", "ponto", "punti", "prosentpoeng", "pkt", "пункт")
_POINTS_ALONE = ("pp", "pts", "ppt", "percentagepoint", "prozentpunkt", "procentenhet",
                 "procentpoint", "prosentpoeng")  # fmt: skip
_PERCENT_BEFORE = frozenset({"yuzde", "百分之"})
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
)  # fmt: skip
_WORTH = {word: value for value, word in enumerate(_ONES)}
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
_BETWEEN = frozenset({"between", "zwischen", "entre", "tra", "fra", "pomiedzy", "tussen", "mellem"})
_FROM = frozenset({"from", "von", "de", "da", "od", "desde", "van", "del"})
_TO = frozenset({"-", "–", "—", "to", "and", "bis", "a", "à", "y", "et", "und", "e", "do", "tot"})
_MOST_DECIMALS = 6
_UNSPACED = "\u0e00"
"""From Thai on."""
_YEARS = range(1949, 2100)


@dataclass(frozen=True, slots=True)
class Percentage:
    """Tokens `first` to `last`. `upto` is the upper end of a range; `places` are the decimals
    written."""

    value: Decimal
    places: int
    points: bool
    first: int
    last: int
    upto: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Year:
    year: int
    at: int


@dataclass(frozen=True, slots=True)
class _Number:
    value: Decimal
    places: int
    first: int
    last: int


def percentages(message: Message) -> Iterator[Percentage]:
    """Every percentage of at most 100, in order; a range is one."""
    at = 0
    while at < len(message.tokens):
        found = _percentages_at(message, at)
        yield from found
        at = found[-1].last + 1 if found else at + 1


def _percentages_at(message: Message, at: int) -> list[Percentage]:
    low = _number(message, at)
    if low is None:
        return []
    one = _with_unit(message, low)
    between = at > 0 and message.tokens[at - 1].key in _BETWEEN
    if one is not None and not between:
        return [one]
    end = low.last if one is None else one.last
    high = _number(message, end + 2) if _joins(message, end + 1) else None
    upper = _with_unit(message, high) if high is not None else None
    if high is None or upper is None or low.value >= high.value or _is_year(low):
        return [one] if one is not None else []
    if at > 0 and message.tokens[at - 1].key in _FROM and not between:
        return [Percentage(low.value, low.places, upper.points, at, low.last), upper]
    places = max(low.places, high.places)
    return [Percentage(low.value, places, upper.points, at, upper.last, high.value)]


def _is_year(number: _Number) -> bool:
    return number.value > 100


def _joins(message: Message, at: int) -> bool:
    if at >= len(message.tokens):
        return False
    token = message.tokens[at]
    return (token.key or token.text) in _TO


def _number(message: Message, at: int) -> _Number | None:
    """A number in figures or, in English, in words."""
    if at >= len(message.tokens):
        return None
    token = message.tokens[at]
    if token.kind == "word":
        return _in_words(message, at)
    if token.kind != "number" or _is_part_of_a_name(message, at):
        return None
    whole, _, decimals = token.text.replace(",", ".").partition(".")
    thousands = "," in token.text and decimals == "000"
    if "." in decimals or len(whole) > 4 or len(decimals) > _MOST_DECIMALS or thousands:
        return None
    value = Decimal(f"{whole}.{decimals}" if decimals else whole)
    return _Number(value, len(decimals), at, at)


def _is_part_of_a_name(message: Message, at: int) -> bool:
    """The 35 of F35; scripts without spaces put a figure right behind a word."""
    before = message.tokens[at - 1]
    return message.touching(at) and before.kind == "word" and before.text[-1] < _UNSPACED


def _in_words(message: Message, at: int) -> _Number | None:
    """`two`, `two point one`, `three and a half`."""
    words = [each.key for each in message.tokens[at : at + 5]]
    whole = _WORTH.get(words[0])
    if whole is None:
        return None
    if words[1:3] == ["and", "a"] and len(words) > 3 and words[3] in _PARTS:
        return _Number(whole + _PARTS[words[3]], 2 if words[3] == "quarter" else 1, at, at + 3)
    if len(words) > 2 and words[1] == "point":
        digits = ""
        for word in words[2:4]:
            if _WORTH.get(word, 10) > 9:
                break
            digits += str(_WORTH[word])
        if digits:
            return _Number(Decimal(f"{whole}.{digits}"), len(digits), at, at + 1 + len(digits))
    return _Number(Decimal(whole), 0, at, at)


def _with_unit(message: Message, number: _Number) -> Percentage | None:
    """The number with its percent sign or words, if it has one and can be a share."""
    found = _unit(message, number)
    if found is None or number.value > 100:
        return None
    last, points = found
    return Percentage(number.value, number.places, points, number.first, last)


def _unit(message: Message, number: _Number) -> tuple[int, bool] | None:
    """The last token of the unit, and whether it is percentage points."""
    tokens, at = message.tokens, number.last + 1
    if at < len(tokens) and tokens[at].text in "-‑" and message.touching(at):
        at += 1
    if at < len(tokens):
        word = tokens[at]
        if word.key.startswith(_POINTS_ALONE):
            return (_last_of_points(message, at), True)
        if word.key.startswith(_POINT) and number.value < 10:
            return (at, True)
        following = tokens[at + 1].key if at + 1 < len(tokens) else ""
        if (word.key, following) in _PERCENT_PAIRS:
            return _or_points(message, at + 1)
        if word.kind == "percent" or word.key.startswith(_PERCENT) or word.key in _SHORT:
            return _or_points(message, at)
    first = number.first
    if first > 0 and message.touching(first) and tokens[first - 1].kind == "percent":
        opened = first == 1 or not message.touching(first - 1) or tokens[first - 2].text in "(（"
        return (number.last, False) if opened else None
    if first > 0 and tokens[first - 1].key.endswith(tuple(_PERCENT_BEFORE)):
        return (number.last, False)
    return None


def _or_points(message: Message, at: int) -> tuple[int, bool]:
    """`percentage points`, `%-Punkte`."""
    for place in (at + 1, at + 2):
        if place < len(message.tokens):
            token = message.tokens[place]
            if token.key.startswith(_POINT):
                return (place, True)
            if token.text != "-":
                break
    return (at, False)


def _last_of_points(message: Message, at: int) -> int:
    following = message.tokens[at + 1].key if at + 1 < len(message.tokens) else ""
    return at + 1 if following.startswith(_POINT) else at


def years(message: Message) -> Iterator[Year]:
    """Years that stand alone; those of a date with its day are none."""
    for at, token in enumerate(message.tokens):
        if token.kind != "number" or not token.text.isdecimal() or len(token.text) != 4:
            continue
        if int(token.text) in _YEARS and not _in_a_date(message, at):
            yield Year(int(token.text), at)


def _in_a_date(message: Message, at: int) -> bool:
    """`5 June 2025`, `5. Juni 2025`, `June 5, 2025`, `2025-06-05`, `5/6/2025`."""
    tokens = message.tokens
    beside = [at - 1] if message.touching(at) else []
    beside += [at + 1] if at + 1 < len(tokens) and message.touching(at + 1) else []
    following = [each.kind for each in tokens[at + 2 : at + 4]]
    if any(tokens[each].text in "-/" for each in beside) and following == ["number", "mark"]:
        return True
    if at - 1 in beside and tokens[at - 1].text in "-/":
        return True
    for place in range(at - 1, max(-1, at - 6), -1):
        token = tokens[place]
        if token.kind == "number":
            following = tokens[place + 1]
            is_day = token.text.isdecimal() and 0 < int(token.text) < 32
            return is_day and following.kind in ("word", "mark") and following.text != "-"
        if token.kind in ("percent", "stop") or token.text in ";:()":
            return False
        if token.kind == "word" and token.key in _AWAY:
            return False
    return False


_AWAY = frozenset({"in", "by", "since", "until", "for", "im", "bis", "percent", "seit", "after"})
