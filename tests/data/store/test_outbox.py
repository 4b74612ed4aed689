"""One digest a day for each subscription, whoever works on it and whoever dies in between."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from data.store import Store
from data.store.digest_log import GRACE
from data.subscriptions.delivery import Delivery, What, nonce_of
from data.subscriptions.due import Due
from data.subscriptions.model import Schedule
from tests.data.store.digests import (
    DAILY,
    DAY,
    EIGHT,
    HOUR,
    LEASE,
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

Make = Callable[[Store], Awaitable[Delivery]]

LATER = EIGHT + LEASE
"""When a lease that began at eight is over."""


async def test_a_delivery_says_all_that_sending_needs(store: Store) -> None:
    await subscribed(store)
    found = await claimed(store)
    assert replace(found, id=1) == Delivery(
        id=1,
        subscription=DAILY,
        day=TODAY,
        due_at=EIGHT,
        state=found.state,
        attempts=1,
        nonce=nonce_of(DAILY.id, TODAY),
    )


async def step(store: Store, what: str, given: Delivery, worker: str, now: datetime) -> bool:
    """One step of a worker; what it has in hand is `given`."""
    digests = store.digests
    match what:
        case "sending":
            return await digests.sending(given, worker, now=now, lease=LEASE)
        case "sent" | "found":
            return await digests.sent(
                given, worker, now=now, message_id=MESSAGE, found=what == "found"
            )
        case "other":
            return await digests.sent(given, worker, now=now, message_id=MESSAGE + 1)
        case "quiet":
            return await digests.skipped(given, worker, now=now, what=What.QUIET)
        case "refused":
            return await digests.refused(given, worker, now=now, detail="403")
        case _:
            return await digests.retry(
                given, worker, now=now, not_before=now, detail="500", unclear=what == "unclear"
            )


# What a worker does with what it has claimed | which of it is accepted | how it ends
LIVES = [
    ("sending sent", "++", "sent sent"),
    ("sending sent sent", "+++", "sent sent"),
    ("sending sending sent", "+++", "sent sent"),
    ("sending sent other", "++-", "sent sent"),
    ("sending sent sending", "++-", "sent sent"),
    ("sending sent quiet", "++-", "sent sent"),
    ("sending sent refused", "++-", "sent sent"),
    ("sending sent retry", "++-", "sent sent"),
    ("sending sent unclear", "++-", "sent sent"),
    ("sent", "-", "claimed"),
    ("found", "-", "claimed"),
    ("quiet", "+", "skipped quiet"),
    ("quiet sending sent", "+--", "skipped quiet"),
    ("sending refused", "++", "refused refused"),
    ("sending refused sent", "++-", "refused refused"),
    ("sending quiet", "++", "skipped quiet"),
    ("retry", "+", "due"),
    ("retry sending", "+-", "due"),
    ("sending retry", "++", "due"),
    ("sending unclear", "++", "sending"),
    ("sending unclear sending", "++-", "sending"),
    ("sending unclear unclear", "++-", "sending"),
    # Nothing was sent, so there is nothing that could be unclear.
    ("unclear", "+", "due"),
    # There is a message after all: who began to send may say so as long as nobody has ended it.
    ("sending unclear sent", "+++", "sent sent"),
    ("sending retry sent", "+++", "sent sent"),
]


@pytest.mark.parametrize(("steps", "accepted", "end"), LIVES)
async def test_the_life_of_a_delivery(store: Store, steps: str, accepted: str, end: str) -> None:
    await subscribed(store)
    given = await claimed(store)
    done = [await step(store, each, given, "one", EIGHT) for each in steps.split()]
    assert ["-+"[each] for each in done] == list(accepted)
    assert await state(store) == end


@pytest.mark.parametrize("make", [claimed, begun])
async def test_what_one_has_claimed_is_nobody_elses(store: Store, make: Make) -> None:
    await subscribed(store)
    given = await make(store)
    before = await state(store), await story(store)
    steps = ("sending", "sent", "found", "quiet", "refused", "retry", "unclear")
    assert not any([await step(store, each, given, "two", EIGHT) for each in steps])
    assert (await state(store), await story(store)) == before


# Where the first worker stops | what the second one finds when the lease is over
CRASHES = [
    ("claimed", "claimed"),
    ("claimed retry", "claimed"),
    ("claimed sending", "unclear"),
    ("claimed sending unclear", "unclear"),
    ("claimed sending retry", "claimed"),
    ("claimed sending sent", "nothing"),
    ("claimed quiet", "nothing"),
    ("claimed sending refused", "nothing"),
]


@pytest.mark.parametrize(("steps", "expected"), CRASHES)
async def test_what_somebody_dropped_is_taken_up(store: Store, steps: str, expected: str) -> None:
    await subscribed(store)
    given = await claimed(store)
    for each in steps.split()[1:]:
        await step(store, each, given, "one", EIGHT)
    await store.digests.enqueue(LATER)
    found = await store.digests.claim("two", now=LATER, lease=LEASE, limit=9)
    assert ["unclear" if each.unclear else "claimed" for each in found] == (
        [] if expected == "nothing" else [expected]
    )


@pytest.mark.parametrize("make", [claimed, begun])
async def test_a_lease_holds_until_its_end(store: Store, make: Make) -> None:
    await subscribed(store)
    await make(store)
    early = await store.digests.claim("two", now=LATER - SECOND / 10, lease=LEASE, limit=9)
    at_its_end = await store.digests.claim("two", now=LATER, lease=LEASE, limit=9)
    assert [len(early), len(at_its_end)] == [0, 1]


async def test_to_begin_to_send_renews_the_lease(store: Store) -> None:
    await subscribed(store)
    given = await claimed(store)
    await store.digests.sending(given, "one", now=LATER - SECOND, lease=LEASE)
    assert await store.digests.claim("two", now=LATER, lease=LEASE, limit=9) == ()


async def test_a_lease_that_is_over_is_still_kept_while_nobody_takes_it(store: Store) -> None:
    await subscribed(store)
    given = await claimed(store)
    assert await store.digests.sending(given, "one", now=LATER, lease=LEASE)
    assert await store.digests.sent(given, "one", now=LATER + 2 * LEASE, message_id=MESSAGE)


async def test_an_attempt_is_not_the_next_one_of_the_same_worker(store: Store) -> None:
    await subscribed(store)
    first = await claimed(store)
    second = await claimed(store, now=LATER)
    assert (first.attempts, second.attempts) == (1, 2)
    for each in ("sending", "quiet", "refused", "retry"):
        assert not await step(store, each, first, "one", LATER)
    assert await store.digests.sending(second, "one", now=LATER, lease=LEASE)
    assert first.nonce == second.nonce


async def test_who_was_slow_says_that_it_was_sent_before_the_other_sends(store: Store) -> None:
    await subscribed(store)
    slow = await begun(store)
    other = await claimed(store, "two", now=LATER)
    assert await store.digests.sent(slow, "one", now=LATER, message_id=MESSAGE)
    assert not await store.digests.sending(other, "two", now=LATER, lease=LEASE)
    assert not await store.digests.sent(other, "two", now=LATER, message_id=MESSAGE)
    assert await story(store) == "due claimed sending claimed sent"


async def test_who_was_slow_is_refused_once_the_other_has_ended_it(store: Store) -> None:
    await subscribed(store)
    slow = await begun(store)
    other = await claimed(store, "two", now=LATER)
    assert await store.digests.sent(other, "two", now=LATER, message_id=MESSAGE, found=True)
    assert not await store.digests.sent(slow, "one", now=LATER, message_id=MESSAGE)
    assert await state(store) == "sent found"


async def test_who_sent_yesterdays_has_not_begun_todays(store: Store) -> None:
    await subscribed(store)
    given = await begun(store)
    await store.digests.sent(given, "one", now=EIGHT, message_id=MESSAGE)
    today = await claimed(store, now=EIGHT + DAY)
    assert not await store.digests.sent(today, "one", now=EIGHT + DAY, message_id=MESSAGE)


async def test_a_message_is_not_that_of_a_later_wish(store: Store) -> None:
    await subscribed(store)
    slow = await begun(store)
    other = await claimed(store, "two", now=LATER)
    await store.digests.sent(other, "two", now=LATER, message_id=MESSAGE, found=True)
    await store.digests.hasten(DAILY.id, now=LATER, by="Ada", again=True)
    assert not await store.digests.sent(slow, "one", now=LATER, message_id=MESSAGE)
    assert await state(store) == "due"


async def test_a_message_is_remembered(store: Store) -> None:
    await subscribed(store)
    given = await begun(store)
    await store.digests.sent(given, "one", now=EIGHT + SECOND, message_id=MESSAGE)
    found = await store.digests.last(DAILY.id)
    assert found is not None
    assert (found.message_id, found.channel, found.finished_at) == (
        MESSAGE,
        DAILY.channel,
        EIGHT + SECOND,
    )
    assert await store.digests.last_sent([DAILY.id, "never000"]) == {
        DAILY.id: Due(TODAY, given.due_at)
    }


async def test_the_first_attempt_that_may_have_arrived_is_remembered(store: Store) -> None:
    await subscribed(store)
    first = await begun(store)
    second = await claimed(store, "two", now=LATER)
    await store.digests.sending(second, "two", now=LATER, lease=LEASE)
    assert await store.digests.tried_at(first) == EIGHT
    await store.digests.retry(second, "two", now=LATER, not_before=LATER, unclear=False)
    assert await store.digests.tried_at(first) is None


async def test_what_is_given_back_waits_for_its_time(store: Store) -> None:
    await subscribed(store)
    given = await begun(store)
    until = EIGHT + 5 * SECOND
    await store.digests.retry(given, "one", now=EIGHT, not_before=until, unclear=True)
    early = await store.digests.claim("two", now=until - SECOND, lease=LEASE, limit=9)
    then = await store.digests.claim("two", now=until, lease=LEASE, limit=9)
    assert [len(early), len(then)] == [0, 1]


async def test_the_longest_due_are_claimed_first(store: Store) -> None:
    earlier = replace(DAILY.schedule, zone="Europe/Athens")
    await subscribed(store, *many(3))
    await store.digests.enqueue(EIGHT)
    await subscribed(store, replace(DAILY, schedule=earlier))
    await store.digests.enqueue(EIGHT)
    first = await store.digests.claim("one", now=EIGHT, lease=LEASE, limit=2)
    second = await store.digests.claim("one", now=EIGHT, lease=LEASE, limit=9)
    assert [each.subscription.id for each in (*first, *second)] == [
        DAILY.id,
        "sub00000",
        "sub00001",
        "sub00002",
    ]


async def test_several_begin_and_end_at_once(store: Store) -> None:
    await subscribed(store, *many(4))
    await store.digests.enqueue(EIGHT)
    held = await store.digests.claim("one", now=EIGHT, lease=LEASE, limit=9)
    await store.digests.unsubscribe("sub00001", now=EIGHT, by="Ada")
    live = await store.digests.sending_all(held, "one", now=EIGHT, lease=LEASE)
    assert [each.subscription.id for each in live] == ["sub00000", "sub00002", "sub00003"]
    messages = {each: MESSAGE + each.id for each in held}
    for _ in range(2):
        assert await store.digests.sent_all(messages, "one", now=EIGHT) == live
    ended = [await store.digests.last(each.subscription.id) for each in live]
    assert [each and each.message_id for each in ended] == [messages[each] for each in live]
    assert await store.digests.sent_all({}, "one", now=EIGHT) == ()


# How much may be late, in hours | hours from the first of three missed mornings until it runs again
# | what became of the three days
DOWNTIME = [
    (2, 0, "due none none"),
    (2, 2, "due none none"),
    (2, 2.01, "missed none none"),
    (0, 0.25, "due none none"),
    (0, 0.26, "missed none none"),
    (24, 24, "missed due none"),
    (24, 23.9, "due none none"),
    (2, 49, "missed missed due"),
    (2, 51, "missed missed missed"),
    (24, 71, "missed missed due"),
    (0, 48, "missed missed due"),
    (0, 49, "missed missed missed"),
]


@pytest.mark.parametrize(("late", "hours", "expected"), DOWNTIME)
async def test_after_downtime(store: Store, late: float, hours: float, expected: str) -> None:
    await subscribed(store, replace(DAILY, late=late * HOUR))
    now = EIGHT + hours * HOUR
    await store.digests.enqueue(now)
    found = [await state(store, TODAY + each * DAY) for each in range(3)]
    assert " ".join(found).replace("skipped ", "") == expected
    assert await store.digests.enqueue(now) == 0


@pytest.mark.parametrize(("late", "hours", "expected"), DOWNTIME)
async def test_after_downtime_what_had_come_due(
    sqlite_store: Store, late: float, hours: float, expected: str
) -> None:
    """As above, but what was due in time was there already; somebody had claimed one of the two."""
    two = [replace(each, late=late * HOUR) for each in many(2)]
    await subscribed(sqlite_store, *two)
    digests = sqlite_store.digests
    await digests.enqueue(EIGHT)
    await digests.claim("one", now=EIGHT - SECOND, lease=SECOND, limit=1)
    now = EIGHT + hours * HOUR
    await digests.enqueue(now)
    await digests.claim("two", now=now, lease=LEASE, limit=9)
    for each in two:
        found = [await state(sqlite_store, TODAY + day * DAY, each.id) for day in range(3)]
        assert " ".join(found).replace("skipped ", "").replace("claimed", "due") == expected


async def test_what_is_late_says_so(store: Store) -> None:
    await subscribed(store)
    await store.digests.enqueue(EIGHT + GRACE)
    assert await story(store) == "due"
    await store.digests.enqueue(EIGHT + DAY + GRACE + SECOND)
    assert await story(store, TODAY + DAY) == "due late"


async def test_of_days_that_come_due_together_only_one_is_ever_due(store: Store) -> None:
    await subscribed(store, replace(DAILY, late=DAY))
    await store.digests.enqueue(EIGHT + DAY)
    assert [await story(store), await story(store, TODAY + DAY)] == ["missed", "due"]


async def test_what_nobody_sent_in_time_is_given_up_without_a_worker(store: Store) -> None:
    await subscribed(store)
    await store.digests.enqueue(EIGHT)
    for late in (2 * HOUR, 2 * HOUR + SECOND):
        await store.digests.enqueue(EIGHT + late)
        assert await state(store) == ("due" if late == 2 * HOUR else "skipped missed")


async def test_too_late_is_too_late_for_who_has_claimed_it(store: Store) -> None:
    await subscribed(store, replace(DAILY, late=timedelta()))
    given = await claimed(store, now=EIGHT + GRACE)
    after = EIGHT + GRACE + SECOND
    await store.digests.enqueue(after)
    assert await state(store) == "claimed"
    assert not await store.digests.sending(given, "one", now=after, lease=LEASE)
    assert await state(store) == "skipped missed"


async def test_what_may_have_been_sent_is_looked_for_however_late(store: Store) -> None:
    await subscribed(store)
    await begun(store)
    await store.digests.enqueue(EIGHT + 3 * DAY)
    found = await store.digests.claim("two", now=EIGHT + 3 * DAY, lease=LEASE, limit=9)
    assert [(each.day, each.unclear) for each in found] == [
        (TODAY, True),
        (TODAY + 3 * DAY, False),
    ]


async def test_a_clock_that_is_put_back_sends_nothing_again(store: Store) -> None:
    await subscribed(store)
    given = await begun(store)
    await store.digests.sent(given, "one", now=EIGHT, message_id=MESSAGE)
    for now in (EIGHT - DAY, EIGHT - HOUR, EIGHT, EIGHT + HOUR):
        await store.digests.enqueue(now)
        assert await store.digests.claim("one", now=now, lease=LEASE, limit=9) == ()


async def test_no_time_of_day_comes_twice_when_the_clocks_go_back(store: Store) -> None:
    half_past_two = replace(
        DAILY,
        schedule=Schedule(at=DAILY.schedule.at.replace(hour=2, minute=30), zone="Europe/Paris"),
        since=datetime.fromisoformat("2026-10-24T12:00Z"),
    )
    await subscribed(store, half_past_two)
    found: list[Delivery] = []
    for minutes in range(0, 240, 30):
        now = datetime.fromisoformat("2026-10-24T23:30Z") + timedelta(minutes=minutes)
        await store.digests.enqueue(now)
        found += await store.digests.claim("one", now=now, lease=DAY, limit=9)
    assert [each.day for each in found] == [date(2026, 10, 25)]


WORKERS = [f"worker {each}" for each in range(4)]


async def together(stack: AsyncExitStack, url: str) -> list[Store]:
    return [await stack.enter_async_context(Store.open(url)) for _ in WORKERS]


async def test_many_who_enqueue_at_once_make_each_row_once(store: Store, url: str) -> None:
    await subscribed(store, *many(40))
    async with AsyncExitStack() as stack:
        stores = await together(stack, url)
        made = await asyncio.gather(
            *(each.digests.enqueue(EIGHT, limit=7) for each in stores for _ in range(4))
        )
    assert sum(made) == 40
    assert (await store.digests.status(EIGHT)).due == 40
    assert [await story(store, name=each.id) for each in many(40)] == ["due"] * 40


async def test_many_who_claim_at_once_share_the_work(store: Store, url: str) -> None:
    await subscribed(store, *many(60))
    await store.digests.enqueue(EIGHT)
    async with AsyncExitStack() as stack:
        stores = await together(stack, url)
        found = await asyncio.gather(
            *(
                each.digests.claim(worker, now=EIGHT, lease=LEASE, limit=4)
                for each, worker in zip(stores, WORKERS, strict=True)
                for _ in range(5)
            )
        )
    names = Counter(each.subscription.id for some in found for each in some)
    assert names == Counter({each.id: 1 for each in many(60)})


async def test_many_who_do_it_all_at_once_send_each_once(store: Store, url: str) -> None:
    """Each drops every third delivery at another step, and the leases end under their hands."""
    await subscribed(store, *many(24))
    posted: Counter[str] = Counter()

    async def work(worker: str, own: Store, ticks: int) -> None:
        digests = own.digests
        for tick in range(ticks):
            now = EIGHT + tick * LEASE / 2
            await digests.enqueue(now, limit=5)
            for each in await digests.claim(worker, now=now, lease=LEASE, limit=5):
                chance = (each.id + tick) % 9
                if chance == 0:
                    continue
                if not each.unclear or each.subscription.id not in posted:
                    if not await digests.sending(each, worker, now=now, lease=LEASE):
                        continue
                    if chance == 3:
                        continue
                    posted[each.subscription.id] += 1
                if chance != 6:
                    await digests.sent(each, worker, now=now, message_id=MESSAGE)

    async with AsyncExitStack() as stack:
        stores = await together(stack, url)
        await asyncio.gather(
            *(work(name, own, 14) for name, own in zip(WORKERS, stores, strict=True))
        )
    assert posted == Counter({each.id: 1 for each in many(24)})
    assert (await store.digests.status(EIGHT)).sent_today == 24


async def test_a_pause_and_a_claim_at_once_never_both_win(store: Store, url: str) -> None:
    await subscribed(store, *many(20))
    await store.digests.enqueue(EIGHT)
    held = await store.digests.claim("one", now=EIGHT, lease=LEASE, limit=20)
    async with Store.open(url) as other:
        ended, *sending = await asyncio.gather(
            asyncio.gather(
                *(
                    other.digests.unsubscribe(each.subscription.id, now=EIGHT, by="Ada")
                    for each in held
                )
            ),
            *(store.digests.sending(each, "one", now=EIGHT, lease=LEASE) for each in held),
        )
    assert ended == [True] * 20
    states = [await state(store, name=each.subscription.id) for each in held]
    assert states == ["sending" if won else "skipped ended" for won in sending]
