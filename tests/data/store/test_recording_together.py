"""Several records at once: all of them are written, or none."""

from dataclasses import replace

import pytest

from data.errors import RecordError
from data.facts.records import Presence
from data.store import Store
from tests.data.store.conftest import NOW, REPORT, SUMMIT, catalogue
from tests.data.store.test_recording import GUEST, OTHER, PLEDGE

NEW = replace(REPORT, id="new")
CITING = replace(OTHER, cites=(replace(OTHER.cites[0], source="new"),))


@pytest.fixture
async def filled(store: Store) -> Store:
    """Holds a meeting and who is invited to it."""
    await store.sync(catalogue(SUMMIT, GUEST), now=NOW)
    return store


async def test_records_may_refer_to_one_another_in_any_order(filled: Store) -> None:
    written = await filled.record_all([CITING, NEW], by="ana", at=NOW)
    assert [(each.kind, each.id, each.by) for each in written] == [
        ("attendance", "other", "ana"),
        ("source", "new", "ana"),
    ]


async def test_one_that_is_refused_leaves_none_and_is_told_by_its_index(filled: Store) -> None:
    before = await filled.change_counter()
    with pytest.raises(RecordError) as caught:
        await filled.record_all([NEW, CITING, GUEST], by="ana", at=NOW)
    assert [each.path for each in caught.value.faults] == [(2, "id")]
    assert await filled.change_counter() == before
    assert await filled.history(type(NEW), "new") == ()


async def test_facts_of_two_kinds_cannot_share_an_id(filled: Store) -> None:
    with pytest.raises(RecordError) as caught:
        await filled.record_all([OTHER, replace(PLEDGE, id=OTHER.id)], by="ana", at=NOW)
    assert [each.path for each in caught.value.faults] == [(1, "id")]


async def test_corrections_are_all_written_or_none(filled: Store) -> None:
    declined = replace(GUEST, status=Presence.DECLINED)
    with pytest.raises(RecordError) as caught:
        await filled.correct_all([declined, PLEDGE], by="ana", because="b", at=NOW)
    assert [each.path for each in caught.value.faults] == [(1, "id")]
    assert len(await filled.history(type(GUEST), GUEST.id)) == 1
