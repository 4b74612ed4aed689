"""Proposals as JSON text and back. Their records are written as the log writes them."""

import json
from dataclasses import replace
from functools import cache
from typing import Any, cast

from pydantic import TypeAdapter, ValidationError

from data.errors import StoreError
from data.facts.kinds import NAMES
from data.facts.knowledge import Fact
from data.importers.proposals import Ground, Level, Passage, Proposal, Reported, Sort
from data.messages import mark
from data.sources import Source
from data.store import bodies

UNREADABLE = mark(
    "A proposal in the database is in a form this release cannot read. Install the release that "
    "wrote it, or a newer one."
)

AROUND = 1_000
"""Characters that are kept of a sentence on either side of its words."""


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def text(proposal: Proposal) -> str:
    return json.dumps(
        {
            "values": [
                [NAMES[type(each)], json.loads(bodies.text(each))] for each in proposal.values
            ],
            "passages": _adapter(tuple[Passage, ...]).dump_python(proposal.passages, mode="json"),
            "confidence": proposal.confidence.value,
            "grounds": [each.value for each in proposal.grounds],
            "reported": _adapter(Reported | None).dump_python(proposal.reported, mode="json"),
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def read(sort: str, body: str) -> Proposal:
    """Raises StoreError for what this release would not have written."""
    try:
        held: dict[str, Any] = json.loads(body)
        return Proposal(
            sort=Sort(sort),
            values=tuple(
                cast(Fact, bodies.read(kind, json.dumps(value))) for kind, value in held["values"]
            ),
            passages=_adapter(tuple[Passage, ...]).validate_python(held["passages"]),
            confidence=Level(held["confidence"]),
            grounds=tuple(Ground(each) for each in held["grounds"]),
            reported=_adapter(Reported | None).validate_python(held["reported"]),
        )
    except (ValueError, KeyError, TypeError, ValidationError) as error:
        raise StoreError(UNREADABLE) from error


def read_source(body: str) -> Source:
    return cast(Source, bodies.read(NAMES[Source], body))


def bounded(proposal: Proposal) -> Proposal:
    """The same with no more of its sentences than a reader needs: a text may have no full stop."""
    return replace(proposal, passages=tuple(map(_bounded, proposal.passages)))


def _bounded(passage: Passage) -> Passage:
    first = max(0, passage.start - AROUND)
    end = min(passage.end, passage.start + AROUND)
    return replace(
        passage,
        sentence=passage.sentence[first : end + AROUND],
        start=passage.start - first,
        end=end - first,
    )
