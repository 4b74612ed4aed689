"""Charts with answers: for all to see and in words for who does not, and no answer lost for one."""

import asyncio
from typing import Any

import pytest

from bot.charts import ChartError
from bot.charts.look import Look
from bot.metrics import CHARTS
from bot.render.discord.sizes import MOST_ATTACHED
from bot.replies import pictures
from commands.picture import Chart
from tests.e2e.conftest import Bots
from tests.e2e.reader import ask
from tests.e2e.trouble import CALLBACK, ORIGINAL
from tests.standin import Place, Reply, Standin
from tests.standin.reply import Shown

THREE = "Poland, Germany, Spain"
PNG = b"\x89PNG\r\n\x1a\n"
SAID = "Lines over the years: Poland from 1.86% in 2014"
NOT_DRAWN = "The chart could not be drawn this time."


class Drawn:
    """Draws what the test lets it."""

    def __init__(
        self, *, error: Exception | None = None, waits: bool = False, data: bytes = PNG
    ) -> None:
        self.asked = 0
        self.may = asyncio.Event()
        self._error = error
        self._data = data
        if not waits:
            self.may.set()

    async def png(self, chart: Chart, look: Look | None = None) -> bytes:
        assert chart.alt.text
        assert look is not None
        self.asked += 1
        await self.may.wait()
        if self._error is not None:
            raise self._error
        return self._data

    def fail(self, error: Exception) -> None:
        """From now on."""
        self._error = error

    async def close(self) -> None:
        self.may.set()


def picture_of(local: Standin, shown: Shown) -> bytes:
    """What somebody sees who looks at the one picture of a message."""
    assert shown.message is not None
    (attached,) = shown.message["attachments"]
    path = attached["url"].partition(local.host)[2]
    return local.files[path]


def refused(local: Standin) -> list[Any]:
    return [each.path for each in local.requests if each.status >= 400]


async def test_a_comparison_comes_with_its_chart_and_words_for_it(
    bots: Bots, local: Standin, here: Place
) -> None:
    await bots.start()
    reply = await ask(here, "compare", members=THREE)
    assert picture_of(local, reply).startswith(PNG)
    (said,) = reply.pictures
    assert said.startswith(SAID)
    assert reply.files == ["nato-compare-pol-deu-esp-2026-11-25.png"]
    assert "Chart" not in reply.buttons


@pytest.mark.parametrize(
    ("question", "options"),
    [("ranking", {"group": "Baltic"}), ("path", {"member": "Belgium", "private": True})],
)
async def test_rankings_and_paths_come_with_theirs(
    bots: Bots, local: Standin, here: Place, question: str, options: dict[str, Any]
) -> None:
    await bots.start(pictures=Drawn())
    reply = await ask(here, question, **options)
    assert picture_of(local, reply) == PNG
    assert reply.ephemeral == options.get("private", False)


async def test_only_the_first_page_has_the_picture(bots: Bots, local: Standin, here: Place) -> None:
    await bots.start(pictures=Drawn())
    first = await ask(here, "compare", members="USA, GBR, FRA, DEU, ITA, POL", private=True)
    second = await here.click(first, "Next page")
    assert (second.pictures, second.files) == ([], [])
    again = await here.click(second, "Previous page")
    assert picture_of(local, again) == PNG
    assert refused(local) == []


async def test_a_target_draws_nothing_before_its_button_is_pressed(
    bots: Bots, local: Standin, here: Place
) -> None:
    drawn = Drawn()
    await bots.start(pictures=drawn)
    reply = await ask(here, "target", member="Spain")
    assert (reply.pictures, drawn.asked) == ([], 0)
    pressed = await here.click(reply, "Chart")
    assert picture_of(local, pressed) == PNG
    assert pressed.pictures[0].startswith("A line over the years: Spain spent")
    assert "Spain: share of GDP for defence" in pressed.text
    assert "As known on 25 November 2026" in pressed.text
    assert pressed.ephemeral


async def test_the_button_outlives_a_restart_and_keeps_its_day(
    bots: Bots, local: Standin, here: Place
) -> None:
    reply = await _target(await bots.start(pictures=Drawn()), here, bots)
    await bots.start(pictures=Drawn())
    pressed = await here.click(reply.message or {}, "Chart")
    assert picture_of(local, pressed) == PNG
    assert "As known on 5 June 2025" in pressed.text


async def _target(app: Any, here: Place, bots: Bots) -> Reply:
    reply = await ask(here, "target", member="Spain", as_of="2025-06-05")
    await bots.stop(app)
    return reply


async def test_without_figures_there_is_no_button(bots: Bots, here: Place) -> None:
    await bots.start(pictures=Drawn())
    assert "Chart" not in (await ask(here, "target", member="Iceland")).buttons


FAILURES = [ChartError("no ink"), ZeroDivisionError("a fault of ours")]


@pytest.mark.parametrize("error", FAILURES, ids=["foreseen", "unforeseen"])
async def test_an_answer_whose_chart_fails_comes_without_it_and_says_so(
    bots: Bots, here: Place, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    await bots.start(pictures=Drawn(error=error))
    reply = await ask(here, "compare", members=THREE)
    assert NOT_DRAWN in reply.text
    assert (reply.pictures, reply.files) == ([], [])
    assert "Chart" in reply.buttons
    assert "no chart" in caplog.text


async def test_a_chart_that_fails_by_itself_is_told_in_words(bots: Bots, here: Place) -> None:
    await bots.start(pictures=Drawn(error=ChartError("no ink")))
    pressed = await here.click(await ask(here, "target", member="Spain"), "Chart")
    assert NOT_DRAWN in pressed.text
    assert "A line over the years: Spain spent 0.92% of GDP on defence in 2014" in pressed.text


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not there at once is deferred."""
    monkeypatch.setattr("bot.replies.delivery.DEFER_AFTER", 0)


@pytest.mark.usefixtures("at_once")
async def test_a_slow_chart_defers_the_answer_and_is_there_in_the_end(
    bots: Bots, local: Standin, here: Place
) -> None:
    drawn = Drawn(waits=True)
    await bots.start(pictures=drawn)
    pending = await here.slash("compare", members=THREE, wait=False)
    await pending.acknowledged()
    drawn.may.set()
    reply = await pending.reply()
    assert reply.deferred
    assert picture_of(local, reply) == PNG


@pytest.mark.usefixtures("hurried")
async def test_a_chart_that_takes_too_long_is_not_waited_for(
    bots: Bots, here: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "DRAWN_WITHIN", 0.01)
    await bots.start(pictures=Drawn(waits=True))
    assert NOT_DRAWN in (await ask(here, "compare", members=THREE)).text


async def test_a_chart_that_discord_would_not_take_is_not_sent(
    bots: Bots, local: Standin, here: Place, caplog: pytest.LogCaptureFixture
) -> None:
    await bots.start(pictures=Drawn(data=PNG + bytes(MOST_ATTACHED)))
    assert NOT_DRAWN in (await ask(here, "compare", members=THREE)).text
    assert "which are too many" in caplog.text
    assert refused(local) == []


async def test_sixty_four_ask_for_one_chart_and_it_is_drawn_once(
    bots: Bots, local: Standin, here: Place
) -> None:
    app = await bots.start()
    people = [local.add_user(f"Person {number}").at(here.channel) for number in range(64)]
    replies = await asyncio.gather(*(ask(each, "compare", members=THREE) for each in people))
    assert {picture_of(local, each)[:8] for each in replies} == {PNG}
    assert refused(local) == []
    assert app.metrics.value(CHARTS) == 1


# what goes wrong with the first try
TROUBLES = [
    {"status": 400, "body": {"message": "Invalid Form Body", "code": 50035}},
    {"status": 500},
]


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize("trouble", TROUBLES, ids=["refused", "failed"])
async def test_a_second_try_takes_the_picture_along(
    bots: Bots, local: Standin, here: Place, trouble: dict[str, Any]
) -> None:
    await bots.start(pictures=Drawn())
    local.faults.add("POST", CALLBACK, **trouble)
    reply = await ask(here, "compare", members=THREE)
    assert picture_of(local, reply) == PNG
    assert "Poland, Germany and Spain" in reply.text


@pytest.mark.usefixtures("at_once", "hurried")
@pytest.mark.parametrize("trouble", TROUBLES, ids=["refused", "failed"])
async def test_a_second_try_of_what_was_deferred_takes_the_picture_along(
    bots: Bots, local: Standin, here: Place, trouble: dict[str, Any]
) -> None:
    drawn = Drawn(waits=True)
    await bots.start(pictures=drawn)
    local.faults.add("PATCH", ORIGINAL, **trouble)
    pending = await here.slash("compare", members=THREE, wait=False)
    await pending.acknowledged()
    drawn.may.set()
    reply = await pending.reply()
    assert picture_of(local, reply) == PNG
    assert "Poland, Germany and Spain" in reply.text


async def test_a_chart_is_taken_away_where_another_answer_takes_its_place(
    bots: Bots, local: Standin, here: Place
) -> None:
    drawn = Drawn()
    await bots.start(pictures=drawn)
    reply = await ask(here, "compare", members=THREE, private=True)
    drawn.fail(ChartError("no ink"))
    again = await here.click(reply, "Refresh")
    assert NOT_DRAWN in again.text
    assert (again.pictures, again.files) == ([], [])
    assert "Chart" in again.buttons
    assert refused(local) == []
