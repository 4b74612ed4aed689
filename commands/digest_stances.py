"""Which members moved: from what they said before to what they say now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from commands import positions
from commands.briefing import Claim, Fact
from commands.draft import Draft
from commands.news import best
from commands.news_changes import Change, News
from commands.news_topics import Line, Topic
from commands.voice import Values
from data.facts.knowledge import Knowledge
from data.facts.records import Stance
from data.messages import mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """`change` is the news that holds it."""

    change: Change
    before: Stance
    now: Stance


def moves(knowledge: Knowledge, found: Sequence[News], since: date) -> tuple[Move, ...]:
    """Of each member its newest word among the news, where it stood elsewhere up to `since`, on the
    same commitment or on one that this one took up."""
    newest: dict[str, Change] = {}
    for each in found:
        if isinstance(each, Change) and each.is_new and isinstance(each.fact, Stance):
            held = newest.get(each.fact.member)
            if each.fact.position is not None and (held is None or _day(held) <= _day(each)):
                newest[each.fact.member] = each
    return tuple(
        Move(change=change, before=before, now=now)
        for change in newest.values()
        if isinstance(now := change.fact, Stance)
        and (before := _stood(knowledge, now, since)) is not None
        and before.position is not now.position
    )


def _day(change: Change) -> date:
    assert isinstance(change.fact, Stance)
    return change.fact.said_on.last


def _stood(knowledge: Knowledge, now: Stance, since: date) -> Stance | None:
    line = _taken_up(knowledge, now.commitment)
    earlier = [
        each
        for each in knowledge.stances(now.member, since)
        if each.position is not None
        and each.commitment in line
        and each.id != now.id
        and each.said_on.last <= now.said_on.last
    ]
    return earlier[-1] if earlier else None


def _taken_up(knowledge: Knowledge, known_as: str | None) -> set[str | None]:
    """A commitment and those that it adopted, whose aims it went on with."""
    adopts = {each.id: each.adopts for each in knowledge.commitments(date.max)}
    found: set[str | None] = {known_as}
    waiting = [known_as]
    while waiting:
        for each in adopts.get(waiting.pop() or "", ()):
            if each not in found:
                found.add(each)
                waiting.append(each)
    return found


def topic(found: Sequence[Move]) -> Topic:
    """In full with what was said, in short only from where to where."""
    return Topic(
        versions=tuple(tuple(_line(each, short=short) for each in found) for short in (False, True))
    )


def _line(move: Move, *, short: bool) -> Line:
    def make(draft: Draft) -> Fact:
        now = move.now
        values: Values = {
            "before": _position(draft, move.before),
            "now": _position(draft, now),
        }
        sentence = draft.say(mark("{before} → {now}"), **values)
        if not short:
            claim = draft.claim(now.claim, now.cites)
            sentence = draft.say(mark("{line}. {claim}"), line=sentence, claim=claim)
        return Fact(label=draft.desk.party_name(now.member), sentence=sentence)

    return Line(make=make, news=(move.change,))


def _position(draft: Draft, stance: Stance) -> Claim:
    assert stance.position is not None
    return draft.claim(
        draft.voice.text(positions.LABELS[stance.position]), best(draft, stance.cites)
    )
