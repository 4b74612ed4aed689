"""The report of 5 June 2025: the sixteen things it reports, and nothing else. Each row is one of
the table that stands beside it: sort, subject, and what is said of it."""

import pytest

from data.facts.knowledge import Fact, Knowledge
from data.facts.records import Attendance, Meeting, Request, Stance, Statement
from data.importers.article import read
from data.importers.proposals import Proposal
from data.rules.commitments import AnnualIncrease, Commitment, ShareTarget
from tests.data.importers.article.scoring import article

ROWS = """
meeting     defence_ministers Brussels 2025-06-05
commitment  demanded Trump 5 defence by None
meeting     summit The Hague 2025-06-24 to 2025-06-25
commitment  proposed Rutte 3.5 core by 2032
commitment  proposed Rutte 1.5 broader by None
commitment  proposed Rutte 0.2 a year, core
statement   assurance Mark Rutte 2025-06-04
stance      ESP opposes, reported 2025-06-05, 2 % only by the end of 2025
request     later_year and no_annual_increase of nobody named
stance      USA supports_with_conditions, reported 2025-06-04
statement   decision NATO 2025-06-05
statement   estimate NATO 2025-06-05 3.5 % to 3.7 %
statement   warning Pete Hegseth 2025-02
attendance  Pete Hegseth absent contact-group-2025-06-04
attendance  UKR confirmed the-hague-2025
attendance  Volodymyr Zelensky undecided the-hague-2025
"""


def test_the_seed_yields_its_sixteen_rows_and_nothing_else(seed: str, knowledge: Knowledge) -> None:
    found = read(article(seed, "2025-06-05"), knowledge)
    assert not found.cut
    wanted = [" ".join(line.split()) for line in ROWS.strip().splitlines()]
    assert sorted(map(_row, found.proposals)) == sorted(wanted)


def test_the_seed_reads_the_same_twice(seed: str, knowledge: Knowledge) -> None:
    once = read(article(seed, "2025-06-05"), knowledge)
    assert read(article(seed, "2025-06-05"), knowledge) == once


def test_every_proposal_of_the_seed_rests_on_words_that_stand_in_it(
    seed: str, knowledge: Knowledge
) -> None:
    passages = [
        each
        for proposal in read(article(seed, "2025-06-05"), knowledge).proposals
        for each in proposal.passages
    ]
    assert [each.words for each in passages if each.words not in seed] == []
    paragraphs = [line for line in seed.splitlines() if line.strip()]
    assert all(each.sentence in paragraphs[each.paragraph - 1] for each in passages)


def _row(proposal: Proposal) -> str:
    return f"{proposal.sort} {_told(proposal.values)}"


def _told(values: tuple[Fact, ...]) -> str:
    match values[-1]:
        case Meeting() as meeting:
            ends = f" to {meeting.ends}" if meeting.ends else ""
            return f"{meeting.kind} {meeting.city} {meeting.starts}{ends}"
        case Attendance() as came:
            return f"{came.person or came.party} {came.status} {came.meeting}"
        case Stance() as stance:
            also = (
                ", 2 % only by the end of 2025" if "only by the end of 2025" in stance.claim else ""
            )
            said = "reported" if stance.reported else stance.speaker
            return f"{stance.member} {stance.position}, {said} {stance.said_on}{also}"
        case Request():
            asked = [each for each in values if isinstance(each, Request)]
            changes = " and ".join(sorted(each.change for each in asked))
            return f"{changes} of {'nobody named' if not asked[0].members else asked[0].members}"
        case Statement() as statement:
            sums = " 3.5 % to 3.7 %" if "3.5 % to 3.7 %" in statement.claim else ""
            who = statement.speaker or statement.party
            return f"{statement.kind} {who} {statement.said_on}{sums}"
        case Commitment(history=(change,), clauses=(clause,)) as text:
            who = next(name for name in ("Trump", "Rutte") if name in text.by_whom)
            return f"{change.status} {who} {_clause(clause)}"
        case other:
            pytest.fail(f"Nobody expects {other}.")


def _clause(clause: object) -> str:
    match clause:
        case ShareTarget():
            return f"{clause.share} {clause.category} by {clause.by}"
        case AnnualIncrease():
            return f"{clause.step} a year, {clause.category}"
        case other:
            pytest.fail(f"Nobody expects {other}.")
