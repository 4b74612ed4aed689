"""What must hold is held by the database itself."""

import pytest
from sqlalchemy.exc import IntegrityError

from data.facts.records import Presence
from data.store import Store
from tests.data.store.conftest import NOW, SUMMIT, catalogue, execute, guest

_FACT = (
    "insert into fact (id, revision, kind, body, known_on, known_from, source, origin,"
    " recorded_by, recorded_at) values ('{id}', {revision}, 'meeting', '{{}}', '2025',"
    " '2025-01-01', {source}, '{origin}', 'x', '2026-01-01')"
)
_END = (
    "update fact set known_until = '{day}', ended_as = 'retracted', ended_because = 'x',"
    " ended_by = 'x', ended_at = '2026-01-01' where id = 'hague'"
)
_FIGURE = (
    "insert into observation values ('{edition}', 'ESP', 'share_of_gdp', {year}, '2', 1, 2, null,"
    " 'report', '{locator}')"
)

REFUSED = {
    "a duplicate": _FACT.format(id="hague", revision=1, source="'report'", origin="person"),
    "a second open revision": _FACT.format(
        id="hague", revision=2, source="'report'", origin="person"
    ),
    "no source": _FACT.format(id="new", revision=1, source="null", origin="person"),
    "an orphan": _FACT.format(id="new", revision=1, source="'nowhere'", origin="person"),
    "an origin of no kind": _FACT.format(id="new", revision=1, source="'report'", origin="rumour"),
    "an end without a reason": "update fact set known_until = '2026-01-01' where id = 'hague'",
    "an end before the beginning": _END.format(day="2020-01-01"),
    "a source that is cited": "delete from source where id = 'report'",
    "a figure of no edition": _FIGURE.format(edition="never", year=2025, locator="x"),
    "a figure without its place": _FIGURE.format(edition="2025-08-28", year=2024, locator=""),
    "a figure twice": _FIGURE.format(edition="2025-08-28", year=2025, locator="x"),
}
"""The statement that tries it, by what is wrong with it."""


@pytest.mark.parametrize("statement", REFUSED.values(), ids=list(REFUSED))
async def test_the_database_refuses(store: Store, url: str, statement: str) -> None:
    await store.sync(catalogue(SUMMIT, guest(Presence.INVITED)), now=NOW)
    with pytest.raises(IntegrityError):
        await execute(url, statement)
