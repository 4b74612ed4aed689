"""How a member's position moved over time, by the days on which it changed."""

from commands import stances_course
from commands.briefing import Fact, Section, Sentence
from commands.draft import Draft
from commands.stances_course import Step
from commands.stances_words import day_of, label, position
from commands.voice import Values
from data.members import Member
from data.messages import mark

_SEVERAL = 2


def steps(draft: Draft, member: Member) -> tuple[Step, ...]:
    """Oldest first; none where nothing is recorded of it on the target of the day."""
    knowledge = draft.desk.knowledge
    target = stances_course.target(knowledge, draft.as_of)
    if target is None:
        return ()
    return stances_course.course(stances_course.words(knowledge, member.id, draft.as_of, target))


def sentence(draft: Draft, found: tuple[Step, ...], *, words: int) -> list[Sentence]:
    """The last move, or since when there was none; a single word has no time to speak of."""
    if not found or words < _SEVERAL:
        return []
    now = found[-1]
    values: Values = {"now": position(draft, now), "day": day_of(draft, (now,))}
    if len(found) == 1:
        template = mark("Its position has been the same since the first word held here: {day}.")
        return [draft.say(template, **values)]
    values["before"] = position(draft, found[-2])
    template = mark("Its position last moved on {day}: {before} → {now}.")
    return [draft.say(template, **values)]


def section(draft: Draft, found: tuple[Step, ...]) -> Section:
    """The whole line, oldest first, where there is more than one step."""
    title = draft.say(mark("How its position moved"))
    return Section(title=title, facts=tuple(_facts(draft, found)) if len(found) > 1 else ())


def _facts(draft: Draft, found: tuple[Step, ...]) -> list[Fact]:
    facts: list[Fact] = []
    for at, step in enumerate(found):
        day, on = day_of(draft, (step,)), _text(draft, step)
        if at == 0:
            template = mark("{day}, the first word held here, on {text}.")
            line = draft.say(template, day=day, text=on)
        else:
            before = position(draft, found[at - 1])
            template = mark("{day}, on {text}; until then: {before}.")
            if len(step.words) > 1:
                template = mark("{day}, {now}, on {text}; until then: {before}.")
            now = position(draft, step)
            line = draft.say(template, day=day, text=on, before=before, now=now)
        facts.append(Fact(label=label(draft, step), sentence=line))
    return facts


def _text(draft: Draft, step: Step) -> Sentence:
    """What the words were about, by its title."""
    word = step.words[0]
    for commitment in draft.desk.knowledge.commitments(draft.as_of):
        if commitment.id == word.commitment:
            name = draft.name(commitment.title, commitment.history[0].cites)
            return draft.say("{title}", title=name)
    return draft.say(mark("no text in particular"))
