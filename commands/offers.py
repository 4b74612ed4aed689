"""What is offered while a parameter is typed, by its kind."""

from collections.abc import Callable, Mapping
from functools import partial

from commands import suggestions
from commands.asked import Kind
from commands.choices import ChoiceKind, offered
from commands.desk import Desk
from commands.suggestions import Suggestion
from data.names.text import key

Offer = Callable[[Desk, str], list[Suggestion]]


def choices(kind: ChoiceKind, desk: Desk, typed: str) -> list[Suggestion]:
    wanted = key(typed)
    found = [(chosen, label) for chosen, label in offered(desk, kind) if wanted in key(label)]
    return [Suggestion(label, chosen, label) for chosen, label in found]


def years(desk: Desk, typed: str) -> list[Suggestion]:
    """Years that figures are known of, and those ahead that a target can be moved to."""
    return []


def groups(desk: Desk, typed: str) -> list[Suggestion]:
    return []


def clauses(desk: Desk, typed: str) -> list[Suggestion]:
    return []


def editions(desk: Desk, typed: str) -> list[Suggestion]:
    return []


def several(desk: Desk, typed: str) -> list[Suggestion]:
    return []


def terms(desk: Desk, typed: str) -> list[Suggestion]:
    return []


def numbers(desk: Desk, typed: str) -> list[Suggestion]:
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
