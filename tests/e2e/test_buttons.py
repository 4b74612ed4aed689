"""Buttons under answers: whoever presses them, whenever, and whatever release they are of."""

import asyncio
import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from data.dates import PartialDate
from data.facts.records import Stance
from data.store import Store
from tests.e2e.conftest import NOW, Bots
from tests.e2e.reader import ask, turn
from tests.standin import Place, Standin

TODAY = PartialDate.of(NOW.date())


@pytest.fixture
def others(local: Standin, here: Place) -> Place:
    """Ben, who reads the channel that Anna asks in."""
    return local.add_user("Ben").at(here.channel)


@pytest.mark.usefixtures("bot")
async def test_a_press_is_answered_privately_and_the_answer_for_all_stays(
    here: Place, others: Place
) -> None:
    reply = await ask(here, "target", member="Spain")
    before = dict(reply.message or {})
    for presser in (here, others):
        for button in ("Why?", "Sources", "History", "Refresh", "Next page"):
            pressed = await presser.click(reply, button)
            assert pressed.ephemeral, button
            assert "Spain" in pressed.text
    assert reply.message == before
    assert list(here.channel.messages) == [int(before["id"])]


@pytest.mark.usefixtures("bot")
async def test_the_figures_of_an_answer_are_those_it_was_worked_out_to(here: Place) -> None:
    for day in ("2025-06-05", "2026-11-25"):
        reply = await ask(here, "target", member="Spain", as_of=day)
        why = await here.click(reply, "Why?")
        gap = re.search(r"\*\*([\d.]+ percentage points)\*\* short", reply.text)
        assert gap is not None
        assert f"`gap` = **{gap[1]}**" in why.text


@pytest.mark.usefixtures("bot")
async def test_sources_are_all_those_that_are_cited(here: Place) -> None:
    reply = await ask(here, "summit", meeting="The Hague")
    sources = "\n".join(await turn(here, await here.click(reply, "Sources")))
    cited = set(re.findall(r"\[(\d+)\](?!\()", reply.text))
    assert cited
    assert cited <= set(re.findall(r"^- \*\*(\d+)\*\* ", sources, re.MULTILINE))


@pytest.mark.usefixtures("bot")
async def test_an_answer_as_of_a_day_is_not_refreshed(here: Place) -> None:
    for question, options in (("target", {"member": "Spain"}), ("summit", {})):
        assert "Refresh" in (await ask(here, question, **options)).buttons
        assert "Refresh" not in (await ask(here, question, **options, as_of="2025-06-05")).buttons


async def test_buttons_survive_a_restart(bots: Bots, here: Place) -> None:
    first = await bots.start()
    public = await ask(here, "target", member="Spain")
    private = await ask(here, "target", member="Spain", private=True)
    await bots.stop(first)
    await bots.start()
    assert "How it was worked out" in (await here.click(public, "Why?")).text
    turned = await here.click(private, "Next page")
    assert "Page 2 of" in turned.text
    assert private.text == turned.text


@pytest.mark.usefixtures("bot")
async def test_an_old_message_is_answered_for_its_own_day(local: Standin, here: Place) -> None:
    reply = await ask(here, "target", member="Spain")
    local.clock.advance(timedelta(days=1))
    for button in ("Why?", "Sources", "History", "Next page"):
        assert "As known on 25 November 2026" in (await here.click(reply, button)).text, button
    refreshed = await here.click(reply, "Refresh")
    assert "Nothing in this answer has changed since 25 November 2026." in refreshed.text
    assert "As known on 26 November 2026" in refreshed.text
    again = await here.click(refreshed, "Refresh")
    assert "Nothing in this answer has changed since 26 November 2026." in again.text


class Looks:
    """The moments at which a bot looks whether the store knows more."""

    def __init__(self) -> None:
        self._go, self._idle = asyncio.Event(), asyncio.Event()

    async def pause(self) -> bool:
        self._idle.set()
        await self._go.wait()
        self._go.clear()
        return True

    async def look(self) -> None:
        await self._idle.wait()
        self._idle.clear()
        self._go.set()
        await self._idle.wait()


async def news(store: Store) -> Stance:
    """Something that Spain says today."""
    before = (each for each in await store.known(Stance, NOW.date()) if each.member == "ESP")
    latest = max((each for each in before if each.position), key=lambda each: each.said_on.last)
    return replace(
        latest, id="spain-today", said_on=TODAY, known_on=TODAY, claim="Spain now says 3%."
    )


async def test_refresh_says_that_an_answer_has_changed(
    bots: Bots, store: Store, here: Place
) -> None:
    looks = Looks()
    await bots.start(pause=looks.pause)
    stance, target = await ask(here, "stance", member="ES"), await ask(here, "summit")
    await store.record(await news(store), by="Desk", at=NOW)
    await looks.look()
    refreshed = await here.click(stance, "Refresh")
    assert "This answer has changed since 25 November 2026." in refreshed.text
    assert "Spain now says 3%." in refreshed.text
    assert "Spain now says" not in stance.text
    assert "Nothing in this answer has changed" in (await here.click(refreshed, "Refresh")).text
    assert "Nothing in this answer has changed" in (await here.click(target, "Refresh")).text


@pytest.mark.usefixtures("bot")
async def test_an_answer_of_ones_own_is_refreshed_in_place(local: Standin) -> None:
    here = local.add_user("Anna").in_dm()
    reply = await ask(here, "target", member="Spain")
    refreshed = await here.click(reply, "Refresh")
    assert "Nothing in this answer has changed" in reply.text
    assert reply.text == refreshed.text
    assert len(here.channel.messages) == 1


EARLIER = "This button is of another release of mine. "
# custom id | what whoever presses it is told
STRANGE = [
    ("a3:0:why:target:ESP", EARLIER + "Ask again with \\/target."),
    ("a3:9:refresh:answer:summit:-:2026-11-25:1:-:more", EARLIER + "Ask again with \\/summit."),
    ("a3:1:page:answer:target:ESP~-:2026-11-25:0:-", EARLIER + "Ask again with \\/target."),
    ("a3:1:page:answer:digest:-:2026-11-25:1:-", "Digest of 25 November 2026"),
    ("a3:1:page:answer:digest:-:2026-11-25:99:-", "Digest of 25 November 2026"),
    ("a3:", EARLIER + "See \\/help"),
    ("a3:\n@everyone", EARLIER + "See \\/help"),
    ("somebody-else:1", EARLIER + "See \\/help"),
    ("a3:1:page:answer:target:XXX~-:2026-11-25:1:-", "No member called 'XXX'"),
    ("a3:1:page:answer:target:ESP~-:2999-01-01:1:-", "1 January 2999 is still ahead"),
]


def with_button(local: Standin, here: Place, custom_id: str) -> dict[str, Any]:
    button = {"type": 2, "style": 2, "label": "Press", "custom_id": custom_id}
    row = {"type": 1, "components": [button]}
    return local.post(here.channel, author=local.bot, content="Old", components=[row])


@pytest.mark.usefixtures("bot")
async def test_a_press_of_whatever_release_is_answered_privately(
    local: Standin, here: Place
) -> None:
    for custom_id, told in STRANGE:
        reply = await here.click(with_button(local, here, custom_id), "Press")
        assert told in reply.text, custom_id
        assert reply.ephemeral
