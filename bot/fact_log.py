"""Looks into the log: every state of one record, and what happened between two days."""

import asyncio
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from rich.text import Text

from bot import entries, entries_json, entry_lines
from bot.call import Call
from bot.fact_store import loaded, page_of, screen_of
from bot.facts import FIGURE, JSON, RECORDED, SINCE, UNTIL
from bot.named import day_of, figure_of, history_of, kind_of
from bot.render.lines import wrap
from bot.words import Words
from data.errors import QuestionError
from data.facts.kinds import NAMES
from data.messages import mark

UPSIDE_DOWN = mark("--since {since} is after --until {until}. Write the earlier day first.")
KNOWN = mark(
    "On {until}, compared with {eve}: {new} newly known, {changed} changed, {gone} withdrawn. "
    "Sources, members and figures are not counted."
)
WRITTEN = mark(
    "{days}: {new} recorded, {changed} corrected, {gone} withdrawn. Figures are not counted."
)

_DAY, _TICK = timedelta(days=1), timedelta(microseconds=1)
_FIRST = date(1900, 1, 1)
"""Nothing is older; the calendar's own first day has no day before it."""


def history(given: Words, call: Call) -> None:
    asyncio.run(_history(given, call))


def changes(given: Words, call: Call) -> None:
    today = call.today()
    until = day_of(given.options[UNTIL], today) if UNTIL in given.options else today
    since = max(day_of(given.options[SINCE], today), _FIRST)
    if since > until:
        raise QuestionError(UPSIDE_DOWN, since=since, until=until)
    work = _recorded if RECORDED in given.flags else _changes
    asyncio.run(work(since, until, call, as_json=JSON in given.flags))


async def _history(given: Words, call: Call) -> None:
    words = given.operands
    kind = FIGURE if FIGURE in words else NAMES[kind_of(words["KIND"], also=(FIGURE,))]
    async with loaded(call) as store:
        page = await page_of(store, call)
        if kind == FIGURE:
            place = words["EDITION"], words["MEMBER"], words["INDICATOR"], words["YEAR"]
            known_as, states = await figure_of(store, *place)
        else:
            states = await history_of(store, kind, words["ID"])
            known_as = states[0].id
    if JSON in given.flags:
        found = entries_json.history(kind, known_as, states, page.sources)
        entries_json.pour(found, call.stdout)
    else:
        screen_of(call).show(entries.history(f"{kind} {known_as}", states, page))


async def _changes(since: date, until: date, call: Call, *, as_json: bool) -> None:
    async with loaded(call) as store:
        page = await page_of(store, call)
        found = await store.changes(since - _DAY, until)
    if as_json:
        content = entries_json.changes(since, until, found, page.sources)
        entries_json.pour(content, call.stdout)
        return
    screen = screen_of(call)
    for each in found:
        screen.show(entry_lines.change_line(each, page))
    told = page.voice.fill(
        KNOWN,
        until=page.voice.day(until),
        eve=page.voice.day(since - _DAY),
        **_counts(map(entry_lines.sort, found)),
    )
    screen.show(wrap(Text(told), page.width))


async def _recorded(since: date, until: date, call: Call, *, as_json: bool) -> None:
    zone = call.clock().tzinfo
    first = datetime(since.year, since.month, since.day, tzinfo=zone)
    last = datetime(until.year, until.month, until.day, tzinfo=zone) + _DAY - _TICK
    async with loaded(call) as store:
        page = await page_of(store, call)
        found = await store.recorded(first - _TICK, last)
    if as_json:
        entries_json.pour(entries_json.recorded(first, last, found), call.stdout)
        return
    screen = screen_of(call)
    for each in found:
        screen.show(entry_lines.entry_line(each, page))
    days = page.voice.day(since) if since == until else page.voice.span(since, until)
    told = page.voice.fill(WRITTEN, days=days, **_counts(each.action for each in found))
    screen.show(wrap(Text(told), page.width))


def _counts(actions: Iterable[str]) -> dict[str, int]:
    counted = Counter(actions)
    return {
        "new": counted["recorded"],
        "changed": counted["corrected"],
        "gone": counted["retracted"],
    }
