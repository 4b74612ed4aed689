"""What goes wrong around the bots: Discord's answers, its gateway, and the database."""

import asyncio
import re
from collections import Counter, deque
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from tests.faultrun.database import Database
from tests.faultrun.plan import LOOKS, Away, Drop, Plan, Trouble
from tests.standin import Fault, Standin
from tests.standin.faults import Faults

_MESSAGES = re.compile(r"/channels/(\d+)/messages")
_KEPT_SESSIONS = 8


def _too_many(*, everywhere: bool) -> dict[str, Any]:
    said = "You are being rate limited."
    body = {"message": said, "retry_after": 0.1, "global": everywhere}
    scope = {"X-RateLimit-Global": "true"} if everywhere else {"X-RateLimit-Scope": "shared"}
    return {"status": 429, "body": body, "headers": {"Via": "1.1 google", **scope}}


_MEANT: Mapping[Trouble, Mapping[str, Any]] = {
    Trouble.FAILED: {},
    Trouble.FAILED_STORED: {"stored": True},
    Trouble.GATEWAY_STORED: {"status": 502, "stored": True},
    Trouble.CUT: {"cut": True},
    Trouble.CUT_STORED: {"cut": True, "stored": True},
    Trouble.SILENT: {"hang": True},
    Trouble.SILENT_STORED: {"hang": True, "stored": True},
    Trouble.TOO_MANY: _too_many(everywhere=False),
    Trouble.TOO_MANY_EVERYWHERE: _too_many(everywhere=True),
    Trouble.LOOK_FAILED: {},
    Trouble.LOOK_CUT: {"cut": True},
}
_NOTHING_ELSE: Mapping[str, Any] = {
    "status": 500,
    "stored": False,
    "body": None,
    "headers": {},
    "hang": False,
    "cut": False,
}


class Troubles(Faults):
    """Of the stand-in, in place of its own: what is planned for each channel, in its order."""

    def __init__(self, planned: Mapping[int, Sequence[Trouble]]) -> None:
        super().__init__()
        self.happened: Counter[Trouble] = Counter()
        self.posts = 0
        self._came = asyncio.Event()
        self._of_posts = {
            channel: deque(each for each in troubles if each not in LOOKS)
            for channel, troubles in planned.items()
        }
        self._of_looks = {
            channel: deque(each for each in troubles if each in LOOKS)
            for channel, troubles in planned.items()
        }

    def take(self, method: str, path: str) -> Fault | None:
        met = _MESSAGES.fullmatch(path)
        if met is None:
            return None
        if method == "POST":
            self.posts += 1
            self._came.set()
        coming = (self._of_posts if method == "POST" else self._of_looks).get(int(met[1]))
        if not coming:
            return None
        trouble = coming.popleft()
        self.happened[trouble] += 1
        return Fault(method, path, times=1, **{**_NOTHING_ELSE, **_MEANT[trouble]})

    async def posted(self, count: int) -> None:
        """Waits until so many messages were asked for."""
        while self.posts < count:
            self._came.clear()
            await self._came.wait()


async def drop(home: Standin, troubles: Troubles, plan: Plan, done: Counter[Drop]) -> None:
    """Ends the connections of the gateway when it is planned."""
    for at, how in plan.drops:
        await troubles.posted(at)
        _forget(home)
        # Who is frozen leaves later than the stand-in waits for.
        with suppress(AssertionError):
            await _drop(home, how)
        done[how] += 1


async def _drop(home: Standin, how: Drop) -> None:
    match how:
        case Drop.BROKEN:
            await home.gateway.drop()
        case Drop.CLOSED:
            await home.gateway.drop(4000)
        case Drop.RECONNECT:
            await home.gateway.reconnect()
        case Drop.INVALID:
            await home.gateway.invalidate(resumable=False)


def _forget(home: Standin) -> None:
    """The sessions of bots that were killed, which nobody resumes."""
    left = [name for name, each in home.gateway.sessions.items() if each.connection is None]
    for name in left[:-_KEPT_SESSIONS]:
        del home.gateway.sessions[name]


async def take_away(
    database: Database, troubles: Troubles, plan: Plan, done: Counter[Away]
) -> None:
    """Takes the database away when it is planned."""
    for at, how, seconds in plan.away:
        await troubles.posted(at)
        await asyncio.to_thread(database.take_away, how, seconds)
        done[how] += 1
