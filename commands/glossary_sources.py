"""What the catalogue says itself of a word of the glossary, on a day."""

from collections.abc import Callable, Iterator

from commands.briefing import Fact, Sentence
from commands.draft import Draft
from commands.glossary_entries import Entry
from commands.news import STATUSES
from commands.positions import own_stances
from commands.voice import Values
from data.facts.records import Pledge, Position, Stance
from data.messages import mark
from data.rules import (
    AnnualIncrease,
    AnnualPlan,
    Category,
    Clause,
    Commitment,
    Edition,
    Reservation,
    Review,
    ShareTarget,
    Status,
)

_OVER = (Status.SUPERSEDED, Status.WITHDRAWN)

Chosen = Callable[[Clause], bool]


def _of(category: Category) -> Chosen:
    return lambda clause: isinstance(clause, ShareTarget) and clause.category is category


def _is_headline(clause: Clause) -> bool:
    return isinstance(clause, ShareTarget) and clause.category in (Category.CORE, Category.DEFENCE)


_CLAUSES: dict[str, Chosen] = {
    "core-defence": _of(Category.CORE),
    "broader-security": _of(Category.BROADER),
    "defence-expenditure": _is_headline,
    "equipment": _of(Category.EQUIPMENT),
    "floor": _is_headline,
    "yearly-increase": lambda clause: isinstance(clause, AnnualIncrease),
    "annual-plan": lambda clause: isinstance(clause, AnnualPlan),
    "review": lambda clause: isinstance(clause, Review),
}
_STATUSES: dict[str, tuple[Status, ...]] = {
    "agreed": (Status.AGREED,),
    "proposed": (Status.PROPOSED,),
    "demanded": (Status.DEMANDED,),
    "superseded": (Status.SUPERSEDED,),
    "commitment": (Status.AGREED,),
}
_POSITIONS = {
    "claims-exemption": Position.CLAIMS_EXEMPTION,
    "undeclared": Position.UNDECLARED,
}


def said_of(draft: Draft, entry: Entry) -> tuple[Fact, ...]:
    """The text it stands in, or the newest example that is held; nothing where none was known."""
    if entry.id in _CLAUSES:
        found = _clause(draft, _CLAUSES[entry.id])
    elif entry.id in _STATUSES:
        found = _commitment(draft, _STATUSES[entry.id])
    elif entry.topic in ("figures", "money"):
        found = _edition(draft, entry.id)
    else:
        found = _member(draft, entry.id)
    return tuple(found)


def _clause(draft: Draft, chosen: Chosen) -> Iterator[Fact]:
    """The clause of the newest text that has one; one that holds comes first."""
    found = [(each, clause) for each in _known(draft) for clause in each.clauses if chosen(clause)]
    for commitment, clause in found[:1]:
        change = commitment.status_on(draft.as_of)
        assert change is not None
        values: Values = {
            "title": draft.claim(commitment.title, commitment.history[0].cites),
            "claim": draft.claim(clause.claim, clause.cites),
        }
        line = draft.say(mark("{title}: {claim}"), **values)
        yield _fact(draft, STATUSES[change.status], line)


def _commitment(draft: Draft, statuses: tuple[Status, ...]) -> Iterator[Fact]:
    for commitment in _known(draft):
        change = commitment.status_on(draft.as_of)
        if change is not None and change.status in statuses:
            line = draft.say(
                mark("{title}, {day}."),
                title=draft.claim(commitment.title, change.cites),
                day=draft.moment(change.on, change.cites),
            )
            yield _fact(draft, STATUSES[change.status], line)
            return


def _known(draft: Draft) -> list[Commitment]:
    """The newest first; what is over comes last."""
    known = reversed(draft.desk.knowledge.commitments(draft.as_of))

    def is_over(commitment: Commitment) -> bool:
        change = commitment.status_on(draft.as_of)
        return change is None or change.status in _OVER

    return sorted(known, key=is_over)


def _edition(draft: Draft, word: str) -> Iterator[Fact]:
    """What the newest edition that tells it says."""
    for edition in draft.desk.knowledge.ledger.published_by(draft.as_of):
        line = _of_edition(draft, edition, word)
        if line is not None:
            yield _fact(draft, mark("Newest edition"), line)
            return


def _of_edition(draft: Draft, edition: Edition, word: str) -> Sentence | None:
    match word:
        case "edition":
            title = draft.cited(edition.title, edition.cites)
            return draft.say(mark("{title}, {day}."), title=title, day=draft.published(edition))
        case "basis":
            return draft.say(_BASES[edition.basis], day=draft.published(edition))
        case "cut-off" if edition.cut_off is not None:
            return draft.say(
                mark("The one of {day} takes in what was reported by {cut_off}."),
                day=draft.published(edition),
                cut_off=draft.moment(edition.cut_off, edition.cites),
            )
        case "constant-prices" if edition.price_base is not None:
            return draft.say(
                mark("The one of {day} counts in prices and exchange rates of {year}."),
                day=draft.published(edition),
                year=draft.year(edition.price_base, edition.cites),
            )
        case _:
            return None


_BASES = {
    "defence": mark("The one of {day} counts defence expenditure."),
    "core": mark("The one of {day} counts core defence expenditure."),
}


def _member(draft: Draft, word: str) -> Iterator[Fact]:
    found: Reservation | Stance | Pledge | None = None
    knowledge = draft.desk.knowledge
    if word == "own-reading":
        found = next(reversed(knowledge.known(Reservation, draft.as_of)), None)
    elif word == "own-goal":
        found = next(reversed(knowledge.known(Pledge, draft.as_of)), None)
    elif word in _POSITIONS:
        own = (e for member in knowledge.roster for e in own_stances(draft, member))
        held = [each for each in own if each.position is _POSITIONS[word]]
        found = max(held, key=lambda each: (each.said_on.last, each.id), default=None)
    if found is not None:
        day = found.said_on if isinstance(found, Stance) else found.known_on
        line = draft.say(
            mark("{day}: {claim}"),
            day=draft.moment(day, found.cites),
            claim=draft.claim(found.claim, found.cites),
        )
        yield _fact(draft, mark("For example"), line)


def _fact(draft: Draft, label: str, sentence: Sentence) -> Fact:
    return Fact(label=draft.voice.text(label), sentence=sentence)
