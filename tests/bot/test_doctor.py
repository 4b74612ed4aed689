"""The doctor says what is set, what is missing and what works, and writes nothing."""

import io
import socket
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.call import Call
from bot.definitions import definitions
from bot.doctor import examine
from bot.doctor_discord import of_discord
from bot.settings import Settings
from data.store import Store
from tests.bot.conftest import NOW
from tests.bot.portal import APPLICATION, TOKEN, Portal, as_kept, opened, tree


@pytest.fixture
async def portal(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Portal]:
    async with opened(monkeypatch) as portal:
        yield portal


def call_with(environ: Mapping[str, str], folder: Path, file: Path | None = None) -> Call:
    return Call(
        settings=Settings.read(environ, env_file=file, data_dir=folder),
        environ=environ,
        clock=lambda: NOW,
        stdin=io.StringIO(),
        stdout=io.StringIO(),
        stderr=io.StringIO(),
    )


async def examined(call: Call) -> tuple[int, list[str]]:
    code = await examine(call, tree)
    assert isinstance(call.stdout, io.StringIO)
    printed = call.stdout.getvalue()
    assert "sesame" not in printed
    return code, printed.splitlines()


def starting(lines: list[str], start: str) -> list[str]:
    return [line for line in lines if line.startswith(start)]


async def test_a_healthy_bot_has_nothing_to_repair(portal: Portal, data_dir: Path) -> None:
    call = call_with(portal.environ, data_dir)
    made = await tree(discord.Client(intents=discord.Intents(guilds=True)))
    ours = await definitions(made)
    portal.commands = [as_kept(each) for each in ours]
    code, lines = await examined(call)
    assert code == 0
    assert starting(lines, "✗") == starting(lines, "!") == []
    assert "✓ DISCORD_TOKEN is set, in the environment." in lines
    assert f"✓ The token is of the application {APPLICATION}." in lines
    assert "✓ It can be installed in servers and by people for their own account." in lines
    assert "✓ Discord has the commands of this release: 2 of them." in lines
    assert starting(lines, "✓ It holds what this release knows: ")
    assert lines[-1] == "article3 serve can serve Discord."


async def test_without_a_token_it_says_where_to_get_one(tmp_path: Path) -> None:
    code, lines = await examined(call_with({}, tmp_path / "new"))
    assert code == 1
    (said,) = starting(lines, "✗")
    assert "DISCORD_TOKEN is not set" in said
    assert "discord.com/developers" in said
    assert "– DATABASE_URL is not set: a file in your data folder." in lines
    assert starting(lines, "– The database has no tables yet")


async def test_nothing_is_made_by_looking(portal: Portal, tmp_path: Path) -> None:
    await examined(call_with(portal.environ, tmp_path / "new"))
    assert not _is_there(tmp_path / "new")
    assert portal.puts == 0


def _is_there(path: Path) -> bool:
    return path.exists()


async def test_it_says_where_a_setting_comes_from(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    _write(file, "ARTICLE3_LOG=debug\nDATABASE_URL=mysql://me:sesame@db/x\n")
    code, lines = await examined(call_with({"NO_COLOR": "1"}, tmp_path, file))
    assert code == 1
    assert "✓ ARTICLE3_LOG is debug, in the file .env." in lines
    assert "✓ NO_COLOR is on, in the environment." in lines
    assert starting(lines, "✗ DATABASE_URL is not an address we can open.")


def _write(file: Path, text: str) -> None:
    file.write_text(text)


FAULTS: dict[str, tuple[dict[str, Any], str]] = {
    "an interactions endpoint": ({"interactions_endpoint_url": "https://x.example"}, "✗"),
    "a code grant": ({"bot_require_code_grant": True}, "!"),
    "It cannot be installed by people": ({"integration_types_config": {"0": {}}}, "!"),
    "It cannot be installed in servers": ({"integration_types_config": {"1": {}}}, "!"),
    "does not say where it can be installed": ({"integration_types_config": {}}, "–"),
    "it is not public": ({"bot_public": False}, "–"),
    "another application": ({"id": "1443100000000000009"}, "!"),
}


@pytest.mark.parametrize("said", FAULTS)
async def test_what_keeps_people_from_the_bot_is_told(
    portal: Portal, tmp_path: Path, said: str
) -> None:
    change, sign = FAULTS[said]
    portal.application.update(change)
    found = await of_discord(Settings.read(portal.environ, data_dir=tmp_path), tree)
    assert [str(each)[0] for each in found if said in each.sentence] == [sign]


async def test_other_commands_at_discord_are_counted(portal: Portal, tmp_path: Path) -> None:
    found = await of_discord(Settings.read(portal.environ, data_dir=tmp_path), tree)
    assert str(found[-1]).startswith("! Discord has other commands than this release: 2 new, 0 ch")


async def test_a_token_that_is_not_accepted_is_told_and_not_shown(
    portal: Portal, tmp_path: Path
) -> None:
    environ = {**portal.environ, "DISCORD_TOKEN": TOKEN + "-sesame"}
    code, lines = await examined(call_with(environ, tmp_path))
    assert code == 1
    assert starting(lines, "✗ Discord does not accept DISCORD_TOKEN.")


async def test_what_is_not_discord_is_told(portal: Portal, tmp_path: Path) -> None:
    portal.refusals["/users/@me"] = 200, {"hello": "there"}
    found = await of_discord(Settings.read(portal.environ, data_dir=tmp_path), tree)
    assert [str(each)[:30] for each in found] == ["✗ What answers at DISCORD_API_"]


async def test_a_discord_that_cannot_be_reached_is_told(portal: Portal, tmp_path: Path) -> None:
    environ = {**portal.environ, "DISCORD_API_URL": f"http://127.0.0.1:{free_port()}/api/v10"}
    (found,) = await of_discord(Settings.read(environ, data_dir=tmp_path), tree)
    assert str(found).startswith("✗ 127.0.0.1:")
    assert "cannot be reached" in found.sentence


def free_port() -> int:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        return unused.getsockname()[1]


async def test_a_discord_that_does_not_answer_is_not_waited_for(
    portal: Portal, tmp_path: Path
) -> None:
    settings = Settings.read(portal.environ, data_dir=tmp_path)
    (found,) = await of_discord(settings, tree, limit_s=0)
    assert str(found).startswith("✗ Discord did not answer in time.")


async def test_a_database_of_another_release_is_told(tmp_path: Path) -> None:
    call = call_with({}, tmp_path)
    async with Store.open(call.settings.database_url) as store:
        await store.prepare()
    for revision, said in (("0001", "! The database is of an earlier"), ("9999", "✗ The database")):
        _set_revision(tmp_path / "article3.db", revision)
        assert starting((await examined(call_with({}, tmp_path)))[1], said)


def _set_revision(file: Path, revision: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("update alembic_version set version_num = ?", [revision])


async def test_a_database_that_lags_behind_is_told(tmp_path: Path) -> None:
    call = call_with({}, tmp_path)
    async with Store.open(call.settings.database_url) as store:
        await store.prepare()
    _, lines = await examined(call)
    assert starting(lines, "! It holds 0 facts from 0 sources, but not all")


async def test_a_damaged_database_is_told(tmp_path: Path) -> None:
    _write(tmp_path / "article3.db", "This is no database. " * 100)
    _, lines = await examined(call_with({}, tmp_path))
    assert starting(lines, "✗ ")[0].count("not a database") == 1
