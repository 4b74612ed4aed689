"""The clauses of what is asked of all members: a figure each, with its category and its year."""

import re
from dataclasses import dataclass

from data.importers.article.amounts import Share
from data.importers.article.askers import Asker
from data.importers.article.dating import When
from data.importers.article.findings import CommitmentFound
from data.importers.article.lines import pattern
from data.importers.article.scenes import Scene
from data.importers.article.vocabulary.commitments import (
    AT_MOST,
    BROADER,
    COMPARED,
    CORE,
    DEFENCE_AND_MORE,
    IN_TOTAL,
    TARGET,
    TOGETHER,
    YEARLY,
)
from data.importers.proposals import Ground
from data.rules.commitments import Category, Status

_FIGURE = re.compile(r"‹(?:share|points)#\d+›")
_MENTIONED = re.compile(
    rf"^(?: per cent| percent)? (?:spending |defen[cs]e |investment )*{TARGET}(?!\S)"
)
_COMPARED = re.compile(rf"(?<!\S){COMPARED}(?: \S+){{0,2}} $")
_AT_LEAST = re.compile(r"(?:more|(?:no|not) (?:less|lower|fewer)) than (?:\S+ )?$")
_AT_MOST = re.compile(rf"{AT_MOST} $")
_MET = r"(?:met|cleared|reached|hit|spent|exceeded) (?:the |at least )?(?:\w+ of )?‹share#\d+›"
_AHEAD = {"by", "until", "before", "within", "from", "in", "for"}
_SAME_YEAR = pattern("the same (?:\\w+ )?(?:years?|date|deadline|period|decade)")
_BELITTLED = re.compile(r"^ (?:is|was) (?:not|nothing|peanuts|too|never|no longer|hardly)(?!\S)")
_AS_SUBJECT = re.compile(
    rf"(?<!\S)(?:(?P<core>{CORE})|{BROADER})(?: (?!‹)\S+){{0,4}} "
    r"(?:is|are|would|should|must|will|shall|has|have)(?: (?!‹)\S+){0,5} $"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """`start` and `end` are those of its tag in the line; `until` is where the next one begins."""

    share: Share
    start: int
    end: int
    until: int


def figures_of(scene: Scene) -> list[Figure]:
    tags = list(_FIGURE.finditer(scene.text))
    ends = [*(each.start() for each in tags), len(scene.text)][1:]
    return [
        Figure(share=share, start=tag.start(), end=tag.end(), until=until)
        for tag, until in zip(tags, ends, strict=True)
        if isinstance(share := scene.marked.thing(tag.group()).value, Share)
    ]


def clauses(scene: Scene, asker: Asker, figures: list[Figure]) -> list[CommitmentFound]:
    if asker.status is Status.PROPOSED and scene.marked.search(_MET):
        return []
    made = [
        _clause(scene, asker, each, _by(scene, figures, each) or _by_the_same(scene, asker, each))
        for each in figures
        if _is_asked(scene.text, each)
    ]
    _tell_core(made)
    return made


def _by_the_same(scene: Scene, asker: Asker, figure: Figure) -> int | None:
    """The year of the sentence before, where a clause is to be met `by the same year`."""
    return asker.by if _SAME_YEAR.search(scene.text[: figure.until]) is not None else None


def _tell_core(made: list[CommitmentFound]) -> None:
    """A share of defence beside one of broader security is of core defence."""
    shares = [each for each in made if each.share is not None]
    broader = [each for each in shares if each.category is Category.BROADER]
    least = min(
        (each.share for each in shares if each.share is not None and each not in broader),
        default=None,
    )
    for each in shares:
        if len(broader) == 1 and each.share == least and each.category is Category.DEFENCE:
            each.category = Category.CORE


def _is_asked(text: str, figure: Figure) -> bool:
    """Whether a figure is what is asked, rather than what is spent or what is only mentioned."""
    share = figure.share
    if share.of == "other" or share.upto is not None:
        return False
    if share.points and pattern(YEARLY).search(text) is None:
        return False
    behind = text[figure.end : figure.until]
    if _BELITTLED.match(behind):
        return False
    if not share.points and _MENTIONED.match(behind):
        return False
    before = text[: figure.start]
    return _COMPARED.search(before) is None or _AT_LEAST.search(before) is not None


def _clause(scene: Scene, asker: Asker, figure: Figure, by: int | None) -> CommitmentFound:
    share = figure.share
    made = CommitmentFound(
        quotes=[(scene.marked, *_words(scene, figure))],
        status=asker.status,
        person=asker.person,
        role=asker.role,
        party=asker.party,
        category=_category(scene.text, figure),
        bound="up_to" if _AT_MOST.search(scene.text[: figure.start]) else "at_least",
        share=None if share.points else share.value,
        step=share.value if share.points else None,
        by=by,
        on=asker.on,
    )
    made.ground(
        Ground.NAMED_SPEAKER if asker.person else Ground.STATED,
        Ground.DAY_RESOLVED if asker.told else Ground.DAY_OF_ARTICLE,
    )
    if asker.number != scene.marked.sentence.number:
        made.ground(Ground.SUBJECT_BEFORE)
    return made


def _words(scene: Scene, figure: Figure) -> tuple[int, int]:
    rest = scene.text[figure.end : figure.until]
    stop = pattern("[,;.]|and|along|while|plus|with").search(rest)
    length = stop.start() if stop is not None else len(rest)
    return scene.marked.quote(figure.start, figure.end + length)


def _category(text: str, figure: Figure) -> Category:
    """By the words behind a figure; where these say nothing, by those before it."""
    before, behind = text[: figure.start], text[figure.end : figure.until]
    if figure.share.of == "defence" or pattern("(?:major |new )?equipment").search(behind):
        return Category.EQUIPMENT
    if figure.share.points:
        return Category.CORE if pattern("core|hard").search(text) else Category.DEFENCE
    subject = _AS_SUBJECT.search(re.split(r"‹(?:share|points)#\d+›", before)[-1])
    if subject is not None:
        return Category.CORE if subject["core"] else Category.BROADER
    near = " ".join(re.split(r" [,;:.](?= |$)", f" {behind.strip()}")[0].split()[:12])
    ahead = " ".join(re.split(r"(?<= )[,;:.] |‹(?:share|points)#\d+›", before)[-1].split()[-8:])
    return _named_category(near) or _named_category(ahead) or Category.DEFENCE


def _named_category(words: str) -> Category | None:
    broader = pattern(BROADER).search(words)
    if pattern(CORE).search(words):
        is_both = broader is not None and pattern(TOGETHER).search(words)
        return Category.TOTAL if is_both else Category.CORE
    both = pattern(DEFENCE_AND_MORE).search(words)
    if both is not None and (broader is None or both.start() < broader.start()):
        return Category.TOTAL
    if broader is not None:
        return Category.BROADER
    return Category.TOTAL if pattern(IN_TOTAL).search(words) else None


def _by(scene: Scene, figures: list[Figure], figure: Figure) -> int | None:
    """The year told with a figure; one told only behind the last holds for all of them, and so
    does one told before the first."""
    own = _year(scene, figure.start, figure.until)
    if own is not None:
        return own
    *earlier, last = (_year(scene, each.start, each.until) for each in figures)
    if last is not None and not any(earlier):
        return last
    return _year(scene, 0, figures[0].start)


def _year(scene: Scene, start: int, end: int) -> int | None:
    values = (each.value for each in scene.marked.things_in(scene.text[start:end]))
    years = (each.ahead.year for each in values if isinstance(each, When) and each.word in _AHEAD)
    return next((each for each in years if each > scene.published.year), None)
