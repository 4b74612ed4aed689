"""What is typed, in the words of a command or in free words, and the question that it asks."""

import json
from datetime import date

import pytest

from bot.hearing import UnclearError, hear, hear_free
from commands.desk import Desk
from commands.voice import Voice
from data.errors import QuestionError
from tests.bot.conftest import Run
from tests.shipped import KNOWN


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk.of(KNOWN, Voice.of("en"), date(2026, 11, 25))


# typed | as it is typed at the prompt
FREE = [
    ("how far is Italy from 3.5?", "/target Italy"),
    ("ask how far is Italy from 3.5?", "/target Italy"),
    ("when is the next summit", "/summit"),
    ("did Zelensky attend The Hague", "/attendees The Hague summit"),
    ("sources for Poland", "/sources Poland"),
    ("who opposes", "/stances opposes"),
    ("what did Spain say as_of:2025-06-05", "/stance Spain as_of:2025-06-05"),
]


@pytest.mark.parametrize(("typed", "shown"), FREE)
def test_free_words_are_shown_as_the_question_they_ask(desk: Desk, typed: str, shown: str) -> None:
    heard = hear(desk, typed)
    assert heard.typed.in_desk() == shown
    assert heard.answer(desk).understood == heard.understood


COMMANDED = ["target Spain", "/target Spain commitment:Vilnius", "digest", "history The Hague"]


@pytest.mark.parametrize("typed", COMMANDED)
def test_the_words_of_a_command_are_taken_as_they_are(desk: Desk, typed: str) -> None:
    heard = hear(desk, typed)
    assert heard.understood is None
    assert heard.question.in_desk() == f"/{typed.removeprefix('/')}"


# typed | what the sentence says
WRONG = [
    ("targt Spain", "No question called 'targt'. Did you mean target?"),
    ("weather", "No question called 'weather'. There are: target"),
    ("/nothing like this", "No question called 'nothing'."),
    ("target Spian", "No member called 'Spian'. Did you mean Spain?"),
    ("target Spain country:x", "/target has no option 'country'"),
]


@pytest.mark.parametrize(("typed", "told"), WRONG)
def test_a_slip_in_a_command_is_told_as_one(desk: Desk, typed: str, told: str) -> None:
    with pytest.raises(QuestionError) as caught:
        hear(desk, typed).answer(desk)
    assert told in str(caught.value)


def test_what_is_not_clear_names_three_questions_that_can_be_asked(desk: Desk) -> None:
    with pytest.raises(UnclearError) as caught:
        hear(desk, "hmm what about Portugal then")
    assert [each.answer(desk).lead != () for each in caught.value.nearest] == [True] * 3
    assert "/target Portugal" in str(caught.value)


def test_where_no_command_is_expected_one_word_is_a_question_too(desk: Desk) -> None:
    with pytest.raises(UnclearError):
        hear_free(desk, "weather")


def test_a_shell_shows_what_it_understood_and_json_says_so(run: Run) -> None:
    typed = ("ask", "how", "far", "is", "Italy", "from", "3.5?")
    assert run(*typed).out.startswith("Understood as: article3 ask target Italy\n")
    said = json.loads(run(*typed, "--json").out)
    assert said["understood"] == {"command": "target", "arguments": "Italy"}


def test_a_shell_is_told_what_is_near_in_its_own_way_of_typing(run: Run) -> None:
    ran = run("ask", "what", "about", "the", "weather", "--json")
    assert ran.code == 2
    assert "ask for example article3 ask " in ran.err
    values = json.loads(ran.out)["error"]["values"]
    assert sorted(values) == ["first", "second", "third"]
