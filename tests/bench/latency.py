"""Answers, suggestions and presses of buttons, against a bare bot of discord.py.

    python -m tests.bench.latency [rounds]

The bare bot (`tests.bench.bare`) says messages of the same size as our answer to Spain, built
before anybody asks, and suggests the same 25 members whatever is typed. Each bot has a process and
a stand-in of its own, as an application has one bot; both stand-ins are in this process. The time
is that from telling a bot of an interaction until its answer has arrived. The goals, for what is
asked again: /target 1.2 times the bare bot or less, p50 and p99, one by one and 64 at once;
suggestions the same, p99.
"""

import asyncio
import gc
import random
import statistics
import sys
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any

from tests.bench.bare import ANSWER
from tests.bench.processes import BARE, OURS, Bot, bots
from tests.bench.timing import Timing, timing
from tests.standin import Place, Reply

ROUNDS = 30
AT_ONCE = 64
TURNS = 8
MEMBERS = (
    *("Albania", "Belgium", "Bulgaria", "Canada", "Croatia", "Czechia", "Denmark", "Estonia"),
    *("Finland", "France", "Germany", "Greece", "Hungary", "Iceland", "Italy", "Latvia"),
    *("Lithuania", "Luxembourg", "Montenegro", "Netherlands", "North Macedonia", "Norway"),
    *("Poland", "Portugal", "Romania", "Slovakia", "Slovenia", "Spain", "Sweden", "Türkiye"),
    *("United Kingdom", "United States"),
)
TYPED = (
    "",
    *sorted({name[:length] for name in MEMBERS for length in range(1, 6)}),
    *("ESP", "hol", "turk", "allem", "deutschl", "España", "Испан", "Ισπα", "スペ", "Spian"),
)

Ask = Callable[[Place], Coroutine[Any, Any, Any]]


@dataclass(slots=True)
class Side:
    """A bot, and somebody who asks it things."""

    home: Timing
    bot: Bot
    here: Place
    answer: Reply | None = None
    took: dict[str, list[list[float]]] = field(default_factory=dict[str, list[list[float]]])
    """Seconds, by what was asked, a list each round."""
    busy: dict[str, float] = field(default_factory=dict[str, float])
    """Seconds of processor time for one of each."""

    def press(self, label: str) -> Ask:
        async def press(here: Place) -> None:
            assert self.answer is not None
            await here.click(self.answer, label)

        return press


def target(member: str) -> Ask:
    return lambda here: here.slash("target", member=member)


def typing(text: str) -> Ask:
    return lambda here: here.autocomplete("target", "member", text)


async def said(here: Place) -> dict[str, Any]:
    """What the bare bot is to say: as much as ours."""
    answer = await here.slash("target", member="Spain")
    pressed = {label: await here.click(answer, label) for label in answer.buttons}
    messages = {ANSWER: answer.components}
    # A bare bot has no files: `tests.bench.pictured` is about answers that do.
    messages.update(
        (label, answer.components if reply.files else reply.components)
        for label, reply in pressed.items()
    )
    choices = await here.autocomplete("target", "member", "")
    return {"messages": messages, "choices": list(choices), "publish": True}


async def first_answers(sides: Mapping[str, Side]) -> None:
    """What is asked for the first time since the bots were started."""
    for name, side in sides.items():
        side.took["/target, first of all"] = [[await side.home.one(target("Spain")(side.here))]]
        side.answer = await _shown(side, name)
    for member in MEMBERS:
        for side in sides.values():
            took = side.took.setdefault("/target, first time", [[]])
            took[0].append(await side.home.one(target(member)(side.here)))


async def _shown(side: Side, name: str) -> Reply:
    answer = await side.here.slash("target", member="Spain")
    if not answer.text or len(answer.buttons) < 2:
        raise RuntimeError(f"{name} answered {answer}")
    return answer


async def in_turn(what: str, sides: Mapping[str, Side], asks: Mapping[str, Sequence[Ask]]) -> None:
    """Both are asked the same, one question after the other."""
    found: dict[str, list[float]] = {name: [] for name in sides}
    pairs = list(zip(*(asks[name] for name in sides), strict=True))
    for number, pair in enumerate(pairs):
        both = list(zip(sides.items(), pair, strict=True))
        for (name, side), ask in both if number % 2 else reversed(both):
            found[name].append(await side.home.one(ask(side.here)))
    _keep(what, sides, found)


async def at_once(
    what: str, sides: Mapping[str, Side], asks: Sequence[Ask], *, ours_first: bool
) -> None:
    found: dict[str, list[float]] = {}
    for name, side in sorted(sides.items(), reverse=ours_first):
        found[name] = await side.home.at_once([ask(side.here) for ask in asks])
    _keep(what, sides, found)


def _keep(what: str, sides: Mapping[str, Side], found: Mapping[str, list[float]]) -> None:
    for name, side in sides.items():
        side.took.setdefault(what, []).append(found[name])


async def a_round(sides: Mapping[str, Side], chance: random.Random) -> None:
    members, typed = list(MEMBERS), list(TYPED)
    chance.shuffle(members)
    chance.shuffle(typed)

    def same(asks: Sequence[Ask]) -> dict[str, Sequence[Ask]]:
        return dict.fromkeys(sides, asks)

    await in_turn("/target, one by one", sides, same([target(each) for each in members]))
    await in_turn("suggestions, one by one", sides, same([typing(e) for e in typed[:AT_ONCE]]))
    twice = [target(each) for each in members * 2]
    begun = [typing(each) for each in typed[:AT_ONCE]]
    for first in (True, False):
        await at_once("/target, 64 at once", sides, twice, ours_first=first)
        await at_once("suggestions, 64 at once", sides, begun, ours_first=first)
    for label in ("Why?", "Next page"):
        presses = {name: [side.press(label)] * 8 for name, side in sides.items()}
        await in_turn(f"{label}, one by one", sides, presses)
    # What the bots wrote is not read again, and those who ask are not what is measured.
    for side in sides.values():
        kept = side.answer.message if side.answer is not None else None
        side.here.channel.messages.clear()
        if kept is not None:
            side.here.channel.messages[int(kept["id"])] = kept
    gc.collect()


async def work(sides: Mapping[str, Side]) -> None:
    """Processor time for each answer, in turns; what a bot does between answers is in it."""
    for what, asks in (
        ("/target, one by one", [target(each) for each in MEMBERS]),
        ("suggestions, one by one", [typing(each) for each in TYPED[:AT_ONCE]]),
    ):
        spent = dict.fromkeys(sides, 0.0)
        for _ in range(TURNS):
            for name, side in sides.items():
                before = side.bot.busy()
                for ask in asks:
                    await side.home.one(ask(side.here))
                spent[name] += side.bot.busy() - before
        for name, side in sides.items():
            side.busy[what] = spent[name] / (TURNS * len(asks))


def tell(sides: Mapping[str, Side]) -> None:
    ours, bare = sides[OURS], sides[BARE]
    print("  milliseconds, ours / bare: p50, p99; ratios; p50 ratio of the quarter rounds")
    for what in ours.took:
        rounds = list(zip(ours.took[what], bare.took[what], strict=True))
        ratios = [statistics.median(a) / statistics.median(b) for a, b in rounds]
        pooled = [[each for some in side.took[what] for each in some] for side in (ours, bare)]
        (low, high), (bare_low, bare_high) = ((middle(each), far(each)) for each in pooled)
        print(
            f"  {what:<26} {low * 1e3:6.2f} / {bare_low * 1e3:5.2f}"
            f"  {high * 1e3:6.2f} / {bare_high * 1e3:6.2f}"
            f"  p50 {statistics.median(ratios):4.2f}x  p99 {high / bare_high:4.2f}x"
            f"  ({_quartiles(ratios)}; {len(pooled[0])} each)"
        )
    for what in ours.busy:
        a, b = ours.busy[what] * 1e3, bare.busy[what] * 1e3
        print(f"  {what:<26} {a:6.2f} / {b:5.2f} ms of processor time  {a / b:4.2f}x")


def middle(times: Sequence[float]) -> float:
    return statistics.median(times)


def far(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.99)]


def _quartiles(ratios: Sequence[float]) -> str:
    if len(ratios) < 4:
        return "one round"
    low, _, high = statistics.quantiles(ratios)
    return f"{low:.2f} to {high:.2f}"


async def measure(rounds: int) -> Mapping[str, Side]:
    gc.disable()
    async with AsyncExitStack() as stack:
        kinds = stack.enter_context(bots())
        homes = {name: await stack.enter_async_context(timing()) for name in (OURS, BARE)}
        heres = {name: _somebody(home) for name, home in homes.items()}
        with kinds.ours(homes[OURS]) as before:
            await asyncio.to_thread(before.said, "Ready")
            told = await said(heres[OURS])
        running = {
            OURS: stack.enter_context(kinds.ours(homes[OURS])),
            BARE: stack.enter_context(kinds.bare(homes[BARE], told)),
        }
        for bot in running.values():
            await asyncio.to_thread(bot.said, "Ready")
        sides = {name: Side(homes[name], running[name], heres[name]) for name in homes}
        await first_answers(sides)
        chance = random.Random(1)
        await a_round(sides, chance)
        _forget(sides)
        for _ in range(rounds):
            await a_round(sides, chance)
        await work(sides)
        return sides


def _forget(sides: Mapping[str, Side]) -> None:
    """The round that was to warm up."""
    for side in sides.values():
        for what in list(side.took):
            if "first" not in what:
                del side.took[what]


def _somebody(home: Timing) -> Place:
    return home.add_user("Anna").at(home.add_guild("Desk").add_channel("general"))


def main() -> None:
    tell(asyncio.run(measure(int(sys.argv[1]) if sys.argv[1:] else ROUNDS)))


if __name__ == "__main__":
    main()
