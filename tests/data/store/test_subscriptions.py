"""Who gets a digest, and when it is next due."""

import asyncio
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from data.errors import StoreError
from data.store import Store
from data.subscriptions.delivery import What
from data.subscriptions.model import Part, Pause, Quiet, Schedule
from tests.data.store.conftest import execute
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
    state,
    story,
    subscribed,
)

MINUTE = timedelta(minutes=1)

OTHERS = [
    replace(DAILY, id="bbbbbbbb", guild=None, parts=frozenset({Part.NEWS}), crosspost=False),
    replace(DAILY, id="cccccccc", late=timedelta(), quiet=Quiet.SKIP, language="en"),
    replace(DAILY, id="dddddddd", parts=frozenset({Part.NEWS, Part.FOCUS}), late=DAY),
    replace(
        DAILY,
        id="eeeeeeee",
        schedule=Schedule(at=time(23, 59), zone="Asia/Kolkata", weekdays=frozenset({6})),
    ),
]


async def next_due(store: Store) -> datetime | None:
    return (await store.digests.status(MADE)).next_due_at


async def test_a_subscription_is_read_as_it_was_made(store: Store) -> None:
    await subscribed(store, DAILY, *OTHERS)
    found = [await store.digests.subscription(each.id) for each in (DAILY, *OTHERS)]
    assert found == [DAILY, *OTHERS]


async def test_subscriptions_are_found_by_what_they_are_of(store: Store) -> None:
    elsewhere = replace(DAILY, id="bbbbbbbb", guild=5, channel=6, owner=7)
    await subscribed(store, DAILY, elsewhere)
    await store.digests.pause(elsewhere.id, Pause.GONE, now=MADE, by="one")
    paused = replace(elsewhere, paused=Pause.GONE, paused_at=MADE)
    found = [
        await store.digests.subscriptions(guild=5),
        await store.digests.subscriptions(channel=6, owner=7),
        await store.digests.subscriptions(paused=Pause.GONE),
        await store.digests.subscriptions(guild=5, channel=DAILY.channel),
        await store.digests.subscriptions(),
    ]
    assert found == [(paused,), (paused,), (paused,), (), (DAILY, paused)]


async def test_an_id_is_there_once(store: Store) -> None:
    await subscribed(store)
    with pytest.raises(StoreError, match=r"(?i)unique"):
        await subscribed(store)


async def test_nothing_about_readers_is_news_to_those_who_answer(store: Store) -> None:
    before = await store.change_counter()
    await subscribed(store)
    given = await begun(store)
    await store.digests.sent(given, "one", now=EIGHT, message_id=MESSAGE)
    assert await store.change_counter() == before


# An edit at this many minutes from eight, to this time | the days and times that are due then
EDITS = [
    (-5, "08:00", ["25 07:00", "26 07:00"]),
    (-5, "09:00", ["25 08:00", "26 08:00"]),
    (-5, "07:50", ["26 06:50"]),
    (-5, "07:55", ["26 06:55"]),
    (-5, "07:56", ["25 06:56", "26 06:56"]),
    # The day has its row already: it goes out as it was due, and not a second time.
    (1, "09:00", ["25 07:00", "26 08:00"]),
    (1, "07:00", ["25 07:00", "26 06:00"]),
]


@pytest.mark.parametrize(("minutes", "to", "expected"), EDITS)
async def test_an_edit_near_the_due_time(
    store: Store, minutes: int, to: str, expected: list[str]
) -> None:
    await subscribed(store)
    at = EIGHT + minutes * MINUTE
    await store.digests.enqueue(at)
    wanted = replace(DAILY, schedule=replace(DAILY.schedule, at=time.fromisoformat(to)))
    assert await store.digests.edit(wanted, now=at, by="Ada")
    seen: list[str] = []
    for passed in range(0, 46, 2):
        now = at + passed * HOUR
        await store.digests.enqueue(now)
        for each in await store.digests.claim("one", now=now, lease=LEASE, limit=9):
            seen.append(f"{each.day.day} {each.due_at:%H:%M}")
            await store.digests.skipped(each, "one", now=now)
    assert seen == expected


async def test_an_edit_is_written_down_with_what_it_changed(store: Store) -> None:
    await subscribed(store)
    wanted = replace(DAILY, language="en", late=HOUR)
    await store.digests.edit(wanted, now=EIGHT - HOUR, by="Ada")
    told = (await store.digests.why(DAILY.id, TODAY))[-1]
    assert (told.what, told.detail, told.worker) == (What.EDITED, "language, late_s", "Ada")
    assert await store.digests.subscription(DAILY.id) == wanted


async def test_an_edit_that_changes_nothing_is_no_event(store: Store) -> None:
    await subscribed(store)
    assert await store.digests.edit(DAILY, now=EIGHT, by="Ada")
    assert [each.what for each in await store.digests.why(DAILY.id, TODAY)] == [What.SUBSCRIBED]


async def test_only_another_schedule_moves_the_due_time(store: Store) -> None:
    await subscribed(store)
    await store.digests.edit(replace(DAILY, language="en"), now=EIGHT, by="Ada")
    assert await next_due(store) == EIGHT
    weekends = replace(DAILY.schedule, weekdays=frozenset({5, 6}))
    await store.digests.edit(replace(DAILY, schedule=weekends), now=EIGHT - HOUR, by="Ada")
    assert await next_due(store) == EIGHT + 3 * DAY
    found = await store.digests.subscription(DAILY.id)
    assert found is not None
    assert found.since == EIGHT - HOUR


async def test_what_is_claimed_when_it_is_edited_goes_out_as_edited(store: Store) -> None:
    await subscribed(store)
    first = await claimed(store)
    await store.digests.edit(replace(DAILY, channel=99), now=EIGHT + SECOND, by="Ada")
    assert not await store.digests.sending(first, "one", now=EIGHT + SECOND, lease=LEASE)
    second = await claimed(store, "two", now=EIGHT + SECOND)
    assert second.subscription.channel == 99
    assert await store.digests.sending(second, "two", now=EIGHT + SECOND, lease=LEASE)


async def test_what_is_unclear_is_looked_for_where_it_was_sent(store: Store) -> None:
    await subscribed(store)
    await store.digests.enqueue(EIGHT)
    await store.digests.edit(replace(DAILY, channel=77), now=EIGHT, by="Ada")
    await begun(store)
    await store.digests.edit(replace(DAILY, channel=99), now=EIGHT + SECOND, by="Ada")
    for again in (1, 2):
        found = await claimed(store, "two", now=EIGHT + again * LEASE)
        assert (found.unclear, found.subscription.channel) == (True, 77)


# Who stops it | what becomes of a digest that is due, claimed, being sent
STOPS: list[tuple[str, tuple[str, str, str]]] = [
    ("asked", ("skipped paused", "skipped paused", "sending")),
    ("ended", ("skipped ended", "skipped ended", "sending")),
    ("forbidden", ("due", "claimed", "sending")),
    ("left", ("due", "claimed", "sending")),
]


async def stop(store: Store, how: str, *, now: datetime = EIGHT, name: str = DAILY.id) -> bool:
    if how == "ended":
        return await store.digests.unsubscribe(name, now=now, by="Ada")
    return await store.digests.pause(name, Pause(how), now=now, by="Ada")


@pytest.mark.parametrize(("how", "expected"), STOPS)
async def test_a_stop_takes_back_what_nobody_sends(
    store: Store, how: str, expected: tuple[str, str, str]
) -> None:
    await subscribed(store, *(replace(DAILY, id=each * 8) for each in "abc"))
    await store.digests.enqueue(EIGHT)
    due = {
        each.subscription.id: each
        for each in await store.digests.claim("one", now=EIGHT, lease=LEASE, limit=9)
    }
    later = EIGHT + 5 * SECOND
    await store.digests.retry(due["a" * 8], "one", now=EIGHT, not_before=later, unclear=False)
    await store.digests.sending(due["c" * 8], "one", now=EIGHT, lease=LEASE)
    for name in due:
        await stop(store, how, name=name)
    assert tuple([await state(store, name=name) for name in sorted(due)]) == expected


@pytest.mark.parametrize("how", ["asked", "ended", "forbidden", "gone", "left"])
async def test_nothing_is_sent_once_it_is_stopped(store: Store, how: str) -> None:
    await subscribed(store)
    given = await claimed(store)
    await stop(store, how)
    assert not await store.digests.sending(given, "one", now=EIGHT, lease=LEASE)
    assert (await state(store)).startswith("skipped")


@pytest.mark.parametrize("how", ["asked", "ended", "forbidden"])
async def test_what_was_being_sent_when_it_was_stopped_is_looked_for_and_not_sent(
    store: Store, how: str
) -> None:
    await subscribed(store)
    await begun(store)
    await stop(store, how)
    found = await claimed(store, "two", now=EIGHT + LEASE)
    assert found.unclear
    assert not await store.digests.sending(found, "two", now=EIGHT + LEASE, lease=LEASE)
    assert await state(store) == f"skipped {'ended' if how == 'ended' else 'paused'}"


@pytest.mark.parametrize("how", ["asked", "ended"])
async def test_what_was_being_sent_when_it_was_stopped_is_recorded(store: Store, how: str) -> None:
    await subscribed(store)
    given = await begun(store)
    await stop(store, how)
    assert await store.digests.sent(given, "one", now=EIGHT, message_id=MESSAGE)


@pytest.mark.parametrize("how", ["asked", "ended"])
async def test_what_is_given_back_after_the_stop_is_not_sent(store: Store, how: str) -> None:
    await subscribed(store)
    given = await begun(store)
    await stop(store, how)
    await store.digests.retry(given, "one", now=EIGHT, not_before=EIGHT, unclear=False)
    assert await store.digests.claim("two", now=EIGHT, lease=LEASE, limit=9) == ()
    assert (await state(store)).startswith("skipped")


async def test_a_pause_that_was_asked_for_lets_nothing_come_due(store: Store) -> None:
    await subscribed(store)
    await stop(store, "asked", now=MADE)
    assert await store.digests.enqueue(EIGHT + 5 * DAY) == 0
    assert await store.digests.resume(DAILY.id, now=EIGHT + 5 * DAY, by="Ada")
    assert await next_due(store) == EIGHT + 6 * DAY
    assert await store.digests.last(DAILY.id) is None


async def test_a_pause_that_nobody_asked_for_is_looked_at_each_day(store: Store) -> None:
    await subscribed(store)
    await stop(store, "forbidden", now=MADE)
    first = await claimed(store)
    assert first.subscription.paused is Pause.FORBIDDEN
    await store.digests.skipped(first, "one", now=EIGHT, what=What.PAUSED)
    second = await claimed(store, now=EIGHT + DAY)
    assert await store.digests.resume(DAILY.id, now=EIGHT + DAY, by="one")
    assert await store.digests.sending(second, "one", now=EIGHT + DAY, lease=LEASE)


# The pauses that are asked for, one after another | which of them change anything | what it is then
PAUSES = [
    ("forbidden forbidden", "yes no", Pause.FORBIDDEN),
    ("forbidden left gone", "yes yes yes", Pause.GONE),
    ("forbidden asked", "yes yes", Pause.ASKED),
    ("asked forbidden left", "yes no no", Pause.ASKED),
]


@pytest.mark.parametrize(("reasons", "changed", "last"), PAUSES)
async def test_a_pause_upon_a_pause(store: Store, reasons: str, changed: str, last: Pause) -> None:
    await subscribed(store)
    found = [await stop(store, each) for each in reasons.split()]
    assert ["yes" if each else "no" for each in found] == changed.split()
    assert await store.digests.subscriptions(paused=last) != ()


async def test_the_owner_is_told_of_a_pause_once(store: Store, url: str) -> None:
    await subscribed(store)

    async def tell() -> bool:
        async with Store.open(url) as other:
            return await other.digests.tell(DAILY.id, now=EIGHT, by="one")

    assert not await tell()
    for _ in range(2):
        await stop(store, "forbidden")
        assert sorted(await asyncio.gather(*(tell() for _ in range(4)))) == [False] * 3 + [True]
        await stop(store, "left")
        assert not await tell()
        await store.digests.resume(DAILY.id, now=EIGHT, by="Ada")


async def test_one_that_ended_is_over_and_keeps_its_story(store: Store) -> None:
    await subscribed(store)
    given = await begun(store)
    await store.digests.sent(given, "one", now=EIGHT, message_id=MESSAGE)
    assert await stop(store, "ended", now=EIGHT + HOUR)
    assert await story(store) == "due claimed sending sent"
    assert await store.digests.subscription(DAILY.id) is None
    assert await store.digests.subscription(DAILY.id, ended=True) == DAILY
    assert await store.digests.subscriptions() == ()
    assert await store.digests.enqueue(EIGHT + 9 * DAY) == 0


async def test_one_that_is_over_or_never_was_is_not_changed(store: Store) -> None:
    await subscribed(store)
    await stop(store, "ended")
    never = replace(DAILY, id="zzzzzzzz")
    for each in (DAILY, never):
        done = [
            await store.digests.edit(replace(each, language="en"), now=EIGHT, by="Ada"),
            await store.digests.pause(each.id, Pause.ASKED, now=EIGHT, by="Ada"),
            await store.digests.resume(each.id, now=EIGHT, by="Ada"),
            await store.digests.unsubscribe(each.id, now=EIGHT, by="Ada"),
        ]
        assert done == [False] * 4


async def reckoned_as(url: str, moment: datetime) -> None:
    """As by the rules that a zone had before."""
    kept = f"{moment:%Y-%m-%d %H:%M:%S}.000000{'' if url.startswith('sqlite') else '+00'}"
    await execute(url, f"update subscription set next_due_at = '{kept}'")


async def test_a_zone_that_changed_its_rules_is_reckoned_anew(store: Store, url: str) -> None:
    await subscribed(store, DAILY, replace(DAILY, id="bbbbbbbb"))
    assert await store.digests.reckon() == 0
    await reckoned_as(url, EIGHT + HOUR)
    assert await store.digests.reckon() == 2
    assert await next_due(store) == EIGHT


@pytest.mark.parametrize("moved", [-HOUR, HOUR])
async def test_a_zone_that_changed_its_rules_loses_no_day(
    store: Store, url: str, moved: timedelta
) -> None:
    await subscribed(store)
    await reckoned_as(url, EIGHT + moved)
    for now in (EIGHT - HOUR, EIGHT, EIGHT + HOUR):
        await store.digests.enqueue(now)
    assert await state(store) == "due"
    found = await store.digests.outcome(DAILY.id, TODAY)
    assert found is not None
    assert found.due_at == EIGHT


async def test_the_first_day_is_after_the_subscription(store: Store) -> None:
    await subscribed(store)
    assert await store.digests.enqueue(EIGHT - SECOND) == 0
    assert await store.digests.outcome(DAILY.id, date(2026, 11, 24)) is None
    assert await store.digests.enqueue(EIGHT) == 1
