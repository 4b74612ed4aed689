"""The least that a bot of discord.py can do, for ours to be measured against.

    python -m tests.bench.bare <file>

The file holds what it says, as JSON (see `Said`). Everything is built once, before the first
question; nothing is looked up, written or kept. The address and the token are in DISCORD_API_URL
and DISCORD_TOKEN, as ours has them.
"""

import asyncio
import json
import os
import re
import signal
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
from discord import app_commands, ui

from bot.discord_api import point_at

JSON = Mapping[str, Any]

ANSWER = "answer"
PRESSED = re.compile(r"bare:(?P<label>.*):-*")


@dataclass(frozen=True, slots=True)
class Said:
    """`messages`: the components of the answer, and of what each button leads to, by its label.
    `choices`: what is suggested, whatever is typed. `publish`: whether the command is made."""

    messages: Mapping[str, list[JSON]]
    choices: list[JSON]
    publish: bool

    @classmethod
    def read(cls, file: Path) -> "Said":
        return cls(**json.loads(file.read_text()))


class Press(ui.DynamicItem[ui.Button[Any]], template=PRESSED):
    def __init__(self, custom_id: str, label: str) -> None:
        super().__init__(ui.Button(custom_id=custom_id, label=label))
        self._label = label

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: Any, match: re.Match[str], /
    ) -> "Press":
        return cls(match[0], match["label"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        view = interaction.client.views[self._label]
        await interaction.response.send_message(view=view, ephemeral=True)


class Bare(discord.Client):
    def __init__(self, said: Said) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True), allowed_mentions=discord.AllowedMentions.none()
        )
        self.tree = app_commands.CommandTree(self)
        self.tree.add_command(_command(said))
        self.views: Mapping[str, ui.LayoutView] = {}
        self._said = said

    async def setup_hook(self) -> None:
        self.add_dynamic_items(Press)
        self.views = {name: view(each) for name, each in self._said.messages.items()}
        if self._said.publish:
            await self.tree.sync()

    async def on_ready(self) -> None:
        print("Ready", file=sys.stderr, flush=True)


def _command(said: Said) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(name="target", description="Says the same of every member")
    @app_commands.describe(member="a member")
    async def target(interaction: discord.Interaction[Any], member: str) -> None:  # noqa: ARG001
        await interaction.response.send_message(view=interaction.client.views[ANSWER])

    choices = [app_commands.Choice(name=e["name"], value=e["value"]) for e in said.choices]

    @target.autocomplete("member")
    async def _(_: discord.Interaction[Any], __: str) -> list[app_commands.Choice[str]]:
        return choices

    return target


def view(components: list[JSON]) -> ui.LayoutView:
    """A message with these components."""
    made = ui.LayoutView(timeout=None)
    for each in _items(components):
        made.add_item(each)
    # One that is finished is sent faster: discord.py does not keep it with each message.
    made.stop()
    return made


def _items(components: list[JSON]) -> Iterator[ui.Item[Any]]:
    for each in components:
        match each["type"]:
            case 1:
                yield ui.ActionRow(*_items(each["components"]))
            case 2:
                yield Press(_custom_id(each), each["label"])
            case 10:
                yield ui.TextDisplay(each["content"])
            case 14:
                yield ui.Separator()
            case 17:
                colour = each.get("accent_color")
                yield ui.Container(*_items(each["components"]), accent_colour=colour)
            case other:
                raise ValueError(f"a component of type {other}, which no answer had so far")


def _custom_id(button: JSON) -> str:
    """One of its own, as long as the button's."""
    return f"bare:{button['label']}:".ljust(len(button["custom_id"]), "-")


async def serve(said: Said) -> None:
    point_at(os.environ["DISCORD_API_URL"])
    async with Bare(said) as bot:
        asyncio.get_running_loop().add_signal_handler(
            signal.SIGTERM, lambda: asyncio.ensure_future(bot.close())
        )
        print("Connecting", file=sys.stderr, flush=True)
        await bot.start(os.environ["DISCORD_TOKEN"])


if __name__ == "__main__":
    asyncio.run(serve(Said.read(Path(sys.argv[1]))))
