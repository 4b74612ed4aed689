"""Findings as proposals: records with our own words, cited, with ids that two readings share."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from data.dates import PartialDate
from data.facts.knowledge import Fact, Knowledge
from data.facts.records import Attendance, Meeting, Pledge, Request, Stance, Statement
from data.importers.article import wording
from data.importers.article.findings import (
    AttendanceFound,
    CommitmentFound,
    FigureFound,
    Finding,
    MeetingFound,
    PledgeFound,
    RequestFound,
    StanceFound,
    StatementFound,
)
from data.importers.article.known_meetings import known_as
from data.importers.article.meet import Meet
from data.importers.article.texts import Texts
from data.importers.article.trust import confidence
from data.importers.proposals import Article, Ground, Passage, Proposal, Reported, Sort
from data.rules.commitments import (
    AnnualIncrease,
    Category,
    Clause,
    Commitment,
    ShareTarget,
    StatusChange,
)
from data.sources import Cite

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
             "tenth", "eleventh", "twelfth")  # fmt: skip
_MOST_PASSAGES = 4


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes what one article reports. `texts` are the commitments it may speak of."""

    article: Article
    knowledge: Knowledge
    texts: Texts
    carried: set[int] = field(default_factory=set[int])
    """Meetings that are proposed with somebody who comes to them."""

    @property
    def day(self) -> PartialDate:
        return self.article.source.published_on

    @property
    def published(self) -> date:
        return self.day.first

    def proposal(self, found: Finding) -> Proposal | None:
        """None where it rests on something the article does not name and nobody here knows."""
        match found:
            case MeetingFound():
                return self._proposal(Sort.MEETING, found, [self._meeting(found.meet, found)])
            case AttendanceFound():
                return self._attendance(found)
            case CommitmentFound():
                return self._commitment(found)
            case StanceFound():
                return self._proposal(Sort.STANCE, found, [self._stance(found)])
            case RequestFound():
                return self._request(found)
            case PledgeFound():
                return self._proposal(Sort.PLEDGE, found, [self._pledge(found)])
            case FigureFound():
                return self._figure(found)
            case StatementFound():
                return self._proposal(Sort.STATEMENT, found, [self._statement(found)])
            case _:
                return None

    def _proposal(
        self,
        sort: Sort,
        found: Finding,
        values: Sequence[Fact],
        reported: Reported | None = None,
    ) -> Proposal:
        return Proposal(
            sort=sort,
            values=tuple(values),
            passages=_passages(found),
            confidence=confidence(found.grounds),
            grounds=tuple(each for each in Ground if each in found.grounds),
            reported=reported,
        )

    def _cites(self, found: Finding) -> tuple[Cite, ...]:
        numbers = dict.fromkeys(quote[0].sentence.paragraph for quote in found.quotes)
        listed = [_paragraph(each) for each in list(numbers)[:_MOST_PASSAGES]]
        return (Cite(source=self.article.source.id, locator=" and ".join(listed)),)

    def _id(self, *parts: object) -> str:
        told = "-".join(_slug(str(each)) for each in parts if each)
        mark = hashlib.sha256(f"{self.article.source.id}|{told}".encode()).hexdigest()[:6]
        return f"{told}-{self.day}-{mark}"

    def _meeting(self, meet: Meet, found: Finding) -> Meeting:
        known = known_as(meet, self.knowledge, self.published)
        kind = meet.kind
        assert kind is not None
        key = known.meeting if known is not None else _key(meet)
        return Meeting(
            id=self._id(key),
            meeting=key,
            kind=known.kind if known is not None and kind.value == "leaders_meeting" else kind,
            name=known.name if known is not None else wording.meeting_name(meet),
            starts=meet.starts,
            ends=meet.ends,
            city=meet.city,
            country=meet.country,
            cancelled=meet.cancelled,
            claim=wording.meeting(meet),
            known_on=self.day,
            cites=self._cites(found),
        )

    def _attendance(self, found: AttendanceFound) -> Proposal | None:
        meet = found.meet
        if meet.kind is None:
            return None
        known = known_as(meet, self.knowledge, self.published)
        carries = meet.carried and id(meet) not in self.carried
        self.carried.add(id(meet))
        if known is None and not meet.told:
            return None
        key = known.meeting if known is not None else _key(meet)
        name = known.name if known is not None else wording.meeting_name(meet)
        value = Attendance(
            id=self._id(key, found.party, found.person),
            meeting=key,
            party=found.party,
            person=found.person,
            role=found.role,
            status=found.status,
            claim=wording.attendance(found, name),
            known_on=self.day,
            cites=self._cites(found),
        )
        found.ground(Ground.KNOWN_SUBJECT if known is not None else Ground.NEW_SUBJECT)
        values: list[Fact] = [self._meeting(meet, found)] if carries else []
        return self._proposal(Sort.ATTENDANCE, found, [*values, value])

    def _commitment(self, found: CommitmentFound) -> Proposal:
        text = self.texts.of(found)
        cites = self._cites(found)
        known = text.known
        change = StatusChange(status=found.status, on=found.on, known_on=self.day, cites=cites)
        value = Commitment(
            id=text.id,
            title=known.title if known is not None else text.title,
            by_whom=known.by_whom if known is not None else text.by_whom,
            claim=known.claim if known is not None else wording.commitment(found),
            history=(change,),
            clauses=(self._clause(found, known, cites),),
            weak=wording.NO_FIRST_YEAR if found.step is not None and known is None else None,
        )
        found.ground(Ground.KNOWN_SUBJECT if known is not None else Ground.NEW_SUBJECT)
        return self._proposal(Sort.COMMITMENT, found, [value])

    def _clause(
        self, found: CommitmentFound, known: Commitment | None, cites: tuple[Cite, ...]
    ) -> Clause:
        there = _same_clause(found, known)
        if found.step is not None:
            start = there.start if isinstance(there, AnnualIncrease) else self.published.year + 1
            return AnnualIncrease(
                id=there.id if there is not None else "annual-increase",
                category=found.category,
                step=found.step,
                start=start,
                until=there.until if isinstance(there, AnnualIncrease) else found.by,
                claim=wording.clause(found),
                cites=cites,
            )
        assert found.share is not None
        return ShareTarget(
            id=there.id if there is not None else _clause_id(found.category),
            category=found.category,
            bound=found.bound,
            share=found.share,
            by=found.by,
            claim=wording.clause(found),
            cites=cites,
        )

    def _stance(self, found: StanceFound) -> Stance:
        text = self.texts.spoken_of(found.quotes)
        if text is not None:
            found.ground(Ground.COMMITMENT_GUESSED)
        return Stance(
            id=self._id(found.member, found.speaker, found.position.value),
            member=found.member,
            commitment=text.id if text is not None else None,
            position=found.position,
            speaker=found.speaker,
            role=found.role,
            party=found.member,
            reported=found.reported,
            said_on=found.said_on,
            claim=wording.stance(found, text.title if text is not None else None),
            known_on=self.day,
            cites=self._cites(found),
        )

    def _request(self, found: RequestFound) -> Proposal | None:
        text = self.texts.spoken_of(found.quotes)
        if text is None:
            return None
        found.ground(Ground.COMMITMENT_GUESSED)
        values = [
            Request(
                id=self._id(*found.members, each),
                commitment=text.id,
                change=each,
                year=found.year if each == "later_year" else None,
                members=found.members,
                claim=wording.request(found, each),
                known_on=self.day,
                cites=self._cites(found),
                weak=wording.HEARSAY if Ground.HEARSAY in found.grounds else None,
            )
            for each in found.changes
        ]
        return self._proposal(Sort.REQUEST, found, values)

    def _pledge(self, found: PledgeFound) -> Pledge:
        return Pledge(
            id=self._id(found.member, found.share or found.amount, found.by),
            members=(found.member,),
            kind=found.kind,
            category=Category.CORE if self.published.year > 2025 else Category.DEFENCE,
            share=found.share,
            by=found.by,
            claim=wording.pledge(found),
            speaker=found.speaker,
            known_on=self.day,
            cites=self._cites(found),
        )

    def _figure(self, found: FigureFound) -> Proposal:
        value = Statement(
            id=self._id(found.member, found.share or found.amount, found.year),
            kind="figure",
            about=found.member,
            party="NATO" if found.by_nato else found.member,
            said_on=self.day,
            claim=wording.figure(found),
            known_on=self.day,
            cites=self._cites(found),
            weak=None if found.by_nato else wording.WHOSE_FIGURE,
        )
        reported = Reported(
            member=found.member,
            year=found.year,
            share=found.share,
            amount=found.amount,
            currency=found.currency,
            estimate=found.estimate,
        )
        return self._proposal(Sort.FIGURE, found, [value], reported)

    def _statement(self, found: StatementFound) -> Statement:
        return Statement(
            id=self._id(found.party, found.speaker, found.kind, found.said_on),
            kind=found.kind,
            about=found.about,
            speaker=found.speaker,
            party=found.party,
            said_on=found.said_on,
            claim=wording.statement(found),
            known_on=self.day,
            cites=self._cites(found),
        )


def _same_clause(found: CommitmentFound, known: Commitment | None) -> Clause | None:
    for each in known.clauses if known is not None else ():
        match each:
            case ShareTarget(share=share, category=category) if found.share is not None:
                if share == found.share and category is found.category:
                    return each
            case AnnualIncrease(step=step) if found.step is not None and step == found.step:
                return each
            case _:
                pass
    return None


def _clause_id(category: Category) -> str:
    return {Category.DEFENCE: "share"}.get(category, category.value)


def _passages(found: Finding) -> tuple[Passage, ...]:
    every = dict.fromkeys((quote[0].sentence, quote[1], quote[2]) for quote in found.quotes)
    return tuple(
        Passage(sentence=sentence.text, start=start, end=end, paragraph=sentence.paragraph)
        for sentence, start, end in list(every)[:_MOST_PASSAGES]
    )


def _paragraph(number: int) -> str:
    return (
        f"{_ORDINALS[number - 1]} paragraph" if number <= len(_ORDINALS) else f"paragraph {number}"
    )


def _key(meet: Meet) -> str:
    kind = {"defence_ministers": "dm", "foreign_ministers": "fm"}.get(
        str(meet.kind and meet.kind.value), str(meet.kind and meet.kind.value).replace("_", "-")
    )
    place = _slug(meet.city or meet.country or "")
    if kind == "summit" and place and meet.starts is not None:
        return f"{place}-{meet.starts.year}"
    return "-".join(each for each in (kind, place, str(meet.starts or "")) if each)


def _slug(text: str) -> str:
    from data.names.text import words

    return re.sub(r"-+", "-", "-".join(words(text))) or "x"
