"""The whole program, in this process: a frozen clock, a database of its own, streams to read."""

import io
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest

from bot.__main__ import main
from commands.briefing import Briefing
from commands.registry import COMMANDS, Command

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


class Terminal(io.StringIO):
    """A stream that takes itself for a terminal."""

    def isatty(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Ran:
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def run_in(data_dir: Path, *argv: str, environ: Mapping[str, str] | None = None) -> Ran:
    out, err = io.StringIO(), io.StringIO()
    code = main(
        argv,
        environ=environ or {},
        clock=lambda: NOW,
        data_dir=data_dir,
        stdin=io.StringIO(),
        stdout=out,
        stderr=err,
    )
    return Ran(code, out.getvalue(), err.getvalue())


@pytest.fixture(scope="session")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the catalogue loaded. Nothing that is asked changes it."""
    folder = tmp_path_factory.mktemp("data")
    assert run_in(folder, "db", "prepare").code == 0
    return folder


@pytest.fixture
def run(data_dir: Path) -> Run:
    def run(*argv: str, environ: Mapping[str, str] | None = None) -> Ran:
        return run_in(data_dir, *argv, environ=environ)

    return run


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Command:
    """A question that cannot be answered, by a fault of ours."""
    return _raising(ZeroDivisionError("a fault of ours"), "broken", monkeypatch)


@pytest.fixture
def interrupted(monkeypatch: pytest.MonkeyPatch) -> Command:
    """A question during which Ctrl-C is pressed."""
    return _raising(KeyboardInterrupt(), "interrupted", monkeypatch)


def _raising(error: BaseException, name: str, monkeypatch: pytest.MonkeyPatch) -> Command:
    def fail(*_: object) -> Briefing:
        raise error

    module = ModuleType(f"tests.bot.{name}")
    module.__dict__["ask"] = fail
    monkeypatch.setitem(sys.modules, module.__name__, module)
    command = replace(COMMANDS["digest"], name=name, module=module.__name__)
    assert isinstance(COMMANDS, dict)
    monkeypatch.setitem(COMMANDS, name, command)
    return command
