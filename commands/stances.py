"""`/stances`: where every member stands on the target, by its own words."""

from collections.abc import Iterator, Mapping
from datetime import date

from commands import stances_changes, stances_lead, stances_notes
from commands.briefing import Briefing, Fact, Figure, FollowUp, Section, Sentence
from commands.desk import Desk
from commands.draft import Draft
from commands.positions import LABELS
from commands.stances_asked import SILENT as NO_WORD
from commands.stances_asked import UNDECLARED, Asked, Board, board, chosen
from commands.stances_words import (
    SILENT,
    member_fact,
    names,
)
from data.facts.records import Position
from data.messages import mark

_TITLE = mark("Where members stand on the target")


def ask(desk: Desk, arguments: Mapping[str, str], as_of: date) -> Briefing:
    asked = Asked.of(desk, arguments, as_of)
    draft = Draft(desk, as_of)
    whole = board(desk, asked, as_of)
    if whole is None:
        title, lead = draft.say(_TITLE), stances_lead.nothing_asked(draft)
        return draft.finish("stances", title=title, lead=[lead])
    found = chosen(whole, asked.position)
    # Whoever asks for one position is told how many hold it in the first sentence.
    numbers: Mapping[Position, Figure] = {}
    if asked.position is None:
        numbers = stances_lead.counts(draft, found)
    lead = _lead(draft, found, whole, asked, numbers)
    if asked.since is not None:
        lead = [*stances_lead.moved(draft, found.trails, asked.since, asked.position), *lead]
    return draft.finish(
        "stances",
        title=draft.say(_TITLE),
        lead=lead,
        # Counts have to be made before the derivations are put together.
        sections=list(_sections(draft, found, asked, numbers)),
        caveats=[
            *stances_notes.late(draft, found, asked),
            *stances_notes.caveats(draft, found),
        ],
        follow_ups=_ask_next(draft, found, asked),
    )


def _lead(
    draft: Draft, found: Board, whole: Board, asked: Asked, numbers: Mapping[Position, Figure]
) -> list[Sentence]:
    if asked.position is None:
        return stances_lead.counted(draft, found, numbers)
    if asked.position == NO_WORD:
        return stances_lead.silent(draft, found, whole)
    return stances_lead.holding(draft, found, whole, Position(asked.position))


def _sections(
    draft: Draft, found: Board, asked: Asked, numbers: Mapping[Position, Figure]
) -> Iterator[Section]:
    if asked.since is not None:
        yield from stances_changes.sections(draft, found.trails)
    if asked.since is not None and asked.position is None:
        yield _in_short(draft, found)
    elif asked.position == UNDECLARED:
        yield Section(facts=tuple(member_fact(draft, each) for each in found.held))
    else:
        yield from _by_position(draft, found, numbers)
    if found.silent and asked.since is None:
        yield Section(facts=(_silent(draft, found),))


def _by_position(
    draft: Draft, found: Board, numbers: Mapping[Position, Figure]
) -> Iterator[Section]:
    for position in Position:
        held = found.at(position)
        if not held:
            continue
        title = draft.say(LABELS[position])
        if position in numbers:
            title = draft.say(mark("{position} ({count})"), position=title, count=numbers[position])
        yield Section(title=title, facts=tuple(member_fact(draft, each) for each in held))


def _in_short(draft: Draft, found: Board) -> Section:
    facts = [
        Fact(
            label=draft.voice.text(LABELS[position]),
            sentence=draft.say(mark("{names}."), names=names(draft, (e.member for e in held))),
        )
        for position in Position
        if (held := found.at(position))
    ]
    if found.silent:
        facts.append(_silent(draft, found))
    day = draft.given(draft.as_of)
    return Section(title=draft.say(mark("As it stood on {day}"), day=day), facts=tuple(facts))


def _silent(draft: Draft, found: Board) -> Fact:
    sentence = draft.say(mark("{names}."), names=names(draft, found.silent))
    return Fact(label=draft.voice.text(SILENT), sentence=sentence)


def _ask_next(draft: Draft, found: Board, asked: Asked) -> list[FollowUp]:
    """The one who moved last, or stands farthest off; and the text that it is all about."""
    asks: list[FollowUp] = []
    member = _most_telling(found)
    if member is not None:
        asks.append(FollowUp(command="stance", arguments=draft.desk.party_name(member)))
    if asked.position is not None:
        asks.append(FollowUp(command="stances", arguments=""))
    title = draft.voice.recorded(found.target.commitment.title)
    return [*asks, FollowUp(command="commitment", arguments=title)]


def _most_telling(found: Board) -> str | None:
    moved = [each for each in found.trails if each.steps and not each.is_first_word]
    if moved:
        return max(moved, key=lambda each: each.steps[-1].said_on.last).member
    for position in stances_lead.FARTHEST:
        if held := found.at(position):
            return max(held, key=lambda each: each.word.said_on.last).member
    return None
