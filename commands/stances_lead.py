"""The sentences that the board of positions opens with."""

from collections.abc import Mapping, Sequence
from datetime import date

from commands.briefing import Figure, Sentence
from commands.draft import Draft
from commands.news import listed
from commands.stances_asked import Board
from commands.stances_course import Trail
from commands.stances_words import WORDS, names, parted
from commands.voice import Values
from data.facts.records import Position
from data.messages import mark

COUNTS: dict[Position, str] = {
    Position.SUPPORTS: mark("{count} in support"),
    Position.SUPPORTS_WITH_CONDITIONS: mark("{count} in support with conditions"),
    Position.SEEKS_FLEXIBILITY: mark("{count} for flexibility"),
    Position.OPPOSES: mark("{count} opposed"),
    Position.CLAIMS_EXEMPTION: mark("{count} exempt by its own word"),
    Position.UNDECLARED: mark("{count} undeclared"),
}
FARTHEST = (
    Position.OPPOSES,
    Position.CLAIMS_EXEMPTION,
    Position.SEEKS_FLEXIBILITY,
    Position.SUPPORTS_WITH_CONDITIONS,
    Position.UNDECLARED,
)
"""Who stands farthest from the target comes first."""


def nothing_asked(draft: Draft) -> Sentence:
    template = mark("No target was agreed, proposed or demanded by {day}, so nobody took a stand.")
    return draft.say(template, day=draft.given(draft.as_of))


def counts(draft: Draft, found: Board) -> Mapping[Position, Figure]:
    """How many hold each position that anybody holds."""
    return {
        position: draft.count(
            draft.say(mark("members: {position}"), position=draft.term(WORDS[position])), held
        )
        for position in Position
        if (held := found.at(position))
    }


def counted(draft: Draft, found: Board, numbers: Mapping[Position, Figure]) -> list[Sentence]:
    """How many hold each position, and who does not plainly support the target."""
    said = [draft.say(COUNTS[position], count=number) for position, number in numbers.items()]
    if found.silent:
        template = mark("{count} with nothing recorded")
        said.append(draft.say(template, count=_silent(draft, found)))
    values: Values = _about(draft, found) | {"counts": listed(draft, said)}
    lead = [draft.say(mark("{commitment}, {members} members: {counts}."), **values)]
    others = [
        draft.say(
            mark("{names} ({position})"),
            position=draft.term(WORDS[position]),
            names=names(draft, (each.member for each in held)),
        )
        for position in FARTHEST
        if (held := found.at(position))
    ]
    if others:
        template = mark("Not plainly in support: {others}.")
        lead.append(draft.say(template, others=parted(draft, others)))
    return lead


def holding(draft: Draft, found: Board, whole: Board, position: Position) -> list[Sentence]:
    """Who holds the position asked for."""
    values: Values = _about(draft, whole)
    members = [each.member for each in found.held]
    if not members:
        values["position"] = draft.term(WORDS[position])
        template = mark("{commitment}, {members} members: none with this position ({position}).")
        return [draft.say(template, **values)]
    template = (
        mark("{count} whose newest word takes no position")
        if position is Position.UNDECLARED
        else COUNTS[position]
    )
    what = draft.say(mark("members: {position}"), position=draft.term(WORDS[position]))
    values["held"] = draft.say(template, count=draft.count(what, members))
    values["names"] = names(draft, members)
    return [draft.say(mark("{commitment}, {members} members: {held} ({names})."), **values)]


def silent(draft: Draft, found: Board, whole: Board) -> list[Sentence]:
    values: Values = _about(draft, whole)
    if not found.silent:
        template = mark("{commitment}: a word is recorded of each of {members} members.")
        return [draft.say(template, **values)]
    values["count"] = _silent(draft, found)
    template = mark("{commitment}, {members} members: {count} with nothing recorded.")
    return [draft.say(template, **values)]


def moved(
    draft: Draft, trails: Sequence[Trail], since: date, position: str | None
) -> list[Sentence]:
    """Who moved since a day, and who was heard for the first time; `position` is the one that the
    moves lead to or from."""
    firsts = [each.member for each in trails if each.is_first_word]
    others = [each.member for each in trails if not each.is_first_word]
    values: Values = {"since": draft.given(since), "day": draft.given(draft.as_of)}
    if not trails:
        template = (
            mark("No move between positions is recorded from {since} to {day}.")
            if position is None
            else mark("No move to this position or away from it is recorded from {since} to {day}.")
        )
        return [draft.say(template, **values)]
    if others:
        values |= {
            "moved": draft.count(draft.say(mark("members that moved")), others),
            "names": names(draft, others),
        }
    if firsts:
        values["firsts"] = draft.count(draft.say(mark("members heard for the first time")), firsts)
    template = {
        (True, False): mark("Moved from {since} to {day}: {moved} ({names})."),
        (False, True): mark(
            "Nobody moved from {since} to {day}; heard for the first time: {firsts}."
        ),
        (True, True): mark(
            "Moved from {since} to {day}: {moved} ({names}); heard for the first time: {firsts}."
        ),
    }[bool(others), bool(firsts)]
    return [draft.say(template, **values)]


def _about(draft: Draft, found: Board) -> Values:
    commitment = found.target.commitment
    members = draft.count(draft.say(mark("members of the Alliance")), range(found.members))
    title = draft.name(commitment.title, commitment.history[0].cites)
    return {"members": members, "commitment": title}


def _silent(draft: Draft, found: Board) -> Figure:
    return draft.count(draft.say(mark("members with nothing recorded")), found.silent)
