"""The countries of ministers of whom a text does not say for whom they speak, and the names of
those of whom it only says what they are."""

import re
from collections.abc import Sequence
from dataclasses import replace

from data.importers.article.countries import is_country
from data.importers.article.marking import Marked
from data.importers.article.people import People
from data.importers.article.scenes import Actor
from data.importers.article.things import Party, Person, Place, Thing
from data.importers.article.vocabulary.offices import OF_A_COUNTRY
from data.importers.article.vocabulary.speech import SAYS
from data.importers.article.vocabulary.statements import ENEMIES

_SPEAKS = re.compile(rf"(‹party#\d+›)(?: ‹day#\d+›)?(?: has| have)? {SAYS}(?!\S)")
_VENUE = re.compile(r"‹gathering#\d+› in (‹place#\d+›)")
"""Where a meeting is says nothing of who speaks."""


def with_countries(
    marked: Marked,
    before: Sequence[Actor],
    people: People,
    members: frozenset[str],
    home: str | None,
) -> Marked:
    """`Foreign Minister Jankauskaitė` is of the only country of the sentence, or of the one spoken
    of before, or else of the one the article was written in."""
    code = _only_country(marked, before, members) or _speaking(marked, members)
    things = tuple(
        each
        if (found := code or _first_before(marked, each, members) or home) is None
        else _of(each, found, people)
        for each in marked.things
    )
    return replace(marked, things=things)


def with_names(marked: Marked, people: People) -> Marked:
    """`The Danish defence minister` of whom the article tells the name further on."""
    return replace(marked, things=tuple(_named(each, people) for each in marked.things))


def _named(thing: Thing, people: People) -> Thing:
    match thing.value:
        case Person(name=None) as office:
            return replace(thing, value=people.holder(office))
        case _:
            return thing


def _only_country(marked: Marked, before: Sequence[Actor], members: frozenset[str]) -> str | None:
    away = {marked.thing(tag) for tag in _VENUE.findall(marked.text)}
    meant = (each for each in marked.things if each not in away)
    named = {code for each in meant if (code := _country(each.value)) is not None} - ENEMIES
    if named:
        only = named if len(named) == 1 else named & members
        return only.pop() if len(only) == 1 else None
    return next((code for e in reversed(before) if (code := _country(e)) is not None), None)


def _speaking(marked: Marked, members: frozenset[str]) -> str | None:
    """`The prime minister will attend , Downing Street said`."""
    found = _SPEAKS.search(marked.text)
    code = _country(marked.thing(found[1]).value) if found is not None else None
    return code if code in members else None


def _first_before(marked: Marked, thing: Thing, members: frozenset[str]) -> str | None:
    """The only member named before somebody: `Italy will stay , its minister said in Latvia`."""
    named = {_country(each.value) for each in marked.things if each.last < thing.first}
    only = named & members
    return next(iter(only)) if len(only) == 1 else None


def _country(value: object) -> str | None:
    match value:
        case Place(city="Brussels"):
            return None
        case Party(code=code) | Person(party=str(code)) | Place(country=str(code)):
            return code if is_country(code) else None
        case _:
            return None


def _of(thing: Thing, code: str, people: People) -> Thing:
    match thing.value:
        case Person(party=None, role=role, former=False) if role in OF_A_COUNTRY:
            person = Person(thing.value.name, code, role)
            return replace(thing, value=people.add(person))
        case _:
            return thing
