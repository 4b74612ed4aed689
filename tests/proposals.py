"""Proposals of an invented article, made by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from data.dates import PartialDate
from data.facts.knowledge import Fact
from data.facts.records import Attendance, Meeting, MeetingKind, Position, Presence, Stance
from data.importers.proposals import Ground, Level, Passage, Proposal, Reported, Sort
from data.rules.commitments import (
    Category,
    Clause,
    Commitment,
    Review,
    ShareTarget,
    Status,
    StatusChange,
)
from data.sources import Cite, Grade, Source

ARTICLE = Source(
    id="tribune-2026-11-24",
    title="Spain says yes",
    publisher="The Tribune",
    published_on=PartialDate(2026, 11, 24),
    verified_on=date(2026, 11, 25),
    url="https://tribune.example.org/spain-says-yes",
    grade=Grade.WIRE,
)
OTHER_ARTICLE = replace(
    ARTICLE,
    id="gazette-2026-11-24",
    publisher="The Gazette",
    url="https://gazette.example.org/madrid-turns",
)
CITES = (Cite(source=ARTICLE.id, locator="paragraph 2"),)
DAY = PartialDate(2026, 11, 24)
SENTENCE = "On Tuesday Spain said that it supports the new target, its minister told reporters."
WORDS = "Spain said that it supports the new target"


def passage(sentence: str = SENTENCE, words: str = WORDS, *, paragraph: int = 2) -> Passage:
    start = sentence.index(words)
    return Passage(sentence=sentence, start=start, end=start + len(words), paragraph=paragraph)


def proposal(
    *values: Fact,
    sort: Sort = Sort.STANCE,
    passages: Sequence[Passage] = (),
    reported: Reported | None = None,
) -> Proposal:
    return Proposal(
        sort=sort,
        values=values,
        passages=tuple(passages) or (passage(),),
        confidence=Level.HIGH,
        grounds=(Ground.STATED, Ground.DAY_RESOLVED, Ground.KNOWN_SUBJECT),
        reported=reported,
    )


def stance(
    member: str = "ESP",
    position: Position = Position.SUPPORTS,
    *,
    commitment: str | None = None,
    id: str = "spain-2026-11-24",
    claim: str = "Spain says that it supports the target.",
) -> Stance:
    return Stance(
        id=id,
        member=member,
        commitment=commitment,
        position=position,
        party=member,
        said_on=DAY,
        claim=claim,
        known_on=DAY,
        cites=CITES,
    )


def target(
    share: str = "4", *, id: str = "four-by-2030", by: int = 2030, status: Status = Status.PROPOSED
) -> Commitment:
    clause = ShareTarget(
        id=f"{share}-by-{by}",
        category=Category.CORE,
        share=Decimal(share),
        by=by,
        claim=f"Members spend {share} % of GDP by {by}.",
        cites=CITES,
    )
    return commitment(clause, id=id, status=status)


def review(year: int = 2029, *, id: str = "four-by-2030") -> Commitment:
    clause = Review(id=f"review-{year}", year=year, claim=f"A review in {year}.", cites=CITES)
    return commitment(clause, id=id)


def commitment(clause: Clause, *, id: str, status: Status = Status.PROPOSED) -> Commitment:
    return Commitment(
        id=id,
        title="Four percent",
        by_whom="The Secretary General",
        claim="Four percent was proposed.",
        history=(StatusChange(status=status, on=DAY, known_on=DAY, cites=CITES),),
        clauses=(clause,),
    )


def meeting(name: str = "oslo-2027") -> Meeting:
    return Meeting(
        id=f"{name}-reported",
        meeting=name,
        kind=MeetingKind.DEFENCE_MINISTERS,
        name="Defence ministers in Oslo",
        starts=PartialDate(2027, 2, 11),
        city="Oslo",
        country="NOR",
        claim="Defence ministers meet in Oslo on 11 February 2027.",
        known_on=DAY,
        cites=CITES,
    )


def guest(name: str = "oslo-2027") -> Attendance:
    return Attendance(
        id=f"ukraine-{name}",
        meeting=name,
        party="UKR",
        status=Presence.EXPECTED,
        claim="Ukraine is expected.",
        known_on=DAY,
        cites=CITES,
    )
