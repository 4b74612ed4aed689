"""What the store knows of subscriptions, as sentences: the same in Discord and in a terminal."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from bot.render.subscriptions import Entry
from commands.subscribing import ahead, details, next_at, title
from commands.subscribing_said import Channel, Instant, Said, said
from commands.subscribing_steps import Sent, nothing, step, steps
from commands.voice import Voice
from data.messages import mark
from data.store.digests import Digests
from data.subscriptions.delivery import State, What
from data.subscriptions.model import Subscription

NONE = mark("There are no digests.")
NEVER = mark("None was due so far.")
LAST: Mapping[State, str] = {
    State.DUE: mark("The one of {day} is due."),
    State.CLAIMED: mark("The one of {day} is being prepared."),
    State.SENDING: mark("The one of {day} is being sent."),
    State.SENT: mark("The one of {day} was sent."),
    State.SKIPPED: mark("The one of {day} was not sent."),
    State.REFUSED: mark("The one of {day} could not be sent."),
}
OF_DAY = mark("{day}:")
NEXT_OF_ALL = mark("The next digest comes {moment}, to {channel}.")
NONE_RUNS = mark("No digest is to come.")
KNOWN_AS = mark("It is known as {id}.")

_DECIDING = frozenset(
    {What.SENT, What.FOUND, What.MISSED, What.QUIET, What.SKIPPED, What.REFUSED, What.UNCLEAR,
     What.RETRY, What.PAUSED, What.ENDED}
)  # fmt: skip


async def listed(
    digests: Digests, subs: Iterable[Subscription], now: datetime, voice: Voice
) -> list[Entry]:
    """Each with what is set, when the next one comes, and what became of the last one and why."""
    return [
        Entry(title(each, voice), (*settings(each, now, voice), *await last(digests, each, voice)))
        for each in subs
    ]


def settings(sub: Subscription, now: datetime, voice: Voice) -> tuple[Said, ...]:
    return (*details(sub, voice), ahead(sub, now))


async def last(digests: Digests, sub: Subscription, voice: Voice) -> tuple[Said, ...]:
    """What became of the last one, and the step that decided it."""
    outcome = await digests.last(sub.id)
    if outcome is None:
        return (said(NEVER),)
    events = await digests.why(sub.id, outcome.day)
    told = said(LAST[outcome.state], day=voice.day(outcome.day))
    decided = [each for each in events if each.day is not None and each.what in _DECIDING]
    if not decided:
        return (told,)
    return told, step(sub, decided[-1], voice, Sent(outcome.due_at, outcome.channel))


async def why(digests: Digests, sub: Subscription, day: date, now: datetime, voice: Voice) -> Entry:
    """Step by step what became of the digest of a day, or why nothing did."""
    events, outcome = await digests.why(sub.id, day), await digests.outcome(sub.id, day)
    sent_for = None if outcome is None else Sent(outcome.due_at, outcome.channel)
    lines = list(steps(sub, events, voice, sent_for))
    if outcome is None and not any(each.what is What.ENDED for each in events):
        lines.append(nothing(sub, day, now, voice))
    return Entry(title(sub, voice), (said(OF_DAY, day=voice.day(day)), *lines))


def next_of(subs: Iterable[Subscription], now: datetime) -> tuple[Said, ...]:
    """When the next digest of all these comes."""
    running = [(next_at(each, now), each) for each in subs if each.paused is None]
    if not running:
        return (said(NONE_RUNS),)
    at, sub = min(running, key=lambda pair: pair[0])
    return (said(NEXT_OF_ALL, moment=Instant(at, sub.schedule.zone), channel=Channel(sub.channel)),)
