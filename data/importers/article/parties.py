"""Countries, organisations, places and groups of members in a sentence."""

import re

from data.importers.article import countries
from data.importers.article.lines import pattern
from data.importers.article.people import People
from data.importers.article.things import Group, Kind, Party, Place
from data.importers.article.vocabulary.cities import CAPITAL_OF, CAPITALS, CITIES
from data.importers.article.vocabulary.parties import (
    ALL,
    BEFORE_A_PLACE,
    BEHIND_A_PLACE,
    CITY_OF,
    EUROPEANS,
    EVERY,
    HOSTS,
    OF_ONE,
    OFFICES,
    PLANNED,
    SOME,
    TRAVELS,
    VENUE_OF,
)
from data.importers.article.words import Words

_GROUPS = (
    (Kind.SOME, pattern(SOME)),
    (Kind.SOME, pattern(EUROPEANS)),
    (Kind.ALL, pattern(f"{ALL}|{EVERY}")),
)
_OFFICE = re.compile(rf"{OFFICES}(?!\S)")
_OWN_OFFICE = re.compile(rf"'s (?:\w+ )?{OFFICES}(?!\S)")
_OF_ONE = re.compile(OF_ONE)
_CITY_OF = re.compile(rf"{CITY_OF}$")
_VENUE_OF = re.compile(VENUE_OF)
_HOSTS = re.compile(rf"(?:\S+ ){{0,3}}?{HOSTS}(?!\S)")
_TRAVELS_TO = re.compile(rf"{TRAVELS}(?: \S+){{0,5}}? to$")
_MONEY = re.compile(r"(?:markets?|spending|gains?|investments?|flight|stock|city)(?!\S)")
_NEAR_BEFORE, _NEAR_BEHIND = 3, 5
"""Words beside a city that tell whether the city is meant."""


def parties(words: Words, _: People) -> None:
    at = 0
    while at < len(words):  # They become fewer: what is found takes the place of several.
        lengths = range(min(countries.longest(), len(words) - at), 0, -1)
        any(_put(words, at, length) for length in lengths)
        at += 1


def _put(words: Words, at: int, length: int) -> bool:
    """Makes a thing of words if they name one."""
    part = [words[each] for each in range(at, at + length)]
    if any(each.thing is not None for each in part) or not words.is_capital(at):
        return False
    if at and words[at - 1].text == "non":
        return False  # `Non-US allies` are the others.
    last = at + length - 1
    name = " ".join(each.text for each in part)
    city = CITIES.get(name)
    if city is not None and _is_a_place(words, at, length, name):
        words.join(at, last, Kind.PLACE, Place(_as_written(words, at, last), city))
        return True
    code = city if name in CAPITALS else countries.parties().get(name)
    if code is None:
        return False
    is_adjective = name in countries.adjectives()
    behind = words.texts[last + 1 : last + 3]
    if behind[:1] == ["capital"] or behind == ["'s", "capital"]:
        return _put_capital(words, at, last + behind.index("capital") + 1, code)
    office = _office(words.texts[last + 1 : last + 5], is_adjective=is_adjective)
    party = Party(code, is_adjective and not office)
    words.join(at, last + office, Kind.PARTY, party)
    return True


def _put_capital(words: Words, first: int, last: int, code: str) -> bool:
    """`The Slovak capital`, where nothing behind it makes it money or a government."""
    city = CAPITAL_OF.get(code)
    behind = " ".join(words.texts[last + 1 : last + 6])
    if city is None or _MONEY.match(behind) is not None:
        return False
    named = re.match(rf"(?:, )?{city}(?!\S)", behind)
    last += len(named.group().split()) if named is not None else 0
    words.join(first, last, Kind.PLACE, Place(city.title(), code))
    return True


def _office(behind: list[str], *, is_adjective: bool) -> int:
    """How many words behind a name are what stands for a country: `'s government`."""
    if is_adjective:
        found = _OFFICE.match(" ".join(behind[:3]))
        return len(found.group().split()) if found is not None else 0
    found = _OWN_OFFICE.match(" ".join(behind))
    if found is None or _OF_ONE.search(found.group()) is not None:
        return 0
    return len(found.group().split())


def _as_written(words: Words, first: int, last: int) -> str:
    name = words.original(first, last)
    return name[:1].upper() + name[1:]


def _is_a_place(words: Words, at: int, length: int, name: str) -> bool:
    """Whether a capital is meant as a city, rather than for its government."""
    if name not in CAPITALS:
        return True
    texts = words.texts
    return _is_told_before(texts[:at]) or _is_told_behind(texts[at + length :][:_NEAR_BEHIND])


def _is_told_before(texts: list[str]) -> bool:
    near, word = texts[-_NEAR_BEFORE:], texts[-1] if texts else ""
    return (
        word in BEFORE_A_PLACE
        or (word == "for" and not PLANNED.isdisjoint(near))
        or _CITY_OF.search(" ".join(near)) is not None
        or (word == "to" and _TRAVELS_TO.search(" ".join(texts)) is not None)
    )


def _is_told_behind(texts: list[str]) -> bool:
    text = " ".join(texts)
    if _VENUE_OF.match(text) is not None or _HOSTS.match(text) is not None:
        return True
    is_owner = bool(texts) and texts[0].startswith("‹party#")
    return not BEHIND_A_PLACE.isdisjoint(texts[1:2] if is_owner else texts[:1])


def groups(words: Words, _: People) -> None:
    """The members together, and some of them."""
    for kind, rule in _GROUPS:
        while (found := _next(words, rule)) is not None:
            first, last = found
            words.join(first, last, kind, Group(words.original(first, last)))


def _next(words: Words, rule: re.Pattern[str]) -> tuple[int, int] | None:
    line = words.line
    for found in rule.finditer(line.text):
        first, last = line.span(found)
        named = [each.thing for each in list(words)[first : last + 1] if each.thing is not None]
        # `Spanish members` are some of Spain's, not of the Alliance's.
        if all(isinstance(each.value, Party) and each.value.code == "NATO" for each in named):
            return first, last
    return None
