"""One digest, from its claim to its record: into the channel once, whatever fails in between.

Before a message is sent it is written down that it may be there; only after that it is sent, with
a nonce that Discord takes once for some minutes. Whatever happens then, either it is recorded, or
the next who claims it looks into the channel first.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import discord

from bot import metrics
from bot.digest import issuing, look
from bot.digest.composing import Composer
from bot.digest.ledger import LEASE, Ledger, name
from bot.digest.pace import Pace
from bot.digest.posting import AgainError, ClosedError, RefusedError, clearly, crosspost, post
from bot.digest.repairs import Repairs, granted
from bot.metrics import Metrics
from bot.replies.delivery import Message
from bot.replies.messages import of_issue
from data.subscriptions.delivery import Delivery, What
from data.subscriptions.due import Due
from data.subscriptions.model import Quiet, Subscription

log = logging.getLogger(__name__)

NONCE_LASTS = timedelta(minutes=2)
"""Discord's documentation says "the past few minutes"; fewer than these are none."""

_NOT_SEEN = "it is not there"
_SAME_NONCE = "may not look: sent with the same nonce"
_UNCLEAR = "unclear: it may be there, and I may not look"


class Courier:
    """`clock` tells the time to all that is written down."""

    def __init__(
        self,
        client: discord.Client,
        ledger: Ledger,
        composer: Composer,
        repairs: Repairs,
        pace: Pace,
        *,
        clock: Callable[[], datetime],
        language: Callable[[Subscription], str],
        metrics: Metrics,
    ) -> None:
        self._client = client
        self._language = language
        self._ledger = ledger
        self._composer = composer
        self._repairs = repairs
        self._pace = pace
        self._clock = clock
        self._metrics = metrics
        self._sending: set[int] = set()

    def is_sending(self, id: int) -> bool:
        """Whether it may be in the channel by now, so that it had better not be interrupted."""
        return id in self._sending

    async def deliver(self, delivery: Delivery, last: Due | None) -> None:
        """`last` is the newest digest that arrived. Raises nothing but its cancellation, upon
        which what was not begun is given back."""
        ledger = self._ledger
        try:
            await self._carry(delivery, last)
        except ClosedError as error:
            await _written(delivery, self._close(delivery, error))
        except RefusedError as error:
            await _written(delivery, ledger.refused(delivery, str(error), why=error.why))
        except AgainError as error:
            unclear = error.unclear or delivery.unclear
            await _written(delivery, ledger.again(delivery, str(error), unclear=unclear))
        except asyncio.CancelledError:
            if not self.is_sending(delivery.id):
                await _written(delivery, ledger.given_back(delivery))
            raise
        except Exception as error:  # noqa: BLE001 - one digest that fails keeps no other from going
            await self._fail(delivery, error)
        finally:
            self._sending.discard(delivery.id)

    # The way of one

    async def _carry(self, delivery: Delivery, last: Due | None) -> None:
        sub = delivery.subscription
        if delivery.unclear and await self._is_over(delivery):
            return
        if sub.paused is not None and not await self._repairs.resumed(sub):
            await self._ledger.skipped(delivery, What.PAUSED, f"{sub.paused}: still so")
            return
        message = await self._compose(delivery, last)
        if message is None:
            await self._ledger.skipped(delivery, What.QUIET)
            return
        channel = self._channel(delivery)
        self._sending.add(delivery.id)
        begun = self._clock()
        if not await self._ledger.begin(delivery):
            return
        async with self._pace.turn(sub.channel):
            if self._clock() - begun >= LEASE:
                # We were held up, as by a machine that slept: whoever came after us may have sent
                # it so long ago that Discord has forgotten the nonce.
                raise AgainError("held up until the lease was over", unclear=False)
            posted = await post(channel, message, nonce=delivery.nonce)
        await self._finish(delivery, posted.id, found=False)

    async def _compose(self, delivery: Delivery, last: Due | None) -> Message | None:
        """None on a quiet day on which nothing is to be sent."""
        sub = delivery.subscription
        issue, language = issuing.issue_of(delivery, last), self._language(sub)
        content = await self._composer.content(issue, language)
        if content.is_quiet and sub.quiet is Quiet.SKIP:
            return None
        if content.is_quiet and sub.quiet is Quiet.SHORTEN:
            issue = issuing.shortened(issue)
            content = await self._composer.content(issue, language)
        return of_issue(content.answer, issue)

    async def _finish(self, delivery: Delivery, id: int, *, found: bool) -> None:
        """It is published before it is recorded: where we end in between, whoever comes next finds
        it and makes up for that."""
        sub = delivery.subscription
        at = discord.utils.snowflake_time(id) if found else self._clock()
        problem = None
        if sub.crosspost:
            problem = await crosspost(self._client, sub.channel, id, self._pace)
        if await self._ledger.sent(delivery, id, at=at, found=found) and problem is not None:
            await self._ledger.published(delivery, problem)

    # After an unclear attempt

    async def _is_over(self, delivery: Delivery) -> bool:
        """Looks into the channel: what is there is recorded, and what cannot be told is given up
        where to send it again could be twice."""
        tried_at = await self._ledger.digests.tried_at(delivery) or delivery.due_at
        found = await self._find(delivery, tried_at)
        self._metrics.count(metrics.LOOKED, found="no" if found is None else "yes")
        if found is not None:
            self._sending.add(delivery.id)
            await self._finish(delivery, found, found=True)
            return True
        permissions = granted(self._client, delivery.subscription)
        if permissions is None:
            # Discord has not told of the server yet, as after a lost session.
            raise AgainError("whether I may look is not known yet", unclear=True)
        if permissions.read_message_history:
            await self._ledger.note(delivery, What.LOOKED, _NOT_SEEN)
            return False
        # Who may not read what was written before sees nothing, whatever is there.
        if self._clock() - tried_at < NONCE_LASTS:
            await self._ledger.note(delivery, What.LOOKED, _SAME_NONCE)
            return False
        await self._ledger.refused(delivery, _UNCLEAR, why="unclear")
        return True

    async def _find(self, delivery: Delivery, tried_at: datetime) -> int | None:
        user = self._client.user
        assert user is not None, "digests are sent by a client that has logged in"
        channel, mark = self._channel(delivery), delivery.nonce
        try:
            async with self._pace.turn():
                return await clearly(lambda: look.find(channel, mark, by=user.id, since=tried_at))
        except look.TooMuchError as error:
            raise RefusedError(f"unclear: {error}", why="unclear") from error

    # What becomes of the others

    async def _close(self, delivery: Delivery, error: ClosedError) -> None:
        sub = delivery.subscription
        reason = await self._repairs.reason(sub, error.reason)
        await self._repairs.pause(sub, reason, str(error))
        await self._ledger.refused(delivery, str(error), why=reason)
        await self._repairs.tell(sub, reason)

    async def _fail(self, delivery: Delivery, error: Exception) -> None:
        """A fault of ours, or a database that is away: the message may be there only where it had
        been begun."""
        log.error("%s failed.", name(delivery), exc_info=error)
        unclear = delivery.unclear or self.is_sending(delivery.id)
        detail = f"a fault of ours: {type(error).__name__}"
        await _written(delivery, self._ledger.again(delivery, detail, unclear=unclear))

    def _channel(self, delivery: Delivery) -> discord.PartialMessageable:
        sub = delivery.subscription
        return self._client.get_partial_messageable(sub.channel, guild_id=sub.guild)


async def _written(delivery: Delivery, work: Awaitable[None]) -> None:
    """What cannot be written down now comes again when the lease is over."""
    try:
        await work
    except Exception as error:  # noqa: BLE001 - there is nobody left to tell but the log
        log.warning("%s: what became of it is not recorded: %s", name(delivery), error)
