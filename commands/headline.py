"""The sentences a `/target` answer opens with."""

from commands import clauses
from commands.briefing import Sentence
from commands.distance import dated
from commands.draft import Draft
from commands.voice import Values
from data.members import Member
from data.messages import mark
from data.rules import (
    RULES,
    Assessment,
    Commitment,
    Judgement,
    Reason,
    ShareTarget,
    Status,
    Survey,
    floor_of,
)


def lead(
    draft: Draft, member: Member, found: Survey, *, only: Commitment | None = None
) -> list[Sentence]:
    """`only` is set where nothing but one commitment was asked about."""
    day = draft.given(draft.as_of)
    if not (found.agreed or found.open or found.set_aside):
        return [
            draft.say(mark("No commitment on defence spending was known on {day}."), day=day),
            *_earliest(draft),
        ]
    if not member.is_member_on(draft.as_of):
        return [
            draft.say(
                mark("{member} was not yet a member of NATO on {day}: not applicable."),
                member=draft.party(member.id, "start"),
                day=day,
            )
        ]
    sentences: list[Sentence] = []
    for judgement in (*found.agreed, *found.open):
        if _status(judgement) is Status.DEMANDED and sentences:
            continue
        if judgement.headline is not None:
            sentences.append(_headline(draft, member, judgement, judgement.headline))
    reading = _own_reading(draft, member, only)
    return [*sentences[:2], *reading][: 2 if len(sentences) > 1 else 3]


def _earliest(draft: Draft) -> list[Sentence]:
    """Where nothing is known yet, the day from which something is."""
    commitments = draft.desk.knowledge.commitments(draft.desk.today)
    if not commitments:
        return []
    first = commitments[0]
    return [
        draft.say(
            mark("The first one held here is of {day}: {title}."),
            day=draft.moment(first.history[0].on, first.history[0].cites),
            title=draft.claim(first.title, first.history[0].cites),
        )
    ]


def _status(judgement: Judgement) -> Status:
    assert judgement.status is not None
    return judgement.status.status


def _headline(
    draft: Draft, member: Member, judgement: Judgement, assessment: Assessment
) -> Sentence:
    clause = assessment.clause
    assert isinstance(clause, ShareTarget)
    if assessment.share is None or assessment.gap is None:
        return _without_figures(draft, judgement, assessment, clause)
    values = _headline_values(draft, member, assessment, clause)
    status = _status(judgement)
    agreed = status is Status.AGREED
    reached, dated = assessment.gap.value <= 0, clause.by is not None
    if assessment.reason is Reason.NEWEST_YEAR_NOT_REPORTED:
        return draft.say(_NOT_REPORTED[dated], **values)
    values["status"] = draft.term(_STATUS[status])
    if not agreed and "needed" in values:
        return draft.say(_PROPOSED_WITH_PACE, **values)
    return draft.say(_HEADLINES[agreed, reached, dated], **values)


_STATUS: dict[Status, str] = {
    Status.AGREED: mark("Agreed"),
    Status.PROPOSED: mark("Proposed, not agreed"),
    Status.DEMANDED: mark("Demanded, not agreed"),
    Status.SUPERSEDED: mark("No longer asked"),
    Status.WITHDRAWN: mark("No longer asked"),
}
_PROPOSED_WITH_PACE = mark(
    "{status}: at least {share} for {spending} by {deadline}, {gap} more than now, which needs "
    "{needed}."
)


def _without_figures(
    draft: Draft, judgement: Judgement, assessment: Assessment, clause: ShareTarget
) -> Sentence:
    values: Values = {
        "share": draft.figure(floor_of(clause), places=clauses.shown_places(clause)),
        "spending": draft.term(clauses.SPENDING[clause.category]),
        "reason": draft.term(RULES[assessment.reason]),
        "status": draft.term(_STATUS[_status(judgement)]),
    }
    if clause.by is None:
        return draft.say(
            mark("{status}: at least {share} of GDP for {spending}. {reason}"), **values
        )
    values["deadline"] = draft.year(clause.by, clause.cites)
    return draft.say(
        mark("{status}: at least {share} of GDP for {spending} by {deadline}. {reason}"),
        **values,
    )


_HEADLINES: dict[tuple[bool, bool, bool], str] = {
    (True, True, True): mark(
        "{the_member} spends {latest} of GDP on {spending}; the {share} agreed for {deadline} is "
        "{verdict}."
    ),
    (True, True, False): mark(
        "{the_member} spends {latest} of GDP on {spending}; the agreed {share} is {verdict}."
    ),
    (True, False, True): mark(
        "The Alliance agreed on at least {share} of GDP for {spending} by {deadline}; {member} "
        "stands at {latest}, {gap} short: {verdict}."
    ),
    (True, False, False): mark(
        "The Alliance agreed on at least {share} of GDP for {spending}; {member} stands at "
        "{latest}, {gap} short: {verdict}."
    ),
    (False, True, True): mark(
        "{status}: at least {share} for {spending} by {deadline}, which {member} "
        "already reaches with {latest}."
    ),
    (False, True, False): mark(
        "{status}: at least {share} for {spending}, which {member} already reaches with {latest}."
    ),
    (False, False, True): mark(
        "{status}: at least {share} for {spending} by {deadline}, {gap} more than now."
    ),
    (False, False, False): mark("{status}: at least {share} for {spending}, {gap} more than now."),
}
"""By: agreed or not, reached or not, with a target year or not."""

_NOT_REPORTED: dict[bool, str] = {
    True: mark(
        "The spending of {member} in {newest} is not reported: the last figure is {latest} of "
        "GDP, to be held against at least {share} by {deadline}."
    ),
    False: mark(
        "The spending of {member} in {newest} is not reported: the last figure is {latest} of "
        "GDP, to be held against at least {share}."
    ),
}


def _headline_values(
    draft: Draft, member: Member, assessment: Assessment, clause: ShareTarget
) -> Values:
    assert assessment.share is not None
    assert assessment.floor is not None
    assert assessment.gap is not None
    values: Values = {
        "member": draft.party(member.id, "inside"),
        "the_member": draft.party(member.id, "start"),
        "spending": draft.term(clauses.SPENDING[clause.category]),
        "latest": dated(draft, assessment.share),
        "share": draft.figure(assessment.floor, places=clauses.shown_places(clause)),
        "gap": draft.figure(assessment.gap, absolute=True),
        "verdict": draft.term(clauses.verdict_words(assessment)),
    }
    if assessment.needed is not None:
        values["needed"] = draft.figure(assessment.needed)
    if assessment.deadline is not None:
        values["deadline"] = draft.figure(assessment.deadline)
    if assessment.series is not None:
        series = assessment.series
        values["newest"] = draft.newest_year(series)
    return values


def _own_reading(draft: Draft, member: Member, only: Commitment | None) -> list[Sentence]:
    """A reservation belongs beside the target, with the word that it is disputed."""
    for reservation in draft.desk.knowledge.reservations(member.id, draft.as_of):
        if only is not None and reservation.commitment != only.id:
            continue
        claim = draft.claim(reservation.claim, reservation.cites)
        disputes = [each for each in reservation.disputes if each.known_on.is_over_by(draft.as_of)]
        if not disputes:
            return [draft.say(mark("Its own reading: {claim}"), claim=claim)]
        first = next((each for each in reversed(disputes) if each.party == "NATO"), disputes[0])
        speaker = draft.name(first.speaker, first.cites)
        return [
            draft.say(
                mark("Its own reading: {claim} That is disputed, among others by {speaker}."),
                claim=claim,
                speaker=speaker,
            )
        ]
    return []
