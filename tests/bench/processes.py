"""Bots in processes of their own, and what the system says they use."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.standin import Standin

OURS, BARE = "ours", "bare"
PATIENCE = 600.0
"""Seconds after which a bot is given up."""


@dataclass(frozen=True, slots=True)
class Memory:
    """In MB. `own`: what no other process shares (USS); `resident`: all of it (RSS)."""

    own: float
    resident: float


class Bot:
    """A bot's process, and when it said what."""

    def __init__(self, words: Sequence[str], environ: Mapping[str, str]) -> None:
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.collecting", *words],
            env={**os.environ, **environ},
            stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._lines: list[tuple[float, str]] = []
        self._heard = threading.Condition()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def said(self, word: str) -> float:
        """When it said a line with this word in it; waits until it does."""

        def found() -> float | None:
            return next((at for at, line in self._lines if word in line), None)

        with self._heard:
            self._heard.wait_for(
                lambda: found() is not None or not self._listener.is_alive(), PATIENCE
            )
            at = found()
        if at is None:
            lines = "\n".join(line for _, line in self._lines)
            raise RuntimeError(f"The bot never said {word!r}, but:\n{lines}")
        return at

    def told(self, number: signal.Signals, word: str) -> str:
        """The line with this word that it says once it gets the signal."""
        with self._heard:
            before = len(self._lines)
            self._process.send_signal(number)

            def found() -> str | None:
                return next((line for _, line in self._lines[before:] if word in line), None)

            self._heard.wait_for(lambda: found() is not None, PATIENCE)
            return found() or ""

    def busy(self) -> float:
        """Seconds of processor time that all its threads had so far."""
        tasks = Path(f"/proc/{self._process.pid}/task").iterdir()
        return sum(int((each / "schedstat").read_text().split()[0]) for each in tasks) / 1e9

    def memory(self) -> Memory:
        """What is left after garbage was collected."""
        self._process.send_signal(signal.SIGUSR1)
        # It collects while it does nothing else, so it is done once it uses no processor.
        before = -1.0
        while (now := self.busy()) - before > 0.001:
            before = now
            time.sleep(1.0)
        text = Path(f"/proc/{self._process.pid}/smaps_rollup").read_text()
        kb = {line.split(":")[0]: int(line.split()[1]) for line in text.splitlines()[1:]}
        own = kb["Private_Clean"] + kb["Private_Dirty"]
        return Memory(own / 1024, kb["Rss"] / 1024)

    def stop(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _listen(self) -> None:
        assert self._process.stderr is not None
        for line in self._process.stderr:
            with self._heard:
                self._lines.append((time.perf_counter(), line.rstrip()))
                self._heard.notify_all()
        with self._heard:
            self._heard.notify_all()


class Bots:
    """Starts both kinds: ours upon a database that holds this release already."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._database = {"DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'article3.db'}"}
        subprocess.run(
            [sys.executable, "-m", "bot", "ask", "target", "Spain"],
            env={**os.environ, **self._database},
            stdout=subprocess.DEVNULL,
            check=True,
        )

    @contextmanager
    def ours(self, home: Standin, *, beside: Sequence[str] = ()) -> Iterator[Bot]:
        """`beside` is a module that runs it, with something of its own."""
        words = [*beside, "bot", "serve"]
        with _running(Bot(words, {**_told(home), **self._database})) as bot:
            yield bot

    @contextmanager
    def bare(self, home: Standin, said: Mapping[str, Any]) -> Iterator[Bot]:
        file = self._folder / "said.json"
        file.write_text(json.dumps(said))
        with _running(Bot(["tests.bench.bare", str(file)], _told(home))) as bot:
            yield bot


@contextmanager
def bots() -> Iterator[Bots]:
    with tempfile.TemporaryDirectory() as folder:
        yield Bots(Path(folder))


@contextmanager
def _running(bot: Bot) -> Iterator[Bot]:
    try:
        yield bot
    finally:
        bot.stop()


def _told(home: Standin) -> dict[str, str]:
    return {"DISCORD_API_URL": home.api, "DISCORD_TOKEN": home.token}
