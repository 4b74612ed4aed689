"""Where all members stand on the target, on days that tell them apart."""

import pytest

from commands.briefing import Briefing
from commands.desk import Desk
from commands.registry import answer
from data.errors import QuestionError

EVE, AFTER, TODAY = "2025-06-24", "2025-07-01", "2026-11-25"


def lead(briefing: Briefing) -> str:
    return " ".join(sentence.text for sentence in briefing.lead)


def lines(briefing: Briefing) -> dict[str, str]:
    """By label; members have one line each."""
    return {f.label: f.sentence.text for section in briefing.sections for f in section.facts}


def placed(briefing: Briefing) -> dict[str, str]:
    """The heading each member stands under."""
    return {
        fact.label: section.title.text.partition(" (")[0]
        for section in briefing.sections
        for fact in section.facts
        if section.title is not None
    }


# as of | what is asked | what the first sentences say
LEADS: list[tuple[str, dict[str, str], list[str]]] = [
    ("2014-01-01", {}, ["No target was agreed, proposed or demanded by 1 January 2014"]),
    ("2024-01-01", {}, ["Pledge of Vilnius, 31 members: 31 with nothing recorded."]),
    (
        "2025-06-05",
        {},
        [
            "Secretary General Rutte's proposal, 32 members: 5 in support, 1 in support with",
            "24 with nothing recorded.",
            "Not plainly in support: Spain (opposes); Slovakia (seeks flexibility)",
        ],
    ),
    (EVE, {}, ["Draft declaration", "1 exempt by its own word, 1 undeclared", "Spain (claims"]),
    (AFTER, {}, ["Defence investment commitment of The Hague, 32 members: 19 in support"]),
    (TODAY, {}, ["2 opposed.", "Czechia, Spain (opposes); France (seeks flexibility)"]),
    (TODAY, {"position": "opposes"}, ["32 members: 2 opposed (Czechia, Spain)."]),
    (AFTER, {"position": "Opposes"}, ["32 members: 1 opposed (Spain)."]),
    (TODAY, {"position": "claims_exemption"}, ["none with this position (claims exemption)"]),
    (AFTER, {"position": "silent"}, ["32 members: 1 with nothing recorded."]),
    (TODAY, {"position": "silent"}, ["a word is recorded of each of 32 members."]),
    (TODAY, {"position": "undeclared"}, ["2 whose newest word takes no position (Spain, United"]),
    (
        AFTER,
        {"since": "2025-06-05"},
        [
            (
                "Moved from 5 June 2025 to 1 July 2025: 6 (Belgium, Canada, Italy, Slovakia, "
                "Spain, United States); heard for the first time: 21."
            )
        ],
    ),
    (
        TODAY,
        {"since": "2026-01-01"},
        ["Moved from 1 January 2026 to 25 November 2026: 1 (Czechia)."],
    ),
    (TODAY, {"since": "2026-11-01"}, ["No move between positions is recorded"]),
    (
        TODAY,
        {"since": "2026-01-01", "position": "seeks flexibility"},
        ["No move to this position or away from it is recorded"],
    ),
]


@pytest.mark.parametrize(("day", "asked", "words"), LEADS)
def test_the_board_opens_with_the_answer(
    desk: Desk, day: str, asked: dict[str, str], words: list[str]
) -> None:
    said = lead(answer(desk, "stances", asked, day))
    assert [each for each in words if each not in said] == []


# as of | member | where it stands
PLACES = [
    ("2025-06-05", "Spain", "Opposes"),
    (EVE, "Spain", "Claims exemption"),
    (AFTER, "Spain", "Opposes"),
    ("2025-06-05", "Slovakia", "Seeks flexibility"),
    (AFTER, "Slovakia", "With conditions"),
    (AFTER, "Czechia", "Supports"),
    (TODAY, "Czechia", "Opposes"),
]


@pytest.mark.parametrize(("day", "member", "position"), PLACES)
def test_a_member_stands_where_its_newest_word_put_it(
    desk: Desk, day: str, member: str, position: str
) -> None:
    assert placed(answer(desk, "stances", {}, day))[member] == position


def test_every_member_is_on_the_board_once(desk: Desk) -> None:
    briefing = answer(desk, "stances", {}, EVE)
    silent = lines(briefing)["Nothing recorded"].removesuffix(".").split(", ")
    assert len(placed(briefing)) + len(silent) == 32


def test_a_word_without_a_position_does_not_undo_the_one_before(desk: Desk) -> None:
    spain = lines(answer(desk, "stances", {"position": "opposes"}, TODAY))["Spain"]
    assert spain.startswith("26 January 2026: Margarita Robles")
    assert "Without a position, 3 March 2026, as reported:" in spain


def test_support_for_an_earlier_pledge_is_no_support_for_a_demand(desk: Desk) -> None:
    """In April 2025 Spain announced 2%; of the 5% that were demanded it had said nothing."""
    briefing = answer(desk, "stances", {}, "2025-05-01")
    assert "Spain" in lines(briefing)["Nothing recorded"]


MOVES = {
    "Slovakia": "seeks flexibility → supports with conditions (25 June 2025)",
    "Canada": "nothing recorded → undeclared (9 June 2025) → supports (25 June 2025)",
    "Spain": (
        "nothing recorded → opposes (5 June 2025) → seeks flexibility and opposes (19 June 2025) "
        "→ claims exemption (22 June 2025) → opposes (25 June 2025)"
    ),
}


@pytest.mark.parametrize("member", MOVES)
def test_moves_are_told_with_their_days(desk: Desk, member: str) -> None:
    briefing = answer(desk, "stances", {"since": "2025-06-05"}, AFTER)
    assert lines(briefing)[member] == MOVES[member]


def test_what_was_said_before_and_known_later_is_told(desk: Desk) -> None:
    briefing = answer(desk, "stances", {"since": "2025-06-05"}, AFTER)
    caveats = [each.text for each in briefing.caveats]
    assert "Said before 5 June 2025, but known only later: Iceland." in caveats


def test_weak_words_are_told_with_the_member(desk: Desk) -> None:
    caveats = " ".join(each.text for each in answer(desk, "stances", {}, AFTER).caveats)
    assert "France: weak evidence. Named by a Belgian report" in caveats


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"position": "neutral"}, "'neutral' is none of: supports, supports with conditions"),
        ({"since": "2027-01-01"}, "still ahead"),
        ({"since": "whenever"}, "not a date we know"),
    ],
)
def test_what_cannot_be_read_is_refused(desk: Desk, asked: dict[str, str], words: str) -> None:
    with pytest.raises(QuestionError, match=words):
        answer(desk, "stances", asked, TODAY)
