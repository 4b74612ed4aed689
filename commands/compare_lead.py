"""The sentences a comparison opens with: who is above, who is faster, who spends more."""

from commands import side_by_side
from commands.briefing import Sentence
from commands.compare_asked import Found, Side
from commands.distance import dated
from commands.draft import Draft
from commands.voice import Values
from data.messages import mark
from data.rules import Reason

_WITHOUT = {
    Reason.NO_ARMED_FORCES: mark("Nothing is asked of {members}: no armed forces."),
    Reason.NOT_A_MEMBER: mark("Not in NATO on {day}: {members}."),
}
_UNKNOWN = mark("No such figure was known on {day}: {members}.")


def sentences(draft: Draft, found: Found) -> list[Sentence]:
    said = [*_floor(draft, found), *_paces(draft, found), *_money(draft, found)]
    return [*said, *_left_out(draft, found)]


def _floor(draft: Draft, found: Found) -> list[Sentence]:
    """Who reaches the floor and who does not, each with its share; the distance of those below."""
    known = [each for each in found.reported if each.assessment.gap is not None]
    years = {each.share.year for each in known if each.share is not None}
    together = len(years) == 1
    above = [_at(draft, each, together=together) for each in known if not _is_below(each)]
    below = [_short(draft, each, together=together) for each in known if _is_below(each)]
    values: Values = {"floor": side_by_side.asked(draft, found.floor)}
    if together and known[0].share is not None:
        values["year"] = draft.year_of(known[0].share)
    said: list[Sentence] = []
    if above:
        values["above"] = side_by_side.listed(draft, above)
        template = mark("At or above {floor}: {above}.")
        if together:
            template = mark("At or above {floor} in {year}: {above}.")
        said.append(draft.say(template, **values))
    if below:
        values["below"] = side_by_side.listed(draft, below)
        template = mark("Below {floor}: {below}.")
        if above:
            template = mark("Below it: {below}.")
        elif together:
            template = mark("Below {floor} in {year}: {below}.")
        said.append(draft.say(template, **values))
    return said


def _is_below(side: Side) -> bool:
    return side.assessment.gap is not None and side.assessment.gap.value > 0


def _at(draft: Draft, side: Side, *, together: bool) -> Sentence:
    assert side.share is not None
    share = draft.say("{share}", share=draft.figure(side.share))
    return draft.say(
        mark("{member} with {share}"),
        member=draft.party(side.member.id, "inside"),
        share=share if together else dated(draft, side.share),
    )


def _short(draft: Draft, side: Side, *, together: bool) -> Sentence:
    gap = side.assessment.gap
    assert gap is not None
    template = mark("{member} ({gap} short)") if together else mark("{member}, {gap} short")
    return draft.say(
        template,
        member=_at(draft, side, together=together),
        gap=draft.figure(gap, absolute=True),
    )


def _paces(draft: Draft, found: Found) -> list[Sentence]:
    """The fastest and the slowest over the same three years."""
    moving = [(each.pace, each) for each in found.sides if each.pace is not None]
    spans = {(pace.inputs[1].year, pace.inputs[0].year) for pace, _ in moving}
    if len(moving) < 2 or len(spans) != 1:
        return []
    moving.sort(key=lambda pair: -pair[0].value)
    (fast, first), (slow, last) = moving[0], moving[-1]
    if fast.value == slow.value:
        return []
    return [
        draft.say(
            mark("From {start} to {end} {first} moved by {fast}, {last} by {slow}."),
            start=draft.year_of(fast.inputs[1]),
            end=draft.year_of(fast.inputs[0]),
            first=draft.party(first.member.id, "inside"),
            fast=draft.figure(fast),
            last=draft.party(last.member.id, "inside"),
            slow=draft.figure(slow),
        )
    ]


def _money(draft: Draft, found: Found) -> list[Sentence]:
    """Who spends most and least, in dollars of one kind and one year."""
    spent = [(each.spent, each) for each in found.sides if each.spent is not None]
    kinds = {(step.price_base, step.year) for step, _ in spent}
    if len(spent) < 2 or len(kinds) != 1:
        return []
    spent.sort(key=lambda pair: -pair[0].value)
    (most, first), (least, last) = spent[0], spent[-1]
    return [
        draft.say(
            mark("In money {first} spends most with {most}, {last} least with {least}."),
            first=draft.party(first.member.id, "inside"),
            most=draft.figure(most),
            last=draft.party(last.member.id, "inside"),
            least=draft.figure(least),
        )
    ]


def _left_out(draft: Draft, found: Found) -> list[Sentence]:
    out: dict[Reason, list[str]] = {}
    for each in found.sides:
        if each.share is None:
            out.setdefault(each.assessment.reason, []).append(each.member.id)
    return [
        draft.say(
            _WITHOUT.get(reason, _UNKNOWN),
            members=side_by_side.parties(draft, codes),
            day=draft.given(draft.as_of),
        )
        for reason, codes in out.items()
    ]
