"""Mentions of meetings in a sentence."""

import re

from data.facts.records import MeetingKind
from data.importers.article.lines import pattern
from data.importers.article.people import People
from data.importers.article.things import Gathering, Kind, Party, Thing
from data.importers.article.vocabulary import meetings as named
from data.importers.article.words import Words

_RULES: tuple[tuple[MeetingKind | None, tuple[str, ...]], ...] = (
    (MeetingKind.REGIONAL, named.REGIONAL),
    (MeetingKind.EXTRAORDINARY_SUMMIT, (named.SUMMIT_EXTRAORDINARY,)),
    (MeetingKind.SUMMIT, (named.SUMMIT,)),
    (MeetingKind.LEADERS_MEETING, named.LEADERS),
    (MeetingKind.CONTACT_GROUP, named.CONTACT_GROUP),
    (MeetingKind.DEFENCE_MINISTERS, named.DEFENCE_MINISTERS),
    (MeetingKind.FOREIGN_MINISTERS, named.FOREIGN_MINISTERS),
    (MeetingKind.SUMMIT, (named.LEADERS_GATHER,)),
    (None, named.UNNAMED),
)
_COMPILED = tuple((pattern(rule), kind) for kind, rules in _RULES for rule in rules)
_ELSEWHERE = tuple(pattern(rule) for rule in named.ELSEWHERE)
_GATHERED = re.compile(rf"^{named.GATHERED} (?:in|at|by|on|‹)")
_WHO_GATHERED = (
    (pattern(named.GATHERED_DEFENDERS), MeetingKind.DEFENCE_MINISTERS),
    (pattern(named.GATHERED_DIPLOMATS), MeetingKind.FOREIGN_MINISTERS),
)
_WHO_MEETS = (
    (pattern(named.WHO_MEETS_DEFENDERS), MeetingKind.DEFENCE_MINISTERS),
    (pattern(named.WHO_MEETS_DIPLOMATS), MeetingKind.FOREIGN_MINISTERS),
    (pattern(named.WHO_MEETS_LEADERS), MeetingKind.SUMMIT),
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
    every = [at for at, each in enumerate(words) if each.thing and each.thing.kind is Kind.GATHERING]
    kinds = [kind for rule, kind in _WHO_MEETS if rule.search(words.line.text) is not None]
    if len(every) != 1 or len(kinds) != 1 or not _is_of_nato(words):
        return
    thing = words[every[0]].thing
    if thing is not None and thing.value == Gathering(None):
        words.join(every[0], every[0], Kind.GATHERING, Gathering(kinds[0]))


def _is_of_nato(words: Words) -> bool:
    """Whether no country's own ministers may be meant."""
    codes = {_code(each.thing) for each in words if each.thing is not None}
    return codes <= {"", "NATO", "UKR"}


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
    while (found := rule.search(words.line.text)) is not None:
        first, last = words.line.span(found)
        if kind is None and words[last].text in {"talks", "council"}:
            return
        # The place of `the Vilnius summit` stays a thing of its own.
        place = next((e for e in range(first, last + 1) if _is_place(words[e].text)), first - 1)
        words.join(place + 1, last, Kind.GATHERING, Gathering(kind))


def _is_place(text: str) -> bool:
    return text.startswith("‹place#")
