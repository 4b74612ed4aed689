from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.standin.checks.attached import Files

if TYPE_CHECKING:
    from tests.standin.people import JSON
    from tests.standin.standin import Standin

Handler = Callable[["Call"], Any]


@dataclass(slots=True)
class Call:
    """A request that found its route: ids in the path are numbers, everything else is text."""

    home: Standin
    route: Route
    path: str
    place: Mapping[str, Any]
    query: Mapping[str, str]
    body: Any = None
    files: Files = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        return self.place[name]

    @property
    def json(self) -> JSON:
        return self.body if isinstance(self.body, dict) else {}


@dataclass(frozen=True, slots=True)
class Route:
    method: str
    template: str
    handler: Handler
    query: frozenset[str]
    by_token: bool
    """Needs no bot token: the token of an interaction in its path is enough."""

    def major(self, place: Mapping[str, Any]) -> str:
        """The part of the path whose limits are its own."""
        own = ("channel_id", "guild_id", "webhook_id", "webhook_token", "interaction_token")
        return "/".join(str(place[name]) for name in own if name in place)


class Routes:
    """The methods and paths this Discord knows. A word in a template wins over a placeholder."""

    def __init__(self) -> None:
        self._all: dict[tuple[str, int], list[tuple[re.Pattern[str], Route]]] = {}

    def add(
        self, method: str, template: str, *, query: str = "", by_token: bool = False
    ) -> Callable[[Handler], Handler]:
        def keep(handler: Handler) -> Handler:
            route = Route(method, template, handler, frozenset(query.split()), by_token)
            key = (method, template.count("/"))
            found = self._all.setdefault(key, [])
            found.append((_pattern(template), route))
            found.sort(key=lambda each: each[1].template.count("{"))
            return handler

        return keep

    def find(self, method: str, path: str) -> tuple[Route, dict[str, Any]] | None:
        for pattern, route in self._all.get((method, path.count("/")), ()):
            if (met := pattern.fullmatch(path)) is not None:
                return route, {
                    name: int(text) if name.endswith("_id") else text
                    for name, text in met.groupdict().items()
                }
        return None


def _pattern(template: str) -> re.Pattern[str]:
    def part(met: re.Match[str]) -> str:
        name = met[1]
        return f"(?P<{name}>[0-9]+)" if name.endswith("_id") else f"(?P<{name}>[^/]+)"

    return re.compile(re.sub(r"\{(\w+)\}", part, template))


routes = Routes()
