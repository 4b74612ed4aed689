"""Members that say that a commitment does not bind them."""

import re
from collections.abc import Iterator

from data.facts.records import Position
from data.importers.article.findings import StanceFound
from data.importers.article.mood import Mood, mood
from data.importers.article.scenes import Scene
from data.importers.article.stances import stance
from data.importers.article.things import Kind
from data.importers.article.vocabulary.positions import (
    OF_SPENDING,
)
from data.importers.article.vocabulary.reservations import (
    CLAIMS,
    EXEMPT,
)

_OF_ITSELF = re.compile(r"(?:considers|counts|regards|sees|declares) (?:itself|himself|herself)")
_WHICH = re.compile(r"(?P<who>‹party#\d+›) , which (?:\S+ ){0,6}$")
_BEFORE = 80
_BEHIND = 90
"""Characters around the words in which the members and their spending are told."""


def exemptions(scene: Scene) -> Iterator[StanceFound]:
    for match in scene.marked.find(EXEMPT):
        near = scene.text[max(match.start() - _BEFORE, 0) : match.end() + _BEHIND]
        is_own = scene.on_plan and _OF_ITSELF.search(near) is not None
        if not is_own and re.search(OF_SPENDING, near) is None:
            continue
        member = _member(scene, match, near)
        if member is not None and mood(scene.text, match.start()) not in (Mood.HEARSAY, Mood.OPEN):
            yield stance(scene, match, member, Position.CLAIMS_EXEMPTION)


def _member(scene: Scene, match: re.Match[str], near: str) -> str | None:
    """Whoever is said so between commas; whoever says it of itself; else the only member named
    near it, where that is a claim."""
    aside = _WHICH.search(scene.text[: match.start()])
    if aside is not None:
        return scene.member(scene.marked.thing(aside["who"]).value)
    actors = [e for e in scene.marked.things_in(near) if e.kind in (Kind.PARTY, Kind.PERSON)]
    members = {code for each in actors if (code := scene.member(each.value)) is not None}
    spoken = scene.member(scene.speech.actor) if scene.speech is not None else None
    if spoken is not None and (spoken in members or not members):
        return spoken
    is_claim = re.search(CLAIMS, scene.text) is not None
    return members.pop() if len(members) == 1 and is_claim else None
