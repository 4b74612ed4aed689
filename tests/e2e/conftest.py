"""The whole bot in this process: the real client, a real store, a Discord on loopback."""

import asyncio
import logging
import shutil
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from bot.app import App, look_again
from bot.digest.sender import Rhythm
from bot.feed_watch import Watching
from bot.library import Library, Pause
from bot.replies.pictures import Pictures
from data.facts.knowledge import Knowledge
from data.store import Store
from tests.shipped import CATALOGUE
from tests.standin import Clock, Place, Standin
from tests.standin.fixtures import hurried
from tests.standin.pointing import pointed

if TYPE_CHECKING:
    from tests.e2e.elsewhere import Elsewhere

__all__ = ["hurried"]

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


async def never() -> bool:
    """Nobody looks by themselves: the test says when."""
    await asyncio.Event().wait()
    return False


@dataclass(frozen=True, slots=True)
class Prepared:
    """A database with the shipped facts, and what was read from it."""

    file: Path
    counter: int
    knowledge: Knowledge


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    file = tmp_path_factory.mktemp("e2e") / "prepared.db"
    return asyncio.run(_prepare(file))


async def _prepare(file: Path) -> Prepared:
    async with Store.open(address(file)) as store:
        await store.prepare()
        await store.sync(CATALOGUE, now=NOW)
        return Prepared(file, await store.change_counter(), await store.knowledge())


def address(file: Path) -> str:
    return f"sqlite+aiosqlite:///{file}"


@pytest_asyncio.fixture
async def local() -> AsyncIterator[Standin]:
    """A Discord of this test's own on the day the bot takes it for. Nothing it does not know may
    come to it."""
    async with Standin.open(clock=Clock(NOW)) as home:
        with pointed(home):
            yield home
        assert home.unexpected == []


@pytest_asyncio.fixture
async def store(prepared: Prepared, tmp_path: Path) -> AsyncIterator[Store]:
    file = tmp_path / "article3.db"
    shutil.copyfile(prepared.file, file)
    async with Store.open(address(file)) as opened:
        yield opened


class Bots:
    """Starts bots upon one store, one after the other as after a restart, or side by side."""

    def __init__(self, local: Standin, store: Store, prepared: Prepared) -> None:
        self._local = local
        self._store = store
        self._known = prepared.counter, prepared.knowledge
        self._running: dict[App, asyncio.Task[None]] = {}

    async def start(
        self,
        *,
        pause: Pause = look_again,
        rhythm: Rhythm | None = None,
        pictures: Pictures | None = None,
        review_server: int | None = None,
        feeds: Watching | None = None,
    ) -> App:
        """A bot that Discord has greeted. Raises what it ended with where it could not start."""
        library = Library(self._store, self._known)
        await library.refresh()
        clock = self._local.clock.now
        app = App(
            library,
            self._store,
            clock=clock,
            pause=pause,
            rhythm=rhythm,
            pictures=pictures,
            feeds=feeds,
            review_server=review_server,
            review_pause=never,
        )
        # Seconds in which no more servers are told of, after which all are known.
        app._connection.guild_ready_timeout = 0.01  # noqa: SLF001
        running = asyncio.create_task(app.start(self._local.token))
        self._running[app] = running
        greeted = asyncio.create_task(self._local.gateway.ready(len(self._running)))
        await asyncio.wait({greeted, running}, return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            greeted.cancel()
            await app.close()
            await self._running.pop(app)
        return app

    async def stop(self, app: App) -> None:
        """As SIGTERM does."""
        await app.stop()
        await self._running.pop(app)

    async def stop_all(self) -> None:
        for app in list(self._running):
            await self.stop(app)


@pytest_asyncio.fixture
async def bots(local: Standin, store: Store, prepared: Prepared) -> AsyncIterator[Bots]:
    made = Bots(local, store, prepared)
    yield made
    await made.stop_all()


@pytest_asyncio.fixture
async def bot(bots: Bots) -> App:
    return await bots.start()


@pytest.fixture
def here(local: Standin) -> Place:
    """Anna in #general of a server where the bot is; she may do what members may."""
    channel = local.add_guild("Desk").add_channel("general")
    return local.add_user("Anna").at(channel)


@pytest.fixture
def there() -> "Iterator[Elsewhere]":
    """A Discord that runs beside the test; where discord.py looks for one, and its log, are put
    back afterwards."""
    from tests.e2e.elsewhere import elsewhere

    root, ours = logging.getLogger(), logging.getLogger("bot")
    before = root.handlers[:], root.level, ours.level
    root.handlers = []
    with elsewhere() as found, pointed(found.home):
        yield found
    root.handlers, root.level, ours.level = before


@pytest.fixture
def database(prepared: Prepared, tmp_path: Path) -> str:
    """The address of a database with the shipped facts."""
    file = tmp_path / "article3.db"
    shutil.copyfile(prepared.file, file)
    return address(file)
