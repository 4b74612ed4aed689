"""`article3 db` as it is typed."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.database import VERBS
from tests.bot.conftest import Ran, Run, run_in
from tests.bot.test_process import ROOT, environ
from tests.postgres import Server


@pytest.fixture
def own(data_dir: Path, tmp_path: Path) -> Path:
    """A data folder of the test's own, with the catalogue loaded."""
    shutil.copytree(data_dir, tmp_path / "own")
    return tmp_path / "own"


def contents(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.rglob("*")}


def question(ran: Ran) -> bool:
    return (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


def failure(ran: Ran) -> bool:
    return (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)


def test_a_backup_is_restored_into_a_new_place(own: Path, tmp_path: Path) -> None:
    copy, new = tmp_path / "copy", tmp_path / "new"
    made = run_in(own, "db", "backup", str(copy))
    restored = run_in(new, "db", "restore", str(copy))
    assert (made.code, made.err, restored.code, restored.err) == (0, "", 0, "")
    assert "complete, and was checked" in made.out
    assert str(new) in restored.out
    assert run_in(new, "db", "prepare").out.startswith("The database is ready and holds")
    assert new.stat().st_mode & 0o077 == 0


def test_a_backup_writes_over_nothing_unasked(own: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("mine")
    assert failure(run_in(own, "db", "backup", str(tmp_path / "copy")))
    assert (tmp_path / "copy").read_text() == "mine"
    assert run_in(own, "db", "backup", "--force", str(tmp_path / "copy")).code == 0


def test_a_restore_writes_over_nothing_unasked(own: Path, tmp_path: Path) -> None:
    copy = str(tmp_path / "copy")
    assert run_in(own, "db", "backup", copy).code == 0
    before = contents(own)
    refused = run_in(own, "db", "restore", copy)
    assert failure(refused)
    assert "--force" in refused.err
    assert contents(own) == before
    assert run_in(own, "db", "restore", copy, "--force").code == 0


def test_what_is_no_backup_is_told_and_changes_nothing(own: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("no backup")
    before = contents(own)
    assert failure(run_in(own, "db", "restore", str(tmp_path / "copy"), "--force"))
    assert contents(own) == before


def test_a_database_that_is_not_there_has_no_backup(tmp_path: Path) -> None:
    ran = run_in(tmp_path / "new", "db", "backup", str(tmp_path / "copy"))
    assert failure(ran)
    assert "article3 db prepare" in ran.err
    assert not (tmp_path / "copy").exists()


# The limit stands for a full disk.
LIMITED = """
import resource, sys
from bot.__main__ import main
limit = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
sys.exit(main(sys.argv[2:]))
"""


def run_limited(limit: int, *argv: str, env: dict[str, str]) -> Ran:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(limit), *argv],
        check=False,
        cwd=ROOT,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such limits")
def test_a_backup_onto_a_full_disk_is_told_and_leaves_nothing(own: Path, tmp_path: Path) -> None:
    size = (own / "article3.db").stat().st_size
    ran = run_limited(size // 2, "db", "backup", str(tmp_path / "copy"), env=environ(own))
    assert failure(ran)
    assert "could not be copied" in ran.err
    assert [each.name for each in tmp_path.iterdir()] == ["own"]


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such limits")
def test_a_restore_that_fails_half_way_changes_nothing(own: Path, tmp_path: Path) -> None:
    copy = str(tmp_path / "copy")
    assert run_in(own, "db", "backup", copy).code == 0
    before = contents(own)
    # Room for a copy, but not for the same pages in the log.
    size = (own / "article3.db").stat().st_size
    ran = run_limited(size + 4096, "db", "restore", copy, "--force", env=environ(own))
    assert failure(ran)
    assert "could not be copied" in ran.err
    assert contents(own) == before


def test_a_rehearsal_without_a_database_makes_none(tmp_path: Path) -> None:
    ran = run_in(tmp_path / "new", "db", "sync", "--dry-run")
    first, *lines, last = ran.out.splitlines()
    assert (ran.code, ran.err) == (0, "")
    assert first == "The database has no tables yet: everything would be new."
    assert all(line.startswith(("+ ", "  … and ")) for line in lines)
    assert last.startswith("Nothing was written.")
    assert not (tmp_path / "new").exists()


def test_a_rehearsal_shows_everything_where_that_is_asked_for(tmp_path: Path) -> None:
    short, long = (
        run_in(tmp_path / "new", "db", "sync", "--dry-run", *more).out.splitlines()
        for more in ((), ("--all",))
    )
    assert len(long) > 10 * len(short)
    assert set(short) - set(long) == {line for line in short if "--all" in line}


def test_a_rehearsal_of_what_is_up_to_date_says_so_and_changes_nothing(own: Path) -> None:
    before = contents(own)
    ran = run_in(own, "db", "sync", "--dry-run")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "Nothing was written. The database holds this release already.\n"
    assert contents(own) == before


def test_a_sync_says_what_it_changed_once(tmp_path: Path) -> None:
    first, second = (run_in(tmp_path / "new", "db", "sync") for _ in range(2))
    assert "\n+ stance " in first.out
    assert "facts are new" in first.out.splitlines()[-1]
    assert second.out.startswith("The database is ready and holds this release already.")


WRONG = [
    ("backup",),
    ("backup", "a", "b"),
    ("backup", "a", "--overwrite"),
    ("backup", "a", "--force=yes"),
    ("backup", "a", "--force", "--force"),
    ("restore",),
    ("restore", "--force"),
    ("sync", "now"),
    ("sync", "--dry"),
    ("prepare", "--force"),
    ("prepare", "twice"),
]


@pytest.mark.parametrize("argv", WRONG)
def test_words_that_do_not_fit_are_told_in_one_line(run: Run, argv: tuple[str, ...]) -> None:
    ran = run("db", *argv)
    assert question(ran)
    assert f"article3 {VERBS[argv[0]].shape.usage}" in ran.err or "Write it once" in ran.err


def test_a_file_may_be_named_like_an_option(own: Path, tmp_path: Path) -> None:
    ran = run_in(own, "db", "backup", "--", f"{tmp_path}/--force")
    assert ran.code == 0
    assert (tmp_path / "--force").is_file()


@pytest.fixture
def database(postgres: Server) -> Iterator[dict[str, str]]:
    """The environment for an empty database on a server."""
    postgres.psql("create database desk template template1")
    # The server asks this user for no password; it must not be shown all the same.
    yield {"DATABASE_URL": postgres.url("desk", password="sesame")}
    postgres.psql("drop database desk with (force)")


def test_a_database_on_a_server_is_looked_after_alike(
    tmp_path: Path, database: dict[str, str]
) -> None:
    copy = str(tmp_path / "copy")
    typed = [
        (("sync", "--dry-run"), 0),
        (("backup", copy), 1),
        (("prepare",), 0),
        (("sync", "--dry-run"), 0),
        (("backup", copy), 0),
        (("restore", copy), 1),
        (("restore", copy, "--force"), 0),
        (("prepare",), 0),
    ]
    ran = [run_in(tmp_path, "db", *argv, environ=database) for argv, _ in typed]
    assert [each.code for each in ran] == [code for _, code in typed]
    assert "no tables yet" in ran[0].out
    assert ran[3].out.endswith("The database holds this release already.\n")
    assert ran[-1].out.startswith("The database is ready and holds this release already.")
    assert not any("sesame" in each.out + each.err for each in ran)
