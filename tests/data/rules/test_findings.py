"""Whole results in words: what was judged and why, and what was considered and left aside."""

from datetime import date

import pytest

from data.dates import PartialDate
from data.facts.knowledge import Knowledge
from data.rules import (
    RULES,
    AnnualPlan,
    Commitment,
    Fulfilment,
    Reason,
    Status,
    StatusChange,
    Survey,
    Undertaking,
    assess,
    judge,
    outline_of,
    survey,
)
from tests.data.rules.ledgers import CITES, SPAIN, one_edition, rising_by
from tests.shipped import KNOWN

TODAY = date(2026, 11, 25)
ASIDE = """\
  Defence Investment Pledge of Wales (wales-2014): Superseded: another commitment took its place. \
In its place: vilnius-2023. Since 2023-07-11
  President Trump's demand (trump-2025): Not agreed: on that day it was one side's demand. \
Since 2025-01-07
  Secretary General Rutte's proposal (rutte-2025): Not agreed: on that day it was a proposal. \
Since 2025-05-09
"""


@pytest.fixture(scope="module")
def known() -> Knowledge:
    return KNOWN


def surveyed(known: Knowledge, code: str, day: date) -> Survey:
    return survey(
        known.commitments(day),
        known.roster[code],
        known.ledger,
        as_of=day,
        fulfilments=known.fulfilments(day),
    )


def test_a_survey_names_what_was_considered_and_does_not_hold_and_why(known: Knowledge) -> None:
    text = outline_of(surveyed(known, "ESP", date(2025, 6, 5)))
    considered = text.partition("Considered, does not hold:\n")[2].splitlines()
    assert [line.partition(" [")[0] for line in considered] == ASIDE.splitlines()


@pytest.mark.parametrize("day", [date(2013, 1, 1), date(2024, 3, 6), date(2025, 6, 5), TODAY])
def test_every_survey_names_every_commitment_clause_and_reason(known: Knowledge, day: date) -> None:
    missing: list[str] = []
    for member in known.roster:
        found = surveyed(known, member.id, day)
        text = outline_of(found)
        for judged in (*found.agreed, *found.open):
            missing += [each.clause.claim for each in judged.parts if each.clause.claim not in text]
        names = [each.id for each in known.commitments(day)]
        missing += [f"{member.id}: {name}" for name in names if f"({name})" not in text]
    assert missing == []


def test_a_judgement_names_its_rule_its_status_and_what_can_be_judged(known: Knowledge) -> None:
    lines = judged_by_the_hague(known, TODAY).splitlines()[:4]
    assert [line.partition(" [")[0] for line in lines] == [
        "Defence investment commitment of The Hague (hague-2025), ESP on 2026-11-25: not reported",
        "  Not reported: no clause that can be judged fails, but at least one cannot be judged.",
        "  Agreed on 2025-06-25",
        "  What can be judged is on course.",
    ]


def test_a_clause_names_the_editions_it_rests_on_with_what_they_count(known: Knowledge) -> None:
    (clause,) = (each for each in hague(known).clauses if each.id == "core")
    found = assess(clause, known.roster["ESP"], known.ledger, as_of=date(2025, 5, 1))
    editions = [line for line in outline_of(found).splitlines() if " editions " in line]
    assert editions == [
        "  Figures of editions 2025-04-24 and 2024-06-17, which count defence expenditure.",
        "  Looked at as well: editions 2024-03-14, 2023-07-07, 2019-06-25 and 2016-07-04.",
    ]


def test_a_clause_that_asks_nothing_comes_last_with_the_reason(known: Knowledge) -> None:
    lines = judged_by_the_hague(known, TODAY).splitlines()
    idle = lines[lines.index("  Considered, does not apply:") :]
    assert [line for line in idle if "Not applicable" in line] == [
        "      Not applicable: the clause falls due later.",
        "      Not applicable: the clause asks for no figure by itself.",
    ]


def test_a_proposal_tells_where_its_yearly_increase_alone_leads(known: Knowledge) -> None:
    lines = outline_of(surveyed(known, "ESP", date(2025, 6, 5))).splitlines()
    place = lines.index("    Where the yearly increase alone leads:")
    assert lines[place + 1] == "      late: years after the deadline, estimate = 4 years"


def test_a_total_tells_what_it_cannot_be_below(known: Knowledge) -> None:
    lines = judged_by_the_hague(known, TODAY).splitlines()
    place = lines.index("    Its core part is known, and it cannot be below that:")
    assert lines[place + 1].startswith("      share: share reported, 2026, estimate = 2.00 %")


def test_figures_of_the_newest_edition_count_core_defence(known: Knowledge) -> None:
    figures = "    Figures of edition 2026-07-10, which counts core defence expenditure."
    assert figures in judged_by_the_hague(known, TODAY).splitlines()


def test_years_of_an_increase_and_duties_are_told_one_by_one() -> None:
    book = one_edition({2023: "1.0", 2024: "1.3", 2025: "1.4"}, "2026-07-10")
    increase = outline_of(assess(rising_by("0.2", 2024), SPAIN, book, as_of=TODAY)).splitlines()
    assert increase[:5] == [
        "annual-increase: behind",
        "  A little more each year. [tables, Table 3]",
        f"  {RULES[Reason.A_YEAR_FELL_SHORT]}",
        "  Figures of edition 2026-07-10, which counts defence expenditure.",
        "  2024: kept",
    ]
    assert increase[5] == "  2025: breached"


def test_a_duty_is_told_with_what_is_known_of_it() -> None:
    plan = AnnualPlan(id="plans", start=2026, claim="A plan each year.", cites=CITES)
    handed_in = Fulfilment(
        id="plan-2026",
        commitment="hague-2025",
        clause="plans",
        year=2026,
        done=False,
        claim="No plan was handed in.",
        known_on=PartialDate(2026, 7),
        cites=CITES,
    )
    found = assess(plan, SPAIN, one_edition({2025: "2"}), as_of=TODAY, fulfilments=[handed_in])
    assert outline_of(found).splitlines() == [
        "plans: behind",
        "  A plan each year. [tables, Table 3]",
        "  Behind: at least one thing that was due is known not to be done.",
        "  2026: not done [tables, Table 3]",
    ]


def test_where_nothing_can_be_judged_nothing_is_said_of_the_rest() -> None:
    words = Undertaking(id="words", claim="To do better.", cites=CITES)
    since = PartialDate(2020)
    agreed = StatusChange(status=Status.AGREED, on=since, known_on=since, cites=CITES)
    commitment = Commitment(
        id="vow",
        title="A vow",
        by_whom="All",
        claim="To do better.",
        history=(agreed,),
        clauses=(words,),
    )
    found = judge(commitment, SPAIN, one_edition({2025: "2"}), as_of=TODAY)
    assert outline_of(found).splitlines() == [
        "A vow (vow), ESP on 2026-11-25: not reported",
        "  Not reported: no clause that can be judged fails, but at least one cannot be judged.",
        "  Agreed on 2020 [tables, Table 3]",
        "  words: not reported",
        "    To do better. [tables, Table 3]",
        f"    {RULES[Reason.SAID_IN_WORDS]}",
    ]


def test_a_survey_opens_with_the_member_and_the_day(known: Knowledge) -> None:
    lines = outline_of(surveyed(known, "ESP", date(2025, 6, 5))).splitlines()
    assert lines[0] == "ESP on 2025-06-05"
    assert [line for line in lines if not line.startswith(" ")][1:] == [
        "Agreed:",
        "Not agreed, judged as if it held:",
        "Considered, does not hold:",
    ]


def test_what_nobody_knew_of_yet_is_told_in_two_lines(known: Knowledge) -> None:
    name, rule = judged_by_the_hague(known, date(2014, 9, 5)).splitlines()
    assert name.endswith("(hague-2025), ESP on 2014-09-05: not applicable")
    assert rule == "  Not applicable: on that day nobody knew of it yet."


def hague(known: Knowledge) -> Commitment:
    return next(each for each in known.commitments(TODAY) if each.id == "hague-2025")


def judged_by_the_hague(known: Knowledge, day: date) -> str:
    return outline_of(judge(hague(known), known.roster["ESP"], known.ledger, as_of=day))
