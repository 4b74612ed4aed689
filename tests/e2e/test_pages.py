"""Long answers are read page by page, forward and back."""

import re

import pytest

from tests.e2e.reader import ask, turn
from tests.standin import Place, Standin

pytestmark = pytest.mark.usefixtures("bot")


def number(text: str) -> tuple[int, int]:
    found = re.search(r"-# Page (\d+) of (\d+)", text)
    assert found is not None, text
    return int(found[1]), int(found[2])


async def test_pages_turn_forward_to_the_end_and_back_to_the_beginning(here: Place) -> None:
    first = await ask(here, "history", subject="Spain")
    every = await turn(here, first)
    last = len(every)
    assert [number(text) for text in every] == [(page, last) for page in range(1, last + 1)]
    shown = await here.click(first, "Next page")
    for page in range(3, last + 1):
        shown = await here.click(shown, "Next page")
        assert number(shown.text) == (page, last)
    assert "Next page" not in shown.buttons
    for text in reversed(every[:-1]):
        shown = await here.click(shown, "Previous page")
        assert shown.text == text
    assert "Previous page" not in shown.buttons


async def test_a_private_answer_turns_in_place(here: Place) -> None:
    reply = await ask(here, "target", member="Spain", private=True)
    turned = await here.click(reply, "Next page")
    assert number(reply.text) == number(turned.text) == (2, number(reply.text)[1])
    assert turned.followups == []


async def test_an_answer_in_private_messages_turns_in_place(local: Standin) -> None:
    here = local.add_user("Anna").in_dm()
    reply = await ask(here, "target", member="Spain")
    await here.click(reply, "Next page")
    assert number(reply.text)[0] == 2
    assert len(here.channel.messages) == 1


async def test_in_a_conversation_with_somebody_else_the_answer_for_both_stays(
    local: Standin,
) -> None:
    here = local.add_user("Anna", installed=True).in_private(local.add_user("Ben"))
    reply = await ask(here, "target", member="Spain")
    turned = await here.click(reply, "Next page")
    assert (number(reply.text)[0], number(turned.text)[0]) == (1, 2)
    assert turned.ephemeral


async def test_sources_and_derivations_have_pages_of_their_own(here: Place) -> None:
    reply = await ask(here, "target", member="Spain", as_of="2025-06-05")
    for button in ("Why?", "Sources"):
        opened = await here.click(reply, button)
        every = await turn(here, opened)
        assert len(set(every)) == len(every)
        assert all("Spain: defence spending" in text for text in every)
    assert "Refresh" not in opened.buttons


async def test_everything_opened_from_a_page_is_of_the_day_asked_about(here: Place) -> None:
    reply = await ask(here, "target", member="Spain", as_of="5 June 2025")
    history = await here.click(reply, "History")
    for shown in (reply, history, await here.click(history, "Sources")):
        for text in await turn(here, shown):
            assert "-# As known on 5 June 2025" in text
