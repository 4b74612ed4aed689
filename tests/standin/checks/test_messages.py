from typing import Any

import pytest

from tests.standin.checks import bodies
from tests.standin.checks.messages import check_message
from tests.standin.checks.problems import Refusal
from tests.standin.checks.refused import refused

V2, PRIVATE = 1 << 15, 1 << 6


def said(content: str) -> dict[str, Any]:
    return {"type": 10, "content": content}


def heavy(size: int, texts: int = 1) -> dict[str, Any]:
    """A message whose texts take so many bytes in all, of characters of three bytes each."""
    share, rest = divmod(size - texts * 2, texts)
    sizes = [share + 2 + (rest if at == 0 else 0) for at in range(texts)]
    made = [said("€" * (each // 3) + "x" * (each % 3)) for each in sizes]
    return {"flags": V2, "components": made}


def check(body: dict[str, Any], **named: Any) -> list[str]:
    given: dict[str, Any] = {"interaction": False, "ephemeral_allowed": False, **named}
    return refused(check_message, body, **given)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"content": "x" * 2000}, []),
        ({"content": "x" * 2001}, ["content BASE_TYPE_MAX_LENGTH"]),
        ({"content": 5}, ["content STRING_TYPE_CONVERT"]),
        ({}, ["400 50006"]),
        ({"content": " \n"}, ["400 50006"]),
        ({"content": "", "components": [], "embeds": []}, ["400 50006"]),
        ({"flags": V2, "components": []}, ["400 50006"]),
        ({"attachments": [{"id": 0, "filename": "x.png"}]}, []),
        ({"message_reference": {"type": 1, "message_id": "5"}}, []),
        ({"message_reference": {"type": 0, "message_id": "5"}}, ["400 50006"]),
        ({"content": "x", "flags": None, "components": None, "embeds": None}, []),
        ({"content": "x", "nonce": "x" * 25}, []),
        ({"content": "x", "nonce": "x" * 26}, ["nonce BASE_TYPE_MAX_LENGTH"]),
        ({"content": "x", "nonce": 2**63}, ["nonce NUMBER_TYPE_MAX"]),
        ({"content": "x", "tts": "no"}, ["tts BOOLEAN_TYPE_CONVERT"]),
        ({"content": "x", "flags": PRIVATE}, ["flags MESSAGE_FLAGS_NOT_ALLOWED"]),
        ({"content": "x", "flags": 1}, ["flags MESSAGE_FLAGS_NOT_ALLOWED"]),
        ({"content": "x", "flags": "4"}, ["flags NUMBER_TYPE_COERCE"]),
        ({"content": "x", "flags": 1 << 12}, []),
        (
            {"content": "x", "flags": V2, "components": [said("x")]},
            ["content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"],
        ),
        (
            {"embeds": [{"title": "x"}], "flags": V2, "components": [said("x")]},
            ["embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"],
        ),
        ({"content": "x", "components": [said("x")]}, ["components.0 UNION_TYPE_CHOICES"]),
        (
            {"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["5"]}},
            ["allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE"],
        ),
        ({"content": "x", "allowed_mentions": {"parse": ["users"], "users": []}}, []),
        (
            {"content": "x", "allowed_mentions": {"parse": ["here"]}},
            ["allowed_mentions.parse.0 BASE_TYPE_CHOICES"],
        ),
        (
            {"content": "x", "allowed_mentions": {"roles": ["desk"]}},
            ["allowed_mentions.roles.0 NUMBER_TYPE_COERCE"],
        ),
        ({"embeds": [{"title": "x" * 257}]}, ["embeds.0.title BASE_TYPE_MAX_LENGTH"]),
        ({"embeds": [{"title": "x"}] * 11}, ["embeds BASE_TYPE_MAX_LENGTH"]),
        ({"embeds": [{"description": "x" * 3001}] * 2}, ["embeds MAX_EMBED_SIZE_EXCEEDED"]),
        ({"embeds": [{"fields": [{"name": "x"}]}]}, ["embeds.0.fields.0.value BASE_TYPE_REQUIRED"]),
    ],
)
def test_messages(body: dict[str, Any], said: list[str]) -> None:
    assert check(body) == said


def test_errors_of_a_callback_stand_under_its_data() -> None:
    body = {"flags": V2, "components": [{"type": 17, "components": [said("x" * 4001)]}]}
    with pytest.raises(Refusal) as told:
        check_message(body, interaction=True, ephemeral_allowed=True)
    wrong = {"code": "BASE_TYPE_BAD_LENGTH", "message": "Must be between 1 and 4000 in length."}
    inner = {"components": {"0": {"components": {"0": {"content": {"_errors": [wrong]}}}}}}
    assert told.value.body() == {
        "code": 50035,
        "message": "Invalid Form Body",
        "errors": {"data": inner},
    }


def test_an_answer_to_one_person_is_private_where_it_can_be() -> None:
    assert check({"content": "x", "flags": PRIVATE}, ephemeral_allowed=True) == []


@pytest.mark.parametrize(
    ("size", "texts", "said"),
    [
        (10_000, 1, []),
        (10_001, 1, ["500 0"]),
        (9_882, 24, []),
        (9_883, 24, ["500 0"]),
    ],
)
def test_text_of_too_many_bytes_is_a_failure_of_the_server(
    size: int, texts: int, said: list[str]
) -> None:
    body = heavy(size, texts)
    assert sum(len(each["content"].encode()) for each in body["components"]) == size
    assert check(body) == said


def test_what_fails_on_the_server_says_no_more() -> None:
    with pytest.raises(Refusal) as told:
        check_message(heavy(10_001), interaction=True, ephemeral_allowed=True)
    assert told.value.body() == {"code": 0, "message": "500: Internal Server Error"}


@pytest.mark.parametrize(
    ("before", "body", "said"),
    [
        ({"content": "x"}, {"components": []}, []),
        ({"content": "x"}, {"content": None}, ["400 50006"]),
        ({"content": "", "flags": V2 | PRIVATE, "components": [said("x")]}, {"tts": False}, []),
        ({"flags": V2, "components": [said("x")]}, {"components": [said("y")]}, []),
        (
            {"flags": V2, "components": [said("x")]},
            {"content": "y"},
            ["content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"],
        ),
        (
            {"content": "x"},
            {"flags": V2, "components": [said("y")]},
            ["content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"],
        ),
        ({"content": "x"}, {"content": None, "flags": V2, "components": [said("y")]}, []),
        ({"content": "x"}, {"content": "y", "flags": PRIVATE}, ["flags MESSAGE_FLAGS_NOT_ALLOWED"]),
    ],
)
def test_edits(before: dict[str, Any], body: dict[str, Any], said: list[str]) -> None:
    assert check(body, edited=before) == said


@pytest.mark.parametrize(
    ("attachments", "said"),
    [
        (None, []),
        ([{"id": "7"}], []),
        ([{"id": 0, "filename": "chart.png"}], []),
        (
            [],
            ["components.0.file.url UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND"],
        ),
    ],
)
def test_an_edit_keeps_the_files_it_does_not_speak_of(
    attachments: list[Any] | None, said: list[str]
) -> None:
    before = {"flags": V2, "attachments": [{"id": "7", "filename": "chart.png"}]}
    body: dict[str, Any] = {"components": [{"type": 13, "file": {"url": "attachment://chart.png"}}]}
    if attachments is not None:
        body["attachments"] = attachments
    assert check(body, edited=before) == said


async def test_every_message_of_discord_py_passes() -> None:
    sent = [each for each in bodies.messages() if each.path != bodies.CALLBACK]
    private = {"ephemeral_allowed": True}
    wrong = {str(each): check(each.body, **private) for each in sent}
    assert {name: found for name, found in wrong.items() if found} == {}
