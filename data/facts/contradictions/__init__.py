"""Facts known on a day that cannot both be true: both are kept, and told side by side.

Where a word is certainly later than another and no worse founded, things have moved on: the later
word is the state and the earlier one its history. Two words contradict each other where neither is
certainly later, where the later rests on a lower grade of source and would win in silence, and
where the earlier told of something that cannot change any more.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from data.dates import Order, order
from data.facts.contradictions.clashes import RULES
from data.facts.contradictions.words import Aspect, Contradicted, Subject, Word, words
from data.facts.knowledge import Knowledge
from data.rules.commitments import Fulfilment
from data.sources import Cite, Grade, Source

_RANKS = {Grade.OFFICIAL: 0, Grade.WIRE: 1, Grade.OTHER: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """`cites` are those of the fact that were published by the day asked about, where any was.
    `grade` is that of the best of them, apart from those on which an earlier fact that says
    otherwise rests already."""

    fact: Contradicted
    grade: Grade
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    subject: Subject
    aspect: Aspect
    sides: tuple[Side, ...]
    """At least two, in the order in which they were said."""


def contradictions(knowledge: Knowledge, as_of: date) -> tuple[Contradiction, ...]:
    """All contradictions that stand on a day, by aspect. A side against which a later word of no
    lower grade was said is history and no side any more."""
    subjects: defaultdict[tuple[Aspect, Subject], list[Word]] = defaultdict(list)
    for word in words(knowledge, as_of):
        subjects[word.aspect, word.subject].append(word)
    found = (
        _contradiction(_weigh(said, knowledge.sources, as_of))
        for said in subjects.values()
        if any(_clash(one, other) for one, other in combinations(said, 2))
    )
    return tuple(each for each in found if each is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weighed:
    word: Word
    side: Side

    @property
    def rank(self) -> int:
        return _RANKS[self.side.grade]

    def clashes(self, other: "_Weighed") -> bool:
        return _clash(self.word, other.word)

    def is_settled_by(self, newer: "_Weighed") -> bool:
        """True where a newer word, for or against, takes the place of this one."""
        if not _is_later(newer.word, self.word) or newer.rank > self.rank:
            return False
        if not self.clashes(newer):
            return newer.word.value == self.word.value
        return RULES[self.word.aspect].develops(self.word.value, newer.word.value)


def _weigh(
    said: Sequence[Word], sources: Mapping[str, Source], as_of: date
) -> tuple[_Weighed, ...]:
    """Each word by what could be read of its sources on a day."""
    weighed: list[_Weighed] = []
    for word in sorted(said, key=_by_day):
        every = word.fact.cites
        out = (each for each in every if sources[each.source].published_on.first <= as_of)
        cites = tuple(out) or every
        # A source that said otherwise before is cited for just that, and is no ground for this.
        taken = {
            cite.source
            for other in said
            if _clash(word, other) and _is_later(word, other)
            for cite in other.fact.cites
        }
        own = [each for each in cites if each.source not in taken] or cites
        grade = min((sources[each.source].grade for each in own), key=_RANKS.__getitem__)
        weighed.append(_Weighed(word=word, side=Side(fact=word.fact, grade=grade, cites=cites)))
    return tuple(weighed)


def _by_day(word: Word) -> tuple[date, date, str]:
    return (word.said_on.last, word.said_on.first, word.fact.id)


def _clash(one: Word, other: Word) -> bool:
    return RULES[one.aspect].clash(one.value, other.value)


def _is_later(newer: Word, older: Word) -> bool:
    match order(newer.said_on, older.said_on):
        case Order.AFTER:
            return True
        case Order.BEFORE:
            return False
        case _:
            return RULES[newer.aspect].follows(newer.value, older.value)


def _contradiction(said: Sequence[_Weighed]) -> Contradiction | None:
    standing = [each for each in said if not any(each.is_settled_by(other) for other in said)]
    against = [each for each in standing if any(each.clashes(other) for other in standing)]
    if not against or _is_told_of_all(against):
        return None
    return Contradiction(
        subject=said[0].word.subject,
        aspect=said[0].word.aspect,
        sides=tuple(each.side for each in against),
    )


def _is_told_of_all(said: Iterable[_Weighed]) -> bool:
    """True of what is said of a member only because it is said of all, where it is told already."""
    return all(
        isinstance(each.side.fact, Fulfilment)
        and each.word.subject.member is not None
        and not each.side.fact.members
        for each in said
    )
