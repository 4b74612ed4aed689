"""Which digest a delivery is: since when, and with which of its parts."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.replies.issues import Issue
from data.store.digests import Digests
from data.subscriptions.delivery import Delivery
from data.subscriptions.due import moment

_DAY = timedelta(days=1)


async def issue_of(delivery: Delivery, last: date | None, digests: Digests) -> Issue:
    """It goes on where the digest of `last` ended. The first one tells of a day; what was written
    before somebody subscribed is no news to them."""
    sub = delivery.subscription
    if last is None or last >= delivery.day:
        since, begin = delivery.day - _DAY, max(delivery.due_at - _DAY, sub.since)
    else:
        since, begin = last, await _due_at(delivery, last, digests)
    return Issue(
        mark=delivery.nonce,
        day=delivery.day,
        since=since,
        written=(min(begin, delivery.due_at), delivery.due_at),
        parts=sub.parts,
    )


def shortened(issue: Issue) -> Issue:
    return replace(issue, short=True)


async def _due_at(delivery: Delivery, day: date, digests: Digests) -> datetime:
    """When the digest of an earlier day was due. All who have the same schedule get the same
    answer, without asking for each; but the schedule may have changed since."""
    sub = delivery.subscription
    at = moment(sub.schedule.at, sub.schedule.zone, day)
    if at is None or at < sub.since:
        outcome = await digests.outcome(sub.id, day)
        at = outcome.due_at if outcome is not None else delivery.due_at - _DAY
    return at
