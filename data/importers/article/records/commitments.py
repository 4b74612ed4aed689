"""What is asked of all members, and where members stand on it."""

from dataclasses import dataclass

from data.facts.records import Request, Stance
from data.importers.article.findings import CommitmentFound, RequestFound, StanceFound
from data.importers.article.records.citing import Citing
from data.importers.article.texts import Text, Texts
from data.importers.article.wording import HEARSAY, NO_FIRST_YEAR
from data.importers.article.wording import commitments as wording
from data.importers.proposals import Ground
from data.rules.commitments import (
    AnnualIncrease,
    Category,
    Clause,
    Commitment,
    ShareTarget,
    StatusChange,
)
from data.sources import Cite


@dataclass(frozen=True, slots=True)
class Commitments:
    """`texts` are the commitments that the article may speak of."""

    citing: Citing
    texts: Texts

    def commitment(self, found: CommitmentFound) -> Commitment:
        text = self.texts.of(found)
        known, cites = text.known, self.citing.cites(found)
        day = self.citing.day
        change = StatusChange(status=found.status, on=found.on, known_on=day, cites=cites)
        found.ground(Ground.KNOWN_SUBJECT if known is not None else Ground.NEW_SUBJECT)
        return Commitment(
            id=text.id,
            title=text.title,
            by_whom=text.by_whom,
            claim=known.claim if known is not None else wording.commitment(found),
            history=(change,),
            clauses=(self._clause(found, known, cites),),
            weak=NO_FIRST_YEAR if found.step is not None and known is None else None,
        )

    def _clause(
        self, found: CommitmentFound, known: Commitment | None, cites: tuple[Cite, ...]
    ) -> Clause:
        there = _same_clause(found, known)
        if found.step is not None:
            is_there = isinstance(there, AnnualIncrease)
            return AnnualIncrease(
                id=there.id if is_there else "annual-increase",
                category=found.category,
                step=found.step,
                start=there.start if is_there else self.citing.published.year + 1,
                until=there.until if is_there else found.by,
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

    def stance(self, found: StanceFound) -> Stance:
        text = self._spoken_of(found)
        return Stance(
            id=self.citing.id(found.member, found.speaker, found.position.value),
            member=found.member,
            commitment=text.id if text is not None else None,
            position=found.position,
            speaker=found.speaker,
            role=found.role,
            party=found.member,
            reported=found.reported,
            said_on=found.said_on,
            claim=wording.stance(found, text.title if text is not None else None),
            known_on=self.citing.day,
            cites=self.citing.cites(found),
        )

    def requests(self, found: RequestFound) -> list[Request]:
        """One for each change; empty where nobody knows of what."""
        text = self._spoken_of(found)
        if text is None:
            return []
        return [
            Request(
                id=self.citing.id(*found.members, each),
                commitment=text.id,
                change=each,
                year=found.year if each == "later_year" else None,
                members=found.members,
                claim=wording.request(found, each),
                known_on=self.citing.day,
                cites=self.citing.cites(found),
                weak=HEARSAY if Ground.HEARSAY in found.grounds else None,
            )
            for each in found.changes
        ]

    def _spoken_of(self, found: StanceFound | RequestFound) -> Text | None:
        text = self.texts.spoken_of(found.quotes)
        if text is not None:
            found.ground(Ground.COMMITMENT_GUESSED)
        return text


def _same_clause(found: CommitmentFound, known: Commitment | None) -> Clause | None:
    clauses = known.clauses if known is not None else ()
    return next((each for each in clauses if _is_same(found, each)), None)


def _is_same(found: CommitmentFound, clause: Clause) -> bool:
    match clause:
        case ShareTarget(share=share, category=category):
            return share == found.share and category is found.category
        case AnnualIncrease(step=step):
            return step == found.step
        case _:
            return False


def _clause_id(category: Category) -> str:
    return "share" if category is Category.DEFENCE else category.value
