"""What can be typed next at the prompt, offered while it is being typed."""

import re
from collections.abc import Callable, Iterator, Mapping

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from bot.question import AS_OF
from bot.terminal.lines import OWN_WORDS
from commands import suggestions
from commands.desk import Desk
from commands.offers import OFFERS, Offer
from commands.registry import COMMANDS, Command
from commands.voice import Voice
from data.messages import mark

_OPTION = re.compile(r"(?:^|(?<= ))([a-z_]+):\s*")

WHAT_WAS_KNOWN = mark("what was known on a day")


class QuestionCompleter(Completer):
    """Offers what the registry and the desk of the moment know."""

    def __init__(self, desk: Callable[[], Desk]) -> None:
        self._desk = desk

    def get_completions(
        self,
        document: Document,
        complete_event: CompleteEvent,  # noqa: ARG002
    ) -> Iterator[Completion]:
        typed = document.text_before_cursor.lstrip()
        name, space, rest = typed.partition(" ")
        if not space:
            yield from _names(name, self._desk().voice)
            return
        command = COMMANDS.get(name.removeprefix("/").lower())
        if command is not None:
            yield from self._arguments(command, rest)

    def _arguments(self, command: Command, rest: str) -> Iterator[Completion]:
        named = list(_OPTION.finditer(rest))
        value = rest[named[-1].end() :] if named else rest
        option = named[-1][1] if named else None
        parameters = {parameter.name: parameter for parameter in command.parameters}
        if option == AS_OF:
            yield from self._offered(suggestions.days, value)
            return
        taken = {each[1] for each in named}
        asked = any(parameter.required for parameter in command.parameters)
        for name, what in _options(command).items():
            if name not in taken:
                said = self._desk().voice.word(what)
                yield from _option(name, said, value, after_something=asked)
        parameter = parameters.get(option) if option else next(iter(parameters.values()), None)
        if parameter is not None:
            yield from self._offered(OFFERS[parameter.kind], value.lstrip())

    def _offered(self, offer: Offer, typed: str) -> Iterator[Completion]:
        for each in offer(self._desk(), typed):
            if each.typed.casefold() != typed.strip().casefold():
                meta = "" if each.name == each.typed else each.name
                yield Completion(each.typed, start_position=-len(typed), display_meta=meta)


def _names(typed: str, voice: Voice) -> Iterator[Completion]:
    wanted = typed.removeprefix("/").lower()
    offered = {command.name: command.summary for command in COMMANDS.values()} | dict(OWN_WORDS)
    for name, what in offered.items():
        if name.startswith(wanted):
            meta = voice.word(what)
            yield Completion(f"/{name}", start_position=-len(typed), display_meta=meta)


def _options(command: Command) -> Mapping[str, str]:
    """What is named when it is typed, with what it is: all but the first parameter."""
    others = {parameter.name: parameter.what for parameter in command.parameters[1:]}
    return {**others, AS_OF: WHAT_WAS_KNOWN}


def _option(name: str, what: str, typed: str, *, after_something: bool) -> Iterator[Completion]:
    """An option, once its beginning is typed; before that, where it is its turn."""
    before, _, word = typed.rpartition(" ")
    turn = bool(before.strip()) or not after_something
    if f"{name}:".startswith(word) and (word or turn):
        yield Completion(f"{name}:", start_position=-len(word), display_meta=what)
