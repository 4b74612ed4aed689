"""Shows the queue: all of it in lines, one proposal as a page, and the log of decisions."""

import asyncio
import json
from typing import Any

from rich.text import Text

from bot.call import Call
from bot.fact_store import loaded, page_of, screen_of
from bot.facts import BY, JSON
from bot.render.json import write
from bot.render.lines import hang, wrap
from bot.render.plain import plain
from bot.render.terminal import Place, page
from bot.review import number_of
from bot.words import Words
from commands import review
from commands.desk import Desk
from commands.review import Reviewed
from data.messages import mark
from data.store import Store
from data.store.proposals import Decision, Queued, State, Verdict

NOTHING = mark("Nothing waits for review.")
WAITING = mark("{count} proposals wait. See one with article3 review show ID.")
ONE_WAITS = mark("One proposal waits. See it with article3 review show {id}.")
NO_DECISION = mark("Nothing was decided yet.")
PROPOSED = mark("Proposed by {by} on {at}.")

DECISIONS: dict[Verdict, str] = {
    Verdict.ACCEPTED: mark("Accepted by {by} on {at}."),
    Verdict.EDITED: mark("Accepted with changes by {by} on {at}."),
    Verdict.REJECTED: mark("Rejected by {by} on {at}: {because}"),
    Verdict.UNDONE: mark("Undone by {by} on {at}: {because}"),
}
LOGGED = mark("{id}: {decision}")
WROTE = mark("{decision} Written: {written}.")


def reviewed(queued: Queued) -> Reviewed:
    return Reviewed(
        proposal=queued.proposal,
        source=queued.source,
        further=queued.further,
        id=queued.id,
        decided=queued.state is not State.WAITING,
    )


async def desk_of(store: Store, call: Call) -> Desk:
    return Desk.of(await store.knowledge(), call.voice, call.today())


def waiting(given: Words, call: Call) -> int | None:
    """Where somebody is there to decide, one after the other is shown and asked about."""
    if call.is_interactive and JSON not in given.flags:
        from bot.deciding import one_by_one

        return one_by_one(given.options.get(BY), call)
    return asyncio.run(_waiting(call, as_json=JSON in given.flags))


async def _waiting(call: Call, *, as_json: bool) -> None:
    async with loaded(call) as store:
        found = await store.proposals.waiting()
        desk = await desk_of(store, call)
    if as_json:
        _pour({"proposals": [_row(each) for each in found]}, call)
        return
    screen = screen_of(call)
    for each in found:
        line = Text(plain(review.summary(desk, reviewed(each)).text))
        screen.show(hang(Text(f"{each.id}  "), line, screen.width))
    told = call.voice.fill(WAITING, count=len(found))
    if len(found) == 1:
        told = call.voice.fill(ONE_WAITS, id=found[0].id)
    screen.show(wrap(Text(told if found else call.voice.text(NOTHING)), screen.width))


def _row(queued: Queued) -> dict[str, Any]:
    return {
        "id": queued.id,
        "sort": queued.proposal.sort,
        "claims": [each.claim for each in queued.proposal.values],
        "words": [each.words for each in queued.proposal.passages],
        "confidence": queued.proposal.confidence,
        "sources": [each.url for each in (queued.source, *queued.further)],
        "by": queued.by,
        "at": queued.at.isoformat(),
    }


def show(given: Words, call: Call) -> None:
    asyncio.run(_show(number_of(given), call, as_json=JSON in given.flags))


async def _show(id: int, call: Call, *, as_json: bool) -> None:
    async with loaded(call) as store:
        queued = await store.proposals.find(id)
        desk = await desk_of(store, call)
        at = await page_of(store, call)
    if as_json:
        write(review.brief(desk, reviewed(queued)), call.stdout)
        return
    show_one(desk, reviewed(queued), call)
    said = [call.voice.fill(PROPOSED, by=plain(queued.by), at=at.moment(queued.at))]
    if queued.state is not State.WAITING and queued.decision is not None:
        said.append(decided(queued.decision, at.moment(queued.decision.at), call))
    screen_of(call).show([Text(), *wrap(Text(" ".join(said)), at.width)])


def show_one(desk: Desk, told: Reviewed, call: Call) -> None:
    place = Place(typed=lambda _: "", why="", say=call.voice.fill)
    screen = screen_of(call)
    briefing = review.brief(desk, told)
    why = bool(briefing.derivations)
    screen.show(page(briefing, place, width=screen.width, why=why))


def decided(decision: Decision, at: str, call: Call) -> str:
    return call.voice.fill(
        DECISIONS[decision.verdict],
        by=plain(decision.by),
        at=at,
        because=plain(decision.because or ""),
    )


def log(given: Words, call: Call) -> None:
    asyncio.run(_log(call, as_json=JSON in given.flags))


async def _log(call: Call, *, as_json: bool) -> None:
    async with loaded(call) as store:
        found = await store.proposals.decisions()
        at = await page_of(store, call)
    if as_json:
        _pour({"decisions": [_logged(each) for each in found]}, call)
        return
    screen = screen_of(call)
    for each in found:
        said: object = decided(each, at.moment(each.at), call)
        if each.written:
            written = ", ".join(f"{one.kind} {one.id}" for one in each.written)
            said = call.voice.fill(WROTE, decision=said, written=written)
        line = call.voice.fill(LOGGED, id=each.proposal, decision=said)
        screen.show(hang(Text(), Text(line), screen.width))
    if not found:
        screen.show([Text(call.voice.text(NO_DECISION))])


def _logged(each: Decision) -> dict[str, Any]:
    return {
        "proposal": each.proposal,
        "verdict": each.verdict,
        "by": each.by,
        "at": each.at.isoformat(),
        "because": each.because,
        "written": [
            {"kind": one.kind, "id": one.id, "number": one.number, "action": one.action}
            for one in each.written
        ],
    }


def _pour(found: dict[str, Any], call: Call) -> None:
    call.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
