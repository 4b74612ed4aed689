"""Whether a sentence that names a sum means that a member sets it for itself."""

import re
from dataclasses import dataclass

from data.dates import PartialDate
from data.importers.article.lines import pattern
from data.importers.article.mood import Mood, clause_before, mood
from data.importers.article.scenes import Scene
from data.importers.article.sums import DEFENCE, Sum
from data.importers.article.vocabulary import spending as words
from data.importers.article.vocabulary.costs import (
    COSTS_MONEY,
)

_ESTIMATED = re.compile(r"(?<!\S)(?:estimates?|estimated|projects|projected|forecasts?)(?!\S)")
_COSTS = pattern(COSTS_MONEY)
"""What something costs is not what is set aside for it."""
_MEANT = (Mood.STATED, Mood.EXPECTED)
_DOUBT = pattern(words.DOUBT)
_ONE_OF_MANY = pattern(words.ONE_OF_MANY)
_DECIDED = pattern(rf"(?:{words.DECIDED}(?: \S+){{0,3}}|agreed with(?: \S+){{1,6}}) $")
_AGREED_WITH = re.compile(r"with (?:\S+ ){0,4}opposition")
_TOLD = re.compile("said|added|announced|told|went on")
_ELSE = pattern(words.ELSE)
_OF_A_GOAL = re.compile("target|goal|guideline|gdp|mark|defen[cs]e")
_BY_LAW = re.compile("law|budget|goal|target|floor|minimum")
_ON_DEFENCE_TOO = re.compile(r"defen[cs]e\b.*‹share#")
_BINDS = re.compile(words.BINDS)
_NEAR = 40
_BEHIND = 60
"""Characters around a sum that tell what it is of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What a rule found; `by` is when the sum is to be reached, where that is told."""

    scene: Scene
    match: re.Match[str]
    total: Sum
    by: PartialDate | None

    def told(self, name: str) -> str:
        """The words that the rule gives this name; empty where it has no such name."""
        return self.match.groupdict().get(name) or ""


def is_promised(promise: Promise) -> bool:
    """Whether it is said as a fact or an expectation, of spending on defence and of no past day."""
    by = promise.by
    if _COSTS.search(promise.scene.text) is not None or _is_estimated(promise):
        return False
    return (
        (by is None or by.last.year >= promise.scene.published.year)
        and _is_meant(promise)
        and _is_intended(promise)
        and (promise.scene.on_defence or _is_on_defence(promise))
    )


def _is_estimated(promise: Promise) -> bool:
    """`Will hit 4.1 % this year , the government estimates` is a figure of this year's."""
    by, text = promise.by, promise.scene.text
    is_now = by is not None and by.year == promise.scene.published.year
    return is_now and _ESTIMATED.search(text, promise.match.end("sum")) is not None


def _is_meant(promise: Promise) -> bool:
    text, match = promise.scene.text, promise.match
    return (
        mood(text, match.start()) in _MEANT
        and mood(text, match.start("sum")) in (*_MEANT, Mood.OPEN)
        and _DOUBT.search(text, match.start(), match.start("sum")) is None
        and _ONE_OF_MANY.search(_AGREED_WITH.sub("", clause_before(text, match.start()))) is None
    )


def _is_intended(promise: Promise) -> bool:
    """`Would` and `wants to` count where somebody says so, `to` only behind a plan or the like."""
    scene = promise.scene
    match promise.told("intent"):
        case "would":
            return scene.speech is not None or _TOLD.search(scene.text) is not None
        case "wants to" | "want to" | "seeks to":
            return scene.speech is not None
        case "to":
            return _DECIDED.search(scene.text[: promise.match.start()]) is not None
        case _:
            return True


def _is_on_defence(promise: Promise) -> bool:
    text, match, share = promise.scene.text, promise.match, promise.total.share
    if share is None:
        return DEFENCE.search(text) is not None
    around = text[max(match.end() - _NEAR, 0) : match.end() + _NEAR]
    if share.of == "gdp" and not _ELSE.search(around):
        return True
    if _ON_DEFENCE_TOO.search(text, 0, match.start()) and not _ELSE.search(around):
        return True
    return _OF_A_GOAL.search(text, match.start(), match.end() + _BEHIND) is not None


def is_any(promise: Promise) -> bool:
    del promise
    return True


def is_bound(promise: Promise) -> bool:
    """A share that is earmarked is one with a day, and a law or a promise behind it."""
    if promise.total.share is None:
        return True
    binds = _BY_LAW.search(promise.scene.text) or _BINDS.match(promise.told("verb"))
    return promise.by is not None and binds is not None


def is_dated(promise: Promise) -> bool:
    return promise.by is not None


def is_of_money_or_law(promise: Promise) -> bool:
    """A share in a plan that was adopted may be of anything."""
    return promise.total.share is None or not promise.told("paper").startswith("plan")
