"""Subscriptions and deliveries, as whoever sends digests sees them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from data.store import digest_log, ending, enqueuing, hastening, outbox, subscribing
from data.store.access import Access
from data.store.digest_log import Outcome, Status
from data.store.hastening import Hastened
from data.subscriptions.delivery import Delivery, Event, State, What
from data.subscriptions.due import Due
from data.subscriptions.model import Pause, Subscription

__all__ = ["Digests", "Hastened", "Outcome", "Status"]


class Digests(Access):
    """Each method is one transaction, and what it changes it writes down in there. All moments are
    the caller's and have a zone. No change moves the counter of what is known.

    `by` is who does it, in a word; a `worker` is a name that no other process has, nor had before.
    """

    async def subscribe(self, made: Subscription, *, now: datetime, by: str) -> None:
        """It is due for the first time after its `since`."""
        await self._share(subscribing.subscribe, made, now=now, by=by)

    async def edit(self, wanted: Subscription, *, now: datetime, by: str) -> bool:
        """Makes it what is given, but for its pause. With another schedule it is next due after
        `now`; what is due by then already goes out, as edited. False where it is over."""
        return await self._share(subscribing.edit, wanted, now=now, by=by)

    async def pause(
        self, name: str, reason: Pause, *, now: datetime, by: str, detail: str = ""
    ) -> bool:
        """False where nothing changed: it is over, paused for this reason, or by a person.

        What is due comes due and is claimed as before, and `sending` refuses it; where a person
        asked for the pause, nothing comes due, and what is not being sent is taken back.
        """
        return await self._share(subscribing.pause, name, reason, now=now, by=by, detail=detail)

    async def resume(self, name: str, *, now: datetime, by: str) -> bool:
        """It is next due after `now`, and what is claimed may be sent. False where it is over, or
        not paused."""
        return await self._share(subscribing.resume, name, now=now, by=by)

    async def unsubscribe(self, name: str, *, now: datetime, by: str) -> bool:
        """False where it is over already."""
        return await self._share(subscribing.unsubscribe, name, now=now, by=by)

    async def tell(self, name: str, *, now: datetime, by: str) -> bool:
        """True for the one who is to tell the owner of a pause: once, until it is resumed."""
        return await self._share(subscribing.tell, name, now=now, by=by)

    async def subscription(self, name: str, *, ended: bool = False) -> Subscription | None:
        """One that is over only with `ended`."""
        return await self._read(subscribing.find, name, ended=ended)

    async def subscriptions(
        self,
        *,
        guild: int | None = None,
        channel: int | None = None,
        owner: int | None = None,
        paused: Pause | None = None,
    ) -> tuple[Subscription, ...]:
        """Those that are not over, the oldest first."""
        return await self._read(
            subscribing.find_all, guild=guild, channel=channel, owner=owner, paused=paused
        )

    async def enqueue(self, now: datetime, *, limit: int = 1_000) -> int:
        """Puts what has come due into the outbox, and gives up what is too late. Returns for how
        many subscriptions: where that is `limit`, there may be more."""
        return await self._share(enqueuing.enqueue, now, limit=limit)

    async def hasten(self, name: str, *, now: datetime, by: str, again: bool) -> Hastened:
        """Makes today's digest due now; one that was sent comes once more only with `again`."""
        return await self._share(hastening.hasten, name, now=now, by=by, again=again)

    async def reckon(self) -> int:
        """Reckons all next due times anew, for zones whose rules have changed: for a process that
        starts. Returns how many that moved."""
        return await self._share(enqueuing.reckon)

    async def claim(
        self, worker: str, *, now: datetime, lease: timedelta, limit: int
    ) -> tuple[Delivery, ...]:
        """Takes at most `limit` of what is due or was abandoned, the longest due first.

        One that is unclear may be in the channel that its subscription names, and has to be looked
        for there. One whose subscription is paused can be sent once that is resumed.
        """
        return await self._share(outbox.claim, worker, now=now, lease=lease, limit=limit)

    async def sending(
        self, delivery: Delivery, worker: str, *, now: datetime, lease: timedelta
    ) -> bool:
        """Whether it may be sent now. False where the lease was lost to somebody else, and where it
        is too late, paused or over, which has been written down then."""
        return bool(await self.sending_all([delivery], worker, now=now, lease=lease))

    async def sending_all(
        self, deliveries: Sequence[Delivery], worker: str, *, now: datetime, lease: timedelta
    ) -> tuple[Delivery, ...]:
        """Those that may be sent now."""
        return await self._share(outbox.sending, deliveries, worker, now=now, lease=lease)

    async def sent(
        self,
        delivery: Delivery,
        worker: str,
        *,
        now: datetime,
        message_id: int,
        found: bool = False,
    ) -> bool:
        """Records the message, `found` where it was there already. To say it twice changes nothing;
        False where somebody else has ended it, or this worker never began to send it."""
        return bool(await self.sent_all({delivery: message_id}, worker, now=now, found=found))

    async def sent_all(
        self,
        messages: Mapping[Delivery, int],
        worker: str,
        *,
        now: datetime,
        found: bool = False,
    ) -> tuple[Delivery, ...]:
        """Records the messages, and returns those that `sent` would say True of."""
        return await self._share(ending.sent, messages, worker, now=now, found=found)

    async def skipped(
        self,
        delivery: Delivery,
        worker: str,
        *,
        now: datetime,
        what: What = What.SKIPPED,
        detail: str = "",
    ) -> bool:
        """Ends it without a message, and `what` says why. False where the lease was lost."""
        return await self._share(
            ending.end, delivery, worker, State.SKIPPED, what, now=now, detail=detail
        )

    async def refused(
        self, delivery: Delivery, worker: str, *, now: datetime, detail: str = ""
    ) -> bool:
        """Discord does not take it and never will. False where the lease was lost."""
        return await self._share(
            ending.end, delivery, worker, State.REFUSED, What.REFUSED, now=now, detail=detail
        )

    async def retry(
        self,
        delivery: Delivery,
        worker: str,
        *,
        now: datetime,
        not_before: datetime,
        detail: str = "",
        unclear: bool,
    ) -> bool:
        """Gives it back for another attempt; `unclear` where it may have been sent. False where the
        lease was lost."""
        return await self._share(
            ending.retry,
            delivery,
            worker,
            now=now,
            not_before=not_before,
            detail=detail,
            unclear=unclear,
        )

    async def tried_at(self, delivery: Delivery) -> datetime | None:
        """When the first attempt began of those that may have reached the channel."""
        return await self._read(ending.tried_at, delivery)

    async def note(self, *happened: Event) -> None:
        """Writes down what changes nothing here, such as that somebody has looked."""
        await self._share(digest_log.write, happened)

    async def why(self, subscription: str, day: date) -> tuple[Event, ...]:
        """What led to the outcome of a day: of the subscription until that day was over, and of the
        delivery. None where there never was such a subscription."""
        return await self._read(digest_log.why, subscription, day)

    async def outcome(self, subscription: str, day: date) -> Outcome | None:
        """How the delivery of a day stands; None where nothing came due."""
        return await self._read(digest_log.outcome, subscription, day)

    async def last(self, subscription: str) -> Outcome | None:
        """How the newest delivery stands, whatever became of it."""
        return await self._read(digest_log.last, subscription)

    async def last_sent(self, subscriptions: Iterable[str]) -> Mapping[str, Due]:
        """The newest digest that is in the channel, of those that have one."""
        return await self._read(digest_log.last_sent, tuple(subscriptions))

    async def status(self, now: datetime) -> Status:
        return await self._read(digest_log.status, now)
