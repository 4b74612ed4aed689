"""Several members in one text: `Poland, Germany and Spain`, `POL DEU ESP`, `🇵🇱🇩🇪`."""

import re
from collections.abc import Iterable

from commands import suggestions
from commands.desk import Desk
from commands.suggestions import MOST, Suggestion
from data.errors import QuestionError
from data.members import Member
from data.messages import mark
from data.names.spellings import country
from data.names.text import MOST_CHARACTERS, Query

FEWEST, MOST_MEMBERS = 2, 6

ONE_ALONE = mark("{name} alone cannot be compared. Name two to six members, such as {example}.")
NOBODY = mark("Name two to six members, such as {example}.")
TOO_MANY = mark("These are {count} members; at most {most} fit side by side. Leave some out.")
TWICE = mark("{name} is named twice. Name each member once.")
TOO_LONG = mark("What you wrote is too long. Name two to six members, such as {example}.")

_EXAMPLE = mark("Poland, Germany, Spain")
_LONGEST = 300
_LONGEST_NAME, _MOST_WORDS = 9, 40
"""Words of a name, and of all names without borders."""
_MOST_SHOWN = 100

_BORDER = re.compile(r"[,;/&+|·、，；\n]|\s[-–—]\s")
_FLAG = re.compile("([\U0001f1e6-\U0001f1ff]{2}|:flag_[a-z]{2}:)")
_BETWEEN = frozenset({
    "and", "or", "vs", "versus", "v", "against", "with",
    "und", "oder", "gegen", "et", "ou", "contre", "y", "e", "o", "u", "contra", "ed", "contro",
    "en", "of", "tegen", "i", "oraz", "lub", "ve", "veya", "og", "och", "ja", "a", "és", "și",
    "και", "ή", "та", "і", "й", "або", "и", "или",
})  # fmt: skip
"""What people write between two names, in the languages of members."""


def find_members(desk: Desk, text: str) -> tuple[Member, ...]:
    """Two to six, each once, in the order in which they were named. Raises QuestionError."""
    example = desk.voice.text(_EXAMPLE)
    if len(text) > _LONGEST:
        raise QuestionError(TOO_LONG, example=example)
    found = [member for part in _parts(text) for member in _read(desk, part)]
    for at, member in enumerate(found):
        if member in found[:at]:
            raise QuestionError(TWICE, name=desk.party_name(member.id, "start"))
    if not found:
        raise QuestionError(NOBODY, example=example)
    if len(found) < FEWEST:
        raise QuestionError(ONE_ALONE, name=desk.party_name(found[0].id, "start"), example=example)
    if len(found) > MOST_MEMBERS:
        raise QuestionError(TOO_MANY, count=len(found), most=MOST_MEMBERS)
    return tuple(found)


def offered(desk: Desk, typed: str) -> list[Suggestion]:
    """Completes the last name of a list; the others stay as they were meant."""
    if len(typed) > _LONGEST:
        return []
    before, last = _last(desk, typed)
    if before is None:
        return []
    known = {each.id for each in before}
    whole = [_listed(desk, before)] if not last and len(before) >= FEWEST else []
    if len(before) >= MOST_MEMBERS:
        return whole if not last else []
    found = desk.members.suggest(last, limit=MOST, locale=desk.locale)
    new = (_listed(desk, [*before, each]) for each in found if each.id not in known)
    return [*whole, *(each for each in new if len(each.name) <= _MOST_SHOWN)][:MOST]


def _listed(desk: Desk, members: Iterable[Member]) -> Suggestion:
    listed = list(members)
    names = ", ".join(desk.party_name(each.id) for each in listed)
    codes = ", ".join(each.id for each in listed)
    return Suggestion(suggestions.shown(names), codes, names)


def _last(desk: Desk, typed: str) -> tuple[list[Member] | None, str]:
    """The members that are written out, and the beginning of a further one."""
    parts = _parts(typed, keep_empty=True)
    try:
        before = [member for part in parts[:-1] for member in _read(desk, part)]
    except QuestionError:
        return None, ""
    words = parts[-1].split()
    for size in range(len(words), -1, -1):
        named = _segmented(desk, words[:size])
        if named is not None:
            rest = " ".join(each for each in words[size:] if each.casefold() not in _BETWEEN)
            members = [desk.members.members.get(each) for each in named]
            if None not in members:
                return [*before, *(each for each in members if each is not None)], rest
    return before, parts[-1].strip()


def _parts(text: str, *, keep_empty: bool = False) -> list[str]:
    parts = _BORDER.split(_FLAG.sub(r" \1 ", text))
    return parts if keep_empty else [part for part in parts if part.strip()]


def _read(desk: Desk, part: str) -> list[Member]:
    """The members in a text without borders. Raises QuestionError for what is none."""
    words = part.split()
    named = _segmented(desk, words)
    if named is None:
        return [desk.member(_unknown(desk, words))]
    outside = [each for each in named if each not in desk.members.members]
    if outside:
        return [desk.member(outside[0])]
    return [desk.members.members[each] for each in named]


def _segmented(desk: Desk, words: list[str], *, inside: bool = False) -> list[str] | None:
    """The countries, by their alpha-2 codes, that the words name one after another; None where
    some of them name nothing. A longer name goes before a shorter one, and `inside` of a list a
    word between names before a code that is spelt like it, such as ET."""
    if not words:
        return []
    if len(words) > _MOST_WORDS:
        return None
    if inside and words[0].casefold().strip(".") in _BETWEEN:
        return _segmented(desk, words[1:])
    for size in range(min(len(words), _LONGEST_NAME), 0, -1):
        meant = _country(desk, " ".join(words[:size]))
        if meant is not None:
            rest = _segmented(desk, words[size:], inside=True)
            if rest is not None:
                return [meant, *rest]
    return None


def _unknown(desk: Desk, words: list[str]) -> str:
    """What is left once the names at the beginning and the words between names are taken away."""
    for size in range(len(words) - 1, 0, -1):
        if _segmented(desk, words[:size]) is not None:
            words = words[size:]
            break
    for at in range(1, len(words)):
        if words[at].casefold() in _BETWEEN or _segmented(desk, words[at:]) is not None:
            return " ".join(words[:at])
    return " ".join(words)


def _country(desk: Desk, text: str) -> str | None:
    if len(text) > MOST_CHARACTERS:
        return None
    return country(Query.of(text), desk.locale)
