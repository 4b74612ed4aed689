"""`article3 feed`: what it writes, shows and refuses."""

import asyncio
import io
import json
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot import usage
from bot.call import Call
from bot.feeds import VERBS
from bot.feeds_checking import checked
from bot.settings import Settings
from bot.words import Words
from commands.voice import Voice
from data.importers.feeds.fetching import Fetcher
from data.importers.feeds.model import Watched
from data.sources import Grade
from data.store import Store
from tests.bot.conftest import NOW, Ran, run_in
from tests.feedserver import FeedServer, item, rss, serving

SHEET = usage.Sheet(Voice.of("en"))
ADDRESS = "https://gazette.example.org/feed.xml"
PLEDGE = (
    "Spain will spend 2.1 percent of GDP on defence this year, the defence ministry said on "
    "Tuesday."
)


@pytest.fixture
def folder(data_dir: Path, tmp_path: Path) -> Path:
    """A data folder of this test's own."""
    shutil.copyfile(data_dir / "article3.db", tmp_path / "article3.db")
    return tmp_path


def feed(folder: Path, *words: str) -> Ran:
    return run_in(folder, "feed", *words)


def added(folder: Path, *more: str) -> str:
    """The id of a new one."""
    ran = feed(folder, "add", ADDRESS, "--by", "Ann", *more)
    assert (ran.code, ran.err) == (0, "")
    found = re.search(r"\((\w{8}), ", ran.out)
    assert found is not None
    return found[1]


def test_a_feed_is_added_listed_and_removed(folder: Path) -> None:
    assert feed(folder, "list").out.startswith("No feeds are watched.")
    id = added(folder, "--publisher", "The Gazette", "--grade", "wire")
    assert feed(folder, "list").out == (
        f"The Gazette ({id}, wire)\n"
        "  https://gazette.example.org/feed.xml\n"
        "  It has not been looked at yet.\n"
        "  A look is due: a running bot makes it within a minute.\n"
    )
    assert "Added by Ann on 25 November 2026, 09:30 (UTC)." in feed(folder, "why", id).out
    assert "The Gazette is not watched any more." in feed(folder, "remove", id, "--by", "Ben").out
    assert feed(folder, "why", id).code == 2


def test_a_feed_that_is_there_is_shown_as_it_is(folder: Path) -> None:
    id = added(folder)
    again = feed(folder, "add", ADDRESS + "#top", "--by", "Ben", "--grade", "official")
    assert again.out.startswith(f"This feed is watched already.\ngazette.example.org ({id}, other)")


def test_the_list_is_json_for_other_programs(folder: Path) -> None:
    id = added(folder)
    (held,) = json.loads(feed(folder, "list", "--json").out)["feeds"]
    assert (held["id"], held["url"], held["grade"]) == (id, ADDRESS, "other")
    assert (held["added_by"], held["next_at"]) == ("Ann", NOW.isoformat())
    assert json.loads(feed(folder, "why", ADDRESS, "--json").out) == held


# what is typed behind `article3 feed` | what is said
REFUSED = {
    "": "What is to be done with feeds?",
    "fetch": "article3 feed has no 'fetch'. It has: add, list, why, check, remove.",
    "add": "URL is missing.",
    f"add {ADDRESS}": "--by is missing: say who writes this.",
    "add gazette.example.org --by Ann": "neither https:// nor http://",
    "add http://10.0.0.1/feed --by Ann": "Feeds are not read from private networks.",
    "add https://ann:pw@example.org/ --by Ann": "a user or a password",
    "add https://example.org:8080/ --by Ann": "names port 8080",
    f"add {ADDRESS} --by Ann --grade best": "There is no grade 'best'.",
    f"add {ADDRESS} --by Ann --publisher {'x' * 99}": "--publisher has 99 characters",
    "why abcdefgh": "No feed 'abcdefgh' is watched.",
    "check abcdefgh": "No feed 'abcdefgh' is watched.",
    "check a b": "'b' is too much here.",
    "remove abcdefgh --by Ann": "No feed 'abcdefgh' is watched.",
    "remove abcdefgh": "--by is missing",
    "list --all": "There is no option '--all' here.",
}


@pytest.mark.parametrize("typed", REFUSED)
def test_what_does_not_fit_is_refused_with_what_would(data_dir: Path, typed: str) -> None:
    ran = feed(data_dir, *typed.split())
    assert (ran.code, ran.out) == (2, "")
    assert REFUSED[typed] in ran.err


def test_a_check_without_feeds_says_so(data_dir: Path) -> None:
    assert feed(data_dir, "check").out.startswith("No feeds are watched.")


# A look now


@dataclass(frozen=True, slots=True)
class Newsroom:
    """A feed on this machine, and somebody at a terminal who looks at it."""

    folder: Path
    server: FeedServer

    async def check(self, *flags: str) -> Ran:
        out, err = io.StringIO(), io.StringIO()
        call = Call(
            settings=Settings.read({}, data_dir=self.folder),
            environ={},
            clock=lambda: NOW,
            stdin=io.StringIO(),
            stdout=out,
            stderr=err,
        )
        words = Words({}, {}, frozenset(flags))
        code = await checked(words, call, Fetcher(self.server.policy))
        return Ran(code or 0, out.getvalue(), err.getvalue())

    async def typed(self, *words: str) -> Ran:
        """In a thread, for the program has an event loop of its own."""
        return await asyncio.to_thread(run_in, self.folder, "feed", *words)

    def store(self) -> AbstractAsyncContextManager[Store]:
        return Store.open(f"sqlite+aiosqlite:///{self.folder / 'article3.db'}")


@pytest_asyncio.fixture
async def room(folder: Path) -> AsyncIterator[Newsroom]:
    async with serving() as server:
        room = Newsroom(folder, server)
        made = Watched(
            id="aaaaaaaa",
            url=server.url(),
            host="127.0.0.1",
            publisher="The Gazette",
            grade=Grade.WIRE,
            by="Ann",
            added_at=NOW,
        )
        async with room.store() as store:
            await store.feeds.add(made)
        yield room


async def test_a_check_shows_what_would_be_proposed_and_writes_nothing(room: Newsroom) -> None:
    old = item("Long ago.", key="2", date="Thu, 01 Jan 2026 07:00:00 GMT")
    room.server.serve(rss(item(PLEDGE), old))
    for _ in range(2):
        ran = await room.check()
        assert ran.code == 0
        assert ran.out.startswith(
            "The Gazette (aaaaaaaa, wire)\nNew items: 1. Changed: 0. Seen before: 0.\n"
            "Older than a month, and not read: 1.\n"
        )
        told = " ".join(ran.out.split())
        assert "will spend 2.1 percent of GDP" in told
        assert "With --queue these proposals wait for review." in told


async def test_a_check_queues_what_it_found_once(room: Newsroom) -> None:
    room.server.serve(rss(item(PLEDGE)))
    assert "Proposal 1 waits for review." in (await room.check("--queue")).out
    again = await room.check("--queue")
    assert "New items: 0. Changed: 0. Seen before: 1." in again.out
    told = (await room.typed("list")).out
    assert "Last read on 25 November 2026, 09:30 (UTC). Items remembered: 1." in told


async def test_a_check_that_fails_says_why_and_the_list_does(room: Newsroom) -> None:
    room.server.serve("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>&a;</rss>")
    ran = await room.check("--queue")
    assert ran.code == 1
    assert ran.err.startswith("The feed has a DOCTYPE, which may define entities that grow")
    told = " ".join((await room.typed("why", "aaaaaaaa")).out.split())
    assert "It could not be read so far." in told
    assert "failed: The feed has a DOCTYPE" in told
    assert "Failures in a row: 1. Next look: 25 November 2026, 09:4" in told


async def test_a_check_takes_up_again_what_was_gone(room: Newsroom) -> None:
    room.server.serve(status=410)
    assert (await room.check("--queue")).code == 1
    told = " ".join((await room.typed("list")).out.split())
    assert "It is not looked at any more. If it is back" in told
    room.server.serve(rss(item(PLEDGE)))
    assert (await room.check("--queue")).code == 0
    assert "Next look:" in (await room.typed("list")).out


async def test_a_feed_that_the_bot_looks_at_is_not_checked_beside_it(room: Newsroom) -> None:
    async with room.store() as store:
        await store.feeds.claim("bot", now=NOW, lease=timedelta(minutes=9), limit=1)
    assert "is being looked at right now" in (await room.check("--queue")).err
    assert room.server.asked == []


async def test_what_a_stranger_writes_does_no_harm_to_a_terminal(room: Newsroom) -> None:
    evil = rss(item("All quiet.", title="&#x9b;31mRed")).replace("The Gazette", "G&#x202e;az&#x85;")
    room.server.serve(evil)
    ran = await room.check("--queue")
    listed = (await room.typed("list")).out
    assert all(each.isprintable() or each == "\n" for each in ran.out + ran.err + listed)


def test_the_page_of_help_names_every_verb_and_option() -> None:
    page = usage.feeds(SHEET)
    shapes = [verb.shape for verb in VERBS.values()]
    wanted = [*VERBS, *(part for each in shapes for part in (*each.options, *each.flags))]
    assert [each for each in wanted if each not in page] == []
    assert [line for line in page.splitlines() if len(line) > 80] == []
