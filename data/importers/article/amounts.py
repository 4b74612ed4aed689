"""Shares, percentage points and amounts of money in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from data.importers.article.lines import Line

_WORDS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "one and a half": "1.5", "two and a half": "2.5",
    "three and a half": "3.5", "half a": "0.5", "twenty": "20",
}  # fmt: skip
_N = rf"(?:\d+(?:[.,]\d+)?|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_PERCENT = r"(?:%|percent|per cent|pct|pc)"
_SHARE = re.compile(
    rf"(?<!\S)(?:(?:between|from) )?(?P<low>{_N})(?: {_PERCENT})?"
    rf"(?: (?:–|to|and|or) (?P<high>{_N}))? {_PERCENT}(?! (?:age )?points?)(?!\S)"
)
_POINTS = re.compile(
    rf"(?<!\S)(?P<low>{_N})(?: {_PERCENT})? (?:percentage |percent )?(?:points?|pp)(?!\S)"
)
_GDP = re.compile(
    r"(?:of|in) (?:(?:its|their|the|his|our|a|each|every|national|country|nation|annual|total|'s) ){0,6}"
    r"(?:gdp|gross domestic product|economic output|output|national income|economy|gni|"
    r"gross national income|wealth)|gdp"
)
_PARTS = re.compile(
    r"of (?:(?:its|their|the|that|annual|total|overall|'s) ){0,6}(?:defen[cs]e|military) "
    r"(?:budgets?|spending|expenditures?|outlays?)"
)
_OF_THOSE = r"of (?:it|that|this|(?:those|these|their|its|national|the|all) (?:defen[cs]e |military )?budgets?|budgets)(?=(?: \S+){0,5}? (?:equipment|kit|hardware|procurement))"
_EQUIPMENT = re.compile(r"equipment|kit|hardware|procurement")
_ELSE = re.compile(
    r"(?:inflation|deficit|debt|growth|unemployment|voters?|respondents?|poll|polls|polled|tariffs?|"
    r"approval|seats|turnout|interest|shareholders?|shares|stocks?|troops|personnel|recruits?|"
    r"vat|tax|taxes|surveyed|satisfied|satisfaction|electricity|gas|emissions)"
)
_RISE = re.compile(
    r"(?:ris(?:e|es|en|ing)|rose|grow(?:s|n|ing)?|grew|increas(?:e|es|ed|ing)|up|jump(?:s|ed)?|"
    r"climb(?:s|ed)?|surged?|soared?|cut|fell|fall|fallen|drop(?:ped)?|down|shr[aiu]nk|declined?|"
    r"expand(?:s|ed)?|contract(?:ed)?)(?: (?:sharply|again|year on year))?(?: by| of)?"
    r"(?: (?:nearly|almost|about|around|some|roughly|more than|over|another|a record|an average of))?$"
)
_BILLIONS = {
    "billion": 10**9, "bn": 10**9, "million": 10**6, "mn": 10**6, "m": 10**6, "trillion": 10**12,
    "b": 10**9,
}  # fmt: skip
_SIGNS = {"€": "EUR", "$": "USD", "£": "GBP"}
_CURRENCIES = {
    "euro": "EUR", "euros": "EUR", "eur": "EUR", "dollars": "USD", "usd": "USD", "pounds": "GBP",
    "gbp": "GBP", "zlotys": "PLN", "zloty": "PLN", "pln": "PLN", "kroner": None, "kronor": "SEK",
    "sek": "SEK", "nok": "NOK", "dkk": "DKK", "lei": "RON", "forints": "HUF", "forint": "HUF",
    "koruna": "CZK", "crowns": None, "czk": "CZK", "lira": "TRY", "leva": "BGN", "lev": "BGN",
    "lek": "ALL", "canadian dollars": "CAD", "cad": "CAD",
}  # fmt: skip
_UNIT = "|".join(_BILLIONS)
_NAMED = "|".join(sorted(_CURRENCIES, key=len, reverse=True))
_PEOPLE = (
    r"(?:norwegian|danish|swedish|czech|canadian|polish|turkish|romanian|hungarian|bulgarian|"
    r"us|american|british)"
)
_MONEY = re.compile(
    rf"(?<!\S)(?:(?:(?P<abroad>c|u\.s\.|us)\s?)?(?P<sign>[€$£]) (?P<low>\d+(?:[.,]\d+)*) ?(?P<unit>{_UNIT})"
    rf"|(?P<code>eur|usd|gbp|pln|sek|nok|dkk|czk|cad) (?P<low2>\d+(?:[.,]\d+)*) (?P<unit2>{_UNIT})"
    rf"|(?P<low3>\d+(?:[.,]\d+)*) (?P<unit3>{_UNIT}) (?P<people>{_PEOPLE} )?(?P<name>{_NAMED}))(?!\S)"
)
_KRONER = {
    "norwegian kroner": "NOK", "danish kroner": "DKK", "swedish kronor": "SEK",
    "czech crowns": "CZK", "canadian dollars": "CAD", "norwegian crowns": "NOK",
    "danish crowns": "DKK", "swedish crowns": "SEK",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Share:
    """`value` in percent, or in percentage points where `points`; `upto` of a range. `of` is GDP,
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
    taken: set[int] = set()
    for found in line.find(_POINTS):
        first, last = line.span(found)
        taken.update(range(first, last + 1))
        yield first, last, Share(_number(found["low"]), points=True)
    for found in line.find(_SHARE):
        first, last = line.span(found)
        if taken.intersection(range(first, last + 1)):
            continue
        high = _number(found["high"]) if found["high"] else None
        of, words = _of(line.text[: found.start()], line.text[found.end() :])
        yield first, last + words, Share(_number(found["low"]), high, of)


def _number(word: str) -> Decimal:
    return Decimal(_WORDS.get(word, word.replace(",", ".")))


def _of(before: str, behind: str) -> tuple[str, int]:
    """What it is a share of, and how many of the words behind say so."""
    said = re.match(rf" (?:{_GDP.pattern})(?!\S)", behind)
    if said is not None:
        return "gdp", len(said.group().split())
    said = re.match(rf" (?:{_PARTS.pattern}|{_OF_THOSE})(?!\S)", behind)
    if said is not None:
        return "defence", len(said.group().split())
    near = " ".join(behind.split()[:4])
    if re.match(r"of (?!(?:the )?(?:alliance|members|allies))", near):
        return "other", 0
    if _RISE.search(before.rstrip()) or _ELSE.search(near):
        return "other", 0
    if _ELSE.search(" ".join(before.split()[-4:])):
        return "other", 0
    return "", 0


def money(line: Line) -> Iterator[tuple[int, int, Money]]:
    for found in line.find(_MONEY):
        first, last = line.span(found)
        number = found["low"] or found["low2"] or found["low3"]
        unit = found["unit"] or found["unit2"] or found["unit3"]
        amount = _amount(number) * _BILLIONS[unit]
        yield first, last, Money(amount, _currency(found))


def _amount(number: str) -> Decimal:
    parts = number.split(",")
    if len(parts) > 1 and all(len(each) == 3 for each in parts[1:]):  # noqa: PLR2004
        return Decimal("".join(parts))
    return Decimal(number.replace(",", "."))


def _currency(found: re.Match[str]) -> str | None:
    if found["sign"]:
        return "CAD" if found["abroad"] == "c" else _SIGNS[found["sign"]]
    if found["code"]:
        return found["code"].upper()
    name = f"{found['people'] or ''}{found['name']}"
    return _KRONER.get(name) or _CURRENCIES[found["name"]]
