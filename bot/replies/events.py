"""What is ahead, added to the events of a server by somebody who may."""

import asyncio
import logging
from datetime import datetime
from weakref import WeakValueDictionary

from bot.render.discord.pages import note
from bot.replies.delivery import Message
from bot.replies.event_making import Failure, Outcome, make
from bot.replies.event_plan import Plan, plan
from bot.replies.event_rights import lacking, server
from bot.replies.event_telling import told
from bot.replies.failures import reference
from bot.replies.interaction import Asked
from bot.replies.sending import LostError
from commands.desk import Desk
from data.messages import mark

log = logging.getLogger(__name__)

NOT_TOLD = mark(
    "Discord does not say which events this server has, so none was added. Press again in a few "
    "minutes."
)
REASON = mark("Asked for by {name} ({id})")


class Adding:
    """Whoever adds to the events of a server waits for those before them, so that of two presses
    at once the second finds what the first has made. Holds for one process."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    def __len__(self) -> int:
        """How many servers are being added to."""
        return len(self._locks)

    def alone(self, guild: int) -> asyncio.Lock:
        lock = self._locks.get(guild)
        if lock is None:
            lock = self._locks[guild] = asyncio.Lock()
        return lock


async def add(interaction: Asked) -> Message:
    """Makes an event of each meeting ahead that has a day, and tells which were made. They are in
    the server's language, what is told in the presser's. Raises QuestionError where the presser or
    the bot may not."""
    app = interaction.client
    guild = server(interaction)
    desk = app.answers.desk(app.language(interaction, private=False))
    now = app.clock()
    planned = await app.answers.beside(lambda: _planned(desk, now))
    user, ref = interaction.user, reference(interaction)
    voice = app.voice(interaction, private=True)
    reason = voice.fill(REASON, name=user.name, id=user.id)
    try:
        async with app.adding.alone(guild.id):
            outcome = Outcome()
            if planned.ahead:
                outcome = await make(guild, planned.ahead, reason=reason, ref=ref)
    except LostError as error:
        log.warning("%s: no events: %s", ref, error)
        return Message(page=note(voice.text(NOT_TOLD), say=voice.fill), incomplete=True)
    if outcome.failed and not outcome.made and outcome.failed[0][1] is Failure.FORBIDDEN:
        raise lacking(guild)
    page = told(outcome, planned, voice)
    return Message(page=page, incomplete=bool(outcome.failed))


def _planned(desk: Desk, now: datetime) -> Plan:
    from commands.calendar import entries

    return plan(entries(desk, desk.today), desk.voice, now)
