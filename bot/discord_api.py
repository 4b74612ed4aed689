"""Discord's HTTP interface by itself, for what needs no connection that stays open."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.refusals import DiscordError
from bot.settings import DISCORD, Settings
from bot.token import token_of
from data.messages import mark

if TYPE_CHECKING:
    import discord

NOT_DISCORD = mark(
    "What answers at DISCORD_API_URL is not Discord's API. Write its whole address, such as "
    "https://discord.com/api/v10, or leave it out."
)


def point_at(api_url: str) -> None:
    """Makes discord.py talk to this address, and to the gateway on the same host; it has no
    setting for either. It has to be done before a client is made."""
    import yarl
    from discord import VoiceClient
    from discord.gateway import DiscordWebSocket
    from discord.http import Route

    # Nothing here speaks or listens, so nobody has to be told what that would need.
    VoiceClient.warn_nacl = VoiceClient.warn_dave = False
    Route.BASE = api_url
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway_of(api_url))


def gateway_of(api_url: str) -> str:
    if api_url == DISCORD:
        return "wss://gateway.discord.gg/"
    parts = urlsplit(api_url)
    return f"{'wss' if parts.scheme == 'https' else 'ws'}://{parts.netloc}/"


async def log_in(client: "discord.Client", settings: Settings) -> None:
    """Lets Discord look at the token. Raises SettingError where there is none to try, DiscordError
    where something else than Discord answers, and whatever discord.py raises."""
    token = token_of(settings)
    try:
        await client.login(token)
    except (KeyError, TypeError) as error:
        # discord.py takes whatever it is given for what it asked for.
        raise DiscordError(NOT_DISCORD) from error


@asynccontextmanager
async def logged_in(settings: Settings) -> AsyncIterator["discord.Client"]:
    """A client that knows its application, and hears of nothing that happens. Raises as `log_in`
    does."""
    import discord

    point_at(settings.discord_api_url)
    async with discord.Client(intents=discord.Intents(guilds=True)) as client:
        await log_in(client, settings)
        yield client
