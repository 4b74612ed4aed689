"""`/digest`: what changed since the day before, what is ahead, and one member in focus."""

from datetime import date, timedelta

from commands import clauses, gatherings, news
from commands.asked import next_meeting
from commands.briefing import Briefing, Fact, FollowUp, Section, Sentence
from commands.desk import Desk
from commands.disagreements import Disagreements
from commands.distance import dated
from commands.draft import Draft
from commands.standing import survey
from data.dates import PartialDate
from data.members import Member
from data.messages import mark
from data.rules import RULES, Review, ShareTarget, Status

_DAY = timedelta(days=1)


def brief(desk: Desk, as_of: date) -> Briefing:
    """The digest of one day: from the day before (not included) to that day."""
    draft = Draft(desk, as_of)
    fresh = news.between(draft, as_of - _DAY, as_of)
    summit = next_meeting(desk.knowledge.meetings(as_of), as_of, gatherings.SUMMITS)
    lead = [_opening(draft, fresh)]
    if summit is not None:
        lead.append(gatherings.countdown(draft, summit))
    member = _in_focus(desk, as_of)
    sections = [Section(title=draft.say(mark("New today")), facts=tuple(fresh))]
    if not fresh:
        sections.append(_latest(draft))
    sections.append(_ahead(draft))
    if member is not None:
        sections.append(_focus(draft, member))
    follow_ups = [FollowUp(command="summit", arguments="")]
    if member is not None:
        follow_ups.insert(0, FollowUp(command="target", arguments=desk.party_name(member.id)))
    return draft.finish(
        "digest",
        title=draft.say(mark("Digest of {day}"), day=draft.given(as_of)),
        lead=lead,
        sections=sections,
        caveats=[*_disputed(draft), *news.weak_evidence(draft, as_of - _DAY, as_of)],
        follow_ups=follow_ups,
    )


def _disputed(draft: Draft) -> list[Sentence]:
    """What came up that day, and what stays open about the meetings that are told as ahead."""
    disagreements = Disagreements(draft)
    fresh = disagreements.that_came_up(draft.as_of - _DAY)
    return disagreements.tell([*fresh, *disagreements.about_meetings_ahead()])


def _opening(draft: Draft, fresh: list[Fact]) -> Sentence:
    before = draft.given(draft.as_of - _DAY)
    if not fresh:
        return draft.say(mark("A quiet day: nothing new is recorded since {day}."), day=before)
    count = draft.count(draft.say(mark("new entries")), fresh)
    return draft.say(mark("New entries since {day}: {count}."), day=before, count=count)


def _latest(draft: Draft) -> Section:
    """On a quiet day, what became known last, with its day."""
    day = news.last_day(draft, draft.as_of)
    if day is None:
        return Section(facts=())
    facts = news.between(draft, day - _DAY, day)[:3]
    title = draft.say(mark("The latest before that, of {day}"), day=draft.given(day))
    return Section(title=title, facts=tuple(facts))


def _ahead(draft: Draft) -> Section:
    """Meetings to come, then the years of reviews and targets agreed, nearest first."""
    facts: list[Fact] = []
    for meeting in draft.desk.knowledge.meetings(draft.as_of):
        starts = meeting.starts
        if not meeting.cancelled and starts is not None and starts.last > draft.as_of:
            facts.append(
                Fact(
                    label=draft.voice.text(mark("Meeting")),
                    sentence=gatherings.countdown(draft, meeting),
                )
            )
    for year, fact in sorted(_deadlines(draft), key=lambda pair: pair[0]):
        if year >= draft.as_of.year:
            facts.append(fact)
    return Section(title=draft.say(mark("Ahead")), facts=tuple(facts[:5]))


def _deadlines(draft: Draft) -> list[tuple[int, Fact]]:
    found: list[tuple[int, Fact]] = []
    for commitment in draft.desk.knowledge.commitments(draft.as_of):
        change = commitment.status_on(draft.as_of)
        if change is None or change.status is not Status.AGREED:
            continue
        for clause in commitment.clauses:
            year = clause.year if isinstance(clause, Review) else getattr(clause, "by", None)
            if year is None:
                continue
            sentence = draft.say(
                mark("{year}: {claim}"),
                year=draft.moment(PartialDate(year), clause.cites),
                claim=draft.claim(clause.claim, clause.cites),
            )
            label = mark("Review") if isinstance(clause, Review) else mark("Target year")
            found.append((year, Fact(label=draft.voice.text(label), sentence=sentence)))
    return found


def _in_focus(desk: Desk, as_of: date) -> Member | None:
    """Another member each day, in the order of their codes; nobody without armed forces."""
    members = [each for each in desk.knowledge.roster if each.is_member_on(as_of)]
    reported = [each for each in members if each.armed_forces]
    return reported[as_of.toordinal() % len(reported)] if reported else None


def _focus(draft: Draft, member: Member) -> Section:
    title = draft.say(mark("In focus: {member}"), member=draft.party(member.id))
    asked = survey(draft.desk.knowledge, member, draft.as_of)
    for judgement in (*asked.agreed, *asked.open):
        headline = judgement.headline
        if headline is None or headline.share is None:
            continue
        clause = headline.clause
        assert isinstance(clause, ShareTarget)
        draft.derive(title, draft.say(RULES[headline.reason]), headline.steps)
        facts = (
            Fact(
                label=draft.voice.text(clauses.LABELS[clause.category]),
                sentence=clauses.asked(draft, headline, clause),
                verdict=headline.verdict,
            ),
            Fact(
                label=draft.voice.text(mark("Stands at")),
                sentence=draft.say("{latest}.", latest=dated(draft, headline.share)),
            ),
        )
        return Section(title=title, facts=facts)
    return Section(facts=())
