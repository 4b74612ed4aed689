"""A PostgreSQL server of the tests' own, from the programs that this machine has.

It listens on a Unix socket in a folder of its own and nowhere else. A shell at its side waits for
the tests to end, in whatever way they do; then it stops the server and removes the folder.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.memory import place_for_files

ADMIN = "article3"
"""The role the tests connect as; it may do everything and needs no password."""

GUARDED = "guarded"
"""Whoever connects as this role needs its password, where a test has made it."""

_ENTRIES = f"local all {GUARDED} scram-sha-256\nlocal all all trust\n"

_SETTINGS = """
listen_addresses = ''
unix_socket_permissions = 0777
fsync = off
full_page_writes = off
synchronous_commit = off
shared_buffers = 32MB
max_connections = 40
min_wal_size = 32MB
max_wal_size = 64MB
max_wal_senders = 0
wal_level = minimal
autovacuum = off
"""

_LOCALES = (("--locale-provider=icu", "--icu-locale=en", "--locale=C"), ("--locale=C",))
"""The first sorts as people do, unlike SQLite: what depends on the order of text shows. Not every
server is built with it."""

_WATCH = 'cat; "$0" stop -s -m immediate -D "$1/data"; rm -rf "$1"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Whatever one of its programs refuses is a RuntimeError in the program's words."""

    bindir: Path
    folder: Path
    user: int | None
    group: int | None
    """Whom its programs run as, where that is not who runs the tests."""

    def url(self, database: str, *, user: str = ADMIN, password: str = "") -> str:
        secret = f":{password}" if password else ""
        return f"postgresql+asyncpg://{user}{secret}@/{database}?host={self.folder}&port=5432"

    def start(self) -> None:
        log, options = self.folder / "log", f"-k {self.folder} -p 5432"
        self._run("pg_ctl", "start", "-s", "-w", "-D", self._data, "-l", log, "-o", options)

    def stop(self) -> None:
        self._run("pg_ctl", "stop", "-s", "-m", "fast", "-D", self._data)

    def psql(self, *statements: str, database: str = "postgres") -> str:
        """Runs each statement in a transaction of its own, and returns what they print."""
        given = [part for each in statements for part in ("-c", each)]
        place = ("-h", self.folder, "-p", "5432", "-U", ADMIN, "-d", database)
        return self._run("psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", *place, *given)

    def terminate(self, database: str) -> None:
        """Ends every connection to a database, and returns when they have ended."""
        self.psql(
            "select pg_terminate_backend(pid, 10000) from pg_stat_activity"
            f" where datname = '{database}'"
        )

    def create(self) -> None:
        """Makes the files of the server."""
        sorting, plain = _LOCALES
        try:
            self._initdb(*sorting)
        except RuntimeError:
            self._initdb(*plain)
        (self._data / "pg_hba.conf").write_text(_ENTRIES, "utf-8")
        with (self._data / "postgresql.conf").open("a", encoding="utf-8") as settings:
            settings.write(_SETTINGS)

    def watch(self) -> "subprocess.Popen[bytes]":
        """Something that stops the server and removes its folder when the pipe to it is closed."""
        return subprocess.Popen(
            ["/bin/sh", "-c", _WATCH, self.bindir / "pg_ctl", self.folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            # Ctrl-C goes to the tests alone.
            start_new_session=True,
            cwd="/",
            user=self.user,
            group=self.group,
            extra_groups=self._groups,
        )

    @property
    def _groups(self) -> list[str | int] | None:
        return None if self.user is None else []

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def _initdb(self, *locale: str) -> None:
        owner = ("-U", ADMIN, "--auth=trust")
        self._run("initdb", "-D", self._data, *owner, "--no-sync", "--encoding=UTF8", *locale)

    def _run(self, program: str, *arguments: str | Path) -> str:
        done = subprocess.run(
            [self.bindir / program, *arguments],
            check=False,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            # Nothing that somebody has set for their own server.
            env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C"},
            cwd=self.folder,
            user=self.user,
            group=self.group,
            extra_groups=self._groups,
        )
        if done.returncode:
            raise RuntimeError(f"{program} failed: {done.stderr or done.stdout}".strip())
        return done.stdout


def find_bindir() -> Path | None:
    """Where the programs of the server are; None where there are none that could be run."""
    if not hasattr(os, "geteuid"):
        # It could not listen on a Unix socket there.
        return None
    wanted = ("initdb", "pg_ctl", "postgres", "psql")
    found = (each for each in _places() if all((each / name).is_file() for name in wanted))
    return next(found, None)


@contextmanager
def running(bindir: Path) -> Iterator[Server]:
    """A new server, with no database but its own."""
    # The name of a socket must be short, and pytest's folders are open to their owner alone.
    folder = Path(tempfile.mkdtemp(prefix="article3-", dir=place_for_files() or "/tmp"))
    user, group = _account()
    server = Server(bindir=bindir, folder=folder, user=user, group=group)
    if user is not None and group is not None:
        os.chown(folder, user, group)
    watcher = server.watch()
    try:
        server.create()
        server.start()
        yield server
    finally:
        watcher.communicate()


def _places() -> Iterator[Path]:
    if config := shutil.which("pg_config"):
        found = subprocess.run([config, "--bindir"], check=False, capture_output=True, text=True)
        yield Path(found.stdout.strip())
    if initdb := shutil.which("initdb"):
        yield Path(initdb).resolve().parent
    debian = Path("/usr/lib/postgresql").glob("*/bin")
    yield from sorted(debian, key=lambda each: each.parent.name, reverse=True)


def _account() -> tuple[int, int] | tuple[None, None]:
    """The server does not let root start it."""
    if os.geteuid() != 0:
        return None, None
    import pwd

    known = {each.pw_name: each for each in pwd.getpwall()}
    owner = known.get("postgres") or known["nobody"]
    return owner.pw_uid, owner.pw_gid
