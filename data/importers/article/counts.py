import re

from data.importers.article.dating import When
from data.importers.article.findings import StatementFound
from data.importers.article.lines import pattern
from data.importers.article.mood import Mood, mood
from data.importers.article.said import NATO, Speaker, named_speaker, said, speaker
from data.importers.article.scenes import Scene
from data.importers.article.things import Group
from data.importers.article.vocabulary.gaps import few
from data.importers.article.vocabulary.statements import (
    ALL_MEET,
    BOUND_TO,
    FIGURES,
    LINE,
    LINE_OF_ALL,
    LINE_OF_SPENDING,
    MEETS,
    MEMBERS,
    NUMBER,
    OUTSIDERS,
    ROUGHLY,
    WANTED,
    WHOSE,
)

_COUNT = re.compile(
    rf"(?<!\S)(?:{ROUGHLY} ){{0,6}}(?P<number>{NUMBER})"
    rf"(?:(?: (?:of|out of)(?: {WHOSE})?(?: \d\d)?)?(?: other| more)? {MEMBERS}"
    rf"| (?:of|out of) {WHOSE} (?:3[012]|2[89]))(?!\S)"
)
_PUT_AT = pattern(
    rf"(?:put(?:s)? (?:at )?|at )(?P<number>{NUMBER})(?: the)? number (?:of )?"
    rf"(?:<all|some>|{MEMBERS})"
)
_NUMBER_OF = pattern(
    rf"the number (?:of )?(?:<all|some>|{MEMBERS}){few(12)} "
    rf"(?:at|to|was|is|stood at|stands at|reached|hit) (?:{ROUGHLY} )?(?P<number>{NUMBER})"
)
_ALL = rf"<all:all>(?: (?!;)\S+){{0,4}}? {ALL_MEET}(?: (?!;)\S+){{0,6}}? {LINE_OF_ALL}"
_HOW_MANY = re.compile(r"(?:all|every one|each)(?: of)? ?(?:the |its )?(3[012]|2[89])")
_OLD = 1
"""Years before the article's in which a count is no news."""


def count(scene: Scene) -> StatementFound | None:
    """`Only 23 of 32 allies met the guideline`."""
    if _is_old(scene) or pattern(OUTSIDERS).search(scene.text):
        return None
    named = _PUT_AT.search(scene.text) or _NUMBER_OF.search(scene.text)
    found = named or _COUNT.search(scene.text)
    if found is None:
        return _count_of_all(scene)
    rest = scene.text if named is not None else scene.text[found.end() :]
    line = LINE if scene.on_plan else LINE_OF_SPENDING
    if any(pattern(each).search(rest) is None for each in (MEETS, LINE, line)):
        return None
    if mood(scene.text, found.start()) in (Mood.CONDITIONAL, Mood.HEARSAY, Mood.OPEN):
        return None
    if pattern(WANTED).search(rest):
        return None
    return _counted(scene, found, FIGURES.get(found["number"], found["number"]))


def _is_old(scene: Scene) -> bool:
    days = [each.value for each in scene.marked.things_in(scene.text)]
    years = [each.behind.year for each in days if isinstance(each, When)]
    return bool(years) and max(years) < scene.published.year - _OLD


def _count_of_all(scene: Scene) -> StatementFound | None:
    """`All 32 allies will meet the target`."""
    found = scene.marked.search(_ALL)
    if found is None or pattern(f"{BOUND_TO}|that").search(found.group()):
        return None
    group = scene.marked.value(found, "all")
    number = _HOW_MANY.match(group.words.casefold()) if isinstance(group, Group) else None
    if number is None or mood(scene.text, found.start()) not in (Mood.STATED, Mood.EXPECTED):
        return None
    return _counted(scene, found, number[1])


def _counted(scene: Scene, found: re.Match[str], number: str) -> StatementFound:
    what = f"counted {number.replace(' ', '-')} members that meet the guideline, or are to meet it"
    return said(scene, found.span(), "count", _by(scene, found), what)


def _by(scene: Scene, found: re.Match[str]) -> Speaker:
    """The Alliance counts its members, unless one of them does."""
    by = speaker(scene, found.start()) if found.re is _PUT_AT else named_speaker(scene)
    return by if by is not None and by.party != "EU" else NATO
