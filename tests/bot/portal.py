"""As much of Discord as an application asks about itself, on loopback."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import discord
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

APPLICATION = 1443100000000000001
TOKEN = "MTQ0MzEwMDAwMDAwMDAwMDAwMQ.sesame.sesame-sesame-sesame-sesame"
"""Its first part is the id of the application."""

USER = {"id": str(APPLICATION), "username": "article3", "discriminator": "0042", "avatar": None}


class Portal:
    """`commands` are those it has; `refusals` are answered before anything else, by path."""

    def __init__(self) -> None:
        self.commands: list[dict[str, Any]] = []
        self.refusals: dict[str, tuple[int, dict[str, Any]]] = {}
        self.puts = 0
        self.application: dict[str, Any] = {
            "id": str(APPLICATION),
            "name": "Article 3",
            "icon": None,
            "description": "",
            "bot_public": True,
            "bot_require_code_grant": False,
            "verify_key": "",
            "owner": USER,
            "integration_types_config": {"0": {}, "1": {}},
        }
        self.url = ""

    @property
    def environ(self) -> dict[str, str]:
        return {"DISCORD_TOKEN": TOKEN, "DISCORD_API_URL": self.url}

    async def answer(self, request: web.Request) -> web.Response:
        path = request.path.removeprefix("/api/v10")
        if path in self.refusals:
            status, body = self.refusals[path]
            return as_json(body, status)
        if request.headers.get("Authorization") != f"Bot {TOKEN}":
            return as_json({"message": "401: Unauthorized", "code": 0}, 401)
        return as_json(await self._body(request, path))

    async def _body(self, request: web.Request, path: str) -> object:
        match request.method, path:
            case "GET", "/users/@me":
                return USER
            case "GET", "/oauth2/applications/@me":
                return self.application
            case "GET", "/applications/1443100000000000001/commands":
                return self.commands
            case "PUT", "/applications/1443100000000000001/commands":
                self.puts += 1
                self.commands = [as_kept(each) for each in await request.json()]
                return self.commands
            case _:
                raise web.HTTPNotFound


def as_json(body: object, status: int = 200) -> web.Response:
    # To discord.py, JSON with a charset is text.
    return web.Response(
        body=json.dumps(body).encode(), status=status, content_type="application/json"
    )


def as_kept(command: dict[str, Any]) -> dict[str, Any]:
    """A command as Discord gives it back: with ids and defaults, and without what is as usual."""
    kept = {key: value for key, value in command.items() if value not in (False, [], None)}
    granted = command.get("default_member_permissions")
    return {
        **kept,
        "id": "1443100000000000002",
        "application_id": str(APPLICATION),
        "version": "1443100000000000003",
        "default_member_permissions": None if granted is None else str(granted),
        "nsfw": False,
        "name_localizations": None,
        "description_localizations": None,
        "contexts": command["contexts"] and sorted(command["contexts"], reverse=True),
        "integration_types": command["integration_types"] or [0],
        "options": [as_kept_option(each) for each in command.get("options", [])],
    }


def as_kept_option(option: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in option.items() if value not in (False, [], None)}


@asynccontextmanager
async def opened(patch: pytest.MonkeyPatch) -> AsyncIterator[Portal]:
    # discord.py has one address for the whole process.
    patch.setattr(Route, "BASE", Route.BASE)
    patch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
    portal = Portal()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", portal.answer)
    async with TestServer(app) as server:
        portal.url = str(server.make_url("/api/v10"))
        yield portal


async def tree(client: discord.Client) -> app_commands.CommandTree[discord.Client]:
    """Two commands, one of them with options."""
    made = app_commands.CommandTree(client)

    @made.command(name="target", description="Where a member stands")
    @app_commands.describe(member="A member of NATO", as_of="A day")
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    @app_commands.allowed_installs(guilds=True, users=True)
    async def target(_: discord.Interaction, member: str, as_of: str | None = None) -> None:
        raise AssertionError(member, as_of)

    @made.context_menu(name="Explain figures")
    async def explain(_: discord.Interaction, message: discord.Message) -> None:
        raise AssertionError(message)

    del target, explain
    return made


async def shorter_tree(client: discord.Client) -> app_commands.CommandTree[discord.Client]:
    made = await tree(client)
    made.remove_command("Explain figures", type=discord.AppCommandType.message)
    return made
