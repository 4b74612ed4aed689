"""What Discord takes at most. Nothing else knows these numbers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

MOST_COMPONENTS = 40
MOST_CHARACTERS = 4000
"""Of all texts of a message together, markup included."""
MOST_BYTES = 10_000
"""Of UTF-8; beyond about this Discord answers 500, whatever the number of characters."""
MOST_CONTENT = 2000
MOST_CUSTOM_ID = 100
MOST_LABEL = 80
MOST_CHOICES = 25
MOST_CHOICE = 100
MOST_BUTTONS_A_ROW = 5
MOST_ALT = 1024
MOST_ATTACHED = 10 * 1024 * 1024
"""Bytes of one file, in a server that nobody pays for."""
MOST_EVENTS = 100
"""Of one server that are ahead or under way."""
MOST_EVENT_NAME = 100
MOST_EVENT_PLACE = 100
MOST_EVENT_TEXT = 1000

_TEXT = 10
_WORDS = ("content", "label", "placeholder", "description")


@dataclass(frozen=True, slots=True)
class Size:
    components: int
    characters: int
    bytes: int

    @property
    def fits(self) -> bool:
        return (
            self.components <= MOST_COMPONENTS
            and self.characters <= MOST_CHARACTERS
            and self.bytes <= MOST_BYTES
        )


def size_of(components: Sequence[Mapping[str, Any]]) -> Size:
    """The size of a message's components as JSON. Whatever lies inside another counts as one too;
    bytes are those of labels as well."""
    every = list(_every(components))
    return Size(
        components=len(every),
        characters=sum(len(each["content"]) for each in every if each["type"] == _TEXT),
        bytes=sum(len(str(each.get(key) or "").encode()) for each in every for key in _WORDS),
    )


def _every(components: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for component in components:
        yield component
        yield from _every(component.get("components", ()))
        if (accessory := component.get("accessory")) is not None:
            yield from _every((accessory,))
