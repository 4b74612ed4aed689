"""`/digest now`: today's digest at once, by the same way as every day."""

from bot.render.subscriptions import Entry
from bot.render.subscriptions import pages as told
from bot.replies.delivery import Message
from bot.replies.interaction import Asked
from bot.slash.digest_options import ENDED, pick
from bot.slash.digest_place import server, spot
from bot.slash.digest_subscribe import CLOSED
from commands.subscribing import title
from commands.subscribing_said import Channel, said
from data.errors import QuestionError
from data.messages import mark
from data.store.hastening import Hastened

ON_ITS_WAY = mark("Today's is on its way to {channel}.")
UNDER_WAY = mark("Today's is on its way to {channel} already.")
SENT_BEFORE = mark("Today's was sent already. Choose again: True to have it sent once more.")
PAUSED = mark("This digest is paused. Resume it first.")

_ANSWERS = {Hastened.DUE: ON_ITS_WAY, Hastened.UNDER_WAY: UNDER_WAY}
_REFUSED = {
    Hastened.SENT_BEFORE: SENT_BEFORE,
    Hastened.PAUSED: PAUSED,
    Hastened.ENDED: ENDED,
}


async def send_now(interaction: Asked, text: str | None, *, again: bool) -> Message:
    guild = server(interaction)
    app = interaction.client
    voice = app.voice(interaction, private=True)
    sub = pick(await app.shelf.read(guild.id), text)
    if spot(interaction, guild, sub.channel).is_closed:
        raise QuestionError(CLOSED)
    by = str(interaction.user.id)
    outcome = await app.digests.hasten(sub.id, now=app.clock(), by=by, again=again)
    if outcome in _REFUSED:
        raise QuestionError(_REFUSED[outcome])
    line = said(_ANSWERS[outcome], channel=Channel(sub.channel))
    page, *_ = told([Entry(title(sub, voice), (line,))], voice)
    return Message(page=page)
