"""Sentences about digests. Each stays a template with its values until it is shown: Discord counts
down to a moment and links a channel, where a terminal writes them out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from commands.subscribing_times import say_time
from commands.voice import Voice
from data.messages import mark
from data.subscriptions import places


@dataclass(frozen=True, slots=True)
class Instant:
    """A moment, to be read in a zone."""

    at: datetime
    zone: str


@dataclass(frozen=True, slots=True)
class Channel:
    id: int


@dataclass(frozen=True, slots=True)
class Message:
    """Where a message is; `guild` is None in a conversation with one person."""

    guild: int | None
    channel: int
    id: int


@dataclass(frozen=True, slots=True)
class Person:
    """Whoever did something: an id in Discord, a name in a terminal, a process of the bot."""

    name: str


Value = str | Instant | Channel | Message | Person


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with what fills its placeholders."""

    template: str
    values: Mapping[str, Value] = field(default_factory=dict[str, Value])


def said(template: str, **values: Value) -> Said:
    return Said(template, values)


def say_zone(zone: str, voice: Voice) -> str:
    """The city that a zone is named after."""
    return places.cities(voice.locale).get(zone, zone)


def say_instant(moment: Instant, voice: Voice) -> str:
    """`Thursday, 26 November 2026 at 08:00 in Paris`."""
    from babel.dates import format_date

    there = moment.at.astimezone(ZoneInfo(moment.zone))
    return voice.fill(
        mark("{day} at {time} in {zone}"),
        day=format_date(there, "full", locale=voice.locale),
        time=say_time(there.time(), voice),
        zone=say_zone(moment.zone, voice),
    )
