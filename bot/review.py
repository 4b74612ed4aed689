"""`article3 review`: what waits for a person's yes, and what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib import import_module

from bot.call import Call
from bot.facts import BECAUSE, BY, JSON, Strict, Verb
from bot.facts import check as check_words
from bot.words import Words
from data.errors import QuestionError
from data.messages import mark

NO_SUCH_VERB = mark("article3 review has no '{word}'. It has: {known}. See article3 review --help.")
NO_VALUE = mark("Nothing is written after {option}. Write article3 {usage}.")
NO_SUCH_ID = mark("'{word}' is no proposal. Write its number, as article3 review lists it.")

SET = "--set"
_MOST_ECHOED = 40
_MOST_DIGITS = 9

LIST = Verb(
    shape=Strict(verb="review", options={BY: "NAME"}, flags=(JSON,)),
    module="bot.reviewing",
    work="waiting",
)

VERBS: Mapping[str, Verb] = {
    "show": Verb(
        shape=Strict(verb="review show", operands=("ID",), flags=(JSON,)),
        module="bot.reviewing",
        work="show",
    ),
    "accept": Verb(
        shape=Strict(
            verb="review accept",
            operands=("ID",),
            options={BY: "NAME", SET: "FIELD=VALUE"},
            needed=frozenset({BY}),
        ),
        module="bot.deciding",
        work="accept",
    ),
    "reject": Verb(
        shape=Strict(
            verb="review reject",
            operands=("ID",),
            options={BY: "NAME", BECAUSE: "REASON"},
            needed=frozenset({BY, BECAUSE}),
        ),
        module="bot.deciding",
        work="reject",
    ),
    "undo": Verb(
        shape=Strict(
            verb="review undo",
            operands=("ID",),
            options={BY: "NAME", BECAUSE: "REASON"},
            needed=frozenset({BY, BECAUSE}),
        ),
        module="bot.deciding",
        work="undo",
    ),
    "log": Verb(
        shape=Strict(verb="review log", flags=(JSON,)),
        module="bot.reviewing",
        work="log",
    ),
}


def review(words: Sequence[str], call: Call) -> int | None:
    """Raises QuestionError for what is no verb of the review, or does not fit it."""
    if not words or words[0].startswith("-"):
        verb, rest = LIST, list(words)
    elif words[0] in VERBS:
        verb, rest = VERBS[words[0]], list(words[1:])
    else:
        known = ", ".join(VERBS)
        raise QuestionError(NO_SUCH_VERB, word=words[0][:_MOST_ECHOED], known=known)
    changes, rest = _changes(rest, verb.shape)
    given = check_words(rest, verb.shape)
    if changes:
        # It may be written as often as one likes.
        given = replace(given, options={**given.options, SET: "\n".join(changes)})
    return getattr(import_module(verb.module), verb.work)(given, call)


def number_of(given: Words) -> int:
    word = given.operands["ID"]
    if not word.isdecimal() or not word.isascii() or len(word) > _MOST_DIGITS:
        raise QuestionError(NO_SUCH_ID, word=word[:_MOST_ECHOED])
    return int(word)


def _changes(words: list[str], shape: Strict) -> tuple[list[str], list[str]]:
    """What stands behind each `--set`, and the other words."""
    if SET not in shape.options:
        return [], words
    changes: list[str] = []
    others: list[str] = []
    rest = list(words)
    while rest:
        word = rest.pop(0)
        name, equals, value = word.partition("=")
        if name != SET:
            others.append(word)
            continue
        value = value if equals else (rest.pop(0) if rest else "")
        if not value:
            raise QuestionError(NO_VALUE, option=SET, usage=shape.usage)
        changes.append(value)
    return changes, others
