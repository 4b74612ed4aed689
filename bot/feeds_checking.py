"""`article3 feed check`: a look at a feed now, with what it seems to report."""

import asyncio
import random
import secrets
from collections.abc import Sequence

from rich.text import Text

from bot.call import Call
from bot.fact_store import loaded, screen_of
from bot.feed_look import Look, Looker
from bot.feed_settle import fail, settle
from bot.feed_watch import LEASE, signature
from bot.feeds import QUEUE, WHICH
from bot.feeds_asking import NONE, TITLE, find
from bot.propose import NOT_QUEUED, NOTHING
from bot.propose import said as came
from bot.render.lines import wrap
from bot.render.plain import plain
from bot.reviewing import desk_of, show_one
from bot.words import Words
from commands.desk import Desk
from commands.review import Reviewed
from data.importers.feeds.fetching import Fetcher
from data.importers.feeds.model import FeedError, Watched
from data.importers.feeds.sifting import Standing
from data.messages import Message, mark
from data.store import Store

BUSY = mark("It, or another feed of its server, is being looked at right now. Try again shortly.")
STUMBLED = mark("The reader stumbled over {url} ({fault}); that is a fault of ours.")
LEFT = mark("Some items wait for the next look. {problem}")
LOST = mark(
    "Somebody else looked at it meanwhile, or removed it; nothing is remembered of this look."
)
ITEMS = mark("New items: {new}. Changed: {changed}. Seen before: {seen}.")
DOUBLE = mark("Told by another item already: {count}.")
OLD = mark("Older than a month, and not read: {count}.")
LEFT_OUT = mark("Left out, for want of a link or of words: {count}.")

_FAILED = 1


def check(given: Words, call: Call) -> int | None:
    return asyncio.run(checked(given, call, Fetcher()))


async def checked(given: Words, call: Call, fetcher: Fetcher) -> int | None:
    """One feed or all of them, one after the other. 1 where one of them could not be read."""
    which = given.operands.get(WHICH)
    async with loaded(call) as store:
        found = await store.feeds.all() if which is None else (await find(store, which),)
        if not found:
            call.tell(NONE)
        checking = _Checking(store, call, Looker(store, fetcher), queues=QUEUE in given.flags)
        desk = await desk_of(store, call)
        codes: list[int] = []
        for number, each in enumerate(found):
            call.stdout.write("\n" if number else "")
            codes.append(await checking.check(each, desk))
    return _FAILED if _FAILED in codes else None


class _Checking:
    def __init__(self, store: Store, call: Call, looker: Looker, *, queues: bool) -> None:
        self._store = store
        self._call = call
        self._looker = looker
        self._queues = queues
        self._worker = f"t-{secrets.token_hex(6)}"

    async def check(self, feed: Watched, desk: Desk) -> int:
        call, feeds = self._call, self._store.feeds
        title = call.voice.fill(TITLE, name=plain(feed.name), id=feed.id, grade=feed.grade.value)
        screen_of(call).show(wrap(Text(title, style="bold"), screen_of(call).width))
        if self._queues and not await feeds.claim_one(
            feed.id, self._worker, now=call.clock(), lease=LEASE
        ):
            call.complain(BUSY)
            return _FAILED
        try:
            await self._look(feed, desk)
        except FeedError as error:
            await self._fail(feed, error)
            call.complain(error.sentence)
            return _FAILED
        finally:
            await feeds.release(feed.id, self._worker)
        return 0

    async def _look(self, feed: Watched, desk: Desk) -> None:
        now = self._call.clock()
        look = await self._looker.look(feed, desk.knowledge, now=now, whole=True)
        self._show(look, desk)
        if not self._queues:
            if any(each.proposals for each in look.told):
                self._tell([NOT_QUEUED])
            return
        queued = await self._looker.queue(look, by=signature(feed), at=now)
        jitter = random.random()
        kept = await settle(self._store.feeds, look, queued, self._worker, now=now, jitter=jitter)
        self._tell([came(each) for each in queued.added])
        if queued.refused is not None:
            self._tell([LEFT.format(problem=queued.refused.message)])
        if not kept:
            self._tell([LOST])

    async def _fail(self, feed: Watched, error: FeedError) -> None:
        if self._queues:
            now, jitter = self._call.clock(), random.random()
            await fail(self._store.feeds, feed, error, self._worker, now=now, jitter=jitter)

    def _show(self, look: Look, desk: Desk) -> None:
        self._tell(counts(look))
        for told in look.told:
            for each in told.proposals:
                self._call.stdout.write("\n")
                show_one(desk, Reviewed(proposal=each, source=told.article.source), self._call)
        stumbled = [each for each in look.told if each.fault is not None]
        self._tell(
            [
                STUMBLED.format(url=each.article.source.url, fault=type(each.fault).__name__)
                for each in stumbled
            ]
        )
        if look.told and not any(each.proposals for each in look.told):
            self._tell([NOTHING])

    def _tell(self, sentences: Sequence[str]) -> None:
        screen = screen_of(self._call)
        for each in sentences:
            screen.show(wrap(Text(plain(self._call.voice.word(each))), screen.width))


def counts(look: Look) -> list[Message]:
    """How many items there were of each kind; those of which there are none are not named."""
    found = look.standings
    told = [
        ITEMS.format(
            new=found[Standing.NEW], changed=found[Standing.CHANGED], seen=found[Standing.SEEN]
        )
    ]
    left_out = 0 if look.page is None else look.page.left_out
    rest = {DOUBLE: found[Standing.DOUBLE], OLD: found[Standing.OLD], LEFT_OUT: left_out}
    return [*told, *(sentence.format(count=count) for sentence, count in rest.items() if count)]
