"""What the buttons under `/digest` say to us. All of it is in the custom id, so that a button still
works after a restart; nothing is kept of a digest that nobody saved."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.render.discord.sizes import MOST_CUSTOM_ID
from commands.subscribing import find_language
from data.errors import QuestionError
from data.subscriptions.model import Part, Quiet, Schedule, Subscription

PREFIX = "a3s:"
VERSION = "1"

_BETWEEN = ":"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_QUIET = {Quiet.SEND: "e", Quiet.SHORTEN: "s", Quiet.SKIP: "k"}
_READ_QUIET = {letter: quiet for quiet, letter in _QUIET.items()}
_PARTS = tuple(Part)


class Action(StrEnum):
    SAVE = "save"
    CANCEL = "cancel"
    END = "end"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Pressed:
    """`words` are what follows the action; `saved` reads those of SAVE, the others have the id of a
    subscription or nothing."""

    action: Action
    words: tuple[str, ...]


class FormError(Exception):
    """A button of a form that this release does not know."""


def read(custom_id: str) -> Pressed:
    """Raises FormError."""
    version, action, *words = [*custom_id.removeprefix(PREFIX).split(_BETWEEN), ""]
    try:
        known = Action(action)
    except ValueError as error:
        raise FormError from error
    if version != VERSION:
        raise FormError
    return Pressed(known, tuple(words[:-1]))


def simple(action: Action, *words: str) -> str:
    return PREFIX + _BETWEEN.join((VERSION, action, *words))


def save(sub: Subscription) -> str:
    """At most 100 characters with the longest zone there is, `America/Argentina/ComodRivadavia`."""
    schedule = sub.schedule
    written = simple(
        Action.SAVE,
        sub.id,
        _base36(sub.channel),
        f"{schedule.at:%H%M}",
        schedule.zone,
        f"{_bits(schedule.weekdays):x}",
        sub.language,
        f"{_bits({_PARTS.index(each) for each in sub.parts}):x}"
        f"{_QUIET[sub.quiet]}"
        f"{'p' if sub.crosspost else '-'}"
        f"{sub.late // timedelta(hours=1)}",
    )
    if len(written) > MOST_CUSTOM_ID:
        raise ValueError(f"a custom id of {len(written)} characters: {written}")
    return written


def saved(words: tuple[str, ...], *, guild: int | None, owner: int, now: datetime) -> Subscription:
    """The subscription that `save` wrote down, to begin now. Raises FormError."""
    try:
        id, channel, at, zone, weekdays, language, rest = words
        parts, quiet, crosspost, late = rest[0], rest[1], rest[2], rest[3:]
        return Subscription(
            id=id,
            guild=guild,
            channel=int(channel, 36),
            owner=owner,
            schedule=Schedule(
                at=time(int(at[:2]), int(at[2:])),
                zone=ZoneInfo(zone).key,
                weekdays=frozenset(_numbers(int(weekdays, 16))),
            ),
            language=find_language(language),
            parts=frozenset(_PARTS[number] for number in _numbers(int(parts, 16))),
            quiet=_READ_QUIET[quiet],
            late=timedelta(hours=int(late)),
            crosspost=crosspost == "p",
            since=now,
        )
    except (ValueError, IndexError, KeyError, QuestionError) as error:
        raise FormError from error


def _bits(numbers: "frozenset[int] | set[int]") -> int:
    return sum(1 << number for number in numbers)


def _numbers(bits: int) -> list[int]:
    return [number for number in range(bits.bit_length()) if bits >> number & 1]


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits or "0"
