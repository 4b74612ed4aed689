"""Everything under `/digest`. It is for those who manage a server, who can hand it to others in
their server's own settings; in private messages the preview is for everybody."""

from discord import Permissions, app_commands
from discord.app_commands import AppCommandChannel, Choice, Transform, locale_str

from bot.replies.interaction import Asked
from bot.replies.responding import ask, respond
from bot.slash import digest_manage as manage
from bot.slash import digest_subscribe as subscribing
from bot.slash.binding import everywhere, question
from bot.slash.digest_now import send_now
from bot.slash.digest_options import (
    LATES,
    QUIETS,
    SPOKEN,
    Where,
    offered_recent,
    offered_subscriptions,
    offered_weekdays,
    offered_zones,
    whats,
)
from commands.subscribing import Wish
from data.messages import mark

SUMMARY = mark("The daily digest of what changed and what is ahead")
SUBSCRIBE = mark("Have the digest sent to a channel every day; you see it before it is saved")
EDIT = mark("Change a digest: its time, its channel, or what it tells")
LIST = mark("The digests of this server, and when each comes next")
PAUSE = mark("Let a digest rest until it is resumed")
RESUME = mark("Let a paused digest come again")
UNSUBSCRIBE = mark("End a digest for good")
NOW = mark("Send today's digest now")
WHY = mark("Why a digest was sent or not on a day, step by step")
STATUS = mark("When the next digest comes, and what became of the last ones")

digest = everywhere(
    app_commands.Group(
        name="digest",
        description=locale_str(SUMMARY),
        default_permissions=Permissions(manage_guild=True),
    )
)


@question("digest", called="preview")
async def preview(
    interaction: Asked,
    as_of: str | None = None,
    private: bool = False,  # noqa: FBT001, FBT002 - Discord fills it by name
) -> None:
    await ask(interaction, "digest", {}, as_of=as_of, private=private)


digest.add_command(preview)


@digest.command(name="subscribe", description=locale_str(SUBSCRIBE))
@whats("time", "zone", "channel", "days", "language", "quiet")
@whats("ahead", "stances", "focus", "late", "crosspost")
@app_commands.choices(language=SPOKEN, quiet=QUIETS, late=LATES)
@app_commands.autocomplete(zone=offered_zones, days=offered_weekdays)
async def subscribe(
    interaction: Asked,
    time: str,
    zone: str,
    channel: Transform[AppCommandChannel, Where] | None = None,
    days: str | None = None,
    language: Choice[str] | None = None,
    quiet: Choice[str] | None = None,
    ahead: bool | None = None,  # noqa: FBT001 - Discord fills it by name
    stances: bool | None = None,  # noqa: FBT001 - Discord fills it by name
    focus: bool | None = None,  # noqa: FBT001 - Discord fills it by name
    late: Choice[str] | None = None,
    crosspost: bool | None = None,  # noqa: FBT001 - Discord fills it by name
) -> None:
    wish = Wish(
        time=time,
        zone=zone,
        days=days,
        language=_value(language),
        quiet=_value(quiet),
        late=_value(late),
        parts=subscribing.parts(ahead=ahead, stances=stances, focus=focus),
        crosspost=crosspost,
    )
    await respond(interaction, lambda: subscribing.begin(interaction, wish, channel), private=True)


@digest.command(name="edit", description=locale_str(EDIT))
@whats("subscription", "time", "zone", "channel", "days", "language", "quiet")
@whats("ahead", "stances", "focus", "late", "crosspost")
@app_commands.choices(language=SPOKEN, quiet=QUIETS, late=LATES)
@app_commands.autocomplete(
    subscription=offered_subscriptions, zone=offered_zones, days=offered_weekdays
)
async def edit(
    interaction: Asked,
    subscription: str | None = None,
    time: str | None = None,
    zone: str | None = None,
    channel: Transform[AppCommandChannel, Where] | None = None,
    days: str | None = None,
    language: Choice[str] | None = None,
    quiet: Choice[str] | None = None,
    ahead: bool | None = None,  # noqa: FBT001 - Discord fills it by name
    stances: bool | None = None,  # noqa: FBT001 - Discord fills it by name
    focus: bool | None = None,  # noqa: FBT001 - Discord fills it by name
    late: Choice[str] | None = None,
    crosspost: bool | None = None,  # noqa: FBT001 - Discord fills it by name
) -> None:
    wish = Wish(
        time=time,
        zone=zone,
        days=days,
        language=_value(language),
        quiet=_value(quiet),
        late=_value(late),
        parts=subscribing.parts(ahead=ahead, stances=stances, focus=focus),
        crosspost=crosspost,
    )
    await respond(
        interaction,
        lambda: subscribing.edit(interaction, subscription, wish, channel),
        private=True,
    )


@digest.command(name="list", description=locale_str(LIST))
async def list_(interaction: Asked) -> None:
    await respond(interaction, lambda: manage.list_(interaction), private=True)


@digest.command(name="pause", description=locale_str(PAUSE))
@whats("subscription")
@app_commands.autocomplete(subscription=offered_subscriptions)
async def pause(interaction: Asked, subscription: str | None = None) -> None:
    await respond(interaction, lambda: manage.pause(interaction, subscription), private=True)


@digest.command(name="resume", description=locale_str(RESUME))
@whats("subscription")
@app_commands.autocomplete(subscription=offered_subscriptions)
async def resume(interaction: Asked, subscription: str | None = None) -> None:
    await respond(interaction, lambda: manage.resume(interaction, subscription), private=True)


@digest.command(name="unsubscribe", description=locale_str(UNSUBSCRIBE))
@whats("subscription")
@app_commands.autocomplete(subscription=offered_subscriptions)
async def unsubscribe(interaction: Asked, subscription: str | None = None) -> None:
    await respond(interaction, lambda: manage.ask_to_end(interaction, subscription), private=True)


@digest.command(name="now", description=locale_str(NOW))
@whats("subscription", "again")
@app_commands.autocomplete(subscription=offered_subscriptions)
async def now(
    interaction: Asked,
    subscription: str | None = None,
    again: bool = False,  # noqa: FBT001, FBT002 - Discord fills it by name
) -> None:
    await respond(
        interaction, lambda: send_now(interaction, subscription, again=again), private=True
    )


@digest.command(name="why", description=locale_str(WHY))
@whats("subscription", "day")
@app_commands.autocomplete(subscription=offered_subscriptions, day=offered_recent)
async def why(interaction: Asked, subscription: str | None = None, day: str | None = None) -> None:
    await respond(interaction, lambda: manage.why(interaction, subscription, day), private=True)


@digest.command(name="status", description=locale_str(STATUS))
async def status(interaction: Asked) -> None:
    await respond(interaction, lambda: manage.status(interaction), private=True)


def _value(choice: Choice[str] | None) -> str | None:
    return None if choice is None else choice.value
