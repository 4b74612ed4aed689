"""Which buttons are under an answer, and that none breaks its message."""

from dataclasses import replace
from datetime import date

import pytest

from bot.question import Question
from bot.replies.answers import Answer, work_out
from bot.replies.buttons import Button, buttons
from bot.replies.codes import Settled
from commands.desk import Desk
from commands.voice import Voice
from tests.shipped import KNOWN
from tests.standin.checks.interactive import MOST_CUSTOM_ID

DESK = Desk.of(KNOWN, Voice.of("en"), date(2026, 11, 26))
SPAIN = work_out(DESK, Question("target", {"member": "Spain"}))
LONG = replace(SPAIN.question, arguments={"member": "x" * 80})
ALL = ["Chart", "Why?", "Sources", "History", "Refresh"]


def under(
    answer: Answer,
    question: Settled,
    page: int = 1,
    of: int = 1,
    *,
    drawn: bool = False,
    events: bool = False,
) -> list[str]:
    made = buttons(
        answer, question, "answer", page, of, Voice.of("en").fill, drawn=drawn, events=events
    )
    return labels(made)


def labels(made: tuple[Button, ...]) -> list[str]:
    return [each.item.label or "" for each in made]


@pytest.mark.parametrize(
    ("page", "of", "paging"),
    [
        (1, 1, []),
        (1, 3, ["Next page"]),
        (2, 3, ["Previous page", "Next page"]),
        (3, 3, ["Previous page"]),
    ],
)
def test_pages_come_first_and_then_what_opens_the_answer_up(
    page: int, of: int, paging: list[str]
) -> None:
    assert under(SPAIN, SPAIN.question, page, of) == [*paging, *ALL]


def test_a_chart_that_is_shown_has_no_button() -> None:
    assert under(SPAIN, SPAIN.question, drawn=True) == ALL[1:]


def test_an_answer_of_a_day_that_was_asked_for_is_not_refreshed() -> None:
    assert under(SPAIN, replace(SPAIN.question, floating=False)) == ALL[:-1]


def test_events_are_added_by_who_may_and_only_of_what_is_ahead_today() -> None:
    answer = work_out(DESK, Question("calendar", {}))
    earlier = replace(answer.question, floating=False)
    assert "Add to server events" in under(answer, answer.question, events=True)
    assert "Add to server events" not in under(answer, answer.question, events=False)
    assert "Add to server events" not in under(answer, earlier, events=True)


def test_a_question_that_is_too_long_for_a_button_has_those_that_fit() -> None:
    assert under(SPAIN, LONG, 1, 3) == ["History"]


@pytest.mark.parametrize("length", range(1, 90))
def test_no_button_says_more_than_discord_takes(length: int) -> None:
    question = replace(LONG, arguments={"member": "x" * length})
    made = buttons(SPAIN, question, "answer", 2, 12, Voice.of("en").fill)
    assert all(len(each.item.custom_id or "") <= MOST_CUSTOM_ID for each in made)
    assert "History" in labels(made)
