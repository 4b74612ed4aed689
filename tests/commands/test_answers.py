"""Summits, attendees, stances and the digest, on days that tell them apart."""

import pytest

from commands.briefing import Briefing, Figure
from commands.desk import Desk
from commands.registry import COMMANDS, answer
from data.errors import QuestionError


def said(briefing: Briefing) -> str:
    return "\n".join(sentence.text for sentence in briefing.sentences())


def lead(briefing: Briefing) -> str:
    return " ".join(sentence.text for sentence in briefing.lead)


# as of | what the countdown says
COUNTDOWNS = [
    ("2025-06-05", "is in 19 days (24–25 June 2025)"),
    ("2025-06-23", "is in 1 day"),
    ("2025-06-24", "is on today"),
    ("2025-06-25", "is on today"),
    ("2026-07-06", "is in 1 day (7–8 July 2026)"),
    ("2026-11-25", "is due in 2027; no day is announced"),
]


@pytest.mark.parametrize(("as_of", "words"), COUNTDOWNS)
def test_the_countdown_is_as_precise_as_the_date(desk: Desk, as_of: str, words: str) -> None:
    assert words in lead(answer(desk, "summit", {}, as_of))


def counted(desk: Desk, meeting: str | None, as_of: str) -> Figure:
    """The figure that counts the days to the next summit, or to or from a meeting."""
    briefing = answer(desk, "summit", {"meeting": meeting} if meeting else {}, as_of)
    (figure,) = (part for part in briefing.lead[0].parts if isinstance(part, Figure))
    return figure


def test_a_countdown_is_one_figure_with_the_day_it_runs_to(desk: Desk) -> None:
    figure = counted(desk, None, "2025-06-05")
    assert (figure.text, figure.value, figure.until) == ("in 19 days", 19, "2025-06-24")


def test_days_that_are_over_run_to_nothing(desk: Desk) -> None:
    figure = counted(desk, "Wales", "2018-01-01")
    assert (figure.text, figure.value, figure.until) == ("1,214 days ago", 1214, None)


def test_a_countdown_is_derived_from_its_number_of_days(desk: Desk) -> None:
    briefing = answer(desk, "summit", {}, "2025-06-05")
    (step,) = (
        step for each in briefing.derivations for step in each.steps if step.symbol == "days"
    )
    assert isinstance(step.result, Figure)
    assert (step.result.text, step.result.value, step.result.until) == ("19 days", 19, None)


def test_a_summit_asked_for_by_its_city_is_found(desk: Desk) -> None:
    assert "ended" in lead(answer(desk, "summit", {"meeting": "ankara"}, None))


def test_a_summit_with_a_near_miss_is_offered(desk: Desk) -> None:
    with pytest.raises(QuestionError, match="Did you mean"):
        answer(desk, "summit", {"meeting": "Vilnus sumit"}, None)


def test_ukraine_takes_part_and_zelensky_is_not_confirmed_on_5_june_2025(desk: Desk) -> None:
    briefing = answer(desk, "attendees", {}, "2025-06-05")
    now = [(fact.label, fact.sentence.text) for fact in briefing.sections[0].facts]
    assert "Volodymyr Zelensky (Ukraine): not confirmed." in lead(briefing)
    assert [label for label, text in now if text.startswith("Ukraine: NATO confirmed")] == [
        "Confirmed"
    ]
    assert [label for label, text in now if "Zelensky" in text] == ["Not confirmed"]


def test_zelensky_attended_the_hague_as_known_today(desk: Desk) -> None:
    briefing = answer(desk, "attendees", {"meeting": "The Hague"}, None)
    assert "Volodymyr Zelensky (Ukraine): attended" in lead(briefing)


def test_a_statement_about_a_member_by_somebody_else_is_no_stance_of_it(desk: Desk) -> None:
    briefing = answer(desk, "stance", {"member": "Spain"}, None)
    words = {
        section.title.text: [fact.sentence.text for fact in section.facts]
        for section in briefing.sections
        if section.title is not None
    }
    own = words["In its own words, newest first"]
    others = words["What others say of it, newest first"]
    assert [text for text in own if "Donald Trump" in text] == []
    assert [text for text in others if "Donald Trump" in text] != []


def test_spain_was_reported_to_resist_on_the_day_of_the_seed(desk: Desk) -> None:
    text = lead(answer(desk, "stance", {"member": "Spain"}, "2025-06-05"))
    assert "5 June 2025" in text
    assert "opposes the target" in text


@pytest.mark.parametrize("name", list(COMMANDS))
def test_an_answer_survives_a_round_trip_through_json(desk: Desk, name: str) -> None:
    about = {"member": "Spain", "subject": "Spain", "members": "Spain, Italy"}
    briefing = answer(desk, name, about, None)
    assert Briefing.model_validate_json(briefing.model_dump_json(exclude_computed_fields=True)) == (
        briefing
    )


# what was typed | what the sentence must hold
WRONG = [
    ("targt", {"member": "Spain"}, "Did you mean target?"),
    ("weather", {}, "There are: target, summit"),
    ("target", {}, "Which member?"),
    ("history", {}, "Which member or meeting? Write for example: history Spain."),
    ("target", {"member": "Austria"}, "Austria is not a member of NATO."),
    ("target", {"member": "Spian"}, "No member called 'Spian'. Did you mean Spain?"),
    ("summit", {"meeting": "qqqq"}, "Write its city, such as"),
]


@pytest.mark.parametrize(("name", "arguments", "words"), WRONG)
def test_a_wrong_question_gets_one_clear_sentence(
    desk: Desk, name: str, arguments: dict[str, str], words: str
) -> None:
    with pytest.raises(QuestionError) as caught:
        answer(desk, name, arguments, None)
    assert words in str(caught.value)
