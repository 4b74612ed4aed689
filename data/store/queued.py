"""What stands in the queue, as those who decide see it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from data.errors import QuestionError
from data.facts.log import Entry
from data.importers.proposals import Proposal
from data.messages import mark
from data.sources import Source
from data.store.proposal_tables import State, Verdict

DECIDED: dict[Verdict, str] = {
    Verdict.ACCEPTED: mark("Proposal {id} was accepted already, by {by} on {at}."),
    Verdict.EDITED: mark("Proposal {id} was accepted already with changes, by {by} on {at}."),
    Verdict.REJECTED: mark("Proposal {id} was rejected already, by {by} on {at}: {because}"),
    Verdict.UNDONE: mark(
        "Proposal {id} was accepted, and that was undone by {by} on {at}: {because}"
    ),
}


@dataclass(frozen=True, slots=True)
class Written:
    """One state that a decision wrote: the kind and id of a record, and the number of the state."""

    kind: str
    id: str
    number: int
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """`because` is there where it was rejected or undone."""

    id: int
    proposal: int
    verdict: Verdict
    by: str
    at: datetime
    because: str | None
    written: tuple[Written, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """A proposal with where it comes from and what became of it. `further` told the same story
    while it waited. `decision` is the newest; one that waits again has one, too."""

    id: int
    proposal: Proposal
    source: Source
    further: tuple[Source, ...]
    by: str
    at: datetime
    state: State
    decision: Decision | None
    version: int
    channel: int | None = None
    message_id: int | None = None
    tried_at: datetime | None = None
    """When somebody last began to post it; None where it is certain that it is in no channel."""


class Came(StrEnum):
    """What came of a proposal that was added."""

    NEW = "new"
    MERGED = "merged"
    """Its story waited already; the source was added to it."""
    THERE = "there"
    """It waited already, from this very source."""
    DECIDED = "decided"
    """Its story was decided not long ago, and is not brought up again."""


@dataclass(frozen=True, slots=True)
class Added:
    """`id` is that of the proposal in the queue that tells its story."""

    id: int
    came: Came
    proposal: Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """`entries` are what was written. `known` are commitments, and meetings told of with their
    guests, that had it all already: of these nothing was written."""

    queued: Queued
    entries: tuple[Entry, ...]
    known: tuple[str, ...]


class DecidedError(QuestionError):
    """Somebody else was faster."""

    def __init__(self, decision: Decision) -> None:
        super().__init__(
            DECIDED[decision.verdict],
            id=decision.proposal,
            by=decision.by,
            at=f"{decision.at:%Y-%m-%d %H:%M} UTC",
            because=decision.because,
        )
        self.decision = decision
