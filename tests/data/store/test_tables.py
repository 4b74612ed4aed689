"""What must hold is held by the database itself."""

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from data.facts.records import Presence
from data.store import Store
from data.store.engine import engine_for, writing
from tests.data.store.conftest import NOW, SUMMIT, catalogue, guest

_STATE = (
    "insert into revision (fact, kind, number, previous, action, body, known_on, known_from,"
    " governs_from, source, origin, recorded_by, recorded_at, because) values"
    " ('{fact}', '{kind}', {number}, {previous}, '{action}', {body}, '2025', '2025-01-01',"
    " '2025-01-01', {source}, '{origin}', '{by}', '2026-01-01', {because})"
)
_FIGURE = (
    "insert into observation (edition, member, indicator, year, number, action, value, estimate,"
    " places, currency, source, locator, origin, recorded_by, recorded_at, because) values"
    " ('{edition}', '{member}', '{indicator}', {year}, {number}, 'recorded', {value}, true, 2,"
    " null, {source}, '{locator}', 'person', 'x', '2026-01-01', null)"
)


def state(**other: object) -> str:
    """A second state of the fact `meeting:hague`, sound but for what is given."""
    sound = {
        "fact": "meeting:hague",
        "kind": "meeting",
        "number": 2,
        "previous": 1,
        "action": "corrected",
        "body": "'{}'",
        "source": "'source:report'",
        "origin": "person",
        "by": "x",
        "because": "'x'",
    }
    return _STATE.format(**(sound | other))


def figure(**other: object) -> str:
    """A figure that is new, sound but for what is given."""
    sound = {
        "edition": "edition:2025-08-28",
        "member": "member:ESP",
        "indicator": "share_of_gdp",
        "year": 2024,
        "number": 1,
        "value": "'2'",
        "source": "'source:report'",
        "locator": "x",
    }
    return _FIGURE.format(**(sound | other))


ACCEPTED = {
    "a correction": state(),
    "a retraction": state(action="retracted", body="null", source="null"),
    "a figure": figure(),
    "the second state of a figure": figure(year=2025, number=2),
    "a fact that nothing is known of yet": "insert into fact values ('stance:x', 'stance')",
}

REFUSED = {
    "a fact twice": "insert into fact values ('meeting:hague', 'meeting')",
    "a kind that is none": "insert into fact values ('rumour:x', 'rumour')",
    "a key of another kind": "insert into fact values ('stance:x', 'meeting')",
    "a key without an id": "insert into fact values ('stance:', 'stance')",
    "a state twice": state(number=1, previous="null", action="recorded", because="null"),
    "a state that skips one": state(number=3, previous=2),
    "a state that follows none": state(previous="null"),
    "a first state that corrects": state(fact="source:report", kind="source", number=1),
    "a state of no fact": state(fact="meeting:never"),
    "a state of another kind": state(kind="stance"),
    "a fact without a source": state(source="null"),
    "a source that is none": state(source="'source:nowhere'"),
    "a source that is a member": state(source="'member:ESP'"),
    "a source retracted": state(
        fact="source:report", kind="source", action="retracted", body="null"
    ),
    "a correction without a reason": state(because="null"),
    "a correction with an empty reason": state(because="''"),
    "a record with a reason": state(action="recorded"),
    "a correction that says nothing": state(body="null"),
    "a retraction that says something": state(action="retracted"),
    "an action that is none": state(action="guessed"),
    "an origin that is none": state(origin="rumour"),
    "nobody who wrote it": state(by=""),
    "a meeting as such with a state": state(
        fact="gathering:the-hague-2025",
        kind="gathering",
        number=1,
        previous="null",
        action="recorded",
        because="null",
    ),
    "a reference to nothing": "insert into reference values (1, 'source:nowhere')",
    "a reference of nothing": "insert into reference values (9999, 'source:report')",
    "a figure twice": figure(year=2025),
    "a figure of no edition": figure(edition="edition:never"),
    "a figure of no member": figure(member="member:QQQ"),
    "a figure in place of an edition": figure(edition="source:report"),
    "a figure of what nobody publishes": figure(indicator="happiness"),
    "a figure of a year before the treaty": figure(year=1948),
    "a figure without a value": figure(value="null"),
    "a figure without a source": figure(source="null"),
    "a figure without its place": figure(locator=""),
    "a second change counter": "insert into change_counter values (2, 0)",
}
"""The statement that tries it, by what is wrong with it."""

CHANGED = {
    "a state": "update revision set body = '{}' where number = 1",
    "the moment of writing": "update revision set recorded_at = '2020-01-01'",
    "a figure": "update observation set value = '3'",
    "a fact": "update fact set kind = 'stance'",
    "a reference": "update reference set fact = 'member:ESP'",
    "a state deleted": "delete from revision",
    "a figure deleted": "delete from observation",
    "a fact deleted": "delete from fact",
    "a reference deleted": "delete from reference",
}


async def loaded(store: Store) -> None:
    await store.sync(catalogue(SUMMIT, guest(Presence.INVITED)), now=NOW)


async def outcomes(url: str, statements: dict[str, str]) -> dict[str, str]:
    """What the database says to each statement; an empty text where it takes it. Each is tried in a
    transaction of its own, which is taken back."""
    engine = engine_for(url)
    found: dict[str, str] = {}
    try:
        for what, statement in statements.items():
            async with writing(engine).connect() as connection:
                try:
                    await connection.execute(text(statement))
                    found[what] = ""
                except DBAPIError as error:
                    found[what] = str(error.orig).lower()
                await connection.rollback()
    finally:
        await engine.dispose()
    return found


async def test_the_database_accepts_what_is_sound(store: Store, url: str) -> None:
    await loaded(store)
    assert await outcomes(url, ACCEPTED) == dict.fromkeys(ACCEPTED, "")


async def test_the_database_refuses_what_cannot_be(store: Store, url: str) -> None:
    await loaded(store)
    found = await outcomes(url, REFUSED)
    assert [what for what, said in found.items() if "constraint" not in said] == []


async def test_what_was_written_is_neither_changed_nor_deleted(store: Store, url: str) -> None:
    await loaded(store)
    found = await outcomes(url, CHANGED)
    assert [what for what, said in found.items() if "the log only grows" not in said] == []


async def test_no_table_of_the_log_can_be_emptied(postgres_store: Store, postgres_url: str) -> None:
    await loaded(postgres_store)
    (said,) = (await outcomes(postgres_url, {"all": "truncate reference"})).values()
    assert "the log only grows" in said
