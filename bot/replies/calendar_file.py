"""What is ahead as a file to be read into a calendar."""

from bot.render import ics
from bot.render.discord.page import Document
from bot.render.discord.pages import note
from bot.replies.codes import Settled
from bot.replies.delivery import Message
from bot.replies.interaction import Asked
from data.messages import mark

FILE = "nato-calendar.ics"
HOW = mark(
    "Open the file with your calendar, or import it there. It has the meetings that have a day, "
    "and the last days by which shares are to be reached. Read in again, a newer file takes the "
    "place of an older one."
)


async def message(interaction: Asked, question: Settled) -> Message:
    """The file of an answer given before, as of the same day. Raises QuestionError where nothing
    has a day."""
    app = interaction.client
    desk = app.answers.desk(app.language(interaction, private=True))
    stamp = app.clock()
    data, missing = await app.answers.beside(
        lambda: (
            ics.file(desk, question.as_of, stamp),
            ics.left_out(ics.ahead(desk, question.as_of), desk.voice),
        )
    )
    how = desk.voice.text(HOW)
    page = note(how if missing is None else f"{how}\n{missing}", say=desk.voice.fill)
    return Message(page=page, documents=(Document(name=FILE, data=data),))
