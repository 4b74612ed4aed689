"""What the Discord app does not even let people try."""

from typing import Any

import pytest

from tests.standin.bots import running
from tests.standin.offers import NotOfferedError
from tests.standin.place import Place
from tests.standin.standin import Standin

NOT_OFFERED: list[tuple[str, dict[str, Any], str]] = [
    ("nothing", {}, "no command 'nothing'"),
    ("echo", {}, "needs 'text'"),
    ("echo", {"text": "a", "tone": 1}, "no option 'tone'"),
    ("echo", {"text": 1}, "does not take 1"),
    ("echo", {"text": "a", "times": True}, "does not take True"),
    ("echo", {"text": "a", "times": 4}, "between 1 and 3"),
    ("digest", {}, "cannot be sent alone"),
    ("digest now", {}, "has no 'now'"),
    ("digest post", {"text": "a"}, "may not use 'digest'"),
]


async def test_what_is_not_offered(local: Standin, here: Place) -> None:
    async with running(local):
        for command, options, says in NOT_OFFERED:
            if command.startswith("digest") and "may not" not in says:
                place = local.owner.at(here.channel)
            else:
                place = here
            with pytest.raises(NotOfferedError, match=says):
                await place.slash(command, **options)


async def test_default_permission_opens_a_command(local: Standin, here: Place) -> None:
    may = ("manage_guild", "view_channel", "use_application_commands")
    admin = local.add_user("Cleo").at(here.channel, permissions=may)
    async with running(local):
        assert (await admin.slash("digest post", text="news")).text == "Posted"


async def test_server_settings_win_over_the_default(local: Standin, here: Place) -> None:
    guild = here.channel.guild
    assert guild is not None
    guild.override("digest", here.user, allowed=True)
    async with running(local):
        assert (await here.slash("digest post", text="news")).text == "Posted"
        guild.override("digest", here.user, allowed=False)
        with pytest.raises(NotOfferedError):
            await here.slash("digest post", text="news")


async def test_private_messages_with_the_bot(local: Standin) -> None:
    here = local.add_user("Anna").in_dm()
    async with running(local):
        reply = await here.slash("echo", text="hello")
        pressed = await here.click(await here.slash("layout"), "Count")
        with pytest.raises(NotOfferedError, match="contexts"):
            await here.slash("digest post", text="news")
    assert (reply.text, pressed.text) == ("hello", "Counted 2")


async def test_own_app_in_private_messages_with_somebody_else(local: Standin) -> None:
    anna, ben = local.add_user("Anna", installed=True), local.add_user("Ben")
    async with running(local):
        reply = await anna.in_private(ben).slash("echo", text="hello")
        with pytest.raises(NotOfferedError, match="installed neither"):
            await ben.in_private(anna).slash("echo", text="hello")
    assert reply.text == "hello"


async def test_own_app_in_a_server_without_the_bot(local: Standin) -> None:
    channel = local.add_guild("Elsewhere", installed=False).add_channel("general")
    anna, ben = local.add_user("Anna", installed=True), local.add_user("Ben")
    async with running(local) as bot:
        reply = await anna.at(channel).slash("echo", text="hello")
        assert len(bot.guilds) == 0
        with pytest.raises(NotOfferedError, match="installed neither"):
            await ben.at(channel).slash("echo", text="hello")
    assert reply.text == "hello"


async def test_own_app_answers_in_private_where_others_have_not_let_it_in(local: Standin) -> None:
    channel = local.add_guild("Elsewhere", installed=False).add_channel("general")
    anna = local.add_user("Anna", installed=True)
    may = ("view_channel", "use_application_commands")
    async with running(local):
        reply = await anna.at(channel, permissions=may).slash("echo", text="hello")
    assert (reply.text, reply.ephemeral) == ("hello", True)


async def test_disabled_and_unknown_buttons_are_not_pressed(local: Standin, here: Place) -> None:
    async with running(local):
        reply = await here.slash("layout")
        for button, says in (("Nope", "There are: 'Count'"), ("Read on", "disabled or a link")):
            with pytest.raises(NotOfferedError, match=says):
                await here.click(reply, button)


async def test_command_without_suggestions_makes_none(local: Standin, here: Place) -> None:
    async with running(local):
        with pytest.raises(NotOfferedError, match="no suggestions"):
            await here.autocomplete("echo", "text", "a")
