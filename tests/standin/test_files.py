"""Pictures and documents with messages, as the library sends them."""

import io
from typing import Any

import aiohttp
import discord
import pytest
from discord import ui

from tests.standin.bots import running
from tests.standin.checks.attached import MOST_OF_A_FILE
from tests.standin.place import Place
from tests.standin.reply import Shown
from tests.standin.standin import Standin


def file(name: str, data: bytes = b"\x89PNG") -> discord.File:
    return discord.File(io.BytesIO(data), name, description="What it shows")


def view(picture: str | None = None, document: str | None = None) -> ui.LayoutView:
    made = ui.LayoutView(timeout=None)
    made.add_item(ui.TextDisplay("Here"))
    if picture is not None:
        shown = discord.MediaGalleryItem(f"attachment://{picture}", description="A line")
        made.add_item(ui.MediaGallery(shown))
    if document is not None:
        made.add_item(ui.File(f"attachment://{document}"))
    return made


def seen(here: Place) -> Shown:
    """The one message of a channel."""
    (message,) = here.channel.messages.values()
    return Shown(message)


async def test_pictures_and_documents_are_seen_where_they_are_shown(
    local: Standin, here: Place
) -> None:
    async with running(local) as bot:
        channel: Any = bot.get_channel(here.channel.id)
        files = [file("a.png"), file("b.ics", b"BEGIN")]
        sent = await channel.send(view=view("a.png", "b.ics"), files=files)
    shown = seen(here)
    assert (shown.pictures, shown.documents, shown.files) == (
        ["A line"],
        ["b.ics"],
        ["a.png", "b.ics"],
    )
    assert [(e.filename, e.size, e.description) for e in sent.attachments] == [
        ("a.png", 4, "What it shows"),
        ("b.ics", 5, "What it shows"),
    ]


async def test_a_picture_is_read_at_the_address_it_is_shown_with(
    local: Standin, here: Place
) -> None:
    async with running(local) as bot:
        channel: Any = bot.get_channel(here.channel.id)
        sent = await channel.send(view=view("a.png"), file=file("a.png"))
    address = sent.components[1].items[0].media.url
    async with aiohttp.ClientSession() as session, session.get(address) as response:
        assert await response.read() == b"\x89PNG"


async def test_an_edit_takes_a_picture_away_or_another_in_its_place(
    local: Standin, here: Place
) -> None:
    async with running(local) as bot:
        channel: Any = bot.get_channel(here.channel.id)
        sent = await channel.send(view=view("a.png"), file=file("a.png"))
        await sent.edit(view=view("b.png"), attachments=[file("b.png")])
        assert seen(here).files == ["b.png"]
        await sent.edit(view=view(), attachments=[])
    assert (seen(here).pictures, seen(here).files) == ([], [])


async def test_an_edit_that_says_nothing_of_a_picture_keeps_it(local: Standin, here: Place) -> None:
    async with running(local) as bot:
        channel: Any = bot.get_channel(here.channel.id)
        sent = await channel.send(view=view("a.png"), file=file("a.png"))
        await sent.edit(view=view("a.png", "a.png"))
    assert (seen(here).files, seen(here).documents) == (["a.png"], ["a.png"])


async def test_a_picture_that_is_not_attached_is_refused(local: Standin, here: Place) -> None:
    async with running(local) as bot:
        channel: Any = bot.get_channel(here.channel.id)
        with pytest.raises(discord.HTTPException) as refused:
            await channel.send(view=view("a.png"), file=file("b.png"))
    assert (refused.value.status, refused.value.code) == (400, 50035)
    assert local.forgive("REFERENCED_ATTACHMENT_NOT_FOUND")


async def test_a_file_as_large_as_can_be_is_taken(local: Standin, here: Place) -> None:
    async with running(local) as bot:
        channel: Any = bot.get_channel(here.channel.id)
        sent = await channel.send(file=file("a.png", b"x" * MOST_OF_A_FILE))
    assert sent.attachments[0].size == MOST_OF_A_FILE


async def test_a_file_that_is_too_large_is_refused(local: Standin, here: Place) -> None:
    async with running(local) as bot:
        channel: Any = bot.get_channel(here.channel.id)
        with pytest.raises(discord.HTTPException) as refused:
            await channel.send(file=file("a.png", b"x" * (MOST_OF_A_FILE + 1)))
    assert (refused.value.status, refused.value.code) == (413, 40005)
    assert local.forgive("Request entity too large")


# a part with a name of its own, and one that should be JSON
STRANGE_PARTS = [("picture", b"\x89PNG", "named picture"), ("payload_json", b"{", "Expecting")]


@pytest.mark.parametrize(("name", "data", "said"), STRANGE_PARTS)
async def test_a_part_that_is_not_known_is_loud(
    local: Standin, here: Place, name: str, data: bytes, said: str
) -> None:
    address = f"http://{local.host}/api/v10/channels/{here.channel.id}/messages"
    form = aiohttp.FormData()
    form.add_field(name, data, filename="a.png")
    headers = {"Authorization": f"Bot {local.token}"}
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.post(address, data=form) as response,
    ):
        assert (response.status, (await response.json())["code"]) == (400, 50109)
    assert local.forgive(said)
