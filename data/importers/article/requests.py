"""Which changes to a commitment members ask for."""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.importers.article.dating import When
from data.importers.article.findings import Change, Quote, RequestFound
from data.importers.article.lines import pattern
from data.importers.article.mood import Mood, mood
from data.importers.article.scenes import Scene
from data.importers.article.subjects import subjects
from data.importers.article.things import Group, Thing
from data.importers.article.vocabulary import requests as words
from data.importers.article.vocabulary.positions import (
    OF_SPENDING,
)
from data.importers.proposals import Ground

_CHANGES: tuple[tuple[re.Pattern[str], Change], ...] = tuple(
    (re.compile(rf"(?<!\S)(?:{rule})"), change) for rule, change in words.CHANGES
)
_TOLD_FIRST = tuple(re.compile(rule) for rule in words.TOLD_FIRST)
_OTHERS_ASK = pattern(words.OTHERS_ASK)
_WANTED_DAY = (
    re.compile(r"(?<!\S)(?P<day>‹day#\d+›)(?= instead| rather| as the| ?$| [,.])"),
    re.compile(r"to (?P<day>‹day#\d+›)"),
)
_PREFERRED_DAY = re.compile(r"prefer(?:s|red)? (?:at least )?‹day#\d+› to ‹day")
_OF_SPENDING = re.compile(OF_SPENDING)
_OF_TIME = re.compile(words.OF_TIME)
_OTHERS = ("some", "others", "several")
_OTHERS_FIRST = re.compile(r"(?:(?:and|,) )?(?:some|others|several)(?!\S)")
_NOT_ASKED = (Mood.NEGATED, Mood.CONDITIONAL)
_TOGETHER = pattern("the (?:trio|pair|two|three)|they|both")
"""Whom the sentence before named together."""
_NEAR = 4
"""Words between unnamed members and what they ask for."""


def requests(scene: Scene) -> Iterator[RequestFound]:
    """What of a proposal is asked to be changed, by whom; unnamed members stay unnamed."""
    found: dict[tuple[str, ...], RequestFound] = {}
    for made in (*_told_first(scene), *_asked(scene)):
        before = found.get(made.members)
        found[made.members] = made if before is None else _merged(before, made)
    yield from found.values()


def _merged(one: RequestFound, other: RequestFound) -> RequestFound:
    changes = tuple(dict.fromkeys((*one.changes, *other.changes)))
    return replace(one, changes=changes, year=one.year or other.year)


def _told_first(scene: Scene) -> Iterator[RequestFound]:
    asked = next((e for rule in _TOLD_FIRST if (e := rule.search(scene.text))), None)
    if asked is None or mood(scene.text, asked.start("by")) in _NOT_ASKED:
        return
    changes = _changes(asked["what"])
    if changes:
        by = [each.value for each in scene.marked.things_in(asked["by"])]
        members = [member for each in by if (member := scene.member(each)) is not None]
        quote = (scene.marked, *scene.marked.quote(asked.start(), asked.end()))
        if members or _TOLD_FIRST[0] is asked.re:
            yield _request(quote, changes, members, _year(scene, asked["what"]))


def _asked(scene: Scene) -> Iterator[RequestFound]:
    is_on_plan = scene.on_plan or _PREFERRED_DAY.search(scene.text) is not None
    if not is_on_plan and _OF_SPENDING.search(scene.text) is None:
        return
    for asked in scene.marked.find(words.ASK):
        how, said = mood(scene.text, asked.start()), _said(scene, asked)
        changes, members = _sure_changes(said), _askers(scene, asked)
        if how in _NOT_ASKED or not changes or members is None:
            continue
        end = asked.start() + len(said.rstrip(" ."))
        quote = (scene.marked, *scene.marked.quote(asked.start(), end))
        made = _request(quote, changes, members, _year(scene, said))
        if how is Mood.HEARSAY:
            made.ground(Ground.HEARSAY)
        yield made


def _request(
    quote: Quote, changes: tuple[Change, ...], members: list[str], year: int | None
) -> RequestFound:
    made = RequestFound(
        quotes=[quote], changes=changes, members=tuple(sorted(set(members))), year=year
    )
    made.ground(Ground.STATED if members else Ground.NOBODY_NAMED)
    return made


def _said(scene: Scene, asked: re.Match[str]) -> str:
    """What is asked for, up to where others are said to ask for something."""
    stop = _OTHERS_ASK.search(scene.text, asked.start() + 1)
    return scene.text[asked.start() : stop.start() - 1 if stop is not None else None]


def _changes(said: str) -> tuple[Change, ...]:
    return tuple(change for rule, change in _CHANGES if rule.search(said))


def _sure_changes(said: str) -> tuple[Change, ...]:
    """A year beside another change is only its date where no time is spoken of."""
    changes = list(_changes(said))
    if len(changes) > 1 and "later_year" in changes and not _OF_TIME.search(said):
        changes.remove("later_year")
    return tuple(changes)


def _askers(scene: Scene, asked: re.Match[str]) -> list[str] | None:
    """The members that ask; empty where they are not named, None where nobody is spoken of."""
    named = [each.value for each in scene.marked.things_in(asked.group())]
    actors = named or subjects(scene, asked.start())
    members = [code for each in actors if (code := scene.member(each)) is not None]
    if _TOGETHER.match(scene.text) and not named:
        before = [code for each in scene.before if (code := scene.member(each)) is not None]
        members = list(dict.fromkeys(before)) if len(set(before)) > 1 else members
    if members or any(isinstance(each, Group) for each in actors):
        return members
    near = scene.text[: asked.start()].split()[-_NEAR:]
    return [] if _OTHERS_FIRST.match(scene.text) or set(near) & set(_OTHERS) else None


def _year(scene: Scene, said: str) -> int | None:
    """The year that is asked for; None where it is not told or the text only lets it be worked
    out."""
    wanted = _wanted_day(scene, said)
    match wanted.value if wanted is not None else None:
        case When(written=True, ahead=ahead) if ahead.month is None:
            return ahead.year
        case _:
            return None


def _wanted_day(scene: Scene, said: str) -> Thing | None:
    days = re.findall(r"‹day#\d+›", said)
    if not days:
        return None
    if _PREFERRED_DAY.search(said):
        return scene.marked.thing(days[0])
    wanted = (each["day"] for rule in _WANTED_DAY for each in rule.finditer(said))
    named = [scene.marked.thing(tag) for tag in (*wanted, *reversed(days))]
    return next(filter(_is_a_year, named), named[0])


def _is_a_year(thing: Thing) -> bool:
    return isinstance(thing.value, When) and thing.value.ahead.month is None
