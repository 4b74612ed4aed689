"""What is wrong with the lines of a file taken together, before any of it is written."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from data.errors import Fault, KnowledgeError
from data.exchange.lines import FigureLine, Filed, Line, Named
from data.facts.log import Action
from data.facts.records import Meeting
from data.facts.soundness import problems
from data.facts.soundness.known import Known
from data.messages import Message, mark
from data.rules.commitments import AnnualPlan, Commitment, Review
from data.rules.expenditure import Edition
from data.sources import Source

_IN_LINE = mark("line {line}: {problem}")
_FARTHEST_EAST = timedelta(hours=14)
"""Who wrote a record may have been in a zone where it was the next day already."""


@dataclass(frozen=True, slots=True)
class LineFault:
    """One thing that is wrong with one line of a file; lines are counted from 1."""

    line: int
    field: str
    problem: str

    @classmethod
    def of(cls, line: int, fault: Fault) -> "LineFault":
        return cls(line, fault.field, fault.problem)

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> Message:
        """The same, to be said in any language."""
        return _IN_LINE.format(line=self.line, problem=Fault(self.field, self.problem).sentence)


class FileError(KnowledgeError):
    """A file is not one that can be imported. `more` is whether further faults were left out."""

    def __init__(self, faults: Sequence[LineFault], *, more: bool = False) -> None:
        self.faults = tuple(faults)
        self.more = more
        super().__init__("\n".join(str(fault) for fault in faults))


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its number in the file."""

    number: int
    filed: Filed


def faults_in(placed: Sequence[Placed], *, history: bool) -> Iterator[LineFault]:
    """Everything wrong with lines that could be read: states that do not follow each other, and
    records that are not sound."""
    known = known_in(each.filed for each in placed)
    editions = _unchanged_editions(placed)
    chain = _Chain(history=history)
    for each in placed:
        for fault in (*chain.take(each), *_unsound(each.filed, known, editions)):
            yield LineFault.of(each.number, fault)


def known_in(lines: Iterator[Filed]) -> Known:
    """What records of the file may refer to.

    A source, an edition or a commitment that was changed once others rested on it says nothing any
    more of whether those were sound when they were written: they were held against it then.
    """
    ids: defaultdict[str, set[str]] = defaultdict(set)
    sources: dict[str, Source | None] = {}
    duties: dict[str, frozenset[str]] = {}
    changed: set[str] = set()
    for line in lines:
        match line:
            case Named():
                ids["commitment"].add(line.id)
                ids["meeting"].add(line.id)
            case Line(value=Source() as value):
                sources[value.id] = value if line.action == "recorded" else None
            case Line(value=Meeting() as value):
                ids["meeting"].add(value.meeting)
            case Line(value=Commitment() as value):
                ids["commitment"].add(value.id)
                duties[value.id] = _duties(value)
                changed |= {value.id} if line.action != "recorded" else set()
            case Line():
                ids[line.kind].add(line.id)
            case _:
                pass
    return Known(
        sources=sources,
        members=frozenset(ids["member"]),
        editions=frozenset(ids["edition"]),
        commitments=frozenset(ids["commitment"]),
        meetings=frozenset(ids["meeting"]),
        duties={name: each for name, each in duties.items() if name not in changed},
    )


def _duties(commitment: Commitment) -> frozenset[str]:
    dated = (each for each in commitment.clauses if isinstance(each, AnnualPlan | Review))
    return frozenset(each.id for each in dated)


def _unchanged_editions(placed: Sequence[Placed]) -> dict[str, Edition | None]:
    found: dict[str, Edition | None] = {}
    for each in placed:
        if isinstance(each.filed, Line) and isinstance(each.filed.value, Edition):
            only = each.filed.action == "recorded" and each.filed.id not in found
            found[each.filed.id] = each.filed.value if only else None
    return found


def _unsound(filed: Filed, known: Known, editions: dict[str, Edition | None]) -> Iterator[Fault]:
    if isinstance(filed, Named):
        return
    edition = None
    if isinstance(filed, FigureLine):
        edition = editions.get(filed.edition)
        if filed.edition not in known.editions:
            yield Fault.at(
                ("edition",),
                mark("names '{edition}', no edition in this file.").format(edition=filed.edition),
            )
        if filed.member not in known.members and filed.value is None:
            yield Fault.at(
                ("member",),
                mark("names '{member}', no member in this file.").format(member=filed.member),
            )
    if filed.value is None:
        return
    for fault in problems(filed.value, known, today=_today(filed), edition=edition):
        yield Fault.at(("record", *fault.path), fault.problem)


def _today(filed: Line | FigureLine) -> date | None:
    """The day a person wrote it, after which nothing in it can have been said; the catalogue is
    not held against its day."""
    if filed.origin == "catalogue":
        return None
    # The calendar ends with the year 9999, and that moment is refused for itself.
    is_last = filed.at.year == date.max.year
    return date.max if is_last else (filed.at + _FARTHEST_EAST).date()


Key = tuple[str | int, ...]


@dataclass(slots=True)
class _Chain:
    """Takes the states of records in the order of the file."""

    history: bool
    last: dict[Key, tuple[int, Action | None, int]] = field(
        default_factory=dict[Key, tuple[int, Action | None, int]]
    )
    """By record or figure: the number of its newest state, what that did, and its line."""

    def take(self, placed: Placed) -> Iterator[Fault]:
        filed = placed.filed
        key = _key(filed)
        before = self.last.get(key)
        action = None if isinstance(filed, Named) else filed.action
        number = 1 if isinstance(filed, Named) else filed.number or 1
        if before is not None and (not self.history or isinstance(filed, Named)):
            yield Fault.at(
                ("id",), mark("It is told in line {before} already.").format(before=before[2])
            )
            return
        due = 1 if before is None else before[0] + 1
        if self.history and number != due:
            yield Fault.at(
                ("number",),
                mark("is {number}; the next state of this record is {due}.").format(
                    number=number, due=due
                ),
            )
        elif self.history and not _may_follow(None if before is None else before[1], action):
            follows = "nothing" if before is None else f"'{before[1]}'"
            yield Fault.at(
                ("action",),
                mark("is '{action}', which cannot follow {follows}.").format(
                    action=action, follows=follows
                ),
            )
        self.last[key] = (max(number, due), action, placed.number)


def _key(filed: Filed) -> Key:
    match filed:
        case FigureLine():
            return ("figure", filed.edition, filed.member, filed.indicator.value, filed.year)
        case Line():
            return (filed.kind, filed.id)
        case Named():
            return ("named", filed.id)


def _may_follow(before: Action | None, action: Action | None) -> bool:
    """What is not there is recorded; what is there is corrected or retracted."""
    is_there = before in ("recorded", "corrected")
    return action is None or (action == "recorded") != is_there
