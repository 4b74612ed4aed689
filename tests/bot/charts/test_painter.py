"""The painter with the process that really draws, and with some that do not."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.charts import ChartError
from bot.charts.look import Look
from bot.charts.painter import Painter
from bot.metrics import CHART_FAILURES, CHARTS, CHARTS_KEPT, Metrics
from commands.picture import Chart
from tests.bot.charts.made import bar, bars, course, lines

pytestmark = pytest.mark.asyncio(loop_scope="module")

SPAIN = lines(course("Spain", {2024: "1.42", 2025: "2.00e"}))
PNG = b"\x89PNG\r\n\x1a\n"
SMALL = Look(scale=0.5)

# Reads a question, then does what stands behind it.
FALSE = """
import os, struct, sys, time
asked, told = sys.stdin.buffer, sys.stdout.buffer
def question():
    head = asked.read(4)
    if not head: sys.exit()
    return asked.read(struct.unpack(">I", head)[0])
def say(status, text):
    told.write(struct.pack(">BI", status, len(text)) + text)
    told.flush()
"""


def false(behaviour: str) -> tuple[str, ...]:
    return (sys.executable, "-c", FALSE + behaviour)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def painter() -> AsyncIterator[Painter]:
    found = Painter(seconds=60)
    yield found
    await found.close()


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def test_a_chart_becomes_a_picture_of_the_size_asked_for(painter: Painter) -> None:
    picture = await painter.png(SPAIN, SMALL)
    assert picture.startswith(PNG)
    assert int.from_bytes(picture[16:20]) == 180


async def test_a_chart_becomes_a_drawing_with_its_words_in_it(painter: Painter) -> None:
    drawing = (await painter.svg(bars(bar("Türkiye", "2.85")), SMALL)).decode()
    assert "Türkiye" in drawing
    assert "2.85%" in drawing


async def test_one_process_draws_for_all(painter: Painter) -> None:
    before = painter.pid
    others = (lines(course(name, {2024: "1", 2025: "2"})) for name in ("Italy", "Canada"))
    found = await asyncio.gather(*(painter.png(each, SMALL) for each in others))
    assert painter.pid == before
    assert found[0] != found[1]


async def test_what_the_loop_does_goes_on_meanwhile(painter: Painter) -> None:
    drawing = asyncio.create_task(painter.png(lines(course("Greece", {2025: "3"})), SMALL))
    turns = 0
    while not drawing.done():
        await asyncio.sleep(0)
        turns += 1
    assert turns > 10


async def test_a_chart_that_is_refused_says_why_and_the_process_goes_on(painter: Painter) -> None:
    await painter.png(SPAIN, SMALL)
    before = painter.pid
    with pytest.raises(ChartError, match="no point"):
        await painter.png(lines(course("Spain", {})), SMALL)
    assert painter.pid == before


async def drawn(*charts: Chart, behaviour: str, seconds: float = 30) -> tuple[list[bytes], Metrics]:
    metrics = Metrics()
    painter = Painter(seconds=seconds, metrics=metrics, command=false(behaviour))
    try:
        return await asyncio.gather(*(painter.png(each) for each in charts)), metrics
    finally:
        await painter.close()


ECHO = """
while True:
    question()
    say(0, b"picture")
"""


async def test_the_same_chart_asked_at_once_is_drawn_once() -> None:
    found, metrics = await drawn(SPAIN, SPAIN, SPAIN, behaviour=ECHO)
    assert found == [b"picture"] * 3
    assert metrics.value(CHARTS) == 1


async def test_a_chart_drawn_before_is_kept() -> None:
    metrics = Metrics()
    painter = Painter(metrics=metrics, command=false(ECHO))
    await painter.png(SPAIN)
    await painter.png(SPAIN)
    await painter.png(SPAIN, Look(language="de"))
    await painter.close()
    assert (metrics.value(CHARTS), metrics.value(CHARTS_KEPT)) == (2, 1)


async def test_a_process_that_died_gets_a_successor(tmp_path: Path) -> None:
    once = f"""
import pathlib
mark = pathlib.Path({str(tmp_path / "mark")!r})
question()
if not mark.exists():
    mark.touch()
    os._exit(3)
say(0, b"picture")
question()
"""
    found, metrics = await drawn(SPAIN, behaviour=once)
    assert found == [b"picture"]
    assert metrics.value(CHART_FAILURES) == 0


@pytest.mark.parametrize(
    ("behaviour", "told"),
    [
        ("sys.exit(3)", "ended before the chart was there"),
        ("question(); told.write(b'\\0\\0'); told.flush(); os._exit(0)", "ended before the chart"),
        ("question(); say(7, b'x'); question()", "makes no sense"),
        ("question(); told.write(b'<html>' * 9); told.flush(); question()", "makes no sense"),
        (
            "question(); say(1, b'ValueError: no such mark\\nat line 5'); question()",
            "no such mark.",
        ),
    ],
)
async def test_what_does_not_draw_is_told_in_a_sentence(behaviour: str, told: str) -> None:
    with pytest.raises(ChartError, match=told):
        await drawn(SPAIN, behaviour=behaviour)


async def test_a_process_that_hangs_is_ended_and_the_next_chart_has_a_new_one(
    tmp_path: Path,
) -> None:
    hangs_once = f"""
import pathlib
mark = pathlib.Path({str(tmp_path / "mark")!r})
question()
if not mark.exists():
    mark.touch()
    time.sleep(600)
say(0, b"picture")
question()
"""
    painter = Painter(seconds=0.5, command=false(hangs_once))
    first = asyncio.create_task(painter.png(SPAIN))
    with pytest.raises(ChartError, match=r"not drawn within 0\.5 seconds"):
        await first
    assert painter.pid is None
    assert await painter.png(SPAIN) == b"picture"
    await painter.close()


async def test_closing_ends_what_is_being_drawn_and_leaves_no_process() -> None:
    painter = Painter(command=false("question(); time.sleep(600)"))
    waiting = asyncio.create_task(painter.png(SPAIN))
    while painter.pid is None:  # noqa: ASYNC110 - it is about to be there
        await asyncio.sleep(0)
    pid = painter.pid
    await painter.close()
    with pytest.raises(ChartError, match="not drawn any more"):
        await waiting
    assert not alive(pid)


async def test_a_closed_painter_draws_nothing() -> None:
    painter = Painter()
    await painter.close()
    with pytest.raises(ChartError):
        await painter.png(SPAIN)


async def test_who_gives_up_waiting_takes_the_picture_from_nobody() -> None:
    painter = Painter(command=false(ECHO))
    one, other = (asyncio.create_task(painter.png(SPAIN)) for _ in range(2))
    await asyncio.sleep(0)
    one.cancel()
    assert await other == b"picture"
    await painter.close()


async def test_no_secret_is_handed_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "secret")
    tells = "question(); say(0, repr(sorted(os.environ)).encode()); question()"
    found, _ = await drawn(SPAIN, behaviour=tells)
    assert b"DISCORD_TOKEN" not in found[0]
