"""Who does what a verb says."""

import re

from data.importers.article.lines import pattern
from data.importers.article.mood import clause_before
from data.importers.article.scenes import Scene
from data.importers.article.things import Party, Place, Thing, Value
from data.importers.article.vocabulary.requests import WRITTEN
from data.importers.article.vocabulary.speech import GOVERNS

_WE = pattern(
    r"(?:we|i|my country|our country|the country|the government|my government)(?: \S+){0,3} $"
)
_IS_DONE = pattern(r"(?:was|were|been|is|are|being)(?: \w+)? $")
_BY = pattern(r"(?:\S+ ){1,8}?by <by:party|person>")
_ACTORS = re.compile(r"‹(?:person|party|all|some)#\d+›")
_ALONG = re.compile(r"(‹(?:person|party|some)#\d+›)(?: ,)?(?: (?:and|as well as|or))?(?: the)? $")


def subjects(scene: Scene, place: int) -> list[Value]:
    """Who does what stands at a place; several where they are named together. `We` is whoever
    speaks, `the country` his, and a pronoun the one spoken of before."""
    if _WE.search(scene.text[:place]):
        return _own(scene)
    by = _BY.match(scene.text, place)
    if by is not None and _IS_DONE.search(scene.text[:place]):
        return [scene.marked.thing(by["by"]).value]
    thing = scene.subject(place)
    return _unnamed(scene, place) if thing is None else _together(scene, thing)


def _own(scene: Scene) -> list[Value]:
    if scene.speech is not None and scene.speech.party is not None:
        return [scene.speech.actor]
    named = {_country(each.value) for each in scene.marked.things_in(scene.text)}
    codes = [code for code in named if code is not None and code in scene.members]
    return [Party(codes[0])] if len(codes) == 1 else list(scene.before[-1:])


def _country(value: Value) -> str | None:
    match value:
        case Party(code=code) | Place(country=code):
            return code
        case _:
            return None


def _unnamed(scene: Scene, place: int) -> list[Value]:
    """Those behind a paper, or the one a pronoun stands for."""
    written = pattern(WRITTEN).search(clause_before(scene.text, place))
    if written is not None:
        return [each.value for each in scene.marked.things_in(written["by"])]
    carried = scene.carried(place)
    return [] if carried is None else [carried]


def _together(scene: Scene, thing: Thing) -> list[Value]:
    """All of a row of names, of which `thing` is the last."""
    found = [thing.value]
    before = scene.text[: _place(scene, thing)]
    while (more := _ALONG.search(before)) is not None and not _is_governed(before, more):
        found.insert(0, scene.marked.thing(more[1]).value)
        before = before[: more.start()]
    return found


def _is_governed(before: str, more: re.Match[str]) -> bool:
    """`For Croatia , its president` is no row of names."""
    return not GOVERNS.isdisjoint(before[: more.start()].split()[-1:])


def _place(scene: Scene, thing: Thing) -> int:
    tags = _ACTORS.finditer(scene.text)
    return next(each.start() for each in tags if scene.marked.thing(each.group()) is thing)
