"""How answers look: each message fits, and says in words what its colour says."""

import logging
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio

from bot.render.discord.layout import ACCENTS
from bot.render.discord.sizes import size_of
from bot.render.verdicts import WORDS
from tests.bot.render.discord.reading import links, marks
from tests.e2e.reader import MANAGER, ask, leaf
from tests.standin import Clock, Place, Standin
from tests.standin.pointing import pointed
from tests.standin.reply import Shown

pytestmark = pytest.mark.usefixtures("bot")

BEFORE_THE_HAGUE = datetime(2025, 6, 5, 9, 30, tzinfo=UTC)
THE_HAGUE = f"<t:{int(datetime(2025, 6, 24, tzinfo=UTC).timestamp())}:R>"


@pytest_asyncio.fixture
async def local() -> AsyncIterator[Standin]:
    """A Discord on the day of the ministers' meeting before the summit of The Hague."""
    async with Standin.open(clock=Clock(BEFORE_THE_HAGUE)) as home:
        with pointed(home):
            yield home
        assert home.unexpected == []


@pytest.fixture
def here(local: Standin) -> Place:
    channel = local.add_guild("Desk").add_channel("general")
    return local.add_user("Anna").at(channel, permissions=MANAGER)


QUESTIONS: list[tuple[str, dict[str, str]]] = [
    *(("target", {"member": each}) for each in ("ESP", "POL", "ISL", "USA", "DNK")),
    *(("stance", {"member": each}) for each in ("ESP", "SVK")),
    ("history", {"subject": "ESP"}),
    ("history", {"subject": "The Hague"}),
    ("summit", {}),
    ("attendees", {"meeting": "The Hague"}),
    ("digest", {}),
]
DAYS = [None, "2014-09-05", "2024-12-31"]


def wrong_with(page: Shown) -> list[str]:
    """What a reader of one message would stumble over."""
    size, text = size_of(page.components), page.text
    found = [] if size.fits else [f"too large: {size}"]
    body, _, foot = text.partition("\n-# ")
    foot = f"-# {foot}"
    cited = marks(body) | marks(foot.split("\n")[0])
    sources = next((each for each in foot.split("\n") if each.startswith("-# Sources: ")), "")
    if cited != links(sources).keys():
        found.append(f"cited {sorted(cited)}, linked {sorted(links(sources))}")
    said = [
        verdict
        for verdict, word in WORDS.items()
        if re.search(rf"^\*\*\S+ {word}\*\*$", text, re.MULTILINE)
    ]
    if [ACCENTS[each] for each in said] != ([] if page.accent is None else [page.accent]):
        found.append(f"coloured {page.accent}, said {said}")
    return found


async def test_every_page_fits_and_links_what_it_cites_and_says_its_verdict(here: Place) -> None:
    wrong: list[str] = []
    colours: set[int | None] = set()
    for question, options in QUESTIONS:
        for day in DAYS:
            reply = await ask(here, question, **options, **({"as_of": day} if day else {}))
            for page in await leaf(here, reply):
                colours.add(page.accent)
                wrong.extend(f"/{question} {options} {day}: {each}" for each in wrong_with(page))
    assert wrong == []
    assert len(colours) > 3


async def test_a_countdown_goes_on_counting_where_an_answer_is_of_today(here: Place) -> None:
    live = await ask(here, "summit")
    assert f"The Hague summit is **{THE_HAGUE}**" in live.text
    assert THE_HAGUE in (await ask(here, "summit", as_of="today")).text


async def test_a_countdown_stands_still_where_a_day_was_asked_for(here: Place) -> None:
    reply = await ask(here, "summit", as_of="2025-06-01")
    assert "The Hague summit is **in 23 days**" in reply.text
    assert "<t:" not in reply.text


async def test_the_days_of_an_old_answer_are_counted_from_its_own_day(
    local: Standin, here: Place
) -> None:
    reply = await ask(here, "summit")
    local.clock.advance(24 * 3600)
    why = await here.click(reply, "Why?")
    assert "`days`: days between the two = **19 days**" in why.text
    refreshed = await here.click(reply, "Refresh")
    assert (
        "`days`: days between the two = **18 days**" in (await here.click(refreshed, "Why?")).text
    )


REFUSED: dict[str, Any] = {
    "code": 50035,
    "message": "Invalid Form Body",
    "errors": {"data": {"components": {"_errors": [{"code": "X", "message": "No"}]}}},
}


async def test_where_components_are_refused_the_answer_comes_as_plain_text(
    local: Standin, here: Place, caplog: pytest.LogCaptureFixture
) -> None:
    local.faults.add("POST", "/interactions/*", status=400, body=REFUSED)
    with caplog.at_level(logging.ERROR):
        reply = await ask(here, "target", member="Spain")
    assert reply.components == []
    assert reply.content.startswith("Spain: defence spending")
    assert "0.76 percentage points short" in reply.content
    assert "As known on 5 June 2025" in reply.content
    assert "it goes as plain text" in caplog.text


async def test_a_refused_private_answer_stays_private(local: Standin, here: Place) -> None:
    local.faults.add("POST", "/interactions/*", status=400, body=REFUSED)
    reply = await ask(here, "target", member="Spain", private=True)
    assert reply.ephemeral
    assert reply.content != ""
