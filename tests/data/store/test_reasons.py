"""Why something was corrected or withdrawn is known to whoever is asked for its history."""

from dataclasses import replace

from data.dates import PartialDate
from data.facts.records import Attendance, Presence
from data.store import Store
from tests.data.store.conftest import NOW, SUMMIT, catalogue, guest

GUEST = guest(Presence.INVITED, "2025-06-03")
DECLINED = replace(GUEST, status=Presence.DECLINED, known_on=PartialDate(2025, 6, 10))


async def reasons(store: Store) -> list[str | None]:
    known = await store.knowledge()
    return [each.why for each in known.revisions if isinstance(each.fact, Attendance)]


async def test_each_end_of_a_fact_has_its_reason(store: Store) -> None:
    await store.sync(catalogue(SUMMIT, GUEST), now=NOW)
    assert await reasons(store) == [None]
    await store.correct(DECLINED, by="ann", because="He declined.", at=NOW)
    day = PartialDate(2025, 6, 12)
    why = "He was never asked."
    await store.retract(Attendance, GUEST.id, by="ann", because=why, at=NOW, known_on=day)
    assert await reasons(store) == ["He declined.", why]
