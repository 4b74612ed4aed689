import subprocess
import sys
from urllib.parse import parse_qs, urlsplit

import discord
import pytest

from bot.permissions import OPTIONAL, PERMISSIONS, Permission, integer, missing
from tests.bot.conftest import Ran, Run
from tests.bot.portal import APPLICATION, TOKEN


def links(ran: Ran) -> list[dict[str, list[str]]]:
    assert (ran.code, ran.err) == (0, "")
    found = [line.strip() for line in ran.out.splitlines() if "https://" in line]
    assert all(each.startswith("https://discord.com/oauth2/authorize?") for each in found)
    return [parse_qs(urlsplit(each).query) for each in found]


def test_the_links_ask_for_what_is_needed_and_no_more(run: Run) -> None:
    assert links(run("invite", "--application", str(APPLICATION))) == [
        {
            "client_id": [str(APPLICATION)],
            "scope": ["bot applications.commands"],
            "permissions": ["68608"],
            "integration_type": ["0"],
        },
        {
            "client_id": [str(APPLICATION)],
            "scope": ["applications.commands"],
            "integration_type": ["1"],
        },
    ]


def test_the_token_tells_whose_bot_it_is_and_is_not_shown(run: Run) -> None:
    ran = run("invite", environ={"DISCORD_TOKEN": TOKEN})
    assert {each["client_id"][0] for each in links(ran)} == {str(APPLICATION)}
    assert "sesame" not in ran.out


def test_an_application_that_is_given_wins_over_the_token(run: Run) -> None:
    other = str(APPLICATION + 1)
    ran = run("invite", "--application", other, environ={"DISCORD_TOKEN": TOKEN})
    assert {each["client_id"][0] for each in links(ran)} == {other}


@pytest.mark.parametrize(
    ("argv", "token", "code", "said"),
    [
        (("invite",), "", 2, "Whose bot is it?"),
        (("invite",), "sesame", 1, "DISCORD_TOKEN is no bot's token"),
        (("invite",), "sesame.sesame.sesame", 2, "DISCORD_TOKEN is no bot's token"),
        (("invite", "--application", "12"), "", 2, "'12' is no application ID"),
        (("invite", "--application", "٣" * 18), "", 2, "'٣٣٣"),
        (("invite", "me"), "", 2, "'me' is too much here."),
    ],
)
def test_what_is_no_application_is_told_in_one_line(
    run: Run, argv: tuple[str, ...], token: str, code: int, said: str
) -> None:
    ran = run(*argv, environ={"DISCORD_TOKEN": token})
    assert (ran.code, ran.out, ran.err.count("\n")) == (code, "", 1)
    assert ran.err.startswith(said)
    assert "sesame" not in ran.err


def test_every_permission_is_one_of_discord_s() -> None:
    flags = discord.Permissions.VALID_FLAGS
    every = (*PERMISSIONS, *OPTIONAL)
    assert [each for each in every if flags.get(each.name) != 1 << each.bit] == []


def test_the_links_say_what_each_permission_is_for(run: Run) -> None:
    said = run("invite", "--application", str(APPLICATION)).out
    every = (*PERMISSIONS, *OPTIONAL)
    assert [each for each in every if f"{each.title}: {each.why}" not in said] == []


def test_what_is_missing_is_told_from_the_number_granted() -> None:
    view, send, read = PERMISSIONS
    assert missing(0) == PERMISSIONS
    assert missing(integer()) == ()
    assert missing(integer([view]), [view, send]) == (send,)
    assert missing(integer([view, send])) == (read,)


def test_permissions_are_one_number() -> None:
    view = Permission(name="view_channel", bit=10, title="…", why="…")
    send = Permission(name="send_messages", bit=11, title="…", why="…")
    assert integer((view, send, view)) == 0b1100_0000_0000


def test_the_links_need_no_discord_py() -> None:
    code = (
        f"import sys; from bot.__main__ import main; main(['invite', '--application',"
        f" '{APPLICATION}'], environ={{}}); sys.exit('discord' in sys.modules)"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode
        == 0
    )
