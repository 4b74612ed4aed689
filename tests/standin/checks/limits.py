"""How often Discord lets a bot ask. Source: its topic "Rate Limits".

The counts for routes are not published and change; these are what bots have met.
"""

import hashlib
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.standin.checks.problems import Refusal


@dataclass(frozen=True, slots=True)
class Rule:
    """So many requests within so many seconds, counted from the first of them."""

    most: int
    seconds: float


EVERYWHERE = Rule(50, 1)

_MESSAGES = "/channels/{}/messages"
_ANSWERS = "/webhooks/{}/{}"

RULES: Mapping[tuple[str, str], Rule | None] = {
    ("POST", _MESSAGES): Rule(5, 5),
    ("PATCH", f"{_MESSAGES}/{{}}"): Rule(5, 5),
    ("DELETE", f"{_MESSAGES}/{{}}"): Rule(5, 1),
    ("GET", _MESSAGES): Rule(5, 5),
    ("POST", f"{_MESSAGES}/{{}}/crosspost"): Rule(10, 3600),
    ("POST", _ANSWERS): Rule(5, 2),
    ("PATCH", f"{_ANSWERS}/messages/@original"): Rule(5, 2),
    ("PATCH", f"{_ANSWERS}/messages/{{}}"): Rule(5, 2),
    ("POST", "/interactions/{}/{}/callback"): None,
}
"""By method and route, with {} for what varies. None: not limited, and without headers."""

OTHERS = Rule(50, 1)

# What comes through these belongs to an interaction, which the limit on everything does not bind.
_UNBOUND = ("/interactions/", "/webhooks/")


@dataclass(slots=True)
class _Window:
    rule: Rule
    until: float = -math.inf
    left: int = 0

    def renew(self, now: float) -> None:
        if now >= self.until:
            self.until, self.left = now + self.rule.seconds, self.rule.most


class Limits:
    """Counts requests. `now` gives seconds since 1970; a bot has one of these."""

    def __init__(
        self,
        now: Callable[[], float],
        *,
        rules: Mapping[tuple[str, str], Rule | None] = RULES,
        others: Rule | None = OTHERS,
        everywhere: Rule | None = EVERYWHERE,
    ) -> None:
        self._now = now
        self._rules = rules
        self._others = others
        self._everywhere = None if everywhere is None else _Window(everywhere)
        self._windows: dict[tuple[str, str, str], _Window] = {}

    def take(self, method: str, route: str, major: str = "") -> dict[str, str]:
        """Count one request and give the headers of its answer; raises Refusal (429) beyond.

        `route` is the path with its parameters unfilled, such as /channels/{channel_id}/messages;
        `major` is the channel, server or webhook (with its token) that is counted by itself. What
        is refused is not counted.
        """
        now = self._now()
        plain = re.sub(r"\{[^}]*\}", "{}", route)
        total = None if plain.startswith(_UNBOUND) else self._everywhere
        window = self._window(method, plain, major)
        for each in (total, window):
            if each is not None:
                each.renew(now)
        if total is not None and not total.left:
            raise _refuse_everywhere(total, now)
        if window is not None and not window.left:
            raise _refuse(window, now, _headers(window, now, method, plain))
        for each in (total, window):
            if each is not None:
                each.left -= 1
        return {} if window is None else _headers(window, now, method, plain)

    def _window(self, method: str, route: str, major: str) -> _Window | None:
        rule = self._rules.get((method, route), self._others)
        if rule is None:
            return None
        return self._windows.setdefault((method, route, major), _Window(rule))


def _headers(window: _Window, now: float, method: str, route: str) -> dict[str, str]:
    bucket = hashlib.sha256(f"{method} {route}".encode()).hexdigest()[:32]
    return {
        "X-RateLimit-Limit": str(window.rule.most),
        "X-RateLimit-Remaining": str(window.left),
        "X-RateLimit-Reset": f"{window.until:.3f}",
        "X-RateLimit-Reset-After": f"{_wait(window, now):.3f}",
        "X-RateLimit-Bucket": bucket,
    }


def _wait(window: _Window, now: float) -> float:
    """In whole milliseconds and never too short: who waits so long is let through."""
    return math.ceil((window.until - now) * 1000) / 1000


# Without Via, clients take a 429 for a ban by the wall in front of Discord.
def _refuse(window: _Window, now: float, headers: Mapping[str, str]) -> Refusal:
    wait = _wait(window, now)
    said = {"Retry-After": str(math.ceil(wait)), "X-RateLimit-Scope": "user", "Via": "1.1 google"}
    return Refusal(
        429, 0, "You are being rate limited.", retry_after=wait, headers={**headers, **said}
    )


def _refuse_everywhere(window: _Window, now: float) -> Refusal:
    wait = _wait(window, now)
    headers = {
        "Retry-After": str(math.ceil(wait)),
        "X-RateLimit-Global": "true",
        "X-RateLimit-Scope": "global",
        "Via": "1.1 google",
    }
    said = "You are being rate limited."
    return Refusal(429, 0, said, retry_after=wait, everywhere=True, headers=headers)
