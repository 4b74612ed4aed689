import re

from data.importers.article.decided import decided
from data.importers.article.findings import StatementFound
from data.importers.article.lines import pattern
from data.importers.article.mood import Mood, clause_before, mood
from data.importers.article.said import NATO, said
from data.importers.article.scenes import Scene
from data.importers.article.things import Kind, Party
from data.importers.article.vocabulary.decisions import (
    AHEAD,
    DECIDED_ON,
    DECIDERS,
    DECIDES,
    OBJECT,
    OF_A_COUNTRY,
    TEXT,
)
from data.importers.article.wording import with_article

_DECIDE = (
    rf"{DECIDERS}(?: (?!;|‹share|not|never)\S+){{0,10}}? "
    rf"(?P<verb>{DECIDES})(?P<rest>(?: (?!;|but)\S+){{0,10}})"
)
_DECIDED = (
    r"(?:(?:is|are) (?:due |expected |set )?to be|will be|was|were) (?:then |formally |also )?"
    rf"{DECIDED_ON}(?: \S+){{0,2}}? (?:at|by) "
    r"(?:<who:gathering|all>|(?:the )?(?:ministers|leaders))"
)
_NOT_YET = re.compile(r"(?<!\S)(?:yet to|whether)(?!\S)")
_TAKES_OVER = re.compile(r"^ ‹party#\d+› (?:would|will|should|is to) ")
_LET_GO = re.compile(r"(?:light|ahead)$")
_IS_SO = (Mood.STATED, Mood.EXPECTED)


def decision(scene: Scene, *, is_nato: bool) -> StatementFound | None:
    return _of_ministers(scene, is_nato=is_nato) or decided(scene, is_nato=is_nato)


def _of_ministers(scene: Scene, *, is_nato: bool) -> StatementFound | None:
    """`Ministers approved new capability targets`. A share they agree on is a commitment."""
    found = scene.marked.search(_DECIDE)
    if found is None:
        return _decided_on(scene)
    if _NOT_YET.search(found.group()) is not None:
        return None
    thing = pattern(OBJECT).search(found["rest"])
    is_told = thing is not None or _TAKES_OVER.search(found["rest"]) is not None
    if not is_told and not _is_let_go(scene.text, found):
        return None
    if mood(scene.text, found.start("verb")) not in _IS_SO:
        return None
    if not _is_of_nato(scene, found, is_nato=is_nato) or _has_share(scene, found):
        return None
    is_ahead = pattern(AHEAD).search(found.group()) is not None
    what = _what(found["rest"], thing, is_ahead=is_ahead)
    return said(scene, found.span(), "decision", NATO, what)


def _is_let_go(text: str, found: re.Match[str]) -> bool:
    """`Plans for a new fleet were given the green light`."""
    before = text[: found.start()]
    return bool(_LET_GO.search(found["verb"]) and pattern(OBJECT).search(before))


def _has_share(scene: Scene, found: re.Match[str]) -> bool:
    kinds = {each.kind for each in scene.marked.things_in(found.group())}
    return bool(kinds & {Kind.SHARE, Kind.POINTS})


def _is_of_nato(scene: Scene, found: re.Match[str], *, is_nato: bool) -> bool:
    party = scene.marked.value(found, "party")
    if isinstance(party, Party) and party.code != "NATO":
        return False
    if found.group().startswith("they") and not is_nato:
        return False
    return pattern(OF_A_COUNTRY).search(found.group()) is None


def _decided_on(scene: Scene) -> StatementFound | None:
    """`A new pledge is to be adopted at the summit`."""
    found = scene.marked.search(_DECIDED)
    if found is None or mood(scene.text, found.start()) not in _IS_SO:
        return None
    before = clause_before(scene.text, found.start())
    thing = pattern(OBJECT).search(before) or pattern(TEXT).search(before)
    if thing is None or "‹share" in before:
        return None
    is_ahead = re.search("to be|will be", found.group()) is not None
    what = _what(before, thing, is_ahead=is_ahead)
    return said(scene, found.span(), "decision", NATO, what)


def _what(words: str, thing: re.Match[str] | None, *, is_ahead: bool) -> str:
    decided = "was to decide" if is_ahead else "decided"
    if "capabilit" in words:
        return f"{decided} on capability targets"
    if thing is None:
        return "was to take a decision" if is_ahead else "took a decision"
    return f"{decided} on {with_article(thing.group())}"
