"""What fails on our side is told to whoever asked, privately, or to the log at least; the next
question is answered as if nothing had been."""

import asyncio
from collections.abc import Awaitable, Callable
from importlib import import_module
from typing import Any

import pytest

from bot.app import App
from bot.replies import failures
from commands.voice import Voice
from data.errors import QuestionError
from data.messages import mark
from tests.e2e.trouble import reference_in, shown, told, traced
from tests.standin import Place, Reply, Standin

pytestmark = pytest.mark.usefixtures("bot")

FAILS = "Something failed on our side."


@pytest.fixture(autouse=True)
def level(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "bot")


def broken(*_: object, **__: object) -> Any:
    raise ZeroDivisionError("no such ratio")


async def ask(here: Place) -> Reply:
    return await here.slash("target", member="France")


async def explain(here: Place) -> Reply:
    message = here.user.home.post(here.channel, author=here.user, content="Spain spends 1.28 %")
    return await here.apply("Explain figures", message)


@pytest.mark.parametrize(
    ("asking", "place"),
    [
        (ask, "bot.replies.answers.answer"),
        (ask, "bot.render.discord.pages.answer"),
        (ask, "bot.replies.messages.buttons"),
        (ask, "bot.replies.delivery.layout"),
        (explain, "commands.explain.brief"),
    ],
)
async def test_a_failure_is_told_with_a_reference_and_the_next_question_is_answered(
    here: Place,
    caplog: pytest.LogCaptureFixture,
    asking: Callable[[Place], Awaitable[Reply]],
    place: str,
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(place, _once(place))
        reply = await asking(here)
    assert shown(reply)[0].startswith(FAILS)
    assert (reply.ephemeral, reply.failed) == (True, None)
    assert len(told(caplog, reference_in(reply.text))) == 1
    assert traced(caplog) == ["ZeroDivisionError"]
    assert shown(await asking(here))[0] != shown(reply)[0]


def _once(place: str) -> Callable[..., Any]:
    """What is there, but its first use fails."""
    module, _, name = place.rpartition(".")
    function = getattr(import_module(module), name)
    calls: list[object] = []

    def first_fails(*args: Any, **kwargs: Any) -> Any:
        calls.append(args)
        return broken() if len(calls) == 1 else function(*args, **kwargs)

    return first_fails


async def test_a_press_that_fails_is_told_privately(
    here: Place, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await here.slash("target", member="Spain")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.render.discord.pages.why", broken)
        reply = await here.click(answer, "Why?")
    assert shown(reply)[0].startswith(FAILS)
    assert reply.ephemeral
    assert len(told(caplog, reference_in(reply.text))) == 1
    assert not shown(await here.click(answer, "Why?"))[0].startswith(FAILS)


async def test_suggestions_that_fail_are_in_the_log(
    local: Standin, here: Place, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(App, "desk", broken)
        typing = here.autocomplete("target", "member", "spa")
        choices = await _late(local, typing)
    assert choices.failed == "Loading options failed"
    assert traced(caplog) == ["ZeroDivisionError"]
    assert (await here.autocomplete("target", "member", "spa")).names[0] == "Spain"


async def _late(local: Standin, typing: Any) -> Any:
    waiting = asyncio.create_task(typing)
    await local.gateway.idle()
    await local.gateway.idle()
    local.clock.advance(3)
    return await waiting


async def test_an_error_whose_translation_is_wrong_is_told_as_a_failure(
    here: Place, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    real = Voice.text
    wrong = mark("Nobody can ask that today.")

    def unanswerable(*_: object) -> None:
        raise QuestionError(wrong)

    def text(voice: Voice, message: str) -> str:
        return "Niemand: {name}" if message == wrong else real(voice, message)

    monkeypatch.setattr("bot.replies.answers.work_out", unanswerable)
    monkeypatch.setattr(Voice, "text", text)
    reply = await ask(here)
    assert shown(reply)[0].startswith(FAILS)
    assert len(told(caplog, reference_in(reply.text))) == 2
    assert traced(caplog) == ["KeyError"]


@pytest.mark.parametrize("place", ["note", "explain", "reference"])
async def test_a_failure_to_tell_of_a_failure_is_in_the_log(
    bot: App, local: Standin, here: Place, caplog: pytest.LogCaptureFixture, place: str
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(failures, place, broken)
        patch.setattr("bot.replies.answers.work_out", broken)
        pending = await here.slash("target", member="France", wait=False)
        await local.gateway.idle()
        await bot.work.idle()
    local.clock.advance(3)
    assert (await pending.reply()).failed == "The application did not respond"
    assert "ZeroDivisionError" in traced(caplog)
    assert shown(await ask(here)) == ["France: defence spending"]


async def test_a_command_that_discord_knows_from_before_is_explained(
    bot: App, here: Place, caplog: pytest.LogCaptureFixture
) -> None:
    bot.tree.remove_command("stance")
    reply = await here.slash("stance", member="Spain")
    assert shown(reply)[0].startswith("This command has changed since Discord showed it to you.")
    assert reply.ephemeral
    assert len(told(caplog, reference_in(reply.text))) == 1


async def test_nothing_people_typed_is_in_the_log(
    here: Place, caplog: pytest.LogCaptureFixture
) -> None:
    await here.slash("target", member="my secret plan")
    assert "could not be answered" in caplog.text
    assert "secret" not in caplog.text
