"""What happened is told as it happened, and the database keeps what must hold."""

import re
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

from data.store import Store, schema
from data.store.backup import backup
from data.store.digests import Digests
from data.store.engine import engine_for
from data.store.restore import restore
from data.subscriptions.delivery import Delivery, Event, What
from data.subscriptions.due import Due
from data.subscriptions.model import Pause
from tests.data.store.digests import (
    DAILY,
    DAY,
    EIGHT,
    HOUR,
    LEASE,
    MADE,
    MESSAGE,
    SECOND,
    TODAY,
    begun,
    claimed,
    many,
    state,
    story,
    subscribed,
)
from tests.data.store.test_migrations import within
from tests.data.store.test_tables import outcomes

LATER = EIGHT + LEASE


async def test_a_day_is_told_step_by_step(store: Store) -> None:
    await subscribed(store)
    first = await begun(store)
    until = EIGHT + 5 * SECOND
    await store.digests.retry(
        first, "one", now=EIGHT + SECOND, not_before=until, detail="timeout", unclear=True
    )
    second = await claimed(store, "two", now=until)
    looked = Event(subscription=DAILY.id, day=TODAY, at=until, what=What.LOOKED, worker="two")
    await store.digests.note(looked)
    await store.digests.sent(second, "two", now=until, message_id=MESSAGE, found=True)
    told = [
        (each.at, each.what.value, each.detail, each.worker)
        for each in await store.digests.why(DAILY.id, TODAY)
    ]
    assert told == [
        (MADE, "subscribed", "", "Ada"),
        (EIGHT, "due", "", None),
        (EIGHT, "claimed", "", "one"),
        (EIGHT, "sending", "", "one"),
        (EIGHT + SECOND, "unclear", "timeout", "one"),
        (until, "claimed", "", "two"),
        (until, "looked", "", "two"),
        (until, "found", str(MESSAGE), "two"),
    ]


async def test_a_day_on_which_nothing_came_due_is_told_by_what_was_before(store: Store) -> None:
    await subscribed(store)
    await store.digests.pause(DAILY.id, Pause.ASKED, now=EIGHT - HOUR, by="Ada", detail="holiday")
    # The day ends at eleven in the evening by UTC.
    await store.digests.resume(DAILY.id, now=EIGHT + 16 * HOUR, by="Ada")
    told = await store.digests.why(DAILY.id, TODAY)
    assert [(each.what, each.detail) for each in told] == [
        (What.SUBSCRIBED, ""),
        (What.PAUSED, "asked: holiday"),
    ]
    assert await store.digests.outcome(DAILY.id, TODAY) is None


async def test_of_a_subscription_that_never_was_nothing_is_told(store: Store) -> None:
    assert await store.digests.why("never000", TODAY) == ()
    assert await store.digests.last("never000") is None
    assert await store.digests.last_sent([]) == {}


async def test_the_last_one_and_the_last_that_was_sent(store: Store) -> None:
    await subscribed(store)
    for day, is_sent in enumerate([True, True, False]):
        now = EIGHT + day * DAY
        given = await begun(store, now=now)
        if is_sent:
            await store.digests.sent(given, "one", now=now, message_id=MESSAGE + day)
        else:
            await store.digests.skipped(given, "one", now=now, what=What.UNCLEAR)
    found = await store.digests.last(DAILY.id)
    assert found is not None
    assert (found.day, found.why) == (TODAY + 2 * DAY, What.UNCLEAR)
    assert await store.digests.last_sent([DAILY.id]) == {DAILY.id: Due(TODAY + DAY, EIGHT + DAY)}


async def test_what_is_too_long_to_tell_is_cut(store: Store) -> None:
    await subscribed(store)
    given = await claimed(store)
    await store.digests.refused(given, "one", now=EIGHT, detail="x" * 1_000)
    assert (await store.digests.why(DAILY.id, TODAY))[-1].detail == "x" * 300


async def test_moments_come_back_as_they_were(store: Store) -> None:
    zoned = replace(DAILY, since=MADE.astimezone(timezone(timedelta(hours=5))))
    await subscribed(store, zoned)
    found = await store.digests.subscription(DAILY.id)
    assert found is not None
    assert (found.since, found.since.utcoffset()) == (MADE, timedelta())


async def test_the_status_counts_each_once(store: Store) -> None:
    await subscribed(store, *many(9))
    digests = store.digests
    await digests.enqueue(EIGHT)
    held = await digests.claim("one", now=EIGHT, lease=LEASE, limit=7)
    await digests.sending_all(held[:3], "one", now=EIGHT, lease=LEASE)
    await digests.sent_all({held[0]: 1, held[1]: 2}, "one", now=EIGHT)
    await digests.retry(held[2], "one", now=EIGHT, not_before=EIGHT, unclear=True)
    await digests.skipped(held[3], "one", now=EIGHT, what=What.QUIET)
    await digests.refused(held[4], "one", now=EIGHT)
    await digests.pause(held[4].subscription.id, Pause.GONE, now=EIGHT, by="one")
    found = await digests.status(EIGHT)
    assert (found.due, found.late, found.claimed, found.unclear) == (3, 0, 2, 1)
    assert (found.sent_today, found.skipped_today, found.failed) == (2, 1, 1)
    assert (found.active, found.paused, found.next_due_at) == (8, 1, EIGHT + DAY)
    later = await digests.status(EIGHT + HOUR)
    assert (later.due, later.late, later.claimed, later.unclear) == (5, 5, 0, 1)
    assert (await digests.status(EIGHT + DAY)).sent_today == 0


async def test_nothing_has_a_status_too(store: Store) -> None:
    found = await store.digests.status(EIGHT)
    assert (found.due, found.active, found.next_due_at) == (0, 0, None)


_SUBSCRIPTION = (
    "insert into subscription select {id}, guild, channel, owner, {minute}, zone, {weekdays},"
    " language, {parts}, {quiet}, {late_s}, crosspost, since, {paused}, {paused_at}, {told_at},"
    " {next_due_day}, next_due_at, made_at, {ended_at} from subscription"
)
_DELIVERY = (
    "insert into delivery (subscription, local_day, due_at, send_by, state, not_before, lease_by,"
    " lease_until, attempts, nonce, tried_at, channel, message_id, finished_at, why) select"
    " {subscription}, {local_day}, due_at, {send_by}, {state}, not_before, {lease_by},"
    " {lease_until}, {attempts}, {nonce}, {tried_at}, channel, {message_id}, {finished_at}, {why}"
    " from delivery"
)


def subscription(**other: str) -> str:
    """A second subscription, sound but for what is given."""
    sound = {
        "id": "'bbbbbbbb'",
        "minute": "minute",
        "weekdays": "weekdays",
        "parts": "parts",
        "quiet": "quiet",
        "late_s": "late_s",
        "paused": "null",
        "paused_at": "null",
        "told_at": "null",
        "next_due_day": "next_due_day",
        "ended_at": "null",
    }
    return _SUBSCRIPTION.format(**(sound | other))


def delivery(**other: str) -> str:
    """A second delivery that is due, sound but for what is given."""
    sound = {
        "subscription": "subscription",
        "local_day": "'2026-12-01'",
        "send_by": "send_by",
        "state": "'due'",
        "lease_by": "null",
        "lease_until": "null",
        "attempts": "0",
        "nonce": "'x'",
        "tried_at": "null",
        "message_id": "null",
        "finished_at": "null",
        "why": "null",
    }
    return _DELIVERY.format(**(sound | other))


def happened(**other: str) -> str:
    sound = {"subscription": "'aaaaaaaa'", "what": "'due'", "detail": "''"} | other
    columns = ", ".join(("at", *sound))
    return (
        f"insert into delivery_event ({columns}) values"
        f" ('2026-11-25 07:00:00', {', '.join(sound.values())})"
    )


LEASED = {"lease_by": "'one'", "lease_until": "due_at"}

ACCEPTED = {
    "a subscription": subscription(),
    "one that is paused": subscription(paused="'gone'", paused_at="since", told_at="since"),
    "a delivery": delivery(),
    "one that is claimed": delivery(state="'claimed'", **LEASED),
    "one being sent that nobody has": delivery(state="'sending'", tried_at="due_at"),
    "one that was sent": delivery(
        state="'sent'", message_id="9", finished_at="due_at", why="'sent'"
    ),
    "an event": happened(),
}

REFUSED = {
    "an id of another length": subscription(id="'bbbbbbb'"),
    "an id in capitals": subscription(id="'BBBBBBBB'"),
    "an id twice": subscription(id="id"),
    "a minute after the last": subscription(minute="1440"),
    "no weekday": subscription(weekdays="0"),
    "an eighth weekday": subscription(weekdays="128"),
    "parts without the news": subscription(parts="2"),
    "a part that is none": subscription(parts="17"),
    "a policy that is none": subscription(quiet="'shout'"),
    "more than a day late": subscription(late_s="86401"),
    "a pause that is none": subscription(paused="'bored'", paused_at="since"),
    "a pause without a moment": subscription(paused="'gone'"),
    "told of no pause": subscription(told_at="since"),
    "a due time without a day": subscription(next_due_day="null"),
    "over, and still due": subscription(ended_at="since"),
    "paused by somebody, and still due": subscription(paused="'asked'", paused_at="since"),
    "a day twice": delivery(local_day="local_day"),
    "a delivery to nobody": delivery(subscription="'zzzzzzzz'"),
    "a state that is none": delivery(state="'lost'"),
    "too late before it is due": delivery(send_by="'2026-01-01'"),
    "fewer attempts than none": delivery(attempts="-1"),
    "no nonce": delivery(nonce="''"),
    "a nonce that Discord refuses": delivery(nonce=f"'{'x' * 26}'"),
    "due, and claimed": delivery(**LEASED),
    "claimed by nobody": delivery(state="'claimed'"),
    "a lease without an end": delivery(state="'claimed'", lease_by="'one'"),
    "being sent since never": delivery(state="'sending'"),
    "sent without a message": delivery(state="'sent'", finished_at="due_at", why="'sent'"),
    "a message of what was not sent": delivery(message_id="9"),
    "over at no time": delivery(state="'skipped'"),
    "over for no reason": delivery(state="'skipped'", finished_at="due_at"),
    "over for a reason that is none": delivery(
        state="'skipped'", finished_at="due_at", why="'bored'"
    ),
    "over, and due": delivery(finished_at="due_at", why="'sent'"),
    "an event that is none": happened(what="'forgotten'"),
    "an event of nobody": happened(subscription="'zzzzzzzz'"),
    "an event that is too long": happened(detail=f"'{'x' * 301}'"),
}

CHANGED = {
    "an event": "update delivery_event set detail = 'x'",
    "an event deleted": "delete from delivery_event",
    "a subscription deleted": "delete from subscription",
}


async def test_the_database_accepts_what_is_sound(store: Store, url: str) -> None:
    await subscribed(store)
    await store.digests.enqueue(EIGHT)
    assert await outcomes(url, ACCEPTED) == dict.fromkeys(ACCEPTED, "")


async def test_the_database_refuses_what_cannot_be(store: Store, url: str) -> None:
    await subscribed(store)
    await store.digests.enqueue(EIGHT)
    found = await outcomes(url, REFUSED)
    assert [what for what, said in found.items() if "constraint" not in said] == []


async def test_what_happened_is_neither_changed_nor_deleted(store: Store, url: str) -> None:
    await subscribed(store)
    found = await outcomes(url, CHANGED)
    assert [what for what, said in found.items() if "the log only grows" not in said] == []


@pytest.mark.parametrize("table", ["delivery_event", "subscription cascade"])
async def test_neither_can_be_emptied(postgres_store: Store, postgres_url: str, table: str) -> None:
    await subscribed(postgres_store)
    (said,) = (await outcomes(postgres_url, {"all": f"truncate {table}"})).values()
    assert "the log only grows" in said


@pytest.mark.own_database
async def test_going_down_takes_digests_away_and_up_again_brings_their_tables(
    store: Store, url: str
) -> None:
    await subscribed(store)
    await begun(store)
    await within(url, lambda each: command.downgrade(schema.configuration(each), "0003"))
    await store.prepare()
    assert await store.digests.subscriptions() == ()
    await subscribed(store)
    assert (await claimed(store)).subscription == DAILY


@pytest.mark.own_database
async def test_a_backup_carries_digests(store: Store, url: str, tmp_path: Path) -> None:
    await subscribed(store)
    given = await begun(store)
    backup(url, tmp_path / "backup")
    await store.digests.unsubscribe(DAILY.id, now=EIGHT, by="Ada")
    await restore(url, tmp_path / "backup", force=True)
    assert await store.digests.subscriptions() == (DAILY,)
    assert await store.digests.sent(given, "one", now=EIGHT, message_id=MESSAGE)
    assert await story(store) == "due claimed sending sent"
    found = await outcomes(url, CHANGED)
    assert [what for what, said in found.items() if "the log only grows" not in said] == []


@pytest.mark.usefixtures("sqlite_store")
async def test_nothing_is_searched_row_by_row(sqlite_url: str) -> None:
    engine, asked = engine_for(sqlite_url), list[tuple[str, tuple[object, ...]]]()

    def hear(_: object, __: object, statement: str, given: Any, ___: object, many: bool) -> None:
        asked.append((statement, given[0] if many else given))

    event.listen(engine.sync_engine, "before_cursor_execute", hear)
    store = Store(engine.sync_engine)
    await subscribed(store)
    given = await begun(store)
    await store.digests.sent(given, "one", now=EIGHT, message_id=MESSAGE)
    await claimed(store, now=EIGHT + DAY)
    await store.digests.unsubscribe(DAILY.id, now=EIGHT + DAY, by="Ada")
    await story(store)
    await store.digests.last(DAILY.id)
    await store.digests.last_sent([DAILY.id])
    event.remove(engine.sync_engine, "before_cursor_execute", hear)
    verbs = ("SELECT", "UPDATE")
    plans = [await plan(engine, *each) for each in asked if each[0].startswith(verbs)]
    await engine.dispose()
    assert len(plans) > 12
    assert [each for each in plans if re.search(r"SCAN (subscription|delivery)", each)] == []


async def plan(engine: AsyncEngine, statement: str, given: tuple[object, ...]) -> str:
    async with engine.connect() as connection:
        rows = await connection.exec_driver_sql(f"explain query plan {statement}", given)
        return " ".join(row.detail for row in rows)


class BrokenOffError(Exception):
    pass


async def test_a_step_that_breaks_off_anywhere_leaves_nothing_behind(
    store: Store, url: str
) -> None:
    """Each step is tried again and again, and breaks off one statement later each time."""
    await subscribed(store)
    engine = engine_for(url)
    broken = Store(engine.sync_engine).digests
    left = 0

    def break_off(*_: object) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise BrokenOffError

    event.listen(engine.sync_engine, "after_cursor_execute", break_off)
    event.listen(engine.sync_engine, "commit", break_off)
    given: Delivery | None = None
    for step in ("due", "claimed", "sending", "sent"):
        before, statements = (await state(store), await story(store)), 0
        while True:
            left = statements
            try:
                given = await once(broken, step, given) or given
            except BrokenOffError:
                assert (await state(store), await story(store)) == before
                statements += 1
            else:
                break
        assert statements > 2
        assert (await story(store)).split()[-1] == step
    await engine.dispose()


async def once(digests: Digests, step: str, given: Delivery | None) -> Delivery | None:
    match step, given:
        case "due", _:
            await digests.enqueue(EIGHT)
        case "claimed", _:
            (found,) = await digests.claim("one", now=EIGHT, lease=LEASE, limit=1)
            return found
        case "sending", Delivery():
            assert await digests.sending(given, "one", now=EIGHT, lease=LEASE)
        case _, Delivery():
            assert await digests.sent(given, "one", now=EIGHT, message_id=MESSAGE)
        case _:
            raise AssertionError(step)
    return None
