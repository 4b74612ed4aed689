"""One look at a feed: what it gives, which of it is new, and what that seems to report."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from data.errors import QuestionError
from data.facts.knowledge import Knowledge
from data.importers.feeds.article import article_of
from data.importers.feeds.fetching import Answer, Fetcher
from data.importers.feeds.model import FeedError, Page, Watched
from data.importers.feeds.reading import read_feed
from data.importers.feeds.sifting import Sifted, Standing, Trace, sift, traces
from data.importers.proposals import Article, Proposal
from data.messages import mark
from data.store import Store
from data.store.proposals import Added

log = logging.getLogger(__name__)

TAKES_TOO_LONG = mark("The feed takes longer to read than {seconds} seconds.")

_READ_WITHIN = 20

Read = Callable[[Article, Knowledge], Sequence[Proposal]]


def read_proposals(article: Article, knowledge: Knowledge) -> Sequence[Proposal]:
    from bot.reading import read_article

    return read_article(article, knowledge).proposals


@dataclass(frozen=True, slots=True)
class Told:
    """What an item that is to be read seems to report. `fault` is what its reading ended with,
    where that was a fault of ours."""

    sifted: Sifted
    article: Article
    proposals: tuple[Proposal, ...] = ()
    fault: Exception | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """`feed` has the title and the validators of now. Without `page` nothing has changed since the
    look before."""

    feed: Watched
    page: Page | None
    keeps: timedelta | None
    """How long its server says that it may be kept."""
    sifted: tuple[Sifted, ...] = ()
    told: tuple[Told, ...] = ()

    @property
    def standings(self) -> Counter[Standing]:
        return Counter(each.standing for each in self.sifted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """What came of the proposals, and of which items it need not be asked again. `refused` is why
    some of them are left for the next look: the queue is full."""

    added: tuple[Added, ...]
    traces: tuple[Trace, ...]
    refused: QuestionError | None = None


class Looker:
    def __init__(self, store: Store, fetcher: Fetcher, read: Read = read_proposals) -> None:
        self._store = store
        self._fetcher = fetcher
        self._read = read

    async def look(
        self, feed: Watched, knowledge: Knowledge, *, now: datetime, whole: bool = False
    ) -> Look:
        """Nothing is written. With `whole` it is fetched even where nothing has changed. Raises
        FeedError."""
        known = {} if whole else {"etag": feed.etag, "modified": feed.modified}
        answer = await self._fetcher.fetch(feed.url, now=now, **known)
        if answer.data is None:
            return Look(feed=feed, page=None, keeps=answer.keeps)
        page = await _read_page(answer.data, answer)
        seen = replace(
            feed, title=page.title or feed.title, etag=answer.etag, modified=answer.modified
        )
        sifted = await self._sift(seen, page, now)
        told = [
            await self._tell(each, seen, knowledge, now) for each in sifted if each.standing.is_read
        ]
        return Look(feed=seen, page=page, keeps=answer.keeps, sifted=sifted, told=tuple(told))

    async def queue(self, look: Look, *, by: str, at: datetime) -> Queued:
        """Sends to review what was found: of each item all of it, or nothing."""
        added: list[Added] = []
        left: dict[Trace, QuestionError] = {}
        for each in look.told:
            if not each.proposals:
                continue
            source = each.article.source
            try:
                added += await self._store.proposals.add(source, each.proposals, by=by, at=at)
            except QuestionError as error:
                left[each.sifted.trace] = error
        # One that is like an item which was left may be read in its place.
        waits = {Standing.DOUBLE} if left else set[Standing]()
        done = (
            each.trace
            for each in look.sifted
            if each.trace not in left and each.standing not in waits
        )
        refused = next(iter(left.values()), None)
        return Queued(added=tuple(added), traces=tuple(done), refused=refused)

    async def _sift(self, feed: Watched, page: Page, now: datetime) -> tuple[Sifted, ...]:
        found = await asyncio.to_thread(traces, page.items)
        memory = await self._store.feeds.memory(feed.id, found, now=now)
        return await asyncio.to_thread(sift, page.items, found, memory, now=now)

    async def _tell(self, each: Sifted, feed: Watched, knowledge: Knowledge, now: datetime) -> Told:
        anew = each.standing is Standing.CHANGED
        article = article_of(each.item, feed, now=now, anew=anew)
        try:
            found = await asyncio.to_thread(self._read, article, knowledge)
        # One item that the reader stumbles over must not keep the others from being read.
        except Exception as error:
            log.warning("Feed %s: %s cannot be read.", feed.id, article.source.url, exc_info=error)
            return Told(each, article, fault=error)
        return Told(each, article, tuple(found))


async def _read_page(data: bytes, answer: Answer) -> Page:
    """Beside the event loop, which goes on whatever becomes of it."""
    try:
        async with asyncio.timeout(_READ_WITHIN):
            return await asyncio.to_thread(read_feed, data, url=answer.url, charset=answer.charset)
    except TimeoutError as error:
        raise FeedError(TAKES_TOO_LONG.format(seconds=_READ_WITHIN)) from error
