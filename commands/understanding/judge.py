"""From free words to a question that a command answers, by rules alone.

A text is read in each language whose words it may be. What it has in it speaks for and against
each command; the command with the most is taken where that is enough, and clearly more than any
other has. Where it is not, nothing is guessed: a wrong answer would be worse than none.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from commands.days import find_day
from commands.desk import Desk
from commands.registry import COMMANDS, meant
from commands.understanding.arguments import arguments, as_of
from commands.understanding.concepts import Concept
from commands.understanding.features import Features, features
from commands.understanding.reading import Reading, read
from commands.understanding.tokens import MOST_TOKENS, Token, tokens
from commands.understanding.weights import AHEAD, SURE, UNKNOWN
from commands.understanding.weights_known import ON_WHAT_IS_KNOWN
from commands.understanding.weights_meetings import ON_MEETINGS
from commands.understanding.weights_members import ON_MEMBERS
from commands.understanding.words import LANGUAGES
from data.errors import QuestionError
from data.messages import mark

RULES = (*ON_MEMBERS, *ON_MEETINGS, *ON_WHAT_IS_KNOWN)
MOST_CHARACTERS = 4000
TOO_LONG = mark("A question has at most {most} characters, and what you wrote has {count}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """`arguments` are ids, or texts that the registry understands; `as_of` is as it was said."""

    command: str
    arguments: Mapping[str, str] = field(default_factory=dict[str, str])
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Unclear:
    nearest: tuple[Understood, Understood, Understood]


@dataclass(frozen=True, slots=True)
class _Scored:
    score: float
    command: str
    asked: Features


def understand(desk: Desk, text: str, day: str | None = None) -> Understood | Unclear:
    """What is asked, or the three questions nearest to it. `day` is the one that it is asked as
    of, where that was given beside the text. A QuestionError says that a text is too long to be a
    question, or that the day is none."""
    held = None if day is None else find_day(desk, day)
    if len(text) > MOST_CHARACTERS:
        raise QuestionError(TOO_LONG, most=MOST_CHARACTERS, count=len(text))
    typed = tokens(text)
    if not typed or len(typed) > MOST_TOKENS:
        return Unclear(nearest(desk, ()))
    ranked = _ranked(desk, typed, held)
    best = ranked[0] if ranked else None
    if best is not None and _is_clear(ranked) and Concept.OUTSIDE not in best.asked.has:
        understood = _told(desk, best)
        if understood is not None:
            return _as_of(understood, day)
    first, second, third = nearest(desk, ranked)
    return Unclear((_as_of(first, day), _as_of(second, day), _as_of(third, day)))


def _as_of(said: Understood, day: str | None) -> Understood:
    """As the day was written, if it was."""
    return said if day is None else replace(said, as_of=day)


def _ranked(desk: Desk, typed: Sequence[Token], held: date | None = None) -> list[_Scored]:
    """What every command comes to in the language of the text, the most first."""
    readings = _readings(desk, typed)
    scored = [each for reading in readings for each in _scored(features(desk, reading, held))]
    scored.sort(key=lambda each: each.score, reverse=True)
    best: dict[str, _Scored] = {}
    for each in scored:
        best.setdefault(each.command, each)
    return list(best.values())


def _readings(desk: Desk, typed: Sequence[Token]) -> list[Reading]:
    """In the language that has most of the words; several where they are as near."""
    first = desk.locale.language
    languages = sorted(LANGUAGES, key=lambda each: each != first)
    found = [read(desk, typed, language) for language in languages]
    most = max(each.own for each in found)
    return [each for each in found if each.own == most]


def _scored(asked: Features) -> Iterator[_Scored]:
    strange = UNKNOWN * asked.reading.unknown
    for rule in RULES:
        score = rule.score(asked.has)
        if score is not None:
            yield _Scored(score - strange, rule.command, asked)


def _is_clear(ranked: Sequence[_Scored]) -> bool:
    return ranked[0].score >= SURE and (
        len(ranked) == 1 or ranked[0].score - ranked[1].score >= AHEAD
    )


def _told(desk: Desk, scored: _Scored) -> Understood | None:
    """The question in full; None where it lacks something, or names what is not known."""
    command = COMMANDS[scored.command]
    day = as_of(desk, scored.asked, scored.command)
    given = arguments(desk, scored.asked, scored.command)
    try:
        held = find_day(desk, str(day) if day is not None else None)
        for parameter in command.parameters:
            text = given.get(parameter.name)
            if text is not None:
                meant(desk, parameter.kind, text, held)
            elif parameter.required:
                return None
    except QuestionError:
        return None
    return Understood(
        command=scored.command, arguments=given, as_of=str(day) if day is not None else None
    )


_ANYWAY = (
    Understood(command="summit"),
    Understood(command="digest"),
    Understood(command="target", arguments={"member": "ESP"}),
)
"""What everybody asks, where nothing in the text says more."""


def nearest(desk: Desk, ranked: Sequence[_Scored]) -> tuple[Understood, Understood, Understood]:
    """Three different questions about what the text names, the likeliest first."""
    found: list[Understood] = []
    about = (_told(desk, each) for each in ranked if each.score > 0 or _names(each))
    for each in (*(each for each in about if each is not None), *_ANYWAY):
        if each not in found:
            found.append(each)
        if len(found) == len(_ANYWAY):
            break
    first, second, third = found
    return first, second, third


def _names(scored: _Scored) -> bool:
    asked = scored.asked
    return bool(asked.members or asked.cities or asked.groups or asked.people)
