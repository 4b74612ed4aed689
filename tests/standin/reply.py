from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.standin import messages
from tests.standin.interactions import THINK, Interaction
from tests.standin.messages import EPHEMERAL

if TYPE_CHECKING:
    from tests.standin.people import JSON

BUTTON, TEXT_DISPLAY, GALLERY, FILE = 2, 10, 12, 13
LINK = 5
"""A style of buttons."""


class Choices(list[dict[str, Any]]):
    """What is suggested; `failed` is what the app says when nothing came."""

    def __init__(self, found: list[JSON], failed: str | None) -> None:
        super().__init__(found)
        self.failed = failed

    @property
    def names(self) -> list[str]:
        return [each["name"] for each in self]


class Shown:
    """A message as somebody reads it. It is looked at anew each time, so edits are seen."""

    def __init__(self, message: JSON | None) -> None:
        self._message = message

    @property
    def message(self) -> JSON | None:
        """Discord's JSON of it; None when there is no message."""
        return self._message

    @property
    def content(self) -> str:
        return "" if self.message is None else self.message["content"]

    @property
    def components(self) -> list[JSON]:
        return [] if self.message is None else self.message["components"]

    @property
    def text(self) -> str:
        """All that can be read, a line each: content, embeds and texts of components."""
        if self.message is None:
            return ""
        lines = [self.content] if self.content else []
        for embed in self.message["embeds"]:
            fields = [part for each in embed.get("fields", ()) for part in each.values()]
            said = (embed.get("title"), embed.get("description"), *fields)
            lines += [part for part in said if isinstance(part, str)]
        texts = messages.walk(self.components)
        lines += [each["content"] for each in texts if each["type"] == TEXT_DISPLAY]
        return "\n".join(lines)

    @property
    def buttons(self) -> list[str]:
        """The labels of the buttons that can be pressed."""
        return [each.get("label", "") for each in self._buttons() if not each.get("disabled")]

    @property
    def custom_ids(self) -> list[str]:
        found = messages.walk(self.components)
        return [each["custom_id"] for each in found if "custom_id" in each]

    @property
    def links(self) -> list[str]:
        """The addresses of buttons that lead elsewhere."""
        found = messages.walk(self.components)
        return [e["url"] for e in found if e["type"] == BUTTON and e["style"] == LINK]

    @property
    def files(self) -> list[str]:
        """The names of what is attached."""
        return [] if self.message is None else [e["filename"] for e in self.message["attachments"]]

    @property
    def pictures(self) -> list[str]:
        """What is said of each picture shown, for those who do not see it."""
        galleries = [e for e in messages.walk(self.components) if e["type"] == GALLERY]
        return [item["description"] for each in galleries for item in each["items"]]

    @property
    def documents(self) -> list[str]:
        """The names of files handed over in the text."""
        found = [e for e in messages.walk(self.components) if e["type"] == FILE]
        return [each["file"]["url"].rpartition("/")[2] for each in found]

    @property
    def accent(self) -> int | None:
        """The colour of the first container."""
        return next(
            (each["accent_color"] for each in self.components if "accent_color" in each), None
        )

    @property
    def ephemeral(self) -> bool:
        return self.message is not None and bool(self.message["flags"] & EPHEMERAL)

    def _buttons(self) -> list[JSON]:
        found = messages.walk(self.components)
        return [e for e in found if e["type"] == BUTTON and e["style"] != LINK]


class Reply(Shown):
    """What somebody got for what they did. It follows later edits and follow-ups."""

    def __init__(self, interaction: Interaction) -> None:
        super().__init__(None)
        self.interaction = interaction

    def __repr__(self) -> str:
        return f"Reply({self.failed or self.text!r})"

    @property
    def message(self) -> JSON | None:
        """The first answer, or where that is gone or there was none, the first follow-up."""
        found = self.interaction
        if found.original is not None and not (
            found.original is found.source and found.followups and not found.edited
        ):
            return found.original
        return found.followups[0] if found.followups else None

    @property
    def failed(self) -> str | None:
        """What the app says when no answer came."""
        return self.interaction.failed

    @property
    def deferred(self) -> bool:
        """Whether the first answer was that one is to come."""
        return self.interaction.answered in (THINK, 6)

    @property
    def edited(self) -> bool:
        return self.interaction.edited

    @property
    def deleted(self) -> bool:
        """Whether the first answer was taken back."""
        return self.interaction.deleted

    @property
    def followups(self) -> list[Shown]:
        return [Shown(each) for each in self.interaction.followups]

    @property
    def modal(self) -> JSON | None:
        """The form that opened."""
        return self.interaction.modal

    async def until(self, done: Callable[[Reply], object]) -> Reply:
        """Wait until something is true of this reply, such as `lambda reply: reply.followups`."""
        name = self.interaction.user.name
        await self.interaction.until(lambda: bool(done(self)), f"{name} waits for {self} to change")
        return self


class Pending:
    """Something done, whose answer is not waited for yet."""

    def __init__(self, interaction: Interaction, name: str) -> None:
        self.interaction = interaction
        self._name = name

    async def reply(self) -> Reply:
        """The answer: not a deferral, but what comes of it."""
        found = self.interaction
        await found.until(lambda: found.settled, f"{self._name} waits for an answer")
        return Reply(found)

    async def acknowledged(self) -> Reply:
        """The first sign of life, which may be a deferral."""
        found = self.interaction
        await found.until(
            lambda: found.answered is not None or found.failed is not None,
            f"{self._name} waits for a sign of life",
        )
        return Reply(found)
