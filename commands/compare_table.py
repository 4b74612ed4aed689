"""A comparison as a table, one row a member, in the order in which they were named."""

from commands import side_by_side
from commands.briefing import Sentence, Table
from commands.clauses import verdict_words
from commands.compare_asked import Found, Side
from commands.distance import dated
from commands.draft import Draft
from data.messages import mark
from data.rules import Step

_COLUMNS = (
    mark("Member"),
    mark("Share"),
    mark("Distance"),
    mark("A year"),
    mark("USD billion"),
    mark("Verdict"),
)
_NOTHING = mark("–")


def table(draft: Draft, found: Found) -> Table:
    columns = tuple(draft.voice.text(each) for each in _COLUMNS)
    return Table(columns=columns, rows=tuple(_row(draft, found, each) for each in found.sides))


def _row(draft: Draft, found: Found, side: Side) -> tuple[Sentence, ...]:
    gap = side.assessment.gap
    nothing = draft.say(_NOTHING)
    distance = nothing
    if gap is not None:
        distance = draft.say("{gap}", gap=side_by_side.signed(draft, gap, turned=True))
    pace = nothing
    if side.pace is not None:
        pace = draft.say("{pace}", pace=side_by_side.signed(draft, side.pace))
    return (
        draft.say("{member}", member=draft.party(side.member.id)),
        _share(draft, found, side),
        distance,
        pace,
        nothing if side.spent is None else _money(draft, side.spent),
        draft.say("{verdict}", verdict=draft.term(verdict_words(side.assessment))),
    )


def _share(draft: Draft, found: Found, side: Side) -> Sentence:
    """With its year where that is not the same for all."""
    if side.share is None:
        return draft.say(_NOTHING)
    years = {each.share.year for each in found.sides if each.share is not None}
    if len(years) > 1:
        return dated(draft, side.share)
    return draft.say("{share}", share=draft.figure(side.share))


def _money(draft: Draft, spent: Step) -> Sentence:
    """In billions, as the heading says."""
    number = draft.voice.number(spent.value / 1000, 1)
    return draft.say("{money}", money=side_by_side.bare(draft.figure(spent), number))
