"""Commands are published where they have changed, and what would change can be seen before."""

import io
from collections.abc import AsyncIterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.call import Call
from bot.definitions import definitions, differences, digest
from bot.discord_api import gateway_of, logged_in
from bot.publishing import SAME, MakeTree, bring, our_tree, publish_if_changed
from bot.refusals import DiscordError
from bot.settings import DISCORD, Settings
from data.store import Store
from tests.bot.conftest import NOW
from tests.bot.portal import APPLICATION, Portal, as_kept, opened, shorter_tree, tree
from tests.standin import Standin
from tests.standin.pointing import pointed


@pytest.fixture
async def portal(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Portal]:
    async with opened(monkeypatch) as portal:
        yield portal


@pytest.fixture
def call(portal: Portal, tmp_path: Path) -> Call:
    return call_with(portal.environ, tmp_path)


def call_with(environ: Mapping[str, str], folder: Path) -> Call:
    return Call(
        settings=Settings.read(environ, data_dir=folder),
        environ={},
        clock=lambda: NOW,
        stdin=io.StringIO(),
        stdout=io.StringIO(),
        stderr=io.StringIO(),
    )


def files_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


def printed(call: Call) -> str:
    assert isinstance(call.stdout, io.StringIO)
    return call.stdout.getvalue()


async def defined(make_tree: MakeTree = tree) -> list[dict[str, Any]]:
    return await definitions(await make_tree(discord.Client(intents=discord.Intents(guilds=True))))


async def start(call: Call, store: Store, make_tree: MakeTree = tree) -> bool:
    async with logged_in(call.settings) as client:
        return await publish_if_changed(await make_tree(client), store, now=NOW)


@pytest.fixture
async def store(call: Call) -> AsyncIterator[Store]:
    async with Store.open(call.settings.database_url) as store:
        await store.prepare()
        yield store


async def test_a_second_start_publishes_nothing(portal: Portal, call: Call, store: Store) -> None:
    assert [await start(call, store), await start(call, store)] == [True, False]
    assert portal.puts == 1


async def test_a_changed_definition_is_published(portal: Portal, call: Call, store: Store) -> None:
    await start(call, store)
    assert await start(call, store, shorter_tree)
    assert [each["name"] for each in portal.commands] == ["target"]


async def test_another_application_has_commands_of_its_own(
    portal: Portal, call: Call, store: Store
) -> None:
    await store.publish(APPLICATION + 1, digest(await defined()), now=NOW)
    assert await start(call, store)
    assert portal.puts == 1


async def test_what_discord_refused_counts_as_not_published(
    portal: Portal, call: Call, store: Store
) -> None:
    path = f"/applications/{APPLICATION}/commands"
    portal.refusals[path] = 400, {"code": 50035, "message": "Invalid Form Body"}
    with pytest.raises(discord.HTTPException):
        await start(call, store)
    assert await store.published(APPLICATION) is None


async def test_a_dry_run_shows_the_difference_and_writes_nothing(
    portal: Portal, call: Call, tmp_path: Path
) -> None:
    portal.commands = [as_kept(each) for each in await defined()]
    portal.commands[0]["description"] = "Something else"
    portal.commands[1]["name"] = "Explain"
    await bring(call, tree, dry_run=True)
    assert printed(call) == (
        "~ /target: description Something else -> Where a member stands\n"
        "- Explain\n"
        "+ Explain figures\n"
        "Nothing was written. With article3 sync, this would happen: 1 new, 1 changed, 1 gone.\n"
    )
    assert portal.puts == 0
    assert files_in(tmp_path) == []


async def test_a_dry_run_says_that_nothing_differs(portal: Portal, call: Call) -> None:
    portal.commands = [as_kept(each) for each in await defined()]
    await bring(call, tree, dry_run=True)
    assert printed(call).startswith("Nothing was written. Discord has the commands")


async def test_a_sync_publishes_and_the_next_start_need_not(call: Call, store: Store) -> None:
    await bring(call, tree, dry_run=False)
    assert printed(call).endswith("Discord has the commands of this release now: 2 of them.\n")
    assert not await start(call, store)


@pytest.mark.parametrize(
    ("path", "status", "body", "said"),
    [
        ("/users/@me", 401, {"message": "401: Unauthorized", "code": 0}, "DISCORD_TOKEN"),
        ("/users/@me", 503, {}, "a failure of its own (503)"),
        (
            f"/applications/{APPLICATION}/commands",
            403,
            {"code": 50001, "message": "Missing Access"},
            "(50001)",
        ),
    ],
)
async def test_a_refusal_is_one_sentence(
    portal: Portal, call: Call, path: str, status: int, body: dict[str, Any], said: str
) -> None:
    portal.refusals[path] = status, body
    with pytest.raises(DiscordError) as caught:
        await bring(call, tree, dry_run=True)
    assert said in str(caught.value)
    assert "sesame" not in str(caught.value)


async def test_the_order_of_the_commands_does_not_matter() -> None:
    async def other_way_round(client: discord.Client) -> Any:
        made = await tree(client)
        first = made.remove_command("target")
        assert first is not None
        made.add_command(first)
        return made

    assert digest(await defined(other_way_round)) == digest(await defined())


async def test_what_discord_adds_by_itself_is_no_difference() -> None:
    ours = await defined()
    assert differences(ours, [as_kept(each) for each in ours]) == []


CHANGES = {
    "required true -> false": lambda option, _: option.pop("required"),
    "autocomplete false -> true": lambda option, _: option.update(autocomplete=True),
    "max_length – -> 5": lambda option, _: option.update(max_length=5),
    "choices – -> Spain = ESP": lambda option, _: option.update(
        choices=[{"name": "Spain", "value": "ESP"}]
    ),
    "options member, as_of -> as_of, member": lambda _, command: command["options"].reverse(),
    "options member, as_of -> member": lambda _, command: command["options"].pop(),
    "default_member_permissions – -> 32": lambda _, command: command.update(
        default_member_permissions=32
    ),
    "contexts [0, 1, 2] -> [0]": lambda _, command: command.update(contexts=[0]),
    'name_localizations – -> {"fr": "cible"}': lambda _, command: command.update(
        name_localizations={"fr": "cible"}
    ),
}


@pytest.mark.parametrize("said", CHANGES)
async def test_each_change_of_a_definition_is_told(said: str) -> None:
    before = await defined()
    after = deepcopy(before)
    CHANGES[said](after[0]["options"][0], after[0])
    (found,) = differences(after, [as_kept(each) for each in before])
    assert (found.sign, found.name) == ("~", "/target")
    assert found.words.removeprefix("member.") == said
    assert digest(after) != digest(before)


@pytest.mark.parametrize(
    ("api", "gateway"),
    [
        (DISCORD, "wss://gateway.discord.gg/"),
        ("http://127.0.0.1:8123/api/v10", "ws://127.0.0.1:8123/"),
        ("https://proxy.example/api/v10", "wss://proxy.example/"),
    ],
)
def test_the_gateway_is_where_the_api_is(api: str, gateway: str) -> None:
    assert gateway_of(api) == gateway


async def test_the_commands_of_this_release_are_taken_and_come_back_as_they_are(
    tmp_path: Path,
) -> None:
    async with Standin.open() as standin:
        with pointed(standin):
            environ = {"DISCORD_TOKEN": standin.token, "DISCORD_API_URL": standin.api}
            call = call_with(environ, tmp_path)
            await bring(call, our_tree, dry_run=False)
            await bring(call, our_tree, dry_run=True)
        assert printed(call).endswith(f"{SAME}\n")
        assert standin.unexpected == []
