"""Paths to a share: how fast, at what cost, and what another way would change."""

import pytest

from commands.briefing import Briefing, Figure
from commands.desk import Desk
from commands.registry import answer
from data.errors import QuestionError

SEED, TODAY = "2025-06-05", "2026-11-25"


def path(desk: Desk, typed: str, as_of: str) -> Briefing:
    """A question as it is typed: the member, then others by name."""
    member, *others = typed.split()
    named = dict(each.split(":") for each in others)
    return answer(desk, "path", {"member": member, **named}, as_of)


def lead(briefing: Briefing) -> str:
    return " ".join(sentence.text for sentence in briefing.lead)


def column(briefing: Briefing, name: str) -> list[str]:
    assert briefing.table is not None
    at = briefing.table.columns.index(name)
    return [row[at].text for row in briefing.table.rows]


# typed | as of | what the lead says
LEADS = [
    (
        "Spain",
        TODAY,
        "to reach 3.5% of GDP for core defence (agreed) by 2035 it has to rise by 0.17",
    ),
    ("Spain", TODAY, "In 2035 that takes USD 31.3 billion more than an unchanged share"),
    ("Spain", SEED, "2% of GDP for defence (agreed) is asked for without a year"),
    ("Spain", SEED, "to be there in 2025 it has to rise by 0.76 percentage points"),
    ("Spain by:2030", SEED, "to reach 2% of GDP for defence (agreed) by 2030"),
    ("Spain commitment:Rutte", SEED, "(proposed, not agreed) by 2032 it has to rise by 0.28"),
    ("Spain commitment:Rutte", SEED, "It keeps the yearly increase of at least 0.2"),
    ("Spain commitment:Rutte by:2035", SEED, "Up to 2035 it costs USD 56.2 billion"),
    ("Spain commitment:Rutte by:2035", SEED, "less in all than the commitment as it stands"),
    (
        "France commitment:Rutte",
        SEED,
        "to rise by at least 0.2 percentage points a year from 2026 to",
    ),
    ("France commitment:Rutte without:increase", SEED, "it has to rise by 0.18 percentage points"),
    ("France commitment:Rutte without:increase", SEED, "less in all than the commitment"),
    ("France commitment:Rutte shape:even", SEED, "the first year to fall short is 2026, with 0.18"),
    ("Belgium commitment:Rutte without:increase", SEED, "That is the same path"),
    ("Italy by:2035 shape:late", TODAY, "staying there until 2030, it has to rise by 0.28"),
    ("Italy growth:2.5", TODAY, "if GDP grows by 2.5% a year"),
    ("Italy growth:-3", TODAY, "if GDP shrinks by 3% a year"),
    ("Portugal step:0,3", TODAY, "rising by 0.3 percentage points a year, it reaches 3.5% of GDP"),
    ("France step:0.3", TODAY, "in 2031, 4 years before 2035"),
    ("France step:0.1 by:2030", TODAY, "in 2039, 9 years after 2030"),
    ("Poland", TODAY, "at or above the 3.5% of GDP for core defence (agreed): no further rise"),
    ("France", "2018-01-01", "What that costs is not known"),
    ("France by:2100", TODAY, "it has to rise by 0.02 percentage points every year"),
]


@pytest.mark.parametrize(("typed", "as_of", "words"), LEADS)
def test_the_answer_opens_with_the_way_and_its_cost(
    desk: Desk, typed: str, as_of: str, words: str
) -> None:
    assert words in lead(path(desk, typed, as_of))


# typed | as of | what the sentence must hold
WRONG = [
    ("Iceland", TODAY, "Iceland has no armed forces"),
    ("Sweden", "2022-01-01", "Sweden was not a member on 2022-01-01. Ask as of 2024-03-07"),
    ("Spain", "2013-01-01", "No edition published by 2013-01-01 has a share of Spain"),
    ("Spain by:2020", TODAY, "The year 2020 is not after 2026"),
    ("Spain by:2200", TODAY, "more than 100 years after 2026"),
    ("Spain by:soon", TODAY, "'soon' is not a year we know"),
    ("Spain growth:5000", TODAY, "GDP cannot grow by 5000 percent a year"),
    ("Spain step:0", TODAY, "give a step above zero"),
    ("Spain step:0.2 shape:late", TODAY, "Give a step or a shape, not both."),
    ("Spain shape:steep", TODAY, "'steep' is none of: in equal steps, more in the last years."),
    ("Slovenia commitment:Wales", TODAY, "Give a later year, such as by:2027, or a step."),
    ("Spain commitment:Hague", SEED, "was not known on 2025-06-05"),
]


@pytest.mark.parametrize(("typed", "as_of", "words"), WRONG)
def test_a_path_that_cannot_be_drawn_says_what_would_work(
    desk: Desk, typed: str, as_of: str, words: str
) -> None:
    with pytest.raises(QuestionError) as caught:
        path(desk, typed, as_of)
    assert words in str(caught.value)


def test_the_table_has_a_row_for_each_year_up_to_the_share(desk: Desk) -> None:
    found = path(desk, "Spain", TODAY)
    assert column(found, "Year") == [str(year) for year in range(2027, 2036)]
    assert column(found, "Share of GDP")[-1] == "3.50%"


def test_the_table_says_which_years_keep_the_yearly_clause(desk: Desk) -> None:
    found = path(desk, "France commitment:Rutte shape:late", SEED)
    assert column(found, "Yearly clause") == ["not asked", *["not kept"] * 3, *["kept"] * 4]


def test_a_commitment_without_a_yearly_clause_has_no_column_for_it(desk: Desk) -> None:
    found = path(desk, "France", TODAY)
    assert found.table is not None
    assert "Yearly clause" not in found.table.columns


def test_a_long_path_shows_every_fifth_year(desk: Desk) -> None:
    found = path(desk, "Spain by:2060", TODAY)
    assert column(found, "Year") == ["2027", *[str(year) for year in range(2030, 2061, 5)]]
    assert "every fifth year" in " ".join(each.text for each in found.caveats)


def test_without_money_there_is_no_column_of_money(desk: Desk) -> None:
    found = path(desk, "France growth:2", "2018-01-01")
    assert found.table is not None
    assert "Extra money" not in found.table.columns
    assert "no money is worked out here" in " ".join(each.text for each in found.caveats)


def test_another_way_is_set_beside_the_commitment_as_it_stands(desk: Desk) -> None:
    found = path(desk, "Spain commitment:Rutte by:2035", SEED)
    (beside,) = (
        section for section in found.sections if section.title and "Beside" in section.title.text
    )
    assert [fact.label for fact in beside.facts] == ["As it stands", "Furthest apart"]
    assert "this path is at 2.88% and the commitment as it stands at 3.50%" in (
        beside.facts[1].sentence.text
    )


def test_the_picture_has_both_ways_where_another_was_asked_for(desk: Desk) -> None:
    plain, late = (path(desk, typed, TODAY).chart for typed in ("Spain", "Spain shape:late"))
    assert plain is not None
    assert late is not None
    assert [each.kind for each in plain.courses] == ["past", "ahead"]
    assert [each.kind for each in late.courses] == ["past", "ahead", "ahead"]


def test_the_picture_says_in_words_where_the_path_leads(desk: Desk) -> None:
    chart = path(desk, "Spain", TODAY).chart
    assert chart is not None
    assert "2.00% in 2026; the path leads to 3.5% in 2035." in chart.alt.text


def test_a_growth_that_was_given_traces_to_whoever_asked(desk: Desk) -> None:
    found = path(desk, "Italy growth:2.5", TODAY)
    (growth,) = (
        part
        for sentence in found.lead
        for part in sentence.parts
        if isinstance(part, Figure) and part.text == "2.5%"
    )
    assert growth.citations == ()
    assert growth.step is not None


def test_before_a_text_is_agreed_the_proposal_is_offered(desk: Desk) -> None:
    offered = [each.arguments for each in path(desk, "Spain", SEED).follow_ups]
    assert offered[0] == "Spain commitment:rutte-2025"


@pytest.mark.parametrize("as_of", [SEED, "2025-06-25", TODAY])
@pytest.mark.parametrize("typed", ["Spain", "Spain by:2040", "Spain step:0.3"])
def test_what_is_offered_next_can_be_asked(desk: Desk, typed: str, as_of: str) -> None:
    for each in path(desk, typed, as_of).follow_ups:
        if each.command == "path":
            assert path(desk, each.arguments, as_of).lead


def test_a_reading_of_its_own_stands_beside_what_is_asked(desk: Desk) -> None:
    facts = path(desk, "Spain", TODAY).sections[0].facts
    (reading,) = (fact.sentence.text for fact in facts if fact.label == "Own reading")
    assert reading.endswith("That is disputed.")
