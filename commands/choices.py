"""Closed sets that a parameter is chosen from, by their labels or ids in any letter case."""

from collections.abc import Mapping
from typing import Literal

from commands.desk import Desk
from data.errors import QuestionError
from data.messages import mark
from data.names.text import key

ChoiceKind = Literal["shape", "without", "position"]

CHOICES: Mapping[ChoiceKind, Mapping[str, str]] = {
    "shape": {
        "even": mark("in equal steps"),
        "late": mark("more in the last years"),
    },
    "without": {
        "increase": mark("the yearly increase"),
    },
    "position": {
        "supports": mark("supports"),
        "supports_with_conditions": mark("supports with conditions"),
        "seeks_flexibility": mark("seeks flexibility"),
        "opposes": mark("opposes"),
        "claims_exemption": mark("claims exemption"),
        "undeclared": mark("undeclared"),
        "silent": mark("nothing recorded"),
    },
}
"""The labels by their ids."""

NO_SUCH_CHOICE = mark("'{text}' is none of: {known}.")
_NEAR = 75
_MOST_ECHOED = 40


def find_choice(desk: Desk, kind: ChoiceKind, text: str) -> str:
    """The id of what is meant, also by the beginning of its label or with a slip of the keyboard.
    Raises QuestionError with all that there is."""
    typed = key(text)
    labels = {key(label): chosen for chosen, label in CHOICES[kind].items()}
    labels.update({key(label): chosen for chosen, label in offered(desk, kind)})
    labels.update({key(chosen): chosen for chosen in CHOICES[kind]})
    if typed in labels:
        return labels[typed]
    begun = {chosen for label, chosen in labels.items() if typed and label.startswith(typed)}
    if len(begun) == 1:
        return begun.pop()
    from rapidfuzz import process

    near = process.extractOne(typed, list(labels), score_cutoff=_NEAR) if typed else None
    if near is not None and not begun:
        return labels[near[0]]
    known = ", ".join(label for _, label in offered(desk, kind))
    raise QuestionError(NO_SUCH_CHOICE, text=text.strip()[:_MOST_ECHOED], known=known)


def offered(desk: Desk, kind: ChoiceKind) -> list[tuple[str, str]]:
    """Ids with their labels in the reader's language."""
    return [(chosen, desk.voice.text(label)) for chosen, label in CHOICES[kind].items()]
