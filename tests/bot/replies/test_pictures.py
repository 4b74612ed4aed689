"""Which pages of which answers come with their chart."""

from datetime import date

import pytest

from bot.question import Question
from bot.replies.answers import work_out
from bot.replies.pictures import is_at_once
from commands.desk import Desk
from commands.voice import Voice
from tests.shipped import KNOWN

DESK = Desk.of(KNOWN, Voice.of("en"), date(2026, 11, 26))


@pytest.mark.parametrize(
    ("command", "arguments", "page", "drawn"),
    [
        ("compare", {"members": "Poland, Germany"}, 1, True),
        ("compare", {"members": "Poland, Germany"}, 2, False),
        ("ranking", {}, 1, True),
        ("ranking", {"group": "Baltic"}, 1, True),
        ("path", {"member": "Belgium"}, 1, True),
        ("target", {"member": "Spain"}, 1, False),
        ("target", {"member": "Iceland"}, 1, False),
        ("stances", {}, 1, False),
    ],
)
def test_a_chart_comes_at_once(
    command: str, arguments: dict[str, str], page: int, *, drawn: bool
) -> None:
    answer = work_out(DESK, Question(command, arguments))
    assert is_at_once(answer, answer.question, page) is drawn
