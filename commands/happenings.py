"""One line of a history: that something became known, was corrected or was withdrawn."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from commands import briefing
from commands.briefing import Sentence
from commands.draft import Draft
from commands.news import cites_of
from commands.voice import Values
from data.dates import PartialDate
from data.facts.knowledge import Fact, Revision
from data.messages import mark
from data.sources import Cite


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """`on` is the day to sort by, `known` the same as precisely as it is recorded."""

    on: date
    known: PartialDate
    fact: briefing.Fact
    cites: tuple[Cite, ...]
    weak: str | None = None


def happening(
    draft: Draft,
    label: str,
    day: PartialDate,
    line: Sentence,
    cites: tuple[Cite, ...],
    *,
    known: PartialDate | None = None,
    weak: str | None = None,
) -> Happening:
    """A line that begins with its day. It became known then, unless `known` says otherwise."""
    sentence = draft.say(mark("{day}: {line}"), day=draft.moment(day, cites), line=line)
    fact = briefing.Fact(label=draft.voice.text(label), sentence=sentence)
    return told(draft, fact, day, cites, known=known or day, weak=weak)


def told(
    draft: Draft,
    fact: briefing.Fact,
    day: PartialDate,
    cites: tuple[Cite, ...],
    *,
    known: PartialDate,
    weak: str | None = None,
) -> Happening:
    """A line that has its day already; where it became known on another, it says so."""
    if known.last > day.last:
        sentence = draft.say(
            mark("{line} (known {day})"), line=fact.sentence, day=draft.moment(known, cites)
        )
        fact = briefing.Fact(label=fact.label, sentence=sentence)
    return Happening(on=max(known.last, day.last), known=known, fact=fact, cites=cites, weak=weak)


def revisions(draft: Draft, kind: type[Fact] | tuple[type[Fact], ...]) -> list[Revision]:
    """Every state of these records that was known by the day asked about, oldest first."""
    known = draft.desk.knowledge.revisions
    return [
        each
        for each in known
        if isinstance(each.fact, kind)
        and each.known_from <= draft.as_of
        and (each.known_until is None or each.known_from < each.known_until)
    ]


def ended(draft: Draft, states: Iterable[Revision]) -> Iterator[Happening]:
    """The ends of states by the day asked about: another took their place, or none did."""
    known = list(states)
    begun = {(each.fact.id, each.known_from): each.fact for each in known}
    for each in known:
        if each.known_until is not None and each.known_until <= draft.as_of:
            yield _end(draft, each, each.known_until, begun.get((each.fact.id, each.known_until)))


def _end(draft: Draft, state: Revision, until: date, then: Fact | None) -> Happening:
    before = state.fact
    cites = cites_of(before if then is None else then)
    values: Values = {"before": draft.claim(before.claim, cites_of(before))}
    if then is None:
        label, template = mark("Withdrawn"), mark("no longer held to be so: {before}")
    else:
        values["now"] = draft.claim(then.claim, cites)
        label, template = mark("Corrected"), mark("{now} Before, it was: {before}")
        if then.claim == before.claim:
            template = mark("{now} This was said before as well; what is recorded of it changed.")
    line = draft.say(template, **values)
    if state.why is not None:
        reason = draft.claim(state.why, cites)
        line = draft.say(mark("{line} Why: {reason}"), line=line, reason=reason)
    return happening(draft, label, PartialDate.of(until), line, cites)
