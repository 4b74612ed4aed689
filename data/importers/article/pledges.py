"""What members set themselves to spend."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from data.dates import PartialDate
from data.importers.article.dating import When
from data.importers.article.findings import PledgeFound
from data.importers.article.lines import pattern
from data.importers.article.owners import owner
from data.importers.article.promises import (
    Promise,
    is_any,
    is_bound,
    is_dated,
    is_of_money_or_law,
    is_promised,
)
from data.importers.article.scenes import Scene
from data.importers.article.sum_days import deadline
from data.importers.article.sums import OTHER_WORDS, Sum
from data.importers.article.things import Thing
from data.importers.article.vocabulary import spending as words
from data.importers.proposals import Ground

_MOST_TRIES = 12
"""In a sentence, of each rule."""
_IRONY = pattern(words.IRONY)
_LAW = re.compile(words.LAW)
_AND_THEN = re.compile(r"(?: ‹day#\d+›)? and (?:then )?(?:to |at )?(‹(?:share|money)#\d+›)")
_ON_A_DAY = re.compile(r"\S+(?: (?!‹)\S+){0,4}? (‹day#\d+›)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    words: str
    sort: Literal["pledge", "budget"] = "pledge"
    holds: Callable[[Promise], bool] = is_any


_RULES = (
    _Rule(words=words.BUDGET, sort="budget"),
    _Rule(words=words.BUDGET_OF, sort="budget", holds=is_of_money_or_law),
    _Rule(words=words.GIVES, sort="budget"),
    _Rule(words=words.PLEDGE),
    _Rule(words=words.PASSIVE),
    _Rule(words=words.SET_ASIDE, sort="budget", holds=is_dated),
    _Rule(words=words.WILL_BE),
    _Rule(words=words.RAISED_TO),
    _Rule(words=words.GETS, sort="budget"),
    _Rule(words=words.MUST),
    _Rule(words=words.EARMARKED, holds=is_bound),
    _Rule(words=words.GOAL, holds=is_dated),
)
"""In this order: the first that finds a sum is right."""


def is_ironic(text: str) -> bool:
    return _IRONY.search(text) is not None


def pledges(scene: Scene) -> Iterator[PledgeFound]:
    """What members promise, plan or pass; a sum that is told once is found once."""
    seen: set[Thing] = set()
    for rule in _RULES:
        for match, made in _read(scene, rule, seen):
            seen.add(scene.marked.thing(match["sum"]))
            yield made
            yield from _further(scene, match, made, seen)
            yield from _in_other_words(scene, match, made, seen)


def _read(
    scene: Scene, rule: _Rule, seen: set[Thing]
) -> Iterator[tuple[re.Match[str], PledgeFound]]:
    """What a rule finds; where that is nothing, a later word may begin it: `sticking to its plan to
    reach`."""
    place = 0
    for _ in range(_MOST_TRIES):
        match = pattern(rule.words).search(scene.text, place)
        if match is None:
            return
        is_new = scene.marked.thing(match["sum"]) not in seen
        made = _pledge(scene, match, rule) if is_new else None
        place = match.start() + 1 if made is None else match.end()
        if made is not None:
            yield match, made


def _pledge(scene: Scene, match: re.Match[str], rule: _Rule) -> PledgeFound | None:
    total = Sum.of(scene.marked.thing(match["sum"]))
    if total is None:
        return None
    promise = Promise(scene=scene, match=match, total=total, by=deadline(scene, match))
    if not is_promised(promise) or not rule.holds(promise):
        return None
    member = owner(scene, match)
    if member is None or (total.money is not None and total.currency(member) is None):
        return None
    return _found(promise, member, "pledge" if rule.sort == "pledge" else _paper(promise))


def _paper(promise: Promise) -> Literal["law", "budget", "programme"]:
    paper = promise.told("paper")
    if _LAW.match(paper):
        return "law"
    return "budget" if paper.startswith("budget") else "programme"


def _found(
    promise: Promise, member: str, kind: Literal["pledge", "budget", "programme", "law"]
) -> PledgeFound:
    scene, match, total = promise.scene, promise.match, promise.total
    speech = scene.speech
    speaker = speech.name if speech is not None and speech.party in (None, member) else None
    made = PledgeFound(
        quotes=[(scene.marked, *scene.marked.quote(match.start(), match.end()))],
        member=member,
        kind=kind,
        share=total.percent,
        amount=total.amount,
        currency=total.currency(member),
        by=promise.by,
        speaker=speaker,
    )
    made.ground(Ground.NAMED_SPEAKER if speaker else Ground.STATED)
    return made


def _in_other_words(
    scene: Scene, match: re.Match[str], made: PledgeFound, seen: set[Thing]
) -> Iterator[PledgeFound]:
    """`200 billion zloty for defence , equivalent to 4.8 % of GDP`."""
    more = OTHER_WORDS.match(scene.text, match.end("sum"))
    thing = scene.marked.thing(more["sum"]) if more is not None else None
    total = Sum.of(thing) if thing is not None and thing not in seen else None
    if thing is None or total is None or (total.share is None) == (made.share is None):
        return
    seen.add(thing)
    yield replace(
        made,
        share=total.percent,
        amount=total.amount,
        currency=total.currency(made.member),
    )


def _further(
    scene: Scene, match: re.Match[str], made: PledgeFound, seen: set[Thing]
) -> Iterator[PledgeFound]:
    """`To 2.5 % this year and to 3 % in 2028`."""
    more = _AND_THEN.match(scene.text, match.end())
    thing = scene.marked.thing(more[1]) if more is not None else None
    if more is None or thing is None or thing in seen:
        return
    seen.add(thing)
    total, day = Sum.of(thing), _ON_A_DAY.match(scene.text, more.start(1))
    when = scene.marked.thing(day[1]).value if day is not None else None
    if total is not None and isinstance(when, When) and when.ahead.year >= scene.published.year:
        yield replace(
            made,
            share=total.percent,
            amount=total.amount,
            currency=total.currency(made.member),
            by=PartialDate(when.ahead.year),
        )
