"""Which digest a delivery is: since when, and with which of its parts."""

from dataclasses import replace
from datetime import timedelta

from bot.replies.issues import Issue
from data.subscriptions.delivery import Delivery
from data.subscriptions.due import Due

_DAY = timedelta(days=1)


def issue_of(delivery: Delivery, last: Due | None) -> Issue:
    """It goes on where the digest `last` ended. The first one tells of a day; what was written
    before somebody subscribed is no news to them."""
    sub = delivery.subscription
    if last is None or last.day >= delivery.day:
        since, begin = delivery.day - _DAY, max(delivery.due_at - _DAY, sub.since)
    else:
        since, begin = last.day, last.at
    return Issue(
        mark=delivery.nonce,
        day=delivery.day,
        since=since,
        written=(min(begin, delivery.due_at), delivery.due_at),
        parts=sub.parts,
    )


def shortened(issue: Issue) -> Issue:
    return replace(issue, short=True)
