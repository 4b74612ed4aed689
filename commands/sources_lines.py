"""One line on each source: who published it, when, and what rests on it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from commands.briefing import Fact, Section, Sentence
from commands.draft import Draft
from commands.news import listed
from commands.sources_found import Kind, Support
from data.messages import mark
from data.sources import Cite, Grade, Source

_LABELS: dict[Kind, str] = {
    Kind.STATUS: mark("What was agreed"),
    Kind.CLAUSE: mark("What was agreed"),
    Kind.SHARE: mark("Figures"),
    Kind.EQUIPMENT: mark("Figures"),
    Kind.FIGURE: mark("Figures"),
    Kind.EDITION: mark("Figures"),
    Kind.GAP: mark("Figures"),
    Kind.MEETING: mark("Meeting"),
    Kind.ATTENDANCE: mark("Who comes"),
    Kind.STANCE: mark("Stances"),
    Kind.READING: mark("Stances"),
    Kind.DISPUTE: mark("Stances"),
    Kind.REMARK: mark("Stances"),
    Kind.GOAL: mark("Goals and wishes"),
    Kind.REQUEST: mark("Goals and wishes"),
    Kind.DUTY: mark("Duties"),
    Kind.STATEMENT: mark("Statements"),
    Kind.GROUP: mark("Membership"),
    Kind.MEMBERSHIP: mark("Membership"),
}

_SUPPORTS: dict[Kind, tuple[str, str]] = {
    Kind.STATUS: (mark("when it was agreed or ended"), mark("changes of status {count}")),
    Kind.CLAUSE: (mark("a clause"), mark("clauses {count}")),
    Kind.SHARE: (mark("a share of GDP"), mark("shares of GDP {count}")),
    Kind.EQUIPMENT: (mark("an equipment share"), mark("equipment shares {count}")),
    Kind.FIGURE: (mark("another figure"), mark("other figures {count}")),
    Kind.EDITION: (mark("the release of an edition"), mark("releases of editions {count}")),
    Kind.GAP: (mark("why a figure is missing"), mark("why figures are missing {count}")),
    Kind.MEETING: (mark("when and where it is"), mark("when and where it is {count}")),
    Kind.ATTENDANCE: (mark("who comes"), mark("who comes {count}")),
    Kind.STANCE: (mark("a stance"), mark("stances {count}")),
    Kind.READING: (mark("an own reading"), mark("own readings {count}")),
    Kind.DISPUTE: (mark("a reply to a reading"), mark("replies to a reading {count}")),
    Kind.REMARK: (mark("a remark of others"), mark("remarks of others {count}")),
    Kind.GOAL: (mark("an own goal"), mark("own goals {count}")),
    Kind.REQUEST: (mark("a wish for change"), mark("wishes for change {count}")),
    Kind.DUTY: (mark("a duty done or not"), mark("duties done or not {count}")),
    Kind.STATEMENT: (mark("a statement"), mark("statements {count}")),
    Kind.GROUP: (mark("who is in a group"), mark("who is in a group {count}")),
    Kind.MEMBERSHIP: (mark("since when it is a member"), mark("memberships {count}")),
}
"""Within a list: one, and more than one."""

_SECTIONS: dict[Grade, str] = {
    Grade.OFFICIAL: mark("Official"),
    Grade.WIRE: mark("News agencies and newspapers of record"),
    Grade.OTHER: mark("Weak: neither official nor a newspaper of record"),
}


@dataclass(frozen=True, slots=True)
class Ground:
    """A source with all that rests on it."""

    source: Source
    supports: tuple[Support, ...]

    @property
    def cites(self) -> tuple[Cite, ...]:
        return tuple(
            dict.fromkeys(
                cite
                for each in self.supports
                for cite in each.cites
                if cite.source == self.source.id
            )
        )

    @property
    def kinds(self) -> Mapping[Kind, int]:
        """How many of each, the weightiest first."""
        counts = Counter(each.kind for each in self.supports)
        return {kind: counts[kind] for kind in Kind if kind in counts}


def grounds(draft: Draft, supports: Iterable[Support]) -> list[Ground]:
    """Each source once: what is weightiest first, then the newest."""
    resting: defaultdict[str, list[Support]] = defaultdict(list)
    for each in supports:
        for source in dict.fromkeys(cite.source for cite in each.cites):
            resting[source].append(each)
    known = draft.desk.knowledge.sources
    every = [Ground(known[source], tuple(held)) for source, held in resting.items()]
    order = list(Kind)
    return sorted(every, key=lambda each: (order.index(next(iter(each.kinds))), *_newest(each)))


def _newest(ground: Ground) -> tuple[int, str]:
    return -ground.source.published_on.last.toordinal(), ground.source.id


def of_grade(every: Sequence[Ground], grade: Grade) -> list[Ground]:
    return [each for each in every if each.source.grade is grade]


def sections(draft: Draft, every: Sequence[Ground]) -> list[Section]:
    return [
        Section(
            title=draft.say(title),
            facts=tuple(_line(draft, each) for each in of_grade(every, grade)),
        )
        for grade, title in _SECTIONS.items()
    ]


def _line(draft: Draft, ground: Ground) -> Fact:
    source, cites = ground.source, ground.cites
    sentence = draft.say(
        mark("{publisher}, {day}: {supports}."),
        publisher=draft.name(source.publisher, cites),
        day=draft.moment(source.published_on, cites),
        supports=listed(draft, [_support(draft, ground, kind) for kind in ground.kinds]),
    )
    label = _LABELS[next(iter(ground.kinds))]
    return Fact(label=draft.voice.text(label), sentence=sentence)


def _support(draft: Draft, ground: Ground, kind: Kind) -> Sentence:
    resting = [each for each in ground.supports if each.kind is kind]
    one, several = _SUPPORTS[kind]
    if len(resting) == 1:
        return draft.say(one)
    what = draft.say(
        mark("{kind} that rest on {publisher}"),
        kind=draft.say(_COUNTED[kind]),
        publisher=draft.name(ground.source.publisher, ground.cites),
    )
    return draft.say(several, count=draft.count(what, resting))


_COUNTED: dict[Kind, str] = {
    Kind.STATUS: mark("changes of status"),
    Kind.CLAUSE: mark("clauses"),
    Kind.SHARE: mark("shares of GDP"),
    Kind.EQUIPMENT: mark("equipment shares"),
    Kind.FIGURE: mark("other figures"),
    Kind.EDITION: mark("releases of editions"),
    Kind.GAP: mark("missing figures"),
    Kind.MEETING: mark("records of the meeting"),
    Kind.ATTENDANCE: mark("records of who comes"),
    Kind.STANCE: mark("stances"),
    Kind.READING: mark("own readings"),
    Kind.DISPUTE: mark("replies to an own reading"),
    Kind.REMARK: mark("remarks of others"),
    Kind.GOAL: mark("own goals"),
    Kind.REQUEST: mark("wishes for change"),
    Kind.DUTY: mark("duties done or not"),
    Kind.STATEMENT: mark("statements"),
    Kind.GROUP: mark("groups"),
    Kind.MEMBERSHIP: mark("memberships"),
}
"""Of what a number was counted, where it is explained."""


def is_weak(draft: Draft, support: Support) -> bool:
    """Whether it rests on weak sources alone."""
    sources = draft.desk.knowledge.sources
    return all(sources[each.source].grade is Grade.OTHER for each in support.cites)
