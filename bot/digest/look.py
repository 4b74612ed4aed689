"""Whether a digest is in its channel already.

Each carries in the ids of its buttons which subscription it is for, and which day of it.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

import discord

MOST = 500
"""Messages that are looked through, from the one on that was written when it was first tried."""

_SLACK = timedelta(minutes=3)
"""By so much Discord's clock and ours may differ."""


class TooMuchError(Exception):
    """More was written in the channel since than is looked through."""


async def find(
    channel: discord.abc.Messageable, mark: str, *, by: int, since: datetime
) -> int | None:
    """The id of the message that carries the mark, written by `by` not before `since`. Raises
    TooMuchError where that cannot be told, and what discord.py raises."""
    seen = 0
    async for message in channel.history(limit=MOST, after=since - _SLACK, oldest_first=True):
        if message.author.id == by and mark in marks(message.components):
            return message.id
        seen += 1
    if seen == MOST:
        raise TooMuchError(f"more than {MOST} messages were written since")
    return None


def marks(components: Iterable[Any]) -> set[str]:
    """What the ids of all buttons end in."""
    return {custom_id.rpartition(":")[2] for custom_id in _custom_ids(components)}


def _custom_ids(components: Iterable[Any]) -> Iterator[str]:
    for each in components:
        custom_id = getattr(each, "custom_id", None)
        if custom_id is not None:
            yield custom_id
        yield from _custom_ids(getattr(each, "children", ()))
