"""What can be asked for: how a reader's words are understood, by the kind of a parameter."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from commands.asked import Kind, find_meeting
from commands.commitments import find_commitment
from commands.desk import Desk
from data.messages import mark

MISSING: Mapping[Kind, str] = {
    "member": mark("Which member? Write for example: {command} {example}."),
    "members": mark("Which members? Write for example: {command} {example}."),
    "group": mark("Which group? Write for example: {command} {example}."),
    "meeting": mark("Which meeting? Write for example: {command} {example}."),
    "commitment": mark("Which commitment? Write for example: {command} {example}."),
    "clause": mark("Which clause? Write for example: {command} {example}."),
    "subject": mark("Which member or meeting? Write for example: {command} {example}."),
    "edition": mark("Which edition? Write for example: {command} {example}."),
    "year": mark("Which year? Write for example: {command} {example}."),
    "day": mark("Since which day? Write for example: {command} {example}."),
    "points": mark("How many percentage points? Write for example: {command} {example}."),
    "growth": mark("How much growth? Write for example: {command} {example}."),
    "shape": mark("Spread how? Write for example: {command} {example}."),
    "without": mark("Without what? Write for example: {command} {example}."),
    "position": mark("Which position? Write for example: {command} {example}."),
    "term": mark("Which word? Write for example: {command} {example}."),
}

_TimeOrMeasure = Literal[
    "edition", "day", "year", "points", "growth", "shape", "without", "position"
]


def meant(desk: Desk, kind: Kind, text: str, as_of: date) -> str:
    """The id of what a parameter's text means, which asks for the same thing. Raises
    QuestionError."""
    match kind:
        case "member":
            return desk.member(text).id
        case "members":
            from commands.several import find_members

            return ",".join(each.id for each in find_members(desk, text))
        case "group":
            from commands.groups import find_group

            return find_group(desk, text, as_of).group
        case "meeting":
            return find_meeting(desk, text, as_of).meeting
        case "commitment":
            return find_commitment(desk, text, as_of).id
        case "clause":
            from commands.floors import find_floor

            return find_floor(desk, text, as_of).id
        case "subject":
            from commands.subjects import find_subject, id_of

            return id_of(find_subject(desk, text, as_of))
        case "term":
            from commands.glossary import find_term

            return find_term(desk, text).id
        case _:
            return _time_or_measure(desk, kind, text, as_of)


def _time_or_measure(desk: Desk, kind: _TimeOrMeasure, text: str, as_of: date) -> str:
    match kind:
        case "edition":
            from commands.editions_asked import find_edition

            return find_edition(desk, text, as_of).id
        case "day":
            from commands.since import find_since

            return find_since(desk, text, as_of).isoformat()
        case "year" | "points" | "growth":
            from commands.numbers import find_number

            return str(find_number(desk, kind, text))
        case "shape" | "without" | "position":
            from commands.choices import find_choice

            return find_choice(desk, kind, text)
