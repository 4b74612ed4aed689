import re

from data.importers.article.findings import StatementFound
from data.importers.article.lines import pattern
from data.importers.article.said import Speaker, as_speaker, named_speaker, said, speaker
from data.importers.article.scenes import Scene
from data.importers.article.vocabulary.statements import (
    EXPECTED_OF,
    EXPECTS,
    FORETELLS,
    GETS_THERE,
    LIKELY,
    MEMBERS_AT_LARGE,
    MOST,
)

_SOMEBODY = rf"<who:party|person>(?: ,)?(?: (?!;)\S+){{0,8}}? {EXPECTS}"
_MOST = (
    rf"{MOST}(?: (?:of|the|its)){{0,6}} ‹(?:all|some)#\d+›(?: \S+){{0,2}}? "
    rf"{LIKELY}(?: to)? {GETS_THERE}"
)
_IS_EXPECTED = re.compile(r"(?<!\S)(?:is|are|was|were|be|been)(?: \w+)? expected$")
_OF_ITSELF = re.compile(r" to (?!see)")
_DENIED = re.compile(r"(?<!\S)(?:not|n't|never)(?: \S+){0,2} $")
_OF_OTHERS = pattern(f"{MEMBERS_AT_LARGE}|{EXPECTED_OF}")
_BESIDE = 30
"""Characters up to the end of the expecting in which it may be in the passive."""
_WHAT = "expected the members to go further with their spending"


def expectation(scene: Scene) -> StatementFound | None:
    """`Rutte expects most allies to reach the target`."""
    found = scene.marked.search(_SOMEBODY)
    if found is None:
        found = scene.marked.search(EXPECTS)
    if found is None:
        return _likely(scene)
    by = _by(scene, found)
    if by is None or not (_is_of_members(scene.text, found) or _is_foretold(scene.text, found)):
        return None
    shown = " ".join(scene.text[found.end() :].split()[:8])
    place = (found.start(), found.end() + len(shown) + 1)
    return said(scene, place, "expectation", by, _WHAT)


def _by(scene: Scene, found: re.Match[str]) -> Speaker | None:
    if scene.speech is not None:
        return named_speaker(scene)
    if "who" not in found.groupdict():
        return speaker(scene, found.start())
    return as_speaker(scene, scene.marked.value(found, "who"))


def _is_of_members(text: str, found: re.Match[str]) -> bool:
    """Whether somebody expects something of many members, rather than is expected himself."""
    rest = text[found.end() :]
    return (
        _OF_ITSELF.match(rest) is None
        and _OF_OTHERS.search(" ".join(rest.split()[:9])) is not None
        and pattern("to|will|would|from|by|before").search(rest) is not None
        and _IS_EXPECTED.search(text[max(0, found.end() - _BESIDE) : found.end()]) is None
        and _DENIED.search(text[: found.end() - len("expected")]) is None
    )


def _is_foretold(text: str, found: re.Match[str]) -> bool:
    """`" The deal will be done , " he predicted`."""
    return (
        pattern(f"{FORETELLS}").search(found.group()) is not None
        and pattern("will|would").search(text[: found.start()]) is not None
        and _OF_OTHERS.search(text[: found.start()]) is not None
    )


def _likely(scene: Scene) -> StatementFound | None:
    """`Most of the allies are on course to hit the target , Rutte said`."""
    found = scene.marked.search(_MOST)
    by = named_speaker(scene)
    if found is None or by is None:
        return None
    return said(scene, found.span(), "expectation", by, _WHAT)
