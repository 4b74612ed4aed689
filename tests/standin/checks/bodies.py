"""Bodies of requests as discord.py really makes them, for each route an application needs."""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import discord
from discord import app_commands, ui
from discord.http import MultipartParameters, handle_message_parameters
from discord.webhook.async_ import interaction_message_response_params, interaction_response_params

MESSAGES = "/channels/{channel_id}/messages"
MESSAGE = f"{MESSAGES}/{{message_id}}"
FOLLOWUPS = "/webhooks/{webhook_id}/{webhook_token}"
ORIGINAL = f"{FOLLOWUPS}/messages/@original"
FOLLOWUP = f"{FOLLOWUPS}/messages/{{message_id}}"
CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback"
COMMANDS = "/applications/{application_id}/commands"


@dataclass(frozen=True, slots=True)
class Sent:
    """A request: with a method, a path whose parameters are not filled, and a body."""

    name: str
    method: str
    path: str
    body: Any

    def __str__(self) -> str:
        return f"{self.method} {self.path} ({self.name})"


def body_of(params: MultipartParameters) -> Any:
    """The JSON that goes out, also where it goes as one part beside files."""
    if params.multipart:
        return json.loads(params.multipart[0]["value"])
    return json.loads(json.dumps(params.payload))


def layout() -> ui.LayoutView:
    """Each of the components a message may have."""
    view = ui.LayoutView(timeout=None)
    row = ui.ActionRow[ui.LayoutView](
        ui.Button(label="Why?", custom_id="why", emoji="🔍"),
        ui.Button(label="Source", url="https://nato.int/figures"),
        ui.Button(custom_id="wave", emoji=discord.PartialEmoji(name="w", id=5, animated=True)),
    )
    options = [discord.SelectOption(label="Spain", description="A member", default=True)]
    container = ui.Container[ui.LayoutView](
        ui.TextDisplay("# Spain"),
        ui.Separator(spacing=discord.SeparatorSpacing.large),
        ui.Section("1.28 %", accessory=ui.Button(label="History", custom_id="history")),
        ui.Section("2.00 %", accessory=ui.Thumbnail("https://nato.int/logo.png")),
        ui.MediaGallery(discord.MediaGalleryItem("attachment://chart.png", description="A chart")),
        ui.File("attachment://chart.png"),
        row,
        ui.ActionRow(ui.Select(custom_id="member", placeholder="Member", options=options)),
        accent_colour=0x12AB34,
    )
    return view.add_item(container)


def _flags(**given: bool) -> discord.MessageFlags:
    """New ones for each message: discord.py marks those it is given when there is a layout."""
    return discord.MessageFlags(**given)


def _buttons() -> ui.View:
    return ui.View(timeout=None).add_item(ui.Button(label="Why?", custom_id="why"))


def _embed() -> discord.Embed:
    embed = discord.Embed(
        title="Spain", description="1.28 %", colour=0x12AB34, url="https://nato.int"
    )
    embed.add_field(name="Target", value="2 %").set_footer(text="As of today")
    return embed.set_author(name="Desk").set_image(url="https://nato.int/chart.png")


def _chart() -> discord.File:
    return discord.File(io.BytesIO(b"png"), "chart.png", description="A chart")


def _contents() -> dict[str, dict[str, Any]]:
    named = discord.AllowedMentions(everyone=False, roles=False, users=[discord.Object(5)])
    return {
        "text": {"content": "1.28 %"},
        "layout and file": {"view": layout(), "file": _chart()},
        "text and buttons": {"content": "1.28 %", "view": _buttons()},
        "embed": {"embed": _embed()},
        "mention": {"content": "<@5>", "allowed_mentions": named},
    }


def messages() -> Iterator[Sent]:
    """New messages, edits, answers to interactions and what follows them."""
    reply = discord.MessageReference(message_id=5, channel_id=6, guild_id=7)
    reference: Any = reply.to_message_reference_dict()
    for name, content in _contents().items():
        said = {"allowed_mentions": discord.AllowedMentions.none(), **content}
        new = handle_message_parameters(
            **said, nonce=5, message_reference=reference, flags=_flags(suppress_notifications=True)
        )
        yield Sent(name, "POST", MESSAGES, body_of(new))
        followup = handle_message_parameters(**said, flags=_flags(ephemeral=True))
        yield Sent(name, "POST", FOLLOWUPS, body_of(followup))
        for path in (MESSAGE, ORIGINAL, FOLLOWUP):
            yield Sent(name, "PATCH", path, body_of(handle_message_parameters(**said)))
        answer = interaction_message_response_params(type=4, **said, flags=_flags(ephemeral=True))
        yield Sent(f"answer with {name}", "POST", CALLBACK, body_of(answer))
        update = interaction_message_response_params(type=7, **said)
        yield Sent(f"update with {name}", "POST", CALLBACK, body_of(update))


def answers() -> Iterator[Sent]:
    """Answers to interactions that are no messages; needs a running loop, as all of discord.ui."""
    modal = ui.Modal(title="Explain", custom_id="explain")
    modal.add_item(ui.Label(text="Figure", component=ui.TextInput(custom_id="figure")))
    choices = [app_commands.Choice(name="Spain", value="ESP").to_dict()]
    for name, params in {
        "defer": interaction_response_params(5),
        "defer in private": interaction_response_params(5, {"flags": _flags(ephemeral=True).value}),
        "defer an update": interaction_response_params(6),
        "choices": interaction_response_params(8, {"choices": choices}),
        "no choices": interaction_response_params(8, {"choices": []}),
        "modal": interaction_response_params(9, modal.to_dict()),
    }.items():
        yield Sent(name, "POST", CALLBACK, body_of(params))


def commands() -> list[dict[str, Any]]:
    """A command with every sort of option, one with subcommands, and one on messages."""
    client = discord.Client(intents=discord.Intents(guilds=True))
    tree = app_commands.CommandTree(
        client,
        allowed_contexts=app_commands.AppCommandContext(
            guild=True, dm_channel=True, private_channel=True
        ),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
    )
    rights = discord.Permissions(manage_guild=True)
    group = app_commands.Group(name="digest", description="Digests", default_permissions=rights)
    group.add_command(app_commands.Command(name="preview", description="Now", callback=_preview))
    tree.add_command(group)
    tree.add_command(app_commands.Command(name="target", description="A share", callback=_target))
    tree.add_command(app_commands.ContextMenu(name="Explain figures", callback=_explain))
    kinds = (discord.AppCommandType.chat_input, discord.AppCommandType.message)
    made = [each.to_dict(tree) for kind in kinds for each in tree.get_commands(type=kind)]
    return json.loads(json.dumps(made))


def command_requests() -> Iterator[Sent]:
    made = commands()
    yield Sent("all", "PUT", COMMANDS, made)
    for each in made:
        yield Sent(each["name"], "POST", COMMANDS, each)


async def _complete(_: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=typed, value=typed)]


@app_commands.autocomplete(member=_complete)
@app_commands.choices(part=[app_commands.Choice(name="Equipment", value="equipment")])
@app_commands.describe(member="Which member")
async def _target(
    interaction: discord.Interaction,
    member: str,
    part: str,
    year: app_commands.Range[int, 2014, 2035] = 2025,
    share: app_commands.Range[float, 0, 5] = 2,
    note: app_commands.Range[str, 1, 50] = "-",
    channel: discord.TextChannel | None = None,
    *,
    private: bool = False,
) -> None: ...


async def _preview(interaction: discord.Interaction, as_of: str | None = None) -> None: ...


async def _explain(interaction: discord.Interaction, message: discord.Message) -> None: ...
