"""Members that are said to be against what the others want."""

from collections.abc import Iterator

from data.facts.records import Position
from data.importers.article.amounts import Share
from data.importers.article.dating import When
from data.importers.article.findings import StanceFound
from data.importers.article.mood import Mood, mood
from data.importers.article.scenes import Scene
from data.importers.article.stances import stance
from data.importers.article.vocabulary.positions import (
    HOLDOUT,
    STILL_BELOW,
)


def holdouts(scene: Scene) -> Iterator[StanceFound]:
    for match in scene.marked.find(HOLDOUT):
        member = scene.member(scene.marked.value(match, "who"))
        how = mood(scene.text, match.start())
        if member is None or how in (Mood.CONDITIONAL, Mood.HEARSAY, Mood.OPEN):
            continue
        made = stance(scene, match, member, Position.OPPOSES)
        made.also = _still_below(scene)
        yield made


def _still_below(scene: Scene) -> str | None:
    """`Expected to meet the current 2 % target only by the end of this year`."""
    found = scene.marked.search(STILL_BELOW)
    if found is None:
        return None
    match scene.marked.value(found, "share"), scene.marked.value(found, "day"):
        case Share(value=share), When(ahead=day):
            return f"expected to reach the present {share} % only by the end of {day}"
        case _:
            return None
