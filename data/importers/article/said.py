from dataclasses import dataclass
from typing import Literal

from data.importers.article.findings import StatementFound
from data.importers.article.scenes import Scene
from data.importers.article.things import Party, Person
from data.importers.proposals import Ground

Sort = Literal["assurance", "estimate", "warning", "expectation", "decision", "count"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who says something; a `party` alone where it is a government or an organisation."""

    party: str
    name: str | None = None
    is_office: bool = False
    """Whether a person speaks of whom only the office is told."""


NATO = Speaker(party="NATO")


def as_speaker(scene: Scene, actor: object) -> Speaker | None:
    """None for whoever speaks neither for a member nor for NATO or the EU."""
    match actor:
        case Person(party=str(party), name=name):
            speaker = Speaker(party=party, name=name, is_office=name is None)
        case Party(code=code):
            speaker = Speaker(party=code)
        case _:
            return None
    return speaker if speaker.party in {*scene.members, "NATO", "EU"} else None


def named_speaker(scene: Scene) -> Speaker | None:
    """Whoever the sentence names as speaking."""
    return as_speaker(scene, scene.speech.actor) if scene.speech is not None else None


def speaker(scene: Scene, place: int) -> Speaker | None:
    """Whoever the sentence names as speaking, or who does what stands at a place in it."""
    if scene.speech is not None:
        return named_speaker(scene)
    subject = scene.subject(place)
    if subject is not None and isinstance(subject.value, Person | Party):
        return as_speaker(scene, subject.value)
    return as_speaker(scene, scene.carried(place))


def said(
    scene: Scene,
    place: tuple[int, int],
    sort: Sort,
    by: Speaker,
    what: str,
    *,
    about: str = "NATO",
) -> StatementFound:
    """A statement, on NATO if nothing else; `place` is where the words that carry it begin and
    end."""
    said_on, is_told = scene.said_on()
    made = StatementFound(
        quotes=[(scene.marked, *scene.marked.quote(*place))],
        kind=sort,
        party=by.party,
        speaker=by.name,
        about=about,
        said_on=said_on,
        what=what,
    )
    made.ground(Ground.NAMED_SPEAKER if by.name else Ground.STATED)
    made.ground(Ground.DAY_RESOLVED if is_told else Ground.DAY_OF_ARTICLE)
    return made
