"""Starts bots again whenever they end, as whoever runs them would.

One process imports all there is to import and is copied for each bot, so that a start takes little.
"""

import gc
import json
import os
import select
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faultrun.worker import DONE, UNREACHABLE, Job, work

ROOT = Path(__file__).parents[2]
_PROGRAM = "from tests.faultrun.nursery import serve; serve()"

KILLED, STOPPED, AWAY, FROZEN, FAILED = "killed", "stopped", "no database", "frozen", "failed"
_LOOK_EVERY = 0.01


class Nursery:
    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    @property
    def has_ended(self) -> bool:
        return self._process.poll() is not None

    def begin(self, job: Job) -> None:
        self._say(json.dumps(job.json()))

    def end(self) -> Counter[str]:
        """Kills all; how often bots had ended before, and how."""
        self._say("end")
        assert self._process.stdout is not None
        return Counter(json.loads(self._process.stdout.readline()))

    def _say(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()


@contextmanager
def nursery() -> Iterator[Nursery]:
    with subprocess.Popen(
        [sys.executable, "-c", _PROGRAM],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        yield Nursery(process)


# The other side


def serve() -> None:
    """Does one job after another until its input ends."""
    _warm_up()
    gc.freeze()  # What is shared with the copies is not written to.
    while line := _line():
        ended = _tend(Job(**json.loads(line)))
        os.write(1, json.dumps(ended).encode() + b"\n")


def _line() -> bytes:
    found = b""
    while not found.endswith(b"\n"):
        if not (part := os.read(0, 1 << 16)):
            return b""
        found += part
    return found


def _warm_up() -> None:
    """What a first digest needs read."""
    from datetime import timedelta

    from bot.digest.content import work_out
    from bot.replies.issues import Issue
    from commands import suggestions, zones
    from commands.desk import Desk
    from commands.voice import Voice
    from data.names.spellings import read_all_languages
    from data.store.engine import plain_engine_for
    from data.subscriptions.model import ALL_PARTS
    from tests.faultrun.clock import START
    from tests.shipped import KNOWN

    day = START.date()
    desk = Desk.of(KNOWN, Voice.of("en"), day)
    since, written = day - timedelta(days=1), (START - timedelta(days=1), START)
    work_out(desk, Issue(mark="", day=day, since=since, written=written, parts=ALL_PARTS), ())
    suggestions.prepare(desk)
    zones.prepare(Voice.of("en").locale)
    read_all_languages()
    for url in ("sqlite+aiosqlite://", "postgresql+asyncpg://nobody@/nothing"):
        plain_engine_for(url)


def _tend(job: Job) -> Counter[str]:
    ended: Counter[str] = Counter()
    running = {_begin(job) for _ in range(job.processes)}
    frozen: dict[int, float] = {}
    try:
        while not select.select([0], [], [], _LOOK_EVERY)[0]:
            for pid in [pid for pid, until in frozen.items() if until <= time.monotonic()]:
                del frozen[pid]
                os.kill(pid, signal.SIGCONT)
            pid, status = os.waitpid(-1, os.WNOHANG | os.WUNTRACED)
            if pid and os.WIFSTOPPED(status):
                frozen[pid] = time.monotonic() + job.frozen / job.speed
                ended[FROZEN] += 1
            elif pid:
                running.remove(pid)
                frozen.pop(pid, None)
                ended[_how(status)] += 1
                running.add(_begin(job))
    finally:
        for pid in running:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
    _line()
    return ended


def _how(status: int) -> str:
    code = os.waitstatus_to_exitcode(status)
    return {-signal.SIGKILL: KILLED, DONE: STOPPED, UNREACHABLE: AWAY}.get(code, FAILED)


def _begin(job: Job) -> int:
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            code = work(job)
        finally:
            os._exit(code)
    return pid
