"""Feeds in the store: who has them, when they are due, and what was seen in them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from data.errors import QuestionError
from data.importers.feeds.model import MOST_FEEDS, FeedError, Item, Watched
from data.importers.feeds.sifting import Standing, sift, traces
from data.messages import mark
from data.sources import Grade
from data.store import Store
from data.store.feed_items import FORGOTTEN_AFTER

NOW = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
HOUR, LEASE = timedelta(hours=1), timedelta(minutes=10)
REFUSED = mark("The server answers with status {status} rather than a feed.")


def watched(id: str = "aaaaaaaa", host: str = "example.org", **more: object) -> Watched:
    made = Watched(
        id=id,
        url=f"https://{host}/{id}.xml",
        host=host,
        publisher=None,
        grade=Grade.WIRE,
        by="Ann",
        added_at=NOW,
    )
    return replace(made, **more)


def told(text: str = "Spain spends 2 percent.", *, key: str = "1", link: str | None = None) -> Item:
    return Item(key=key, link=link or f"https://example.org/{key}", title="News", text=text)


async def claimed(store: Store, worker: str, *, now: datetime = NOW, limit: int = 9) -> list[str]:
    found = await store.feeds.claim(worker, now=now, lease=LEASE, limit=limit)
    return [each.id for each in found]


async def see(store: Store, id: str, *items: Item, now: datetime = NOW) -> list[Standing]:
    """How the items stand; then they are remembered."""
    found = traces(items)
    standings = [
        each.standing
        for each in sift(items, found, await store.feeds.memory(id, found, now=now), now=now)
    ]
    assert await store.feeds.claim_one(id, "w", now=now, lease=LEASE)
    seen = await store.feeds.find(id)
    assert seen is not None
    assert await store.feeds.looked(seen, "w", now=now, next_at=now + HOUR, traces=found)
    return standings


async def test_a_feed_is_due_at_once_and_found_by_id_and_address(store: Store) -> None:
    made = await store.feeds.add(watched())
    assert made.next_at == NOW
    assert await store.feeds.find("aaaaaaaa") == await store.feeds.find(made.url) == made
    assert await store.feeds.all() == (made,)


async def test_an_address_is_watched_once(store: Store) -> None:
    made = await store.feeds.add(watched())
    assert await store.feeds.add(replace(watched(), id="bbbbbbbb")) == made


async def test_there_is_a_most_of_feeds(sqlite_store: Store) -> None:
    for number in range(MOST_FEEDS):
        await sqlite_store.feeds.add(watched(f"{number:08}"))
    with pytest.raises(QuestionError, match="100 feeds are watched"):
        await sqlite_store.feeds.add(watched())


async def test_a_removed_feed_is_not_looked_at_and_can_be_added_again(store: Store) -> None:
    await store.feeds.add(watched())
    await see(store, "aaaaaaaa", told())
    assert await store.feeds.remove("aaaaaaaa", by="Ben", now=NOW)
    assert not await store.feeds.remove("aaaaaaaa", by="Ben", now=NOW)
    assert await claimed(store, "w", now=NOW + 2 * HOUR) == []
    again = replace(watched("bbbbbbbb"), url=watched().url)
    assert (await store.feeds.add(again)).items == 0


async def test_a_feed_is_claimed_by_one_worker_until_its_lease_ends(store: Store) -> None:
    await store.feeds.add(watched())
    assert await claimed(store, "one") == ["aaaaaaaa"]
    assert await claimed(store, "two", now=NOW + LEASE / 2) == []
    assert await claimed(store, "two", now=NOW + LEASE) == ["aaaaaaaa"]
    seen = watched(etag='"1"')
    assert not await store.feeds.looked(seen, "one", now=NOW, next_at=NOW + HOUR)
    assert await store.feeds.looked(seen, "two", now=NOW, next_at=NOW + HOUR)


async def test_two_feeds_of_one_host_are_not_claimed_together(store: Store) -> None:
    for id, host in (("aaaaaaaa", "a.org"), ("bbbbbbbb", "a.org"), ("cccccccc", "c.org")):
        await store.feeds.add(watched(id, host))
    assert await claimed(store, "one") == ["aaaaaaaa", "cccccccc"]
    assert await claimed(store, "two") == []
    assert not await store.feeds.claim_one("bbbbbbbb", "two", now=NOW, lease=LEASE)
    await store.feeds.release("aaaaaaaa", "one")
    assert await claimed(store, "two", limit=1) == ["aaaaaaaa"]


async def test_a_look_that_failed_keeps_its_sentence_with_its_values(store: Store) -> None:
    await store.feeds.add(watched())
    for count in (1, 2):
        now = NOW + count * HOUR
        assert await claimed(store, "w", now=now) == ["aaaaaaaa"]
        problem = FeedError(REFUSED.format(status=500))
        await store.feeds.failed("aaaaaaaa", "w", now=now, next_at=now + HOUR, problem=problem)
    found = await store.feeds.find("aaaaaaaa")
    assert found is not None
    assert (found.failures, found.looked_at, found.succeeded_at) == (2, NOW + 2 * HOUR, None)
    assert found.problem == "The server answers with status 500 rather than a feed."
    assert found.problem.template == REFUSED
    await see(store, "aaaaaaaa")
    found = await store.feeds.find("aaaaaaaa")
    assert found is not None
    assert (found.failures, found.problem) == (0, None)


async def test_a_feed_that_is_gone_is_looked_at_no_more(store: Store) -> None:
    await store.feeds.add(watched())
    await claimed(store, "w")
    problem = FeedError(REFUSED.format(status=410), gone=True)
    await store.feeds.failed("aaaaaaaa", "w", now=NOW, next_at=None, problem=problem)
    assert await claimed(store, "w", now=NOW + 99 * HOUR) == []


async def test_items_are_told_from_those_seen_before_in_any_feed(store: Store) -> None:
    await store.feeds.add(watched())
    await store.feeds.add(watched("bbbbbbbb", "b.org"))
    assert await see(store, "aaaaaaaa", told()) == [Standing.NEW]
    assert await see(store, "aaaaaaaa", told()) == [Standing.SEEN]
    assert await see(store, "aaaaaaaa", told("Other words.")) == [Standing.CHANGED]
    same_link = told("Words of its own.", key="x", link="https://example.org/1")
    same_text = told("Other words.", key="y", link="https://b.org/y")
    new = told("What nobody told.", key="z", link="https://b.org/z")
    standings = await see(store, "bbbbbbbb", same_link, same_text, new)
    assert standings == [Standing.DOUBLE, Standing.DOUBLE, Standing.NEW]


async def test_what_left_its_feed_is_forgotten_after_a_while(store: Store) -> None:
    await store.feeds.add(watched())
    await see(store, "aaaaaaaa", told(), told("Else.", key="2"))
    later = NOW + FORGOTTEN_AFTER + HOUR
    assert await see(store, "aaaaaaaa", told(), now=later) == [Standing.SEEN]
    found = await store.feeds.find("aaaaaaaa")
    assert found is not None
    assert found.items == 1


async def test_looks_do_not_move_what_is_known(store: Store) -> None:
    before = await store.change_counter()
    await store.feeds.add(watched())
    await see(store, "aaaaaaaa", told())
    assert await store.change_counter() == before
