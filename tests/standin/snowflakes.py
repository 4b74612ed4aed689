from collections.abc import Callable

EPOCH = 1_420_070_400.0
"""Discord's own: the first second of 2015."""


class Snowflakes:
    """Ids as Discord makes them: the time in milliseconds above 22 bits that tell them apart."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._last = 0

    def next(self) -> int:
        self._last = max(self._last + 1, at(self._seconds()))
        return self._last


def at(seconds: float) -> int:
    """The smallest id of that moment."""
    return int((seconds - EPOCH) * 1000) << 22
