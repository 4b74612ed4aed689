import json
from pathlib import Path

import pytest

from tests.standin.checks import bodies
from tests.standin.checks.bodies import Sent
from tests.standin.checks.deviations import DEVIATIONS, Deviation
from tests.standin.checks.fields import unknown_fields
from tests.standin.checks.openapi import PLACE, Description, find

MESSAGES = "/channels/5/messages"
CALLBACK = "/interactions/5/token/callback"
COMMANDS = "/applications/5/commands"


@pytest.fixture(scope="module")
def place() -> Path:
    found = find()
    if found is None:
        pytest.skip(f"Discord's description is not at hand; name its file in {PLACE}")
    return found


@pytest.fixture
def description(place: Path) -> Description:
    found = Description.load(place)
    assert found is not None
    return found


@pytest.fixture
async def sent() -> list[Sent]:
    """What discord.py sends, and what the documentation shows that it does not."""
    documented = {"name": "x", "description": "y", "default_member_permissions": "32"}
    return [
        *bodies.messages(),
        *bodies.answers(),
        *bodies.command_requests(),
        Sent("permissions as text", "POST", bodies.COMMANDS, documented),
    ]


async def test_what_discord_py_sends_is_as_described(
    description: Description, sent: list[Sent]
) -> None:
    wrong = {str(each): description.check(each.method, each.path, each.body) for each in sent}
    assert {name: found for name, found in wrong.items() if found} == {}


async def test_discord_knows_each_field_that_discord_py_sends(sent: list[Sent]) -> None:
    unknown = {str(each): unknown_fields(each.method, each.path, each.body) for each in sent}
    assert {name: found for name, found in unknown.items() if found} == {}


@pytest.mark.parametrize("deviation", DEVIATIONS, ids=lambda each: each.name)
def test_without_a_deviation_something_that_is_sent_is_refused(
    place: Path, sent: list[Sent], deviation: Deviation
) -> None:
    others = [each for each in DEVIATIONS if each is not deviation]
    strict = Description(json.loads(place.read_bytes()), deviations=others)
    assert any(strict.check(each.method, each.path, each.body) for each in sent)


@pytest.mark.parametrize(
    ("method", "path", "body", "said"),
    [
        ("POST", MESSAGES, {"content": 5}, 'content: 5 is not of types "null", "string"'),
        ("POST", MESSAGES, {"contents": "x"}, "'contents' was unexpected"),
        ("POST", MESSAGES, None, f"POST {MESSAGES} needs a body."),
        (
            "POST",
            MESSAGES,
            {"components": [{"type": 17, "components": [{"type": 10, "content": ""}]}]},
            'components.0.components.0.content: "" is shorter than 1 character',
        ),
        ("POST", MESSAGES, {"components": [{"type": 99}]}, "components.0.type: 99"),
        ("PATCH", f"{MESSAGES}/6", {"nonce": "x"}, "'nonce' was unexpected"),
        ("POST", f"{MESSAGES}/6/crosspost", {}, "takes no body."),
        ("POST", CALLBACK, {"type": 4, "data": {"content": "x" * 2001}}, "data.content: "),
        ("POST", CALLBACK, {"type": 4, "data": {"content": "x" * 2001}}, "longer than 2000"),
        ("POST", CALLBACK, {"type": 8}, '"data" is a required property'),
        (
            "POST",
            CALLBACK,
            {"type": 8, "data": {"choices": [{"name": "Spain"}]}},
            'data.choices.0: "value" is a required property',
        ),
        ("PUT", COMMANDS, [{"name": "x" * 33}], "0.name: "),
        ("PUT", COMMANDS, [{"name": "x", "options": [{"type": 3}]}], '"name" is a required'),
        ("POST", "/channels/5/message", {}, "is not in Discord's description."),
    ],
)
def test_what_is_not_as_described_is_said(
    description: Description, method: str, path: str, body: object, said: str
) -> None:
    assert said in " | ".join(description.check(method, path, body))


def test_a_long_value_is_not_repeated_whole(description: Description) -> None:
    (said,) = description.check("POST", CALLBACK, {"type": 4, "data": {"content": "x" * 9000}})
    assert len(said) < 250


def test_a_word_of_a_path_is_not_taken_for_an_id(description: Description) -> None:
    assert description.check("GET", "/users/@me", None) == []
    assert description.check("PATCH", "/webhooks/5/token/messages/@original", {}) == []


def test_without_a_file_there_is_no_description(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(PLACE, raising=False)
    monkeypatch.setattr("tests.standin.checks.openapi.USUAL", tmp_path / "openapi.json")
    assert Description.load() is None


def test_a_file_that_was_named_has_to_be_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(PLACE, str(tmp_path / "openapi.json"))
    with pytest.raises(FileNotFoundError):
        Description.load()
