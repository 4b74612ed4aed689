"""Who is answered in which language: the reader in private, the server where all can read it."""

import pytest

from bot.app import App
from bot.slash.settings import FOR_ALL, FOR_ALL_AS_SET, FOR_ONE, NOT_HERE, WRITTEN_AS
from commands.voice import Voice
from data.names.index import DID_YOU_MEAN
from data.store import Store
from data.store.wordings import Of, Wording
from tests.e2e.conftest import Bots
from tests.e2e.reader import MANAGER
from tests.standin import Place, Standin

SPAIN = {"en": "Spain", "fr": "Espagne", "de": "Spanien", "pl": "Hiszpania", "tr": "İspanya"}


def at(local: Standin, *, reader: str, server: str) -> Place:
    """Anna, who manages a server, with the languages that Discord is set to."""
    channel = local.add_guild("Desk", locale=server).add_channel("general")
    return local.add_user("Anna", locale=reader).at(channel, permissions=MANAGER)


# the reader's Discord | the server's | what only the reader sees | what all can read
AS_SET = [
    ("en-US", "en-US", "en", "en"),
    ("fr", "de", "fr", "de"),
    ("de", "fr", "de", "fr"),
    ("pl", "en-GB", "pl", "en"),
    ("tr", "ja", "tr", "en"),
    ("ja", "tr", "en", "tr"),
]


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(("reader", "server", "alone", "all_"), AS_SET)
async def test_without_a_choice_it_is_what_discord_is_set_to(
    local: Standin, reader: str, server: str, alone: str, all_: str
) -> None:
    here = at(local, reader=reader, server=server)
    private = await here.slash("target", member="ESP", private=True)
    public = await here.slash("target", member="ESP")
    assert f"## {SPAIN[alone]}" in private.text
    assert f"## {SPAIN[all_]}" in public.text


@pytest.mark.usefixtures("bot")
async def test_a_server_chooses_for_what_all_can_read(local: Standin) -> None:
    here = at(local, reader="fr", server="en-GB")
    told = await here.slash("settings language", language="pl")
    french = Voice.of("fr")
    assert french.fill(FOR_ALL, language="polonais") in told.text
    assert told.ephemeral
    assert "## Hiszpania" in (await here.slash("target", member="ESP")).text
    assert "## Espagne" in (await here.slash("target", member="ESP", private=True)).text


@pytest.mark.usefixtures("bot")
async def test_a_choice_is_taken_back_by_choosing_nothing(local: Standin) -> None:
    here = at(local, reader="fr", server="de")
    await here.slash("settings language", language="pl")
    told = await here.slash("settings language")
    assert Voice.of("fr").fill(FOR_ALL_AS_SET, language="allemand") in told.text
    assert "## Spanien" in (await here.slash("target", member="ESP")).text


async def test_a_choice_outlives_the_bot(bots: Bots, local: Standin, store: Store) -> None:
    first = await bots.start()
    here = at(local, reader="en-GB", server="en-GB")
    await here.slash("settings language", language="tr")
    await here.slash("settings format", country="Kıbrıs")
    await bots.stop(first)
    await bots.start()
    assert "## İspanya" in (await here.slash("target", member="ESP")).text
    guild = here.channel.guild
    assert guild is not None
    assert dict(await store.wordings()) == {(Of.SERVER, guild.id): Wording("tr", "CY")}


@pytest.mark.usefixtures("bot")
async def test_the_format_is_apart_from_the_language(local: Standin) -> None:
    here = at(local, reader="de", server="de")
    told = await here.slash("settings format", country="Suisse")
    german = Voice.of("de-CH")
    assert german.fill(
        WRITTEN_AS, country="Schweiz", number="1’234.5", day="25. November 2026"
    ) in (told.text)
    assert "2.00%" in (await here.slash("target", member="ESP")).text
    # What only the reader sees is not the server's to choose.
    assert (
        "2,00\N{NO-BREAK SPACE}%" in (await here.slash("target", member="ESP", private=True)).text
    )


@pytest.mark.usefixtures("bot")
async def test_in_private_messages_everybody_chooses_for_themselves(local: Standin) -> None:
    anna = local.add_user("Anna", locale="fr")
    told = await anna.in_dm().slash("settings language", language="de")
    assert Voice.of("de").fill(FOR_ONE, language="Deutsch") in told.text
    channel = local.add_guild("Desk", locale="en-GB").add_channel("general")
    here = anna.at(channel)
    assert "## Spanien" in (await here.slash("target", member="ESP", private=True)).text
    assert "## Spain" in (await here.slash("target", member="ESP")).text


@pytest.mark.usefixtures("bot")
async def test_an_error_is_told_in_the_readers_language(local: Standin) -> None:
    here = at(local, reader="tr", server="en-GB")
    reply = await here.slash("target", member="Spian")
    said = Voice.of("tr").fill(DID_YOU_MEAN[1], text="Spian", name="İspanya")
    assert said in reply.text
    assert reply.ephemeral


@pytest.mark.usefixtures("bot")
async def test_a_server_without_the_bot_has_nothing_to_set(local: Standin) -> None:
    elsewhere = local.add_guild("Elsewhere", installed=False).add_channel("general")
    anna = local.add_user("Anna", installed=True)
    told = await anna.at(elsewhere, permissions=MANAGER).slash("settings show")
    assert Voice.of("en").text(NOT_HERE) in told.text


async def test_a_digest_is_in_the_language_of_its_server(bot: App, local: Standin) -> None:
    here = at(local, reader="en-GB", server="de")
    offered = await here.slash("digest subscribe", time="8:30", zone="Paris")
    assert Voice.of("de").day(bot.clock().date()) in offered.text
    chosen = await here.slash("digest subscribe", time="8:30", zone="Paris", language="pl")
    assert Voice.of("pl").day(bot.clock().date()) in chosen.text
