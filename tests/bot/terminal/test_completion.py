from datetime import date

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from bot.terminal.completion import QuestionCompleter
from bot.terminal.lines import OWN_WORDS
from commands.desk import Desk
from commands.registry import COMMANDS
from commands.voice import Voice
from tests.shipped import KNOWN

TODAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def completer() -> QuestionCompleter:
    at = Desk.of(KNOWN, Voice.of("en"), TODAY)
    return QuestionCompleter(lambda: at)


def lines(completer: QuestionCompleter, typed: str) -> list[str]:
    """What the line would be with each of the completions."""
    document = Document(typed)
    return [
        typed[: len(typed) + each.start_position] + each.text
        for each in completer.get_completions(document, CompleteEvent())
    ]


def test_an_empty_line_is_offered_everything(completer: QuestionCompleter) -> None:
    assert lines(completer, "") == [f"/{name}" for name in dict.fromkeys((*COMMANDS, *OWN_WORDS))]


CASES = [
    ("/ta", ["/target"]),
    ("TA", ["/target"]),
    ("/target spa", ["/target Spain"]),
    ("/target Espa", ["/target Spain"]),
    ("/target United K", ["/target United Kingdom"]),
    ("/target member:spa", ["/target member:Spain"]),
    ("/target member: spa", ["/target member: Spain"]),
    ("/target Spain ", ["/target Spain commitment:", "/target Spain as_of:"]),
    ("/target Spain com", ["/target Spain commitment:"]),
    (
        "/target Spain commitment:viln",
        ["/target Spain commitment:Defence Investment Pledge of Vilnius"],
    ),
    (
        "/history The Hag",
        [
            "/history The Hague summit",
            "/history Defence investment commitment of The Hague",
            "/history Draft declaration for The Hague",
        ],
    ),
    ("/stance Spain ", ["/stance Spain as_of:"]),
    (
        "/target Spain as_of:rutte pro",
        ["/target Spain as_of:2025-06-19", "/target Spain as_of:2025-05-09"],
    ),
    ("/digest ", ["/digest as_of:"]),
    ("/digest a", ["/digest as_of:"]),
    ("/nothing a", []),
    ("/target " + "x" * 200, []),
    ("/target \x1b[2J", []),
]


@pytest.mark.parametrize(("typed", "offered"), CASES)
def test_what_can_follow_is_offered(
    completer: QuestionCompleter, typed: str, offered: list[str]
) -> None:
    assert lines(completer, typed) == offered


def test_an_option_begun_is_offered_before_a_member_spelt_like_it(
    completer: QuestionCompleter,
) -> None:
    assert lines(completer, "/target Spain as")[0] == "/target Spain as_of:"


def test_meetings_are_offered_by_any_part_of_their_names(completer: QuestionCompleter) -> None:
    offered = lines(completer, "/attendees hague")
    assert offered
    assert [line for line in offered if "Hague" not in line] == []


def test_the_days_of_meetings_held_are_offered_to_look_back_to(
    completer: QuestionCompleter,
) -> None:
    offered = lines(completer, "/target Spain as_of:")
    assert "/target Spain as_of:2025-06-24" in offered
    assert offered == sorted(offered, reverse=True)
    assert lines(completer, "/target Spain as_of:2027") == []
