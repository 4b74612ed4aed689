"""`article3 sync` shows what it would change, and changes it only where it is asked to."""

from collections import Counter
from copy import deepcopy

import pytest

from bot.slash import COMMANDS
from tests.e2e.elsewhere import Elsewhere, run
from tests.standin import Standin


@pytest.fixture
def environ(there: Elsewhere, database: str) -> dict[str, str]:
    return {**there.environ, "DATABASE_URL": database}


def signs(text: str) -> Counter[str]:
    return Counter(line[0] for line in text.splitlines() if line[:2] in ("+ ", "- ", "~ "))


def puts(home: Standin) -> int:
    return sum(each.method != "GET" for each in home.requests)


def test_a_dry_run_shows_all_as_new_and_writes_nothing(
    there: Elsewhere, environ: dict[str, str]
) -> None:
    ran = run("sync", "--dry-run", **environ)
    assert (ran.code, ran.err, puts(there.home)) == (0, "", 0)
    assert signs(ran.out) == {"+": len(COMMANDS)}


def test_a_dry_run_after_a_sync_shows_nothing(there: Elsewhere, environ: dict[str, str]) -> None:
    assert run("sync", **environ).code == 0
    ran = run("sync", "--dry-run", **environ)
    assert ran.out.startswith("Nothing was written. Discord has the commands of this release")
    assert puts(there.home) == 1


def test_a_dry_run_shows_what_is_new_changed_and_gone(
    there: Elsewhere, environ: dict[str, str]
) -> None:
    async def differ(home: Standin) -> None:
        first, second, *others = home.commands[None]
        changed = {**deepcopy(first), "description": "Something else"}
        gone = {**deepcopy(second), "name": "gone"}
        home.commands[None] = [changed, gone, *others]

    assert run("sync", **environ).code == 0
    there.do(differ)
    ran = run("sync", "--dry-run", **environ)
    assert signs(ran.out) == {"+": 1, "~": 1, "-": 1}
    assert puts(there.home) == 1


def test_a_start_after_a_sync_publishes_nothing(there: Elsewhere, environ: dict[str, str]) -> None:
    async def close(home: Standin) -> None:
        await home.gateway.ready()
        await home.gateway.drop(4004)

    assert run("sync", **environ).code == 0
    closing = there.begin(close)
    run("serve", **environ)
    closing.result()
    assert puts(there.home) == 1
