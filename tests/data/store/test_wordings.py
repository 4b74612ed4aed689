from data.store import Store
from data.store.wordings import Key, Of, Wording
from tests.data.store.conftest import NOW

SERVER: Key = (Of.SERVER, 2**62 + 1)
"""Ids of Discord do not fit in 32 bits."""
PERSON: Key = (Of.PERSON, 2**62 + 1)
BY = 2**62 + 2


async def test_who_has_chosen_nothing_is_not_named(store: Store) -> None:
    await store.word(SERVER, Wording("fr"), by=BY, now=NOW)
    assert dict(await store.wordings()) == {SERVER: Wording("fr")}


async def test_a_server_and_a_person_may_have_the_same_id(store: Store) -> None:
    await store.word(SERVER, Wording("fr", "CH"), by=BY, now=NOW)
    await store.word(PERSON, Wording(region="AT"), by=BY, now=NOW)
    assert dict(await store.wordings()) == {
        SERVER: Wording("fr", "CH"),
        PERSON: Wording(None, "AT"),
    }


async def test_the_last_choice_counts(store: Store) -> None:
    await store.word(SERVER, Wording("fr", "CH"), by=BY, now=NOW)
    await store.word(SERVER, Wording("pl"), by=BY, now=NOW)
    assert dict(await store.wordings()) == {SERVER: Wording("pl")}


async def test_a_choice_can_be_taken_back(store: Store) -> None:
    await store.word(SERVER, Wording("fr"), by=BY, now=NOW)
    await store.word(SERVER, Wording(), by=BY, now=NOW)
    assert not await store.wordings()


async def test_a_choice_is_no_news_to_those_who_answer(store: Store) -> None:
    before = await store.change_counter()
    await store.word(SERVER, Wording("fr"), by=BY, now=NOW)
    assert await store.change_counter() == before
