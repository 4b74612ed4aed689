"""What runs in a process of its own, to be killed or to meet a full disk, and what begins it."""

import asyncio
import ctypes
import gc
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

import pytest
from sqlalchemy import Connection, Engine, event, inspect, text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.__main__ import main
from data.catalogue import load as loading
from data.catalogue.load import load
from data.catalogue.model import Catalogue
from data.errors import StoreError
from data.facts.records import Presence
from data.store import Store
from data.store.engine import consistent, engine_for, writing
from data.store.restore import restore
from tests.data.store.conftest import NOW, SHARE, SUMMIT, address, catalogue, guest, lean

resource = pytest.importorskip("resource", reason="needs what POSIX systems have")

ROOT = Path(__file__).parents[3]

HELD = catalogue(SUMMIT, guest(Presence.INVITED))
OTHER = guest(Presence.CONFIRMED, name="other")
MORE = catalogue(SUMMIT, guest(Presence.INVITED), guest(Presence.INVITED, name="third"))


# What runs in the processes that are killed. One process imports all there is to import; it is
# copied for each act.

STAGE = "from tests.data.store.acts import serve; serve()"
_LONGEST_ACT_S = 60


def serve() -> None:
    """Runs acts, one after another, until its input ends."""
    gc.disable()  # It would write into what the copies share.
    # Whatever is imported or read for these is there for all acts.
    loading.load = lambda _=None: shipped()
    _answer("sqlite+aiosqlite://")
    engine_for("postgresql+asyncpg://nobody@/nothing")
    while line := sys.stdin.readline():
        act, *given = json.loads(line)
        pid = os.fork()
        if pid == 0:
            _act(act, given)
        _say("ended", os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))


@cache
def whole() -> Catalogue:
    return load()


@cache
def shipped() -> Catalogue:
    return lean(whole())


def _act(act: str, given: list[Any]) -> NoReturn:
    code = 1
    try:
        signal.alarm(_LONGEST_ACT_S)
        _say("done", ACTS[act](*given))
        code = 0
    except BaseException:  # noqa: BLE001 - nothing of it may run on in the copy
        traceback.print_exc()
    finally:
        os._exit(code)


def _say(what: str, value: object) -> None:
    os.write(1, json.dumps([what, value]).encode() + b"\n")


def _stop() -> None:
    """Says that the moment has come, and waits until it may go on or is killed."""
    _say("reached", os.getpid())
    if not os.read(0, 1):
        os._exit(1)  # The tests have ended.


def _stopping(url: str, moment: str) -> AsyncEngine:
    engine = engine_for(url)

    def look(_: object, __: object, statement: str, *___: object) -> None:
        if statement.strip().lower().startswith(moment):
            _stop()

    event.listen(engine.sync_engine, "after_cursor_execute", look)
    if moment == "commit":
        event.listen(engine.sync_engine, "commit", lambda _: _stop())
    return engine


def sync(url: str, moment: str) -> None:
    asyncio.run(Store(_stopping(url, moment).sync_engine).sync(shipped(), now=NOW))


def prepare(url: str, moment: str) -> None:
    asyncio.run(Store(_stopping(url, moment).sync_engine).prepare())


def record(url: str, moment: str) -> None:
    asyncio.run(Store(_stopping(url, moment).sync_engine).record(OTHER, by="ann", at=NOW))


def put_back(url: str, file: str, function: str, calls: int) -> None:
    """Stops in the call of a function of that name, the how manieth is said."""
    left = calls

    def look(frame: Any, what: str, _: object) -> None:
        nonlocal left
        if what == "call" and frame.f_code.co_name == function:
            left -= 1
            if left == 0:
                _stop()

    sys.setprofile(look)
    asyncio.run(restore(url, Path(file), force=True))


def hold(url: str, lock: str) -> None:
    asyncio.run(_holding(url, lock))


async def _holding(url: str, lock: str) -> None:
    """Keeps what a writer keeps, or a lock of its own."""
    engine = engine_for(url)
    async with (engine if lock else writing(engine)).begin() as connection:
        if lock:
            await connection.execute(text(lock))
        _stop()
    await engine.dispose()


def write_together(url: str) -> list[int]:
    """Two processes that each prepare the same new database and load catalogues of their own; how
    each of them ended."""
    pids = [_begin_writing(url) for _ in range(2)]
    return [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in pids]


def _begin_writing(url: str) -> int:
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            signal.alarm(_LONGEST_ACT_S)
            asyncio.run(_write(url))
            code = 0
        except BaseException:  # noqa: BLE001 - as in `_act`
            traceback.print_exc()
        finally:
            os._exit(code)
    return pid


async def _write(url: str) -> None:
    async with Store.open(url) as store:
        await store.prepare()
        for each in range(3):
            await store.sync(catalogue(SUMMIT, shares=[] if each % 2 else [SHARE]), now=NOW)


def keep_writing(url: str, *statements: str) -> None:
    """Runs transactions of these statements, one after another, until it is killed."""
    asyncio.run(_writing_on(url, statements))


async def _writing_on(url: str, statements: tuple[str, ...]) -> NoReturn:
    engine = engine_for(url)
    is_first = True
    while True:
        async with writing(engine).begin() as connection:
            for each in statements:
                await connection.execute(text(each))
        if is_first:
            _say("reached", os.getpid())
        is_first = False


class Act:
    """Something that runs in the other process."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self._pid = 0

    def reach(self) -> None:
        self._pid = self._next("reached")

    def kill(self) -> None:
        os.kill(self._pid, signal.SIGKILL)
        assert self._next("ended") == -signal.SIGKILL

    def go_on(self) -> None:
        self._send("\n")

    def result(self) -> Any:
        done = self._next("done")
        assert self._next("ended") == 0
        return done

    def _send(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line)
        self._process.stdin.flush()

    def _next(self, wanted: str) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        what, value = json.loads(line) if line else ("closed", None)
        assert what == wanted, f"{what} {value} instead of {wanted}"
        return value


class Stage(Act):
    def begin(self, act: Callable[..., object], *given: object) -> Act:
        name = next(each for each, known in ACTS.items() if known is act)
        self._send(json.dumps([name, *given], default=str) + "\n")
        return Act(self._process)

    def kill_at(self, moment: str, act: Callable[..., object], url: str) -> None:
        begun = self.begin(act, url, moment)
        begun.reach()
        begun.kill()

    def run(self, act: Callable[..., object], *given: object) -> Any:
        return self.begin(act, *given).result()


@contextmanager
def stage() -> Iterator[Stage]:
    with subprocess.Popen(
        [sys.executable, "-c", STAGE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
        cwd=ROOT,
    ) as process:
        yield Stage(process)


async def contents(url: str) -> dict[str, list[str]]:
    """Every row of every table there is."""
    engine = engine_for(url)
    try:
        async with consistent(engine).connect() as connection:
            return await connection.run_sync(_contents)
    finally:
        await engine.dispose()


def _contents(connection: Connection) -> dict[str, list[str]]:
    return {
        name: sorted(str(row) for row in connection.execute(text(f"select * from {name}")))
        for name in inspect(connection).get_table_names()
    }


# The disk is full.

FREE_KB = {"file system": (0, 40, 1_024), "limit": (1_024,)}
"""Too little to open the database; to write anything; to write everything."""

_NEW_MOUNTS, _NEW_USERS = 0x00020000, 0x10000000
_PRIVATE_ALL = 1 << 18 | 1 << 14


class Disk:
    """A folder on a small file system of its own, for this process alone. Raises OSError where
    that is not allowed."""

    how = "file system"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        libc = ctypes.CDLL(None, use_errno=True)
        _separate(libc)
        _check(libc.mount(b"none", b"/", None, _PRIVATE_ALL, None))
        _check(libc.mount(b"none", bytes(folder), b"tmpfs", 0, b"size=8m,mode=0777"))

    def fill(self, free_kb: int) -> None:
        found = os.statvfs(self.folder)
        (self.folder / "ballast").write_bytes(
            bytes(found.f_bavail * found.f_bsize - free_kb * 1024)
        )

    def clear(self) -> None:
        (self.folder / "ballast").unlink()


def _separate(libc: Any) -> None:
    """Gives this process mounts of its own, which root may have, and others where they are let."""
    if not sys.platform.startswith("linux"):
        raise OSError("only Linux gives a process mounts of its own")
    user, group = os.geteuid(), os.getegid()
    if libc.unshare(_NEW_MOUNTS) != 0:
        _check(libc.unshare(_NEW_MOUNTS | _NEW_USERS))
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")


def _check(code: int) -> None:
    if code != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


class Limit:
    """A limit on what this process may write into one file, which stands for a full disk."""

    how = "limit"

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self, free_kb: int) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (free_kb * 1024, resource.RLIM_INFINITY))

    def clear(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)


def sync_when_full(how: str, folder: str, database: str) -> object:
    """What is said of a sync at each degree of fullness, and whether all was well around it."""
    try:
        disk = Disk(Path(folder)) if how == Disk.how else Limit(Path(folder))
    except OSError as error:
        return str(error)
    return [asyncio.run(_filled(disk, Path(database), free_kb)) for free_kb in FREE_KB[how]]


async def _filled(disk: Disk | Limit, database: Path, free_kb: int) -> tuple[str, bool, bool]:
    folder = disk.folder / str(free_kb)
    file = Path(shutil.copytree(database.parent, folder)) / database.name
    before = await contents(address(file))
    async with Store.open(address(file)) as store:
        disk.fill(free_kb)
        try:
            # Whole, so that it needs more room than there is.
            said = str(await store.sync(whole(), now=NOW))
        except StoreError as error:
            said = str(error)
        disk.clear()
        is_unchanged = await contents(address(file)) == before
        is_whole = (await store.sync(MORE, now=NOW)).added == 1
    shutil.rmtree(folder)
    return said, is_unchanged, is_whole


# Somebody asks a question.


_CAPABILITIES_VERSION = 0x20080522


def ask(url: str) -> tuple[int, str, str]:
    """The exit code of a question, and what it prints."""
    if os.geteuid() == 0:
        # What is read-only is so for root as well, who could write there otherwise.
        version = (ctypes.c_uint32 * 2)(_CAPABILITIES_VERSION, 0)
        _check(ctypes.CDLL(None, use_errno=True).capset(version, (ctypes.c_uint32 * 6)()))
    return _answer(url)


def ask_at_once(url: str) -> tuple[int, str, str]:
    """Waits for no lock: the five seconds are another test's."""
    event.listen(Engine, "begin", lambda each: each.exec_driver_sql("pragma busy_timeout = 1"))
    return _answer(url)


def ask_when_full(folder: str, database: str) -> object:
    """The same while the disk is full, and once there is room."""
    content = Path(database).read_bytes()
    try:
        disk = Disk(Path(folder))
    except OSError as error:
        return str(error)
    file = disk.folder / "store.db"
    file.write_bytes(content)
    disk.fill(40)
    while_full = _answer(address(file))
    disk.clear()
    return while_full, _answer(address(file))


def _answer(url: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = main(
        ["ask", "target", "Spain"],
        environ={"DATABASE_URL": url},
        clock=lambda: NOW,
        stdin=io.StringIO(),
        stdout=out,
        stderr=err,
    )
    return code, out.getvalue(), err.getvalue()


ACTS: Mapping[str, Callable[..., object]] = {
    each.__name__: each
    for each in (
        *(sync, prepare, record, put_back, hold, write_together, keep_writing),
        *(sync_when_full, ask, ask_at_once, ask_when_full),
    )
}
