"""What is known of the feeds, and how the last look at each went."""

import asyncio
import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from rich.text import Text

from bot.call import Call
from bot.fact_store import Page, page_of, screen_of
from bot.facts import JSON
from bot.feeds import WHICH
from bot.opening import bare
from bot.render.lines import indented, wrap
from bot.render.plain import plain
from bot.words import Words
from data.errors import QuestionError
from data.importers.feeds.model import Watched
from data.messages import mark
from data.store import Store

NONE = mark("No feeds are watched. Add one with article3 feed add URL --by NAME.")
NO_SUCH_FEED = mark("No feed '{word}' is watched. article3 feed list shows those that are.")
TITLE = mark("{name} ({id}, {grade})")
NEVER = mark("It has not been looked at yet.")
READ = mark("Last read on {moment}. Items remembered: {items}.")
NEVER_READ = mark("It could not be read so far.")
FAILED = mark("The last look, on {moment}, failed: {problem} Failures in a row: {count}.")
NEXT = mark("Next look: {moment}.")
DUE = mark("A look is due: a running bot makes it within a minute.")
STOPPED = mark(
    "It is not looked at any more. If it is back, article3 feed check {id} --queue takes it up "
    "again; otherwise remove it."
)
ADDED = mark("Added by {by} on {moment}.")

_MOST_ECHOED = 80
_INDENT = 2


async def find(store: Store, word: str) -> Watched:
    """By its id or its address; a QuestionError where there is none."""
    found = await store.feeds.find(word)
    if found is None:
        raise QuestionError(NO_SUCH_FEED, word=word[:_MOST_ECHOED])
    return found


def list_(given: Words, call: Call) -> None:
    asyncio.run(_list(call, as_json=JSON in given.flags))


def why(given: Words, call: Call) -> None:
    asyncio.run(_why(given.operands[WHICH], call, as_json=JSON in given.flags))


async def _list(call: Call, *, as_json: bool) -> None:
    async with bare(call) as store:
        found = await store.feeds.all()
        page = await page_of(store, call)
    if as_json:
        _pour({"feeds": [as_object(each) for each in found]}, call)
        return
    show(found, call, page)
    if not found:
        call.tell(NONE)


async def _why(word: str, call: Call, *, as_json: bool) -> None:
    async with bare(call) as store:
        found = await find(store, word)
        page = await page_of(store, call)
    if as_json:
        _pour(as_object(found), call)
        return
    show([found], call, page)
    said = call.voice.fill(ADDED, by=plain(found.by), moment=page.moment(found.added_at))
    _indented([said], call)


def show(feeds: Sequence[Watched], call: Call, page: Page) -> None:
    """Each with its address and how it goes; an empty line between two."""
    for number, each in enumerate(feeds):
        if number:
            call.stdout.write("\n")
        title = call.voice.fill(TITLE, name=plain(each.name), id=each.id, grade=each.grade.value)
        screen_of(call).show(wrap(Text(title, style="bold"), page.width))
        _indented([plain(each.url), *said(each, call, page)], call)


def said(feed: Watched, call: Call, page: Page) -> Iterator[str]:
    fill = call.voice.fill
    if feed.looked_at is None:
        yield fill(NEVER)
    elif feed.succeeded_at is not None:
        yield fill(READ, moment=page.moment(feed.succeeded_at), items=feed.items)
    else:
        yield fill(NEVER_READ)
    if feed.problem is not None and feed.looked_at is not None:
        yield fill(
            FAILED,
            moment=page.moment(feed.looked_at),
            problem=plain(call.voice.word(feed.problem)),
            count=feed.failures,
        )
    yield _next(feed, call, page)


def _next(feed: Watched, call: Call, page: Page) -> str:
    if feed.next_at is None:
        return call.voice.fill(STOPPED, id=feed.id)
    if feed.next_at <= call.clock():
        return call.voice.fill(DUE)
    return call.voice.fill(NEXT, moment=page.moment(feed.next_at))


def as_object(feed: Watched) -> dict[str, Any]:
    return {
        "id": feed.id,
        "url": feed.url,
        "publisher": feed.publisher,
        "title": feed.title,
        "grade": feed.grade.value,
        "added_by": feed.by,
        "added_at": _iso(feed.added_at),
        "looked_at": _iso(feed.looked_at),
        "succeeded_at": _iso(feed.succeeded_at),
        "next_at": _iso(feed.next_at),
        "failures": feed.failures,
        "problem": None if feed.problem is None else str(feed.problem),
        "items": feed.items,
    }


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def _indented(lines: Sequence[str], call: Call) -> None:
    screen = screen_of(call)
    for each in lines:
        screen.show(indented(wrap(Text(each), screen.width - _INDENT), _INDENT))


def _pour(found: dict[str, Any], call: Call) -> None:
    call.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
