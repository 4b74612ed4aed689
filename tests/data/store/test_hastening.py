"""A digest that somebody asks for now has the one row of its day."""

import asyncio
from collections import Counter
from datetime import datetime

import pytest

from data.store import Store
from data.store.digests import Hastened
from data.subscriptions.model import Pause
from tests.data.store.digests import (
    DAILY,
    DAY,
    EIGHT,
    HOUR,
    LEASE,
    MESSAGE,
    TODAY,
    begun,
    claimed,
    state,
    story,
    subscribed,
)

EARLY = EIGHT - HOUR


async def hasten(store: Store, now: datetime = EARLY, *, again: bool = False) -> Hastened:
    return await store.digests.hasten(DAILY.id, now=now, by="Ann", again=again)


async def test_it_takes_the_place_of_the_one_that_comes_by_itself(store: Store) -> None:
    await subscribed(store)
    assert await hasten(store) is Hastened.DUE
    assert await hasten(store) is Hastened.UNDER_WAY
    sent = await begun(store, now=EARLY)
    assert await store.digests.sent(sent, "one", now=EARLY, message_id=MESSAGE)
    await store.digests.enqueue(EIGHT)
    assert await store.digests.claim("one", now=EIGHT, lease=LEASE, limit=9) == ()
    assert await story(store) == "due claimed sending sent"
    tomorrow = await claimed(store, now=EIGHT + DAY)
    assert tomorrow.day == TODAY + DAY


async def test_what_was_sent_comes_again_only_where_that_is_said(store: Store) -> None:
    await subscribed(store)
    nonces: list[str] = []
    for again in (False, True, True):
        assert await hasten(store, again=again) is Hastened.DUE
        sent = await begun(store, now=EARLY)
        assert not sent.unclear
        nonces.append(sent.nonce)
        message = MESSAGE + len(nonces)
        assert await store.digests.sent(sent, "one", now=EARLY, message_id=message)
        assert await hasten(store) is Hastened.SENT_BEFORE
    assert nonces == [f"{DAILY.id}.{TODAY}{end}" for end in ("", "~2", "~3")]
    assert await state(store) == "sent sent"


async def test_what_was_left_out_may_still_be_sent(store: Store) -> None:
    await subscribed(store)
    skipped = await claimed(store)
    assert await store.digests.skipped(skipped, "one", now=EIGHT)
    assert await hasten(store, EIGHT + 9 * HOUR) is Hastened.DUE
    late = await begun(store, now=EIGHT + 9 * HOUR)
    assert late.due_at == EIGHT + 9 * HOUR


@pytest.mark.parametrize("reason", list(Pause))
async def test_what_is_paused_does_not_come(store: Store, reason: Pause) -> None:
    await subscribed(store)
    await store.digests.pause(DAILY.id, reason, now=EARLY, by="Ann")
    assert await hasten(store) is Hastened.PAUSED
    assert await state(store) == "none"


async def test_what_is_over_does_not_come(store: Store) -> None:
    await subscribed(store)
    await store.digests.unsubscribe(DAILY.id, now=EARLY, by="Ann")
    assert await hasten(store) is Hastened.ENDED


async def test_several_who_ask_at_its_time_get_one(store: Store) -> None:
    await subscribed(store)
    asked = [hasten(store, EIGHT) for _ in range(4)]
    found, *_ = await asyncio.gather(asyncio.gather(*asked), store.digests.enqueue(EIGHT))
    assert Counter(found)[Hastened.DUE] <= 1
    assert set(found) <= {Hastened.DUE, Hastened.UNDER_WAY}
    await store.digests.enqueue(EIGHT)
    assert (await claimed(store)).day == TODAY
