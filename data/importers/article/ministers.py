"""The countries of ministers of whom a text does not say for whom they speak."""

from collections.abc import Sequence
from dataclasses import replace

from data.importers.article.countries import is_country
from data.importers.article.marking import Marked
from data.importers.article.people import People
from data.importers.article.scenes import Actor
from data.importers.article.things import Party, Person, Place, Thing
from data.importers.article.vocabulary.offices import OF_A_COUNTRY


def with_countries(marked: Marked, before: Sequence[Actor], people: People) -> Marked:
    """`Foreign Minister Jankauskaitė` is of the only country of the sentence, or of the one spoken
    of before."""
    code = _only_country(marked, before)
    if code is None:
        return marked
    return replace(marked, things=tuple(_of(each, code, people) for each in marked.things))


def _only_country(marked: Marked, before: Sequence[Actor]) -> str | None:
    named = {code for each in marked.things if (code := _country(each.value)) is not None}
    if named:
        return named.pop() if len(named) == 1 else None
    return next((code for e in reversed(before) if (code := _country(e)) is not None), None)


def _country(value: object) -> str | None:
    match value:
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
