"""What a command is told, out of what a question has in it."""

from collections.abc import Callable, Mapping

from commands.desk import Desk
from commands.understanding.concepts import POSITIONS, Concept
from commands.understanding.features import Features
from commands.understanding.named_things import commitment_meant, meeting_meant, subject_meant
from data.dates import PartialDate

_EQUIPMENT = "equipment"
_OF_ITS_YEAR = ("target", "stance", "stances", "compare")
"""Commands that take no year: one that is over is the day they are asked as of."""


def arguments(desk: Desk, asked: Features, command: str) -> dict[str, str]:
    """By parameter; what the question does not say is left out."""
    return {name: text for name, text in _TOLD[command](desk, asked).items() if text}


def as_of(desk: Desk, asked: Features, command: str) -> PartialDate | None:
    """The day that a question is asked as of, as precise as it says."""
    if asked.when.as_of is not None:
        return None if _is_of_a_meeting(asked, command) else asked.when.as_of
    past = [year for year in asked.when.years if year < desk.today.year]
    return PartialDate(past[0]) if command in _OF_ITS_YEAR and len(past) == 1 else None


def _is_of_a_meeting(asked: Features, command: str) -> bool:
    """Whether the day says which meeting is meant: `the ministers in June 2025`."""
    month = asked.when.as_of is not None and asked.when.as_of.day is None
    return command in ("attendees", "summit") and month


def _target(desk: Desk, asked: Features) -> dict[str, str]:
    named = bool({Concept.PLEDGE, Concept.AGREED, Concept.PROPOSED} & asked.has)
    return {
        "member": asked.members[0],
        "commitment": commitment_meant(desk, asked) if named or asked.cities else "",
    }


def _path(desk: Desk, asked: Features) -> dict[str, str]:
    ahead = [year for year in asked.when.years if year >= desk.today.year]
    numbers = asked.numbers
    without = Concept.WITHOUT in asked.has and Concept.RAISE in asked.has
    return {
        "member": asked.members[0],
        "commitment": commitment_meant(desk, asked) if asked.cities or asked.people else "",
        "by": str(ahead[0]) if ahead else "",
        "step": str(numbers.step) if numbers.step is not None and not without else "",
        "shape": "late" if Concept.LATE in asked.has else "",
        "growth": str(numbers.growth) if numbers.growth is not None else "",
        "without": "increase" if without else "",
    }


def _compare(desk: Desk, asked: Features) -> dict[str, str]:  # noqa: ARG001
    return {"members": ",".join(asked.members), "clause": _clause(asked)}


def _ranking(desk: Desk, asked: Features) -> dict[str, str]:
    years = [year for year in asked.when.years if year <= desk.today.year]
    return {
        "group": asked.groups[0] if asked.groups else "",
        "clause": _clause(asked),
        "year": str(years[0]) if years else "",
        "at": asked.members[0] if asked.members else "",
    }


def _clause(asked: Features) -> str:
    if Concept.EQUIPMENT in asked.has:
        return _EQUIPMENT
    return str(asked.floors[0]) if asked.floors else ""


def _stance(desk: Desk, asked: Features) -> dict[str, str]:  # noqa: ARG001
    return {"member": asked.members[0] if asked.members else asked.people[0]}


def _stances(desk: Desk, asked: Features) -> dict[str, str]:  # noqa: ARG001
    held = [each for each in POSITIONS if each in asked.has]
    if Concept.CONDITIONS in held:
        held = [Concept.CONDITIONS]
    elif Concept.SILENT in held or Concept.UNDECLARED in held:
        held = [each for each in held if each in (Concept.SILENT, Concept.UNDECLARED)]
    # Whoever does not support it may hold any of the other positions.
    denied = Concept.NOT in asked.has and held in ([Concept.SUPPORT], [Concept.OPPOSE])
    since = asked.when.since
    return {
        "position": POSITIONS[held[0]] if len(held) == 1 and not denied else "",
        "since": str(since) if since else "",
    }


def _attendees(desk: Desk, asked: Features) -> dict[str, str]:
    meeting = meeting_meant(desk, asked)
    since = asked.when.since
    return {"meeting": meeting.meeting if meeting else "", "since": str(since) if since else ""}


def _summit(desk: Desk, asked: Features) -> dict[str, str]:
    meeting = meeting_meant(desk, asked)
    return {"meeting": meeting.meeting if meeting else ""}


def _of_commitment(desk: Desk, asked: Features) -> dict[str, str]:
    return {"commitment": commitment_meant(desk, asked)}


def _history(desk: Desk, asked: Features) -> dict[str, str]:
    years = [year for year in asked.when.years if year <= desk.today.year]
    about_member = len(asked.members) == 1
    return {
        "subject": subject_meant(desk, asked),
        "year": str(years[0]) if years and about_member else "",
    }


def _sources(desk: Desk, asked: Features) -> dict[str, str]:
    return {"subject": subject_meant(desk, asked)}


def _changes(desk: Desk, asked: Features) -> dict[str, str]:  # noqa: ARG001
    since = asked.when.since or (asked.when.as_of if _is_span(asked) else None)
    return {"since": str(since) if since else ""}


def _is_span(asked: Features) -> bool:
    """`What happened yesterday` asks for what is new since then."""
    spans = (Concept.YESTERDAY, Concept.WEEK, Concept.MONTH, Concept.THIS_WEEK, Concept.THIS_MONTH)
    return any(each in asked.has for each in (*spans, Concept.YEAR, Concept.THIS_YEAR))


def _glossary(desk: Desk, asked: Features) -> dict[str, str]:  # noqa: ARG001
    terms = asked.reading.ids("term")
    return {"term": terms[0] if terms else ""}


def _nothing(desk: Desk, asked: Features) -> dict[str, str]:  # noqa: ARG001
    return {}


_TOLD: Mapping[str, Callable[[Desk, Features], dict[str, str]]] = {
    "target": _target,
    "path": _path,
    "compare": _compare,
    "ranking": _ranking,
    "stance": _stance,
    "stances": _stances,
    "attendees": _attendees,
    "summit": _summit,
    "calendar": _nothing,
    "commitment": _of_commitment,
    "history": _history,
    "changes": _changes,
    "sources": _sources,
    "glossary": _glossary,
    "digest": _nothing,
}
