"""What `article3 digest` shows: the list of digests, how they stand, and why one came or not."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot import digests_json, digests_said
from bot.call import Call
from bot.digests import ALL, DAY, ID, JSON
from bot.entries_json import pour
from bot.fact_store import screen_of
from bot.opening import bare
from bot.render.subscriptions import Entry, lines
from bot.words import Words
from commands.subscribing import title
from commands.subscribing_said import said
from commands.subscribing_steps import find_day
from commands.subscribing_times import echoed
from data.errors import QuestionError
from data.messages import mark
from data.store.digests import Digests, Status
from data.subscriptions.model import Subscription

NO_SUCH = mark("There is no digest '{id}'. See article3 digest list for those there are.")
MORE = mark("And {count} more: see them with --all.")
KNOWN_AS = mark("It is {id}, of server {server}.")
PRIVATE = mark("It is {id}, in private messages.")
COUNTED = mark("Running: {active}. Paused: {paused}.")
WAITING = mark(
    "Waiting to be sent: {due}. Late: {late}. Being sent: {claimed}. To be looked for: {unclear}."
)
TODAY = mark("Since midnight UTC: {sent} sent, {skipped} left out, {failed} failed.")

FIRST = 20


def list_(given: Words, call: Call) -> None:
    asyncio.run(_list(given, call))


def why_(given: Words, call: Call) -> None:
    asyncio.run(_why(given, call))


def status_(given: Words, call: Call) -> None:
    asyncio.run(_status(given, call))


async def find(digests: Digests, id: str, *, ended: bool = False) -> Subscription:
    """Raises QuestionError where there is none; one that has ended is none without `ended`."""
    found = await digests.subscription(id.strip().lower(), ended=ended)
    if found is None:
        raise QuestionError(NO_SUCH, id=echoed(id))
    return found


def known_as(sub: Subscription, entry: Entry) -> Entry:
    """With the id by which it is named here."""
    told = said(PRIVATE, id=sub.id)
    if sub.guild is not None:
        told = said(KNOWN_AS, id=sub.id, server=str(sub.guild))
    return replace(entry, lines=(told, *entry.lines))


def show(entries: Iterable[Entry], call: Call) -> None:
    screen = screen_of(call)
    screen.show(lines(entries, call.voice, screen.width))


async def _list(given: Words, call: Call) -> None:
    now, voice = call.clock(), call.voice
    async with bare(call) as store:
        digests = store.digests
        every = await digests.subscriptions()
        shown = every if ALL in given.flags or JSON in given.flags else every[:FIRST]
        if JSON in given.flags:
            outcomes = [await digests.last(each.id) for each in shown]
            pour(digests_json.listed(shown, outcomes, now), call.stdout)
            return
        entries = await digests_said.listed(digests, shown, now, voice)
    found = [known_as(*pair) for pair in zip(shown, entries, strict=True)]
    if len(shown) < len(every):
        found.append(Entry(None, (said(MORE, count=str(len(every) - len(shown))),)))
    show(found or [Entry(None, (said(digests_said.NONE),))], call)


async def _why(given: Words, call: Call) -> None:
    now, voice = call.clock(), call.voice
    async with bare(call) as store:
        digests = store.digests
        sub = await find(digests, given.operands[ID], ended=True)
        day = find_day(sub, given.operands.get(DAY), now)
        entry = await digests_said.why(digests, sub, day, now, voice)
        if JSON in given.flags:
            events, outcome = await digests.why(sub.id, day), await digests.outcome(sub.id, day)
            pour(digests_json.why(sub, day, events, outcome, entry, voice), call.stdout)
            return
    show([entry], call)


async def _status(given: Words, call: Call) -> None:
    now, voice = call.clock(), call.voice
    async with bare(call) as store:
        digests = store.digests
        found, every = await digests.status(now), await digests.subscriptions()
        if JSON in given.flags:
            pour(digests_json.status(found), call.stdout)
            return
        entries = [_head(found, every, now)]
        for each in every[:FIRST]:
            told = await digests_said.last(digests, each, voice)
            entries.append(known_as(each, Entry(title(each, voice), told)))
    show(entries, call)


def _head(found: Status, every: Iterable[Subscription], now: datetime) -> Entry:
    return Entry(
        None,
        (
            *digests_said.next_of(every, now),
            said(COUNTED, active=str(found.active), paused=str(found.paused)),
            said(
                WAITING,
                due=str(found.due),
                late=str(found.late),
                claimed=str(found.claimed),
                unclear=str(found.unclear),
            ),
            said(
                TODAY,
                sent=str(found.sent_today),
                skipped=str(found.skipped_today),
                failed=str(found.failed),
            ),
        ),
    )
