"""`article3 digest`: who gets the daily digest, when the next one comes, and why one did or not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module

from bot.call import Call
from bot.words import Shape, Words, read
from data.errors import QuestionError
from data.messages import mark

NO_SUCH_VERB = mark(
    "article3 digest has no '{word}'. It has: {known}. Today's digest itself is shown by article3 "
    "ask digest."
)
NO_VERB = mark(
    "What is to be done with digests? There are: {known}. Today's digest itself is shown by "
    "article3 ask digest."
)
NEEDED = mark("{option} is missing. Write article3 {usage}.")
UNFIT = mark("{option} {problem}")

BY, BECAUSE, AGAIN, ALL, JSON = "--by", "--because", "--again", "--all", "--json"
SERVER, CHANNEL, OWNER = "--server", "--channel", "--owner"
TIME, ZONE, DAYS, LANGUAGE = "--time", "--zone", "--days", "--language"
PARTS, QUIET, LATE, PUBLISH = "--parts", "--quiet", "--late", "--publish"
ID, DAY = "ID", "DAY"

SCHEDULE = {TIME: "TIME", ZONE: "ZONE", DAYS: "DAYS"}
CONTENT = {
    LANGUAGE: "LANGUAGE",
    PARTS: "PARTS",
    QUIET: "send|shorten|skip",
    LATE: "HOURS",
    PUBLISH: "yes|no",
}

_MOST_ECHOED = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Strict(Shape):
    """What a verb takes that cannot do without some of its options. `last` is an operand behind the
    others that may be left out."""

    needed: frozenset[str] = field(default_factory=frozenset[str])
    last: str | None = None

    @property
    def usage(self) -> str:
        valued = (
            f"{name} {value}" if name in self.needed else f"[{name} {value}]"
            for name, value in self.options.items()
        )
        last = () if self.last is None else (f"[{self.last}]",)
        flags = (f"[{each}]" for each in self.flags)
        return " ".join([self.verb, *self.operands, *last, *valued, *flags])


@dataclass(frozen=True, slots=True)
class Verb:
    """What does the work, by module and name: it is imported once it is asked for."""

    shape: Strict
    module: str
    work: str


def _asking(verb: str, **more: object) -> Verb:
    shape = replace(Strict(verb=f"digest {verb}", flags=(JSON,)), **more)
    return Verb(shape, "bot.digests_asking", verb)


def _changing(verb: str, **more: object) -> Verb:
    shape = Strict(
        verb=f"digest {verb}", operands=(ID,), options={BY: "NAME"}, needed=frozenset({BY})
    )
    return Verb(replace(shape, **more), "bot.digests_changing", verb)


VERBS: Mapping[str, Verb] = {
    "list": _asking("list", flags=(ALL, JSON)),
    "why": _asking("why", operands=(ID,), last=DAY),
    "status": _asking("status"),
    "subscribe": _changing(
        "subscribe",
        operands=(),
        options={SERVER: "N", CHANNEL: "N", OWNER: "N", **SCHEDULE, **CONTENT},
        needed=frozenset({SERVER, CHANNEL, OWNER, TIME, ZONE}),
    ),
    "edit": _changing("edit", options={BY: "NAME", CHANNEL: "N", **SCHEDULE, **CONTENT}),
    "pause": _changing("pause", options={BY: "NAME", BECAUSE: "REASON"}),
    "resume": _changing("resume"),
    "unsubscribe": _changing("unsubscribe"),
    "now": _changing("now", needed=frozenset[str](), flags=(AGAIN,)),
}


def digests(words: Sequence[str], call: Call) -> int | None:
    """Raises QuestionError for what is no verb of the digests, or does not fit it."""
    known = ", ".join(VERBS)
    if not words:
        raise QuestionError(NO_VERB, known=known)
    verb = VERBS.get(words[0])
    if verb is None:
        raise QuestionError(NO_SUCH_VERB, word=words[0][:_MOST_ECHOED], known=known)
    given = _read(words[1:], verb.shape)
    return getattr(import_module(verb.module), f"{verb.work}_")(given, call)


def _read(words: Sequence[str], shape: Strict) -> Words:
    loose = [each for each in words if not each.startswith("-")]
    takes = shape
    if shape.last is not None and len(loose) > len(shape.operands):
        takes = replace(shape, operands=(*shape.operands, shape.last), last=None)
    given = read(words, takes)
    for option in shape.options:
        if option in shape.needed and option not in given.options:
            raise QuestionError(NEEDED, option=option, usage=shape.usage)
    _check_signature(given)
    return given


def _check_signature(given: Words) -> None:
    """Who and why stay in the log for good."""
    from data.facts.soundness.text import LONGEST, LONGEST_NAME, what_is_wrong_with

    for option, longest in ((BY, LONGEST_NAME), (BECAUSE, LONGEST)):
        text = given.options.get(option)
        problem = None if text is None else what_is_wrong_with(text, longest=longest)
        if problem is not None:
            raise QuestionError(UNFIT, option=option, problem=problem)
