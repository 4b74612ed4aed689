"""Lends desks to ask at, from memory: the store is asked only whether it knows more by now."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import date

from commands.desk import Desk
from commands.voice import Voice
from data.facts.knowledge import Knowledge
from data.store import Store

log = logging.getLogger(__name__)

Pause = Callable[[], Awaitable[bool]]
"""Waits until it is time to look again; False says that nobody needs that any more."""


class Library:
    def __init__(self, store: Store, read: tuple[int, Knowledge] | None = None) -> None:
        """`read` is what was known at a state of the store, where that was read before."""
        self._store = store
        self._read = read
        self._desks: dict[tuple[str, date], Desk] = {}
        self._reading = asyncio.Lock()

    @property
    def state(self) -> int:
        """Moves when what is known does. Zero before anything was read."""
        return self._read[0] if self._read is not None else 0

    async def refresh(self) -> bool:
        """Reads what the store knows, where it has changed; says whether it had."""
        async with self._reading:
            counter = await self._store.change_counter()
            if self._read is not None and self._read[0] == counter:
                return False
            self._read = counter, await self._store.knowledge()
            self._desks.clear()
            return True

    def at_hand(self, today: date, language: str = "en") -> Desk:
        """A desk for questions asked on `today`, from what was read last."""
        assert self._read is not None, "refresh comes first"
        desk = self._desks.get((language, today))
        if desk is None:
            # Only the languages of one day are worth keeping.
            self._desks = {key: kept for key, kept in self._desks.items() if key[1] == today}
            desk = Desk.of(self._read[1], Voice.of(language), today)
            self._desks[language, today] = desk
        return desk

    async def desk(self, today: date, language: str = "en") -> Desk:
        """A desk for questions asked on `today`, from what the store knows now."""
        await self.refresh()
        return self.at_hand(today, language)


async def nothing_else() -> None:
    """Beside a library there may be nothing to keep up to date."""


async def watch(
    library: Library,
    pause: Pause,
    *,
    also: Callable[[], Awaitable[object]] = nothing_else,
    failed: Callable[[], None] = lambda: None,
) -> None:
    """Keeps a library up to date with what other processes write; what `also` reads, too. Whatever
    fails is said once, and answers go on from what is at hand; `failed` is called each time."""
    failing = False
    while await pause():
        try:
            changed = await library.refresh()
            await also()
        except Exception as error:  # noqa: BLE001 - a database that is away comes back by itself
            failed()
            if not failing:
                log.warning("The database cannot be read; answers go on from memory: %s", error)
            failing = True
            continue
        if failing:
            log.info("The database can be read again.")
        failing = False
        if changed:
            log.info("What is known has changed and was read again.")
