"""An item of a feed as an article that proposals can cite."""

import hashlib
import re
from datetime import UTC, datetime, timedelta

from data.dates import PartialDate
from data.importers.article_text import legible
from data.importers.feeds.model import Item, Watched
from data.importers.proposals import Article
from data.messages import mark
from data.names.text import words
from data.sources import Source

FROM_FEED = mark("An item of the feed {feed}, with what the feed gives of its text.")
UNDATED = mark(
    "An item of the feed {feed}, with what the feed gives of its text. It has no date, so the day "
    "is the one it was first seen on."
)

_LONGEST_SLUG = 40
_FORWARD = timedelta(days=1)
"""A clock may be fast, or in another zone; what is dated later than that has no date."""
_EARLIEST = datetime(1949, 4, 4, tzinfo=UTC)
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")


def moment_of(item: Item, now: datetime, *, anew: bool = False) -> datetime | None:
    """When it was published, or with `anew` when it was last changed; None where it says nothing
    that can be."""
    given = (item.updated, item.published) if anew else (item.published, item.updated)
    return next((each for each in given if each and _EARLIEST <= each <= now + _FORWARD), None)


def article_of(item: Item, feed: Watched, *, now: datetime, anew: bool = False) -> Article:
    """`anew` is whether it was read before, and has another text now."""
    moment = moment_of(item, now, anew=anew)
    seen = now.astimezone(UTC).date()
    day = seen if moment is None else min(moment.date(), seen)
    publisher = legible(feed.name)[:80]
    note = FROM_FEED if moment is not None else UNDATED
    source = Source(
        id=f"{_slug(publisher)}-{day:%Y-%m-%d}-{_short_hash(item)}",
        title=item.title,
        publisher=publisher,
        published_on=PartialDate(day.year, day.month, day.day),
        verified_on=seen,
        url=item.link,
        grade=feed.grade,
        note=str(note.format(feed=feed.id)),
    )
    # Where a feed gives its headlines alone, they are what can be read.
    return Article(source=source, text=item.text or item.title)


def _slug(publisher: str) -> str:
    plain = _NOT_IN_SLUG.sub("-", "-".join(words(publisher))).strip("-")
    return plain[:_LONGEST_SLUG].strip("-") or "feed"


def _short_hash(item: Item) -> str:
    told = "\n".join((item.link, item.title, item.text))
    return hashlib.sha256(told.encode()).hexdigest()[:8]
