"""Each question, asked in Discord, is answered as the registry answers it."""

from typing import Any

import pytest

from bot.app import App
from bot.slash.binding import AS_OF, PRIVATE
from commands.registry import COMMANDS
from tests.e2e.reader import MANAGER, SLASH, ask, expected, turn, unsaid
from tests.questions import EXAMPLES
from tests.standin import Place, Standin

ODD = [
    ("target", {"member": "Espagne", "commitment": "Vilnius pledge"}),
    ("stance", {"member": "🇵🇱"}),
    ("history", {"subject": "Iceland"}),
]
QUESTIONS = [*EXAMPLES, *ODD]
DAYS = [None, "The Hague declaration"]


@pytest.fixture
def here(local: Standin) -> Place:
    """Anna in a server that she manages."""
    channel = local.add_guild("Desk").add_channel("general")
    return local.add_user("Anna").at(channel, permissions=MANAGER)


@pytest.mark.parametrize("day", DAYS)
async def test_an_answer_says_all_the_registry_says(bot: App, here: Place, day: str | None) -> None:
    dated = {} if day is None else {"as_of": day}
    for question, options in QUESTIONS:
        reply = await ask(here, question, **options, **dated)
        briefing = expected(bot, question, {**options, **dated})
        assert briefing.title.text in reply.text
        assert unsaid(briefing, await turn(here, reply)) == []


def options_of(definition: dict[str, Any]) -> list[dict[str, Any]]:
    return definition.get("options", [])


def definition(local: Standin, question: str) -> dict[str, Any]:
    """What Discord was told of a question's command; of a subcommand, its part of it."""
    name, *path = SLASH.get(question, question).split()
    found = next(each for each in local.commands[None] if each["name"] == name)
    for word in path:
        found = next(each for each in options_of(found) if each["name"] == word)
    return found


@pytest.mark.usefixtures("bot")
def test_every_question_of_the_registry_can_be_asked_here(local: Standin) -> None:
    offenders: list[str] = []
    for name, command in COMMANDS.items():
        found = definition(local, name)
        expected = [(each.name, each.what, each.required, True) for each in command.parameters]
        expected += [("as_of", AS_OF, False, True), ("private", PRIVATE, False, False)]
        there = [
            (e["name"], e["description"], e.get("required", False), e.get("autocomplete", False))
            for e in options_of(found)
        ]
        if (found["description"], there) != (command.summary, expected):
            offenders.append(f"/{name}: {there}")
    assert offenders == []


@pytest.mark.usefixtures("bot")
async def test_an_answer_is_for_all_to_see_unless_it_was_asked_for_in_private(here: Place) -> None:
    public = await ask(here, "target", member="Spain", private=False)
    private = await ask(here, "target", member="Spain", private=True)
    assert not public.ephemeral
    assert private.ephemeral
    assert private.text == public.text


@pytest.mark.usefixtures("bot")
async def test_one_commitment_alone_is_judged(here: Place) -> None:
    reply = await ask(here, "target", member="Spain", commitment="The Hague", as_of="2026-11-25")
    assert "## Spain: Defence investment commitment of The Hague" in reply.text
    assert "Vilnius" not in "\n".join(await turn(here, reply))


@pytest.mark.usefixtures("bot")
async def test_the_day_asked_about_decides_what_was_agreed(here: Place) -> None:
    before = await ask(here, "target", member="Spain", as_of="5 June 2025")
    after = await ask(here, "target", member="Spain", as_of="The Hague declaration")
    assert "Proposed, not agreed: at least **3.5%**" in before.text
    assert "The Alliance agreed on at least **2%**" in before.text
    assert "The Alliance agreed on at least **3.5%**" in after.text
    assert "-# As known on 25 June 2025" in after.text


@pytest.mark.usefixtures("bot")
async def test_help_names_every_command(local: Standin, here: Place) -> None:
    reply = await here.slash("help")
    typed = {each["name"] for each in local.commands[None]}
    assert {name for name in typed if name not in reply.text} == set()
    assert reply.ephemeral


@pytest.mark.usefixtures("bot")
async def test_about_says_how_new_the_figures_are(here: Place) -> None:
    reply = await here.slash("about")
    assert "NATO's of 10 July 2026" in reply.text
    assert reply.ephemeral
