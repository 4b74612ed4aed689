"""What members set themselves and spend, and what else is said."""

from dataclasses import dataclass

from data.facts.records import Pledge, Statement
from data.importers.article.findings import FigureFound, PledgeFound, StatementFound
from data.importers.article.records.citing import Citing
from data.importers.article.wording import WHOSE_FIGURE
from data.importers.article.wording import members as wording
from data.importers.proposals import Reported
from data.rules.commitments import Category

_SINCE_THE_HAGUE = 2026
"""The first year in which members count core defence, by the commitment of June 2025."""


@dataclass(frozen=True, slots=True)
class Members:
    citing: Citing

    def pledge(self, found: PledgeFound) -> Pledge:
        is_core = self.citing.published.year >= _SINCE_THE_HAGUE
        return Pledge(
            id=self.citing.id(found.member, found.share or found.amount, found.by),
            members=(found.member,),
            kind=found.kind,
            category=Category.CORE if is_core else Category.DEFENCE,
            share=found.share,
            by=found.by,
            claim=wording.pledge(found),
            speaker=found.speaker,
            known_on=self.citing.day,
            cites=self.citing.cites(found),
        )

    def figure(self, found: FigureFound) -> Statement:
        return Statement(
            id=self.citing.id(found.member, found.share or found.amount, found.year),
            kind="figure",
            about=found.member,
            party="NATO" if found.by_nato else found.member,
            said_on=self.citing.day,
            claim=wording.figure(found, self.citing.published),
            known_on=self.citing.day,
            cites=self.citing.cites(found),
            weak=None if found.by_nato else WHOSE_FIGURE,
        )

    def statement(self, found: StatementFound) -> Statement:
        return Statement(
            id=self.citing.id(found.party, found.speaker, found.kind, found.said_on),
            kind=found.kind,
            about=found.about,
            speaker=found.speaker,
            party=found.party,
            said_on=found.said_on,
            claim=wording.statement(found),
            known_on=self.citing.day,
            cites=self.citing.cites(found),
        )


def reported(found: FigureFound) -> Reported:
    return Reported(
        member=found.member,
        year=found.year,
        share=found.share,
        amount=found.amount,
        currency=found.currency,
        estimate=found.estimate,
    )
