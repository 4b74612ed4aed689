"""The questions that can be asked: one table that drives the terminal, its help and Discord.

Further parameters are added behind those that a command has: the buttons of messages sent before
carry its arguments in this order.
"""

from collections.abc import Mapping

from commands import parameters
from commands.briefing import Briefing
from commands.command import Command, Parameter
from commands.days import find_day
from commands.desk import Desk
from commands.glossary_explained import explained
from commands.kinds import MISSING, meant
from data.errors import QuestionError
from data.messages import mark

__all__ = ["COMMANDS", "Command", "Parameter", "answer", "meant"]

COMMANDS: Mapping[str, Command] = {
    command.name: command
    for command in (
        Command(
            name="target",
            summary=mark("What is asked of a member, where it stands, and how far off it is"),
            example=mark("Spain"),
            parameters=(parameters.MEMBER, parameters.ONE_COMMITMENT),
            module="commands.target",
        ),
        Command(
            name="summit",
            summary=mark("When and where the next summit is, with the countdown"),
            example="",
            parameters=(parameters.MEETING,),
            module="commands.summit",
        ),
        Command(
            name="attendees",
            summary=mark("Who comes to a summit, and what is not settled"),
            example=mark("The Hague"),
            parameters=(parameters.MEETING, parameters.SINCE),
            module="commands.attendees",
        ),
        Command(
            name="stance",
            summary=mark("What a member says of its targets, and what others say of it"),
            example=mark("Spain"),
            parameters=(parameters.MEMBER,),
            module="commands.stance",
        ),
        Command(
            name="stances",
            summary=mark("Who supports the target, with conditions or not, and who opposes it"),
            example=mark("opposes"),
            parameters=(parameters.POSITION, parameters.SINCE),
            module="commands.stances",
        ),
        Command(
            name="compare",
            summary=mark("Two to six members side by side, as a table and a chart"),
            example=mark("Poland, Germany, Spain"),
            parameters=(parameters.MEMBERS, parameters.CLAUSE),
            module="commands.compare",
        ),
        Command(
            name="ranking",
            summary=mark("Members in the order of their shares: all, a group, or around one"),
            example=mark("Baltic"),
            parameters=(
                parameters.GROUP,
                parameters.CLAUSE,
                parameters.YEAR,
                parameters.EDITION,
                parameters.AT,
            ),
            module="commands.ranking",
        ),
        Command(
            name="path",
            summary=mark("How a member gets to the target, year by year, and what it costs"),
            example=mark("Spain"),
            parameters=(
                parameters.MEMBER,
                parameters.FLOOR_COMMITMENT,
                parameters.BY,
                parameters.STEP,
                parameters.SHAPE,
                parameters.GROWTH,
                parameters.WITHOUT,
            ),
            module="commands.path",
        ),
        Command(
            name="commitment",
            summary=mark("What a commitment says, what it replaced, and what comes next"),
            example=mark("The Hague"),
            parameters=(parameters.COMMITMENT,),
            module="commands.commitment",
        ),
        Command(
            name="calendar",
            summary=mark("What is ahead: summits, ministerials, reviews and deadlines"),
            example="",
            module="commands.calendar",
        ),
        Command(
            name="history",
            summary=mark("What became known of a member, a meeting or one fact, and when"),
            example=mark("Spain"),
            parameters=(parameters.SUBJECT, parameters.FIGURE_YEAR),
            module="commands.history",
        ),
        Command(
            name="changes",
            summary=mark("What became known, was corrected or withdrawn between two days"),
            example="2025-06-01",
            parameters=(parameters.SINCE,),
            module="commands.changes",
        ),
        Command(
            name="sources",
            summary=mark("What the facts and figures on something rest on, with grades"),
            example=mark("Spain"),
            parameters=(parameters.SUBJECT,),
            module="commands.sources",
        ),
        Command(
            name="glossary",
            summary=mark("What the words mean: core defence, edition, estimate and others"),
            example=mark("percentage point"),
            parameters=(parameters.TERM,),
            module="commands.glossary",
        ),
        Command(
            name="digest",
            summary=mark("What changed, what is ahead, and who moved"),
            example="",
            module="commands.digest",
        ),
    )
}


def answer(desk: Desk, name: str, arguments: Mapping[str, str], as_of: str | None) -> Briefing:
    """Answers one question; a QuestionError says in one sentence what was wrong with it."""
    command = COMMANDS.get(name)
    if command is None:
        from rapidfuzz import process

        near = process.extractOne(name[:40], list(COMMANDS), score_cutoff=75)
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
                MISSING[parameter.kind],
                command=command.name,
                example=command.example,
            )
    briefing = command.brief(desk, arguments, find_day(desk, as_of))
    return briefing.model_copy(update={"terms": explained(briefing, desk)})
