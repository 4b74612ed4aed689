"""Countries, organisations, places and groups of members in a sentence."""

import re

from data.importers.article import countries
from data.importers.article.people import People
from data.importers.article.things import Group, Kind, Party, Place
from data.importers.article.words import Words

_BEFORE_A_PLACE = frozenset({"in", "at", "near", "outside"})
_BEHIND_A_PLACE = frozenset({"summit", "meeting", "declaration", "communique", "pledge", "gathering",
                             "commitment", "target", "agreement", "talks", "formula"})  # fmt: skip
_AFTER_AN_ADJECTIVE = (
    r"(?:government|cabinet|officials?|authorities|parliament|lawmakers|coalition|administration|"
    r"leadership|delegation|(?:\w+ )?ministry|diplomats?|side|lawmakers|mps|legislature|treasury|ministers|senate|state)"
)
_ALL = re.compile(
    r"(?<!\S)(?:(?:all|its|the|other|fellow|every|each|our|both|of|their) ){0,6}"
    r"(?:3[012] |2[89] |thirty two )?(?:of )?(?:the )?(?:‹party#\d+› |alliance |allied |nato 's |member )*"
    r"(?:allies|ally|member(?: states?| nations?| countries| governments)?|members|nations|countries|states|"
    r"capitals|governments|leaders|heads of state and government|partners)(?!\S)"
    r"|(?<!\S)(?:every|each)(?: single)? (?:one of the 32|(?:‹party#\d+› |alliance |allied )?(?:country|nation|state|ally|member|government))(?!\S)"
)
_SOME = re.compile(
    r"(?<!\S)(?:some|several|other|others|many|most|few|certain|a (?:number|handful|group|few|majority) of|"
    r"half a dozen|at least \w+)(?: (?:other|southern|eastern|western|smaller|european|"
    r"of the|of its|more|unnamed)){0,6}"
    r"(?: (?:‹party#\d+›|alliance|member)){0,6} "
    r"(?:allies|members|member states|member nations|nations|countries|states|capitals|governments|"
    r"delegations|diplomats|ministers)(?!\S)"
)
_EUROPEANS = re.compile(
    r"(?<!\S)(?:the )?(?:european|southern|eastern|western|nordic|baltic|southern european) "
    r"(?:‹party#\d+› )?(?:allies|members|nations|countries|states|leaders|capitals|governments|flank)(?!\S)"
)


def parties(words: Words, people: People) -> None:
    del people
    at = 0
    while at < len(words):
        for length in range(min(countries.longest(), len(words) - at), 0, -1):
            if _put(words, at, length):
                break
        at += 1


def _put(words: Words, at: int, length: int) -> bool:
    part = [words[each] for each in range(at, at + length)]
    if any(each.thing is not None for each in part) or not words.is_capital(at):
        return False
    name = " ".join(each.text for each in part)
    city = countries.CITIES.get(name)
    if city is not None and _is_a_place(words, at, length, name):
        words.join(at, at + length - 1, Kind.PLACE, Place(_as_written(words, at, length), city))
        return True
    code = city if name in countries.CAPITALS else countries.parties().get(name)
    if code is None:
        return False
    last = at + length - 1
    adjective = name in countries.adjectives()
    owned = re.match(
        rf"'s (?:\w+ )?{_AFTER_AN_ADJECTIVE}(?!\S)", " ".join(words.texts[last + 1 : last + 5])
    )
    if (
        not adjective
        and owned is not None
        and not re.search(r"(?:minister|chief|top diplomat)", owned.group())
    ):
        last += len(owned.group().split())
    if adjective:
        office = re.match(
            rf"{_AFTER_AN_ADJECTIVE}(?!\S)", " ".join(words.texts[last + 1 : last + 4])
        )
        if office is not None:
            last += len(office.group().split())
            adjective = False
    words.join(at, last, Kind.PARTY, Party(code, adjective))
    return True


def _as_written(words: Words, at: int, length: int) -> str:
    name = words.original(at, at + length - 1)
    return name[:1].upper() + name[1:]


def _is_a_place(words: Words, at: int, length: int, name: str) -> bool:
    if name not in countries.CAPITALS:
        return True
    texts = words.texts
    before = texts[at - 1] if at else ""
    behind = texts[at + length : at + length + 2]
    if before == "for" and {"planned", "scheduled", "set", "due", "slated"} & set(
        texts[max(at - 3, 0) : at]
    ):
        return True
    near = " ".join(texts[max(at - 3, 0) : at])
    if re.search(r"(?:capital|capital ,|city of|resort of|port of|town of)$", near):
        return True
    if re.match(
        r"(?:will be|is|was|is to be) the (?:venue|site|setting|scene|host)",
        " ".join(texts[at + length : at + length + 5]),
    ):
        return True
    if behind and re.match(
        r"(?:\S+ ){0,3}?(?:host|hosts|hosted|hosting)(?!\S)",
        " ".join(texts[at + length : at + length + 5]),
    ):
        return True
    if before in _BEFORE_A_PLACE or _BEHIND_A_PLACE.intersection(behind[:1]):
        return True
    if behind[:1] == ["‹party"] or (
        before == "to"
        and re.search(
            r"(?:fly|flies|flew|travel\w*|going|go|goes|come|comes|head\w*|return\w*|trip|invit\w+|sent|send)(?: \S+){0,5}? to$",
            " ".join(texts[:at]),
        )
    ):
        return True
    return len(behind) > 1 and behind[0].startswith("‹party#") and behind[1] in _BEHIND_A_PLACE


def groups(words: Words, people: People) -> None:
    """The members together, and some of them."""
    del people
    for kind, rule in ((Kind.SOME, _SOME), (Kind.SOME, _EUROPEANS), (Kind.ALL, _ALL)):
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
