"""What a reviewer reads: claims in plain English, and enough of the article to judge them by."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from data.dates import PartialDate
from data.facts.records import Meeting, MeetingKind, Position, Presence
from data.importers.article.findings import (
    AttendanceFound,
    CommitmentFound,
    FigureFound,
    PledgeFound,
    RequestFound,
    StanceFound,
    StatementFound,
)
from data.importers.article.meet import Meet
from data.importers.article.records.passages import clause
from data.importers.article.trust import confidence
from data.importers.article.wording import commitments, meetings, members
from data.importers.proposals import Ground, Level
from data.rules.commitments import Category, Status
from data.sources import Cite

PUBLISHED = date(2025, 6, 5)
SUMMIT, EXTRA = MeetingKind.SUMMIT, MeetingKind.EXTRAORDINARY_SUMMIT
DEFENCE, FOREIGN = MeetingKind.DEFENCE_MINISTERS, MeetingKind.FOREIGN_MINISTERS
GROUP, REGIONAL = MeetingKind.CONTACT_GROUP, MeetingKind.REGIONAL
DEMANDED, PROPOSED, AGREED = Status.DEMANDED, Status.PROPOSED, Status.AGREED


def day(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text is not None else None


def known(name: str, kind: MeetingKind, starts: str, city: str) -> Meeting:
    return Meeting(
        id="it",
        meeting="it",
        kind=kind,
        name=name,
        starts=day(starts),
        city=city,
        claim="It is set.",
        known_on=PartialDate.of(PUBLISHED),
        cites=(Cite(source="a-report", locator="first paragraph"),),
    )


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("The Hague summit", "The Hague summit"),
        ("Vilnius summit", "the Vilnius summit"),
        ("Brussels summit 2018", "the Brussels summit of 2018"),
        ("Extraordinary virtual summit 2022", "the extraordinary virtual summit of 2022"),
        ("Bucharest Nine and Nordic summit", "the Bucharest Nine and Nordic summit"),
        ("London leaders' meeting 2019", "the London leaders' meeting of 2019"),
    ],
)
def test_name_of_a_known_summit_inside_a_sentence(name: str, inside: str) -> None:
    assert meetings.inside(known(name, SUMMIT, "2025-06-24", "Vilnius")) == inside


MINISTERS = [
    ("Defence ministers, June 2025", DEFENCE, "2025-06-05", "Brussels"),
    ("Foreign ministers, Antalya 2025", FOREIGN, "2025-05", "Antalya"),
    ("Ukraine Defence Contact Group, June 2025", GROUP, "2025-06-04", "Brussels"),
]


def test_known_meeting_with_a_name_for_tables_is_described_inside_a_sentence() -> None:
    assert [meetings.inside(known(*each)) for each in MINISTERS] == [
        "the meeting of NATO's defence ministers in Brussels on 5 June 2025",
        "the meeting of NATO's foreign ministers in Antalya in May 2025",
        "the meeting of the Ukraine Defence Contact Group in Brussels on 4 June 2025",
    ]


@pytest.mark.parametrize(
    ("status", "person", "claim"),
    [
        (Presence.INVITED, None, "Ukraine was invited to {it}."),
        (Presence.EXPECTED, "Ada Berg", "Ada Berg is expected at {it}."),
        (Presence.CONFIRMED, "Ada Berg", "It was confirmed that Ada Berg takes part in {it}."),
        (Presence.UNDECIDED, None, "It was left open whether Ukraine comes to {it}."),
        (Presence.DECLINED, None, "It was said beforehand that Ukraine does not come to {it}."),
        (Presence.ATTENDED, "Ada Berg", "Ada Berg took part in {it}."),
        (Presence.ABSENT, None, "Ukraine was not at {it}."),
    ],
)
def test_guest(status: Presence, person: str | None, claim: str) -> None:
    meet = Meet(SUMMIT, city="Tirana")
    found = AttendanceFound(
        quotes=[], meet=meet, party="UKR", person=person, role=None, status=status
    )
    assert meetings.attendance(found, None) == claim.format(it="the NATO summit in Tirana")


@pytest.mark.parametrize(
    ("kind", "meeting"),
    [
        (SUMMIT, "A NATO summit"),
        (EXTRA, "An extraordinary NATO summit"),
        (DEFENCE, "A meeting of NATO's defence ministers"),
        (FOREIGN, "A meeting of NATO's foreign ministers"),
        (GROUP, "A meeting of the Ukraine Defence Contact Group"),
        (REGIONAL, "A regional meeting"),
    ],
)
def test_kind_of_meeting(kind: MeetingKind, meeting: str) -> None:
    assert meetings.meeting(Meet(kind, city="Riga"), PUBLISHED) == f"{meeting} takes place in Riga."


@pytest.mark.parametrize(
    ("starts", "ends", "claim"),
    [
        ("2025-06-24", "2025-06-25", "is to take place in Riga from 24 to 25 June 2025."),
        ("2025-06-30", "2025-07-01", "is to take place in Riga from 30 June to 1 July 2025."),
        ("2025-07", None, "is to take place in Riga in July 2025."),
        ("2025-06-05", None, "takes place in Riga on 5 June 2025."),
        ("2025-06", None, "takes place in Riga in June 2025."),
        ("2021-11-30", "2021-12-01", "took place in Riga from 30 November to 1 December 2021."),
    ],
)
def test_day_of_a_meeting(starts: str, ends: str | None, claim: str) -> None:
    meet = Meet(SUMMIT, city="Riga", starts=day(starts), ends=day(ends))
    assert meetings.meeting(meet, PUBLISHED) == f"A NATO summit {claim}"


def test_meeting_that_is_off() -> None:
    meet = Meet(REGIONAL, country="NLD", cancelled=True)
    assert meetings.meeting(meet, PUBLISHED) == (
        "A regional meeting in the Netherlands was called off."
    )


def asked(status: Status, who: tuple[str | None, str | None, str], **more: Any) -> CommitmentFound:
    person, role, party = who
    told = {"category": Category.DEFENCE, "share": Decimal(5)} | more
    on = PartialDate.of(PUBLISHED)
    return CommitmentFound(
        quotes=[], status=status, person=person, role=role, party=party, on=on, **told
    )


RUTTE, OFFICE = ("Mark Rutte", "secretary-general", "NATO"), (None, "secretary-general", "NATO")
ALL, POLAND = (None, None, "NATO"), (None, None, "POL")
HEAD, ENVOY = (None, "president", "FRA"), (None, "ambassador to NATO", "FRA")


@pytest.mark.parametrize(
    ("status", "who", "claim"),
    [
        (PROPOSED, RUTTE, "Mark Rutte proposed that the members {do}."),
        (PROPOSED, OFFICE, "The Secretary General proposed that the members {do}."),
        (PROPOSED, ALL, "It was proposed that the members {do}."),
        (DEMANDED, POLAND, "Poland asked the members of the Alliance to {do}."),
        (
            DEMANDED,
            HEAD,
            "The president of France asked the members of the Alliance to {do}.",
        ),
        (
            DEMANDED,
            ENVOY,
            "The ambassador of France to NATO asked the members of the Alliance to {do}.",
        ),
        (DEMANDED, ALL, "The members of the Alliance were asked to {do}."),
        (AGREED, ALL, "The members agreed to {do}."),
        (AGREED, POLAND, "Poland agreed that the members {do}."),
    ],
)
def test_who_asks_something_of_all(
    status: Status, who: tuple[str | None, str | None, str], claim: str
) -> None:
    found = asked(status, who)
    assert commitments.commitment(found) == claim.format(do="spend 5 % of GDP on defence")


BROADER, EQUIPMENT = Category.BROADER, Category.EQUIPMENT
STEP = {"share": None, "step": Decimal("0.2")}
RISE = "raise their spending by 0.2 percentage points of GDP a year"


@pytest.mark.parametrize(
    ("what", "claim"),
    [
        ({"by": 2032}, "spend 5 % of GDP on defence by 2032"),
        ({"bound": "up_to", "category": BROADER}, "spend up to 5 % of GDP on broader security"),
        ({"category": EQUIPMENT}, "spend 5 % of their defence spending on major equipment"),
        (STEP, RISE),
        (
            STEP | {"by": 2032},
            f"{RISE} until 2032",
        ),
    ],
)
def test_what_is_asked_of_all(what: dict[str, Any], claim: str) -> None:
    assert commitments.commitment(asked(AGREED, ALL, **what)) == f"The members agreed to {claim}."


RULE = "Secretary General Rutte's proposal"
WALES = "Defence Investment Pledge of Wales"


@pytest.mark.parametrize(
    ("position", "title", "claim"),
    [
        (Position.SUPPORTS, RULE, f"supports {RULE}"),
        (
            Position.SUPPORTS,
            "Draft declaration for Ankara",
            "supports the draft declaration for Ankara",
        ),
        (Position.OPPOSES, WALES, f"opposes the {WALES}"),
        (Position.SUPPORTS_WITH_CONDITIONS, RULE, f"supports {RULE}, but on conditions"),
        (Position.SEEKS_FLEXIBILITY, None, "asks for flexibility on the spending goal"),
        (Position.CLAIMS_EXEMPTION, RULE, f"considers itself exempt from {RULE}"),
        (Position.UNDECLARED, "2 % goal", "has not said where it stands on the 2 % goal"),
    ],
)
def test_stance(position: Position, title: str | None, claim: str) -> None:
    said_on = PartialDate.of(PUBLISHED)
    told = {"quotes": [], "member": "NLD", "position": position, "role": None, "said_on": said_on}
    said = StanceFound(**told, speaker="Ada Berg", reported=False)
    reported = StanceFound(**told, speaker=None, reported=True)
    assert commitments.stance(said, title) == f"Ada Berg said that the Netherlands {claim}."
    told_of = f"The Netherlands {claim}, according to the report."
    assert commitments.stance(reported, title) == told_of


@pytest.mark.parametrize(
    ("change", "of", "claim"),
    [
        ("later_year", ("BEL",), "Belgium asked for more time, until 2035."),
        ("slower_start", ("NLD", "BEL"), "The Netherlands and Belgium asked for a slower start."),
        (
            "no_annual_increase",
            ("BEL", "USA"),
            "Belgium and the United States asked to drop the yearly rise.",
        ),
        ("other_split", (), "Members that are not named asked for another split of the parts."),
    ],
)
def test_request(change: Any, of: tuple[str, ...], claim: str) -> None:
    found = RequestFound(quotes=[], changes=(change,), members=of, year=2035)
    assert commitments.request(found, change) == claim


@pytest.mark.parametrize(
    ("kind", "share", "amount", "by", "claim"),
    [
        ("pledge", "2.5", None, "2027", "Spain means to spend 2.5 % of GDP on defence by 2027."),
        (
            "budget",
            None,
            "62000000000",
            "2026",
            "Spain gives 62 billion EUR to defence in its budget for 2026.",
        ),
        (
            "programme",
            None,
            "70000000",
            "2030",
            "Spain set up a programme of 70 million EUR for defence until 2030.",
        ),
        ("law", "3", None, "2024", "Spain set 3 % of GDP for defence by law, from 2024 on."),
        ("law", "3", None, None, "Spain set 3 % of GDP for defence by law."),
    ],
)
def test_pledge(
    kind: Any, share: str | None, amount: str | None, by: str | None, claim: str
) -> None:
    found = PledgeFound(
        quotes=[],
        member="ESP",
        kind=kind,
        share=Decimal(share) if share else None,
        amount=Decimal(amount) if amount else None,
        currency="EUR" if amount else None,
        by=day(by),
        speaker=None,
    )
    assert members.pledge(found) == claim


@pytest.mark.parametrize(
    ("year", "estimate", "claim"),
    [
        (2024, False, "Spain spent 1.28 % of GDP on defence in 2024."),
        (2024, True, "Spain was estimated to spend 1.28 % of GDP on defence in 2024."),
        (2025, False, "Spain spends 1.28 % of GDP on defence in 2025."),
        (2025, True, "Spain is estimated to spend 1.28 % of GDP on defence in 2025."),
    ],
)
def test_figure_of_a_year_that_is_over_or_not(year: int, estimate: bool, claim: str) -> None:
    found = FigureFound(
        quotes=[],
        member="ESP",
        share=Decimal("1.28"),
        amount=None,
        currency=None,
        year=year,
        estimate=estimate,
        by_nato=False,
    )
    assert members.figure(found, PUBLISHED) == claim


@pytest.mark.parametrize(
    ("party", "speaker", "claim"),
    [
        ("NATO", None, "NATO was to decide on capability targets."),
        ("NLD", None, "The Netherlands was to decide on capability targets."),
        ("USA", "Pete Hegseth", "Pete Hegseth was to decide on capability targets."),
    ],
)
def test_statement(party: str, speaker: str | None, claim: str) -> None:
    found = StatementFound(
        quotes=[],
        kind="decision",
        party=party,
        speaker=speaker,
        about="NATO",
        said_on=PartialDate.of(PUBLISHED),
        what="was to decide on capability targets",
    )
    assert members.statement(found) == claim


LONG = "and so on and so forth " * 12


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        (
            "“I am convinced we will agree,” Rutte said.",
            "convinced",
            "“I am convinced we will agree,” Rutte said",
        ),
        ("Spain is not bound, but Italy is on board.", "not bound", "Spain is not bound"),
        ("Spain is not bound, but Italy is on board.", "on board", "Italy is on board"),
        ("Rutte warned of a gap; the summit follows.", "warned", "Rutte warned of a gap"),
        (f"Rutte warned of a gap, {LONG}", "warned", "Rutte warned of a gap"),
        (f"{LONG}, Rutte warned of a gap.", "warned", "Rutte warned of a gap"),
    ],
)
def test_quote_is_the_clause_around_what_counts(text: str, words: str, shown: str) -> None:
    start = text.index(words)
    first, last = clause(text, start, start + len(words))
    assert text[first:last] == shown


def test_quote_of_a_clause_without_end_is_cut_at_words() -> None:
    text = f"{LONG}Rutte warned {LONG}"
    first, last = clause(text, text.index("warned"), text.index("warned") + 6)
    assert last - first <= 200
    assert "Rutte warned" in text[first:last]
    assert f" {text} ".find(f" {text[first:last]} ") == first


def test_stance_that_is_only_reported_deserves_some_confidence() -> None:
    reported = {Ground.REPORTED, Ground.DAY_OF_ARTICLE, Ground.COMMITMENT_GUESSED}
    assert confidence(reported) is Level.MEDIUM
    assert confidence(reported | {Ground.HEARSAY}) is Level.LOW
