"""Why a digest was sent or not: what happened to it, step by step, in sentences."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from commands.subscribing import PAUSED
from commands.subscribing_said import (
    Channel,
    Instant,
    Message,
    Person,
    Said,
    said,
    say_instant,
    say_zone,
)
from commands.subscribing_times import say_days
from commands.voice import Voice
from data.dates import PartialDate
from data.errors import QuestionError
from data.messages import mark
from data.subscriptions.delivery import Event, What
from data.subscriptions.due import moment
from data.subscriptions.model import Pause, Subscription

STEPS: Mapping[What, str] = {
    What.SUBSCRIBED: mark("{time}: Subscribed to by {person}."),
    What.EDITED: mark("{time}: Changed by {person}: {what}."),
    What.PAUSED: mark("{time}: Paused."),
    What.RESUMED: mark("{time}: Resumed by {person}."),
    What.ENDED: mark("{time}: Ended by {person}."),
    What.DUE: mark("{time}: Due."),
    What.MISSED: mark("{time}: Left out, as its time had passed while I was away."),
    What.LATE: mark("{time}: Late, but not too late to be sent."),
    What.CLAIMED: mark("{time}: Taken up."),
    What.QUIET: mark("{time}: A quiet day: nothing is new."),
    What.SENDING: mark("{time}: About to be sent."),
    What.SENT: mark("{time}: Sent."),
    What.FOUND: mark("{time}: Found in the channel, so it had been sent."),
    What.UNCLEAR: mark("{time}: Discord did not say whether it took it."),
    What.LOOKED: mark("{time}: Looked for in the channel."),
    What.RETRY: mark("{time}: Put off, to be tried again."),
    What.SKIPPED: mark("{time}: Not sent."),
    What.REFUSED: mark("{time}: Given up: it could not be sent."),
    What.CROSSPOSTED: mark("{time}: Published for the servers that follow."),
    What.TOLD_OWNER: mark("{time}: Whoever subscribed was told."),
}
DETAILED: Mapping[What, str] = {
    What.DUE: mark("{time}: Due ({detail})."),
    What.MISSED: mark("{time}: Left out, as its time had passed while I was away ({detail})."),
    What.LATE: mark("{time}: Late, but not too late to be sent ({detail})."),
    What.CLAIMED: mark("{time}: Taken up ({detail})."),
    What.QUIET: mark("{time}: A quiet day: nothing is new ({detail})."),
    What.SENDING: mark("{time}: About to be sent ({detail})."),
    What.SENT: mark("{time}: Sent ({detail})."),
    What.FOUND: mark("{time}: Found in the channel, so it had been sent ({detail})."),
    What.UNCLEAR: mark("{time}: Discord did not say whether it took it ({detail})."),
    What.LOOKED: mark("{time}: Looked for in the channel ({detail})."),
    What.RETRY: mark("{time}: Put off, to be tried again ({detail})."),
    What.SKIPPED: mark("{time}: Not sent ({detail})."),
    What.REFUSED: mark("{time}: Given up: it could not be sent ({detail})."),
    What.CROSSPOSTED: mark("{time}: It could not be published for those who follow ({detail})."),
    What.TOLD_OWNER: mark("{time}: Whoever subscribed was told ({detail})."),
}
WITHOUT: Mapping[What, str] = {
    What.PAUSED: mark("{time}: Not sent, as it is paused."),
    What.ENDED: mark("{time}: Not sent, as it has ended."),
}
"""What a pause or an end did to the digest of a day."""
PAUSED_FOR: Mapping[Pause, str] = {
    Pause.ASKED: mark("{time}: Paused by {person}."),
    Pause.FORBIDDEN: mark("{time}: Paused, as I may not write in the channel."),
    Pause.GONE: mark("{time}: Paused, as the channel is gone."),
    Pause.LEFT: mark("{time}: Paused, as I am no longer in the server."),
}
PAUSED_BECAUSE: Mapping[Pause, str] = {
    Pause.ASKED: mark("{time}: Paused by {person} ({detail})."),
    Pause.FORBIDDEN: mark("{time}: Paused, as I may not write in the channel ({detail})."),
    Pause.GONE: mark("{time}: Paused, as the channel is gone ({detail})."),
    Pause.LEFT: mark("{time}: Paused, as I am no longer in the server ({detail})."),
}
SETTINGS: Mapping[str, str] = {
    "minute": mark("the time"),
    "zone": mark("the time zone"),
    "weekdays": mark("the days"),
    "channel": mark("the channel"),
    "language": mark("the language"),
    "parts": mark("what it tells"),
    "quiet": mark("quiet days"),
    "late_s": mark("how late it may be"),
    "crosspost": mark("whether it is published"),
    "owner": mark("who is told of trouble"),
    "guild": mark("the server"),
}
"""What the store calls a setting."""
ASKED_FOR = mark("{time}: {person} asked for it now.")
SENT_AT = mark("{time}: Sent, {delay} after its time: {message}")
FOUND_AT = mark("{time}: Found in the channel, so it had been sent: {message}")

AHEAD = mark("It is still ahead: due {moment}.")
BEFORE = mark(
    "It was subscribed to, resumed or given another time {moment}, after that day's time."
)
OTHER_DAY = mark("{day} is a {weekday}, and this one comes on {days}.")
NO_SUCH_DAY = mark("There is no {day} in {zone}, where the calendar leaves it out.")
NOT_YET = mark("It was due {moment}, and nobody has taken it up. Is the bot running?")
NO_DAY = mark("'{text}' is not a day. Write it like {today}.")


_MOST_BEFORE = 5


@dataclass(frozen=True, slots=True)
class Sent:
    """When a digest was due, and the channel it went to."""

    due_at: datetime
    channel: int


def steps(
    sub: Subscription, events: Sequence[Event], voice: Voice, sent_for: Sent | None
) -> Iterator[Said]:
    """What happened, in its order, each with its local time: all of one day, and what was done to
    the subscription lately."""
    lately = [event for event in events if event.day is None][-_MOST_BEFORE:]
    for event in events:
        if event.day is not None or event in lately:
            yield step(sub, event, voice, sent_for)


def step(sub: Subscription, event: Event, voice: Voice, sent_for: Sent | None) -> Said:
    time = _clock(event, sub.schedule.zone, voice)
    person = Person(event.worker or "")
    message = _message(sub, event, sent_for)
    match event.what:
        case What.SENT if sent_for is not None and message is not None:
            delay = say_delay(event.at - sent_for.due_at, voice)
            return said(SENT_AT, time=time, delay=delay, message=message)
        case What.FOUND if message is not None:
            return said(FOUND_AT, time=time, message=message)
        case What.DUE if event.worker is not None:
            return said(ASKED_FOR, time=time, person=person)
        case What.PAUSED | What.ENDED if event.day is not None:
            return said(WITHOUT[event.what], time=time)
        case What.PAUSED:
            return _paused(event, time, person)
        case What.EDITED:
            return said(STEPS[event.what], time=time, person=person, what=_named(event, voice))
        case _:
            templates = DETAILED if event.detail and event.what in DETAILED else STEPS
            return said(templates[event.what], time=time, person=person, detail=event.detail)


def _message(sub: Subscription, event: Event, sent_for: Sent | None) -> Message | None:
    """Where the digest is: the detail of such a step is the id of the message."""
    if not event.detail.isdecimal():
        return None
    channel = sub.channel if sent_for is None else sent_for.channel
    return Message(sub.guild, channel, int(event.detail))


def _paused(event: Event, time: str, person: Person) -> Said:
    """The detail is the reason, and what is known beside it."""
    word, _, detail = event.detail.partition(": ")
    if word not in list(Pause):
        return said(STEPS[What.PAUSED], time=time)
    template = (PAUSED_BECAUSE if detail else PAUSED_FOR)[Pause(word)]
    return said(template, time=time, person=person, detail=detail)


def _named(event: Event, voice: Voice) -> str:
    from babel.lists import format_list

    names = [voice.text(SETTINGS.get(each, each)) for each in event.detail.split(", ")]
    return format_list(names, locale=voice.locale)


def nothing(sub: Subscription, day: date, now: datetime, voice: Voice) -> Said:
    """Why there are no steps for a day."""
    schedule = sub.schedule
    due_at = moment(schedule.at, schedule.zone, day)
    if due_at is None:
        return said(NO_SUCH_DAY, day=voice.day(day), zone=say_zone(schedule.zone, voice))
    if day.weekday() not in schedule.weekdays:
        weekday = voice.locale.days["format"]["wide"][day.weekday()]
        days = say_days(schedule.weekdays, voice)
        return said(OTHER_DAY, day=voice.day(day), weekday=weekday, days=days)
    if sub.paused is not None and sub.paused_at is not None and sub.paused_at <= due_at:
        paused_at = Instant(sub.paused_at, schedule.zone)
        return said(PAUSED[sub.paused], moment=paused_at, channel=Channel(sub.channel))
    if due_at > now:
        return said(AHEAD, moment=Instant(due_at, schedule.zone))
    if due_at <= sub.since:
        return said(BEFORE, moment=Instant(sub.since, schedule.zone))
    return said(NOT_YET, moment=Instant(due_at, schedule.zone))


def find_day(sub: Subscription, text: str | None, now: datetime) -> date:
    """A local day of the subscription; today without one. Raises QuestionError."""
    today = now.astimezone(ZoneInfo(sub.schedule.zone)).date()
    if text is None or text.strip().casefold() == "today":
        return today
    if text.strip().casefold() == "yesterday":
        return today - timedelta(days=1)
    found = PartialDate.parse(text, times=False)
    if found.day is None:
        raise QuestionError(NO_DAY, text=str(found), today=today.isoformat())
    return found.first


def recent_days(sub: Subscription, now: datetime, *, most: int) -> Sequence[date]:
    """The local days up to today on which it could come, the newest first."""
    today = now.astimezone(ZoneInfo(sub.schedule.zone)).date()
    days = (today - timedelta(days=away) for away in range(7 * most))
    return [day for day in days if day.weekday() in sub.schedule.weekdays][:most]


def say_delay(delay: timedelta, voice: Voice) -> str:
    """`3 seconds`, `2 hours`; what came early by a clock that jumped came at once."""
    from babel.dates import format_timedelta

    return format_timedelta(
        max(delay, timedelta()), granularity="second", threshold=1.5, locale=voice.locale
    )


def _clock(event: Event, zone: str, voice: Voice) -> str:
    """The time on the wall where the digest is due, and the day where it is another one."""
    from babel.dates import format_time

    there = event.at.astimezone(ZoneInfo(zone))
    if event.day is None or there.date() != event.day:
        return say_instant(Instant(event.at, zone), voice)
    return format_time(there, "medium", locale=voice.locale)
