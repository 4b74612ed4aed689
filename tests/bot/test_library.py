"""What is known is read again where it has changed, and answers go on where it cannot be."""

import logging
from collections.abc import Iterable
from datetime import UTC, date, datetime

import pytest

from bot.library import Library, Pause, watch
from data.errors import StoreError
from data.facts.knowledge import Knowledge
from data.members import Roster
from data.rules.ledger import Ledger

TODAY = date(2026, 11, 25)
AWAY = StoreError("The database is away.")


class Shelf:
    """A store as far as a library asks it: a counter, and knowledge that says which one it is."""

    def __init__(self, counters: Iterable[int | StoreError]) -> None:
        self._counters = iter(counters)
        self.reads = 0

    async def change_counter(self) -> int:
        counter = next(self._counters)
        if isinstance(counter, StoreError):
            raise counter
        return counter

    async def knowledge(self) -> Knowledge:
        self.reads += 1
        return Knowledge.of(Roster.of(()), Ledger.of(()), (), ())


def times(count: int) -> Pause:
    left = iter([True] * count)

    async def pause() -> bool:
        return next(left, False)

    return pause


async def test_nothing_is_read_again_while_nothing_has_changed() -> None:
    shelf = Shelf([1, 1, 1])
    library = Library(shelf)  # pyright: ignore[reportArgumentType]
    await library.refresh()
    await watch(library, times(2))
    assert shelf.reads == 1
    assert library.at_hand(TODAY) is library.at_hand(TODAY)


async def test_what_has_changed_is_read_and_desks_are_made_anew() -> None:
    shelf = Shelf([1, 2])
    library = Library(shelf)  # pyright: ignore[reportArgumentType]
    await library.refresh()
    before = library.at_hand(TODAY)
    await watch(library, times(1))
    assert shelf.reads == 2
    assert library.at_hand(TODAY) is not before
    assert library.state == 2


async def test_a_database_away_is_said_once_and_once_when_it_is_back(
    caplog: pytest.LogCaptureFixture,
) -> None:
    library = Library(Shelf([1, AWAY, AWAY, AWAY, 1, 1]))  # pyright: ignore[reportArgumentType]
    await library.refresh()
    with caplog.at_level(logging.INFO):
        await watch(library, times(5))
    assert [record.levelname for record in caplog.records] == ["WARNING", "INFO"]
    assert "The database is away." in caplog.text
    assert library.at_hand(TODAY).today == TODAY


async def test_a_new_day_has_a_desk_of_its_own() -> None:
    library = Library(Shelf([1]))  # pyright: ignore[reportArgumentType]
    await library.refresh()
    tomorrow = datetime(2026, 11, 26, tzinfo=UTC).date()
    assert library.at_hand(tomorrow).today == tomorrow
