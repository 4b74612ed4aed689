"""What those see who decide on a proposal."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.render.discord import pages
from bot.render.discord.pages import Place
from commands import review
from commands.briefing import Briefing, Quoted
from commands.desk import Desk
from commands.review import Reviewed
from commands.voice import Voice
from data.facts.records import Position, Presence, Statement
from data.importers.proposals import Ground, Level, Proposal, Reported, Sort
from data.rules.commitments import Status
from tests import proposals as made
from tests.commands.conftest import TODAY
from tests.proposals import ARTICLE, CITES, DAY, OTHER_ARTICLE, passage, proposal, stance


def told(desk: Desk, *proposals: Proposal) -> list[Briefing]:
    return [review.brief(desk, Reviewed(proposal=each, source=ARTICLE)) for each in proposals]


def section(briefing: Briefing, title: str) -> list[str]:
    for each in briefing.sections:
        if each.title is not None and each.title.text == title:
            return [f"{fact.label}: {fact.sentence.text}" for fact in each.facts]
    return []


def test_the_words_stand_in_their_sentence_and_are_told_apart(desk: Desk) -> None:
    (found,) = told(desk, proposal(stance()))
    assert section(found, "The words") == [
        (
            "Words: “On Tuesday Spain said that it supports the new target, its minister told "
            "reporters.” (paragraph 2)"
        )
    ]
    assert [each.text for each in found.parts() if isinstance(each, Quoted)] == [made.WORDS]


def test_where_it_was_read_names_all_who_told_it(desk: Desk) -> None:
    reviewed = Reviewed(proposal=proposal(stance()), source=ARTICLE, further=(OTHER_ARTICLE,), id=7)
    found = review.brief(desk, reviewed)
    assert found.title.text == "Proposal 7: where a member stands"
    said = "Spain says yes, 24 November 2026 (news agency or newspaper of record)"
    assert section(found, "Where it was read") == [
        f"Source: The Tribune: {said}",
        f"Also reported by: The Gazette: {said}",
    ]
    assert next(each.url for each in found.citations) == ARTICLE.url


SAYS = "What would change"


def test_what_is_new_changes_nothing_that_was_known(desk: Desk) -> None:
    (found,) = told(desk, proposal(made.meeting(), sort=Sort.MEETING))
    assert section(found, SAYS) == ["New: Nothing is known of it yet."]


def test_a_later_word_takes_the_place_of_the_present_one(desk: Desk) -> None:
    (found,) = told(desk, proposal(stance(commitment="hague-2025", position=Position.OPPOSES)))
    (line,) = section(found, SAYS)
    assert line.startswith("Changes: Before: After Trump's threat the Spanish government said")
    assert line.endswith("After: Spain says that it supports the target.")


def test_an_earlier_word_leaves_the_present_one(desk: Desk) -> None:
    earlier = replace(
        stance(commitment="hague-2025", position=Position.OPPOSES),
        said_on=replace(DAY, year=2025, month=8),
        known_on=replace(DAY, year=2025, month=8),
    )
    (line,) = section(told(desk, proposal(earlier))[0], SAYS)
    assert line.startswith("Stays: What is known is of a later day")


def test_what_is_known_is_named_with_its_source(desk: Desk) -> None:
    known = desk.knowledge.stances("ESP", TODAY)[-1]
    again = replace(known, id="again", claim="The same again.", cites=CITES)
    (found,) = told(desk, proposal(again))
    assert section(found, SAYS) == [f"Known already: It is known: {known.claim}"]
    sources = {each.source for each in found.citations}
    assert known.cites[0].source in sources


def test_the_same_stance_by_another_speaker_is_known(desk: Desk) -> None:
    known = desk.knowledge.stances("ESP", TODAY)[-1]
    again = replace(known, id="again", speaker="Somebody Else", role=None, cites=CITES)
    (line,) = section(told(desk, proposal(again))[0], SAYS)
    assert line.startswith("Known already: ")


def test_a_known_commitment_says_what_it_gains(desk: Desk) -> None:
    added, agreed, there = told(
        desk,
        proposal(made.review(2031, id="hague-2025"), sort=Sort.COMMITMENT),
        proposal(made.target("9", id="hague-2025", status=Status.AGREED), sort=Sort.COMMITMENT),
        proposal(
            replace(
                made.review(2029, id="hague-2025"),
                history=made.target(status=Status.AGREED).history,
            ),
            sort=Sort.COMMITMENT,
        ),
    )
    assert "Clause: A review in 2031." in section(added, SAYS)[0]
    assert section(agreed, SAYS)[0].startswith("Added: A clause is added to what is known: ")
    assert section(there, SAYS)[0].startswith("Known already: ")


def test_a_new_contradiction_is_told_and_a_known_one_is_not(desk: Desk) -> None:
    against = replace(
        made.guest("ankara-2026"), party="USA", person="Donald Trump", status=Presence.ABSENT
    )
    (found,) = told(desk, proposal(against, sort=Sort.ATTENDANCE))
    (line,) = section(found, "Contradictions")
    assert line.startswith("New: Sources disagree on the presence of Donald Trump")
    assert section(told(desk, proposal(made.meeting()))[0], "Contradictions") == []


def figure(reported: Reported) -> Proposal:
    said = Statement(
        id="poland-reported",
        kind="estimate",
        about="POL",
        party="POL",
        said_on=DAY,
        claim="Poland spends much.",
        known_on=DAY,
        cites=CITES,
    )
    return proposal(said, sort=Sort.FIGURE, reported=reported)


FIGURES = [
    # the share an article reports of Poland in 2025, and how it stands to NATO's
    ("4.5", "The text's 4.5% for 2025 is 0.25 percentage points more than the 4.25% that the"),
    ("4.2", "The text's 4.2% for 2025 is 0.05 percentage points less than the 4.25% that the"),
    ("4.25", "The edition of 10 July 2026 says the same of Poland for 2025, as an estimate: 4.25%"),
    ("4.3", "The edition of 10 July 2026 says the same of Poland for 2025, as an estimate: 4.25%"),
    ("4", "The edition of 10 July 2026 says the same of Poland for 2025, as an estimate: 4.25%"),
]


@pytest.mark.parametrize(("share", "said"), FIGURES)
def test_a_reported_share_is_held_against_natos(desk: Desk, share: str, said: str) -> None:
    (found,) = told(desk, figure(Reported(member="POL", year=2025, share=Decimal(share))))
    (line,) = section(found, "Beside NATO's figures")
    assert line.startswith(f"NATO: {said}")


def test_the_edition_is_the_newest_of_the_articles_day(desk: Desk) -> None:
    article = replace(ARTICLE, published_on=replace(DAY, year=2025, month=6, day=5))
    reported = figure(Reported(member="POL", year=2024, share=Decimal("4.12")))
    found = review.brief(desk, Reviewed(proposal=reported, source=article))
    (line,) = section(found, "Beside NATO's figures")
    assert "edition of 24 April 2025" in line


def test_a_year_that_no_edition_has_is_said_to_be_in_none(desk: Desk) -> None:
    (found,) = told(desk, figure(Reported(member="POL", year=1960, share=Decimal(4))))
    assert section(found, "Beside NATO's figures") == [
        "NATO: No edition published by 24 November 2026 has such a figure of Poland for 1960."
    ]


def test_values_are_listed_as_they_would_be_recorded(desk: Desk) -> None:
    (found,) = told(desk, proposal(made.target(), sort=Sort.COMMITMENT))
    assert section(found, "What would be recorded") == [
        "Title: Four percent",
        "By whom: The Secretary General",
        "Status: Status: proposed; On: 24 November 2026; Known on: 24 November 2026",
        (
            "Clause: Members spend 4% of GDP by 2030. (Kind: a share; Counted as: core defence; "
            "Bound: at least; Share: 4%; By: 2030)"
        ),
    ]


@pytest.mark.parametrize("ground", list(Ground))
def test_every_reason_is_a_sentence(desk: Desk, ground: Ground) -> None:
    said = replace(proposal(stance()), confidence=Level.LOW, grounds=(ground,))
    (line,) = section(told(desk, said)[0], "Confidence")
    assert line.startswith("Low confidence: ")
    assert line.endswith(".")


HOSTILE = [
    ("@everyone says **yes**", "**@\N{ZERO WIDTH SPACE}everyone says \\*\\*yes\\*\\***"),
    ("<@1234> and <script>", "**\\<@\N{ZERO WIDTH SPACE}1234> and \\<script>**"),
    ("[here](https://x.example)", "**\\[here\\](https:\\/\\/x.example)**"),
    ("`rm` ||spoiler||", "**\\`rm\\` \\|\\|spoiler\\|\\|**"),
]


@pytest.mark.parametrize(("words", "shown"), HOSTILE)
def test_quoted_words_call_nobody_and_format_nothing(desk: Desk, words: str, shown: str) -> None:
    said = proposal(stance(), passages=[passage(f"He wrote: {words} again.", words)])
    page, *_ = pages.answer(told(desk, said)[0], Place(voice=desk.voice, live=False))
    assert shown in "\n".join(page.blocks)


def test_a_summary_is_one_line(desk: Desk) -> None:
    reviewed = Reviewed(proposal=proposal(made.target(), stance()), source=ARTICLE)
    assert review.summary(desk, reviewed).text == (
        "where a member stands: Members spend 4% of GDP by 2030. Spain says that it supports the "
        "target. "
        "(High confidence)"
    )


@pytest.mark.parametrize("language", ["de", "fr", "pl"])
def test_other_languages_show_the_words_as_they_are(desk: Desk, language: str) -> None:
    there = replace(desk, voice=Voice.of(language))
    (found,) = told(there, proposal(stance()))
    assert [each.text for each in found.parts() if isinstance(each, Quoted)] == [made.WORDS]
