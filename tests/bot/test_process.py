"""The program as others start it: in a process of its own, with pipes for its streams."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = (sys.executable, "-m", "bot")
ROOT = Path(__file__).parents[2]


def environ(data_dir: Path, **more: str) -> dict[str, str]:
    own = {"DATABASE_URL": f"sqlite+aiosqlite:///{data_dir / 'article3.db'}"}
    kept = {key: value for key, value in os.environ.items() if key in {"PATH", "HOME"}}
    return {**kept, **own, **more}


def run(*argv: str, env: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*PROGRAM, *argv],
        check=False,
        cwd=ROOT,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )


def test_an_answer_in_a_pipe_is_plain_text_of_80_columns(data_dir: Path) -> None:
    ran = run("ask", "target", "Spain", "--as-of", "2025-06-05", env=environ(data_dir))
    assert (ran.returncode, ran.stderr) == (0, b"")
    text = ran.stdout.decode()
    assert "\x1b" not in text
    assert [line for line in text.splitlines() if len(line) > 80 and "://" not in line] == []


def test_an_answer_survives_an_encoding_that_cannot_say_it(data_dir: Path) -> None:
    env = environ(data_dir, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    ran = run("ask", "target", "Türkiye", env=env)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.isascii()


def test_json_is_utf_8_whatever_the_encoding(data_dir: Path) -> None:
    env = environ(data_dir, PYTHONIOENCODING="latin-1", PYTHONUTF8="0")
    ran = run("ask", "target", "Türkiye", "--json", env=env)
    assert "Türkiye: defence spending" in ran.stdout.decode("utf-8")


def test_a_reader_who_has_seen_enough_is_no_failure(data_dir: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        ran = subprocess.run(
            [*PROGRAM, "ask", "target", "Spain"],
            check=False,
            cwd=ROOT,
            env=environ(data_dir),
            stdin=subprocess.DEVNULL,
            stdout=closed,
            stderr=subprocess.PIPE,
        )
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.parametrize("argv", [["--help"], ["db", "--help"]])
def test_help_needs_no_database(argv: list[str]) -> None:
    code = (
        f"import sys; from bot.__main__ import main; main({argv});"
        "sys.exit(any(each in sys.modules for each in ('sqlalchemy', 'prompt_toolkit', 'rich')))"
    )
    ran = subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT, capture_output=True)
    assert ran.returncode == 0
    assert b"article3 " in ran.stdout


def test_an_answer_is_there_without_what_only_others_need(data_dir: Path) -> None:
    env = environ(data_dir)
    assert run("db", "prepare", env=env).returncode == 0
    code = (
        "import sys; from bot.__main__ import main; main(['ask', 'target', 'Spain']);"
        "sys.exit(' '.join({'alembic', 'asyncpg', 'discord', 'sqlalchemy.orm'} & {*sys.modules}))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], check=False, cwd=ROOT, env=env, capture_output=True
    )
    assert ran.stderr.decode().strip() == ""
    assert ran.stdout.startswith(b"Spain: defence spending")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_answer_that_cannot_be_written_is_a_failure_in_one_line(data_dir: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [*PROGRAM, "ask", "target", "Spain", "--json"],
            check=False,
            cwd=ROOT,
            env=environ(data_dir),
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
        )
    assert ran.returncode == 1
    assert ran.stderr.startswith(b"article3 failed: OSError")
    assert ran.stderr.count(b"\n") == 1
