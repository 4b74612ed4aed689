"""`article3 facts`: records, corrections and retractions by people, and the log of all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module

from bot.call import Call
from bot.words import Shape, Words, read
from data.errors import QuestionError
from data.messages import mark

NO_SUCH_VERB = mark("article3 facts has no '{word}'. It has: {known}. See article3 facts --help.")
NO_VERB = mark("What is to be done with the facts? There are: {known}. See article3 facts --help.")
WHO = mark("{option} is missing: say who writes this. Write article3 {usage}.")
WHY = mark("{option} is missing: say why it changes. Write article3 {usage}.")
NEEDED = mark("{option} is missing. Write article3 {usage}.")
UNFIT = mark("{option} {problem}")

BY, BECAUSE, KNOWN_ON, MEND = "--by", "--because", "--known-on", "--mend"
SINCE, UNTIL, RECORDED, JSON = "--since", "--until", "--recorded", "--json"
FIGURE = "figure"

_MISSING = {BY: WHO, BECAUSE: WHY}
_MOST_ECHOED = 40
_WORDS_OF_A_FIGURE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Strict(Shape):
    """What a verb takes that cannot do without some of its options."""

    needed: frozenset[str] = field(default_factory=frozenset[str])

    @property
    def usage(self) -> str:
        valued = (
            f"{name} {value}" if name in self.needed else f"[{name} {value}]"
            for name, value in self.options.items()
        )
        return " ".join([self.verb, *self.operands, *valued, *(f"[{each}]" for each in self.flags)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """What does the work, by module and name: it is imported once it is asked for. `of_figures` is
    what the verb takes where its first word is that it is about a figure."""

    shape: Strict
    module: str
    work: str
    of_figures: Strict | None = None


VERBS: Mapping[str, Verb] = {
    "record": Verb(
        shape=Strict(
            verb="facts record",
            operands=("FILE",),
            options={BY: "NAME"},
            needed=frozenset({BY}),
        ),
        module="bot.fact_writing",
        work="record",
    ),
    "correct": Verb(
        shape=Strict(
            verb="facts correct",
            operands=("FILE",),
            options={BY: "NAME", BECAUSE: "REASON", KNOWN_ON: "DAY"},
            flags=(MEND,),
            needed=frozenset({BY, BECAUSE}),
        ),
        module="bot.fact_writing",
        work="correct",
    ),
    "retract": Verb(
        shape=Strict(
            verb="facts retract",
            operands=("KIND", "ID"),
            options={BY: "NAME", BECAUSE: "REASON", KNOWN_ON: "DAY"},
            needed=frozenset({BY, BECAUSE}),
        ),
        module="bot.fact_writing",
        work="retract",
    ),
    "history": Verb(
        shape=Strict(verb="facts history", operands=("KIND", "ID"), flags=(JSON,)),
        of_figures=Strict(
            verb="facts history",
            operands=(FIGURE, "EDITION", "MEMBER", "INDICATOR", "YEAR"),
            flags=(JSON,),
        ),
        module="bot.fact_log",
        work="history",
    ),
    "changes": Verb(
        shape=Strict(
            verb="facts changes",
            options={SINCE: "DAY", UNTIL: "DAY"},
            flags=(RECORDED, JSON),
            needed=frozenset({SINCE}),
        ),
        module="bot.fact_log",
        work="changes",
    ),
}


def facts(words: Sequence[str], call: Call) -> int | None:
    """Raises QuestionError for what is no verb of the facts, or does not fit it."""
    known = ", ".join(VERBS)
    if not words:
        raise QuestionError(NO_VERB, known=known)
    verb = VERBS.get(words[0])
    if verb is None:
        raise QuestionError(NO_SUCH_VERB, word=words[0][:_MOST_ECHOED], known=known)
    given = _read(words[1:], verb)
    return getattr(import_module(verb.module), verb.work)(given, call)


def _read(words: Sequence[str], verb: Verb) -> Words:
    shape = verb.shape
    loose = [each for each in words if not each.startswith("-")]
    if verb.of_figures is not None and [each.lower() for each in loose[:1]] == [FIGURE]:
        shape = verb.of_figures
        words = [*_with_one_name(loose), *(each for each in words if each.startswith("-"))]
    return check(words, shape)


def check(words: Sequence[str], shape: Strict) -> Words:
    """Raises QuestionError for what does not fit, and where an option is missing."""
    given = read(words, shape)
    for option in shape.options:
        if option in shape.needed and option not in given.options:
            template = _MISSING.get(option, NEEDED)
            raise QuestionError(template, option=option, usage=shape.usage)
    _check_signature(given)
    return given


def _with_one_name(words: list[str]) -> list[str]:
    """A member's name may be of several words: it stands between two words and two more."""
    if len(words) < _WORDS_OF_A_FIGURE:
        return words
    return [*words[:2], " ".join(words[2:-2]), *words[-2:]]


def _check_signature(given: Words) -> None:
    """Who and why stay in the log for good."""
    from data.facts.soundness.text import LONGEST, LONGEST_NAME, what_is_wrong_with

    for option, longest in ((BY, LONGEST_NAME), (BECAUSE, LONGEST)):
        text = given.options.get(option)
        problem = None if text is None else what_is_wrong_with(text, longest=longest)
        if problem is not None:
            raise QuestionError(UNFIT, option=option, problem=problem)
