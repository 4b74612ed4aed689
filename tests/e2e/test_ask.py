"""Questions in free words, in Discord: answered as the command they mean, and never guessed."""

import pytest

from bot.app import App
from tests.e2e.reader import expected
from tests.standin import Place, Standin

NEAREST = 3

# what is typed | the command it is understood as, with what it is told
UNDERSTOOD = [
    ("how far is Italy from 3.5?", "target", {"member": "Italy"}),
    ("when is the next summit", "summit", {}),
    ("did Zelensky attend The Hague", "attendees", {"meeting": "the-hague-2025"}),
    ("who opposes", "stances", {"position": "opposes"}),
    ("Qui s'oppose à l'objectif ?", "stances", {"position": "opposes"}),
    ("Wie weit ist Deutschland vom Ziel entfernt?", "target", {"member": "Germany"}),
    ("¿Cuándo es la próxima cumbre?", "summit", {}),
    ("target Spain commitment:Vilnius", "target", {"member": "Spain", "commitment": "Vilnius"}),
]


@pytest.mark.parametrize(("typed", "command", "told"), UNDERSTOOD)
async def test_the_answer_is_that_of_the_command_which_is_shown(
    bot: App, here: Place, typed: str, command: str, told: dict[str, str]
) -> None:
    reply = await here.slash("ask", question=typed)
    briefing = expected(bot, command, told)
    assert f"## {briefing.title.text}" in reply.text
    assert f"Understood as `/{command}" in reply.text
    assert not reply.ephemeral


@pytest.mark.usefixtures("bot")
async def test_a_day_is_understood_from_the_option_and_from_the_words(here: Place) -> None:
    by_option = await here.slash("ask", question="where does Spain stand", as_of="2025-06-05")
    assert "As known on 5 June 2025" in by_option.text
    assert "`/target member:Spain as_of:2025-06-05`" in by_option.text


@pytest.mark.usefixtures("bot")
async def test_what_is_not_clear_gets_three_questions_to_press_and_nothing_public(
    here: Place,
) -> None:
    reply = await here.slash("ask", question="what about the weather in Madrid tomorrow")
    assert reply.text.startswith("It is not clear which question that is: ask for example")
    assert (reply.ephemeral, len(reply.buttons)) == (True, NEAREST)
    assert here.channel.messages == {}


@pytest.mark.usefixtures("bot")
async def test_each_of_the_three_can_be_pressed_and_is_answered(here: Place) -> None:
    unclear = await here.slash("ask", question="hmm, Portugal?")
    for label in unclear.buttons:
        pressed = await here.click(unclear, label)
        assert pressed.failed is None
        assert "As known on 25 November 2026" in pressed.text
        assert pressed.ephemeral


@pytest.mark.usefixtures("bot")
async def test_buttons_below_an_understood_answer_go_on_from_it(here: Place) -> None:
    reply = await here.slash("ask", question="how far is Italy from 3.5?")
    why = await here.click(reply, "Why?")
    assert "Italy" in why.text


@pytest.mark.usefixtures("bot")
async def test_what_it_would_be_understood_as_is_offered_while_it_is_typed(here: Place) -> None:
    sure = await here.autocomplete("ask", "question", "how far is Italy from 3.5")
    assert sure.names == ["/target member:Italy"]
    assert [each["value"] for each in sure] == ["target Italy"]
    unsure = await here.autocomplete("ask", "question", "hmm")
    assert len(unsure) == NEAREST


@pytest.mark.usefixtures("bot")
async def test_nobody_is_called_and_nothing_typed_is_logged(
    local: Standin, here: Place, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG", "bot")
    typed = "@everyone <@1> zebra ](https://example.org)"
    reply = await here.slash("ask", question=typed)
    assert reply.ephemeral
    assert "zebra" not in caplog.text
    sent = [
        each.body for each in local.requests if each.method == "POST" and "callback" in each.path
    ]
    assert "everyone" not in str(sent)


@pytest.mark.usefixtures("bot")
async def test_a_question_that_is_much_too_long_is_refused_in_a_sentence(here: Place) -> None:
    reply = await here.slash("ask", question="why " * 1200)
    assert "at most" in reply.text
    assert reply.ephemeral
