"""Who gets a digest, where, when and in which way. Values only: nothing here knows a clock."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from data.errors import QuestionError
from data.messages import mark

EVERY_DAY = frozenset(range(7))
MONDAY_TO_FRIDAY = frozenset(range(5))
LATEST = timedelta(hours=24)
ID_LENGTH = 8

NO_WEEKDAY = mark("A digest needs a day of the week on which to come. Choose one or more.")
TOO_LATE = mark("A digest may be between 0 and {most} hours late, not {hours}.")
NO_NEWS = mark("What is new is the heart of a digest and cannot be left out.")

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_ID = re.compile(r"[a-z0-9]{8}", re.ASCII)


class Quiet(StrEnum):
    """What to do on a day without news."""

    SEND = "send"
    SHORTEN = "shorten"
    SKIP = "skip"


class Part(StrEnum):
    """A section of a digest."""

    NEWS = "news"
    AHEAD = "ahead"
    STANCES = "stances"
    FOCUS = "focus"


ALL_PARTS = frozenset(Part)


class Pause(StrEnum):
    """Why nothing is sent for a while: somebody asked for it, the bot may not write there, the
    channel is gone, or the bot is no longer in the server."""

    ASKED = "asked"
    FORBIDDEN = "forbidden"
    GONE = "gone"
    LEFT = "left"


SERVERS_LANGUAGE = "server"
"""In place of a language: whichever the server has chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """`at` is what a clock on the wall shows in `zone`, an IANA name, to the minute; of the
    weekdays, Monday is 0. A day of the week that nobody chose is a QuestionError."""

    at: time
    zone: str
    weekdays: frozenset[int] = EVERY_DAY

    def __post_init__(self) -> None:
        if not self.weekdays:
            raise QuestionError(NO_WEEKDAY)
        if not self.weekdays <= EVERY_DAY:
            raise ValueError(f"{sorted(self.weekdays)} are not days of the week from 0 to 6")
        if self.at.second or self.at.microsecond or self.at.tzinfo is not None:
            raise ValueError(f"{self.at!r} is not a plain time of day to the minute")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """`late` is how long after its time a digest may still be sent, `since` the moment after which
    it can be due at all: when it was made, resumed, or last got another schedule.

    `guild` is None in a conversation with one person. `late` outside of 0 to 24 hours and `parts`
    without news are QuestionErrors.
    """

    id: str
    guild: int | None
    channel: int
    owner: int
    schedule: Schedule
    language: str
    parts: frozenset[Part]
    quiet: Quiet
    late: timedelta
    crosspost: bool
    since: datetime
    paused: Pause | None = None
    paused_at: datetime | None = None

    def __post_init__(self) -> None:
        if not _ID.fullmatch(self.id):
            raise ValueError(f"{self.id!r} is not the id of a subscription: eight of a-z and 0-9")
        if not timedelta() <= self.late <= LATEST:
            hours = f"{self.late / timedelta(hours=1):g}"
            raise QuestionError(TOO_LATE, most=LATEST // timedelta(hours=1), hours=hours)
        if Part.NEWS not in self.parts:
            raise QuestionError(NO_NEWS)
        if (self.paused is None) != (self.paused_at is None):
            raise ValueError("a pause has a reason and a moment, or neither")
        for moment in (self.since, self.paused_at):
            if moment is not None and moment.utcoffset() is None:
                raise ValueError(f"{moment} has no zone")


def new_id(choose: Callable[[Sequence[str]], str]) -> str:
    """An id of letters that `choose` picks, such as `random.choice` or `secrets.choice`."""
    return "".join(choose(_LETTERS) for _ in range(ID_LENGTH))
