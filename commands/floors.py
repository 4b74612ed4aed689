"""Clauses with a share to reach by whatever people call them: `3.5`, `core`, `two percent`,
`equipment`, `Vilnius`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from commands.commitments import spellings
from commands.desk import Desk
from commands.wording import Wordbook
from data.errors import QuestionError
from data.messages import mark
from data.names.text import words
from data.rules import Category, Commitment, ShareTarget, Status

PUBLISHED = (Category.CORE, Category.DEFENCE, Category.EQUIPMENT)
"""What figures are published of; the headline categories come first."""

_CALLED: Mapping[Category, str] = {
    Category.CORE: mark("core"),
    Category.DEFENCE: mark("defence defense"),
    Category.EQUIPMENT: mark("equipment"),
    Category.TOTAL: mark("total all"),
    Category.BROADER: mark("broader resilience security"),
}
_SPENDING: Mapping[Category, str] = {
    Category.CORE: mark("core defence"),
    Category.DEFENCE: mark("defence"),
    Category.EQUIPMENT: mark("equipment"),
}
_NUMBERS: Mapping[str, str] = {
    mark("two"): "2",
    mark("five"): "5",
    mark("twenty"): "20",
}
_PRESENT = mark("present current now default")
_SMALL = mark("percent per cent of gdp target floor share clause goal the spending")

NONE_YET = mark("No share to reach was agreed or proposed by {day}; the first one is of {known}.")
NO_SUCH_FLOOR = mark("'{text}' is no share that was asked for by {day}. Known by then: {known}.")
NOT_PUBLISHED = mark(
    "Nobody publishes figures for '{text}', so members cannot be compared by it. Write {example}."
)

_NUMBER = re.compile(r"\d{1,2}(?:[.,]\d{1,2})?(?![\d.,]*\d)", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_ORDER = (Status.AGREED, Status.PROPOSED, Status.DEMANDED, Status.SUPERSEDED, Status.WITHDRAWN)
_MOST_ECHOED = 40


@dataclass(frozen=True, slots=True)
class Floor:
    commitment: Commitment
    clause: ShareTarget

    @property
    def id(self) -> str:
        """Short, since buttons carry it: one commitment asks for one share of a category."""
        return f"{self.commitment.id}.{self.clause.category.value}"


def present_floor(desk: Desk, as_of: date) -> Floor:
    """The share that the newest agreed commitment asks for first. Raises QuestionError."""
    found = floors(desk, as_of)
    if not found:
        days = [each.commitment.history[0].known_on for each in floors(desk, desk.today)]
        known = min(days, key=lambda each: each.last, default=desk.today)
        raise QuestionError(NONE_YET, day=as_of, known=known)
    return found[0]


def floors(desk: Desk, as_of: date) -> list[Floor]:
    """All that members can be held against: what holds before what does not, the newest first, and
    of one commitment the share of GDP before that of equipment."""
    return [each for each in _every(desk, as_of) if each.clause.category in PUBLISHED]


def find_floor(desk: Desk, text: str, as_of: date) -> Floor:
    """Raises QuestionError, with what would work."""
    present = present_floor(desk, as_of)
    every = _every(desk, as_of)
    typed = text.strip()
    for each in every:
        if each.id == typed and each.clause.category in PUBLISHED:
            return each
    found = _meant(desk, every, typed)
    if not found:
        known = ", ".join(dict.fromkeys(_short(each) for each in floors(desk, as_of)))
        raise QuestionError(NO_SUCH_FLOOR, text=typed[:_MOST_ECHOED], day=as_of, known=known)
    if found[0].clause.category not in PUBLISHED:
        raise QuestionError(NOT_PUBLISHED, text=typed[:_MOST_ECHOED], example=_short(present))
    return found[0]


def said(desk: Desk, floor: Floor) -> str:
    """`3.5% core defence by 2035 (Defence investment commitment of The Hague)`, to choose by."""
    clause, say = floor.clause, desk.voice.fill
    places = max(0, -int(clause.share.normalize().as_tuple().exponent))
    values = {
        "share": desk.voice.percent(clause.share, places),
        "spending": say(_SPENDING[clause.category]),
        "year": clause.by,
        "title": desk.voice.recorded(floor.commitment.title),
    }
    template = mark("{share} {spending} ({title})")
    if clause.by is not None:
        template = mark("{share} {spending} by {year} ({title})")
    return say(template, **values)


def _every(desk: Desk, as_of: date) -> list[Floor]:
    found = [
        Floor(commitment, clause)
        for commitment in desk.knowledge.commitments(as_of)
        for clause in commitment.clauses
        if isinstance(clause, ShareTarget) and clause.bound == "at_least"
    ]
    found.sort(key=lambda each: _place(each.clause.category))
    found.sort(key=lambda each: each.commitment.history[0].on.last, reverse=True)
    return sorted(found, key=lambda each: _rank(each.commitment, as_of))


def _place(category: Category) -> int:
    return PUBLISHED.index(category) if category in PUBLISHED else len(PUBLISHED)


def _rank(commitment: Commitment, day: date) -> tuple[int, bool]:
    """What was never agreed comes after what was, once both are over."""
    status = commitment.status_on(day)
    agreed = any(each.status is Status.AGREED for each in commitment.history)
    return len(_ORDER) if status is None else _ORDER.index(status.status), not agreed


def _meant(desk: Desk, every: Sequence[Floor], text: str) -> list[Floor]:
    """Those that the number, the category and the name in a text leave over."""
    share, rest = _share(desk, text)
    left = list(every) if share is None else [e for e in every if e.clause.share == share]
    asked = [category for word in rest for category in _categories(desk, word)]
    rest = [word for word in rest if not _categories(desk, word)]
    if asked:
        # `core defence` is core.
        meant = next((each for each in asked if each is not Category.DEFENCE), Category.DEFENCE)
        left = [each for each in left if each.clause.category is meant]
    rest = [word for word in rest if word not in words(desk.voice.typed(_SMALL))]
    if rest and all(word in words(desk.voice.typed(_PRESENT)) for word in rest):
        return left
    if not rest:
        return left if text.strip() else []
    book = Wordbook.of(spellings(desk, each.commitment) for each in left)
    typed = " ".join(rest)
    return [left[at] for at in book.whole(typed) or book.beginning(typed) or book.nearly(typed)]


def _categories(desk: Desk, word: str) -> list[Category]:
    return [each for each, called in _CALLED.items() if word in words(desk.voice.typed(called))]


def _share(desk: Desk, text: str) -> tuple[Decimal | None, list[str]]:
    """The share in a text, and its other words; years belong to names."""
    numbers: list[str] = _NUMBER.findall(_YEAR.sub(" ", text))
    spoken = {
        said: number for word, number in _NUMBERS.items() for said in words(desk.voice.typed(word))
    }
    years = _YEAR.findall(text)
    rest = [word for word in words(text) if not word.isdecimal()]
    said = [spoken[word] for word in rest if word in spoken]
    rest = [word for word in rest if word not in spoken] + years
    given = (numbers or said)[:1]
    return (Decimal(given[0].replace(",", ".")) if given else None), rest


def _short(floor: Floor) -> str:
    """As it can be typed: `3.5 core`."""
    return f"{floor.clause.share.normalize():f} {floor.clause.category.value}"
