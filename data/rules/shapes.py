"""What a result looks like as a JSON document: one table for the documents and for their schema.

A dataclass becomes an object with its fields. Left out is what a reader of the document does not
need, such as whole series, and what nobody knew on the day of the question, such as the later
history of a commitment. Added is what other programs would have to work out again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import Any, Literal, get_type_hints

from data.dates import PartialDate
from data.rules.aggregate import LACKS, Aggregate, Lacking
from data.rules.assessment import Assessment
from data.rules.commitments import Commitment
from data.rules.derivation import Step
from data.rules.expenditure import Basis, Indicator, Series, published
from data.rules.judge import COMPOSITIONS, Arrival, Judgement
from data.rules.outline import expression
from data.rules.path import Path
from data.rules.plans import BackLoaded, ByGrowthShare, BySteps, ByYear, Keeping
from data.rules.ranking import Place, Ranking
from data.rules.revisions import Revisions
from data.rules.survey import SET_ASIDE, Considered, SetAside, Survey
from data.rules.tally import Tally, Uncounted
from data.rules.verdicts import RULES, Reason, Verdict
from data.rules.whatif import Difference

VERSION = 2
"""Of the shape of all documents; any change of it raises the number."""

Result = (
    Step
    | Assessment
    | Judgement
    | Survey
    | Path
    | Difference
    | Ranking
    | Tally
    | Revisions
    | Aggregate
)
"""Whatever `as_json`, `json_schema` and `outline_of` take."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of an object: its type, as an annotation, and how to get its value."""

    name: str
    hint: Any
    value: Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class Shape:
    without: frozenset[str] = frozenset()
    plus: Mapping[str, tuple[Any, Callable[[Any], object]]] = field(
        default_factory=dict[str, tuple[Any, Callable[[Any], object]]]
    )


@dataclass(frozen=True, slots=True)
class Counted:
    """One of many members, with what its assessment comes to."""

    member: str
    verdict: Verdict
    reason: Reason
    edition: str | None
    share: Step | None
    gap: Step | None


def _counted(found: Assessment) -> Counted:
    edition = found.series and found.series.edition.id
    return Counted(found.member.id, found.verdict, found.reason, edition, found.share, found.gap)


@dataclass(frozen=True, slots=True)
class MemberYear:
    """One year of one member."""

    member: str
    year: int


def _member_years(found: Iterable[tuple[str, int]]) -> tuple[MemberYear, ...]:
    return tuple(MemberYear(*each) for each in found)


def _superseded_by(found: Considered) -> str | None:
    return found.commitment.superseded_by if found.why is SetAside.SUPERSEDED else None


def _headline(found: Judgement) -> str | None:
    return found.headline and found.headline.clause.id


SHAPES: dict[type, Shape] = {
    Step: Shape(
        plus={
            "published": (Decimal, lambda each: published(each.value, each.places)),
            "expression": (str | None, expression),
        }
    ),
    Assessment: Shape(plus={"rule": (str, lambda each: RULES[each.reason])}),
    Judgement: Shape(
        plus={
            "rule": (str, lambda each: COMPOSITIONS[each.composition]),
            "headline": (str | None, _headline),
            "arrival": (Arrival | None, lambda each: each.arrival),
        }
    ),
    Arrival: Shape(plus={"in_time": (bool, lambda each: each.in_time)}),
    Considered: Shape(
        plus={
            "rule": (str, lambda each: SET_ASIDE[each.why]),
            "superseded_by": (str | None, _superseded_by),
        }
    ),
    Commitment: Shape(frozenset({"history", "clauses", "superseded_by"})),
    Series: Shape(
        frozenset({each.name for each in fields(Series)}),
        {
            "edition": (str, lambda each: each.edition.id),
            "basis": (Basis, lambda each: each.edition.basis),
            "published_on": (PartialDate, lambda each: each.edition.published_on),
            "indicator": (Indicator, lambda each: each.indicator),
            "newest_year": (int, lambda each: each.newest_year),
            "latest_year": (int, lambda each: each.latest.year),
        },
    ),
    ByYear: Shape(plus={"kind": (Literal["by_year"], lambda _: "by_year")}),
    BySteps: Shape(plus={"kind": (Literal["by_steps"], lambda _: "by_steps")}),
    BackLoaded: Shape(plus={"kind": (Literal["back_loaded"], lambda _: "back_loaded")}),
    ByGrowthShare: Shape(plus={"kind": (Literal["by_growth_share"], lambda _: "by_growth_share")}),
    Keeping: Shape(plus={"kind": (Literal["keeping"], lambda _: "keeping")}),
    Path: Shape(
        plus={
            "reached_already": (bool, lambda each: each.reached_already),
            "breach": (int | None, lambda each: each.breach and each.breach.year),
        }
    ),
    Place: Shape(
        frozenset({"assessment", "share", "member"}),
        {"standing": (Counted, lambda each: _counted(each.assessment))},
    ),
    Uncounted: Shape(plus={"rule": (str, lambda each: RULES[each.reason])}),
    Tally: Shape(
        frozenset({"reaching", "short"}),
        {
            "reaching": (tuple[Counted, ...], lambda each: tuple(map(_counted, each.reaching))),
            "short": (tuple[Counted, ...], lambda each: tuple(map(_counted, each.short))),
            "editions": (tuple[str, ...], lambda each: each.editions),
        },
    ),
    Revisions: Shape(
        frozenset({"rounded", "only_before", "only_after"}),
        {
            "rounded": (tuple[MemberYear, ...], lambda each: _member_years(each.rounded)),
            "only_before": (tuple[MemberYear, ...], lambda each: _member_years(each.only_before)),
            "only_after": (tuple[MemberYear, ...], lambda each: _member_years(each.only_after)),
        },
    ),
    Lacking: Shape(plus={"rule": (str, lambda each: LACKS[each.reason])}),
    Aggregate: Shape(
        plus={
            "complete": (bool, lambda each: each.complete),
            "in_constant_prices": (bool, lambda each: each.in_constant_prices),
            "gdp_missing": (tuple[str, ...], lambda each: each.gdp_missing),
        }
    ),
}


@lru_cache(maxsize=256)
def entries_of(kind: type) -> tuple[Entry, ...]:
    """The entries of the object that a dataclass becomes, in their order."""
    return tuple(_entries(kind, SHAPES.get(kind, Shape())))


def _entries(kind: type, shape: Shape) -> Iterator[Entry]:
    hints = get_type_hints(kind)
    for each in fields(kind):
        if each.name not in shape.without:
            yield Entry(each.name, hints[each.name], attrgetter(each.name))
    for name, (hint, value) in shape.plus.items():
        yield Entry(name, hint, value)
