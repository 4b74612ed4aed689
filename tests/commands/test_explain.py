"""What the sources say to a message, by what was known when it was written, and today."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import settings as bounded
from hypothesis import strategies as st

from commands import explain
from commands.briefing import Backed, Briefing, Text
from commands.desk import Desk
from commands.voice import Voice
from data.errors import QuestionError
from data.members import Member
from data.rules import Indicator
from tests.shipped import KNOWN

SEED = date(2025, 6, 5)
TODAY = date(2026, 11, 25)


def explained(desk: Desk, text: str, written: date | None = None) -> Briefing:
    return explain.brief(desk, text, desk.today, written=written)


def lead(briefing: Briefing) -> str:
    return " ".join(each.text for each in briefing.lead)


def facts(briefing: Briefing) -> list[str]:
    return [
        f"{each.label}: {each.sentence.text}" for part in briefing.sections for each in part.facts
    ]


def everything(briefing: Briefing) -> str:
    return "\n".join([lead(briefing), *facts(briefing), *(each.text for each in briefing.caveats)])


# text | written | what the lead says | words that must be somewhere
CASES: list[tuple[str, date | None, str, list[str]]] = [
    ("Spain spends only 1.28 % of GDP", SEED,
     "“1.28 %” is what NATO's edition of 17 June 2024 said of Spain; the newest says 1.42% (2024).",
     ["Matches an older edition: 1.28% (2024, estimate)",
      "Newest edition when it was written: 1.24% (2024, estimate)",
      "By the newest edition today: 1.42% (2024)",
      "Newest share: 2.00% (2026, estimate)", "known on 5 June 2025",
      "counts core defence expenditure"]),
    ("Spain spends 1.28 %", date(2025, 4, 1), "was what the newest edition said of Spain then",
     ["Matches: 1.28% (2024, estimate)", "By the newest edition today: 1.42% (2024)"]),
    ("Spain spends 1.3 %", date(2024, 12, 1), "was what the newest edition said",
     ["Matches when rounded: 1.28% (2024, estimate)"]),
    ("Spain spends 1.24 %", SEED, "“1.24 %” was what the newest edition said of Spain then",
     ["Matches: 1.24% (2024, estimate)"]),
    ("Spain offers 2.1 %", None, "“2.1 %” matches what Spain says",
     ["Own reading: 22 June 2025: Pedro Sánchez", "Disputed", "0.10 percentage points below"]),
    ("Spain spent 1.42 % in 2024", None, "“1.42 %” matches the share reported of Spain: 1.42%",
     ["Matches: 1.42% (2024) of GDP"]),
    ("Poland spends 4.7 %", None, "matches the share reported of Poland when that is rounded",
     ["Matches when rounded: 4.68% (2026, estimate)"]),
    ("Poland spends 4.68 %", None, "“4.68 %” matches the share reported of Poland: 4.68%",
     ["An estimate is NATO's own"]),
    ("Poland spends 4.48 %", None, "the newest says 4.25% (2025, estimate)",
     ["Matches an older edition: 4.48% (2025, estimate)", "Newest edition: 4.25%"]),
    ("Poland spends 4.48 %", date(2025, 9, 1), "that of 28 August 2025; the newest today says",
     ["Matches: 4.48% (2025, estimate)"]),
    ("Germany spent 2.12 %", None, "is what NATO's edition of 17 June 2024 said of Germany",
     ["Newest edition: 2.00% (2024)", "Newest share: 2.69% (2026, estimate)"]),
    ("Germany puts 28.75 % into equipment", None, "is what NATO's edition of 17 June 2024 said",
     ["32.11% (2026, estimate) of defence expenditure"]),
    ("Poland puts 55.91 % into equipment", None, "“55.91 %” matches",
     ["55.91% (2026, estimate) of defence expenditure"]),
    ("Spain owes 20 % for equipment", None, "what is or was asked of the members",
     ["No longer in force: Defence Investment Pledge of Vilnius (11 July 2023, superseded on 25",
      "No longer in force: Defence Investment Pledge of Wales"]),
    ("Spain must reach 5 % by 2035", SEED, "Defence investment commitment of The Hague",
     ["Agreed: Defence investment commitment of The Hague (25 June 2025, after this was written)",
      "Once proposed: Draft declaration for The Hague (18 June 2025, superseded on 25 June 2025)",
      "Once proposed: Secretary General Rutte's proposal (proposed when this was written, until",
      "Once demanded: President Trump's demand (demanded when this was written, until 25 June"]),
    ("Spain must reach 3.5 % by 2033", None, "what is or was asked of the members",
     ["None of these texts names 2033 for it."]),
    ("Spain must add 0.2 percentage points a year", None, "Secretary General Rutte's proposal",
     ["Reported change: 0.00 percentage points from 2025 to 2026."]),
    ("Estonia wants 5.4 % in 2026", None, "“5.4 %” matches what Estonia says",
     ["Own goal: 24 June 2025", "0.30 percentage points below"]),
    ("Italy spends 9.9 %", None, "No source here says “9.9 %” of Italy",
     ["Stands at: 2.10% (2026, estimate)", "7.80 percentage points below"]),
    ("Italy spends 1 to 3 %", None, "“1 to 3 %” matches the share reported of Italy", ["2.10%"]),
    ("Spain is below 2 %", None, "can be set beside the share reported of Spain",
     ["Stands at: 2.00%", "0.00 percentage points"]),
    ("Spain does not spend 2 %", None, "can be set beside", ["denies a figure"]),
    ("Spain spends 1.9 % in 2030", None, "No source here says",
     ["No edition held here has a figure of Spain for 2030."]),
    ("Iceland spends 0.1 %", None, "of which no share is reported", ["has no armed forces"]),
    ("Iceland must spend 5 %", None, "no share of Iceland is reported", ["no armed forces"]),
    ("Sweden spent 1.07 % in 2014", None, "“1.07 %” matches",
     ["Not yet a member: Sweden joined the Alliance on 7 March 2024"]),
    ("Poland 4.68 %, Italy 9.9 %, Spain over 2 %", None,
     ("1 of 3 claims matches what a source here says. "
      "1 of 3 claims can be set beside the figures. 1 of 3 claims matches nothing here."), []),
    ("Poland 4.68 %, Italy 2.1 %", None, "2 of 2 claims match what a source here says.", []),
    ("Poland spends 4.48 %", SEED,
     ("No edition said “4.48 %” of Poland yet when the message was written; NATO's edition of "
      "28 August 2025 has it: 4.48% (2025, estimate)."),
     ["Newest edition when it was written: 4.07% (2024, estimate)",
      "Published since: 4.48% (2025, estimate) of GDP, in NATO's edition of 28 August 2025.",
      "Newest share: 4.68% (2026, estimate)"]),
    ("Poland spends 4.5 %", SEED, "has it: 4.48%",
     ["Published since, when rounded: 4.48% (2025, estimate)"]),
    ("Poland 4.48 %, Italy 9.9 %", SEED,
     "1 of 2 claims matches an edition published after the message. 1 of 2 claims matches nothing",
     []),
    ("Italy spent 2.10 % in 2026", SEED, "NATO's edition of 10 July 2026 has it: 2.10% (2026",
     []),
    ("Poland must reach 4.48 %", SEED, "No source here says “4.48 %” of Poland", []),
    ("Spain 2.0 % and inflation at 3 %", None, "matches",
     ["left out because they are of something else or of no member: 1."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "written", "opening", "words"), CASES)
def test_a_message_is_set_beside_the_sources(
    desk: Desk, text: str, written: date | None, opening: str, words: list[str]
) -> None:
    briefing = explained(desk, text, written)
    assert opening in lead(briefing)
    assert [each for each in words if each not in everything(briefing)] == []


def reported(desk: Desk) -> list[tuple[Member, Decimal, int]]:
    """The newest share of every member that has one, and its year."""
    ledger = desk.knowledge.ledger
    found: list[tuple[Member, Decimal, int]] = []
    for member in desk.knowledge.roster:
        series = ledger.all_series(member.id, Indicator.SHARE_OF_GDP, desk.today)
        if series:
            found.append((member, series[0].latest.published, series[0].latest.year))
    return found


def test_every_members_newest_share_matches(desk: Desk) -> None:
    found = reported(desk)
    offenders = [
        member.id
        for member, share, year in found
        if "matches the share reported"
        not in lead(explained(desk, f"{desk.party_name(member.id)} spends {share} % in {year}"))
    ]
    assert len(found) == 31
    assert offenders == []


def test_half_a_point_more_than_the_newest_share_matches_no_share_and_the_nearest_is_given(
    desk: Desk,
) -> None:
    offenders: list[str] = []
    for member, share, year in reported(desk):
        text = f"{desk.party_name(member.id)} spends {share + Decimal('0.5')} % in {year}"
        said = everything(explained(desk, text))
        if "0.50 percentage points below" not in said or f"{share}%" not in said:
            offenders.append(member.id)
    assert offenders == []


UNANSWERABLE = [
    ("", "It found no member here"),
    ("5 %", "It found no member here"),
    ("Jordan spends 4.8 %", "It found no member here"),
    ("Spain spends a lot", "It found no percentage"),
    ("Inflation in Spain is 3 %", "It found no percentage"),
]


@pytest.mark.parametrize(("text", "why"), UNANSWERABLE)
def test_a_message_without_a_claim_is_told_what_is_looked_for(
    desk: Desk, text: str, why: str
) -> None:
    with pytest.raises(QuestionError, match=r"such as: Spain spends 1\.28 %") as refused:
        explained(desk, text)
    assert why in str(refused.value)


def test_more_than_ten_claims_are_counted(desk: Desk) -> None:
    briefing = explained(desk, ", ".join(f"Spain {each}.5 %" for each in range(12)))
    assert len(briefing.sections) == explain.MOST_CLAIMS
    assert "were not looked at: 2." in everything(briefing)


def test_of_a_long_message_it_is_said_that_only_the_beginning_was_read(desk: Desk) -> None:
    assert "only its beginning was read" in everything(explained(desk, "Spain 2 % " + "x " * 4000))


def test_the_askers_words_are_never_a_fact(desk: Desk) -> None:
    briefing = explained(desk, "Spain spends 1.99 % of GDP")
    backed = [part for part in briefing.parts() if isinstance(part, Backed)]
    assert [part.text for part in backed if "1.99" in part.text] == []


def test_a_message_dated_ahead_of_the_day_is_judged_as_of_the_day(desk: Desk) -> None:
    assert "when it was written" not in everything(explained(desk, "Spain 2 %", date(2030, 1, 1)))


def test_what_was_published_after_the_day_asked_about_is_not_said(desk: Desk) -> None:
    briefing = explain.brief(desk, "Spain spends 1.28 %", SEED)
    assert "2026" not in everything(briefing)
    assert briefing.stamp.as_of == "2025-06-05"


DESK = Desk.of(KNOWN, Voice.of("en"), TODAY)
PIECES = st.sampled_from([
    "Spain", "Poland", "🇪🇸", "Iceland", "Sweden", "NATO", "1.28", "5", "2,1", "%", "percent",
    "points",
    "2024", "2035", "by", "target", "equipment", "not", "below", "between", "and", "from", "to",
    ",", ". ", "\n", "(", ")", "two", "point", "-", "inflation", "of GDP", "٣", "²", "\x00",
])  # fmt: skip
TEXTS = st.one_of(
    st.lists(PIECES, max_size=25).map(" ".join),
    st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=15).map("".join),
    st.text(st.characters(), max_size=200),
)


@bounded(max_examples=150)
@given(text=TEXTS, written=st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_any_text_gives_a_briefing_or_a_question_error(text: str, written: date | None) -> None:
    try:
        briefing = explained(DESK, text, written)
    except QuestionError:
        return
    loose = [part for part in briefing.parts() if isinstance(part, Text)]
    assert briefing.lead
    assert not any(character.isdigit() for part in loose for character in part.text)
