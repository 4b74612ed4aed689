"""`article3 feed`: which feeds are watched, how looking at them goes, and a look at one now."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib import import_module

from bot.call import Call
from bot.facts import BY, JSON, Strict, Verb
from bot.facts import check as check_words
from data.errors import QuestionError
from data.messages import mark

NO_SUCH_VERB = mark("article3 feed has no '{word}'. It has: {known}. See article3 feed --help.")
NO_VERB = mark("What is to be done with feeds? There are: {known}. See article3 feed --help.")

PUBLISHER, GRADE, QUEUE = "--publisher", "--grade", "--queue"
URL, WHICH = "URL", "ID"

_MOST_ECHOED = 40

VERBS: Mapping[str, Verb] = {
    "add": Verb(
        shape=Strict(
            verb="feed add",
            operands=(URL,),
            options={PUBLISHER: "NAME", GRADE: "official|wire|other", BY: "NAME"},
            needed=frozenset({BY}),
        ),
        module="bot.feeds_changing",
        work="add",
    ),
    "list": Verb(
        shape=Strict(verb="feed list", flags=(JSON,)),
        module="bot.feeds_asking",
        work="list_",
    ),
    "why": Verb(
        shape=Strict(verb="feed why", operands=(WHICH,), flags=(JSON,)),
        module="bot.feeds_asking",
        work="why",
    ),
    "check": Verb(
        shape=Strict(verb="feed check", flags=(QUEUE,)),
        module="bot.feeds_checking",
        work="check",
    ),
    "remove": Verb(
        shape=Strict(
            verb="feed remove",
            operands=(WHICH,),
            options={BY: "NAME"},
            needed=frozenset({BY}),
        ),
        module="bot.feeds_changing",
        work="remove",
    ),
}


def feeds(words: Sequence[str], call: Call) -> int | None:
    """Raises QuestionError for what is no verb of the feeds, or does not fit it."""
    known = ", ".join(VERBS)
    if not words:
        raise QuestionError(NO_VERB, known=known)
    verb = VERBS.get(words[0])
    if verb is None:
        raise QuestionError(NO_SUCH_VERB, word=words[0][:_MOST_ECHOED], known=known)
    rest, shape = words[1:], verb.shape
    if words[0] == "check" and any(not each.startswith("-") for each in rest):
        # One feed; without it, all of them.
        shape = replace(shape, operands=(WHICH,))
    return getattr(import_module(verb.module), verb.work)(check_words(rest, shape), call)
