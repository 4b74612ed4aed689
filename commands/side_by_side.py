"""Words and lists for answers that hold several members against one floor."""

from collections.abc import Iterable, Mapping, Sequence

from commands.briefing import Figure, Sentence
from commands.clauses import shown_places
from commands.draft import Draft
from commands.floors import Floor
from commands.voice import Values
from data import rules
from data.messages import mark
from data.rules import Category, Edition, Status

MEASURES: Mapping[Category, str] = {
    Category.CORE: mark("of GDP"),
    Category.DEFENCE: mark("of GDP"),
    Category.EQUIPMENT: mark("of defence spending on equipment"),
}
"""After a share that is reported."""

AXES: Mapping[Category, str] = {
    Category.CORE: mark("Share of GDP, in percent"),
    Category.DEFENCE: mark("Share of GDP, in percent"),
    Category.EQUIPMENT: mark("Equipment, in percent of defence spending"),
}

_FOR: Mapping[Category, str] = {
    Category.CORE: mark("for core defence"),
    Category.DEFENCE: mark("for defence"),
    Category.EQUIPMENT: mark("for equipment"),
}

_ASKED: Mapping[tuple[Status, bool], str] = {
    (Status.AGREED, True): mark("the {share} {spending} agreed for {year}"),
    (Status.AGREED, False): mark("the agreed {share} {spending}"),
    (Status.PROPOSED, True): mark("the {share} {spending} proposed for {year} and not agreed"),
    (Status.PROPOSED, False): mark("the {share} {spending} that is proposed and not agreed"),
    (Status.DEMANDED, True): mark("the {share} {spending} demanded for {year} and not agreed"),
    (Status.DEMANDED, False): mark("the {share} {spending} that is demanded and not agreed"),
}
_OVER: Mapping[bool, str] = {
    True: mark("the {share} {spending} formerly asked for {year}"),
    False: mark("the {share} {spending} formerly asked"),
}

_SOURCE: Mapping[tuple[bool, bool], str] = {
    (False, False): mark("Source: NATO, edition of {editions}."),
    (False, True): mark("Source: NATO, edition of {editions}; pale bars are estimates."),
    (True, False): mark("Source: NATO, editions of {editions}."),
    (True, True): mark("Source: NATO, editions of {editions}; pale bars are estimates."),
}
"""By: several editions, estimates among the figures."""


def asked(draft: Draft, floor: Floor) -> Sentence:
    """`the 3.5% for core defence agreed for 2035`, within a sentence."""
    clause, change = floor.clause, floor.commitment.status_on(draft.as_of)
    dated = clause.by is not None
    values: Values = {
        "share": draft.figure(rules.floor_of(clause), places=shown_places(clause)),
        "spending": draft.term(_FOR[clause.category]),
    }
    if clause.by is not None:
        values["year"] = draft.year(clause.by, clause.cites)
    status = Status.SUPERSEDED if change is None else change.status
    return draft.say(_ASKED.get((status, dated), _OVER[dated]), **values)


def listed(draft: Draft, items: Sequence[Sentence]) -> Sentence:
    """`A, B and C`, as the reader's language lists them."""
    patterns = draft.voice.locale.list_patterns["standard"]
    if len(items) == 1:
        return items[0]
    if len(items) == 2:
        return _pair(draft, patterns["2"], items[0], items[1])
    *before, last = items
    found = _pair(draft, patterns["end"], before[-1], last)
    for at in range(len(before) - 2, -1, -1):
        pattern = patterns["start"] if at == 0 else patterns["middle"]
        found = _pair(draft, pattern, before[at], found)
    return found


def parties(draft: Draft, codes: Iterable[str]) -> Sentence:
    """Members in a list within a sentence."""
    return listed(draft, [draft.say("{name}", name=draft.party(each, "inside")) for each in codes])


def bare(figure: Figure, text: str) -> Figure:
    """The figure where the heading of its column has its unit."""
    return figure.model_copy(update={"text": text})


def signed(draft: Draft, step: rules.Step, *, turned: bool = False) -> Figure:
    """A change in points with its sign and without its unit. `turned` says it from the other side:
    what a gap lacks is what a share is above."""
    figure = draft.figure(step)
    value = -step.value if turned else step.value
    number = draft.voice.number(abs(value), figure.places)
    if not value:
        return bare(figure, number)
    template = mark("+{number}") if value > 0 else mark("−{number}")
    return bare(figure, draft.voice.fill(template, number=number))


def editions_of(draft: Draft, ids: Iterable[str]) -> list[Edition]:
    """Editions by their ids, newest first, each once."""
    wanted = set(ids)
    return [
        each for each in draft.desk.knowledge.ledger.published_by(draft.as_of) if each.id in wanted
    ]


def source(draft: Draft, editions: Sequence[Edition], *, estimates: bool) -> Sentence:
    """Under bars, of which those that are estimates are drawn pale."""
    days = [draft.say("{day}", day=draft.published(each)) for each in editions]
    template = _SOURCE[len(editions) > 1, estimates]
    return draft.say(template, editions=listed(draft, days))


def edition_notes(
    draft: Draft, editions: Iterable[Edition], *, coarse: Iterable[str]
) -> list[Sentence]:
    """What is weak about the editions that figures come from; `coarse` are those held with one
    decimal."""
    found: list[Sentence] = []
    rough = set(coarse)
    for each in editions:
        if each.id in rough:
            template = mark("The edition of {edition} is held here with one decimal only.")
            found.append(draft.say(template, edition=draft.published(each)))
        if each.weak is not None:
            found.append(draft.say(mark("{note}"), note=draft.claim(each.weak, each.cites)))
    return found


def _pair(draft: Draft, pattern: str, one: Sentence, other: Sentence) -> Sentence:
    return draft.say(
        pattern.replace("{0}", "{one}").replace("{1}", "{other}"), one=one, other=other
    )
