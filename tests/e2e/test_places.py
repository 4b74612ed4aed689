"""Wherever somebody can ask, they are answered."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.e2e.reader import MANAGER
from tests.standin import Place, Standin


def in_a_server(local: Standin) -> Place:
    channel = local.add_guild("Desk").add_channel("general")
    return local.add_user("Anna").at(channel, permissions=MANAGER)


def in_a_server_where_the_bot_may_do_nothing(local: Standin) -> Place:
    channel = local.add_guild("Desk", bot_permissions=0).add_channel("general")
    return local.add_user("Anna").at(channel, permissions=MANAGER)


def in_the_bots_private_messages(local: Standin) -> Place:
    return local.add_user("Anna", installed=True).in_dm()


def in_the_bots_private_messages_without_an_install(local: Standin) -> Place:
    return local.add_user("Anna").in_dm()


def in_a_conversation_with_somebody_else(local: Standin) -> Place:
    return local.add_user("Anna", installed=True).in_private(local.add_user("Ben"))


def in_a_server_where_only_the_asker_has_the_bot(local: Standin) -> Place:
    channel = local.add_guild("Elsewhere", installed=False).add_channel("general")
    permissions = (*MANAGER, "use_external_apps")
    return local.add_user("Anna", installed=True).at(channel, permissions=permissions)


PLACES: list[Callable[[Standin], Place]] = [
    in_a_server,
    in_a_server_where_the_bot_may_do_nothing,
    in_the_bots_private_messages,
    in_the_bots_private_messages_without_an_install,
    in_a_conversation_with_somebody_else,
    in_a_server_where_only_the_asker_has_the_bot,
]

# command | options | what the answer says
COMMANDS: list[tuple[str, dict[str, Any], str]] = [
    ("target", {"member": "Spain"}, "Spain: defence spending"),
    ("target", {"member": "Spain", "as_of": "2025-06-05"}, "As known on 5 June 2025"),
    ("summit", {}, "Tirana summit"),
    ("attendees", {"meeting": "The Hague"}, "Attendees: The Hague summit"),
    ("stance", {"member": "Spain"}, "Spain: where it stands"),
    ("history", {"subject": "Spain"}, "Spain: what became known when"),
    ("digest preview", {}, "Digest of 25 November 2026"),
    ("help", {}, "What you can ask"),
    ("about", {}, "Article 3"),
]


@pytest.mark.usefixtures("bot")
async def test_every_command_answers(local: Standin) -> None:
    unanswered: list[str] = []
    for place in PLACES:
        here = place(local)
        for name, options, words in COMMANDS:
            reply = await here.slash(name, **options)
            if words not in reply.text or reply.ephemeral != (name in ("help", "about")):
                unanswered.append(f"/{name} {place.__name__}: {reply}")
    assert unanswered == []


@pytest.mark.usefixtures("bot")
async def test_buttons_suggestions_and_messages_work(local: Standin) -> None:
    for place in PLACES:
        here, name = place(local), place.__name__
        assert (await here.autocomplete("target", "member", "espa")).names == ["Spain"], name
        reply = await here.slash("target", member="Spain")
        for button in ("Why?", "Sources", "History", "Refresh"):
            assert "Spain" in (await here.click(reply, button)).text, name
        message = local.post(here.channel, author=here.user, content="Spain spends 2.00 %")
        explained = await here.apply("Explain figures", message)
        assert "“2.00 %” matches the share reported of Spain" in explained.text, name
        assert explained.ephemeral, name


@pytest.mark.usefixtures("bot")
async def test_where_others_have_not_let_such_apps_in_only_the_asker_sees_the_answer(
    local: Standin,
) -> None:
    channel = local.add_guild("Elsewhere", installed=False).add_channel("general")
    here = local.add_user("Anna", installed=True).at(channel, permissions=MANAGER)
    reply = await here.slash("target", member="Spain")
    assert reply.ephemeral
    assert "How it was worked out" in (await here.click(reply, "Why?")).text
    assert channel.messages == {}
