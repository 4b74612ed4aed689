"""Dumps of a PostgreSQL database, through the programs that come with PostgreSQL.

A password goes into the environment of the program alone: anybody can read a command line.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlalchemy import URL

from data.errors import StoreError
from data.messages import mark
from data.store.copies import NOT_OURS, OURS

MAGIC = b"PGDMP"

MISSING = mark(
    "The program {program} of PostgreSQL is not here. Install PostgreSQL's client programs, or put "
    "their folder on PATH."
)
TOO_LONG = mark("{program} was not done after {seconds} seconds, and was stopped.")
REFUSED = mark("{program} refused: {problem}.")
UNSOUND = mark("{file} is damaged ({problem}). Take another copy of it.")

_DEBIAN = Path("/usr/lib/postgresql")
_PATIENCE_S = 3_600
_CONNECT_S = 10
_LOCK_WAIT = "15s"
"""How long to wait for those who are reading or writing."""

_TABLE = re.compile(r"^\d+; \d+ \d+ TABLE \S+ (\S+)", re.MULTILINE)
_COPIED = re.compile(r"^COPY \S*alembic_version .*\n(.*)\n\\\.$", re.MULTILINE)


def dump(url: URL, file: Path) -> None:
    """Writes one state of the database into `file`; nobody waits for it."""
    _run(
        "pg_dump",
        "--format=custom",
        "--no-owner",
        "--no-privileges",
        "--no-password",
        f"--file={file}",
        environ=environment(url),
    )


def examine(file: Path) -> str | None:
    """The revision of a dump that can be read to its end.

    Raises StoreError for what is damaged, and for what is no database of Article 3.
    """
    if not OURS.issubset(_TABLE.findall(_read(file, "--list"))):
        raise StoreError(NOT_OURS.format(file=file))
    _read(file, f"--file={os.devnull}")
    found = _COPIED.search(_read(file, "--data-only", "--table=alembic_version", "--file=-"))
    return found and found[1]


def put(url: URL, file: Path) -> None:
    """Makes the tables what the dump holds, in one transaction. Tables that are not in the dump
    stay, and must not refer to those that are."""
    environ = environment(url)
    options = f"{environ.get('PGOPTIONS', '')} -c lock_timeout={_LOCK_WAIT}".strip()
    _run(
        "pg_restore",
        "--clean",
        "--if-exists",
        "--single-transaction",
        "--exit-on-error",
        "--no-owner",
        "--no-privileges",
        "--no-password",
        f"--dbname={environ.get('PGDATABASE', '')}",
        str(file.absolute()),
        environ={**environ, "PGOPTIONS": options},
    )


def environment(url: URL) -> dict[str, str]:
    """The environment in which PostgreSQL's own programs find the database of an address.

    What the address leaves out comes from outside, as it does for the bot itself.
    """
    host, port = _place(url)
    given = {
        "PGHOST": host,
        "PGPORT": port,
        "PGUSER": url.username or _asked(url.query, "user"),
        "PGPASSWORD": url.password or _asked(url.query, "password"),
        "PGPASSFILE": _asked(url.query, "passfile"),
        "PGDATABASE": url.database or url.username,
        "PGSSLMODE": _asked(url.query, "ssl"),
    }
    fixed = {"PGCONNECT_TIMEOUT": str(_CONNECT_S), "LC_ALL": "C", "LANGUAGE": "en"}
    return {**os.environ, **{key: value for key, value in given.items() if value}, **fixed}


def find(program: str) -> str:
    """The program on PATH; else the newest where Debian keeps them. Raises StoreError."""
    found = shutil.which(program)
    if found is not None:
        return found
    places = sorted(_DEBIAN.glob(f"*/bin/{program}"), key=_version)
    if not places:
        raise StoreError(MISSING.format(program=program))
    return str(places[-1])


def _version(program: Path) -> float:
    name = program.parents[1].name
    return float(name) if re.fullmatch(r"\d+(\.\d+)?", name) else 0.0


def _place(url: URL) -> tuple[str | None, str | None]:
    """The host and the port. A host in the query may be the folder of a Unix socket."""
    host = _asked(url.query, "host") or url.host
    port = _asked(url.query, "port") or (str(url.port) if url.port else None)
    if host is not None and not host.startswith("/") and host.count(":") == 1:
        host, _, port = host.partition(":")
    return host, port


def _asked(query: Mapping[str, Sequence[str] | str], name: str) -> str | None:
    value = query.get(name)
    return value if value is None or isinstance(value, str) else ",".join(value)


def _read(file: Path, *how: str) -> str:
    try:
        return _run("pg_restore", *how, str(file.absolute()), environ={**os.environ, "LC_ALL": "C"})
    except _RefusedError as error:
        raise StoreError(UNSOUND.format(file=file, problem=error.problem)) from error


class _RefusedError(StoreError):
    def __init__(self, program: str, problem: str) -> None:
        super().__init__(REFUSED.format(program=program, problem=problem))
        self.problem = problem


def _run(program: str, *arguments: str, environ: Mapping[str, str]) -> str:
    try:
        done = subprocess.run(
            [find(program), *arguments],
            check=False,
            env=environ,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE_S,
        )
    except subprocess.TimeoutExpired as error:
        raise StoreError(TOO_LONG.format(program=program, seconds=_PATIENCE_S)) from error
    if done.returncode:
        raise _RefusedError(program, _problem(done.stderr.decode(errors="replace")))
    return done.stdout.decode(errors="replace")


def _problem(said: str) -> str:
    """The first complaint, without the name of the program."""
    lines = [line for line in said.splitlines() if line.strip()]
    first = next((line for line in lines if "error:" in line), lines[0] if lines else "")
    return first.partition("error:")[2].strip(" .") or first.strip(" .") or "it gave no reason"
