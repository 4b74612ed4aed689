"""The message command: what somebody's message seems to report, shown to the asker alone. Nothing
waits for review unless a reviewer sends it there."""

from collections.abc import Sequence

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot.article_source import source_of
from bot.propose import CAME, CUT, NOTHING
from bot.reading import read_article
from bot.render.discord import pages
from bot.render.discord.pages import Place, note
from bot.replies.delivery import Message
from bot.replies.interaction import Asked
from bot.replies.responding import respond
from bot.room import Found
from bot.slash.binding import everywhere
from bot.slash.message_text import texts, written
from bot.slash.review_codes import Action
from bot.slash.review_message import button
from bot.slash.review_rights import check_reviewer, may_review, signature
from commands import review
from commands.desk import Desk
from commands.review import Reviewed
from commands.voice import Voice
from data.errors import QuestionError
from data.importers.article_text import legible
from data.importers.proposals import Article
from data.messages import mark
from data.sources import Grade, Source

NAME = mark("Propose facts")
FOUND = mark("{count} things were found that the message seems to report:")
ONE_FOUND = mark("One thing was found that the message seems to report:")
TITLE = mark("Proposals")
SEND = mark("Send to review")
ONLY_SHOWN = mark("They are only shown here. Where proposals are reviewed, they can be sent there.")
FORGOTTEN = mark("I have forgotten what was found there. Use the command on the message again.")

MOST_SHOWN = 5
"""As many as follow an answer where only the asker has installed the bot."""


@app_commands.context_menu(name=locale_str(NAME))
@everywhere
async def propose_facts(interaction: Asked, message: discord.Message) -> None:
    await respond(interaction, lambda: _proposed(interaction, message), private=True)


async def _proposed(interaction: Asked, message: discord.Message) -> Sequence[Message]:
    app = interaction.client
    desk = app.desk(interaction)
    text = "\n\n".join(each for each in texts(message) if each.strip())
    article = Article(source=source_in(message, text, desk), text=text)
    reading = await app.answers.beside(lambda: read_article(article, desk.knowledge))
    if not reading.proposals:
        said = desk.voice.text(NOTHING)
        return [Message(page=note(said, say=desk.voice.fill))]
    found = [Reviewed(proposal=each, source=article.source) for each in reading.proposals]
    sends = await may_review(interaction)
    if sends:
        app.room.found.put(interaction.id, Found(article.source, reading.proposals))
    first = _first(desk, found, interaction.id, sends=sends, cut=reading.cut)
    shown = await app.answers.beside(lambda: _pages(desk, found[:MOST_SHOWN]))
    return [first, *shown]


def _first(desk: Desk, found: Sequence[Reviewed], key: int, *, sends: bool, cut: bool) -> Message:
    voice = desk.voice
    head = ONE_FOUND if len(found) == 1 else FOUND
    lines = [voice.fill(head, count=len(found))]
    lines += [f"• {review.summary(desk, each).text}" for each in found]
    lines += [voice.text(CUT)] if cut else []
    lines += [] if sends else [voice.text(ONLY_SHOWN)]
    page = note("\n".join(lines), title=voice.text(TITLE), say=voice.fill)
    buttons = (button(Action.SEND, key, voice.text(SEND)),) if sends else ()
    return Message(page=page, buttons=buttons)


def _pages(desk: Desk, found: Sequence[Reviewed]) -> list[Message]:
    place = Place(voice=desk.voice, live=False)
    return [Message(page=pages.whole(review.brief(desk, each), place)[0]) for each in found]


async def send(interaction: Asked, key: int) -> Message:
    """Puts what was found into the queue. Raises QuestionError where that is forgotten, or whoever
    presses may not."""
    await check_reviewer(interaction)
    app = interaction.client
    found = app.room.found.get(key)
    if found is None:
        raise QuestionError(FORGOTTEN)
    added = await app.proposals.add(
        found.source, found.proposals, by=signature(interaction), at=app.clock()
    )
    app.room.found.drop(key)
    voice: Voice = app.voice(interaction, private=True)
    said = "\n".join(voice.fill(CAME[each.came], id=each.id) for each in added)
    return Message(page=note(said, title=voice.text(TITLE), say=voice.fill))


def source_in(message: discord.Message, text: str, desk: Desk) -> Source:
    """The article that the message shows, or the message itself."""
    day = min(written(message).date(), desk.today)
    for embed in (each for shown in (message, *message.message_snapshots) for each in shown.embeds):
        if embed.url and embed.url.startswith(("https://", "http://")) and embed.title:
            out = embed.timestamp.date() if embed.timestamp is not None else day
            return source_of(
                text,
                published_on=min(out, desk.today),
                seen_on=desk.today,
                title=embed.title,
                publisher=embed.provider.name or embed.author.name,
                url=embed.url,
                grade=Grade.OTHER,
            )
    return source_of(
        text,
        published_on=day,
        seen_on=desk.today,
        title=legible(text) or None,
        publisher=message.author.display_name,
        url=message.jump_url,
        grade=Grade.OTHER,
    )
