"""Everything under `/review`: where proposals are reviewed, by whom, and what waits."""

import discord
from discord import Permissions, app_commands
from discord.app_commands import AppCommandChannel, Transform, locale_str

from bot.render.discord.pages import note
from bot.replies.delivery import Message
from bot.replies.interaction import Asked
from bot.replies.responding import respond
from bot.reviewing import reviewed
from bot.slash.binding import everywhere, options
from bot.slash.digest_options import Where
from bot.slash.digest_place import KINDS, Spot, spot
from bot.slash.review_message import told
from bot.slash.review_rights import check_manager, check_reviewer, server
from commands import review as command
from commands.voice import Voice
from data.errors import QuestionError
from data.messages import mark
from data.store.proposals import ReviewPlace

SUMMARY = mark("Proposals of facts that wait for a person's yes")
CHANNEL = mark("Where proposals are posted, and who decides on them")
LIST = mark("What waits for review")
STATUS = mark("How many proposals wait, where they are posted, and what was decided last")
WHICH_CHANNEL = mark("a text or announcement channel; this one without it")
WHICH_ROLE = mark("the role of those who decide; without it, those who manage the server")

TITLE = mark("Review of proposals")
NO_CHANNEL = mark("Proposals go to a text or announcement channel. Choose one with channel.")
LACKING = mark(
    "I cannot post proposals there, for I lack: {permissions}. Allow it in the settings of that "
    "channel, under Permissions, and ask again."
)
POSTED = mark("Proposals are posted in #{channel}.")
NO_PLACE = mark("No channel was chosen yet: /review channel does that.")
BY_ROLE = mark("Those with the role {role} decide.")
BY_MANAGERS = mark("Those who manage this server decide.")
GONE = mark("gone")
WAIT = mark("{count} proposals wait.")
ONE_WAITS = mark("One proposal waits.")
NONE_WAITS = mark("Nothing waits for review.")
MORE = mark("And {count} more.")
DECIDED = mark("Decided last:")
LINE = mark("{id}: {decision}")
ITEM = mark("{id}: {summary}")

_MOST_LISTED, _MOST_DECISIONS = 15, 5

review = everywhere(
    app_commands.Group(
        name=locale_str("review"),
        description=locale_str(SUMMARY),
        default_permissions=Permissions(manage_guild=True),
    )
)


@review.command(name=locale_str("channel"), description=locale_str(CHANNEL))
@options({"channel": WHICH_CHANNEL, "role": WHICH_ROLE})
async def channel_(
    interaction: Asked,
    channel: Transform[AppCommandChannel, Where] | None = None,
    role: discord.Role | None = None,
) -> None:
    await respond(interaction, lambda: _set(interaction, channel, role), private=True)


@review.command(name=locale_str("list"), description=locale_str(LIST))
async def list_(interaction: Asked) -> None:
    await respond(interaction, lambda: _listed(interaction), private=True)


@review.command(name=locale_str("status"), description=locale_str(STATUS))
async def status(interaction: Asked) -> None:
    await respond(interaction, lambda: _status(interaction), private=True)


async def _set(
    interaction: Asked, channel: AppCommandChannel | None, role: discord.Role | None
) -> Message:
    guild = server(interaction)
    check_manager(interaction)
    app = interaction.client
    where = _spot(interaction, guild, channel)
    if where.is_closed:
        voice = app.voice(interaction, private=True)
        named = ", ".join(voice.text(each.title) for each in where.lacks)
        raise QuestionError(LACKING, permissions=named)
    wanted = ReviewPlace(guild=guild.id, channel=where.id, role=None if role is None else role.id)
    await app.proposals.put_place(wanted, by=interaction.user.id, now=app.clock())
    return await _status(interaction, checked=True)


def _spot(interaction: Asked, guild: discord.Guild, channel: AppCommandChannel | None) -> Spot:
    if channel is not None:
        return spot(interaction, guild, channel.id)
    here = interaction.channel
    if here is None or here.type not in KINDS:
        raise QuestionError(NO_CHANNEL)
    return spot(interaction, guild, here.id)


async def _listed(interaction: Asked) -> Message:
    await _check_reader(interaction)
    app = interaction.client
    desk = app.desk(interaction)
    voice = desk.voice
    found = await app.proposals.waiting(limit=_MOST_LISTED)
    more = await app.proposals.count_waiting() - len(found)
    lines = await app.answers.beside(
        lambda: [
            voice.fill(ITEM, id=each.id, summary=command.summary(desk, reviewed(each)).text)
            for each in found
        ]
    )
    lines += [voice.fill(MORE, count=more)] if more > 0 else []
    text = "\n".join(lines) or voice.text(NONE_WAITS)
    return Message(page=note(text, title=voice.text(TITLE), say=voice.fill))


async def _status(interaction: Asked, *, checked: bool = False) -> Message:
    if not checked:
        await _check_reader(interaction)
    app = interaction.client
    guild, voice = server(interaction), app.voice(interaction, private=True)
    lines = _where(guild, await app.proposals.place(guild.id), voice)
    count = await app.proposals.count_waiting()
    counted = voice.fill(WAIT, count=count) if count else voice.text(NONE_WAITS)
    lines.append(voice.text(ONE_WAITS) if count == 1 else counted)
    decisions = await app.proposals.decisions(limit=_MOST_DECISIONS)
    if decisions:
        lines.append(voice.text(DECIDED))
    lines += [voice.fill(LINE, id=each.proposal, decision=told(each, voice)) for each in decisions]
    return Message(page=note("\n".join(lines), title=voice.text(TITLE), say=voice.fill))


def _where(guild: discord.Guild, place: ReviewPlace | None, voice: Voice) -> list[str]:
    if place is None:
        return [voice.text(NO_PLACE)]
    found = guild.get_channel(place.channel)
    lines = [voice.fill(POSTED, channel=found.name if found else voice.text(GONE))]
    if place.role is None:
        return [*lines, voice.text(BY_MANAGERS)]
    role = guild.get_role(place.role)
    return [*lines, voice.fill(BY_ROLE, role=role.name if role else voice.text(GONE))]


async def _check_reader(interaction: Asked) -> None:
    """Who manages the server sees what waits, too."""
    server(interaction)
    if not interaction.permissions.manage_guild:
        await check_reviewer(interaction)
