"""Whose a pledge or a budget is."""

import re
from collections.abc import Iterable, Iterator

from data.importers.article.lines import pattern
from data.importers.article.scenes import Scene
from data.importers.article.subjects import subjects
from data.importers.article.things import Kind, Place
from data.importers.article.vocabulary import spending as words

_AT_HOME = (
    pattern(rf"{words.OWNERS} in <of:place>"),
    pattern(rf"in <of:place> , (?:the |its )?(?:\w+ )?{words.OWNERS}"),
)
_HEADLINE = re.compile(r"^(‹party#\d+›) (?::|–|—)")
_PARTIES = re.compile(r"‹party#\d+›")
_BEHIND = re.compile(r"^(?: \S+){0,4}? (?:in|by|of|for) (?:the )?(‹party#\d+›)")
_NOT_ITS = pattern("together|common|combined|collectively|allied|joint|jointly")
_PLACES = re.compile("‹place#")
_ITS = pattern(words.ITS)


def owner(scene: Scene, match: re.Match[str]) -> str | None:
    """Whose it is: of whoever promises, or whose budget, parliament or cabinet it is; else of the
    member behind it, of whoever says it, or of the one spoken of before."""
    doing = scene.subject(match.start())
    if doing is not None and doing.kind in (Kind.ALL, Kind.SOME):
        return None
    actors = reversed(subjects(scene, match.start())) if doing is not None else ()
    named = (_of_thing(scene, tag) for tag in _named(scene, match))
    return _first(map(scene.member, actors)) or _first(named) or _told_of(scene)


def _first(members: Iterable[str | None]) -> str | None:
    return next((each for each in members if each is not None), None)


def _named(scene: Scene, match: re.Match[str]) -> Iterator[str]:
    text = scene.text
    for rule in _AT_HOME:
        yield from rule.findall(text)
    yield from _HEADLINE.findall(text)
    yield from reversed(_PARTIES.findall(text[: match.end()]))
    yield from _BEHIND.findall(text[match.end() :])


def _of_thing(scene: Scene, tag: str) -> str | None:
    match scene.marked.thing(tag).value:
        case Place(country=country):
            return country if country in scene.members else None
        case value:
            return scene.member(value)


def _told_of(scene: Scene) -> str | None:
    """Of whoever speaks, or of the one spoken of before where a word such as `its` means it."""
    if scene.speech is not None and scene.speech.party in scene.members:
        return scene.speech.party
    is_told = any(scene.actors()) or _PLACES.search(scene.text) or _NOT_ITS.search(scene.text)
    if scene.before and (not is_told or _ITS.search(scene.text)):
        return scene.member(scene.before[-1])
    return None
