"""Where one member stands, and how it came to stand there."""

import pytest

from commands.briefing import Briefing
from commands.desk import Desk
from commands.registry import answer

TODAY = "2026-11-25"
_MOVED = "How its position moved"


def lead(briefing: Briefing) -> str:
    return " ".join(sentence.text for sentence in briefing.lead)


def line(briefing: Briefing) -> list[str]:
    return [
        f"{fact.label}: {fact.sentence.text}"
        for section in briefing.sections
        if section.title is not None and section.title.text == _MOVED
        for fact in section.facts
    ]


# as of | member | what is said of its last move
MOVES = [
    ("2025-06-05", "Spain", "the same since the first word held here: 5 June 2025."),
    ("2025-06-24", "Spain", "moved on 22 June 2025: seeks flexibility and opposes → claims exem"),
    ("2025-07-01", "Spain", "moved on 25 June 2025: claims exemption → opposes."),
    (TODAY, "Spain", "moved on 25 June 2025: claims exemption → opposes."),
    ("2025-07-01", "Belgium", "25 June 2025: seeks flexibility → supports with conditions."),
    (TODAY, "Czechia", "moved on 26 February 2026: supports → opposes."),
]


@pytest.mark.parametrize(("day", "member", "words"), MOVES)
def test_the_last_move_is_told_as_known_on_the_day(
    desk: Desk, day: str, member: str, words: str
) -> None:
    assert words in lead(answer(desk, "stance", {"member": member}, day))


def test_the_line_over_time_names_the_texts_and_what_was_held_before(desk: Desk) -> None:
    assert line(answer(desk, "stance", {"member": "Spain"}, "2025-07-01")) == [
        "Opposes: 5 June 2025, the first word held here, on Secretary General Rutte's proposal.",
        (
            "Words differ: 19 June 2025, seeks flexibility and opposes, on Draft declaration for "
            "The Hague; until then: opposes."
        ),
        (
            "Claims exemption: 22 June 2025, on Draft declaration for The Hague; until then: seeks "
            "flexibility and opposes."
        ),
        (
            "Opposes: 25 June 2025, on Defence investment commitment of The Hague; until then: "
            "claims exemption."
        ),
    ]


@pytest.mark.parametrize("member", ["Iceland", "Norway"])
def test_a_position_that_never_moved_has_no_line(desk: Desk, member: str) -> None:
    assert line(answer(desk, "stance", {"member": member}, TODAY)) == []


def test_a_word_on_an_earlier_pledge_is_told_as_such(desk: Desk) -> None:
    said = lead(answer(desk, "stance", {"member": "Spain"}, "2025-05-01"))
    assert "of an earlier pledge (Defence Investment Pledge of Vilnius): 22 April 2025" in said


def test_a_newest_word_without_a_position_is_followed_by_the_one_that_took_one(desk: Desk) -> None:
    said = lead(answer(desk, "stance", {"member": "Spain"}, TODAY))
    assert "Spain has not declared itself, by its newest word: 3 March 2026" in said
    assert "By its last word that took a position, it opposes the target: 26 January 2026" in said


def test_silence_is_said(desk: Desk) -> None:
    said = lead(answer(desk, "stance", {"member": "Albania"}, "2025-07-01"))
    assert said == "No stance of Albania was recorded here by 1 July 2025."
