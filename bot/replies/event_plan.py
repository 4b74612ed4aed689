"""What is ahead, as events that Discord would take. It takes no bare years and months."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from babel import Locale
from discord.utils import escape_mentions

from bot.render.plain import plain
from commands.voice import Voice
from data.dates import PartialDate
from data.errors import QuestionError
from data.messages import mark
from data.subscriptions import places
from data.subscriptions.due import rules
from data.subscriptions.zones import find_zone

if TYPE_CHECKING:
    from commands.calendar import Entry

LONGEST_NAME = LONGEST_LOCATION = 100
LONGEST_DESCRIPTION = 1000

NO_PLACE = mark("To be announced")
WHOLE_DAYS = mark("{days}, whole days by the clocks of {place}.")
WHOLE_DAYS_UTC = mark("{days}, whole days by UTC.")
AT_A_TIME = mark("{days}.")
KNOWN = mark("As known on {day}.")

# What begins sooner may have begun by the time that Discord looks at it.
_SOON = timedelta(minutes=1)
_END_OF_DAY = time(23, 59)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """An event to be. Another of ours is the same where name and day are."""

    name: str
    days: str
    """In words."""
    start: datetime
    end: datetime
    location: str
    description: str

    @property
    def day(self) -> date:
        return self.start.date()

    def day_of(self, moment: datetime) -> date:
        """By the clocks where the event is."""
        return moment.astimezone(self.start.tzinfo).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """`ahead` is sorted by time. `begun` and `undated` are the names of what no event can be made
    of: it is on already, or no day of it is known."""

    ahead: tuple[Planned, ...]
    begun: tuple[str, ...]
    undated: tuple[str, ...]


def plan(entries: Iterable["Entry"], voice: Voice, now: datetime) -> Plan:
    ahead: list[Planned] = []
    begun: list[str] = []
    undated: list[str] = []
    for entry in entries:
        name = _short(entry.title, LONGEST_NAME)
        if entry.first.day is None:
            undated.append(name)
            continue
        made = _planned(entry, name, voice, now)
        if made.start > now + _SOON:
            ahead.append(made)
        elif made.end > now:
            begun.append(name)
    in_order = sorted(ahead, key=lambda each: (each.start, each.name))
    return Plan(ahead=tuple(in_order), begun=tuple(begun), undated=tuple(undated))


def zone_of(place: str | None, locale: Locale) -> str:
    """The zone of a place such as `World Forum, The Hague, Netherlands`; UTC where none is known.
    A country tells where all its clocks show the same, else the city does."""
    parts = [part.strip() for part in (place or "").split(",")]
    for whole in (parts, parts[:-1]):
        for at in reversed(range(len(whole))):
            try:
                return find_zone(", ".join(whole[at:]), locale)
            except QuestionError:
                continue
    return places.UTC_ZONE


def _planned(entry: "Entry", name: str, voice: Voice, now: datetime) -> Planned:
    zone = zone_of(entry.place, voice.locale)
    last = entry.first if entry.last is None or entry.last.day is None else entry.last
    days = voice.date(last) if last == entry.first else voice.between(entry.first, last)
    return Planned(
        name=name,
        days=days,
        start=_start(entry.first, zone),
        end=_end(entry.first, last, zone),
        location=_short(entry.place or voice.text(NO_PLACE), LONGEST_LOCATION),
        description=_description(entry, _when(entry.first, days, zone, voice), voice, now),
    )


def _start(first: PartialDate, zone: str) -> datetime:
    return first.instant or datetime.combine(first.first, time(), rules(zone))


def _end(first: PartialDate, last: PartialDate, zone: str) -> datetime:
    """The end of its last day, unless the knowledge has the moment."""
    if last.instant is not None and last != first:
        return last.instant
    clocks = rules(zone) if last.instant is None else last.instant.tzinfo
    return datetime.combine(last.last, _END_OF_DAY, clocks)


def _when(first: PartialDate, days: str, zone: str, voice: Voice) -> str:
    """Discord shows moments by each reader's own clock, where a day may seem to be another."""
    if first.instant is not None:
        return voice.fill(AT_A_TIME, days=days)
    if zone == places.UTC_ZONE:
        return voice.fill(WHOLE_DAYS_UTC, days=days)
    place = places.cities(voice.locale).get(zone, zone)
    return voice.fill(WHOLE_DAYS, days=days, place=place)


def _description(entry: "Entry", when: str, voice: Voice, now: datetime) -> str:
    """The address is never cut: half of it would lead elsewhere."""
    known = voice.fill(KNOWN, day=voice.day(now.date()))
    address = plain(entry.url or "").strip()
    below = "\n".join(part for part in (address, known) if part)
    if len(below) > LONGEST_DESCRIPTION // 2:
        below = known
    said = "\n".join(_inert(part) for part in entry.text.split("\n"))
    above = _cut(f"{when}\n\n{said}", LONGEST_DESCRIPTION - len(below) - 2)
    return f"{above}\n\n{below}"


def _short(text: str, most: int) -> str:
    """Its spaces are set as Discord keeps them, so that it is known again."""
    return _cut(" ".join(_inert(text).split()), most)


def _cut(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    head = text[: most - 1]
    return f"{head.rpartition(' ')[0] or head}…"


def _inert(text: str) -> str:
    """It calls nobody."""
    return escape_mentions(plain(text))
