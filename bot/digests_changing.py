"""What `article3 digest` writes: who gets a digest, and how."""

import asyncio
import secrets

from bot.call import Call
from bot.digests import (
    AGAIN,
    BECAUSE,
    BY,
    CHANNEL,
    DAYS,
    ID,
    LANGUAGE,
    LATE,
    OWNER,
    PARTS,
    PUBLISH,
    QUIET,
    SERVER,
    TIME,
    ZONE,
)
from bot.digests_asking import find, known_as, show
from bot.digests_said import settings
from bot.opening import bare
from bot.render.subscriptions import Entry
from bot.words import Words
from commands.subscribing import MOST_IN_A_SERVER, TOO_MANY, Wish, ahead, begun, changed, title
from commands.subscribing_said import Said, said
from commands.subscribing_times import echoed
from data.errors import QuestionError
from data.messages import mark
from data.store.digests import Digests, Hastened
from data.subscriptions.model import Part, Pause, Subscription, new_id

NO_ID = mark(
    "{option} '{text}' is no id of Discord's. Copy it there with developer mode switched on."
)
NO_PARTS = mark("{option} '{text}' names no parts of a digest. Write some of: {known}.")
NOT_YES = mark("{option} '{text}' is neither yes nor no.")
NOTHING_TO_CHANGE = mark("What is to change? Write at least one option besides --by.")

PAUSED_ALREADY = mark("It was paused already, since somebody asked for it.")
NOT_PAUSED = mark("It was not paused.")
PAUSED = mark("It is paused until somebody resumes it.")
ENDED = mark("It has ended: no further digest comes.")
DUE_NOW = mark("Today's is due now: a running bot sends it within seconds.")
SENT_BEFORE = mark("Today's was sent already. Write --again to have it sent once more.")
UNDER_WAY = mark("Today's is on its way already.")
IS_PAUSED = mark("It is paused. Resume it first.")

_TERMINAL = "article3"
_YES, _NO = "yes", "no"
_MOST_DIGITS = 20
_BEYOND = 1 << 63


def subscribe_(given: Words, call: Call) -> None:
    asyncio.run(_subscribe(given, call))


def edit_(given: Words, call: Call) -> None:
    asyncio.run(_edit(given, call))


def pause_(given: Words, call: Call) -> None:
    asyncio.run(_pause(given, call))


def resume_(given: Words, call: Call) -> None:
    asyncio.run(_resume(given, call))


def unsubscribe_(given: Words, call: Call) -> None:
    asyncio.run(_unsubscribe(given, call))


def now_(given: Words, call: Call) -> None:
    asyncio.run(_now(given, call))


async def _subscribe(given: Words, call: Call) -> None:
    now, voice = call.clock(), call.voice
    guild, channel, owner = (_id_in(given, each) for each in (SERVER, CHANNEL, OWNER))
    sub = begun(
        _wish(given),
        id=new_id(secrets.choice),
        guild=guild,
        channel=channel,
        owner=owner,
        now=now,
        voice=voice,
    )
    async with bare(call) as store:
        if len(await store.digests.subscriptions(guild=guild)) >= MOST_IN_A_SERVER:
            raise QuestionError(TOO_MANY, most=MOST_IN_A_SERVER)
        await store.digests.subscribe(sub, now=now, by=str(owner))
    _told(sub, settings(sub, now, voice), call)


async def _edit(given: Words, call: Call) -> None:
    now, voice = call.clock(), call.voice
    wish = _wish(given)
    if wish.is_empty:
        raise QuestionError(NOTHING_TO_CHANGE)
    async with bare(call) as store:
        before = await find(store.digests, given.operands[ID])
        after = changed(before, wish, now=now, voice=voice)
        await store.digests.edit(after, now=now, by=given.options[BY])
    _told(after, settings(after, now, voice), call)


async def _pause(given: Words, call: Call) -> None:
    by, because = given.options[BY], given.options.get(BECAUSE, "")
    async with bare(call) as store:
        sub = await find(store.digests, given.operands[ID])
        done = await store.digests.pause(
            sub.id, Pause.ASKED, now=call.clock(), by=by, detail=because
        )
    _told(sub, (said(PAUSED if done else PAUSED_ALREADY),), call)


async def _resume(given: Words, call: Call) -> None:
    now = call.clock()
    async with bare(call) as store:
        sub = await find(store.digests, given.operands[ID])
        done = await store.digests.resume(sub.id, now=now, by=given.options[BY])
        after = await find(store.digests, sub.id)
    _told(after, (*(() if done else (said(NOT_PAUSED),)), ahead(after, now)), call)


async def _unsubscribe(given: Words, call: Call) -> None:
    async with bare(call) as store:
        sub = await find(store.digests, given.operands[ID])
        await store.digests.unsubscribe(sub.id, now=call.clock(), by=given.options[BY])
    _told(sub, (said(ENDED),), call)


async def _now(given: Words, call: Call) -> None:
    async with bare(call) as store:
        sub = await find(store.digests, given.operands[ID])
        outcome = await _hasten(store.digests, sub, given, call)
    match outcome:
        case Hastened.SENT_BEFORE:
            raise QuestionError(SENT_BEFORE)
        case Hastened.PAUSED:
            raise QuestionError(IS_PAUSED)
        case Hastened.ENDED:
            raise QuestionError(ENDED)
        case Hastened.UNDER_WAY:
            _told(sub, (said(UNDER_WAY),), call)
        case Hastened.DUE:
            _told(sub, (said(DUE_NOW),), call)


async def _hasten(digests: Digests, sub: Subscription, given: Words, call: Call) -> Hastened:
    by = given.options.get(BY, _TERMINAL)
    return await digests.hasten(sub.id, now=call.clock(), by=by, again=AGAIN in given.flags)


def _told(sub: Subscription, lines: tuple[Said, ...], call: Call) -> None:
    show([known_as(sub, Entry(title(sub, call.voice), lines))], call)


def _wish(given: Words) -> Wish:
    options = given.options
    return Wish(
        channel=_id_in(given, CHANNEL) if CHANNEL in options else None,
        time=options.get(TIME),
        zone=options.get(ZONE),
        days=options.get(DAYS),
        language=options.get(LANGUAGE),
        quiet=options.get(QUIET),
        late=options.get(LATE),
        parts=_parts(options[PARTS]) if PARTS in options else {},
        crosspost=_yes(options[PUBLISH]) if PUBLISH in options else None,
    )


def _id_in(given: Words, option: str) -> int:
    text = given.options[option]
    is_number = text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS
    if not is_number or not 0 < int(text) < _BEYOND:
        raise QuestionError(NO_ID, option=option, text=echoed(text))
    return int(text)


def _parts(text: str) -> dict[Part, bool]:
    """`ahead,focus`: those and what is new, and no others."""
    named = {each.strip().casefold() for each in text.split(",")}
    if not named <= {each.value for each in Part}:
        raise QuestionError(NO_PARTS, option=PARTS, text=echoed(text), known=", ".join(Part))
    return {each: each.value in named or each is Part.NEWS for each in Part}


def _yes(text: str) -> bool:
    if text.casefold() not in (_YES, _NO):
        raise QuestionError(NOT_YES, option=PUBLISH, text=echoed(text))
    return text.casefold() == _YES
