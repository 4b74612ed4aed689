"""Where members stand on a commitment."""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.facts.records import Position
from data.importers.article.exemptions import exemptions
from data.importers.article.findings import StanceFound
from data.importers.article.holdouts import holdouts
from data.importers.article.lines import pattern
from data.importers.article.mood import Mood, mood
from data.importers.article.requests import requests
from data.importers.article.scenes import Scene
from data.importers.article.stances import is_of_a_few, stance, stances
from data.importers.article.subjects import subjects
from data.importers.article.things import Kind, Party
from data.importers.article.vocabulary import positions as words
from data.importers.article.vocabulary import reservations
from data.importers.article.vocabulary.gaps import few
from data.importers.article.vocabulary.requests import ASK

_MEANT = (Mood.STATED, Mood.EXPECTED)
_RUMOUR = re.compile("rumou?r|speculat|gossip|ready to|about to|close to")
_OF_SPENDING = re.compile(words.OF_SPENDING)
_NOT_ABOUT = pattern(words.NOT_ABOUT)
_GOAL = re.compile(r" (?:guideline|target|goal|benchmark|mark|threshold)(?!\S)")
_NEXT_WHO = re.compile(r" (?:and|but|while|whereas) ‹(?:party|person)#")
_OWN = re.compile(rf" {reservations.OWN}(?!\S)")
_COMING = pattern(reservations.COMING)
_CAN = re.compile(r"(?:can|could|would|may) $")
_FIRST_CONDITION = pattern("(?:provided|as long as|so long as|on condition|if)")
_CONDITION = pattern(reservations.CONDITION)
_EXPECTS = pattern(reservations.EXPECTS)
_FLEXIBILITY = f"{ASK}{few(4)} {reservations.FLEXIBILITY}"


def positions(scene: Scene) -> Iterator[StanceFound]:
    """A position of each member in a sentence, at most one for each."""
    found: dict[str, StanceFound] = {}
    for read in _READERS:
        for each in read(scene):
            found.setdefault(each.member, each)
    if found:
        first = replace(next(iter(found.values())), speaker=None, role=None)
        for member in _likewise(scene):
            found.setdefault(member, replace(first, member=member))
    yield from found.values()


def _likewise(scene: Scene) -> Iterator[str]:
    """`And so has Portugal`."""
    for match in scene.marked.find(words.SO_HAS):
        who = scene.marked.value(match, "who") or scene.marked.value(match, "who2")
        member = scene.member(who)
        if member is not None:
            yield member


def _undeclared(scene: Scene) -> Iterator[StanceFound]:
    for match in scene.marked.find(reservations.UNDECLARED):
        if not (scene.on_plan or _OF_SPENDING.search(scene.text)):
            continue
        if not _COMING.search(scene.text, match.start()):
            yield from stances(scene, match, Position.UNDECLARED)


def _opposing(scene: Scene) -> Iterator[StanceFound]:
    for match in scene.marked.find(words.OPPOSE + words.ON_PLAN):
        if _is_about_spending(scene, match) and _is_meant(scene, match):
            yield from stances(scene, match, Position.OPPOSES)


def _supporting(scene: Scene) -> Iterator[StanceFound]:
    for match in scene.marked.find(words.SUPPORT + words.ON_PLAN):
        if _is_a_number(match):
            continue
        if _is_about_spending(scene, match) and _is_support(scene, match):
            yield from stances(scene, match, _on_terms(scene, match, Position.SUPPORTS))


def _is_a_number(match: re.Match[str]) -> bool:
    """`Committed to 2 %` is a pledge."""
    is_share = (match["plan"] or "").startswith("‹share")
    is_goal = _GOAL.match(match.string, match.end()) is not None
    return is_share and not is_goal and "committed to" in match.group()


def _is_support(scene: Scene, match: re.Match[str]) -> bool:
    """Support that is meant, or that there can be on terms."""
    how = mood(scene.text, match.start())
    return _is_meant(scene, match) or (
        how is Mood.CONDITIONAL
        and _has_terms(scene, match)
        and _CAN.search(scene.text[: match.start()]) is not None
    )


def _is_meant(scene: Scene, match: re.Match[str]) -> bool:
    """What is only said of where a member stands is so reported; a rumour that it may move is
    nothing."""
    how = mood(scene.text, match.start())
    is_told = how is Mood.HEARSAY and _RUMOUR.search(scene.text) is None
    return is_told or how in _MEANT


def _is_about_spending(scene: Scene, match: re.Match[str]) -> bool:
    said, plan = match.group(), match["plan"]
    if _NOT_ABOUT.search(said) or _OWN.match(scene.text, match.end()):
        return False
    if plan is None or plan in ("it", "that"):
        return scene.on_plan
    if plan not in words.VAGUE or (scene.on_plan and plan in words.VAGUE_BUT_KNOWN):
        return True
    has_share = any(each.kind is Kind.SHARE for each in scene.marked.things_in(scene.text))
    return has_share or _OF_SPENDING.search(said.replace(plan, "")) is not None


def _on_terms(scene: Scene, match: re.Match[str], position: Position) -> Position:
    if position is Position.SUPPORTS and _has_terms(scene, match):
        return Position.SUPPORTS_WITH_CONDITIONS
    return position


def _has_terms(scene: Scene, match: re.Match[str]) -> bool:
    rest = _NEXT_WHO.split(scene.text[match.end() :])[0]
    return (
        _FIRST_CONDITION.match(scene.text) is not None
        or _CONDITION.search(rest) is not None
        or _EXPECTS.search(rest) is not None
    )


def _bare(scene: Scene) -> Iterator[StanceFound]:
    for rule, position in words.BARE if scene.on_plan else ():
        for match in _meant(scene, rule):
            yield from stances(scene, match, position)


def _given(scene: Scene) -> Iterator[StanceFound]:
    for rule, position in words.GIVEN:
        for match in _meant(scene, rule):
            yield from stances(scene, match, _on_terms(scene, match, position))


def _meant(scene: Scene, rule: str) -> Iterator[re.Match[str]]:
    for match in scene.marked.find(rule):
        if _is_meant(scene, match):
            yield match


def _backed(scene: Scene) -> Iterator[StanceFound]:
    """`The plan has our backing`."""
    backed = scene.marked.search(words.HAS_BACKING)
    if backed is not None and scene.speech is not None:
        yield from _of(scene, backed, scene.speech.actor, Position.SUPPORTS)


def _named(scene: Scene) -> Iterator[StanceFound]:
    for rule, position in words.NAMED:
        for match in _meant(scene, rule):
            who = scene.marked.value(match, "who")
            is_adjective = isinstance(who, Party) and who.adjective
            if not is_adjective and not is_of_a_few(match.group()):
                yield from _of(scene, match, who, position)


def _of(
    scene: Scene, match: re.Match[str], actor: object, position: Position
) -> Iterator[StanceFound]:
    member = scene.member(actor)
    if member is not None:
        yield stance(scene, match, member, position, actor)


def _flexible(scene: Scene) -> Iterator[StanceFound]:
    """Leeway that is asked for, by who asks for nothing nearer."""
    asking = {each for made in requests(scene) for each in made.members}
    for match in scene.marked.find(_FLEXIBILITY):
        actors = subjects(scene, match.start())
        if not asking.isdisjoint(map(scene.member, actors)):
            continue
        if mood(scene.text, match.start()) in (*_MEANT, Mood.HEARSAY):
            yield from stances(scene, match, Position.SEEKS_FLEXIBILITY)


_READERS = (
    exemptions,
    holdouts,
    _undeclared,
    _opposing,
    _supporting,
    _bare,
    _given,
    _backed,
    _named,
    _flexible,
)
"""In this order: the first that finds a position of a member is right."""
