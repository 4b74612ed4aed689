"""The process that draws, as the one that asks sees it."""

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from pathlib import Path

from bot.charts import drawing
from bot.charts.drawing import ANSWER, DRAWN, LENGTH, REFUSED, Format
from bot.charts.errors import ChartError
from bot.charts.frame import JSON
from data.messages import mark

# By its path and without the folder of its own on the path: nothing of the project is imported.
COMMAND = (sys.executable, "-P", str(Path(drawing.__file__)))
_MOST = 32 * 1024 * 1024
"""Bytes of one picture."""
_HANDED_DOWN = ("PATH", "HOME", "LANG", "TMPDIR", "SYSTEMROOT", "LD_LIBRARY_PATH")

REFUSED_IT = mark("The chart cannot be drawn: {problem}.")
TOO_SLOW = mark("The chart was not drawn within {seconds} seconds.")
GARBAGE = mark("What draws charts gave an answer that makes no sense.")
NO_CHILD = mark("What draws charts cannot be started: {problem}.")


class EndedError(ChartError):
    """The process ended before its answer was there."""


class Child:
    """One process, started with the first picture. It draws one picture at a time: whoever asks
    waits for the answer before asking again."""

    def __init__(self, command: Sequence[str] = COMMAND) -> None:
        self._command = tuple(command)
        self._process: Process | None = None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process is not None else None

    async def draw(self, spec: JSON, form: Format, scale: float, *, seconds: float) -> bytes:
        """Raises EndedError where the process ended, and ChartError for all else. Unless the
        picture was merely refused, the process is over then, and the next one has a new one."""
        body = json.dumps({"format": form, "scale": scale, "spec": spec}).encode()
        process = await self._running()
        whole = False
        try:
            async with asyncio.timeout(seconds):
                status, answer = await _ask(process, body)
            whole = True
        except TimeoutError as error:
            raise ChartError(TOO_SLOW.format(seconds=seconds)) from error
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise EndedError(mark("What draws charts ended before the chart was there.")) from error
        finally:
            # The rest of an answer must not be taken for the next one.
            if not whole:
                await self.close()
        if status == REFUSED:
            problem = answer.decode(errors="replace").partition("\n")[0].rstrip(".: ")
            raise ChartError(REFUSED_IT.format(problem=problem))
        return answer

    async def close(self) -> None:
        """Ends the process, if there is one, and sees it gone."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.returncode is None:
            process.kill()
        if process.stdin is not None:
            process.stdin.close()
        await asyncio.shield(asyncio.ensure_future(_seen_off(process)))

    async def _running(self) -> Process:
        if self._process is not None and self._process.returncode is None:
            return self._process
        await self.close()
        try:
            self._process = await asyncio.create_subprocess_exec(
                *self._command, stdin=PIPE, stdout=PIPE, env=_environ()
            )
        except OSError as error:
            raise ChartError(NO_CHILD.format(problem=error.strerror or error)) from error
        return self._process


async def _ask(process: Process, body: bytes) -> tuple[int, bytes]:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(LENGTH.pack(len(body)) + body)
    await process.stdin.drain()
    status, length = ANSWER.unpack(await process.stdout.readexactly(ANSWER.size))
    if status not in (DRAWN, REFUSED) or length > _MOST:
        raise ChartError(GARBAGE)
    return status, await process.stdout.readexactly(length)


async def _seen_off(process: Process) -> None:
    """What it still wrote is thrown away: only then are its pipes closed."""
    assert process.stdout is not None
    while await process.stdout.read(65536):
        pass
    await process.wait()


def _environ() -> dict[str, str]:
    """No secret of ours is handed down."""
    return {name: os.environ[name] for name in _HANDED_DOWN if name in os.environ}
