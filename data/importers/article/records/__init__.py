"""Findings as proposals: records with our own words, cited, with ids that two readings share."""

from collections.abc import Sequence

from data.facts.knowledge import Fact, Knowledge
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
from data.importers.article.records.citing import Citing
from data.importers.article.records.commitments import Commitments
from data.importers.article.records.meetings import Meetings
from data.importers.article.records.members import Members, reported
from data.importers.article.records.passages import passages
from data.importers.article.texts import Texts
from data.importers.article.trust import confidence
from data.importers.proposals import Article, Ground, Proposal, Sort


class Writer:
    """Writes what one article reports. `texts` are the commitments it may speak of."""

    def __init__(self, article: Article, knowledge: Knowledge, texts: Texts) -> None:
        citing = Citing(article)
        self._meetings = Meetings(citing, knowledge)
        self._commitments = Commitments(citing, texts)
        self._members = Members(citing)

    def proposal(self, found: Finding) -> Proposal | None:
        """None where it rests on something the article does not name and nobody here knows."""
        sort, values = self._written(found)
        if not values:
            return None
        return Proposal(
            sort=sort,
            values=tuple(values),
            passages=passages(found),
            confidence=confidence(found.grounds),
            grounds=tuple(each for each in Ground if each in found.grounds),
            reported=reported(found) if isinstance(found, FigureFound) else None,
        )

    def _written(self, found: Finding) -> tuple[Sort, Sequence[Fact]]:
        match found:
            case MeetingFound():
                return Sort.MEETING, [self._meetings.meeting(found.meet, found)]
            case AttendanceFound():
                return Sort.ATTENDANCE, self._meetings.attendance(found)
            case CommitmentFound():
                return Sort.COMMITMENT, [self._commitments.commitment(found)]
            case StanceFound():
                return Sort.STANCE, [self._commitments.stance(found)]
            case RequestFound():
                return Sort.REQUEST, self._commitments.requests(found)
            case PledgeFound():
                return Sort.PLEDGE, [self._members.pledge(found)]
            case FigureFound():
                return Sort.FIGURE, [self._members.figure(found)]
            case StatementFound():
                return Sort.STATEMENT, [self._members.statement(found)]
            case _:
                raise TypeError(found)
