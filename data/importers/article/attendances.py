"""Who comes to a meeting and who does not: a country's coming says nothing of its president."""

import re
from collections.abc import Iterator

from data.facts.records import Presence
from data.importers.article.findings import AttendanceFound
from data.importers.article.lines import pattern
from data.importers.article.meet import Meet
from data.importers.article.meets import Meets
from data.importers.article.mood import Mood, mood
from data.importers.article.presences import MORE, RULES
from data.importers.article.scenes import Scene
from data.importers.article.things import Kind, Party, Person, Thing
from data.importers.article.vocabulary.attendances import (
    ABOUT_A_MEETING,
    ATTENDANCE,
    COMING,
    SPEAKERS_OF,
)
from data.importers.proposals import Ground

_REPRESENTED = re.compile(r"(‹party#\d+›) (?:\S+ ){1,3}?represented by (?:its )?‹person")
_WITH_IT = re.compile(
    r"(‹(?:person|party)#\d+›)(?: ,)?(?: (?:and|as well as))? (?:(?:both|the) )?$"
)
_OF = re.compile(rf"{SPEAKERS_OF} of")
_OWNED = re.compile(rf" 's?(?! {ATTENDANCE})(?!\S)")
_MEETING = re.compile(ABOUT_A_MEETING)
_COMING = re.compile(COMING)
_SENT_BY = frozenset({
    "delegation", "delegations", "seat", "chair", "colleagues", "counterparts", "ministers",
    "partners", "leaders", "representatives",
})  # fmt: skip
_IF = pattern("(?:only )?if|unless|provided|on condition")
_OLD = 366
"""Days after which it is no news who came."""
_IS_SO = (Mood.STATED, Mood.EXPECTED)


def attendances(scene: Scene, meets: Meets) -> Iterator[AttendanceFound]:
    """A country represented by somebody is not told apart from whoever represents it."""
    taken = {scene.marked.thing(each[1]) for each in _REPRESENTED.finditer(scene.text)}
    for found, status in _matches(scene):
        meet = _meet(scene, meets, found)
        if meet is None or _is_old(scene, meet) or not _is_meant(scene, found, status):
            continue
        new = [each for each in _who(scene, found) if each not in taken]
        taken.update(new)
        for thing in new:
            yield from _attendance(scene, meet, thing, status, found)


def _is_old(scene: Scene, meet: Meet) -> bool:
    last = meet.ends or meet.starts
    return last is not None and (scene.published - last.last).days >= _OLD


def _matches(scene: Scene) -> Iterator[tuple[re.Match[str], Presence]]:
    for rule, status in RULES:
        for found in scene.marked.find(rule):
            yield found, status


def _who(scene: Scene, found: re.Match[str]) -> list[Thing]:
    """Who is named, with those named together with it: `A and B both attended`."""
    if found["who"] is None:
        return _meant(scene, found.start("pro"))
    before, behind = scene.text[: found.start("who")], scene.text[found.end("who") :]
    if _is_complement(before) or _OWNED.match(behind):
        return []
    every = [
        scene.marked.thing(found["who"]),
        *_named_before(scene, before),
        *scene.marked.things_in(_listed(scene.text, found)),
    ]
    return [each for each in every if isinstance(each.value, Person | Party)]


def _meant(scene: Scene, place: int) -> list[Thing]:
    """Whom `he` or `she` stands for; the sentence has no words of its own for that person."""
    person = scene.person_meant(place)
    return [Thing(Kind.PERSON, -1, -1, person)] if person is not None else []


def _is_complement(before: str) -> bool:
    """`The airport of Madrid` and `talks with Spain` name nobody who comes."""
    ahead = before.split()[-1:]
    if ahead in (["of"], ["from"]) and before.split()[-2:-1] and before.split()[-2] in _SENT_BY:
        return False
    if ahead == ["of"]:
        return _OF.search(before) is None
    return ahead in (["from"], ["with"], ["against"], ["for"])


def _named_before(scene: Scene, before: str) -> Iterator[Thing]:
    while (more := _WITH_IT.search(before)) is not None:
        yield scene.marked.thing(more[1])
        before = before[: more.start()]


def _listed(text: str, found: re.Match[str]) -> str:
    """Those behind: within the words of the rule, or after them where it ends with a name."""
    listed = found.groupdict().get("more")
    if listed is None and found.end("who") == found.end():
        more = re.compile(MORE).match(text, found.end())
        listed = more.group() if more is not None else None
    return listed or ""


def _attendance(
    scene: Scene, meet: Meet, thing: Thing, status: Presence, found: re.Match[str]
) -> Iterator[AttendanceFound]:
    home = scene.code(scene.marked.value(found, "home"))
    comes = _party_and_person(thing, home)
    if comes is None:
        return
    party, person = comes
    if meet.cancelled and person is None:
        return  # Who withdrew from a meeting that is off is why it is.
    made = AttendanceFound(
        quotes=[(scene.marked, *scene.marked.quote(found.start(), found.end()))],
        meet=meet,
        party=party,
        person=person.name if person is not None else None,
        role=person.role if person is not None else None,
        status=status,
    )
    made.ground(Ground.EXPECTATION if status is Presence.EXPECTED else Ground.STATED)
    yield made


def _party_and_person(thing: Thing, home: str | None) -> tuple[str, Person | None] | None:
    """`home` is the country that the text says a person represents."""
    match thing.value:
        case Party(code=code, adjective=False) if code != "NATO":
            return code, None
        case Person(name=str(), former=False) as person:
            party = home or person.party
            return (party, person) if party is not None else None
        case _:
            return None


def _is_meant(scene: Scene, found: re.Match[str], status: Presence) -> bool:
    how, inside = mood(scene.text, found.start()), mood(scene.text, found.end())
    match status:
        case Presence.UNDECIDED:
            return not scene.text.rstrip(' "').endswith("?")
        case Presence.DECLINED | Presence.ABSENT:
            return how in (*_IS_SO, Mood.NEGATED)
        case Presence.EXPECTED:
            return how in _IS_SO and inside in (*_IS_SO, Mood.OPEN)
        case _:
            is_on_terms = status is Presence.CONFIRMED and _IF.search(scene.text, found.end())
            return how in _IS_SO and inside in _IS_SO and not is_on_terms


def _meet(scene: Scene, meets: Meets, found: re.Match[str]) -> Meet | None:
    """The meeting of the sentence, the nearest behind; else the one spoken of before."""
    if "‹elsewhere#" in scene.text[found.start() :]:
        return None
    named = _named_meet(scene, found.start())
    if named is not None:
        return meets.of(scene.marked, named)
    newest = meets.newest() or meets.only()
    if newest is None or newest.kind is None:
        return None
    is_of_it = meets.is_near(scene.marked) or _MEETING.search(scene.text)
    return newest if is_of_it or _COMING.search(found.group()) else None


def _named_meet(scene: Scene, place: int) -> Thing | None:
    tags = list(re.finditer(r"‹gathering#\d+›", scene.text))
    behind = (each for each in tags if each.start() >= place)
    nearest = next(behind, tags[-1] if tags else None)
    return scene.marked.thing(nearest.group()) if nearest is not None else None
