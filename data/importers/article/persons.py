"""People in a sentence: by office and name, by name and office, by office alone, by name alone."""

import re

from data.importers.article.people import People
from data.importers.article.person_names import is_title, name_at
from data.importers.article.things import Kind, Party, Person, Place
from data.importers.article.vocabulary.offices import (
    NO_NAME,
    OF_AMERICA,
    OF_NATO,
    OFFICE,
    ONLY_OF,
    RANKS,
    SPEAKS,
    TITLES,
)
from data.importers.article.words import Words

_OFFICE = (
    r"(?:(?:(?P<owner>‹party#\d+›)(?: 's)?|(?P<nato>the alliance 's)) )?"
    rf"(?P<former>former |ex )?(?P<role>{OFFICE})"
    r"(?: (?:of|for) (?:the )?(?P<of>‹party#\d+›))?"
)
_BEFORE = re.compile(rf"(?<!\S){_OFFICE}(?P<comma> ,)?(?=$| )")
_BEHIND = re.compile(
    rf"^ , (?:the |who is )?{_OFFICE}"
    r"(?: in (?P<seat>‹(?:place|party)#\d+›))?(?=$| [,.:;]| who)"
)
_APPOSED = re.compile(
    r"^ , (?P<office>‹person#\d+›)(?=$| [,.:;]| (?:who|and|was|is|had|has)(?!\S))"
)
_TO_NATO = re.compile(r" to ‹party#\d+›| to the alliance")
_OWNER = re.compile(r"(‹party#\d+›) 's$")
_OF = re.compile(r" of (‹party#\d+›)(?! 's)")
_ARTICLES = frozenset({"the", "its", "their", "his", "her"})


def persons(words: Words, people: People) -> None:
    _by_office(words, people)
    _by_name(words, people)


def _by_office(words: Words, people: People) -> None:
    """`Spain's prime minister, Pedro Sánchez,` and `the Spanish prime minister`."""
    done = 0
    while (found := _BEFORE.search(words.line.text, done)) is not None:
        at = _put_office(words, people, found)
        done = words.line.starts[at] + len(words[at].text)


def _put_office(words: Words, people: People, found: re.Match[str]) -> int:
    """Makes a person of an office and of the name behind it; the word from which to go on."""
    first, last = words.line.span(found)
    start = first - 1 if first and words[first - 1].text in _ARTICLES else first
    last += int(is_title(words, last + 1))
    name = name_at(words, last + 1)
    person = _holder(words, found, name[0] if name is not None else None)
    if name is not None:
        end = _closed(words, last + name[1], comma=bool(found["comma"]))
        words.join(start, end, Kind.PERSON, people.bring_in(person))
        return start
    if found["role"] in RANKS or (start == first and _owner(words, found) is None):
        return first
    if found["comma"]:
        last -= 1  # The comma was of something else.
    words.join(start, last, Kind.PERSON, people.told_of(person))
    return start


def _holder(words: Words, found: re.Match[str], name: str | None) -> Person:
    """Who has an office; whom a former one is of now is not known."""
    former = bool(found["former"])
    party = None if former else _owner(words, found)
    return Person(name, party, _role(found["role"]), former)


def _owner(words: Words, found: re.Match[str]) -> str | None:
    """Whose office it is: told before or behind it, or the one that alone has such an office."""
    if found["nato"]:
        return "NATO"
    tag = found["owner"] or found["of"] or found.groupdict().get("seat")
    if tag is not None:
        return _party(words, tag)
    if found["role"] in OF_NATO:
        return "NATO"
    return "USA" if found["role"] in OF_AMERICA else ONLY_OF.get(found["role"])


def _role(text: str) -> str:
    plain = _TO_NATO.sub("", text)
    name = plain.replace("secretary general", "secretary-general")
    return f"{name} to NATO" if plain != text else name


def _party(words: Words, tag: str) -> str | None:
    thing = next(each.thing for each in words if each.text == tag)
    match thing.value if thing is not None else None:
        case Party(code=code):
            return code
        case Place(country=country):
            return country
        case _:
            return None


def _closed(words: Words, last: int, *, comma: bool) -> int:
    """`, Pedro Sánchez ,` with both of its commas."""
    behind = words[last + 1].text if last + 1 < len(words) else ""
    return last + 1 if comma and behind == "," else last


def _by_name(words: Words, people: People) -> None:
    at = 0
    while at < len(words):
        found = name_at(words, at)
        if found is not None:
            _put_name(words, people, at, *found)
        at += 1


def _put_name(words: Words, people: People, at: int, name: str, length: int) -> None:
    """Makes a person of a name and of the office behind it."""
    if words[at].text in TITLES and length > 1:
        name = words.original(at + 1, at + length - 1)
    person = _named(words, at, length, name, people)
    if person is None:
        return
    last = at + length - 1
    of = _OF.match(_rest(words, last + 1))
    if of is not None:
        person = people.add(Person(person.name, _party(words, of[1])))
        last += 2
    behind = _BEHIND.match(_rest(words, last + 1))
    office = _apposed(words, last + 1)
    if office is not None:
        person = people.bring_in(Person(person.name, office.party, office.role, office.former))
        last = _closed(words, last + 2, comma=True)
    elif behind is not None:
        person = people.bring_in(_holder(words, behind, person.name))
        last = _closed(words, last + len(behind.group().split()), comma=True)
    words.join(at, last, Kind.PERSON, person)


def _apposed(words: Words, at: int) -> Person | None:
    """The office behind a name: `Kaja Lund , the EU's top diplomat ,`."""
    found = _APPOSED.match(_rest(words, at))
    if found is None:
        return None
    thing = next(each.thing for each in words if each.text == found["office"])
    match thing.value if thing is not None else None:
        case Person(name=None, party=str()) as office:
            return office
        case _:
            return None


def _rest(words: Words, at: int) -> str:
    return "".join(f" {each}" for each in words.texts[at:])


def _named(words: Words, at: int, length: int, name: str, people: People) -> Person | None:
    """Who has a name: somebody known, or somebody new of whom the sentence says enough."""
    known = people.find(name)
    if known is not None:
        return people.bring_in(Person(name, None, None) if " " in name else known)
    owner = _OWNER.search(" ".join(words.texts[:at]))
    if owner is not None and length > 1 and name.split(maxsplit=1)[0].casefold() not in NO_NAME:
        return people.add(Person(name, _party(words, owner[1])))
    rest = _rest(words, at + length)
    if length == 1:
        return None
    if _BEHIND.match(rest) or _apposed(words, at + length):
        return people.add(Person(name, None))
    return people.newcomer(name) if SPEAKS.intersection(rest.split()[:1]) else None
