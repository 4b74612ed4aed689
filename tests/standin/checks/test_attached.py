from typing import Any

import pytest

from tests.standin.checks.attached import MOST_OF_A_FILE, File
from tests.standin.checks.messages import check_message
from tests.standin.checks.refused import refused

V2 = 1 << 15
CHART = File("chart.png", b"\x89PNG")
HELD = {"id": "7", "filename": "chart.png"}
BEFORE: dict[str, Any] = {"flags": V2, "attachments": [HELD]}
SHOWN = [{"type": 13, "file": {"url": "attachment://chart.png"}}]
MISSED = "components.0.file.url UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND"


def entry(id: int | str, **given: Any) -> dict[str, Any]:
    return {"id": id, "filename": "chart.png", **given}


@pytest.mark.parametrize(
    ("attachments", "files", "said"),
    [
        ([entry(0)], {0: CHART}, []),
        ([entry("0")], {0: CHART}, []),
        (None, {0: CHART}, []),
        ([entry(0)], {}, ["attachments.0 ATTACHMENT_NOT_FOUND"]),
        ([entry(0), entry(1)], {0: CHART}, ["attachments.1 ATTACHMENT_NOT_FOUND"]),
        ([entry(0, filename="other.png")], {0: CHART}, [MISSED]),
        (None, {0: File("other.png", b"")}, [MISSED]),
        ([entry(0, description="x" * 1024)], {0: CHART}, []),
        (
            [entry(0, description="x" * 1025)],
            {0: CHART},
            ["attachments.0.description BASE_TYPE_MAX_LENGTH"],
        ),
        (None, {0: CHART, 1: File("large.png", b"x" * MOST_OF_A_FILE)}, []),
        (None, {0: CHART, 1: File("large.png", b"x" * (MOST_OF_A_FILE + 1))}, ["413 40005"]),
        (None, dict.fromkeys(range(10), CHART), []),
        (None, dict.fromkeys(range(11), CHART), ["400 30015"]),
    ],
)
def test_files_of_a_new_message(attachments: Any, files: Any, said: list[str]) -> None:
    assert check({"flags": V2, "components": SHOWN, "attachments": attachments}, files) == said


@pytest.mark.parametrize(
    ("body", "files", "said"),
    [
        ({}, {}, []),
        ({"attachments": [HELD]}, {}, []),
        ({"attachments": []}, {}, [MISSED]),
        ({"attachments": [entry(0)]}, {0: CHART}, []),
        ({"attachments": [entry(8)]}, {}, ["attachments.0 ATTACHMENT_NOT_FOUND"]),
        ({}, dict.fromkeys(range(9), CHART), []),
        ({}, dict.fromkeys(range(10), CHART), ["400 30015"]),
        ({"attachments": []}, dict.fromkeys(range(10), CHART), []),
    ],
)
def test_files_of_a_message_that_is_edited(
    body: dict[str, Any], files: Any, said: list[str]
) -> None:
    assert check({"components": SHOWN, **body}, files, edited=BEFORE) == said


def test_a_file_alone_is_a_message() -> None:
    assert check({}, {0: CHART}) == []
    assert check({}, {}) == ["400 50006"]


def check(body: dict[str, Any], files: Any, edited: Any = None) -> list[str]:
    told: dict[str, Any] = {"interaction": False, "ephemeral_allowed": False, "edited": edited}
    return refused(check_message, body, files=files, **told)
