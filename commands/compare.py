"""`/compare Poland, Germany, Spain`: two to six members side by side."""

from collections.abc import Mapping
from datetime import date

from commands import compare_chart, compare_lead, compare_notes, compare_table, side_by_side
from commands.briefing import Briefing, FollowUp
from commands.compare_asked import Found, compared
from commands.desk import Desk
from commands.draft import Draft
from commands.floors import Floor, find_floor, present_floor
from commands.several import find_members
from data.members import Member
from data.messages import mark
from data.rules import RULES


def ask(desk: Desk, arguments: Mapping[str, str], as_of: date) -> Briefing:
    members = find_members(desk, arguments["members"])
    clause = arguments.get("clause", "").strip()
    floor = find_floor(desk, clause, as_of) if clause else present_floor(desk, as_of)
    return brief(desk, members, floor, as_of)


def brief(desk: Desk, members: tuple[Member, ...], floor: Floor, as_of: date) -> Briefing:
    draft = Draft(desk, as_of)
    found = compared(desk.knowledge, members, floor, as_of)
    lead = compare_lead.sentences(draft, found)
    table = compare_table.table(draft, found)
    chart = compare_chart.chart(draft, found)
    _derive(draft, found)
    editions = side_by_side.editions_of(draft, found.editions)
    names = ", ".join(desk.party_name(each.id) for each in members)
    return draft.finish(
        "compare",
        title=draft.say(
            mark("{members} compared"),
            members=side_by_side.listed(
                draft, [draft.say("{name}", name=draft.party(each.id)) for each in members]
            ),
        ),
        lead=lead,
        table=table,
        chart=chart,
        caveats=compare_notes.caveats(draft, found),
        edition=editions[0] if editions else None,
        follow_ups=(
            *(FollowUp(command="path", arguments=desk.party_name(e.id)) for e in members[:1]),
            FollowUp(command="ranking", arguments=f"at:{desk.party_name(members[0].id)}"),
            *_other_floor(found, names),
        ),
    )


def _other_floor(found: Found, names: str) -> list[FollowUp]:
    """The same members by what was not compared."""
    other = "equipment" if not found.is_equipment else "present"
    return [FollowUp(command="compare", arguments=f"{names} clause:{other}")]


def _derive(draft: Draft, found: Found) -> None:
    for side in found.sides:
        steps = [each for each in (side.assessment.gap, side.pace) if each is not None]
        draft.derive(
            draft.say("{member}", member=draft.party(side.member.id)),
            draft.say(RULES[side.assessment.reason]),
            steps,
        )
