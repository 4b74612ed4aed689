"""What the bot asks for, and who may use what."""

import pytest
from discord import Locale, Permissions
from discord.app_commands import TranslationContextTypes, Translator, locale_str

from bot.app import App
from bot.definitions import definitions
from bot.publishing import publish
from commands.registry import COMMANDS
from data.store import Store
from tests.e2e.conftest import NOW
from tests.e2e.reader import MANAGER
from tests.standin import NotOfferedError, Place, Standin

GUILDS_ALONE = 1
HERE_BY = {"contexts": [0, 1, 2], "integration_types": [0, 1]}


@pytest.mark.usefixtures("bot")
def test_no_more_is_listened_to_than_which_servers_there_are(local: Standin) -> None:
    assert [each.intents for each in local.gateway.sessions.values()] == [GUILDS_ALONE]


@pytest.mark.usefixtures("bot")
def test_every_command_is_for_all_places_and_installs(local: Standin) -> None:
    (put,) = [each for each in local.requests if each.method == "PUT"]
    assert put.path == f"/applications/{local.application_id}/commands"
    wrong = [
        each["name"]
        for each in put.body
        if {key: sorted(each[key]) for key in HERE_BY} != HERE_BY or each.get("nsfw")
    ]
    assert {*COMMANDS} <= {each["name"] for each in put.body}
    assert wrong == []


@pytest.mark.usefixtures("bot")
def test_digests_reviews_and_settings_are_for_those_who_manage_a_server(local: Standin) -> None:
    needed = {
        each["name"]: int(each["default_member_permissions"])
        for each in local.commands[None]
        if each.get("default_member_permissions") is not None
    }
    managing = Permissions(manage_guild=True).value
    assert needed == {"digest": managing, "review": managing, "settings": managing}


@pytest.mark.usefixtures("bot")
async def test_a_server_can_hand_the_digest_to_others(local: Standin, here: Place) -> None:
    with pytest.raises(NotOfferedError, match="Anna may not use 'digest'"):
        await here.slash("digest preview")
    guild = here.channel.guild
    assert guild is not None
    guild.override("digest", here.user, allowed=True)
    assert "Digest of" in (await here.slash("digest preview")).text
    manager = local.add_user("Ben").at(here.channel, permissions=MANAGER)
    assert "Digest of" in (await manager.slash("digest preview")).text
    guild.override("digest", manager.user, allowed=False)
    with pytest.raises(NotOfferedError, match="Ben may not use 'digest'"):
        await manager.slash("digest preview")


@pytest.mark.usefixtures("bot")
async def test_in_a_channel_closed_to_the_bot_it_answers_all_the_same(
    local: Standin, here: Place
) -> None:
    here.channel.forbid(("view_channel", "send_messages", "embed_links"))
    await local.gateway.idle()
    reply = await here.slash("target", member="Spain")
    assert "Spain: defence spending" in reply.text
    assert "How it was worked out" in (await here.click(reply, "Why?")).text


FRENCH = {
    "target": "objectif",
    "member": "membre",
    "Explain figures": "Expliquer les chiffres",
    COMMANDS["target"].summary: "Ce qui est demandé à un membre",
    "only you see the answer": "vous seul voyez la réponse",
}


class French(Translator):
    async def translate(
        self,
        string: locale_str,
        locale: Locale,
        context: TranslationContextTypes,  # noqa: ARG002
    ) -> str | None:
        return FRENCH.get(string.message) if locale is Locale.french else None


async def test_names_and_descriptions_are_translated(
    bot: App, local: Standin, store: Store
) -> None:
    await bot.tree.set_translator(French())
    await publish(bot, await definitions(bot.tree), store, now=NOW)
    found = {each["name"]: each for each in local.commands[None]}
    assert found["target"]["name_localizations"] == {"fr": "objectif"}
    assert found["target"]["description_localizations"] == {"fr": "Ce qui est demandé à un membre"}
    assert found["target"]["options"][0]["name_localizations"] == {"fr": "membre"}
    private = found["summit"]["options"][-1]
    assert private["description_localizations"] == {"fr": "vous seul voyez la réponse"}
    assert found["Explain figures"]["name_localizations"] == {"fr": "Expliquer les chiffres"}
