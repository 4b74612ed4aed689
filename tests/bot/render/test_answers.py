"""Every question as a reader of the terminal and a program get it, on two days."""

import io
import json
from datetime import date
from typing import Any

import jsonschema_rs
import pytest
from syrupy.assertion import SnapshotAssertion

from bot.question import Question
from bot.render import json as for_programs
from bot.render.lines import width_of
from bot.render.screen import Screen
from bot.render.terminal import Place, page
from commands.briefing import Briefing
from commands.desk import Desk
from commands.registry import COMMANDS, answer
from commands.voice import Voice
from tests.questions import AFTER, BEFORE, EXAMPLES, named
from tests.shipped import KNOWN

WIDTH = 80
TYPED = " /"
"""Begins what is to be typed, which is in one line to be copied."""
CASES = [(question, day) for question in EXAMPLES for day in (BEFORE, AFTER)]
NAMES = [f"{named(question)}, {day}" for question, day in CASES]


@pytest.fixture(scope="module")
def schema() -> jsonschema_rs.Validator:
    return jsonschema_rs.validator_for(Briefing.model_json_schema(mode="serialization"))


def asked(question: tuple[str, Any], day: str) -> Briefing:
    desk = Desk.of(KNOWN, Voice.of("en"), date.fromisoformat(AFTER))
    return answer(desk, *question, day)


def shown(briefing: Briefing, day: str) -> str:
    """The page of the terminal's desk, without the list of sources."""
    place = Place(
        typed=lambda each: Question.next(each, day).in_desk(),
        why="/why",
        sources="/sources",
        say=Voice.of("en").fill,
    )
    out = io.StringIO()
    Screen(out).show(page(briefing, place, width=WIDTH))
    return out.getvalue()


def test_the_examples_ask_every_question() -> None:
    assert {command for command, _ in EXAMPLES} == set(COMMANDS)


@pytest.mark.parametrize(("question", "day"), CASES, ids=NAMES)
def test_a_page_reads_as_it_did(
    question: tuple[str, Any], day: str, snapshot: SnapshotAssertion
) -> None:
    said = shown(asked(question, day), day)
    wide = [line for line in said.splitlines() if width_of(line) > WIDTH]
    assert [line for line in wide if TYPED not in line] == []
    assert said == snapshot


@pytest.mark.parametrize(("question", "day"), CASES, ids=NAMES)
def test_json_is_what_the_schema_promises(
    question: tuple[str, Any], day: str, schema: jsonschema_rs.Validator
) -> None:
    out = io.StringIO()
    for_programs.write(asked(question, day), out)
    assert [error.message for error in schema.iter_errors(json.loads(out.getvalue()))] == []


@pytest.mark.parametrize(("question", "day"), CASES, ids=NAMES)
def test_what_is_asked_next_can_be_asked(question: tuple[str, Any], day: str) -> None:
    desk = Desk.of(KNOWN, Voice.of("en"), date.fromisoformat(AFTER))
    for follow_up in asked(question, day).follow_ups:
        following = Question.next(follow_up, day)
        assert answer(desk, following.name, following.arguments, following.as_of).lead
