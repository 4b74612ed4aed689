"""Groups of members by whatever people call them."""

from collections.abc import Iterable, Mapping
from datetime import date

from commands.briefing import Claim, Text
from commands.desk import Desk
from commands.draft import Draft
from commands.wording import Wordbook
from data.errors import QuestionError
from data.facts.records import Group
from data.messages import mark

NAMES: Mapping[str, str] = {
    "baltic": mark("Baltic members"),
    "nordic": mark("Nordic members"),
    "nb8": mark("Nordic-Baltic Eight"),
    "b9": mark("Bucharest Nine"),
    "v4": mark("Visegrad Group"),
    "weimar": mark("Weimar Triangle"),
    "eu": mark("EU members"),
    "g7": mark("G7"),
    "e5": mark("European Group of Five (E5)"),
    "jef": mark("Joint Expeditionary Force"),
    "europe": mark("European members"),
    "non-us": mark("NATO Europe and Canada"),
    "founders": mark("Founding members"),
}
"""In the order in which they are offered, and meant where a word fits several."""

_ALSO: Mapping[str, str] = {
    "baltic": mark("baltics states"),
    "nordic": mark("nordics scandinavia scandinavian"),
    "nb8": mark("nordic baltics"),
    "b9": mark("eastern flank b-9"),
    "v4": mark("visegrad four"),
    "weimar": mark("france germany poland"),
    "eu": mark("european union"),
    "g7": mark("group seven g-7"),
    "e5": mark("big five e-5"),
    "europe": mark("nato europe"),
    "non-us": mark("nato without the united states"),
    "founders": mark("founding original twelve signatories"),
}
"""Other words that they are found by."""

NO_SUCH_GROUP = mark("No group called '{text}'. There are: {known}. Leave it out for all members.")
DID_YOU_MEAN = mark("No group called '{text}'. Did you mean {name}?")
NOT_YET = mark("No source from {day} or before tells of the group {name}; ask as of {known}.")
NONE_YET = mark("No group of members was known on {day}.")

_MOST_ECHOED = 40


def find_group(desk: Desk, text: str, as_of: date) -> Group:
    """The group as it stood on a day. Raises QuestionError, with what would work."""
    ever, known = in_order(desk.knowledge.groups(desk.today)), desk.knowledge.groups(as_of)
    if not ever:
        raise QuestionError(NONE_YET, day=as_of)
    found = _meant(desk, ever, text)
    if found is None:
        near = _book(desk, ever).nearly(text)
        if near:
            name = name_of(desk, ever[near[0]])
            raise QuestionError(DID_YOU_MEAN, text=_short(text), name=name)
        names = ", ".join(name_of(desk, each) for each in ever)
        raise QuestionError(NO_SUCH_GROUP, text=_short(text), known=names)
    then = next((each for each in known if each.group == found.group), None)
    if then is None:
        first = _first_known(desk, found.group)
        name = name_of(desk, found)
        raise QuestionError(NOT_YET, name=name, day=as_of, known=first)
    return then


def in_order(groups: Iterable[Group]) -> list[Group]:
    order = list(NAMES)
    return sorted(
        groups, key=lambda each: order.index(each.group) if each.group in NAMES else len(order)
    )


def name_of(desk: Desk, group: Group) -> str:
    """In the reader's language, where this program has a name of its own for it."""
    known = NAMES.get(group.group)
    return group.name if known is None else desk.voice.text(known)


def named(draft: Draft, group: Group) -> Text | Claim:
    return draft.name(name_of(draft.desk, group), group.cites)


def spellings(desk: Desk, group: Group) -> str:
    """All words that a group is found by."""
    also = _ALSO.get(group.group)
    words = (
        name_of(desk, group),
        group.name,
        NAMES.get(group.group, ""),
        group.group.replace("-", " "),
    )
    return " ".join((*words, desk.voice.typed(also) if also else ""))


def _meant(desk: Desk, groups: list[Group], text: str) -> Group | None:
    typed = text.strip().casefold()
    for each in groups:
        if typed in (each.group, each.name.casefold(), name_of(desk, each).casefold()):
            return each
    book = _book(desk, groups)
    places = book.whole(text) or book.beginning(text)
    return groups[places[0]] if places else None


def _book(desk: Desk, groups: list[Group]) -> Wordbook:
    return Wordbook.of(spellings(desk, each) for each in groups)


def _first_known(desk: Desk, key: str) -> date:
    return min(
        each.known_from
        for each in desk.knowledge.revisions
        if isinstance(each.fact, Group) and each.fact.group == key
    )


def _short(text: str) -> str:
    return text.strip()[:_MOST_ECHOED]
