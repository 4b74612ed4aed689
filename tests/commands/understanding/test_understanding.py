"""Free words become the question that they mean, or none: measured on questions that people ask."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands.desk import Desk
from commands.registry import COMMANDS, answer, meant
from commands.understanding import Unclear, Understood, understand
from commands.understanding.judge import MOST_CHARACTERS
from commands.voice import Voice
from data.errors import QuestionError
from tests.commands.understanding.questions import TODAY, Outcome, questions
from tests.shipped import KNOWN

DESK = Desk.of(KNOWN, Voice.of("en"), TODAY)


@pytest.fixture(scope="module")
def desk() -> Desk:
    return DESK


def share(which: Sequence[str], outcome: Outcome) -> float:
    return which.count(outcome) / len(which)


def test_nine_of_ten_questions_are_understood_and_hardly_any_wrongly(desk: Desk) -> None:
    outcomes = {each.text: each.outcome(desk) for each in questions("open")}
    found = [*outcomes.values()]
    missed = [text for text, outcome in outcomes.items() if outcome != "right"]
    assert share(found, "right") >= 0.9, missed
    assert share(found, "wrong") <= 0.05, missed


def test_rules_hold_for_questions_that_they_were_not_written_for(desk: Desk) -> None:
    """What these questions are is not shown, so that nobody writes rules on them."""
    found: list[Outcome] = [each.outcome(desk) for each in questions("held")]
    assert share(found, "right") >= 0.85
    assert share(found, "wrong") <= 0.05


def test_there_are_a_hundred_and_twenty_questions_in_three_languages_and_more() -> None:
    every = [*questions("open"), *questions("held")]
    assert len(every) >= 120
    assert len({each.language for each in every}) >= 3
    assert {each.command for each in every} >= set(COMMANDS)


# typed | command | what it is told
SAID = [
    ("How far is Italy from 3.5?", "target", {"member": "ITA"}),
    ("when is the next summit", "summit", {}),
    ("did Zelensky attend The Hague", "attendees", {"meeting": "the-hague-2025"}),
    ("who opposes", "stances", {"position": "opposes"}),
    ("der Türkei Ausgaben im Vergleich mit Griechenland", "compare", {"members": "TUR,GRC"}),
    ("Compare Poland and Germany", "compare", {"members": "POL,DEU"}),
    ("Ile Włochy wydają na obronność?", "target", {"member": "ITA"}),
]


@pytest.mark.parametrize(("typed", "command", "told"), SAID)
def test_a_question_is_the_one_that_a_reader_would_take_it_for(
    desk: Desk, typed: str, command: str, told: dict[str, str]
) -> None:
    said = understand(desk, typed)
    assert isinstance(said, Understood)
    given = {name: text for name, text in said.arguments.items() if text}
    assert (said.command, given) == (command, told)


NOTHING_OF_OURS = ["", "?!", "what is the weather", "tell me a joke", "pizza recipe", "1 + 1"]


@pytest.mark.parametrize("typed", NOTHING_OF_OURS)
def test_what_no_command_answers_is_not_guessed(desk: Desk, typed: str) -> None:
    said = understand(desk, typed)
    assert isinstance(said, Unclear)
    assert len(set(map(str, said.nearest))) == 3
    for each in said.nearest:
        assert answer(desk, each.command, each.arguments, each.as_of).lead


def test_a_text_that_is_too_long_is_refused_in_a_sentence(desk: Desk) -> None:
    with pytest.raises(QuestionError, match="at most 4000 characters"):
        understand(desk, "x" * (MOST_CHARACTERS + 1))


WORDS = st.sampled_from([word for each in questions("open") for word in each.text.split()])


@given(st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=30).map(" ".join)))
def test_whatever_is_typed_comes_to_questions_that_can_be_asked(typed: str) -> None:
    said = understand(DESK, typed)
    for each in (said,) if isinstance(said, Understood) else said.nearest:
        for parameter in COMMANDS[each.command].parameters:
            text = each.arguments.get(parameter.name)
            if text:
                assert meant(DESK, parameter.kind, text, _day(each))


def _day(said: Understood) -> date:
    from commands.days import find_day

    return find_day(DESK, said.as_of)
