"""One line of a history: that something became known, was corrected or was withdrawn."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from commands.briefing import Fact, Sentence
from commands.draft import Draft
from data.dates import PartialDate
from data.facts.knowledge import Revision
from data.facts.records import Attendance, Meeting, Pledge, Request, Stance, Statement
from data.messages import mark
from data.rules import Commitment, Fulfilment, Reservation
from data.sources import Cite

Told = Attendance | Meeting | Pledge | Request | Stance | Statement | Fulfilment | Reservation


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """`on` is the day to sort by, `known` the same as precisely as it is recorded."""

    on: date
    known: PartialDate
    fact: Fact
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
    fact = Fact(label=draft.voice.text(label), sentence=sentence)
    return told(draft, fact, day, cites, known=known or day, weak=weak)


def told(
    draft: Draft,
    fact: Fact,
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
        fact = Fact(label=fact.label, sentence=sentence)
    return Happening(on=max(known.last, day.last), known=known, fact=fact, cites=cites, weak=weak)


def revisions(draft: Draft, kind: type[Told] | tuple[type[Told], ...]) -> list[Revision]:
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
    begun = {
        (fact.id, each.known_from): fact
        for each in known
        if not isinstance(fact := each.fact, Commitment)
    }
    for each in known:
        fact, until = each.fact, each.known_until
        if isinstance(fact, Commitment) or until is None or until > draft.as_of:
            continue
        then = begun.get((fact.id, until))
        cites = fact.cites if then is None else then.cites
        values = {"before": draft.claim(fact.claim, fact.cites)}
        if then is None:
            label, template = mark("Withdrawn"), mark("no longer held to be so: {before}")
        else:
            values["now"] = draft.claim(then.claim, then.cites)
            label, template = mark("Corrected"), mark("{now} Before, it was: {before}")
        line = draft.say(template, **values)
        yield happening(draft, label, PartialDate.of(until), line, cites)
