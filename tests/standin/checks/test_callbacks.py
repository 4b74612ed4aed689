from typing import Any

import pytest

from tests.standin.checks import bodies
from tests.standin.checks.callbacks import (
    AUTOCOMPLETE,
    COMMAND,
    COMPONENT,
    SUBMIT,
    check_callback,
    is_private,
)
from tests.standin.checks.choices import INTEGER, NUMBER, STRING, check_choices
from tests.standin.checks.refused import refused

JSON = dict[str, Any]
SPAIN = {"name": "Spain", "value": "ESP"}


@pytest.mark.parametrize(
    ("kind", "choices", "said"),
    [
        (STRING, [SPAIN] * 25, []),
        (STRING, [SPAIN] * 26, ["data.choices BASE_TYPE_MAX_LENGTH"]),
        (STRING, [], []),
        (STRING, None, ["data.choices BASE_TYPE_REQUIRED"]),
        (STRING, [{**SPAIN, "name": "x" * 101}], ["data.choices.0.name BASE_TYPE_BAD_LENGTH"]),
        (STRING, [{**SPAIN, "name": ""}], ["data.choices.0.name BASE_TYPE_BAD_LENGTH"]),
        (STRING, [{**SPAIN, "value": "x" * 101}], ["data.choices.0.value BASE_TYPE_BAD_LENGTH"]),
        (STRING, [{**SPAIN, "value": 5}], ["data.choices.0.value STRING_TYPE_CONVERT"]),
        (STRING, [{"name": "Spain"}], ["data.choices.0.value BASE_TYPE_REQUIRED"]),
        (INTEGER, [{"name": "2025", "value": 2025}], []),
        (INTEGER, [{"name": "2025", "value": 2**53}], ["data.choices.0.value NUMBER_TYPE_MAX"]),
        (INTEGER, [SPAIN], ["data.choices.0.value NUMBER_TYPE_COERCE"]),
        (NUMBER, [{"name": "2 %", "value": 2.5}], []),
        (NUMBER, [{"name": "2 %", "value": True}], ["data.choices.0.value NUMBER_TYPE_COERCE"]),
    ],
)
def test_choices(kind: int, choices: Any, said: list[str]) -> None:
    assert refused(check_choices, choices, kind=kind) == said


@pytest.mark.parametrize(
    ("asked", "body", "said"),
    [
        (COMMAND, {"type": 4, "data": {"content": "x", "flags": 64}}, []),
        (COMMAND, {"type": 4}, ["400 50006"]),
        (
            COMMAND,
            {"type": 4, "data": {"content": "x" * 2001}},
            ["data.content BASE_TYPE_MAX_LENGTH"],
        ),
        (COMMAND, {"type": 5}, []),
        (COMMAND, {"type": 5, "data": {"flags": 64}}, []),
        (COMMAND, {"type": 5, "data": {"flags": "64"}}, ["data.flags NUMBER_TYPE_COERCE"]),
        (COMMAND, {"type": 6}, ["type BASE_TYPE_CHOICES"]),
        (COMMAND, {"type": 7, "data": {"content": "x"}}, ["type BASE_TYPE_CHOICES"]),
        (COMMAND, {"type": 8, "data": {"choices": []}}, ["type BASE_TYPE_CHOICES"]),
        (COMMAND, {}, ["type BASE_TYPE_REQUIRED"]),
        (COMPONENT, {"type": 6}, []),
        (COMPONENT, {"type": 7, "data": {"components": []}}, []),
        (COMPONENT, {"type": 7, "data": {"flags": 64}}, ["data.flags MESSAGE_FLAGS_NOT_ALLOWED"]),
        (AUTOCOMPLETE, {"type": 8, "data": {"choices": [SPAIN]}}, []),
        (AUTOCOMPLETE, {"type": 8, "data": {}}, ["data.choices BASE_TYPE_REQUIRED"]),
        (AUTOCOMPLETE, {"type": 4, "data": {"content": "x"}}, ["type BASE_TYPE_CHOICES"]),
        (SUBMIT, {"type": 9, "data": {}}, ["type BASE_TYPE_CHOICES"]),
        (COMMAND, {"type": 9}, ["data BASE_TYPE_REQUIRED"]),
        (
            COMMAND,
            {"type": 9, "data": {"custom_id": "x", "title": "y" * 46, "components": []}},
            ["data.title BASE_TYPE_BAD_LENGTH", "data.components BASE_TYPE_BAD_LENGTH"],
        ),
    ],
)
def test_callbacks(asked: int, body: JSON, said: list[str]) -> None:
    assert refused(check_callback, body, asked=asked, edited={"content": "before"}) == said


async def test_every_answer_of_discord_py_passes() -> None:
    sent = [*bodies.messages(), *bodies.answers()]
    for each in (each for each in sent if each.path == bodies.CALLBACK):
        asked = AUTOCOMPLETE if each.body["type"] == 8 else COMPONENT
        assert refused(check_callback, each.body, asked=asked) == [], str(each)


@pytest.mark.parametrize(
    ("body", "private"),
    [
        ({"type": 5}, False),
        ({"type": 5, "data": {"flags": 64}}, True),
        ({"data": {"flags": 4}}, False),
    ],
)
def test_an_answer_is_private_by_its_flag(body: JSON, private: bool) -> None:
    assert is_private(body) is private
