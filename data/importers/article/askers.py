"""Who demands something of all members, proposes it to them or agrees on it, and since when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.dates import PartialDate
from data.importers.article.asker_rules import RULES
from data.importers.article.dating import When
from data.importers.article.lines import pattern
from data.importers.article.mood import Mood, mood
from data.importers.article.scenes import Scene
from data.importers.article.things import Party, Person
from data.importers.article.vocabulary.commitments import LONG_PAST, UNSURE
from data.rules.commitments import Status

_NEAR, _BESIDE = 60, 30
"""Characters between the asking and a day told with it, or with what is long past."""
_LONG_AGO = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Sentences that go on speak of the same. `told` is whether the text tells the day; the last
    two are where the sentence stands."""

    status: Status
    party: str
    person: str | None = None
    role: str | None = None
    on: PartialDate
    told: bool
    paragraph: int
    number: int
    by: int | None = None
    """The year by which the first clause is to be met."""


def asker_of(scene: Scene) -> Asker | None:
    """None as well where it is denied, only rumoured or long past."""
    matches = ((match, status) for rule, status in RULES for match in scene.marked.find(rule))
    made = (_named(scene, match, status) for match, status in matches if _is_so(scene.text, match))
    return next((each for each in made if each is not None), None)


def _is_so(text: str, match: re.Match[str]) -> bool:
    return (
        mood(text, match.start()) not in (Mood.NEGATED, Mood.CONDITIONAL, Mood.HEARSAY)
        and mood(text, match.end()) not in (Mood.NEGATED, Mood.HEARSAY)
        and pattern(UNSURE).search(match.group()) is None
    )


def _named(scene: Scene, match: re.Match[str], status: Status) -> Asker | None:
    day = _day(scene, match)
    if day is None:
        return None
    on, told = day
    if status is Status.AGREED:
        named = _agreed_by(scene, match)
    else:
        named = _asked_by(scene, _who(scene, match, status))
    if named is None:
        return None
    party, person, role = named
    sentence = scene.marked.sentence
    return Asker(
        status=status,
        party=party,
        person=person,
        role=role,
        on=on,
        told=told,
        paragraph=sentence.paragraph,
        number=sentence.number,
    )


_Named = tuple[str, str | None, str | None]
"""A party, the person who speaks for it, and the office of that person."""


def _agreed_by(scene: Scene, match: re.Match[str]) -> _Named | None:
    party = scene.marked.value(match, "all")
    is_other = isinstance(party, Party) and party.code != "NATO"
    return None if is_other else ("NATO", None, None)


def _who(scene: Scene, match: re.Match[str], status: Status) -> object:
    """`All allies must spend 5 %` is a demand of whoever says so."""
    who = scene.marked.value(match, "who")
    if who is None and match.groupdict().get("pro"):
        return scene.person_meant(match.start())
    nearest = scene.subject(match.end()) if who is not None else None
    if nearest is not None and isinstance(nearest.value, Person):
        place = scene.text.find("‹person#", match.start("who") + 1, match.end())
        return nearest.value if place > 0 else who
    if who is None and status is Status.DEMANDED and scene.speech is not None:
        return scene.speech.actor
    return who


def _asked_by(scene: Scene, who: object) -> _Named | None:
    match who:
        case Person(party=str(party), former=False):
            return party, who.name, who.role
        case Party(code=code, adjective=False) if code == "NATO" or code in scene.members:
            return code, None, None
        case _:
            return None


def _day(scene: Scene, match: re.Match[str]) -> tuple[PartialDate, bool] | None:
    """When it was asked or agreed, and whether the text tells it; None for what is long past."""
    for place, when in _days(scene):
        if _is_of_years_before(scene, when) and place < match.end() + _BESIDE:
            return None
        if when.behind.last > scene.published:
            continue
        if _is_a_day(when) and abs(place - match.start()) < _NEAR:
            return None if _is_old(scene, when) else (when.behind, True)
        if _is_a_month(when):
            return None if _is_old(scene, when) else (when.behind, True)
    if pattern(LONG_PAST).search(scene.text[: match.end()]):
        return None
    return PartialDate.of(scene.published), False


def _is_old(scene: Scene, when: When) -> bool:
    return (scene.published - when.behind.last).days > _LONG_AGO


def _days(scene: Scene) -> Iterator[tuple[int, When]]:
    for each in re.finditer(r"‹day#\d+›", scene.text):
        value = scene.marked.thing(each.group()).value
        if isinstance(value, When):
            yield each.start(), value


def _is_of_years_before(scene: Scene, when: When) -> bool:
    """`In 2014`."""
    is_year = when.written and when.behind.month is None and when.word in {"in", "at", "back", ""}
    return is_year and when.behind.year < scene.published.year - 1


def _is_a_day(when: When) -> bool:
    return when.behind.day is not None and when.word in {"on", ""}


def _is_a_month(when: When) -> bool:
    is_month = when.behind.month is not None and when.behind.day is None
    return is_month and when.word in {"in", "last", ""}
