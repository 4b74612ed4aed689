"""What an article seems to report, waiting for a person's yes: records of the store, each with the
exact words it rests on and the reasons for and against it.

A proposal is no fact. Its records cite the article and are sound but for what they may rest on:
a meeting or a commitment that the same article proposes.
"""

import hashlib
import json
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from data.facts.knowledge import Fact
from data.sources import Source

if TYPE_CHECKING:
    from pydantic import TypeAdapter


class Sort(StrEnum):
    COMMITMENT = "commitment"
    """A commitment, proposal or demand with one of its clauses."""
    MEETING = "meeting"
    ATTENDANCE = "attendance"
    STANCE = "stance"
    REQUEST = "request"
    PLEDGE = "pledge"
    FIGURE = "figure"
    """What a member spent or spends, as somebody other than NATO's tables reports it."""
    STATEMENT = "statement"


class Level(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Ground(StrEnum):
    """Why a proposal deserves its confidence, or less of it."""

    STATED = "stated"
    NAMED_SPEAKER = "named_speaker"
    OFFICIAL = "official"
    DAY_WRITTEN = "day_written"
    DAY_RESOLVED = "day_resolved"
    DAY_OF_ARTICLE = "day_of_article"
    KNOWN_SUBJECT = "known_subject"
    NEW_SUBJECT = "new_subject"
    SUBJECT_BEFORE = "subject_before"
    COMMITMENT_GUESSED = "commitment_guessed"
    EXPECTATION = "expectation"
    REPORTED = "reported"
    HEARSAY = "hearsay"
    CONDITIONAL = "conditional"
    NOBODY_NAMED = "nobody_named"
    OF_A_MODEL = "of_a_model"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence of the article; from `start` until before `end` are the words that count.
    `paragraph` begins with 1."""

    sentence: str
    start: int
    end: int
    paragraph: int

    @property
    def words(self) -> str:
        return self.sentence[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A spending figure, to be held against NATO's. `share` is in percent of GDP; `amount` is in
    whole units of `currency`, an ISO 4217 code. At least one of both is there."""

    member: str
    year: int
    share: Decimal | None = None
    amount: Decimal | None = None
    currency: str | None = None
    estimate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """`source` is what its proposals cite; days in `text` count from its day of publication."""

    source: Source
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """`values` are recorded together; they are several where one sentence asks for two things. A
    commitment among them has the one clause that was read: where it is known already, a yes adds
    the clause to it."""

    sort: Sort
    values: tuple[Fact, ...]
    passages: tuple[Passage, ...]
    confidence: Level
    grounds: tuple[Ground, ...]
    reported: Reported | None = None

    @property
    def story(self) -> str:
        """Equal for two articles that report the same, whatever their words."""
        reported = _adapter(Reported | None).dump_python(self.reported, mode="json")
        written = json.dumps([self.sort, [told(each) for each in self.values], reported])
        return hashlib.sha256(written.encode()).hexdigest()[:32]


_WORDED = frozenset(
    {"id", "claim", "known_on", "cites", "weak", "note", "name", "title", "said_on"}
)
"""What two reports of one thing may differ in."""


@cache
def _adapter(kind: Any) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def told(value: Fact) -> str:
    """What a record says, without what is of its report alone: equal for two that say the same."""
    written = _adapter(type(value)).dump_python(value, mode="json")
    return json.dumps([type(value).__name__, _plain(written)], sort_keys=True)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items() if key not in _WORDED}  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, list):
        return [_plain(each) for each in value]  # pyright: ignore[reportUnknownVariableType]
    return value
