"""A proposal as a message of the review's channel, with what can be done about it."""

from collections.abc import Iterator
from typing import Any

import discord

from bot.render.discord import pages
from bot.render.discord.escapes import escape
from bot.render.discord.page import Page
from bot.render.discord.pages import Place
from bot.replies.delivery import Message
from bot.reviewing import DECISIONS, reviewed
from bot.slash.review_codes import Action, write
from commands import review
from commands.desk import Desk
from commands.voice import Say, Voice
from data.dates import PartialDate
from data.messages import mark
from data.store.proposals import Decision, Queued, State

ACCEPT, EDIT, REJECT, UNDO = mark("Accept"), mark("Edit"), mark("Reject"), mark("Undo")
SHORTENED = mark("There is more to it than fits here: article3 review show {id} has all of it.")
PROPOSED = mark("Proposed by {by} on {at}.")
WROTE = mark("Written: {written}.")

_STYLES = {
    Action.ACCEPT: discord.ButtonStyle.success,
    Action.EDIT: discord.ButtonStyle.primary,
    Action.REJECT: discord.ButtonStyle.danger,
    Action.UNDO: discord.ButtonStyle.secondary,
}
_WAITING = ((Action.ACCEPT, ACCEPT), (Action.EDIT, EDIT), (Action.REJECT, REJECT))
_DECIDED = ((Action.UNDO, UNDO),)


def message(desk: Desk, queued: Queued) -> Message:
    """It calls nobody, whatever the words in it are."""
    return Message(page=_page(desk, queued), buttons=_buttons(queued, desk.voice.fill))


def told(decision: Decision, voice: Voice) -> str:
    """Who decided what, when and why. Not escaped."""
    return voice.fill(
        DECISIONS[decision.verdict],
        by=decision.by,
        at=voice.date(PartialDate.of(decision.at.replace(second=0, microsecond=0))),
        because=decision.because or "",
    )


def _page(desk: Desk, queued: Queued) -> Page:
    voice = desk.voice
    briefing = review.brief(desk, reviewed(queued))
    place = Place(voice=voice, live=False)
    under = ""
    if queued.state is not State.WAITING and queued.decision is not None:
        under = escape(told(queued.decision, voice))
    remarks = tuple(map(escape, _remarks(queued, voice)))
    first, *more = pages.whole(briefing, place, under=under, remarks=remarks)
    if not more:
        return first
    shortened = escape(voice.fill(SHORTENED, id=queued.id))
    return pages.whole(briefing, place, under=under, remarks=(*remarks, shortened))[0]


def _remarks(queued: Queued, voice: Voice) -> Iterator[str]:
    at = voice.date(PartialDate.of(queued.at.replace(second=0, microsecond=0)))
    yield voice.fill(PROPOSED, by=queued.by, at=at)
    decision = queued.decision
    if decision is None:
        return
    if queued.state is State.WAITING:
        yield told(decision, voice)
    if decision.written:
        written = ", ".join(f"{each.kind} {each.id}" for each in decision.written)
        yield voice.fill(WROTE, written=written)


def _buttons(queued: Queued, say: Say) -> tuple[discord.ui.Item[Any], ...]:
    offered = _WAITING if queued.state is State.WAITING else _DECIDED
    return tuple(button(action, queued.id, say(label)) for action, label in offered)


def button(action: Action, of: int, label: str) -> discord.ui.Button[Any]:
    style = _STYLES.get(action, discord.ButtonStyle.primary)
    return discord.ui.Button(label=label, style=style, custom_id=write(action, of))
