"""People in a sentence: by office and name, by name and office, by office alone, by name alone."""

import re

from data.importers.article.people import People
from data.importers.article.things import Kind, Party, Person, Place
from data.importers.article.words import Words

OFFICE = (
    r"(?:(?:deputy|acting|outgoing|caretaker|interim|new|first) )?"
    r"(?:prime minister|premier|president elect|vice president|president|chancellor|taoiseach|king|queen|"
    r"(?:defen[cs]e|foreign|finance|interior|economy|budget|war) (?:minister|secretary|chief)|"
    r"minister (?:of|for) (?:national )?(?:defen[cs]e|foreign affairs|finance)|"
    r"chief of (?:defence|defense|staff|the general staff|the armed forces)|(?:army|military|armed forces) chief|army commander|top diplomat|head of government|minister president|(?:defen[cs]e|foreign) policy chief|(?:junior |deputy )?(?:defen[cs]e|foreign) minister|first minister|"
    r"secretary of (?:state|defense|war)|secretary general|alliance chief|"
    r"(?:permanent representative|ambassador|envoy)(?: to (?:‹party#\d+›|the alliance))?|"
    r"(?<=› )(?:colleague|counterpart|opposite number)|(?<=› )(?:chief|leader|boss)|(?<=› 's )(?:chief|leader|boss)|"
    r"state secretary|(?:government |chief )?spokes(?:man|woman|person)|pentagon chief|"
    r"minister|head of state|supreme allied commander|general|admiral|foreign policy chief)"
)
_OF = r"(?: (?:of|for) (?:the )?(?P<of>‹party#\d+›))?"
_BEFORE = re.compile(
    rf"(?<!\S)(?:(?P<owner>‹party#\d+›)(?: 's)? )?(?P<former>former |ex )?(?P<role>{OFFICE}){_OF}"
    r"(?P<comma> ,)?(?=$| )"
)
_BEHIND = re.compile(
    rf"^ , (?:the |who is )?(?:(?P<owner>‹party#\d+›)(?: 's)? )?(?P<former>former |ex )?(?P<role>{OFFICE}){_OF}"
    r"(?: in (?P<seat>‹(?:place|party)#\d+›))?(?=$| [,.:;]| who)"
)
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "gen", "lt", "col", "sen", "sir", "lord", "baroness"})
_PARTICLES = frozenset(
    {"de", "van", "von", "der", "den", "ten", "la", "di", "el", "al", "bin", "da"}
)
_NO_NAME = frozenset({
    "the", "a", "an", "in", "on", "at", "for", "and", "but", "as", "if", "it", "he", "she", "they", "we",
    "i", "his", "her", "its", "their", "this", "that", "these", "those", "nato", "while", "after",
    "before", "when", "where", "who", "what", "with", "from", "by", "of", "to", "no", "not", "yes",
    "europe", "european", "western", "eastern", "southern", "northern", "council", "parliament",
    "government", "ministry", "minister", "president", "chancellor", "defence", "defense", "foreign",
    "secretary", "summit", "declaration", "alliance", "allies", "allied", "ukraine", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
    "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "white", "house", "pentagon", "kremlin", "congress", "senate", "bundestag",
    "however", "still", "both", "all", "only", "last", "next", "group", "contact", "north",
    "atlantic", "state", "states", "union", "pledge", "there", "here", "asked", "speaking", "under",
    "gdp", "according", "general", "article", "treaty", "pact",
})  # fmt: skip
_SPEAKS = frozenset({
    "said", "says", "told", "tells", "warned", "warns", "added", "announced", "insisted", "argued",
    "stressed", "confirmed", "declared", "stated", "wrote", "pledged", "promised", "called",
    "urged", "rejected", "vowed", "suggested", "proposed", "noted", "admitted", "reiterated",
})  # fmt: skip


def persons(words: Words, people: People) -> None:
    _by_office(words, people)
    _by_name(words, people)


def _by_office(words: Words, people: People) -> None:
    """`Spain's prime minister, Pedro Sánchez,` and `the Spanish prime minister`."""
    done = 0
    while (found := _BEFORE.search(words.line.text, done)) is not None:
        line = words.line
        first, last = line.span(found)
        name = _name(words, last + 1)
        if name is None and found["comma"]:
            last -= 1  # The comma was of something else.
        party = _party(words, found["owner"] or found["of"], found["role"])
        role, former = _office(found["role"]), bool(found["former"])
        start = _with_article(words, first)
        if name is not None:
            end = last + name[1]
            person = people.add(Person(name[0], None if former else party, role, former))
            end = _closed(words, end, comma=bool(found["comma"]))
            words.join(start, end, Kind.PERSON, person)
        elif found["role"] in {"general", "admiral"}:
            start = first
        elif party is not None or start < first:
            words.join(
                start, last, Kind.PERSON, Person(None, None if former else party, role, former)
            )
        else:
            start = first
        done = words.line.starts[start] + len(words[start].text)


def _office(text: str) -> str:
    plain = re.sub(r" to ‹party#\d+›| to the alliance", "", text)
    name = plain.replace("secretary general", "secretary-general")
    return f"{name} to NATO" if plain != text else name


def _party(words: Words, tag: str | None, role: str) -> str | None:
    if tag is not None:
        thing = next(each.thing for each in words if each.text == tag)
        match thing.value if thing is not None else None:
            case Party(code=code):
                return code
            case Place(country=country):
                return country
            case _:
                return None
    if role == "secretary general" or role == "alliance chief":
        return "NATO"
    # Only the United States has offices of these names.
    return "USA" if role in {"defense secretary", "secretary of defense", "secretary of war", "war secretary",
                             "pentagon chief", "secretary of state"} else None  # fmt: skip


def _with_article(words: Words, first: int) -> int:
    before = words[first - 1].text if first else ""
    return first - 1 if before in {"the", "its", "their", "his", "her"} else first


def _closed(words: Words, last: int, *, comma: bool) -> int:
    """`, Pedro Sánchez ,` with both of its commas."""
    behind = words[last + 1].text if last + 1 < len(words) else ""
    return last + 1 if comma and behind == "," else last


def _name(words: Words, at: int) -> tuple[str, int] | None:
    """The name that begins at a word, and how many words it has."""
    length = 0
    while at + length < len(words) and length < 5:  # noqa: PLR2004
        word = words[at + length]
        if words.is_capital(at + length) and word.text not in _NO_NAME:
            length += 1
        elif (
            word.thing is None
            and length
            and (word.text in _PARTICLES or words.is_joined(at + length))
        ):
            length += 1
        else:
            break
    while length and words[at + length - 1].text in _PARTICLES:
        length -= 1
    return (words.original(at, at + length - 1), length) if length else None


def _by_name(words: Words, people: People) -> None:
    at = 0
    while at < len(words):
        found = _name(words, at)
        if found is not None:
            name, length = found
            if words[at].text in _TITLES and length > 1:
                at, length = at, length
                name = words.original(at + 1, at + length - 1)
            person = _named(words, at, length, name, people)
            if person is not None:
                of = re.match(r" of (‹party#\d+›)(?! 's)", _rest(words, at + length))
                if of is not None:
                    person = people.add(Person(person.name, _party(words, of[1], "")))
                    length += 2
                behind = _BEHIND.match(_rest(words, at + length))
                last = at + length - 1
                if behind is not None:
                    party = _party(
                        words, behind["owner"] or behind["of"] or behind["seat"], behind["role"]
                    )
                    former = bool(behind["former"])
                    told = Person(
                        person.name, None if former else party, _office(behind["role"]), former
                    )
                    person = people.add(told)
                    last += len(behind.group().split())
                    last = _closed(words, last, comma=True)
                words.join(at, last, Kind.PERSON, person)
        at += 1


def _rest(words: Words, at: int) -> str:
    return "".join(f" {each}" for each in words.texts[at:])


def _named(words: Words, at: int, length: int, name: str, people: People) -> Person | None:
    known = people.find(name)
    if known is not None:
        return people.add(Person(name, None, None)) if " " in name else known
    rest = _rest(words, at + length)
    owner = re.search(r"(‹party#\d+›) 's$", " ".join(words.texts[:at]))
    if owner is not None and length > 1 and name.split()[0].casefold() not in _NO_NAME:
        return people.add(Person(name, _party(words, owner[1], "")))
    is_new = length > 1 and (_BEHIND.match(rest) or set(rest.split()[:1]) & _SPEAKS)
    return people.add(Person(name, None)) if is_new else None
