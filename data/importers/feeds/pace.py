"""When a feed is looked at again: as seldom as it may be, and more seldom where looks fail."""

from datetime import timedelta

USUAL = timedelta(hours=1)
SHORTEST = timedelta(minutes=15)
LONGEST = timedelta(days=1)
LONGEST_ASKED = timedelta(days=7)
"""A server that asks for more is asked whether it still wants that."""

_SPREAD = 0.1


def after_success(*keeps: timedelta | None, jitter: float) -> timedelta:
    """`keeps` are how long the feed and its server say that it need not be looked at; `jitter` is
    from 0 to 1, and lets feeds that were added together drift apart."""
    wanted = max((each for each in keeps if each is not None), default=USUAL)
    return min(max(wanted, SHORTEST) * (1 + _SPREAD * jitter), LONGEST)


def after_failure(failures: int, *, asked: timedelta | None, jitter: float) -> timedelta:
    """Twice as long each time; `failures` are those in a row, `asked` is for how long the server
    wants to be left alone."""
    # So many that a day is reached, and no more: the number itself has no end.
    doubled = SHORTEST * 2 ** min(max(failures - 1, 0), 7)
    wanted = min(doubled * (1 + _SPREAD * jitter), LONGEST)
    return max(wanted, min(asked or timedelta(), LONGEST_ASKED))
