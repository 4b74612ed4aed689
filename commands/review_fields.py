"""The values of a record, a line each, so that whoever decides sees what was made of the words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, cast

from commands.briefing import Fact as Line
from commands.briefing import Figure, Given, Sentence
from commands.draft import Draft
from commands.news import cites_of
from commands.parts import Part
from commands.review_labels import LABELS, WORDS
from data.dates import PartialDate
from data.facts.knowledge import Fact
from data.messages import mark
from data.rules.derivation import Unit
from data.sources import Cite

_HIDDEN = frozenset({"id", "claim", "cites", "weak", "note", "reported", "of_gni", "cancelled"})
"""Shown elsewhere, or only where they are set."""
_LETTERS = 3
"""Of the code of a country."""
_PARTIES = frozenset({"member", "party", "country", "members"})


def lines(draft: Draft, fact: Fact) -> Iterator[Line]:
    cites = cites_of(fact)
    for name, value in _given(fact):
        for each in cast(tuple[Any, ...], value) if _is_listed(value) else (value,):
            yield Line(
                label=draft.voice.text(LABELS[name]), sentence=_told(draft, name, each, cites)
            )


def _is_listed(value: object) -> bool:
    """Clauses and statuses have a line each; members stand in one."""
    return isinstance(value, tuple) and any(map(is_dataclass, cast(Iterable[object], value)))


def _given(record: Any) -> Iterator[tuple[str, Any]]:
    for each in fields(record):
        value = getattr(record, each.name)
        if value in (None, (), False) or (each.name in _HIDDEN and value is not True):
            continue
        yield each.name, value


def _told(draft: Draft, name: str, value: Any, cites: tuple[Cite, ...]) -> Sentence:
    if is_dataclass(value) and not isinstance(value, PartialDate):
        return _nested(draft, value)
    if isinstance(value, tuple):
        return _joined(
            draft, [_part(draft, name, each, cites) for each in cast(tuple[Any, ...], value)]
        )
    return draft.say("{value}", value=_part(draft, name, value, cites))


def _nested(draft: Draft, record: Any) -> Sentence:
    """A clause or a status: `share: 5%; by: 2035`."""
    told = [
        draft.say(
            mark("{label}: {value}"),
            label=draft.voice.text(LABELS[name]),
            value=_told(draft, name, value, record.cites),
        )
        for name, value in _given(record)
    ]
    claim = getattr(record, "claim", None)
    if claim is None:
        return _joined(draft, told)
    return draft.say(
        mark("{claim} ({values})"),
        claim=draft.claim(claim, record.cites),
        values=_joined(draft, told),
    )


def _joined(draft: Draft, told: "Sequence[Part | Sentence | str]") -> Sentence:
    joined = draft.say("{value}", value=told[0])
    for each in told[1:]:
        joined = draft.say(mark("{first}; {next}"), first=joined, next=each)
    return joined


def _part(draft: Draft, name: str, value: Any, cites: tuple[Cite, ...]) -> "Part | Sentence | str":
    match value:
        case bool():
            return draft.term(mark("yes"))
        case StrEnum():
            return draft.term(WORDS[value.value])
        case PartialDate():
            return draft.moment(value, cites)
        case int():
            return draft.year(value, cites)
        case Decimal():
            return _percent(draft, name, value, cites)
        case _ if name in _PARTIES or (name == "about" and _is_party(value)):
            return draft.party(value)
        case _ if value in WORDS and name in ("kind", "bound", "change"):
            return draft.term(WORDS[value])
        case _:
            return Given(text=draft.voice.recorded(str(value)))


def _is_party(value: str) -> bool:
    """Whether a subject is a country or NATO, rather than a commitment or a meeting."""
    return value.isupper() and (value == "NATO" or len(value) == _LETTERS)


def _percent(draft: Draft, name: str, value: Decimal, cites: tuple[Cite, ...]) -> Figure:
    exponent = value.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    step = name == "step"
    said = draft.voice.points(value, places) if step else draft.voice.percent(value, places)
    return Figure(
        text=said,
        value=value,
        unit=Unit.POINTS_A_YEAR if step else Unit.PERCENT,
        places=places,
        citations=draft.notes.cite(cites),
    )
