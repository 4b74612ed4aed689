"""Discord waits three seconds for a first answer, and a quarter of an hour for the rest."""

import asyncio
from collections.abc import Iterator

import pytest

from bot.app import App
from data.errors import QuestionError
from data.messages import mark
from tests.e2e.trouble import (
    CALLBACK,
    ORIGINAL,
    Slow,
    callbacks,
    losses,
    reference_in,
    slow_answers,
    told,
    traced,
)
from tests.standin import Place, Reply, Standin

pytestmark = pytest.mark.usefixtures("bot")

THINK, LATER = 5, 6
PRIVATELY = 64

UNASKABLE = QuestionError(mark("'{name}' cannot be asked today."), name="Spain")


@pytest.fixture
def slow() -> Iterator[Slow]:
    with slow_answers() as slow:
        yield slow


@pytest.fixture(autouse=True)
def level(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "bot")


async def begun(here: Place, *, private: bool = False) -> "asyncio.Task[Reply]":
    """A question whose asker reads that the bot is thinking."""
    pending = await here.slash("target", member="Spain", private=private, wait=False)
    await pending.acknowledged()
    return asyncio.create_task(pending.reply())


@pytest.mark.parametrize("private", [False, True])
async def test_a_slow_answer_is_deferred_and_then_there(
    local: Standin, here: Place, slow: Slow, private: bool
) -> None:
    waiting = await begun(here, private=private)
    slow.finish()
    reply = await waiting
    assert "Spain: defence spending" in reply.text
    assert (reply.deferred, reply.ephemeral, reply.followups) == (True, private, [])
    (deferral,) = callbacks(local)
    assert deferral.body["type"] == THINK


async def test_an_answer_within_time_is_not_deferred(local: Standin, here: Place) -> None:
    reply = await here.slash("target", member="Spain")
    assert not reply.deferred
    assert len(callbacks(local)) == 1


async def test_a_mistake_found_late_is_told_to_the_asker_alone(
    here: Place, slow: Slow, caplog: pytest.LogCaptureFixture
) -> None:
    waiting = await begun(here)
    slow.finish(UNASKABLE)
    reply = await (await waiting).until(lambda reply: reply.deleted)
    assert reply.text.startswith("'Spain' cannot be asked today.")
    assert (reply.ephemeral, len(reply.followups), here.channel.messages) == (True, 1, {})
    assert len(told(caplog, reference_in(reply.text))) == 1


async def test_a_mistake_found_late_takes_the_place_of_a_private_wait(
    here: Place, slow: Slow
) -> None:
    waiting = await begun(here, private=True)
    slow.finish(UNASKABLE)
    reply = await waiting
    assert reply.text.startswith("'Spain' cannot be asked today.")
    assert (reply.ephemeral, reply.followups) == (True, [])


@pytest.mark.parametrize("private", [False, True])
async def test_a_failure_is_told_privately_with_a_reference_that_is_in_the_log(
    here: Place, slow: Slow, caplog: pytest.LogCaptureFixture, private: bool
) -> None:
    waiting = await begun(here, private=private)
    slow.finish(ZeroDivisionError("no such ratio"))
    reply = await (await waiting).until(lambda reply: private or reply.deleted)
    assert reply.text.startswith("Something failed on our side.")
    assert reply.ephemeral
    assert told(caplog, reference_in(reply.text))[0].endswith("/target failed")
    assert traced(caplog) == ["ZeroDivisionError"]


async def test_a_slow_page_turns_in_place(local: Standin, here: Place) -> None:
    answer = await here.slash("target", member="Spain", private=True)
    with slow_answers() as slow:
        pending = await here.click(answer, "Refresh", wait=False)
        await pending.acknowledged()
        slow.finish()
        turned = await pending.reply()
    assert turned.deferred
    assert turned.message is answer.message
    assert callbacks(local)[-1].body["type"] == LATER


async def test_a_slow_page_that_fails_leaves_the_answer_as_it_was(
    here: Place, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await here.slash("target", member="Spain", private=True)
    before = answer.text
    with slow_answers() as slow:
        pending = await here.click(answer, "Refresh", wait=False)
        await pending.acknowledged()
        slow.finish(ZeroDivisionError("no such ratio"))
        turned = await pending.reply()
    assert turned.text.startswith("Something failed on our side.")
    assert (turned.ephemeral, answer.text) == (True, before)
    assert len(told(caplog, reference_in(turned.text))) == 1


@pytest.mark.usefixtures("hurried")
async def test_a_deferral_that_fails_for_good_is_in_the_log(
    bot: App,
    local: Standin,
    here: Place,
    slow: Slow,
    caplog: pytest.LogCaptureFixture,
) -> None:
    local.faults.add("POST", CALLBACK, times=100)
    pending = await here.slash("target", member="Spain", wait=False)
    assert (await pending.reply()).failed == "The application did not respond"
    await local.asked("GET", ORIGINAL)
    slow.finish()
    await bot.work.idle()
    (loss,) = losses(caplog)
    assert len(told(caplog, loss[:6])) == 2
    assert len(callbacks(local)) == 5


async def test_a_deferral_that_gets_no_answer_is_given_up(
    bot: App, local: Standin, here: Place, slow: Slow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.replies.sending.HURRY", 0.01)
    fault = local.faults.add("POST", CALLBACK, hang=True, times=3)
    pending = await here.slash("target", member="Spain", wait=False)
    await local.asked("GET", ORIGINAL)
    slow.finish()
    local.clock.advance(3)
    assert (await pending.reply()).failed == "The application did not respond"
    await bot.work.idle()
    assert fault.met == 3


async def test_an_answer_after_three_seconds_is_in_the_log_as_lost(
    bot: App, local: Standin, here: Place, caplog: pytest.LogCaptureFixture
) -> None:
    with slow_answers() as slow:
        slow_to_defer = pytest.MonkeyPatch()
        slow_to_defer.setattr("bot.replies.delivery.DEFER_AFTER", 60)
        pending = await here.slash("target", member="Spain", wait=False)
        await local.gateway.idle()
        local.clock.advance(3)
        assert (await pending.reply()).failed == "The application did not respond"
        slow.finish()
        await local.asked("GET", ORIGINAL)
        slow_to_defer.undo()
    await bot.work.idle()
    (loss,) = losses(caplog)
    assert "10062" in loss


async def test_an_answer_after_a_quarter_of_an_hour_is_in_the_log_as_lost(
    bot: App, local: Standin, here: Place, slow: Slow, caplog: pytest.LogCaptureFixture
) -> None:
    waiting = await begun(here)
    local.clock.advance(15 * 60)
    slow.finish()
    assert (await waiting).failed == "The application did not respond"
    await bot.work.idle()
    (loss,) = losses(caplog)
    assert "50027" in loss
