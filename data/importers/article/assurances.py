import re

from data.importers.article.findings import StatementFound
from data.importers.article.lines import pattern
from data.importers.article.mood import Mood, mood
from data.importers.article.said import named_speaker, said, speaker
from data.importers.article.scenes import Scene
from data.importers.article.vocabulary.statements import (
    CALMS,
    DEFENDED,
    DEFENDS,
    NO_DOUBT,
    NOT_SURE,
    OF_PLANS,
    OUTCOME,
    SURE,
)

_OUTCOME = re.compile(rf"(?<!\S){OUTCOME}")
_DENIED = re.compile(rf"(?<!\S){NOT_SURE}(?: \S+)? $")
_OF_PLANS = re.compile(OF_PLANS)
_NOT_FIRM = (Mood.HEARSAY, Mood.CONDITIONAL, Mood.OPEN)
_STANDS_BY = "gave an assurance that the members stand by each other"


def assurance(scene: Scene) -> StatementFound | None:
    """`Rutte was confident that all allies will agree`."""
    found = scene.marked.search(SURE)
    if found is None or _OUTCOME.search(scene.text, found.end()) is None:
        return None
    by = speaker(scene, found.start())
    if by is None or _is_denied(scene.text, found):
        return None
    if mood(scene.text, found.start()) in (Mood.HEARSAY, Mood.CONDITIONAL):
        return None
    what = "was sure that the members will agree on higher defence spending"
    return said(scene, found.span(), "assurance", by, what)


def _is_denied(text: str, found: re.Match[str]) -> bool:
    """`Not sure` is; `never in doubt` is not."""
    is_denied = _DENIED.search(text[: found.start()]) is not None
    return is_denied and "doubt" not in found.group()


def pledge_to_defend(scene: Scene) -> StatementFound | None:
    """`America stands by its allies, the secretary of state said`."""
    found = scene.marked.search(DEFENDS) or scene.marked.search(CALMS)
    if found is None:
        return None
    is_firm = pattern(NO_DOUBT).search(scene.text) is not None
    if not is_firm and mood(scene.text, found.start()) in _NOT_FIRM:
        return None
    by = named_speaker(scene) or speaker(scene, found.start())
    beside = scene.text[: found.start()] + scene.text[found.end() :]
    if by is None or by.is_office or pattern(DEFENDED).search(beside) is None:
        return None
    if _OF_PLANS.search(scene.text) is not None:
        return None
    return said(scene, found.span(), "assurance", by, _STANDS_BY)
