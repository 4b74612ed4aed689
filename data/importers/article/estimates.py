import re

from data.importers.article.amounts import Share
from data.importers.article.costs import cost_of_a_member
from data.importers.article.findings import StatementFound
from data.importers.article.lines import pattern
from data.importers.article.mood import Mood, mood
from data.importers.article.said import Speaker, said
from data.importers.article.scenes import Scene
from data.importers.article.things import Kind, Party, Person, Value
from data.importers.article.vocabulary.costs import (
    ASKED,
    ASKED_OF_MEMBERS,
    COST,
    COST_AHEAD,
    ESTIMATES,
    STAFF,
    STAFF_OF,
)

_SOMEBODY = rf"<who:party|person>(?: 's)?(?: (?!;|,)\S+){{0,4}}? {ESTIMATES}"
_BY_SOMEBODY = rf"{ESTIMATES} (?:by|of|from) <who:party>"
_STAFF = rf"{STAFF_OF} (?:military )?{STAFF} (?:\S+ ){{0,3}}?{ESTIMATES}"
_AT_HEADQUARTERS = rf"{STAFF} (?:at|in) (?:the )?headquarters (?:\S+ ){{0,3}}?{ESTIMATES}"
_STAFF_BEHIND = (
    rf"(?:{ESTIMATES}|view)(?: (?:by|of))? (?:the |‹party#\d+› 's )?(?:military )?"
    rf"(?:{STAFF}|authorities)(?: (?:at|of) \S+)?"
)
_WOULD_COST = rf"(?:would|will) (?:be )?{COST_AHEAD}(?: (?!;)\S+){{0,10}}? <sum:share|money>"
_SUM = re.compile(r"‹(?:share|money)#")


def estimate(scene: Scene) -> StatementFound | None:
    """`NATO planners put the cost of the targets at 3.5 %`."""
    return _of_the_alliance(scene) or _according(scene) or cost_of_a_member(scene)


def _of_the_alliance(scene: Scene) -> StatementFound | None:
    made = _estimated(scene)
    if made is None:
        return None
    found, who = made
    sums = [each for each in scene.marked.things_in(scene.text) if _is_sum(each.kind)]
    if not sums or scene.code(who) != "NATO" or not _is_of_cost(scene.text, found):
        return None
    if mood(scene.text, found.start()) in (Mood.NEGATED, Mood.CONDITIONAL):
        return None
    by = Speaker(party="NATO", name=who.name if isinstance(who, Person) else None)
    return said(scene, _place(scene.text, found), "estimate", by, _what(sums[0].value))


def _estimated(scene: Scene) -> tuple[re.Match[str], Value | None] | None:
    found = scene.marked.search(_SOMEBODY) or scene.marked.search(_BY_SOMEBODY)
    if found is not None:
        return found, scene.marked.value(found, "who")
    found = (
        scene.marked.search(_STAFF)
        or scene.marked.search(_AT_HEADQUARTERS)
        or scene.marked.search(_STAFF_BEHIND)
    )
    return (found, Party("NATO")) if found is not None else None


def _is_sum(kind: Kind) -> bool:
    return kind in (Kind.SHARE, Kind.MONEY)


def _is_of_cost(text: str, found: re.Match[str]) -> bool:
    """The cost may stand before those who estimated it as well as behind."""
    beside = (text[found.end() :], text[: found.start()])
    is_cost = any(pattern(COST).search(each) for each in beside)
    return is_cost and ("‹money#" in text or pattern(ASKED_OF_MEMBERS).search(text) is not None)


def _place(text: str, found: re.Match[str]) -> tuple[int, int]:
    """Both the estimating and the sums."""
    sums = [each.start() for each in _SUM.finditer(text)]
    return min(found.start(), *sums), max(found.end(), *sums) + 1


def _what(value: Value) -> str:
    match value:
        case Share(value=share, upto=None):
            told = f"{share} %"
        case Share(value=share, upto=upto):
            told = f"{share} % to {upto} %"
        case _:
            return "estimated what the members would have to spend"
    return f"estimated that what is asked of the members would cost {told} of GDP"


def _according(scene: Scene) -> StatementFound | None:
    """`According to NATO , the targets would require`."""
    if scene.speech is None or scene.speech.party != "NATO":
        return None
    found = scene.marked.search(_WOULD_COST)
    if found is None or pattern(ASKED).search(scene.text[: found.end()]) is None:
        return None
    value = scene.marked.value(found, "sum")
    told = _told(value) if isinstance(value, Share) else "the sum named"
    what = f"estimated that what is asked of the members would cost {told}"
    by = Speaker(party="NATO", name=scene.speech.name)
    return said(scene, found.span(), "estimate", by, what)


def _told(share: Share) -> str:
    upto = f" to {share.upto} %" if share.upto is not None else ""
    return f"{share.value} %{upto} of GDP"
