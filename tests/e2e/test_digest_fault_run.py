"""Processes that are killed at each step, a Discord and a database in trouble: each digest comes
once all the same. `python -m tests.faultrun` does the same with thousands."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.postgres import Server

pytest.importorskip("resource", reason="needs what POSIX systems have")

if TYPE_CHECKING:
    from tests.faultrun.nursery import Nursery


@pytest.fixture(scope="module")
def bots() -> "Iterator[Nursery]":
    from tests.faultrun.nursery import nursery

    with nursery() as found:
        yield found


def run_through(
    engine: str, folder: Path, bots: "Nursery", server: Server | None, count: int
) -> None:
    from tests.faultrun.counting import told
    from tests.faultrun.database import opened
    from tests.faultrun.plan import ENDINGS, make
    from tests.faultrun.run import run

    ending = min(len(ENDINGS), count // 3)
    plan = make(1, engine, count, ending=ending, troubled=count // 4, drops=2, away=2, longest=0.6)
    with opened(engine, folder, server) as database:
        found = asyncio.run(run(plan, database, bots, folder, speed=90, per_second=2, within=60))
    assert found.is_well, told(found) + (folder / "log").read_text("utf-8")[-5000:]
    assert found.ended.total() > ending // 2


def test_each_comes_once_whatever_fails(tmp_path: Path, bots: "Nursery") -> None:
    run_through("sqlite", tmp_path, bots, None, 60)


def test_each_comes_once_whatever_fails_on_a_server(
    tmp_path: Path, bots: "Nursery", postgres: Server
) -> None:
    run_through("postgresql", tmp_path, bots, postgres, 40)
