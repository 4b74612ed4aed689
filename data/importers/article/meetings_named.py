"""Mentions of meetings in a sentence."""

import re
from collections.abc import Iterator

from data.facts.records import MeetingKind
from data.importers.article.lines import pattern
from data.importers.article.people import People
from data.importers.article.things import Gathering, Kind, Party, Person, Place, Thing
from data.importers.article.vocabulary import meetings as named
from data.importers.article.vocabulary.cities import CAPITALS
from data.importers.article.words import Words

_RULES: tuple[tuple[MeetingKind | None, tuple[str, ...]], ...] = (
    (MeetingKind.REGIONAL, named.REGIONAL),
    (MeetingKind.EXTRAORDINARY_SUMMIT, (named.SUMMIT_EXTRAORDINARY,)),
    (MeetingKind.SUMMIT, (named.SUMMIT,)),
    (MeetingKind.LEADERS_MEETING, named.LEADERS),
    (MeetingKind.CONTACT_GROUP, named.CONTACT_GROUP),
    (MeetingKind.DEFENCE_MINISTERS, named.DEFENCE_MINISTERS),
    (MeetingKind.FOREIGN_MINISTERS, named.FOREIGN_MINISTERS),
    (MeetingKind.LEADERS_MEETING, (named.LEADERS_GATHER,)),
    (None, named.UNNAMED),
)
_COMPILED = tuple((pattern(rule), kind) for kind, rules in _RULES for rule in rules)
_WITH_PEERS = pattern(named.WITH_PEERS)
_OF_ROLES = (
    (re.compile("defen[cs]e"), MeetingKind.DEFENCE_MINISTERS),
    (re.compile("foreign|diplomat|secretary of state"), MeetingKind.FOREIGN_MINISTERS),
)
_THEY_MEET = pattern(named.THEY_MEET)
_ELSEWHERE = tuple(pattern(rule) for rule in named.ELSEWHERE)
_GATHERED = re.compile(rf"^{named.GATHERED} (?:in|at|by|on|‹)")
_WHO_GATHERED = (
    (pattern(named.GATHERED_DEFENDERS), MeetingKind.DEFENCE_MINISTERS),
    (pattern(named.GATHERED_DIPLOMATS), MeetingKind.FOREIGN_MINISTERS),
)
_WHO_MEETS = (
    (pattern(named.WHO_MEETS_DEFENDERS), MeetingKind.DEFENCE_MINISTERS),
    (pattern(named.WHO_MEETS_DIPLOMATS), MeetingKind.FOREIGN_MINISTERS),
    (pattern(named.WHO_MEETS_LEADERS), MeetingKind.LEADERS_MEETING),
)


def gatherings(words: Words, _: People) -> None:
    for rule in _ELSEWHERE:
        _join_elsewhere(words, rule)
    if _GATHERED.match(words.line.text):
        _join_who_gathered(words)
    for rule, kind in _COMPILED:
        _join_named(words, rule, kind)
    _name_unnamed(words)


def _name_unnamed(words: Words) -> None:
    """`NATO's defence ministers wound up a meeting` tells whose meeting it was."""
    _join_they(words)
    every = [each for each in words if each.thing and each.thing.kind is Kind.GATHERING]
    kinds = set(_kinds_told(words))
    if len(every) != 1 or len(kinds) != 1:
        return
    thing = every[0].thing
    if thing is not None and thing.value == Gathering(None):
        at = list(words).index(every[0])
        words.join(at, at, Kind.GATHERING, Gathering(kinds.pop()))


def _kinds_told(words: Words) -> Iterator[MeetingKind]:
    """By who meets, or by the office of whoever meets his counterparts."""
    for rule, kind in _WHO_MEETS:
        who = rule.search(words.line.text)
        if who is not None and _is_of_nato(words, who):
            yield kind
    peers = _WITH_PEERS.search(words.line.text)
    if peers is not None and _is_of_nato(words, peers):
        people = (each.thing.value for each in words if each.thing is not None)
        roles = " ".join(each.role or "" for each in people if isinstance(each, Person))
        yield from (kind for rule, kind in _OF_ROLES if rule.search(roles))


def _join_they(words: Words) -> None:
    """`When they meet in Brussels` behind those whose meeting it is."""
    found = _THEY_MEET.search(words.line.text)
    if found is not None and not any(each.text.startswith("‹gathering#") for each in words):
        words.join(*words.line.span(found), Kind.GATHERING, Gathering(None))


def _is_of_nato(words: Words, who: re.Match[str]) -> bool:
    """Whether those who meet are the Alliance's, rather than some country's own."""
    first, last = words.line.span(who)
    named = [each.thing for each in list(words)[first : last + 1] if each.thing is not None]
    return {_code(each) for each in named} <= {"", "NATO"}


def _join_elsewhere(words: Words, rule: re.Pattern[str]) -> None:
    """Summits of others, before theirs are taken for the Alliance's."""
    done = 0
    while (found := rule.search(words.line.text, done)) is not None:
        first, last = words.line.span(found)
        codes = {_code(each.thing) for each in list(words)[first : last + 1] if each.thing}
        if codes <= {"EU"}:
            words.join(first, last, Kind.ELSEWHERE, Gathering(None))
            done = 0
        else:
            done = found.start() + 1


def _code(thing: Thing) -> str:
    return thing.value.code if isinstance(thing.value, Party) else ""


def _join_who_gathered(words: Words) -> None:
    """`Gathered in Brussels , the defence ministers agreed` tells of their meeting."""
    for rule, kind in _WHO_GATHERED:
        found = rule.search(words.line.text)
        if found is not None:
            words.join(*words.line.span(found), Kind.GATHERING, Gathering(kind))


def _join_named(words: Words, rule: re.Pattern[str], kind: MeetingKind | None) -> None:
    done = 0
    while (found := rule.search(words.line.text, done)) is not None:
        first, last = words.line.span(found)
        if kind is None and not _is_one(words, first, last):
            done = found.start() + 1
            continue
        # The place of `the Vilnius summit` stays a thing of its own.
        place = next((e for e in range(first, last + 1) if _is_place(words[e].text)), first - 1)
        words.join(place + 1, last, Kind.GATHERING, Gathering(kind))


def _is_one(words: Words, first: int, last: int) -> bool:
    """Whether words that name no meeting of somebody's mean one at all."""
    match words[last].text:
        case "talks" | "council":
            return words[first].text in {"two", "three"}
        case "ministers":
            return words[first].text != "ministers" or _is_venue(words, last + 2)
        case _:
            return True


def _is_venue(words: Words, at: int) -> bool:
    """`Ministers in Copenhagen` are Denmark's, those in Brussels are the Alliance's."""
    thing = words[at].thing if at < len(words) else None
    match thing.value if thing is not None else None:
        case Place(city=str(city)):
            return city.casefold() not in CAPITALS
        case _:
            return True


def _is_place(text: str) -> bool:
    return text.startswith("‹place#")
