"""The picture of a comparison: a line a member, and the floor."""

from commands import charting, side_by_side
from commands.briefing import Chart, Course, Sentence
from commands.clauses import shown_places
from commands.compare_asked import Found, Side
from commands.draft import Draft
from data import rules
from data.messages import mark


def chart(draft: Draft, found: Found) -> Chart | None:
    """None where nothing is reported of anybody."""
    drawn = [each for each in found.sides if each.course is not None]
    series = [each.course for each in drawn if each.course is not None]
    if not series:
        return None
    courses = tuple(_course(draft, each) for each in drawn)
    members = [draft.say("{name}", name=draft.party(each.member.id)) for each in drawn]
    return Chart(
        title=draft.say(mark("{members}"), members=side_by_side.listed(draft, members)),
        measure=draft.voice.text(side_by_side.AXES[found.floor.clause.category]),
        courses=courses,
        levels=(charting.level(draft, found.floor.clause, found.floor.commitment),),
        source=charting.source(draft, series),
        alt=_alt(draft, found, drawn, courses),
    )


def _course(draft: Draft, side: Side) -> Course:
    assert side.course is not None
    name = draft.say("{member}", member=draft.party(side.member.id))
    return charting.reported(draft, side.course, name)


def _alt(draft: Draft, found: Found, drawn: list[Side], courses: tuple[Course, ...]) -> Sentence:
    clause = found.floor.clause
    moves = [
        draft.say(
            mark("{member} from {first} in {start} to {last} in {end}"),
            member=draft.party(side.member.id, "inside"),
            first=course.points[0].value,
            start=course.points[0].year,
            last=course.points[-1].value,
            end=course.points[-1].year,
        )
        for side, course in zip(drawn, courses, strict=True)
    ]
    return draft.say(
        mark("Lines over the years: {moves}. The floor asked for is {floor}."),
        moves=side_by_side.listed(draft, moves),
        floor=draft.figure(rules.floor_of(clause), places=shown_places(clause)),
    )
