"""`/ranking Baltic`: members in the order of their shares, all, a group, or around one of them."""

from collections.abc import Mapping
from datetime import date

from commands import ranking_chart, ranking_lead, ranking_notes, ranking_table
from commands.briefing import Briefing, FollowUp, Sentence
from commands.desk import Desk
from commands.draft import Draft
from commands.editions_asked import find_edition
from commands.floors import find_floor, present_floor
from commands.groups import find_group, name_of, named
from commands.numbers import find_year
from commands.ranking_asked import Asked, Found, order
from commands.ranking_words import TITLES
from data.errors import QuestionError
from data.messages import mark

NOT_IN_GROUP = mark("{name} is not one of {group}. Ask without the group, or for another member.")


def ask(desk: Desk, arguments: Mapping[str, str], as_of: date) -> Briefing:
    def given(name: str) -> str:
        return arguments.get(name, "").strip()

    group = find_group(desk, given("group"), as_of) if given("group") else None
    at = desk.member(given("at")) if given("at") else None
    if at is not None and group is not None and at.id not in group.members:
        name = desk.party_name(at.id, "start")
        raise QuestionError(NOT_IN_GROUP, name=name, group=name_of(desk, group))
    clause = given("clause")
    floor = find_floor(desk, clause, as_of) if clause else present_floor(desk, as_of)
    edition = find_edition(desk, given("edition"), as_of) if given("edition") else None
    year = find_year(desk, given("year")) if given("year") else None
    return brief(
        desk, Asked(floor=floor, group=group, year=year, edition=edition, at=at, as_of=as_of)
    )


def brief(desk: Desk, asked: Asked) -> Briefing:
    draft = Draft(desk, asked.as_of)
    found = order(desk.knowledge, asked)
    count = ranking_lead.count_of(draft, found)
    lead = ranking_lead.sentences(draft, found, count)
    ranked = bool(found.ranking.places)
    table = ranking_table.table(draft, found, count) if ranked else None
    chart = ranking_chart.chart(draft, found) if ranked else None
    _derive(draft, found)
    newest = ranking_notes.editions(draft, found)
    return draft.finish(
        "ranking",
        subject=asked.at.id if asked.at is not None else None,
        title=_title(draft, asked),
        lead=lead,
        sections=ranking_notes.sections(draft, found),
        table=table,
        chart=chart,
        caveats=ranking_notes.caveats(draft, found),
        edition=newest[0] if newest else None,
        follow_ups=_follow_ups(draft, found),
    )


def _title(draft: Draft, asked: Asked) -> Sentence:
    values = {} if asked.group is None else {"group": named(draft, asked.group)}
    return draft.say(TITLES[asked.group is not None, asked.is_equipment], **values)


def _derive(draft: Draft, found: Found) -> None:
    steps = [] if found.tally.met is None else [found.tally.met]
    here = found.here
    if here is not None:
        steps.extend(here.assessment.steps[:1])
    steps.extend(each.movement.share for each in found.shown if each.movement is not None)
    draft.derive(
        draft.say(mark("{floor} and the shares"), floor=draft.term(found.label)),
        draft.say(
            mark(
                "A member's place is one more than the number of members with a higher share; "
                "equal shares have equal places."
            )
        ),
        steps,
    )


def _follow_ups(draft: Draft, found: Found) -> list[FollowUp]:
    asked, name = found.asked, draft.desk.party_name
    if asked.at is not None:
        member = name(asked.at.id)
        follow_ups = [FollowUp(command=each, arguments=member) for each in ("target", "path")]
        follow_ups = follow_ups[: 2 if found.here is not None else 1]
        return [*follow_ups, FollowUp(command="ranking", arguments="")]
    places = found.ranking.places
    if len(places) < 2:
        return [FollowUp(command="ranking", arguments="")]
    ends = (places[0].member, places[-1].member)
    compared = ", ".join(name(each) for each in ends)
    return [
        FollowUp(command="compare", arguments=compared),
        FollowUp(command="target", arguments=name(ends[1])),
        *_year_before(found),
    ]


def _year_before(found: Found) -> list[FollowUp]:
    """The newest year that earlier editions may report as well, where nothing is said of who
    moved."""
    year = found.ranking.places[0].share.year
    if year is None or found.asked.group is not None or any(each.movement for each in found.shown):
        return []
    return [FollowUp(command="ranking", arguments=f"year:{year - 1}")]
