"""One digest on its way to one channel, and what is written down about it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from data.subscriptions.model import Subscription

MOST_IN_NONCE = 25
"""Discord refuses a longer one."""


class State(StrEnum):
    """`DUE` -> `CLAIMED` -> `SENDING` -> `SENT`, `SKIPPED` or `REFUSED`.

    Whoever claims a delivery or sends it has a lease. Once that has run out, a claimed one is
    anybody's; one that was being sent may be in the channel, so it is looked for there first.
    """

    DUE = "due"
    CLAIMED = "claimed"
    SENDING = "sending"
    SENT = "sent"
    SKIPPED = "skipped"
    REFUSED = "refused"


OVER = frozenset({State.SENT, State.SKIPPED, State.REFUSED})
"""From here nothing changes any more."""


class What(StrEnum):
    """What happened to a subscription or to one of its deliveries."""

    SUBSCRIBED = "subscribed"
    EDITED = "edited"
    PAUSED = "paused"
    RESUMED = "resumed"
    ENDED = "ended"
    DUE = "due"
    MISSED = "missed"
    LATE = "late"
    CLAIMED = "claimed"
    QUIET = "quiet"
    SENDING = "sending"
    SENT = "sent"
    FOUND = "found"
    UNCLEAR = "unclear"
    LOOKED = "looked"
    RETRY = "retry"
    SKIPPED = "skipped"
    REFUSED = "refused"
    CROSSPOSTED = "crossposted"
    TOLD_OWNER = "told_owner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """The digest of one local `day`. `unclear` is true where an earlier attempt may have put it in
    the channel. `nonce` is the same for all attempts."""

    id: int
    subscription: Subscription
    day: date
    due_at: datetime
    state: State
    attempts: int
    nonce: str
    unclear: bool = False
    message_id: int | None = None

    def __post_init__(self) -> None:
        if not 0 < len(self.nonce) <= MOST_IN_NONCE:
            raise ValueError(f"{self.nonce!r} is not a nonce of 1 to {MOST_IN_NONCE} characters")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """`detail` is short and for people; `worker` is the process or the person that did it.
    Without a `day` it is about the subscription as a whole."""

    subscription: str
    day: date | None
    at: datetime
    what: What
    detail: str = ""
    worker: str | None = None


def nonce_of(subscription: str, day: date) -> str:
    """`ab12cd34.2026-07-10`: the same for every attempt, and also what the message itself carries,
    so that it is found in its channel."""
    return f"{subscription}.{day.isoformat()}"
