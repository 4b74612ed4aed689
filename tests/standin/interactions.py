from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.standin import messages
from tests.standin.messages import EPHEMERAL, LOADING
from tests.standin.waiting import within

if TYPE_CHECKING:
    from tests.standin.guilds import Channel
    from tests.standin.people import JSON, User
    from tests.standin.routing import Call
    from tests.standin.standin import Standin

TO_ANSWER, TO_FOLLOW = 3.0, 15 * 60.0
"""Seconds until the first answer, and until the token is worth nothing."""

COMMAND, COMPONENT, AUTOCOMPLETE, SUBMIT = 2, 3, 4, 5
MESSAGE, THINK, ACKNOWLEDGE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9
ALLOWED = {
    COMMAND: {MESSAGE, THINK, MODAL},
    COMPONENT: {MESSAGE, THINK, ACKNOWLEDGE, UPDATE, MODAL},
    AUTOCOMPLETE: {CHOICES},
    SUBMIT: {MESSAGE, THINK, ACKNOWLEDGE, UPDATE},
}

NOT_ANSWERED = "The application did not respond"
NOT_LOADED = "Loading options failed"
NOT_DONE = "This interaction failed"


@dataclass(slots=True, eq=False)
class Interaction:
    """One thing somebody did, from the moment they did it until its token is worth nothing."""

    id: int
    kind: int
    user: User
    channel: Channel
    metadata: JSON
    source: JSON | None = None
    """The message whose component was used."""
    option: int = 3
    """The kind of the option that suggestions are asked for."""
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    hidden: bool = False
    """Whether whatever is answered is for the asker alone: others have not let such apps in."""
    answered: int | None = None
    original: JSON | None = None
    messages: dict[int, JSON] = field(default_factory=dict)
    followups: list[JSON] = field(default_factory=list)
    choices: list[JSON] | None = None
    modal: JSON | None = None
    failed: str | None = None
    edited: bool = False
    deleted: bool = False
    over: bool = False
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    # Its life

    def begin(self, home: Standin) -> None:
        """Start the two clocks."""
        home.clock.after(TO_ANSWER, self._late)
        home.clock.after(TO_FOLLOW, self._end)

    def _late(self) -> None:
        if self.answered is None:
            self.fail({AUTOCOMPLETE: NOT_LOADED, COMPONENT: NOT_DONE}.get(self.kind, NOT_ANSWERED))
            self.over = True

    def _end(self) -> None:
        self.over = True
        if self.thinking:
            self.fail(NOT_ANSWERED)

    def fail(self, says: str) -> None:
        self.failed = says
        self.note()

    def note(self) -> None:
        """Something about it changed: whoever waits looks again."""
        self.changed.set()

    @property
    def thinking(self) -> bool:
        return self.original is not None and bool(self.original["flags"] & LOADING)

    @property
    def settled(self) -> bool:
        """Whether the asker has something to read, or was told that nothing will come."""
        if self.failed is not None or self.followups:
            return True
        if self.answered == ACKNOWLEDGE:
            return self.edited or self.deleted
        return self.answered is not None and not self.thinking and not self.deleted

    async def until(self, done: Callable[[], bool], says: str) -> None:
        async def wait() -> None:
            while not done():
                self.changed.clear()
                await self.changed.wait()

        await within(wait(), says)

    # What the application does with it

    def answer(self, call: Call, kind: int, data: JSON) -> None:
        """The first answer."""
        self.answered = kind
        if kind in (MESSAGE, THINK):
            self.original = self.write(call, data, loading=kind == THINK)
        elif kind == ACKNOWLEDGE:
            self.original = self.source
        elif kind == UPDATE:
            self.original = self.source
            self.rewrite(call, self.source, data)
        elif kind == CHOICES:
            self.choices = data["choices"]
        else:
            self.modal = data
        self.note()

    def write(self, call: Call, body: JSON, *, loading: bool = False) -> JSON:
        """A message of the application's; only a public one is in the channel."""
        home = call.home
        message = messages.new(self.channel, home.bot, body, call.files)
        message["type"] = self.metadata["message_type"]
        message["application_id"] = message["webhook_id"] = str(home.application_id)
        message["interaction_metadata"] = self.metadata["metadata"]
        if "interaction" in self.metadata:
            message["interaction"] = self.metadata["interaction"]
        message["flags"] |= (LOADING if loading else 0) | (EPHEMERAL if self.hidden else 0)
        self.messages[int(message["id"])] = message
        if not message["flags"] & EPHEMERAL:
            home.put(self.channel, message)
        return message

    def follow(self, call: Call, body: JSON) -> JSON:
        """A follow-up. The first one after a deferral takes the place of the thinking message."""
        if self.thinking and self.original is not None:
            self.rewrite(call, self.original, body)
            return self.original
        message = self.write(call, body)
        message["type"] = messages.REPLY if self.original is not None else 0
        self.followups.append(message)
        self.note()
        return message

    def rewrite(self, call: Call, message: JSON | None, body: JSON) -> None:
        assert message is not None
        messages.edit(call.home, message, body, call.files)
        if message["flags"] & LOADING:
            message["flags"] &= ~LOADING
            message["edited_timestamp"] = None
        if message is self.original:
            self.edited = True
        call.home.changed(self.channel, message)
        self.note()

    def delete(self, home: Standin, message: JSON) -> None:
        home.remove(self.channel, int(message["id"]))
        self.messages.pop(int(message["id"]), None)
        if message is self.original:
            self.original = None
            self.deleted = True
        self.followups = [each for each in self.followups if each is not message]
        self.note()

    def find(self, id: int) -> JSON | None:
        if self.source is not None and self.source is self.original and _is(self.source, id):
            return self.source
        return self.messages.get(id)

    def resource(self) -> JSON:
        """What the application gets back for its first answer when it asks for it."""
        told: JSON = {"id": str(self.id), "type": self.kind}
        found: JSON = {"interaction": told}
        if self.original is not None:
            told["response_message_id"] = self.original["id"]
            told["response_message_loading"] = self.thinking
            told["response_message_ephemeral"] = bool(self.original["flags"] & EPHEMERAL)
        if self.answered in (MESSAGE, UPDATE):
            found["resource"] = {"type": self.answered, "message": self.original}
        elif self.answered is not None:
            found["resource"] = {"type": self.answered}
        return found


def _is(message: JSON, id: int) -> bool:
    return message["id"] == str(id)
