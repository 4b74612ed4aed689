"""Dumps of PostgreSQL, by its own programs."""

import sys
from pathlib import Path

import pytest
from sqlalchemy import make_url

from data.store import Store, backup, dumps
from data.store.restore import restore
from tests.data.store.test_backup import refusal
from tests.postgres import GUARDED, Server

pytestmark = pytest.mark.own_database


def test_a_password_goes_into_the_environment_alone() -> None:
    url = make_url("postgresql+asyncpg://me:se%40same@db.example:5433/facts?ssl=require")
    environ = dumps.environment(url)
    assert {key: environ[key] for key in environ if key.startswith("PG")} == {
        "PGHOST": "db.example",
        "PGPORT": "5433",
        "PGUSER": "me",
        "PGPASSWORD": "se@same",
        "PGDATABASE": "facts",
        "PGSSLMODE": "require",
        "PGCONNECT_TIMEOUT": "10",
    }


def test_the_folder_of_a_socket_is_a_host() -> None:
    environ = dumps.environment(make_url("postgresql+asyncpg://me@/facts?host=/run/postgresql"))
    assert (environ["PGHOST"], "PGPORT" in environ) == ("/run/postgresql", False)


async def test_a_guarded_database_is_backed_up_and_restored(
    postgres_store: Store, postgres: Server, database: str, tmp_path: Path
) -> None:
    assert await postgres_store.change_counter() == 0
    postgres.psql(f"create role {GUARDED} login superuser password 'se/same'")
    try:
        url = postgres.url(database, user=GUARDED, password="se%2Fsame")
        backup.backup(url, tmp_path / "copy")
        await restore(url, tmp_path / "copy", force=True)
        wrong = postgres.url(database, user=GUARDED, password="open-sesame")
        said = refusal(lambda: backup.backup(wrong, tmp_path / "other"))
        assert "password" in said
        assert "open-sesame" not in said
    finally:
        postgres.psql(f"drop owned by {GUARDED}", f"drop role {GUARDED}", database=database)
    assert (tmp_path / "copy").is_file()
    assert not (tmp_path / "other").exists()


def test_a_program_that_is_missing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(dumps, "_DEBIAN", tmp_path)
    url = "postgresql+asyncpg://me:sesame@nowhere.invalid/facts"
    said = refusal(lambda: backup.backup(url, tmp_path / "copy"))
    assert said.startswith("The program pg_dump of PostgreSQL is not here.")


def test_the_newest_program_is_taken_where_path_has_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for version in ("9.6", "15", "9", "x"):
        program = tmp_path / version / "bin" / "pg_dump"
        program.parent.mkdir(parents=True)
        program.touch()
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(dumps, "_DEBIAN", tmp_path)
    assert dumps.find("pg_dump") == str(tmp_path / "15" / "bin" / "pg_dump")


def test_a_program_that_hangs_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "pg_dump"
    program.write_text(f"#!{sys.executable}\nimport signal\nsignal.pause()\n")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(dumps, "_PATIENCE_S", 0.05)
    url = "postgresql+asyncpg://me:sesame@nowhere.invalid/facts"
    assert "was stopped" in refusal(lambda: backup.backup(url, tmp_path / "copy"))
