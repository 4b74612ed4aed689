"""Subscriptions and what became of them, for other programs."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Any

from bot.render.subscriptions import Entry, text
from commands.subscribing import next_at
from commands.voice import Voice
from data.store.digests import Outcome, Status
from data.subscriptions.delivery import Event
from data.subscriptions.model import Part, Subscription

Object = dict[str, Any]

_HOUR = timedelta(hours=1)


def listed(
    subs: Iterable[Subscription], outcomes: Iterable[Outcome | None], now: datetime
) -> Object:
    shown = [
        {**_subscription(sub, now), "last": _outcome(outcome)}
        for sub, outcome in zip(subs, outcomes, strict=True)
    ]
    return {"subscriptions": shown}


def why(
    sub: Subscription,
    day: date,
    events: Sequence[Event],
    outcome: Outcome | None,
    told: Entry,
    voice: Voice,
) -> Object:
    return {
        "subscription": sub.id,
        "day": day.isoformat(),
        "outcome": _outcome(outcome),
        "steps": [
            {
                "at": each.at.isoformat(),
                "what": each.what.value,
                "detail": each.detail,
                "by": each.worker,
            }
            for each in events
        ],
        "said": [text(each, voice) for each in told.lines],
    }


def status(found: Status) -> Object:
    next_due_at = found.next_due_at
    return {
        **asdict(found),
        "next_due_at": None if next_due_at is None else next_due_at.isoformat(),
    }


def _subscription(sub: Subscription, now: datetime) -> Object:
    schedule, paused_at = sub.schedule, sub.paused_at
    return {
        "id": sub.id,
        "server": None if sub.guild is None else str(sub.guild),
        "channel": str(sub.channel),
        "owner": str(sub.owner),
        "time": f"{schedule.at:%H:%M}",
        "zone": schedule.zone,
        "weekdays": sorted(schedule.weekdays),
        "language": sub.language,
        "parts": [each.value for each in Part if each in sub.parts],
        "quiet": sub.quiet.value,
        "late_hours": sub.late / _HOUR,
        "crosspost": sub.crosspost,
        "since": sub.since.isoformat(),
        "paused": None if sub.paused is None else sub.paused.value,
        "paused_at": None if paused_at is None else paused_at.isoformat(),
        "next_due_at": None if sub.paused is not None else next_at(sub, now).isoformat(),
    }


def _outcome(outcome: Outcome | None) -> Object | None:
    if outcome is None:
        return None
    return {
        "day": outcome.day.isoformat(),
        "due_at": outcome.due_at.isoformat(),
        "state": outcome.state.value,
        "why": None if outcome.why is None else outcome.why.value,
        "channel": str(outcome.channel),
        "message": None if outcome.message_id is None else str(outcome.message_id),
    }
