"""What members spent."""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.importers.article.findings import FigureFound
from data.importers.article.lines import pattern
from data.importers.article.mood import Mood, mood
from data.importers.article.scenes import Scene
from data.importers.article.sum_days import year
from data.importers.article.sums import DEFENCE, OTHER_WORDS, Sum
from data.importers.article.things import Thing
from data.importers.article.vocabulary import figures as words
from data.importers.article.vocabulary.gaps import few
from data.importers.proposals import Ground

_FOUNDED = 1949
_MEANT = (Mood.STATED, Mood.EXPECTED)
_ESTIMATE = pattern(words.ESTIMATE)
_COMBINED = pattern(words.COMBINED)
_MEANT_TO = pattern(f"{words.MEANT_TO}{few(6)} $")
_BY_NATO = re.compile(words.BY_NATO)
_ELSE = pattern(words.ELSE)
_ALIKE = pattern("each|both|level|all|apiece|tied")
_ALONG = re.compile(r"(‹party#\d+›)(?: ,)?(?: and)? $")
_NEAR = 5
"""Words behind a sum that tell what it is of."""


def figures(scene: Scene, year_before: int | None) -> Iterator[FigureFound]:
    """`year_before` is the year the sentences before spoke of."""
    seen: set[Thing] = set()
    for match in (each for rule in words.FIGURES for each in scene.marked.find(rule)):
        thing, member = scene.marked.thing(match["sum"]), _member(scene, match)
        if thing in seen or member is None:
            continue
        made = _figure(scene, match, member, year_before)
        if made is not None:
            seen.add(thing)
            yield made
            yield from (replace(made, member=each) for each in _listed(scene, match))
            yield from _in_other_words(scene, match, made, seen)


def _in_other_words(
    scene: Scene, match: re.Match[str], made: FigureFound, seen: set[Thing]
) -> Iterator[FigureFound]:
    """`19.7 billion euros , or 1.24 % of GDP`."""
    more = OTHER_WORDS.match(scene.text, match.end("sum"))
    thing = scene.marked.thing(more["sum"]) if more is not None else None
    if more is None or thing is None or thing in seen:
        return
    total = Sum.of(thing)
    if total is None or (total.share is None) == (made.share is None):
        return
    seen.add(thing)
    yield replace(
        made,
        quotes=[(scene.marked, *scene.marked.quote(match.start(), more.end()))],
        share=total.percent,
        amount=total.amount,
        currency=total.currency(made.member),
    )


def _member(scene: Scene, match: re.Match[str]) -> str | None:
    if match.group().startswith("whose"):
        return scene.member(scene.person_meant(match.start()))
    if match.groupdict().get("who") is None:
        return scene.member(scene.before[-1]) if scene.before else None
    before = set(scene.text[: match.start("who")].split()[-2:])
    if before & words.OTHERS and "than" not in before:
        return None
    return scene.member(scene.marked.value(match, "who"))


def _listed(scene: Scene, match: re.Match[str]) -> list[str]:
    """Others of whom the same is said: `Spain and Belgium were level at`."""
    if match.groupdict().get("who") is None or not _ALIKE.search(scene.text):
        return []
    before = scene.text[: match.start("who")]
    found: list[str] = []
    while (more := _ALONG.search(before)) is not None:
        member = scene.member(scene.marked.thing(more[1]).value)
        if member is None:
            return []
        found.append(member)
        before = before[: more.start()]
    return found


def _figure(
    scene: Scene, match: re.Match[str], member: str, year_before: int | None
) -> FigureFound | None:
    total = Sum.of(scene.marked.thing(match["sum"]))
    if total is None or (total.share is not None and total.share.upto is not None):
        return None
    of, is_told = year(scene, match, year_before)
    if of is None or not _FOUNDED <= of <= scene.published.year or not _is_stated(scene, match):
        return None
    made = FigureFound(
        quotes=[(scene.marked, *scene.marked.quote(match.start(), match.end()))],
        member=member,
        share=total.percent,
        amount=total.amount,
        currency=total.currency(member),
        year=of,
        estimate=_ESTIMATE.search(scene.text) is not None,
        by_nato=_BY_NATO.search(scene.text) is not None,
    )
    made.ground(Ground.STATED, Ground.DAY_WRITTEN if is_told else Ground.DAY_RESOLVED)
    return made


def _is_stated(scene: Scene, match: re.Match[str]) -> bool:
    """Whether a sum is said, or estimated, to have been spent on defence by one member."""
    is_meant = mood(scene.text, match.start("sum")) in _MEANT
    if not is_meant and not _ESTIMATE.search(match.group()):
        return False
    if _MEANT_TO.search(scene.text[match.start() : match.start("sum")]):
        return _ESTIMATE.search(scene.text) is not None and _is_of_defence(scene, match)
    return _is_of_defence(scene, match)


def _is_of_defence(scene: Scene, match: re.Match[str]) -> bool:
    """No share of something else, such as pensions, that stands between."""
    if _COMBINED.search(scene.text, 0, match.end()):
        return False
    behind = " ".join(scene.text[match.end() :].split()[:_NEAR])
    if _ELSE.search(f"{match.group()} {behind}"):
        return DEFENCE.search(behind) is not None
    return scene.on_defence or DEFENCE.search(scene.text) is not None
