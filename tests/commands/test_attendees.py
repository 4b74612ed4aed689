"""Who comes to a meeting, and what changed in that from a day on."""

import pytest

from commands.briefing import Briefing
from commands.desk import Desk
from commands.registry import answer
from data.errors import QuestionError

TODAY = "2026-11-25"


def lead(briefing: Briefing) -> str:
    return " ".join(sentence.text for sentence in briefing.lead)


def section(briefing: Briefing, title: str) -> list[str]:
    return [
        f"{fact.label}: {fact.sentence.text}"
        for each in briefing.sections
        if each.title is not None and each.title.text == title
        for fact in each.facts
    ]


# as of | what is asked | what the first sentences say
LEADS: list[tuple[str, dict[str, str], list[str]]] = [
    ("2025-06-05", {}, ["in 19 days", "Recorded here: 2 confirmed, 1 not confirmed."]),
    (TODAY, {"meeting": "Ankara"}, ["Recorded here: 4 attended, 1 expected."]),
    (TODAY, {"meeting": "Tirana"}, ["Nothing is recorded yet of who comes."]),
    (
        "2025-06-24",
        {"meeting": "The Hague", "since": "2025-06-20"},
        ["Who comes, from 20 June 2025 to 24 June 2025: 4 changed, 11 new."],
    ),
    (
        "2025-06-05",
        {"since": "2025-06-05"},
        ["Who comes, from 5 June 2025 to 5 June 2025: 1 changed, none new."],
    ),
    (TODAY, {"since": "2026-11-01"}, ["Nothing changed in who comes from 1 November 2026"]),
    (
        "2025-06-24",
        {"meeting": "The Hague", "since": "2025-05-01"},
        ["The date changed from 24–26 June 2025 to 24–25 June 2025."],
    ),
    (
        "2025-07-01",
        {"meeting": "dm-2025-06-05", "since": "2025-01-01"},
        ["none changed.", "The meeting itself became known in that time"],
    ),
]


@pytest.mark.parametrize(("day", "asked", "words"), LEADS)
def test_attendees_open_with_the_answer(
    desk: Desk, day: str, asked: dict[str, str], words: list[str]
) -> None:
    said = lead(answer(desk, "attendees", asked, day))
    assert [each for each in words if each not in said] == []


def test_a_change_says_from_what_to_what_and_when(desk: Desk) -> None:
    briefing = answer(
        desk, "attendees", {"meeting": "The Hague", "since": "2025-06-20"}, "2025-06-24"
    )
    (zelensky,) = [each for each in section(briefing, "Changed") if "President: Volody" in each]
    assert zelensky.startswith("Attended: Ukraine, President: Volodymyr Zelensky came")
    assert zelensky.endswith("Before: expected (known 18 June 2025); changed 24 June 2025.")


def test_whoever_was_not_known_before_is_new_and_all_others_stay_listed(desk: Desk) -> None:
    briefing = answer(desk, "attendees", {"meeting": "Ankara", "since": "2026-07-01"}, TODAY)
    assert len(section(briefing, "New")) == 3
    assert section(briefing, "Unchanged")[0].startswith("Expected: Spain, Prime Minister")


def test_an_announcement_is_no_word_on_who_came(desk: Desk) -> None:
    caveats = [
        each.text for each in answer(desk, "attendees", {"meeting": "Ankara"}, TODAY).caveats
    ]
    assert "Where only an announcement is recorded, nothing here says who came." in caveats


@pytest.mark.parametrize("since", ["2027-01-01", "some day"])
def test_a_day_that_cannot_be_compared_with_is_refused(desk: Desk, since: str) -> None:
    with pytest.raises(QuestionError):
        answer(desk, "attendees", {"meeting": "The Hague", "since": since}, TODAY)
