"""What the words mean, how they are found, and which of them are explained beside an answer."""

import pytest

from commands.briefing import Briefing, Stamp
from commands.desk import Desk
from commands.glossary import ENTRIES, explained, find_term
from commands.glossary_entries import BY_ID
from commands.glossary_explained import MOST
from commands.offers import OFFERS
from commands.registry import answer, meant
from data.errors import QuestionError
from tests.bot.briefings import say
from tests.commands.conftest import TODAY

DAYS = ("2013-01-01", "2024-06-01", "2025-06-05", "2025-06-26", "2026-11-25")


def glossary(desk: Desk, term: str, as_of: str | None = None) -> Briefing:
    return answer(desk, "glossary", {"term": term}, as_of)


# what is typed | the word meant
TYPED = [
    ("core defence", "core-defence"),
    ("Core Defense", "core-defence"),
    ("percentage points", "percentage-point"),
    ("pp", "percentage-point"),
    ("estmate", "estimate"),
    ("cut off", "cut-off"),
    ("reservation", "own-reading"),
    ("on-course", "on-course"),
    ("opt-out", "claims-exemption"),
    ("inflation", "constant-prices"),
    ("target", "floor"),
    ("GDP", "share-of-gdp"),
]


@pytest.mark.parametrize(("typed", "term"), TYPED)
def test_a_word_is_found_as_people_type_it(desk: Desk, typed: str, term: str) -> None:
    assert find_term(desk, typed).id == term


# what is typed | what is said
REFUSED = [
    ("prices", "Did you mean Constant prices, Current prices?"),
    ("pledge", "can mean several words of the glossary: Own goal, Commitment."),
    ("xyzzy", "Leave the word out to see all that it has."),
    ("x" * 500, f"no word '{'x' * 40}'"),
]


@pytest.mark.parametrize(("typed", "said"), REFUSED)
def test_what_is_no_word_of_it_is_answered_with_those_near(
    desk: Desk, typed: str, said: str
) -> None:
    with pytest.raises(QuestionError) as caught:
        find_term(desk, typed)
    assert said in str(caught.value)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_a_word_is_explained_in_two_sentences_and_found_by_its_id(desk: Desk, entry) -> None:
    told = glossary(desk, entry.id)
    assert [each.text for each in told.lead] == [entry.what, entry.more]
    assert len(entry.id) <= 24
    assert meant(desk, "term", entry.id, TODAY) == entry.id


# word | as of | what the sources say
SAID = [
    ("core defence", "2025-06-05", "Proposed: Secretary General Rutte's proposal: "),
    ("core defence", "2025-06-26", "Agreed: Defence investment commitment of The Hague: Allies"),
    ("defence expenditure", "2025-06-26", "by NATO's agreed definition of defence expenditure"),
    ("agreed", "2025-06-05", "Agreed: Defence Investment Pledge of Vilnius, 11 July 2023."),
    ("equipment", "2024-06-01", "20"),
    ("cut-off", "2026-11-25", "The one of 10 July 2026 takes in what was reported by 3 July 2026."),
    ("constant prices", "2024-06-17", "counts in prices and exchange rates of 2015."),
    ("basis", "2026-11-25", "The one of 10 July 2026 counts core defence expenditure."),
    ("own reading", "2026-11-25", "For example: "),
]


@pytest.mark.parametrize(("term", "as_of", "said"), SAID)
def test_the_sources_are_cited_for_what_they_say_of_a_word(
    desk: Desk, term: str, as_of: str, said: str
) -> None:
    briefing = glossary(desk, term, as_of)
    (fact,) = briefing.sections[0].facts
    assert said in f"{fact.label}: {fact.sentence.text}"
    assert fact.sentence.citations


def test_a_word_that_no_source_defines_is_said_to_be_explained_by_us(desk: Desk) -> None:
    assert [each.text for each in glossary(desk, "on course").caveats] == [
        "Explained in words of this program: no source that is held here defines it."
    ]


def test_without_a_word_all_are_listed(desk: Desk) -> None:
    briefing = answer(desk, "glossary", {}, None)
    listed = [fact.label for section in briefing.sections for fact in section.facts]
    assert sorted(listed) == sorted(entry.term for entry in ENTRIES)
    assert briefing.lead[0].text.endswith(f": {len(ENTRIES)}.")


@pytest.mark.parametrize("day", DAYS)
def test_every_question_to_ask_next_has_an_answer(desk: Desk, day: str) -> None:
    asked = {
        (each.command, each.arguments)
        for entry in ENTRIES
        if entry.topic != "members"
        for each in glossary(desk, entry.id, day).follow_ups
    }
    first = {"target": "member", "history": "subject", "sources": "subject", "glossary": "term"}
    first["stance"] = "member"
    for command, typed in asked:
        arguments = {first[command]: typed} if typed else {}
        assert answer(desk, command, arguments, day).lead


def test_every_neighbour_and_form_is_well_made() -> None:
    assert all(near in BY_ID for entry in ENTRIES for near in entry.near)
    written = [text for entry in ENTRIES for text in (entry.forms, entry.sought or "||")]
    assert [text for text in written if text != f"|{text.strip('|')}|" and text != "||"] == []
    assert [entry.forms for entry in ENTRIES if entry.forms != entry.forms.lower()] == []


# question | its arguments | words explained beside it
EXPLAINED = [
    ("target", {"member": "Spain"}, ("On course", "Core defence", "Own reading", "Estimate")),
    ("target", {"member": "Iceland"}, ("Not applicable",)),
    ("ranking", {}, ("Behind", "Estimate", "Floor")),
    ("summit", {}, ("Weak evidence", "As of")),
]


@pytest.mark.parametrize(("command", "arguments", "terms"), EXPLAINED)
def test_words_of_an_answer_are_explained_with_it(
    desk: Desk, command: str, arguments: dict[str, str], terms: tuple[str, ...]
) -> None:
    found = answer(desk, command, arguments, None).terms
    assert set(terms) <= {each.label for each in found}
    assert len(found) <= MOST


# what an answer says | the words of it that are explained
SPOKEN = [
    ("It is met.", ["Met"]),
    ("It is not met.", ["Behind", "Met"]),
    ("They met; a metre, a helmet.", ["Met"]),
    ("A metre and a helmet.", []),
    ("The Edition’s day.", ["Edition"]),
]


@pytest.mark.parametrize(("text", "terms"), SPOKEN)
def test_only_whole_words_are_explained(desk: Desk, text: str, terms: list[str]) -> None:
    stamp = Stamp(as_of="2026-11-25", edition=None, sentence=say("Today."))
    briefing = Briefing(
        command="summit", language="en", title=say("Title"), lead=(say(text),), stamp=stamp
    )
    assert [each.label for each in explained(briefing, desk)] == terms


def test_the_glossary_does_not_explain_itself(desk: Desk) -> None:
    assert glossary(desk, "estimate").terms == ()


# what is typed | the first offered
OFFERED = [("", "On course"), ("core d", "Core defence"), ("edtion", "Edition"), ("pp", None)]


@pytest.mark.parametrize(("typed", "first"), OFFERED)
def test_words_are_offered_while_one_is_typed(desk: Desk, typed: str, first: str | None) -> None:
    offered = OFFERS["term"](desk, typed)
    assert len(offered) <= 25
    assert first is None or offered[0].name == first
