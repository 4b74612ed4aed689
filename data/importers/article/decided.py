"""What a member decides for its forces, or ministers decide together, that has no sum in it."""

import re

from data.importers.article.findings import StatementFound
from data.importers.article.lines import pattern
from data.importers.article.mood import Mood, mood
from data.importers.article.said import NATO, Speaker, said
from data.importers.article.scenes import Scene
from data.importers.article.things import Kind, Party, Person
from data.importers.article.vocabulary.decisions import (
    DECIDED_BEHIND,
    DECISION_DUE,
    DECISION_OF_NATO,
    MEMBER_DECIDED,
    MILITARY,
)
from data.importers.article.wording import with_article

_SUMS = (Kind.SHARE, Kind.POINTS, Kind.MONEY)
_IS_SO = (Mood.STATED, Mood.EXPECTED)


def decided(scene: Scene, *, is_nato: bool) -> StatementFound | None:
    if any(each.kind in _SUMS for each in scene.marked.things_in(scene.text)):
        return None
    return _of_nato(scene, is_nato=is_nato) or _of_a_member(scene)


def _of_nato(scene: Scene, *, is_nato: bool) -> StatementFound | None:
    """`The decision of the ministers to double the force`, `a decision is due in June`."""
    found = scene.marked.search(DECISION_OF_NATO) or _behind(scene)
    due = scene.marked.search(DECISION_DUE) if found is None else None
    match = found or due
    if match is None or mood(scene.text, match.start()) not in _IS_SO:
        return None
    if due is not None and not _is_about_nato(scene, is_nato=is_nato):
        return None
    what = "took a decision" if found is not None else "was to take a decision"
    return said(scene, match.span(), "decision", NATO, what)


def _behind(scene: Scene) -> re.Match[str] | None:
    """`Battalions are to be stationed there , the leaders decided`."""
    found = scene.marked.search(DECIDED_BEHIND)
    is_told = found is not None and pattern(MILITARY).search(scene.text, 0, found.start())
    return found if is_told else None


def _is_about_nato(scene: Scene, *, is_nato: bool) -> bool:
    """By what the sentence names, or else by the one before it."""
    codes = {scene.code(each.value) for each in scene.marked.things_in(scene.text)}
    kinds = {each.kind for each in scene.marked.things_in(scene.text)}
    is_named = "NATO" in codes or bool(kinds & {Kind.ALL, Kind.GATHERING})
    return codes <= {"NATO", None} and (is_named or is_nato)


def _of_a_member(scene: Scene) -> StatementFound | None:
    """`Germany's cabinet decided to order further jets`."""
    for rule in MEMBER_DECIDED:
        found = scene.marked.search(rule)
        if found is None or mood(scene.text, found.start("verb")) not in _IS_SO:
            continue
        member = _member(scene, found)
        thing = pattern(MILITARY).search(scene.text)
        if member is not None and thing is not None:
            what = f"took a decision on {with_article(thing.group())}"
            by = Speaker(party=member)
            return said(scene, found.span(), "decision", by, what, about=member)
    return None


def _member(scene: Scene, found: re.Match[str]) -> str | None:
    """Whose it is: named in the decision, or the only one before it, or spoken of before."""
    who = scene.marked.value(found, "who")
    if who is not None:
        is_official = isinstance(who, Party) or (isinstance(who, Person) and who.role is not None)
        return scene.member(who) if is_official else None
    named = {scene.member(e.value) for e in scene.marked.things_in(scene.text)} - {None}
    first = next((m for e in scene.actors() if (m := scene.member(e)) is not None), None)
    if named:
        return named.pop() if len(named) == 1 else first
    before = next((each for each in reversed(scene.before) if scene.member(each)), None)
    return scene.member(before)
