"""Questions as people ask them, at least one for each command."""

from collections.abc import Iterator, Mapping

from commands.desk import Desk
from commands.registry import COMMANDS

Question = tuple[str, Mapping[str, str]]

BEFORE, AFTER = "2025-06-05", "2026-11-25"
"""Before and after the Alliance agreed on The Hague, on 25 June 2025."""

EXAMPLES: tuple[Question, ...] = (
    ("target", {"member": "Spain"}),
    ("target", {"member": "Germany", "commitment": "Vilnius"}),
    ("summit", {}),
    ("attendees", {"meeting": "The Hague"}),
    ("attendees", {"meeting": "The Hague", "since": "2025-06-01"}),
    ("stance", {"member": "Spain"}),
    ("stances", {}),
    ("stances", {"position": "opposes"}),
    ("stances", {"since": "2025-05-01"}),
    ("compare", {"members": "Poland, Germany, Spain"}),
    ("compare", {"members": "Italy and Canada", "clause": "equipment"}),
    ("ranking", {}),
    ("ranking", {"group": "Baltic"}),
    ("ranking", {"at": "Spain"}),
    ("ranking", {"clause": "equipment", "year": "2023"}),
    ("path", {"member": "Spain"}),
    ("path", {"member": "Spain", "commitment": "Rutte"}),
    ("path", {"member": "Belgium", "commitment": "Rutte", "without": "increase"}),
    ("path", {"member": "Italy", "by": "2035", "shape": "late", "growth": "2.5"}),
    ("path", {"member": "Portugal", "step": "0.3"}),
    ("commitment", {}),
    ("commitment", {"commitment": "Rutte"}),
    ("calendar", {}),
    ("history", {"subject": "Spain"}),
    ("history", {"subject": "Poland", "year": "2024"}),
    ("history", {"subject": "The Hague summit"}),
    ("changes", {"since": "2025-05-01"}),
    ("sources", {"subject": "Spain"}),
    ("sources", {"subject": "The Hague summit"}),
    ("glossary", {}),
    ("glossary", {"term": "percentage point"}),
    ("digest", {}),
)

OF_MEMBERS: Mapping[str, str] = {
    name: parameter.name
    for name, command in COMMANDS.items()
    for parameter in command.parameters
    if parameter.kind in ("member", "subject") and parameter.required
}
"""The commands that have to be told a member, and what the member is called there."""


def named(question: Question) -> str:
    command, arguments = question
    return " ".join([command, *(f"{name}:{text}" for name, text in arguments.items())])


def about_everybody(desk: Desk) -> Iterator[Question]:
    """Each member, in each question that is about one."""
    for command, parameter in OF_MEMBERS.items():
        for member in desk.knowledge.roster:
            yield command, {parameter: member.id}
