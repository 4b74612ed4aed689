"""The questions that can be asked: one table that drives the terminal, its help and Discord."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from commands import attendees, digest, history, stance, summit, target
from commands.asked import Kind, find_meeting
from commands.briefing import Briefing
from commands.commitments import find_commitment
from commands.days import find_day
from commands.desk import Desk
from commands.subjects import find_subject
from data.errors import QuestionError
from data.members import Member
from data.messages import mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    name: str
    what: str
    kind: Kind
    required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """`example` is what to type after the command's name."""

    name: str
    summary: str
    example: str
    parameters: tuple[Parameter, ...]
    brief: Callable[[Desk, Mapping[str, str], date], Briefing]


_MEMBER = Parameter(
    name="member",
    what=mark("a member of NATO, in any language or as a code or flag"),
    kind="member",
    required=True,
)
_MEETING = Parameter(
    name="meeting",
    what=mark("a summit or meeting by name, city or year; the next summit without it"),
    kind="meeting",
    required=False,
)
_COMMITMENT = Parameter(
    name="commitment",
    what=mark("one commitment by title, place or year, and nothing else is judged"),
    kind="commitment",
    required=False,
)
_SUBJECT = Parameter(
    name="subject",
    what=mark("a member, or a meeting by city or year"),
    kind="subject",
    required=True,
)

_MISSING: dict[Kind, str] = {
    "member": mark("Which member? Write for example: {command} {example}."),
    "meeting": mark("Which meeting? Write for example: {command} {example}."),
    "commitment": mark("Which commitment? Write for example: {command} {example}."),
    "subject": mark("Which member or meeting? Write for example: {command} {example}."),
}


def _target(desk: Desk, arguments: Mapping[str, str], as_of: date) -> Briefing:
    member, text = desk.member(arguments["member"]), arguments.get("commitment")
    only = find_commitment(desk, text, as_of) if text else None
    return target.brief(desk, member, as_of, only=only)


def _stance(desk: Desk, arguments: Mapping[str, str], as_of: date) -> Briefing:
    return stance.brief(desk, desk.member(arguments["member"]), as_of)


def _summit(desk: Desk, arguments: Mapping[str, str], as_of: date) -> Briefing:
    text = arguments.get("meeting")
    return summit.brief(desk, find_meeting(desk, text, as_of) if text else None, as_of)


def _attendees(desk: Desk, arguments: Mapping[str, str], as_of: date) -> Briefing:
    text = arguments.get("meeting")
    return attendees.brief(desk, find_meeting(desk, text, as_of) if text else None, as_of)


def _history(desk: Desk, arguments: Mapping[str, str], as_of: date) -> Briefing:
    return history.brief(desk, find_subject(desk, arguments["subject"], as_of), as_of)


def _digest(desk: Desk, _: Mapping[str, str], as_of: date) -> Briefing:
    return digest.brief(desk, as_of)


COMMANDS: Mapping[str, Command] = {
    command.name: command
    for command in (
        Command(
            name="target",
            summary=mark("What is asked of a member, where it stands, and how far off it is"),
            example="Spain",
            parameters=(_MEMBER, _COMMITMENT),
            brief=_target,
        ),
        Command(
            name="summit",
            summary=mark("When and where the next summit is, with the countdown"),
            example="",
            parameters=(_MEETING,),
            brief=_summit,
        ),
        Command(
            name="attendees",
            summary=mark("Who comes to a summit, and what is not settled"),
            example="The Hague",
            parameters=(_MEETING,),
            brief=_attendees,
        ),
        Command(
            name="stance",
            summary=mark("What a member says of its targets, and what others say of it"),
            example="Spain",
            parameters=(_MEMBER,),
            brief=_stance,
        ),
        Command(
            name="history",
            summary=mark("What became known of a member or a meeting, and when"),
            example="Spain",
            parameters=(_SUBJECT,),
            brief=_history,
        ),
        Command(
            name="digest",
            summary=mark("What changed, what is ahead, and who moved"),
            example="",
            parameters=(),
            brief=_digest,
        ),
    )
}


def answer(desk: Desk, name: str, arguments: Mapping[str, str], as_of: str | None) -> Briefing:
    """Answers one question; a QuestionError says in one sentence what was wrong with it."""
    command = COMMANDS.get(name)
    if command is None:
        from rapidfuzz import process

        near = process.extractOne(name[:40], list(COMMANDS), score_cutoff=60)
        known = ", ".join(COMMANDS)
        if near is not None:
            raise QuestionError(
                mark("No question called '{name}'. Did you mean {near}?"),
                name=name[:40],
                near=near[0],
            )
        raise QuestionError(
            mark("No question called '{name}'. There are: {known}."), name=name[:40], known=known
        )
    for parameter in command.parameters:
        if parameter.required and not arguments.get(parameter.name, "").strip():
            raise QuestionError(
                _MISSING[parameter.kind],
                command=command.name,
                example=command.example,
            )
    return command.brief(desk, arguments, find_day(desk, as_of))


def meant(desk: Desk, kind: Kind, text: str, as_of: date) -> str:
    """The id of what a parameter's text means, which asks for the same thing. Raises
    QuestionError."""
    match kind:
        case "member":
            return desk.member(text).id
        case "meeting":
            return find_meeting(desk, text, as_of).meeting
        case "commitment":
            return find_commitment(desk, text, as_of).id
        case "subject":
            found = find_subject(desk, text, as_of)
            return found.id if isinstance(found, Member) else found.meeting
