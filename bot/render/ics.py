"""Entries as an iCalendar file (RFC 5545), in the form that Google, Apple and Outlook take."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from bot.render.plain import plain
from commands.calendar_entries import Entry, deadlines, entries
from commands.desk import Desk
from commands.voice import Voice
from data.dates import PartialDate
from data.errors import QuestionError
from data.messages import mark

if TYPE_CHECKING:
    from icalendar import Event

NAME = mark("NATO defence spending: what is ahead")
SUMMARY = mark("NATO: {title}")
NOTHING = mark(
    "Nothing that was known on {day} to be ahead has a day yet, so there is nothing to put into a "
    "calendar."
)
LEFT_OUT = mark("Without a day so far, and so not in it: {names}.")
PRODUCT = "-//Article 3//Calendar//EN"


def ahead(desk: Desk, as_of: date) -> tuple[Entry, ...]:
    """Meetings, then the last days by which something is to be reached."""
    return *entries(desk, as_of), *deadlines(desk, as_of)


def file(desk: Desk, as_of: date, stamp: datetime) -> bytes:
    """The calendar of what is ahead, meetings and last days alike. Raises QuestionError where
    nothing of it has a day."""
    found = dated(ahead(desk, as_of))
    if not found:
        raise QuestionError(NOTHING, day=as_of)
    return ics(found, desk.voice, stamp)


def dated(found: Sequence[Entry]) -> tuple[Entry, ...]:
    """Those that have a day. A bare year or month is no day, and what stands in a calendar is taken
    for one."""
    return tuple(each for each in found if each.first.day is not None)


def left_out(found: Sequence[Entry], voice: Voice) -> str | None:
    """A sentence that names those without a day; None where all have one."""
    names = [plain(each.title) for each in found if each.first.day is None]
    if not names:
        return None
    # Some names have commas of their own.
    return voice.fill(LEFT_OUT, names="; ".join(names))


def ics(found: Sequence[Entry], voice: Voice, stamp: datetime) -> bytes:
    """One event for each entry that has a day; at least one of them has to. `stamp` is the moment
    the file is made. An event keeps its id, so that a newer file takes the place of an older one.
    """
    # Only whoever wants a file waits for it.
    from icalendar import Calendar

    events = dated(found)
    if not events:
        raise ValueError("a calendar needs an event")
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    name = voice.text(NAME)
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    for each in events:
        title = voice.fill(SUMMARY, title=each.title)
        calendar.add_component(_event(each, title, stamp))
    return calendar.to_ical()


def _event(entry: Entry, title: str, stamp: datetime) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"urn:article3:{entry.key}")))
    event.add("dtstamp", stamp.astimezone(UTC))
    event.add("last-modified", stamp.astimezone(UTC))
    event.add("summary", plain(title))
    event.add("dtstart", _start(entry.first))
    if (end := _end(entry)) is not None:
        event.add("dtend", end)
    event.add("description", "\n".join(map(plain, entry.text.splitlines())))
    if entry.place is not None:
        event.add("location", plain(entry.place))
    if entry.url is not None:
        event.add("url", entry.url)
    # A summit that somebody reads about does not make that reader busy.
    event.add("transp", "TRANSPARENT")
    return event


def _start(first: PartialDate) -> date:
    return first.first if first.instant is None else first.instant.astimezone(UTC)


def _end(entry: Entry) -> date | None:
    """The day after the last one, as the end is not part of the event; of a beginning at a moment,
    a moment as well. None where no end is known."""
    last = entry.last
    if entry.first.instant is not None:
        return None if last is None or last.instant is None else last.instant.astimezone(UTC)
    whole = entry.first if last is None or last.day is None else last
    return whole.last + timedelta(days=1)
