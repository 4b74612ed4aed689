"""What somebody wishes of a digest, made a subscription; and a subscription in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal

from commands import tongues
from commands.subscribing_said import Channel, Instant, Said, said, say_zone
from commands.subscribing_times import (
    echoed,
    read_days,
    read_hours,
    read_time,
    say_days,
    say_time,
)
from commands.voice import Voice
from data import languages
from data.errors import QuestionError
from data.messages import mark
from data.subscriptions.due import next_due
from data.subscriptions.model import (
    ALL_PARTS,
    EVERY_DAY,
    SERVERS_LANGUAGE,
    Part,
    Pause,
    Quiet,
    Schedule,
    Subscription,
)
from data.subscriptions.zones import find_zone

MOST_IN_A_SERVER = 25
LATE = timedelta(hours=6)
LANGUAGES = (SERVERS_LANGUAGE, *languages.LANGUAGES)
"""What can be chosen for a digest."""

NO_TIME = mark("At what time is it to come? Write it like 8:30, 19:05 or 7 pm.")
NO_ZONE = mark("In which time zone? Write a city, such as Paris, or a zone, such as Europe/Paris.")
NOT_SPOKEN = mark("Digests do not come in '{text}'. They come in: {known}.")
NO_POLICY = mark("'{text}' is nothing to do on a quiet day. Write one of: {known}.")
TOO_MANY = mark(
    "A server can have {most} digests, and this one has as many. One has to end before another can "
    "begin."
)

QUIET: Mapping[Quiet, str] = {
    Quiet.SEND: mark("On a quiet day it comes all the same."),
    Quiet.SHORTEN: mark("On a quiet day it is short."),
    Quiet.SKIP: mark("On a quiet day it does not come."),
}
PARTS: Mapping[Part, str] = {
    Part.NEWS: mark("what is new"),
    Part.AHEAD: mark("what is ahead"),
    Part.STANCES: mark("movement of stances"),
    Part.FOCUS: mark("one member in focus"),
}
PAUSED: Mapping[Pause, str] = {
    Pause.ASKED: mark("Paused since {moment}: somebody asked for it."),
    Pause.FORBIDDEN: mark(
        "Paused since {moment}: I may not write in {channel}. It goes on by itself once I may."
    ),
    Pause.GONE: mark("Paused since {moment}: {channel} is gone. Choose another one, or end it."),
    Pause.LEFT: mark(
        "Paused since {moment}: I am no longer in the server. It goes on by itself once I am."
    ),
}
TITLE = mark("{channel}: {time} ({zone}), {days}")
CONTENT = mark("It tells {parts}, in {language}.")
CONTENT_AS_SERVER = mark("It tells {parts}, in the language of its server.")
NOT_LATE = mark("What is due while I am away is left out.")
UP_TO_LATE = mark("After a downtime it still comes, up to {hours} late.")
PUBLISHED = mark("It is published, so that other servers can follow it.")
NEXT = mark("The next one comes {moment}.")
FIRST = mark("The first one comes {moment}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody wrote of a digest; None where they left it open. `parts` are those that they
    want or do not want."""

    channel: int | None = None
    time: str | None = None
    zone: str | None = None
    days: str | None = None
    language: str | None = None
    quiet: str | None = None
    late: str | None = None
    parts: Mapping[Part, bool] = field(default_factory=dict[Part, bool])
    crosspost: bool | None = None

    @property
    def is_empty(self) -> bool:
        return self == Wish()


def begun(
    wish: Wish, *, id: str, guild: int | None, channel: int, owner: int, now: datetime, voice: Voice
) -> Subscription:
    """The subscription as wished, with what is usual where nothing was said. Raises
    QuestionError."""
    if wish.time is None:
        raise QuestionError(NO_TIME)
    if wish.zone is None:
        raise QuestionError(NO_ZONE)
    usual = Subscription(
        id=id,
        guild=guild,
        channel=channel,
        owner=owner,
        schedule=Schedule(
            at=read_time(wish.time, voice),
            zone=find_zone(wish.zone, voice.locale),
            weekdays=EVERY_DAY,
        ),
        language=SERVERS_LANGUAGE,
        parts=ALL_PARTS,
        quiet=Quiet.SHORTEN,
        late=LATE,
        crosspost=False,
        since=now,
    )
    return changed(usual, wish, now=now, voice=voice)


def changed(before: Subscription, wish: Wish, *, now: datetime, voice: Voice) -> Subscription:
    """The subscription with what was wished otherwise. Another schedule counts from `now` on.
    Raises QuestionError."""
    schedule = before.schedule
    if wish.time is not None:
        schedule = replace(schedule, at=read_time(wish.time, voice))
    if wish.zone is not None:
        schedule = replace(schedule, zone=find_zone(wish.zone, voice.locale))
    if wish.days is not None:
        schedule = replace(schedule, weekdays=read_days(wish.days, voice))
    wanted = {each: each in before.parts for each in Part} | dict(wish.parts)
    return replace(
        before,
        channel=before.channel if wish.channel is None else wish.channel,
        schedule=schedule,
        since=before.since if schedule == before.schedule else now,
        language=before.language if wish.language is None else find_language(wish.language),
        quiet=before.quiet if wish.quiet is None else find_quiet(wish.quiet),
        late=before.late if wish.late is None else read_hours(wish.late),
        parts=frozenset(each for each, is_wanted in wanted.items() if is_wanted),
        crosspost=before.crosspost if wish.crosspost is None else wish.crosspost,
    )


def find_language(text: str) -> str:
    """A language, or the server's. Raises QuestionError."""
    if text.strip().casefold() == SERVERS_LANGUAGE:
        return SERVERS_LANGUAGE
    found = tongues.find_language(text)
    if found is None:
        raise QuestionError(NOT_SPOKEN, text=echoed(text), known=", ".join(LANGUAGES))
    return found


def find_quiet(text: str) -> Quiet:
    try:
        return Quiet(text.strip().casefold())
    except ValueError:
        raise QuestionError(NO_POLICY, text=echoed(text), known=", ".join(Quiet)) from None


def title(sub: Subscription, voice: Voice) -> Said:
    """Where and when it comes."""
    return said(
        TITLE,
        channel=Channel(sub.channel),
        time=say_time(sub.schedule.at, voice),
        zone=say_zone(sub.schedule.zone, voice),
        days=say_days(sub.schedule.weekdays, voice),
    )


def details(sub: Subscription, voice: Voice) -> Iterator[Said]:
    """What it tells, and what happens on quiet days and after a downtime."""
    from babel.lists import format_list

    parts = [voice.text(PARTS[each]) for each in Part if each in sub.parts]
    told = format_list(parts, locale=voice.locale)
    if sub.language == SERVERS_LANGUAGE:
        yield said(CONTENT_AS_SERVER, parts=told)
    else:
        yield said(CONTENT, parts=told, language=tongues.say_language(sub.language, voice))
    yield said(QUIET[sub.quiet])
    if sub.late:
        yield said(UP_TO_LATE, hours=_hours(sub.late, voice))
    else:
        yield said(NOT_LATE)
    if sub.crosspost:
        yield said(PUBLISHED)


def _hours(late: timedelta, voice: Voice) -> str:
    hours = Decimal(late // timedelta(minutes=1)) / 60
    said = voice.translations.ngettext(
        "{number} hour", "{number} hours", 1 if hours == 1 else max(2, int(hours))
    )
    places = 0 if hours == hours.to_integral_value() else 1
    return said.format(number=voice.number(hours, places))


def ahead(sub: Subscription, now: datetime, template: str = NEXT) -> Said:
    """When the next one comes, or why none does."""
    if sub.paused is not None and sub.paused_at is not None:
        return said(
            PAUSED[sub.paused],
            moment=Instant(sub.paused_at, sub.schedule.zone),
            channel=Channel(sub.channel),
        )
    return said(template, moment=Instant(next_at(sub, now), sub.schedule.zone))


def next_at(sub: Subscription, now: datetime) -> datetime:
    """When it is due next, in UTC."""
    return next_due(sub.schedule, max(now, sub.since)).at
