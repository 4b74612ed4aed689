"""A bare bot of discord.py that does what bots do, to try the stand-in with."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import discord
from discord import app_commands

from tests.standin.standin import Standin


class Counter(discord.ui.DynamicItem[discord.ui.Button[Any]], template=r"count:(?P<count>\d+)"):
    def __init__(self, count: int) -> None:
        super().__init__(discord.ui.Button(label="Count", custom_id=f"count:{count}"))
        self.count = count

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: Any, match: Any, /
    ) -> "Counter":
        return cls(int(match["count"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.response.edit_message(view=counting(self.count + 1))


class Private(discord.ui.Button[Any]):
    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.response.send_message("For you only", ephemeral=True)


class Menu(discord.ui.Select[Any]):
    def __init__(self, **options: Any) -> None:
        known = [discord.SelectOption(label=each.title(), value=each) for each in ("a", "b")]
        super().__init__(options=known, **options)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.response.send_message(f"Picked {', '.join(self.values)}")


class Slow(discord.ui.Button[Any]):
    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.response.defer()
        await interaction.edit_original_response(view=counting(100))


def counting(count: int) -> discord.ui.LayoutView:
    view = discord.ui.LayoutView(timeout=None)
    text: discord.ui.TextDisplay[Any] = discord.ui.TextDisplay(f"Counted {count}")
    row: discord.ui.ActionRow[Any] = discord.ui.ActionRow(
        Counter(count),
        Private(label="Why?", custom_id="why"),
        Slow(label="Slow", custom_id="slow"),
        discord.ui.Button(label="Read on", url="https://example.org"),
    )
    view.add_item(discord.ui.Container(text, row, accent_colour=0x2266AA))
    return view


class Question(discord.ui.Modal, title="Ask"):
    answer: discord.ui.TextInput[Any] = discord.ui.TextInput(label="Answer", custom_id="answer")

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        await interaction.response.send_message(f"You said {self.answer.value}")


class Bot(discord.Client):
    """`events` counts what the library says happened; `failures` holds what commands raised."""

    def __init__(self, *, intents: discord.Intents | None = None, sync: bool = True) -> None:
        super().__init__(
            intents=intents or discord.Intents(guilds=True),
            guild_ready_timeout=0.01,
            allowed_mentions=discord.AllowedMentions.none(),
        )
        self.events: list[str] = []
        self.failures: list[Exception] = []
        self.failed = asyncio.Event()
        self.gate = asyncio.Event()
        self.tree = tree(self)
        self._sync = sync

    async def setup_hook(self) -> None:
        self.add_dynamic_items(Counter)
        if self._sync:
            await self.tree.sync()

    async def on_socket_event_type(self, event: str) -> None:
        self.events.append(event)


def tree(bot: Bot) -> app_commands.CommandTree[Bot]:
    made = app_commands.CommandTree(
        bot,
        allowed_contexts=app_commands.AppCommandContext(
            guild=True, dm_channel=True, private_channel=True
        ),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
    )
    for add in (_texts, _slow, _suggestions, _settings):
        add(bot, made)

    @made.error
    async def _(_: Any, error: app_commands.AppCommandError) -> None:
        bot.failures.append(getattr(error, "original", error))
        bot.failed.set()

    return made


def _texts(_: Bot, made: app_commands.CommandTree[Bot]) -> None:
    @made.command(description="Say it again")
    @app_commands.describe(text="What to say", loud="How", times="How often")
    async def echo(
        interaction: discord.Interaction[Bot],
        text: str,
        loud: bool = False,  # noqa: FBT002 - an option of a command is one
        times: app_commands.Range[int, 1, 3] = 1,
    ) -> None:
        said = " ".join([text.upper() if loud else text] * times)
        await interaction.response.send_message(said)

    @made.command(description="Show a layout")
    async def layout(interaction: discord.Interaction[Bot]) -> None:
        await interaction.response.send_message(view=counting(1))

    @made.command(description="Who asks, and where")
    async def whoami(interaction: discord.Interaction[Bot]) -> None:
        told = (interaction.user.name, interaction.locale.value, interaction.guild_locale)
        await interaction.response.send_message(" ".join(map(str, told)), ephemeral=True)

    @made.command(description="Send a file")
    async def chart(interaction: discord.Interaction[Bot]) -> None:
        import io

        file = discord.File(io.BytesIO(b"\x89PNG"), "chart.png")
        await interaction.response.send_message("Here", file=file)

    @made.command(description="Choose from a menu")
    async def pick(interaction: discord.Interaction[Bot]) -> None:
        view = discord.ui.View(timeout=None)
        view.add_item(Menu(placeholder="Which?", custom_id="menu"))
        await interaction.response.send_message("Pick one", view=view)

    @made.command(description="Ask with a form")
    async def ask(interaction: discord.Interaction[Bot]) -> None:
        await interaction.response.send_modal(Question())

    @made.context_menu(name="Explain")
    async def explain(interaction: discord.Interaction[Bot], message: discord.Message) -> None:
        await interaction.response.send_message(f"It says {message.content}", ephemeral=True)

    @made.context_menu(name="Greet")
    async def greet_user(interaction: discord.Interaction[Bot], user: discord.User) -> None:
        await interaction.response.send_message(f"Hello {user.name}")


def _slow(bot: Bot, made: app_commands.CommandTree[Bot]) -> None:
    @made.command(description="Think, then answer")
    async def think(interaction: discord.Interaction[Bot]) -> None:
        await interaction.response.defer()
        await bot.gate.wait()
        await interaction.edit_original_response(content="Thought")

    @made.command(description="Think, then answer with a follow-up")
    async def ponder(interaction: discord.Interaction[Bot]) -> None:
        await interaction.response.defer(ephemeral=True)
        await interaction.followup.send("Pondered")
        await interaction.followup.send("And more")

    @made.command(description="Think aloud, then answer in private")
    async def whisper(interaction: discord.Interaction[Bot]) -> None:
        await interaction.response.defer()
        await interaction.delete_original_response()
        await interaction.followup.send("Between us", ephemeral=True)

    @made.command(description="Wait for the gate before anything")
    async def wait(interaction: discord.Interaction[Bot]) -> None:
        await bot.gate.wait()
        await interaction.response.send_message("Too late?")

    @made.command(description="Answer twice")
    async def twice(interaction: discord.Interaction[Bot]) -> None:
        await interaction.response.send_message("Once")
        again = discord.interactions.InteractionResponse(interaction)
        await again.send_message("Twice")

    @made.command(description="Fail")
    async def fail(_: discord.Interaction[Bot]) -> None:
        raise RuntimeError("nothing works today")

    @made.command(description="Say far too much")
    async def ramble(interaction: discord.Interaction[Bot]) -> None:
        await interaction.response.send_message("a" * 2001)


def _suggestions(bot: Bot, made: app_commands.CommandTree[Bot]) -> None:
    @made.command(description="Greet a country")
    async def greet(interaction: discord.Interaction[Bot], country: str) -> None:
        await interaction.response.send_message(f"Hello {country}")

    @greet.autocomplete("country")
    async def _(_: discord.Interaction[Bot], typed: str) -> list[app_commands.Choice[str]]:
        if typed == "wait":
            await bot.gate.wait()
        known = ("Spain", "Slovenia") if typed != "all" else tuple(f"C{n}" for n in range(26))
        there = [each for each in known if typed == "all" or each.lower().startswith(typed)]
        return [app_commands.Choice(name=each, value=each) for each in there]


def _settings(_: Bot, made: app_commands.CommandTree[Bot]) -> None:
    group = app_commands.Group(
        name="digest",
        description="The digest",
        default_permissions=discord.Permissions(manage_guild=True),
        # What is left out here would be taken from the tree.
        allowed_contexts=app_commands.AppCommandContext(
            guild=True, dm_channel=False, private_channel=False
        ),
    )

    @group.command(description="Post it now")
    async def post(interaction: discord.Interaction[Bot], text: str) -> None:
        channel = interaction.channel
        assert isinstance(channel, discord.TextChannel)
        try:
            await channel.send(text)
        except discord.HTTPException as refused:
            await interaction.response.send_message(f"{refused.status} {refused.code}")
        else:
            await interaction.response.send_message("Posted", ephemeral=True)

    made.add_command(group)


@asynccontextmanager
async def running(home: Standin, **options: Any) -> AsyncIterator[Bot]:
    """The bot, connected and told of its servers."""
    async with Bot(**options) as bot:
        await bot.login(home.token)
        task = asyncio.create_task(bot.connect())
        try:
            await home.gateway.ready()
            yield bot
        finally:
            bot.gate.set()
            await bot.close()
            await asyncio.gather(task, return_exceptions=True)
