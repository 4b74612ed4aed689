"""Presses of the buttons of the review, and forms that were filled in. What is decided shows in the
message of the proposal, what is refused to whoever pressed alone."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping

import discord

from bot.editing import edited, sentence_of
from bot.metrics import REVIEW_DECIDED
from bot.render.discord.pages import note
from bot.replies.delivery import Message
from bot.replies.interaction import Asked
from bot.replies.presses import EARLIER
from bot.replies.responding import refuse, respond
from bot.replies.retrying import RetryError
from bot.replies.sending import HURRY, losing
from bot.slash.propose import send
from bot.slash.review_codes import Action, FormError, Pressed, read, write
from bot.slash.review_forms import REASON_FIELD, changes_of, edit_form, reason_form, typed_in
from bot.slash.review_message import told
from bot.slash.review_rights import check_reviewer, signature
from data.errors import QuestionError, RecordError
from data.messages import mark
from data.store.proposals import DecidedError, Queued, State

log = logging.getLogger(__name__)

REFUSED = mark("Nothing was written. {problems}")
WAITS_STILL = mark("Proposal {id} waits: there is no decision to undo.")
WAITS_AGAIN = mark("Proposal {id} waits again.")


async def pressed(interaction: Asked, custom_id: str) -> None:
    """Of a button as of a form."""
    try:
        press = read(custom_id)
    except FormError:
        await refuse(interaction, QuestionError(EARLIER, command="/review"))
        return
    match press.action:
        case Action.EDIT | Action.REJECT | Action.UNDO:
            await _open(interaction, lambda: _form(interaction, press))
        case Action.SEND:
            await respond(
                interaction, lambda: send(interaction, press.of), private=True, in_place=True
            )
        case _:
            await respond(
                interaction, lambda: _decide(interaction, press), private=True, in_place=True
            )


# Forms


async def _open(interaction: Asked, make: Callable[[], Awaitable[discord.ui.Modal]]) -> None:
    """Never raises. A form cannot be waited for: it is the first answer, or none."""
    app = interaction.client
    with app.work:
        try:
            form = await make()
            with losing("a form"):
                async with asyncio.timeout(HURRY):
                    await interaction.response.send_modal(form)
        except Exception as error:  # noqa: BLE001 - the presser is told, and the log is
            await refuse(interaction, error)


async def _form(interaction: Asked, press: Pressed) -> discord.ui.Modal:
    await check_reviewer(interaction)
    app = interaction.client
    queued = await app.proposals.find(press.of)
    say = app.voice(interaction, private=True).fill
    waits = queued.state is State.WAITING
    if press.action is Action.UNDO:
        if waits:
            raise QuestionError(WAITS_STILL, id=queued.id)
        return reason_form(Action.UNDONE, queued.id, say)
    if not waits and queued.decision is not None:
        raise DecidedError(queued.decision)
    if press.action is Action.REJECT:
        return reason_form(Action.REJECTED, queued.id, say)
    return edit_form(queued, say, app.room.drafts.get((interaction.user.id, queued.id)))


# Decisions


async def _decide(interaction: Asked, press: Pressed) -> Message:
    await check_reviewer(interaction)
    try:
        queued = await _decided(interaction, press)
    except RecordError as error:
        raise _refused(interaction, error) from error
    app = interaction.client
    verdict = "waiting" if queued.decision is None else queued.decision.verdict.value
    app.metrics.count(REVIEW_DECIDED, verdict=verdict)
    log.info("Proposal %s: %s.", queued.id, verdict)
    # Whatever is asked next is answered with it.
    await app.refresh()
    return await _shown(interaction, queued)


async def _decided(interaction: Asked, press: Pressed) -> Queued:
    app, by = interaction.client, signature(interaction)
    match press.action:
        case Action.ACCEPT:
            return (await app.proposals.accept(press.of, by=by, at=app.clock())).queued
        case Action.EDITED:
            return await _accept_edited(interaction, press.of, by)
        case Action.REJECTED:
            return await app.proposals.reject(
                press.of, by=by, at=app.clock(), because=_reason(interaction)
            )
        case _:
            return await app.proposals.undo(
                press.of, by=by, at=app.clock(), because=_reason(interaction)
            )


async def _accept_edited(interaction: Asked, id: int, by: str) -> Queued:
    """What was typed is kept until it was accepted."""
    app, place = interaction.client, (interaction.user.id, id)
    typed = typed_in(interaction)
    app.room.drafts.put(place, typed)
    try:
        queued = await _accept_typed(interaction, id, by, typed)
    except DecidedError:
        app.room.drafts.drop(place)
        raise
    except RecordError as error:
        raise RetryError(_refused(interaction, error), write(Action.EDIT, id)) from error
    except QuestionError as error:
        raise RetryError(error, write(Action.EDIT, id)) from error
    app.room.drafts.drop(place)
    return queued


async def _accept_typed(interaction: Asked, id: int, by: str, typed: Mapping[str, str]) -> Queued:
    app = interaction.client
    before = await app.proposals.find(id)
    if before.state is not State.WAITING and before.decision is not None:
        raise DecidedError(before.decision)
    changes = changes_of(before, typed)
    if not changes:
        return (await app.proposals.accept(id, by=by, at=app.clock())).queued
    values, source = edited(before.proposal.values, before.source, changes)
    done = await app.proposals.accept(id, by=by, at=app.clock(), edited=values, source=source)
    return done.queued


def _reason(interaction: Asked) -> str:
    # A reason of several lines is one sentence after the other.
    return " ".join(typed_in(interaction).get(REASON_FIELD, "").split())


def _refused(interaction: Asked, error: RecordError) -> QuestionError:
    voice = interaction.client.voice(interaction, private=True)
    problems = " ".join(voice.word(sentence_of(each)) for each in error.faults)
    return QuestionError(REFUSED, problems=problems)


async def _shown(interaction: Asked, queued: Queued) -> Message:
    """The message of the proposal as it is now, in its place. Where a private message was pressed,
    that tells of it, and the other one is looked after."""
    app, pressed_on = interaction.client, interaction.message
    if pressed_on is None or pressed_on.flags.ephemeral:
        await app.poster.show(queued)
        voice = app.voice(interaction, private=True)
        text = voice.fill(WAITS_AGAIN, id=queued.id)
        if queued.decision is not None and queued.state is not State.WAITING:
            text = told(queued.decision, voice)
        return Message(page=note(text, say=voice.fill))
    return await app.poster.message(queued)
