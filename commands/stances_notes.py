"""What has to be known beside the board of positions."""

from collections.abc import Sequence

from commands.briefing import Sentence
from commands.disagreements import Disagreements
from commands.draft import Draft
from commands.stances_asked import Asked, Board
from commands.stances_course import Held
from commands.stances_words import names
from data.facts.contradictions.words import Aspect
from data.facts.records import Stance
from data.messages import mark


def caveats(draft: Draft, found: Board) -> list[Sentence]:
    """Also on the words that only a move rests on."""
    shown = [word for each in found.held for word in (each.word, each.later) if word]
    shown += [word for each in found.trails for step in each.steps for word in step.words]
    said = _differing(draft, found.held)
    earlier = [e.member for e in found.held if not _is_on(e.word, found)]
    if earlier:
        template = mark("The newest word is on an earlier text: {names}.")
        said.append(draft.say(template, names=names(draft, earlier)))
    said += [_weak(draft, each, each.weak) for each in shown if each.weak is not None]
    if found.held:
        said.append(draft.say(mark("Which position a word takes is read from it here.")))
    if found.silent:
        template = mark("Nothing recorded means that no word is held here, not that none was said.")
        said.append(draft.say(template))
    return said


def late(draft: Draft, found: Board, asked: Asked) -> list[Sentence]:
    """What was said earlier counts as a move where it became known in between."""
    since = asked.since
    if since is None:
        return []
    members = [e.member for e in found.trails if any(s.said_on.last < since for s in e.steps)]
    if not members:
        return []
    template = mark("Said before {since}, but known only later: {names}.")
    return [draft.say(template, since=draft.given(since), names=names(draft, members))]


def _is_on(word: Stance, found: Board) -> bool:
    return word.commitment is None or word.commitment == found.target.commitment.id


def _weak(draft: Draft, stance: Stance, reason: str) -> Sentence:
    return draft.say(
        mark("{member}: weak evidence. {reason}"),
        member=draft.party(stance.member),
        reason=draft.claim(reason, stance.cites),
    )


def _differing(draft: Draft, held: Sequence[Held]) -> list[Sentence]:
    """Contradictions over the words that decide where somebody stands."""
    if not held:
        return []
    disagreements = Disagreements(draft)
    roster = draft.desk.knowledge.roster
    disputed = [
        each
        for found in held
        for each in disagreements.about_member(roster[found.member])
        if each.aspect is Aspect.POSITION and found.word in (side.fact for side in each.sides)
    ]
    return disagreements.tell(disputed)
