"""Shares, percentage points and amounts of money in a text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from data.importers.article.lines import Line, pattern
from data.importers.article.vocabulary.amounts import (
    ABOUT,
    CODES,
    CURRENCIES,
    ELSE,
    GDP,
    NUMBERS,
    OF_PEOPLES,
    PART_FOR_EQUIPMENT,
    PART_OF_SPENDING,
    PEOPLES,
    PERCENT,
    RISES,
    SIGNS,
    UNITS,
    WORDS,
)


def _longest_first(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


_N = rf"(?:\d{{1,3}}(?:[.,]\d+)?|{_longest_first(NUMBERS)})"
_SHARE = pattern(
    rf"(?:(?:between|from) )?(?P<low>{_N})(?: {PERCENT})?"
    rf"(?: (?:–|to|and|or) (?P<high>{_N}))? {PERCENT}(?! (?:age )?points?)"
)
_POINTS = pattern(rf"(?P<low>{_N})(?: {PERCENT})? (?:percentage |percent )?(?:points?|pp)")
_OF_GDP = re.compile(rf" {GDP}(?!\S)")
_OF_SPENDING = re.compile(rf" (?:{PART_OF_SPENDING}|{PART_FOR_EQUIPMENT})(?!\S)")
_OF_ELSE = re.compile(r"of (?!(?:the )?(?:alliance|members|allies))")
_ELSE = pattern(ELSE)
_RISE = re.compile(rf"(?<!\S){RISES}(?: (?:sharply|again|year on year))?(?: by| of)?(?: {ABOUT})?$")
_RAISED = re.compile(
    r"(?<!\S)(?:rais(?:e|es|ed|ing)|lift(?:s|ed|ing)?|increas(?:e|es|ed|ing)|go|up|move[sd]?|boost)"
    r"(?: \S+){0,8} $"
)
_NEAR = 4
"""Words before or behind a share that may tell what it is of."""
_SUM = rf"(?:\d+(?:[.,]\d+)*|{_longest_first(WORDS)})"
_UNIT = "|".join(UNITS)
_MONEY = pattern(
    rf"(?:(?P<abroad>c|u\.s\.|us)\s?)?(?P<sign>[€$£]) (?P<low>{_SUM}) ?(?P<unit>{_UNIT})"
    rf"|(?P<code>{CODES}) (?P<low2>{_SUM}) (?P<unit2>{_UNIT})"
    rf"|(?P<low3>{_SUM}) (?P<unit3>{_UNIT}) (?P<people>{PEOPLES} )?"
    rf"(?P<name>{_longest_first(CURRENCIES)})"
)
_THOUSANDS = 3
"""Digits between two commas of a sum."""


@dataclass(frozen=True, slots=True)
class Share:
    """`value` in percent, or in percentage points where `points`; `upto` of a range. `of` is gdp,
    defence (a part of defence spending), other, or empty where the text leaves it open."""

    value: Decimal
    upto: Decimal | None = None
    of: str = ""
    points: bool = False


@dataclass(frozen=True, slots=True)
class Money:
    """In whole units; no currency where the text only says crowns or dollars of some country."""

    amount: Decimal
    currency: str | None


def shares(line: Line) -> Iterator[tuple[int, int, Share]]:
    """Each with its first and its last word, which are those that say what it is a share of."""
    taken: set[int] = set()
    for found in line.find(_POINTS):
        first, last = line.span(found)
        taken.update(range(first, last + 1))
        yield first, last, Share(_number(found["low"]), points=True)
    for found in line.find(_SHARE):
        first, last = line.span(found)
        if taken.isdisjoint(range(first, last + 1)):
            high = _number(found["high"]) if found["high"] else None
            low = _number(found["low"])
            if high is not None and _is_a_rise(line.text[: found.start()], found.group()):
                low, high = high, None
            of, words = _of(line.text[: found.start()], line.text[found.end() :])
            yield first, last + words, Share(low, high, of)


def _number(word: str) -> Decimal:
    return Decimal(NUMBERS.get(word, word.replace(",", ".")))


def _is_a_rise(before: str, said: str) -> bool:
    """`Raise the target from 2 to 3 percent` means the second."""
    return said.startswith("from ") and _RAISED.search(before) is not None


def _of(before: str, behind: str) -> tuple[str, int]:
    """What it is a share of, and how many of the words behind say so."""
    for rule, of in ((_OF_GDP, "gdp"), (_OF_SPENDING, "defence")):
        said = rule.match(behind)
        if said is not None:
            return of, len(said.group().split())
    near = " ".join(behind.split()[:_NEAR])
    is_of_else = (
        _OF_ELSE.match(near) is not None
        or _RISE.search(before.rstrip()) is not None
        or _ELSE.search(near) is not None
        or _ELSE.search(" ".join(before.split()[-_NEAR:])) is not None
    )
    return "other" if is_of_else else "", 0


def money(line: Line) -> Iterator[tuple[int, int, Money]]:
    """Each with its first and its last word."""
    for found in line.find(_MONEY):
        first, last = line.span(found)
        number = found["low"] or found["low2"] or found["low3"]
        unit = found["unit"] or found["unit2"] or found["unit3"]
        yield first, last, Money(_amount(number) * UNITS[unit], _currency(found))


def _amount(number: str) -> Decimal:
    if number in WORDS:
        return Decimal(WORDS[number])
    whole, *groups = number.split(",")
    if groups and all(len(each) == _THOUSANDS for each in groups):
        return Decimal("".join((whole, *groups)))
    return Decimal(number.replace(",", "."))


def _currency(found: re.Match[str]) -> str | None:
    if found["sign"]:
        return "CAD" if found["abroad"] == "c" else SIGNS[found["sign"]]
    if found["code"]:
        return found["code"].upper()
    name = f"{found['people'] or ''}{found['name']}"
    return OF_PEOPLES.get(name) or CURRENCIES[found["name"]]
