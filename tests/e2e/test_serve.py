"""`article3 serve`, from its settings to its exit code: one sentence where it cannot go on, and the
token nowhere."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import pytest

from tests.bot.conftest import Ran
from tests.e2e.elsewhere import SAFETY_SECONDS, Elsewhere, run
from tests.e2e.trouble import CALLBACK, shown
from tests.standin import Fault, Pending, Standin

ROOT = Path(__file__).parents[2]
Trouble = Callable[[Standin], Coroutine[Any, Any, None]]
ANSWER = ["Spain: defence spending"]


def sentence(ran: Ran) -> str:
    """What is said last, where nothing is a traceback."""
    assert (ran.code, ran.out) == (1, "")
    assert "Traceback" not in ran.err
    return ran.err.splitlines()[-1]


async def never_known(home: Standin) -> None:
    home.token = "another"


async def no_intents(home: Standin) -> None:
    home.gateway.allowed_intents = 0


async def no_commands(home: Standin) -> None:
    body = {"message": "Missing Access", "code": 50001}
    home.faults.add("PUT", "/applications/*/commands", status=403, body=body)


async def no_discord(home: Standin) -> None:
    home.faults.add("GET", "/users/@me", status=200, body={"hello": "world"})


@pytest.mark.parametrize(
    ("trouble", "says"),
    [
        (never_known, "Discord does not accept DISCORD_TOKEN."),
        (no_intents, "Discord refuses to tell the bot what it asks for (4014)."),
        (no_commands, "Discord lets the bot see nothing there (50001)."),
        (no_discord, "What answers at DISCORD_API_URL is not Discord's API."),
    ],
)
def test_a_start_that_is_refused_ends_in_a_sentence(
    there: Elsewhere, database: str, trouble: Trouble, says: str
) -> None:
    environ = there.environ
    there.do(trouble)
    ran = run("serve", DATABASE_URL=database, **environ)
    assert sentence(ran).startswith(says)
    assert environ["DISCORD_TOKEN"].rpartition(".")[2] not in ran.err


def test_a_token_that_is_reset_while_serving_ends_in_a_sentence(
    there: Elsewhere, database: str
) -> None:
    async def reset(home: Standin) -> None:
        await home.gateway.ready()
        await home.gateway.drop(4004)

    resetting = there.begin(reset)
    ran = run("serve", DATABASE_URL=database, **there.environ)
    resetting.result()
    assert sentence(ran).startswith("Discord does not accept DISCORD_TOKEN.")


def test_no_network_ends_in_a_sentence(there: Elsewhere, database: str) -> None:
    environ = {**there.environ, "DISCORD_API_URL": "http://127.0.0.1:1/api/v10"}
    ran = run("serve", DATABASE_URL=database, **environ)
    assert sentence(ran).startswith("127.0.0.1:1 cannot be reached (Connection refused).")


@pytest.mark.parametrize("debug", [{}, {"ARTICLE3_LOG": "debug", "ARTICLE3_DEBUG": "1"}])
def test_a_process_finishes_its_answers_when_it_is_told_to_stop(
    there: Elsewhere, database: str, debug: dict[str, str]
) -> None:
    environ = {**there.environ, "DATABASE_URL": database, **debug}
    with serving(environ) as (process, said):
        pending = there.do(under_way)
        process.send_signal(signal.SIGTERM)
        until(said, "Stopping. Answers under way: 1.")
        there.do(release)
        assert shown(there.do(lambda _: pending.reply())) == ANSWER
        assert process.wait(SAFETY_SECONDS) == 0
    assert "Closed." in said[-1]
    assert [line for line in said if "Traceback" in line or "ERROR" in line] == []
    assert environ["DISCORD_TOKEN"].rpartition(".")[2] not in "".join(said)


def test_a_process_that_is_told_to_stop_before_it_is_ready_stops(
    there: Elsewhere, database: str
) -> None:
    async def hanging(home: Standin) -> Fault:
        return home.faults.add("GET", "/users/@me", hang=True)

    fault = there.do(hanging)
    with serving({**there.environ, "DATABASE_URL": database}) as (process, said):
        there.do(lambda _: fault.reached.wait())
        process.send_signal(signal.SIGTERM)
        assert process.wait(SAFETY_SECONDS) == 0
    assert "Closed." in said[-1]
    assert [line for line in said if "Traceback" in line or "ERROR" in line] == []


async def under_way(home: Standin) -> Pending:
    """An answer that Discord does not take yet, after one that it took."""
    await home.gateway.ready()
    here = home.add_user("Anna").at(home.add_guild("Desk").add_channel("general"))
    assert shown(await here.slash("target", member="Spain")) == ANSWER
    fault = home.faults.add("POST", CALLBACK, hang=True)
    pending = await here.slash("target", member="Spain", wait=False)
    await fault.reached.wait()
    return pending


async def release(home: Standin) -> None:
    home.faults.release()


class Lines(list[str]):
    """What a process writes, kept as it is read."""

    def __init__(self, stream: IO[str]) -> None:
        super().__init__()
        self._stream = stream

    def read_on(self) -> Iterator[str]:
        for line in self._stream:
            self.append(line)
            yield line


def until(said: Lines, part: str) -> None:
    assert any(part in line for line in said.read_on()), "".join(said)


@contextmanager
def serving(environ: dict[str, str]) -> Iterator[tuple["subprocess.Popen[str]", Lines]]:
    kept = {key: value for key, value in os.environ.items() if key in {"PATH", "HOME"}}
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "serve"],
        cwd=ROOT,
        env={**kept, **environ},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        said = Lines(process.stderr)
        try:
            yield process, said
            list(said.read_on())
        finally:
            process.kill()
