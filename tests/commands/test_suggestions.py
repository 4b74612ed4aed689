"""What is offered while somebody types, and that choosing it and sending it mean the same."""

import pytest

from commands import suggestions
from commands.asked import Kind
from commands.commitments import find_commitment
from commands.days import find_day
from commands.desk import Desk
from commands.offers import OFFERS, Offer
from commands.registry import answer, meant
from commands.suggestions import Suggestion
from commands.voice import Voice
from data.errors import QuestionError
from data.facts.knowledge import Knowledge
from tests.commands.conftest import TODAY

FRENCH, GREEK = "fr", "el"

# typed | the first value offered
MEMBERS = [
    ("spa", "ESP"),
    ("spian", "ESP"),
    ("espana", "ESP"),
    ("Ισπανία", "ESP"),
    ("ES", "ESP"),
    ("🇪🇸", "ESP"),
    ("", "ALB"),
]
MEETINGS = [
    ("", "tirana-2027"),
    ("hague", "the-hague-2025"),
    ("the hage", "the-hague-2025"),
    ("netherlands 2025", "the-hague-2025"),
    ("july 2026", "ankara-2026"),
    ("brussels 2022", "brussels-2022-03-24"),
]
COMMITMENTS = [
    ("", "hague-2025"),
    ("vilnus", "vilnius-2023"),
    ("2014", "wales-2014"),
    ("rutte", "rutte-2025"),
    ("the hague decl", "hague-2025"),
]
DAYS = [
    ("", "2026-07-10"),
    ("2025-06", "2025-06"),
    ("5 June 2025", "2025-06-05"),
    ("june 2025", "2025-06"),
    ("yesterday", "2026-11-24"),
    ("hague decl", "2025-06-25"),
    ("nato fig", "2026-07-10"),
    ("hage sumit opens", "2025-06-24"),
]
SUBJECTS = [("spa", "ESP"), ("the hag", "the-hague-2025"), ("", "ALB")]

CASES = [
    *((suggestions.members, *case) for case in MEMBERS),
    *((suggestions.meetings, *case) for case in MEETINGS),
    *((suggestions.commitments, *case) for case in COMMITMENTS),
    *((suggestions.days, *case) for case in DAYS),
    *((suggestions.subjects, *case) for case in SUBJECTS),
]
EVERY = (*OFFERS.values(), suggestions.days)


@pytest.mark.parametrize(("offer", "typed", "value"), CASES)
def test_the_likeliest_is_offered_first(desk: Desk, offer: Offer, typed: str, value: str) -> None:
    assert offer(desk, typed)[0].value == value


@pytest.mark.parametrize("offer", EVERY)
@pytest.mark.parametrize("typed", ["", "a", "2", "the", "%", "x" * 500, "\x00", "🏴", "-", "٣"])
def test_no_more_is_offered_than_fits_whatever_is_typed(
    desk: Desk, offer: Offer, typed: str
) -> None:
    offered = offer(desk, typed)
    assert len(offered) <= 25
    assert len({each.value for each in offered}) == len(offered)
    assert [each for each in offered if not 1 <= len(each.name) <= 100 or not each.value] == []


def test_a_name_too_long_is_shortened() -> None:
    assert suggestions.shown("x" * 101) == "x" * 99 + "…"


@pytest.mark.parametrize("language", ["en", FRENCH, GREEK])
@pytest.mark.parametrize("kind", ["member", "meeting", "commitment"])
def test_the_name_the_value_and_what_is_written_by_hand_mean_the_same(
    knowledge: Knowledge, kind: Kind, language: str
) -> None:
    at = Desk.of(knowledge, Voice.of(language), TODAY)
    offered = OFFERS[kind](at, "")
    wrong = [
        (each, text)
        for each in offered
        for text in (each.value, each.typed, each.name)
        if meant(at, kind, text, TODAY) != each.value
    ]
    assert wrong == []


@pytest.mark.parametrize("language", ["en", FRENCH])
def test_the_name_of_a_day_means_that_day(knowledge: Knowledge, language: str) -> None:
    at = Desk.of(knowledge, Voice.of(language), TODAY)
    wrong = [
        each
        for each in suggestions.days(at, "")
        if find_day(at, each.name) != find_day(at, each.value)
    ]
    assert wrong == []


def test_members_are_offered_in_the_order_of_the_reader_s_language(knowledge: Knowledge) -> None:
    french = Desk.of(knowledge, Voice.of(FRENCH), TODAY)
    assert [each.name for each in suggestions.members(french, "")][:3] == [
        "Albanie",
        "Allemagne",
        "Belgique",
    ]


def test_a_date_typed_is_offered_first_and_what_happened_within_it_after(desk: Desk) -> None:
    offered = suggestions.days(desk, "june 2025")
    assert offered[0] == Suggestion("June 2025", "2025-06", "2025-06")
    assert [each.value for each in offered[1:4]] == ["2025-06-25", "2025-06-24", "2025-06-19"]


@pytest.mark.parametrize("typed", ["2027", "2026-12", "2026-11-26", "5 December 2026", "2025-13"])
def test_no_day_is_offered_that_would_be_refused(desk: Desk, typed: str) -> None:
    assert suggestions.days(desk, typed) == []


def test_what_is_kept_belongs_to_one_knowledge(knowledge: Knowledge, desk: Desk) -> None:
    emptied = Knowledge.of(knowledge.roster, knowledge.ledger, knowledge.sources.values(), ())
    empty = Desk.of(emptied, desk.voice, TODAY)
    assert suggestions.meetings(desk, "") != []
    assert suggestions.meetings(empty, "") == []
    assert suggestions.meetings(desk, "") != []


# typed | as of | the commitment meant
FOUND = [
    ("Vilnius", "2026-11-25", "vilnius-2023"),
    ("The Hague", "2026-11-25", "hague-2025"),
    ("the hague declaration", "2026-11-25", "hague-2025"),
    ("The Hague", "2025-06-20", "hague-draft-2025"),
    ("2025", "2026-11-25", "hague-2025"),
    ("2025", "2025-06-05", "rutte-2025"),
    ("pledge", "2025-06-05", "vilnius-2023"),
    ("Defence Investment Pledge of Wales", "2026-11-25", "wales-2014"),
    ("trump", "2025-06-05", "trump-2025"),
]


@pytest.mark.parametrize(("typed", "as_of", "found"), FOUND)
def test_a_commitment_is_found_by_its_title_its_place_or_its_year(
    desk: Desk, typed: str, as_of: str, found: str
) -> None:
    assert find_commitment(desk, typed, find_day(desk, as_of)).id == found


# typed | as of | what the sentence must hold
NOT_FOUND = [
    ("Vilnus", None, "Did you mean Defence Investment Pledge of Vilnius?"),
    ("The Hague", "2025-06-05", "was not known on 2025-06-05. Ask as of 2025-06-25 or later."),
    ("qqqq", None, "Write its place or year, such as Defence investment commitment of The Hague."),
    ("Wales", "2013", "was not known on 2013-12-31"),
]


@pytest.mark.parametrize(("typed", "as_of", "words"), NOT_FOUND)
def test_a_commitment_that_is_none_is_refused_with_what_would_work(
    desk: Desk, typed: str, as_of: str | None, words: str
) -> None:
    arguments = {"member": "Spain", "commitment": typed}
    with pytest.raises(QuestionError) as caught:
        answer(desk, "target", arguments, as_of)
    assert words in str(caught.value)
