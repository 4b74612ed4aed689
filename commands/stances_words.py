"""Lists of names and positions that the answers on stances share."""

from collections.abc import Iterable, Sequence

from commands.briefing import Fact, Moment, Sentence, Text
from commands.choices import CHOICES
from commands.draft import Draft
from commands.positions import LABELS
from commands.stances_course import Held, Step, Trail
from data.facts.records import Position, Stance
from data.messages import mark

SILENT = mark("Nothing recorded")
WORDS = CHOICES["position"]
"""The positions within a sentence, by their ids."""


def names(draft: Draft, members: Iterable[str]) -> Text:
    """In the alphabet of the reader's language; there has to be one."""
    return Text(text=", ".join(draft.desk.alphabetical(members)))


def parted(draft: Draft, lines: Sequence[Sentence]) -> Sentence:
    """`one; another; a third`."""
    found, *others = lines
    for each in others:
        found = draft.say(mark("{first}; {next}"), first=found, next=each)
    return found


def short_claim(draft: Draft, stance: Stance) -> Sentence:
    """The day and the claim; the speaker only where the claim names none, and no office."""
    day = draft.moment(stance.said_on, stance.cites)
    claim = draft.claim(stance.claim, stance.cites)
    if stance.reported:
        return draft.say(mark("{day}, as reported: {claim}"), day=day, claim=claim)
    if stance.speaker is None or stance.speaker in stance.claim:
        return draft.say(mark("{day}: {claim}"), day=day, claim=claim)
    speaker = draft.name(stance.speaker, stance.cites)
    template = mark("{day}, {speaker}: {claim}")
    return draft.say(template, day=day, speaker=speaker, claim=claim)


def member_fact(draft: Draft, found: Held) -> Fact:
    """One member's word, and the newer one that takes no position."""
    sentence = short_claim(draft, found.word)
    if found.later is not None:
        sentence = draft.say(
            mark("{line} Without a position, {later}"),
            line=sentence,
            later=short_claim(draft, found.later),
        )
    return Fact(label=draft.desk.party_name(found.member), sentence=sentence)


def position(draft: Draft, step: Step | None) -> Sentence:
    """`opposes`, or for a day with words that differ `seeks flexibility and opposes`."""
    if step is None:
        return draft.say(WORDS["silent"])
    order = list(Position)
    taken = sorted((each for each in step.positions if each is not None), key=order.index)
    found, *others = (draft.say(WORDS[each]) for each in taken)
    for each in others:
        found = draft.say(mark("{first} and {next}"), first=found, next=each)
    return found


def label(draft: Draft, step: Step) -> str:
    """The position as a label; of a day with words that differ, that they do."""
    positions = step.positions - {None}
    if len(positions) != 1:
        return draft.voice.text(mark("Words differ"))
    return draft.voice.text(*(LABELS[each] for each in positions if each is not None))


def moves(draft: Draft, found: Trail) -> Sentence:
    """`opposes → claims exemption (22 June 2025) → opposes (25 June 2025)`."""
    line = position(draft, found.before)
    for step in found.steps:
        day = day_of(draft, (step,))
        now = position(draft, step)
        line = draft.say(mark("{line} → {now} ({day})"), line=line, now=now, day=day)
    if found.steps and found.now is not None and found.steps[-1].positions == found.now.positions:
        return line
    # A word that was withdrawn or corrected leaves no day of its own.
    return draft.say(
        mark("{line} → {now} (by a correction here)"), line=line, now=position(draft, found.now)
    )


def day_of(draft: Draft, steps: Sequence[Step]) -> Moment:
    """The day that some steps were taken on, with the sources of them all."""
    cites = [cite for step in steps for each in step.words for cite in each.cites]
    return draft.moment(steps[0].said_on, dict.fromkeys(cites))
