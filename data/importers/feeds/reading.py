"""What a feed says, as values: feedparser reads it once the sieve has let it through."""

import io
from calendar import timegm
from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import Any
from urllib.parse import urljoin

from data.importers.article_text import legible, text_of
from data.importers.feeds.addresses import Policy
from data.importers.feeds.model import (
    LONGEST_TEXT,
    LONGEST_TITLE,
    MOST_ITEMS,
    FeedError,
    Item,
    Page,
)
from data.importers.feeds.sieve import NOT_A_FEED, sieve

_LONGEST_KEY = 500
_NEVER = datetime.min.replace(tzinfo=UTC)
_ANY_PORT = Policy(ports=frozenset(range(1, 65536)))
"""A link is shown and never followed."""


def read_feed(data: bytes, *, url: str, charset: str | None = None) -> Page:
    """`url` is where it came from, which links that are not whole count from. Raises FeedError.

    It takes a second for a large feed, and so is run beside an event loop.
    """
    # It has no types. Given bytes as such, it would take them for the name of a file.
    found: Any = import_module("feedparser").parse(
        io.BytesIO(sieve(data, charset)), sanitize_html=False, resolve_relative_uris=False
    )
    if not found.version:
        raise FeedError(NOT_A_FEED)
    entries = sorted(found.entries, key=_age, reverse=True)[:MOST_ITEMS]
    items = tuple(item for each in entries if (item := _item(each, url)) is not None)
    return Page(
        title=_title(found.feed),
        items=items,
        left_out=len(entries) - len(items),
        keeps=_keeps(found.feed.get("ttl")),
    )


def _age(entry: Any) -> datetime:
    """Those without a date stay behind the others, in their order."""
    return _moment(entry, "published") or _moment(entry, "updated") or _NEVER


def _item(entry: Any, url: str) -> Item | None:
    link = _link(entry.get("link"), url)
    title, text = _title(entry), _text(entry)
    if link is None or not (title or text):
        return None
    return Item(
        key=legible(str(entry.get("id") or link))[:_LONGEST_KEY],
        link=link,
        title=title or _shortened(text, LONGEST_TITLE),
        text=text,
        published=_moment(entry, "published"),
        updated=_moment(entry, "updated"),
    )


def _title(found: Any) -> str:
    """On one line, whatever paragraphs it had."""
    return _shortened(" ".join(text_of(str(found.get("title") or "")).split()), LONGEST_TITLE)


def _text(entry: Any) -> str:
    """The longest of what there is: a feed may have a summary and the whole beside it."""
    given = [each.get("value") for each in entry.get("content") or ()]
    texts = [text_of(str(each)) for each in (*given, entry.get("summary")) if each]
    return _shortened(max(texts, key=len, default=""), LONGEST_TEXT)


def _shortened(text: str, most: int) -> str:
    """Not within a word, where that is not long."""
    if len(text) <= most:
        return text
    cut = text[:most]
    at = max(cut.rfind(" "), cut.rfind("\n"))
    return (cut[:at] if at > most // 2 else cut).rstrip()


def _link(link: Any, url: str) -> str | None:
    """None for what leads nowhere on the web, or hides where it leads."""
    if not link:
        return None
    try:
        return str(_ANY_PORT.check(urljoin(url, str(link).strip())))
    except (FeedError, ValueError):
        return None


def _moment(entry: Any, name: str) -> datetime | None:
    """feedparser counts a moment without a zone as one in UTC."""
    # By its own way it would give the one for the other, and warn of that.
    parsed = dict[str, Any](entry).get(f"{name}_parsed")
    if parsed is None:
        return None
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _keeps(ttl: Any) -> timedelta | None:
    """RSS has it in minutes."""
    text = str(ttl or "").strip()
    if not (text.isascii() and text.isdecimal() and len(text) <= 6):
        return None
    return timedelta(minutes=int(text))
