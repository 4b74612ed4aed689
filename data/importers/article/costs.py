"""What a member, or the Alliance, says that something for its defence will cost."""

import re

from data.importers.article.amounts import Money
from data.importers.article.findings import StatementFound
from data.importers.article.mood import Mood, mood
from data.importers.article.said import Speaker, as_speaker, named_speaker, said
from data.importers.article.scenes import Scene
from data.importers.article.sums import Sum
from data.importers.article.things import Party, Place
from data.importers.article.vocabulary.costs import (
    COSTS_MONEY,
    ESTIMATE_BY,
    HOUSE_ESTIMATES,
    PUTS_COST,
)
from data.importers.article.wording import spent

_COSTS = (COSTS_MONEY, *PUTS_COST)
_NOT_SO = (Mood.NEGATED, Mood.CONDITIONAL, Mood.HEARSAY)
_PARTIES = re.compile(r"‹(?:party|place)#\d+›")


def cost_of_a_member(scene: Scene) -> StatementFound | None:
    """`Replacing the shells will cost 12 billion kroner , the defence ministry estimates`."""
    found = next((each for rule in _COSTS if (each := scene.marked.search(rule))), None)
    if found is None or mood(scene.text, found.start()) in _NOT_SO:
        return None
    by = _by(scene)
    value = scene.marked.value(found, "sum")
    if by is None or not isinstance(value, Money):
        return None
    currency = Sum(money=value).currency(by.party)
    if currency is None:
        return None
    what = f"put the cost of something for defence at {spent(None, value.amount, currency)}"
    about = by.party if by.party != "EU" else "NATO"
    return said(scene, found.span(), "estimate", by, what, about=about)


def _by(scene: Scene) -> Speaker | None:
    """Whoever says so, or whose ministry estimates it."""
    house = scene.marked.search(HOUSE_ESTIMATES) or scene.marked.search(ESTIMATE_BY)
    named = named_speaker(scene)
    if house is None:
        return None if named is None or named.is_office else named
    found = _house(scene, house)
    if found is None or named is None or named.name is None:
        return found
    return named if named.party == found.party else found


def _house(scene: Scene, house: re.Match[str]) -> Speaker | None:
    """The member whose ministry or staff it is: told with it, or the only one that the sentence
    names, or the one spoken of before."""
    own = [scene.marked.thing(tag).value for tag in _PARTIES.findall(house.group())]
    named = [scene.marked.thing(tag).value for tag in _PARTIES.findall(scene.text)]
    codes = {code for value in own or named if (code := _code(value)) in scene.members}
    if len(codes) == 1:
        return Speaker(party=codes.pop())
    if codes or own:
        return next((as_speaker(scene, each) for each in own), None)
    before = next((each for each in reversed(scene.before) if scene.member(each)), None)
    member = scene.member(before)
    return Speaker(party=member) if member is not None else None


def _code(value: object) -> str:
    match value:
        case Party(code=code) | Place(country=str(code)):
            return code
        case _:
            return ""
