"""The questions that can be asked: one table that drives the terminal, its help and Discord."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from commands import attendees, digest, stance, summit, target
from commands.asked import find_meeting, read_day
from commands.briefing import Briefing
from commands.desk import Desk
from data.errors import QuestionError
from data.messages import mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    name: str
    what: str
    kind: Literal["member", "meeting"]
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


def _target(desk: Desk, arguments: Mapping[str, str], as_of: date) -> Briefing:
    return target.brief(desk, desk.member(arguments["member"]), as_of)


def _stance(desk: Desk, arguments: Mapping[str, str], as_of: date) -> Briefing:
    return stance.brief(desk, desk.member(arguments["member"]), as_of)


def _summit(desk: Desk, arguments: Mapping[str, str], as_of: date) -> Briefing:
    text = arguments.get("meeting")
    return summit.brief(desk, find_meeting(desk, text, as_of) if text else None, as_of)


def _attendees(desk: Desk, arguments: Mapping[str, str], as_of: date) -> Briefing:
    text = arguments.get("meeting")
    return attendees.brief(desk, find_meeting(desk, text, as_of) if text else None, as_of)


def _digest(desk: Desk, _: Mapping[str, str], as_of: date) -> Briefing:
    return digest.brief(desk, as_of)


COMMANDS: Mapping[str, Command] = {
    command.name: command
    for command in (
        Command(
            name="target",
            summary=mark("What is asked of a member, where it stands, and how far off it is"),
            example="Spain",
            parameters=(_MEMBER,),
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
            name="digest",
            summary=mark("What changed, what is ahead, and one member in focus"),
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
                mark("Which member? Write for example: {command} {example}."),
                command=command.name,
                example=command.example,
            )
    return command.brief(desk, arguments, read_day(as_of, desk.today))
