"""Each way to answer, as the unmodified client does it and the asker sees it."""

import aiohttp
import pytest

from tests.standin.bots import running
from tests.standin.offers import NotOfferedError
from tests.standin.place import Place
from tests.standin.standin import Standin


async def test_slash_is_answered_in_the_channel(local: Standin, here: Place) -> None:
    async with running(local):
        reply = await here.slash("echo", text="hello", loud=True, times=2)
    assert (reply.text, reply.ephemeral, reply.deferred) == ("HELLO HELLO", False, False)
    assert reply.message in here.channel.messages.values()


async def test_private_answer_is_not_in_the_channel(local: Standin, here: Place) -> None:
    async with running(local):
        reply = await here.slash("whoami")
    assert (reply.text, reply.ephemeral) == ("anna fr de", True)
    assert here.channel.messages == {}


async def test_deferral_is_settled_by_the_edit(local: Standin, here: Place) -> None:
    async with running(local) as bot:
        pending = await here.slash("think", wait=False)
        thinking = await pending.acknowledged()
        assert (thinking.text, thinking.deferred) == ("", True)
        bot.gate.set()
        reply = await pending.reply()
    assert (reply.text, reply.edited, reply.followups) == ("Thought", True, [])


async def test_first_followup_takes_the_place_of_the_deferral(local: Standin, here: Place) -> None:
    async with running(local):
        reply = await here.slash("ponder")
        await reply.until(lambda reply: reply.followups)
    assert (reply.text, reply.ephemeral) == ("Pondered", True)
    assert [(each.text, each.ephemeral) for each in reply.followups] == [("And more", False)]


async def test_public_deferral_taken_back_leaves_a_private_answer(
    local: Standin, here: Place
) -> None:
    async with running(local):
        reply = await here.slash("whisper")
    assert (reply.text, reply.ephemeral, reply.deleted) == ("Between us", True, True)
    assert here.channel.messages == {}


async def test_layout_shows_text_buttons_links_and_colour(local: Standin, here: Place) -> None:
    async with running(local):
        reply = await here.slash("layout")
    assert (reply.text, reply.accent) == ("Counted 1", 0x2266AA)
    assert (reply.buttons, reply.links) == (["Count", "Why?", "Slow"], ["https://example.org"])


async def test_dynamic_button_edits_its_message(local: Standin, here: Place) -> None:
    async with running(local):
        first = await here.slash("layout")
        second = await here.click(first, "Count")
        await here.click(second, "count:2")
    assert first.text == second.text == "Counted 3"


async def test_button_of_a_message_from_before_a_restart(local: Standin, here: Place) -> None:
    async with running(local):
        first = await here.slash("layout")
    async with running(local):
        second = await here.click(first, "Count")
    assert second.text == "Counted 2"


async def test_somebody_else_presses_and_gets_a_private_answer(local: Standin, here: Place) -> None:
    other = local.add_user("Ben").at(here.channel)
    async with running(local):
        reply = await other.click(await here.slash("layout"), "Why?")
        with pytest.raises(NotOfferedError, match="only Ben sees"):
            await here.click(reply, "anything")
    assert (reply.text, reply.ephemeral) == ("For you only", True)


async def test_press_acknowledged_first_is_settled_by_the_edit(local: Standin, here: Place) -> None:
    async with running(local):
        reply = await here.click(await here.slash("layout"), "Slow")
    assert (reply.text, reply.deferred, reply.edited) == ("Counted 100", True, True)


async def test_suggestions(local: Standin, here: Place) -> None:
    async with running(local):
        choices = await here.autocomplete("greet", "country", "spa")
    assert choices == [{"name": "Spain", "value": "Spain"}]


async def test_message_command_reads_the_message(local: Standin, here: Place) -> None:
    message = local.post(here.channel, author=local.owner, content="Spain spends 1.28 %")
    async with running(local):
        reply = await here.apply("Explain", message)
    assert (reply.text, reply.ephemeral) == ("It says Spain spends 1.28 %", True)


async def test_form_is_filled_in(local: Standin, here: Place) -> None:
    async with running(local):
        form = await here.slash("ask")
        reply = await here.submit(form, answer="two")
    assert reply.text == "You said two"


async def test_menu_is_chosen_from(local: Standin, here: Place) -> None:
    async with running(local):
        menu = await here.slash("pick")
        assert (await here.choose(menu, "Which?", "b")).text == "Picked b"
        with pytest.raises(NotOfferedError, match="takes 1 to 1 of"):
            await here.choose(menu, "menu", "c")


async def test_user_command_is_told_of_the_user(local: Standin, here: Place) -> None:
    async with running(local):
        assert (await here.apply("Greet", local.owner)).text == "Hello owner"


async def test_attached_file_is_kept_at_its_address(local: Standin, here: Place) -> None:
    async with running(local):
        reply = await here.slash("chart")
    assert reply.message is not None
    url = reply.message["attachments"][0]["url"]
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        assert await response.read() == b"\x89PNG"
    assert reply.files == ["chart.png"]


async def test_two_hundred_at_once(local: Standin, here: Place) -> None:
    async with running(local):
        pending = [await here.slash("echo", text=str(n), wait=False) for n in range(200)]
        replies = [await each.reply() for each in pending]
    assert [each.text for each in replies] == [str(n) for n in range(200)]
