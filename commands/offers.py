"""What is offered while a parameter is typed, by its kind."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from commands import suggestions
from commands.asked import Kind
from commands.choices import ChoiceKind
from commands.choices import offered as chosen_from
from commands.desk import Desk
from commands.suggestions import MOST, Suggestion, shown
from commands.wording import Wordbook
from data.names.text import key
from data.rules import Indicator, ShareTarget

_FIRST_YEAR = 2014
_MOST_TYPED = 100

Offer = Callable[[Desk, str], list[Suggestion]]


def choices(kind: ChoiceKind, desk: Desk, typed: str) -> list[Suggestion]:
    wanted = key(typed)
    found = [(chosen, label) for chosen, label in chosen_from(desk, kind) if wanted in key(label)]
    return [Suggestion(label, chosen, label) for chosen, label in found]


def years(desk: Desk, typed: str) -> list[Suggestion]:
    """Years that figures are known of, and those ahead that a target can be moved to."""
    found = {year for year in _years(desk) if str(year).startswith(typed.strip())}
    listed = [str(year) for year in sorted(found, reverse=True)][:MOST]
    return [Suggestion(each, each, each) for each in listed]


def _years(desk: Desk) -> Iterator[int]:
    knowledge = desk.knowledge
    newest = knowledge.ledger.newest_year(Indicator.SHARE_OF_GDP, desk.today)
    if newest is not None:
        yield from range(_FIRST_YEAR, newest[0] + 1)
    for commitment in knowledge.commitments(desk.today):
        for clause in commitment.clauses:
            if isinstance(clause, ShareTarget) and clause.by is not None:
                yield from range(desk.today.year + 1, clause.by + 1)


def groups(desk: Desk, typed: str) -> list[Suggestion]:
    from commands.groups import in_order, name_of, spellings

    known = in_order(desk.knowledge.groups(desk.today))
    named = [(name_of(desk, each), each.group, spellings(desk, each)) for each in known]
    return _found(
        [(Suggestion(name, known_as, name), spelt) for name, known_as, spelt in named], typed
    )


def clauses(desk: Desk, typed: str) -> list[Suggestion]:
    from commands.floors import floors, said

    found = [(each.id, said(desk, each)) for each in floors(desk, desk.today)]
    return _found([(Suggestion(shown(name), floor, floor), name) for floor, name in found], typed)


def editions(desk: Desk, typed: str) -> list[Suggestion]:
    out = desk.knowledge.ledger.published_by(desk.today)
    found = [(desk.voice.date(each.published_on), each) for each in out]
    return _found(
        [
            (Suggestion(day, each.id, each.id), f"{day} {each.title} {each.id}")
            for day, each in found
        ],
        typed,
    )


def _found(offered: list[tuple[Suggestion, str]], typed: str) -> list[Suggestion]:
    """Those among a few whose words begin as typed, or nearly so; all for nothing typed."""
    if len(typed) > _MOST_TYPED:
        return []
    book = Wordbook.of(spelt for _, spelt in offered)
    places = book.beginning(typed) or book.nearly(typed) if typed.strip() else range(len(offered))
    return [offered[at][0] for at in places][:MOST]


def several(desk: Desk, typed: str) -> list[Suggestion]:
    from commands.several import offered

    return offered(desk, typed)


def terms(desk: Desk, typed: str) -> list[Suggestion]:
    from commands.glossary import ENTRIES, spellings

    named = [(desk.voice.text(each.term), each) for each in ENTRIES]
    return _found(
        [(Suggestion(name, each.id, name), spellings(desk, each)) for name, each in named], typed
    )


def numbers(_desk: Desk, _typed: str) -> list[Suggestion]:
    """Nothing: whatever could be offered would be taken for advice."""
    return []


OFFERS: Mapping[Kind, Offer] = {
    "member": suggestions.members,
    "members": several,
    "group": groups,
    "meeting": suggestions.meetings,
    "commitment": suggestions.commitments,
    "clause": clauses,
    "subject": suggestions.subjects,
    "edition": editions,
    "year": years,
    "day": suggestions.days,
    "points": numbers,
    "growth": numbers,
    "shape": partial(choices, "shape"),
    "without": partial(choices, "without"),
    "position": partial(choices, "position"),
    "term": terms,
}
