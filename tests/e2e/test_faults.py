"""Discord fails, refuses, limits, says nothing or breaks off. Whether it did what it was asked all
the same or not, people read one answer, and the log says what got lost."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.app import App
from data.errors import QuestionError
from data.messages import mark
from tests.e2e.trouble import (
    CALLBACK,
    FOLLOW_UP,
    ORIGINAL,
    callbacks,
    losses,
    shown,
    slow_answers,
    traced,
)
from tests.standin import Place, Reply, Standin

pytestmark = pytest.mark.usefixtures("bot", "hurried")

HASTE = 0.15
"""Seconds, in place of many, for what never gets an answer."""

TROUBLES: dict[str, dict[str, Any]] = {
    "500": {"status": 500},
    "502": {"status": 502, "body": {"message": "502: Bad Gateway", "code": 0}},
    "silence": {"hang": True},
    "a cut": {"cut": True},
}
DONE = pytest.mark.parametrize("stored", [False, True], ids=["not done", "done"])
TROUBLE = pytest.mark.parametrize("trouble", TROUBLES)
SOME_TROUBLE = pytest.mark.parametrize("trouble", ["502", "a cut"])
ANSWER = ["Spain: defence spending"]
LIMITED = {"message": "You are being rate limited.", "retry_after": 0.5, "global": False}


@pytest.fixture(autouse=True)
def haste(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr("bot.replies.sending.HURRY", HASTE)
    monkeypatch.setattr("bot.replies.sending.GIVE_UP_AFTER", HASTE)
    caplog.set_level("INFO", "bot")


# What people do, and the request that matters in it


async def ask(here: Place) -> Reply:
    return await here.slash("target", member="Spain")


async def ask_slowly(here: Place) -> Reply:
    with slow_answers() as slow:
        pending = await here.slash("target", member="Spain", wait=False)
        await pending.acknowledged()
        slow.finish()
        return await pending.reply()


async def turn(here: Place, private: Reply) -> Reply:
    return await here.click(private, "Refresh")


async def turn_slowly(here: Place, private: Reply) -> Reply:
    with slow_answers() as slow:
        pending = await here.click(private, "Refresh", wait=False)
        await pending.acknowledged()
        slow.finish()
        return await pending.reply()


Asking = Callable[[Place], Awaitable[Reply]]
Turning = Callable[[Place, Reply], Awaitable[Reply]]


@DONE
@TROUBLE
@pytest.mark.parametrize(
    ("asking", "method", "path"),
    [(ask, "POST", CALLBACK), (ask_slowly, "POST", CALLBACK), (ask_slowly, "PATCH", ORIGINAL)],
    ids=["answer", "deferral", "edit"],
)
async def test_an_answer_is_read_once(
    bot: App,
    local: Standin,
    here: Place,
    caplog: pytest.LogCaptureFixture,
    asking: Asking,
    method: str,
    path: str,
    trouble: str,
    stored: bool,
) -> None:
    fault = local.faults.add(method, path, **TROUBLES[trouble], stored=stored)
    reply = await asking(here)
    await bot.work.idle()
    assert shown(reply) == ANSWER
    assert len(here.channel.messages) == fault.met == 1
    assert losses(caplog) == []


@DONE
@SOME_TROUBLE
@pytest.mark.parametrize(
    ("turning", "method", "path"),
    [(turn, "POST", CALLBACK), (turn_slowly, "POST", CALLBACK), (turn_slowly, "PATCH", ORIGINAL)],
    ids=["answer", "deferral", "edit"],
)
async def test_a_page_in_place_is_read_once(
    bot: App,
    local: Standin,
    here: Place,
    caplog: pytest.LogCaptureFixture,
    turning: Turning,
    method: str,
    path: str,
    trouble: str,
    stored: bool,
) -> None:
    private = await here.slash("target", member="Spain", private=True)
    before = private.text
    fault = local.faults.add(method, path, **TROUBLES[trouble], stored=stored)
    turned = await turning(here, private)
    await bot.work.idle()
    assert private.text != before
    assert (turned.message, turned.followups, fault.met) == (private.message, [], 1)
    assert losses(caplog) == []


LATE = QuestionError(mark("This cannot be asked today."))


@DONE
@TROUBLE
async def test_an_error_told_late_is_never_read_twice(
    bot: App,
    local: Standin,
    here: Place,
    caplog: pytest.LogCaptureFixture,
    trouble: str,
    stored: bool,
) -> None:
    local.faults.add("POST", FOLLOW_UP, **TROUBLES[trouble], stored=stored)
    with slow_answers() as slow:
        pending = await here.slash("target", member="Spain", wait=False)
        await pending.acknowledged()
        slow.finish(LATE)
        await bot.work.idle()
    reply = await pending.reply()
    privately = ["This cannot be asked today."] if stored else []
    assert shown(reply) == ["This could not be answered. Whoever asked is told why.", *privately]
    assert len(losses(caplog)) == 1


@DONE
@SOME_TROUBLE
@pytest.mark.parametrize(("method", "path"), [("PATCH", ORIGINAL), ("DELETE", ORIGINAL)])
async def test_an_error_told_late_is_read_by_the_asker_alone(
    bot: App,
    local: Standin,
    here: Place,
    caplog: pytest.LogCaptureFixture,
    method: str,
    path: str,
    trouble: str,
    stored: bool,
) -> None:
    local.faults.add(method, path, **TROUBLES[trouble], stored=stored)
    with slow_answers() as slow:
        pending = await here.slash("target", member="Spain", wait=False)
        await pending.acknowledged()
        slow.finish(LATE)
        await bot.work.idle()
    assert shown(await pending.reply()) == ["This cannot be asked today."]
    assert (here.channel.messages, losses(caplog)) == ({}, [])


@pytest.mark.parametrize(
    ("asking", "method", "path"),
    [(ask, "POST", CALLBACK), (ask_slowly, "POST", CALLBACK), (ask_slowly, "PATCH", ORIGINAL)],
    ids=["answer", "deferral", "edit"],
)
async def test_a_limit_is_waited_for(
    local: Standin, here: Place, asking: Asking, method: str, path: str
) -> None:
    began = local.clock.seconds()
    via = {"Via": "1.1 google"}
    local.faults.add(method, path, status=429, body=LIMITED, headers=via)
    reply = await asking(here)
    assert shown(reply) == ANSWER
    assert local.clock.seconds() == began + 0.5


async def test_a_ban_at_the_door_is_in_the_log_and_not_knocked_at_again(
    bot: App, local: Standin, here: Place, caplog: pytest.LogCaptureFixture
) -> None:
    fault = local.faults.add("POST", CALLBACK, status=429, body="error code: 1015", times=100)
    pending = await here.slash("target", member="Spain", wait=False)
    await fault.reached.wait()
    await bot.work.idle()
    local.clock.advance(3)
    assert (await pending.reply()).failed == "The application did not respond"
    (loss,) = losses(caplog)
    assert (fault.met, "429" in loss) == (1, True)


@TROUBLE
async def test_trouble_that_lasts_ends_in_one_line_of_the_log(
    bot: App, local: Standin, here: Place, caplog: pytest.LogCaptureFixture, trouble: str
) -> None:
    fault = local.faults.add("*", "*", **TROUBLES[trouble], times=1000)
    pending = await here.slash("target", member="Spain", wait=False)
    await fault.reached.wait()
    await bot.work.idle()
    local.clock.advance(3)
    assert (await pending.reply()).failed == "The application did not respond"
    assert len(losses(caplog)) == 1
    assert len(callbacks(local)) <= 5
    assert traced(caplog) == []
    local.faults.release()
    assert shown(await ask(here)) == ANSWER


@TROUBLE
async def test_trouble_that_lasts_after_a_deferral_ends_in_one_line_of_the_log(
    bot: App, local: Standin, here: Place, caplog: pytest.LogCaptureFixture, trouble: str
) -> None:
    with slow_answers() as slow:
        pending = await here.slash("target", member="Spain", wait=False)
        await pending.acknowledged()
        fault = local.faults.add("*", "*", **TROUBLES[trouble], times=1000)
        slow.finish()
        await bot.work.idle()
    local.clock.advance(15 * 60)
    assert (await pending.reply()).failed == "The application did not respond"
    assert len(losses(caplog)) == 1
    assert fault.met <= 3 * 5


@pytest.mark.parametrize(
    ("asking", "method", "path"),
    [(ask, "POST", CALLBACK), (ask_slowly, "PATCH", ORIGINAL)],
    ids=["answer", "edit"],
)
async def test_an_answer_of_a_form_that_is_refused_goes_as_plain_text(
    local: Standin,
    here: Place,
    caplog: pytest.LogCaptureFixture,
    asking: Asking,
    method: str,
    path: str,
) -> None:
    refusal = {"message": "Invalid Form Body", "code": 50035}
    local.faults.add(method, path, status=400, body=refusal)
    reply = await asking(here)
    assert reply.content.startswith("Spain: defence spending")
    assert "Discord refuses a form" in caplog.text


async def test_an_answer_taken_already_counts_as_taken(
    bot: App, local: Standin, here: Place, caplog: pytest.LogCaptureFixture
) -> None:
    """Its first 500 got lost with what Discord had stored; the next try is told so."""
    local.faults.add("POST", CALLBACK, status=500, stored=True)
    reply = await ask(here)
    await bot.work.idle()
    assert [each.status for each in callbacks(local)] == [500, 400]
    assert "Discord had the answer already." in caplog.text
    assert len(shown(reply)) == 1


async def test_ten_askers_in_trouble_are_all_answered(local: Standin, here: Place) -> None:
    local.faults.add("POST", CALLBACK, status=502, times=5)
    local.faults.add("POST", CALLBACK, cut=True, times=5)
    replies = await asyncio.gather(*(ask(here) for _ in range(10)))
    assert [shown(each) for each in replies] == [ANSWER] * 10
