"""Charts, cold and warm, against matplotlib drawing the same chart in the same size.

    python -m tests.bench.chart [rounds]

Both draw the share of Spain with its levels, and then six members side by side, to PNG. Warm is
one drawing in a process that has drawn before; the two take turns, and the goal is a ratio of 1.0
or less. Cold is a new process that imports what it needs and draws one. At last, 64 different
charts are asked of the bot's own painter at once, while a clock in the same loop counts how long it
was not called: the goal is no stall above 50 ms.
"""

import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import date

from bot.charts.drawing import draw
from bot.charts.look import Look
from bot.charts.painter import Painter
from bot.charts.spec import spec
from commands.desk import Desk
from commands.picture import Chart
from commands.registry import answer
from commands.voice import Voice
from tests.bench.stalling import clock
from tests.shipped import KNOWN

ROUNDS = 20
COLD_ROUNDS = 5
AT_ONCE = 64
TODAY = date(2026, 11, 25)
ASKED: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "one member": ("target", {"member": "Spain"}),
    "six members": ("compare", {"members": "Poland, Germany, Spain, Italy, Canada, Türkiye"}),
}
OURS_COLD = """
import json, sys
from bot.charts.drawing import draw
draw(json.load(open(sys.argv[1])), "png", 2.5)
"""
THEIRS_COLD = """
import json, sys
from tests.bench.chart_matplotlib import picture
picture(json.load(open(sys.argv[1])), 2.5)
"""


def charted(desk: Desk, asked: tuple[str, Mapping[str, str]]) -> Chart:
    found = answer(desk, *asked, None).chart
    assert found is not None
    return found


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def warm(name: str, chart: Chart, rounds: int) -> None:
    from tests.bench.chart_matplotlib import picture

    scale = Look().scale

    def ours() -> bytes:
        return draw(spec(chart, Look()), "png", scale)

    def theirs() -> bytes:
        return picture(spec(chart, Look()), scale)

    assert _size(ours()) == _size(theirs())
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(rounds)]
    a, b = (statistics.median(times) * 1e3 for times in zip(*pairs, strict=True))
    wide, high = _size(ours())
    print(
        f"  {name}, {wide} x {high}, warm: {a:.0f} ms, matplotlib {b:.0f} ms, ratio {a / b:.2f};"
        f" {len(ours()) // 1024} kB, {len(theirs()) // 1024} kB"
    )


def cold(chart: Chart) -> None:
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(spec(chart, Look()), file)
        file.flush()

        def run(code: str) -> float:
            command = (sys.executable, "-c", code, file.name)
            return seconds(lambda: subprocess.run(command, check=True))

        run(OURS_COLD)
        run(THEIRS_COLD)
        pairs = [(run(OURS_COLD), run(THEIRS_COLD)) for _ in range(COLD_ROUNDS)]
    a, b = (statistics.median(times) for times in zip(*pairs, strict=True))
    print(f"  one member, cold: {a:.2f} s, matplotlib {b:.2f} s, ratio {a / b:.2f}")


async def at_once(desk: Desk) -> None:
    """The members, as of two days each: none is the same as another."""
    members = [each.id for each in desk.knowledge.roster if each.id != "ISL"]
    charts = [
        found
        for day in ("2024-07-01", "2025-06-05", "2026-11-25")
        for member in members
        if (found := answer(desk, "target", {"member": member}, day).chart) is not None
    ][:AT_ONCE]
    painter = Painter()
    try:
        for what in ("64 at once, cold", "64 at once, warm"):
            painter.kept = type(painter.kept)(32 * 1024 * 1024)
            async with clock() as stalls:
                start = time.perf_counter()
                await asyncio.gather(*(painter.png(each) for each in charts))
                took = time.perf_counter() - start
            print(
                f"  {what}: {len(charts)} charts in {took:.1f} s, {took / len(charts) * 1e3:.0f} ms"
                f" each; longest stall of the loop {max(stalls) * 1e3:.0f} ms"
            )
        start = time.perf_counter()
        await asyncio.gather(*(painter.png(each) for each in charts))
        took = time.perf_counter() - start
        print(f"  the same once more, kept: {took / len(charts) * 1e3:.2f} ms each")
    finally:
        await painter.close()


def _size(png: bytes) -> tuple[int, int]:
    wide, high = (int.from_bytes(png[start : start + 4]) for start in (16, 20))
    return wide, high


def main() -> None:
    rounds = int(sys.argv[1]) if sys.argv[1:] else ROUNDS
    desk = Desk.of(KNOWN, Voice.of("en"), TODAY)
    charts = {name: charted(desk, asked) for name, asked in ASKED.items()}
    for name, chart in charts.items():
        warm(name, chart, rounds)
    cold(charts["one member"])
    asyncio.run(at_once(desk))


if __name__ == "__main__":
    main()
