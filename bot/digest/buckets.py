"""What discord.py keeps of the limits of each channel: it is cleared, but not all the time.

It goes through all of it whenever it writes to a channel that it has not written to in the last
five minutes. While ten thousand get their digests that is more than a millisecond each time, in
which nobody is answered.
"""

from collections.abc import Callable

from discord.http import HTTPClient

CLEAR_EVERY = 60.0
"""Seconds."""


def clear_seldom(http: HTTPClient, *, now: Callable[[], float]) -> None:
    """Has it cleared once a minute. `now` counts seconds."""
    clear, again_at = http._try_clear_expired_ratelimits, now()  # noqa: SLF001

    def clear_in_time() -> None:
        nonlocal again_at
        if now() >= again_at:
            again_at = now() + CLEAR_EVERY
            clear()

    http._try_clear_expired_ratelimits = clear_in_time  # noqa: SLF001
