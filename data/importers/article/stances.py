"""A position as it is found: whose it is, and who told it."""

import re
from collections.abc import Iterator

from data.facts.records import Position
from data.importers.article.findings import StanceFound
from data.importers.article.lines import pattern
from data.importers.article.mood import Mood, clause_before, mood
from data.importers.article.scenes import Scene
from data.importers.article.subjects import subjects
from data.importers.article.things import Person
from data.importers.article.vocabulary.reservations import (
    OF_A_FEW,
)
from data.importers.proposals import Ground

_NEAR = 80
"""Characters of a quote before its verb, at most."""


def stances(scene: Scene, match: re.Match[str], position: Position) -> Iterator[StanceFound]:
    """The position of whoever does what the verb says."""
    if is_of_a_few(clause_before(scene.text, match.start())):
        return
    for actor in subjects(scene, match.start()):
        member = scene.member(actor)
        if member is not None:
            yield stance(scene, match, member, position, actor)


def stance(
    scene: Scene, match: re.Match[str], member: str, position: Position, actor: object = None
) -> StanceFound:
    """`actor` is who takes the position, where that is told."""
    is_hearsay = mood(scene.text, match.start()) is Mood.HEARSAY
    name, role = (None, None) if is_hearsay else _speaker(scene, member, actor)
    said_on, is_told = scene.said_on()
    made = StanceFound(
        quotes=[(scene.marked, *scene.marked.quote(_start(scene, match), match.end()))],
        member=member,
        position=position,
        speaker=name,
        role=role,
        reported=name is None,
        said_on=said_on,
    )
    made.ground(Ground.NAMED_SPEAKER if name else Ground.REPORTED)
    if is_hearsay:
        made.ground(Ground.HEARSAY)
    made.ground(Ground.DAY_RESOLVED if is_told else Ground.DAY_OF_ARTICLE)
    return made


def is_of_a_few(text: str) -> bool:
    """Whether the words are of somebody who does not speak for a member."""
    return pattern(OF_A_FEW).search(text) is not None


def _start(scene: Scene, match: re.Match[str]) -> int:
    """Where the words begin, with whoever they are of where that is near."""
    actor = scene.text.rfind("‹", 0, match.start())
    return actor if actor >= 0 and match.start() - actor < _NEAR else match.start()


def _speaker(scene: Scene, member: str, actor: object) -> tuple[str | None, str | None]:
    """The name and office of who takes the position, or else of who tells of it for the member."""
    if isinstance(actor, Person) and actor.name is not None:
        return actor.name, actor.role
    speech = scene.speech
    if speech is not None and speech.name and speech.party in (None, member):
        return speech.name, speech.role
    named = [each for each in scene.actors() if isinstance(each, Person)]
    own = [each for each in named if each.party == member and each.name and each.role]
    if speech is None and len(own) == 1 and not own[0].former:
        return own[0].name, own[0].role
    return None, actor.role if isinstance(actor, Person) else None
