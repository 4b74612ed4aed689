"""The queue of proposals, as those see it who fill it, show it and decide."""

from collections.abc import Sequence
from datetime import datetime

from data.facts.knowledge import Fact
from data.importers.proposals import Proposal
from data.sources import Source
from data.store import deciding, proposing, queue_rows, review_places, review_posts, undoing
from data.store.access import Access
from data.store.proposal_tables import State, Verdict
from data.store.proposing import MOST_WAITING
from data.store.queued import Accepted, Added, Came, DecidedError, Decision, Queued, Written
from data.store.recording import person
from data.store.review_places import ReviewPlace

__all__ = [
    "MOST_WAITING",
    "Accepted",
    "Added",
    "Came",
    "DecidedError",
    "Decision",
    "Proposals",
    "Queued",
    "ReviewPlace",
    "State",
    "Verdict",
    "Written",
]


class Proposals(Access):
    """Each method is one transaction. All moments are the caller's and have a zone; `by` is the
    name of who does it, which stays. Only `accept` and `undo` change what is known."""

    async def add(
        self, source: Source, proposals: Sequence[Proposal], *, by: str, at: datetime
    ) -> tuple[Added, ...]:
        """What came of each. A story that waits gets another source, and one that was decided in
        the last two weeks is not brought up again.

        Raises QuestionError where more would wait than can; then nothing is added.
        """
        return await self._write(proposing.add, source, proposals, person(by, at))

    async def accept(
        self,
        id: int,
        *,
        by: str,
        at: datetime,
        edited: Sequence[Fact] | None = None,
        source: Source | None = None,
    ) -> Accepted:
        """Records it, or what takes its place: `edited` as many facts of the same kinds, `source`
        the publication that they cite by the id of the proposal's own.

        A commitment that is known already is corrected by what it lacks. Raises DecidedError where
        it does not wait any more, QuestionError where another proposal has to be accepted first,
        and RecordError with everything that is wrong with what would be recorded.
        """
        return await self._write(deciding.accept, id, person(by, at), edited, source)

    async def reject(self, id: int, *, by: str, at: datetime, because: str) -> Queued:
        """Raises DecidedError where it does not wait any more."""
        return await self._write(deciding.reject, id, person(by, at), because)

    async def undo(self, id: int, *, by: str, at: datetime, because: str) -> Queued:
        """One that was accepted is rejected then, and what it wrote is withdrawn; one that was
        rejected waits again.

        Raises QuestionError where what it wrote was changed since, and RecordError where other
        records rest on it.
        """
        return await self._write(undoing.undo, id, person(by, at), because)

    async def find(self, id: int) -> Queued:
        """Raises QuestionError where there is none."""
        return await self._read(queue_rows.find, id)

    async def waiting(self, *, limit: int = MOST_WAITING, after: int = 0) -> tuple[Queued, ...]:
        """The oldest first, from the one behind the id `after` on."""
        return await self._read(queue_rows.waiting, limit=limit, after=after)

    async def count_waiting(self) -> int:
        return await self._read(queue_rows.count_waiting)

    async def decisions(self, *, limit: int = 100) -> tuple[Decision, ...]:
        """The newest first."""
        return await self._read(queue_rows.decisions, limit=limit)

    async def place(self, guild: int) -> ReviewPlace | None:
        """Where a server reviews; None where that was not set."""
        return await self._read(review_places.place, guild)

    async def put_place(self, wanted: ReviewPlace, *, by: int, now: datetime) -> None:
        """Takes the place of what was set before. `by` is a person's id."""
        await self._write(review_places.put, wanted, by, now)

    async def unposted(self, *, limit: int) -> tuple[Queued, ...]:
        """What waits and is in no channel, the oldest first."""
        return await self._read(queue_rows.unposted, limit=limit)

    async def outdated(self, *, limit: int) -> tuple[Queued, ...]:
        """What is in a channel as it was before something changed."""
        return await self._read(queue_rows.outdated, limit=limit)

    async def begin_post(self, id: int, *, channel: int, now: datetime) -> bool:
        """Whether the caller is to post it. False where it does not wait, is in a channel, or
        somebody else has just begun."""
        return await self._write(review_posts.begin, id, channel, now)

    async def give_back(self, id: int) -> None:
        """It was certainly not posted, and may be at once."""
        await self._write(review_posts.give_back, id)

    async def posted(self, id: int, *, channel: int, message_id: int, version: int) -> None:
        await self._write(review_posts.posted, id, channel, message_id, version)

    async def shown(self, id: int, *, version: int) -> None:
        """Its message shows it as of this version."""
        await self._write(review_posts.shown, id, version)

    async def lost(self, id: int) -> None:
        """Its message is gone; while it waits it may be posted anew."""
        await self._write(review_posts.lost, id)
