"""Events made in a server, each once.

Discord has no key that would keep an event from being made twice. So what is there is looked at
first, and what Discord left open is looked for instead of being asked for again.
"""

import asyncio
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

import discord

from bot.once import UnclearError, once
from bot.replies import sending
from bot.replies.event_plan import Planned
from data.messages import mark

log = logging.getLogger(__name__)

MOST = 10
"""Asked for at one press."""
EACH_WITHIN = 60.0
"""Seconds for one event, what discord.py waits for Discord's limits included."""
ALL_WITHIN = 240.0
"""Seconds after which none is begun: well before Discord takes no answer to the press any more."""


class Failure(Enum):
    """Why an event was not made. `is_last`: none after it would be, either."""

    FULL = mark("This server has as many events as Discord allows."), True
    LIMITED = mark("Discord takes no more events for now. Press again in a few minutes."), True
    SILENT = mark("Discord does not answer. Press again in a few minutes."), True
    UNCLEAR = mark("Discord failed, and has not got it. Press again in a few minutes."), False
    REFUSED = mark("Discord refuses it. The log of whoever runs me says why."), False
    FORBIDDEN = mark("I lack the permission Create Events."), True

    def __init__(self, sentence: str, is_last: bool) -> None:  # noqa: FBT001 - a member's values
        self.sentence = sentence
        self.is_last = is_last


_REFUSALS = {
    50001: Failure.FORBIDDEN,
    50013: Failure.FORBIDDEN,
    30038: Failure.FULL,
}
"""By Discord's code of the error."""


@dataclass(frozen=True, slots=True)
class Made:
    """One that is there, whether it was before or not; `url` leads to it."""

    event: Planned
    url: str
    day: date


@dataclass(slots=True)
class Outcome:
    """`left` is how many more are ahead than are made at one press; `moved` are those of before
    that have the name of one that is ahead, and another day."""

    made: list[Made] = field(default_factory=list[Made])
    there: list[Made] = field(default_factory=list[Made])
    moved: list[Made] = field(default_factory=list[Made])
    failed: list[tuple[Planned, Failure]] = field(default_factory=list[tuple[Planned, Failure]])
    left: int = 0


async def make(guild: discord.Guild, ahead: Sequence[Planned], *, reason: str, ref: str) -> Outcome:
    """Makes those that are not there yet, in their order. `reason` is for the server's audit log,
    `ref` names the press in ours. Raises LostError where Discord does not tell which are there;
    then none is made."""
    there = await _ours(guild)
    outcome, lacking = Outcome(), list[Planned]()
    right = {(event.name, event.day) for event in ahead}
    for event in ahead:
        named = [_as_made(event, each) for each in there if each.name == event.name]
        outcome.moved += [each for each in named if (event.name, each.day) not in right]
        same = [each for each in named if each.day == event.day]
        outcome.there += same[:1]
        if not same:
            lacking.append(event)
    outcome.left = len(lacking[MOST:])
    await _make_all(guild, lacking[:MOST], outcome, reason=reason, ref=ref)
    return outcome


async def _make_all(
    guild: discord.Guild, lacking: Iterable[Planned], outcome: Outcome, *, reason: str, ref: str
) -> None:
    clock = asyncio.get_running_loop().time
    deadline = clock() + ALL_WITHIN
    stopped: Failure | None = None
    for event in lacking:
        if stopped is None and clock() > deadline:
            stopped = Failure.LIMITED
        result = stopped or await _made(guild, event, reason=reason, ref=ref)
        if isinstance(result, Failure):
            outcome.failed.append((event, result))
            stopped = result if result.is_last else None
        else:
            outcome.made.append(_as_made(event, result))


async def _made(
    guild: discord.Guild, event: Planned, *, reason: str, ref: str
) -> discord.ScheduledEvent | Failure:
    with once() as attempt:
        try:
            async with asyncio.timeout(EACH_WITHIN):
                return await guild.create_scheduled_event(
                    name=event.name,
                    description=event.description,
                    start_time=event.start,
                    end_time=event.end,
                    # Discord needs it said, and discord.py does not say it of itself.
                    entity_type=discord.EntityType.external,
                    privacy_level=discord.PrivacyLevel.guild_only,
                    location=event.location,
                    reason=reason,
                )
        except discord.HTTPException as error:
            log.warning("%s: an event is refused: %s (code %s)", ref, error.text, error.code)
            return _REFUSALS.get(error.code, Failure.REFUSED)
        except (UnclearError, *sending.BROKEN_OFF) as error:
            log.warning("%s: an event is unclear: %s %s", ref, type(error).__name__, error)
            if not attempt.begun:
                waited = isinstance(error, TimeoutError)
                return Failure.LIMITED if waited else Failure.SILENT
    return await _looked_for(guild, event)


async def _looked_for(guild: discord.Guild, event: Planned) -> discord.ScheduledEvent | Failure:
    try:
        there = await _ours(guild)
    except sending.LostError:
        return Failure.SILENT
    same = (
        each
        for each in there
        if each.name == event.name and event.day_of(each.start_time) == event.day
    )
    return next(same, Failure.UNCLEAR)


async def _ours(guild: discord.Guild) -> list[discord.ScheduledEvent]:
    """Those that the bot has made and that are not over. Raises LostError."""
    with sending.losing("a look at a server's events"):
        async with asyncio.timeout(sending.GIVE_UP_AFTER):
            there = await guild.fetch_scheduled_events(with_counts=False)
    return [each for each in there if each.creator_id == guild.me.id]


def _as_made(event: Planned, there: discord.ScheduledEvent) -> Made:
    return Made(event, there.url, event.day_of(there.start_time))
