from datetime import timedelta, timezone

import pytest

from data.errors import StoreError
from data.store import Published, Store
from tests.data.store.conftest import NOW

APPLICATION = 2**62 + 1
"""Ids of Discord do not fit in 32 bits."""


async def test_of_an_application_that_is_new_nothing_was_published(store: Store) -> None:
    await store.publish(APPLICATION, "one", now=NOW)
    assert await store.published(APPLICATION + 1) is None


async def test_the_last_that_was_published_counts(store: Store) -> None:
    later = NOW.astimezone(timezone(timedelta(hours=5))) + timedelta(minutes=1)
    await store.publish(APPLICATION, "one", now=NOW)
    await store.publish(APPLICATION, "two", now=later)
    found = await store.published(APPLICATION)
    assert found == Published(APPLICATION, "two", later)
    assert found is not None
    assert found.at.utcoffset() == timedelta(0)


async def test_what_was_published_is_no_news_to_those_who_answer(store: Store) -> None:
    before = await store.change_counter()
    await store.publish(APPLICATION, "one", now=NOW)
    assert await store.change_counter() == before


async def test_nothing_is_not_a_digest(store: Store) -> None:
    with pytest.raises(StoreError):
        await store.publish(APPLICATION, "", now=NOW)
