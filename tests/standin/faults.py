from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase


@dataclass(slots=True, eq=False)
class Fault:
    """What happens to the next requests that match, in place of an answer."""

    method: str
    path: str
    status: int
    times: int
    stored: bool
    body: object
    headers: Mapping[str, str]
    hang: bool
    cut: bool
    met: int = 0
    reached: asyncio.Event = field(default_factory=asyncio.Event)

    def meets(self, method: str, path: str) -> bool:
        return (
            self.met < self.times and self.method in ("*", method) and fnmatchcase(path, self.path)
        )


class Faults:
    """Trouble to come, in the order in which it was added."""

    def __init__(self) -> None:
        self._coming: list[Fault] = []
        self.over = asyncio.Event()

    def add(
        self,
        method: str,
        path: str,
        *,
        status: int = 500,
        times: int = 1,
        stored: bool = False,
        body: object = None,
        headers: Mapping[str, str] | None = None,
        hang: bool = False,
        cut: bool = False,
    ) -> Fault:
        """The next `times` requests to `path` (`/channels/*`; `*` also spans slashes) fail.

        `stored`: what was asked is done all the same. `hang`: no answer comes at all until
        `release()`. `cut`: the connection ends without an answer. A body that is no text is
        JSON; without one it is what Discord's front door says, plain text.
        """
        fault = Fault(method, path, status, times, stored, body, headers or {}, hang, cut)
        self._coming.append(fault)
        return fault

    def take(self, method: str, path: str) -> Fault | None:
        for each in self._coming:
            if each.meets(method, path):
                each.met += 1
                each.reached.set()
                return each
        return None

    def release(self) -> None:
        """Let go of every request that hangs, and forget what has not happened yet."""
        self._coming.clear()
        self.over.set()
        self.over = asyncio.Event()
