"""Two hundred people at once."""

import asyncio
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Iterator
from contextlib import asynccontextmanager
from itertools import cycle, islice, product

import pytest

from bot.app import App
from tests.e2e.trouble import losses
from tests.standin import Choices, Place, Reply, Standin

MEMBERS = ["Spain", "Frankreich", "Polska", "Türkiye", "US", "Canada", "Lëtzebuerg", "Ísland"]
DAYS = ["2014-09-05", "2023-07-11", "2025-06-25", "2025-06-26", "2026-07-08"]
TYPED = ["", "s", "spa", "Ελλάδα", "the hag", "2025-06", "nothing at all"]


class Stalls:
    """How long the event loop was kept from its next turn."""

    def __init__(self) -> None:
        self.longest = 0.0

    async def watch(self) -> None:
        before = time.perf_counter()
        while True:
            await asyncio.sleep(0)
            now = time.perf_counter()
            self.longest = max(self.longest, now - before)
            before = now


@asynccontextmanager
async def watched() -> AsyncIterator[Stalls]:
    stalls = Stalls()
    ticking = asyncio.create_task(stalls.watch())
    yield stalls
    ticking.cancel()


def questions(places: Iterator[Place]) -> Iterator[Awaitable[Reply]]:
    for member, day in product(MEMBERS, DAYS):
        yield next(places).slash("target", member=member, as_of=day)
        yield next(places).slash("stance", member=member, as_of=day, private=True)
        yield next(places).slash("history", subject=member, as_of=day)
    for day in DAYS:
        yield next(places).slash("summit", as_of=day)


def suggestions(places: Iterator[Place]) -> Iterator[Awaitable[Choices]]:
    for typed in TYPED:
        yield next(places).autocomplete("target", "member", typed)
        yield next(places).autocomplete("target", "as_of", typed)
        yield next(places).autocomplete("attendees", "meeting", typed)


def presses(places: Iterator[Place], answer: Reply) -> Iterator[Awaitable[Reply]]:
    assert answer.message is not None
    for place, label in zip(islice(places, 54), cycle(answer.buttons), strict=False):
        yield place.click(answer.message, label)


async def test_two_hundred_at_once_are_all_answered_once(
    bot: App,
    local: Standin,
    here: Place,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tests.standin.waiting.SAFETY_SECONDS", 60)
    # The local Discord has to take its turns in the same loop, between those of two hundred.
    monkeypatch.setattr("bot.replies.sending.HURRY", 30)
    people = [local.add_user(f"Person {number}").at(here.channel) for number in range(200)]
    answer = await here.slash("target", member="Spain")
    local.requests.clear()
    places = iter(people)
    asked = [*questions(places)]
    typed = [*suggestions(places)]
    pressed = [*presses(places, answer)]
    began = time.perf_counter()
    async with watched() as stalls:
        found = await asyncio.gather(*asked, *typed, *pressed)
    took = time.perf_counter() - began
    await bot.work.idle()
    assert len(found) == 200
    assert [each.failed for each in found if each.failed] == []
    assert [each for each in found if isinstance(each, Reply) and not each.text] == []
    assert losses(caplog) == []
    assert twice(local) == []
    sys.stdout.write(f"200 at once in {took:.2f} s, longest stall {stalls.longest * 1000:.0f} ms\n")


def twice(local: Standin) -> list[str]:
    """Requests that were made more than once, and those that were refused."""
    made = Counter(f"{each.method} {each.path}" for each in local.requests)
    refused = [f"{each.path} {each.status}" for each in local.requests if each.status >= 400]
    return [*(path for path, count in made.items() if count > 1), *refused]
