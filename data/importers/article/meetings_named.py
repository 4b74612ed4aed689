"""Mentions of meetings in a sentence."""

import re

from data.facts.records import MeetingKind
from data.importers.article.people import People
from data.importers.article.things import Gathering, Kind
from data.importers.article.words import Words

_NATO = r"(?:(?:‹party#\d+›|alliance|allied|alliance 's|the alliance 's)(?: 's)? )?"
_DET = r"(?:(?:the|a|an|this|that|next|upcoming|annual|forthcoming|regular|their|its|yearly|informal|formal|virtual|online|crucial|key|important|special|two day|one day|three day|planned|regular|closed door|first|last|latest|current|joint|working|ministerial|high level|in person) ){0,6}"
_MEET = r"(?:meeting|session|talks|gathering|meetings|council)"
_OTHERS = (
    r"(?:e\.u\.|eu|european|european union|g7|g20|g ?7|g ?8|arctic|peace|climate|energy|arab|brics|"
    r"trade|european council|apec|tech|security|food|osce|quad)"
)
_GATHER = (
    r"(?:(?:will|are|were|is|to|due|set|expected|scheduled|also|are to|on|again|next|have|had|who|‹day#\d+›) ){0,6}"
    r"(?:meet|meets|met|meeting|gather|gathers|gathered|gathering|convene|convenes|convened|"
    r"assemble|assembled|hold|holds|held|holding|sit down|sat down|confer|come together|came together|get together|got together|open|opens|opened|opening|kick off|kicks off|kicked off)"
)

_OF_ALL = (
    r"(?: of (?:the )?(?:alliance|allies|(?:3\d |‹party#\d+› |alliance |member )*(?:countries|states|members|allies|nations)|"
    r"‹party#\d+›(?: 's (?:member states|members|countries))?))?"
)

_RULES: tuple[tuple[str, MeetingKind | None], ...] = (
    (rf"{_DET}(?:extraordinary|emergency|special|unscheduled) {_NATO}(?:leaders )?summit", MeetingKind.EXTRAORDINARY_SUMMIT),
    (rf"{_DET}{_NATO}(?:‹place#\d+› )?{_NATO}summit(?: meeting)?(?: of (?:{_NATO})?(?:leaders|heads of state and government))?", MeetingKind.SUMMIT),
    (rf"{_DET}{_MEET} (?:of|with|between|for|among) {_DET}{_NATO}(?:leaders|heads of state and government)", MeetingKind.LEADERS_MEETING),
    (rf"{_DET}{_NATO}leaders(?: '| 's)? meeting", MeetingKind.LEADERS_MEETING),
    (rf"{_DET}(?:‹party#\d+› defen[cs]e contact group|defen[cs]e contact group|contact group|ramstein (?:format|group)|udcg)(?: {_MEET})?(?: (?:for|on) ‹party#\d+›)?", MeetingKind.CONTACT_GROUP),
    (rf"{_DET}(?:key )?{_MEET} of (?:the )?(?:‹party#\d+›(?: 's)? defen[cs]e contact group|contact group)", MeetingKind.CONTACT_GROUP),
    (rf"{_DET}(?:key )?{_MEET} of ‹party#\d+› 's (?:\w+ )?(?:supporters|backers|donors|allies|partners)", MeetingKind.CONTACT_GROUP),
    (rf"{_DET}{_MEET} (?:of|with|between|for|among) {_DET}{_NATO}defen[cs]e (?:ministers|chiefs)", MeetingKind.DEFENCE_MINISTERS),
    (rf"{_DET}{_NATO}defen[cs]e (?:ministers|ministerial)(?: '| 's)? {_MEET}", MeetingKind.DEFENCE_MINISTERS),
    (rf"{_DET}{_NATO}defen[cs]e ministerial", MeetingKind.DEFENCE_MINISTERS),
    (rf"{_DET}{_NATO}defen[cs]e (?:ministers|chiefs){_OF_ALL}(?=(?: ,)? {_GATHER})", MeetingKind.DEFENCE_MINISTERS),
    (rf"{_DET}{_MEET} (?:of|with|between|for|among) {_DET}{_NATO}foreign ministers", MeetingKind.FOREIGN_MINISTERS),
    (rf"{_DET}{_NATO}foreign (?:ministers|ministerial)(?: '| 's)? {_MEET}", MeetingKind.FOREIGN_MINISTERS),
    (rf"{_DET}{_NATO}(?:foreign ministers|top diplomats){_OF_ALL}(?=(?: ,)? {_GATHER})", MeetingKind.FOREIGN_MINISTERS),
    (rf"{_DET}(?:(?:leaders|presidents|heads of state|(?:defen[cs]e |foreign )?ministers|prime ministers) of (?:the )?)?‹(?:party|place)#\d+› (?:nine|9)(?: (?:leaders|summit|group|{_MEET})){{0,6}}", MeetingKind.REGIONAL),
    (rf"{_DET}(?:leaders|(?:defen[cs]e |foreign |prime )?ministers|presidents) of (?:the )?(?:nordic|baltic|visegrad|eastern flank)(?: \S+){{0,3}}(?= {_GATHER})", MeetingKind.REGIONAL),
    (rf"{_DET}(?:nordic|baltic|nordic baltic|visegrad) (?:(?:and|,) (?:nordic|baltic) )?(?:leaders|(?:defen[cs]e |foreign |prime )?ministers|presidents)(?= {_GATHER})", MeetingKind.REGIONAL),
    (rf"{_DET}(?:bucharest nine|bucharest 9|b9|nordic baltic eight|nb8|joint expeditionary force)(?: (?:leaders|summit|{_MEET})){{0,6}}", MeetingKind.REGIONAL),
    (rf"{_DET}(?:{_NATO})?(?:leaders|heads of state and government){_OF_ALL}(?=(?: ,)? {_GATHER})", MeetingKind.SUMMIT),
    (rf"{_DET}(?:{_NATO})?ministers(?= in ‹place#\d+›)", None),
    (rf"(?<!in ){_DET}{_MEET}", None),
)  # fmt: skip
_COMPILED = tuple((re.compile(rf"(?<!\S)(?:{rule})(?!\S)"), kind) for rule, kind in _RULES)
_ELSEWHERE_MEETS = re.compile(
    rf"(?<!\S)(?:the )?(?:{_OTHERS}|‹party#\d+›)(?: 's)? (?:leaders|ministers|finance ministers|"
    rf"defen[cs]e ministers|foreign ministers)(?= {_GATHER})|(?<!\S)(?:the )?(?:g7|g20|brics|osce)"
    r"(?: \S+){0,4}? (?:summit|meeting)(?!\S)"
)
_ELSEWHERE = re.compile(
    rf"(?<!\S)(?:the |an? )?(?:{_OTHERS}|‹party#\d+›(?: ‹party#\d+›)?)(?: 's)? "
    rf"(?:leaders |finance ministers |defen[cs]e ministers |foreign ministers |council )*"
    rf"(?:summit|{_MEET})(?!\S)"
)


_GATHERED = re.compile(
    r"^(?:meeting|gathered|gathering|assembled|convened|convening|sitting) (?:in|at|by|on|‹)"
)
_WHO_GATHERED: tuple[tuple[re.Pattern[str], MeetingKind], ...] = (
    (
        re.compile(
            rf"(?<=, ){_DET}(?:{_NATO})?(?:\S+ 's )?defen[cs]e (?:ministers|chiefs)(?: of the alliance| of ‹party#\d+›)?(?!\S)"
        ),
        MeetingKind.DEFENCE_MINISTERS,
    ),
    (
        re.compile(
            rf"(?<=, ){_DET}(?:{_NATO})?(?:\S+ 's )?(?:foreign ministers|top diplomats)(?: of the alliance| of ‹party#\d+›)?(?!\S)"
        ),
        MeetingKind.FOREIGN_MINISTERS,
    ),
)


def gatherings(words: Words, people: People) -> None:
    del people
    _elsewhere(words)
    if _GATHERED.match(words.line.text):
        for rule, kind in _WHO_GATHERED:
            found = rule.search(words.line.text)
            if found is not None:
                words.join(*words.line.span(found), Kind.GATHERING, Gathering(kind))
    for rule, kind in _COMPILED:
        while (found := rule.search(words.line.text)) is not None:
            first, last = words.line.span(found)
            if kind is None and words[last].text in {"talks", "council"}:
                break
            place = next(
                (w.thing for w in list(words)[first : last + 1] if _is_place(w.text)), None
            )
            if place is not None:
                # The place of `the Vilnius summit` stays a thing of its own.
                at = next(i for i in range(first, last + 1) if words[i].thing is place)
                first = at + 1
            words.join(first, last, Kind.GATHERING, Gathering(kind))


def _is_place(text: str) -> bool:
    return text.startswith("‹place#")


def _elsewhere(words: Words) -> None:
    """Summits of others, before theirs are taken for the Alliance's."""
    for rule in (_ELSEWHERE_MEETS, _ELSEWHERE):
        _join_elsewhere(words, rule)


def _join_elsewhere(words: Words, rule: re.Pattern[str]) -> None:
    done = 0
    while (found := rule.search(words.line.text, done)) is not None:
        first, last = words.line.span(found)
        named = [each.thing for each in list(words)[first : last + 1] if each.thing is not None]
        codes = {getattr(each.value, "code", "") for each in named}
        if codes and codes != {"EU"}:
            done = found.start() + 1
            continue
        words.join(first, last, Kind.ELSEWHERE, Gathering(None))
        done = 0
