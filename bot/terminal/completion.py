"""What can be typed next at the prompt, offered while it is being typed."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from bot.question import AS_OF
from bot.terminal.lines import OWN_WORDS
from commands.desk import Desk
from commands.registry import COMMANDS, Command, Parameter
from data.messages import mark

_OPTION = re.compile(r"(?:^|(?<= ))([a-z_]+):\s*")
_MOST = 25

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
            yield from _names(name)
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
            yield from self._days(value)
            return
        if AS_OF not in {each[1] for each in named}:
            asked = any(parameter.required for parameter in command.parameters)
            yield from _day_option(value, after_something=asked)
        parameter = parameters.get(option) if option else next(iter(parameters.values()), None)
        if parameter is not None:
            yield from self._values(parameter, value.lstrip())

    def _values(self, parameter: Parameter, typed: str) -> Iterator[Completion]:
        desk = self._desk()
        match parameter.kind:
            case "member":
                members = desk.members.suggest(typed, limit=_MOST, locale=desk.locale)
                offered: Iterable[str] = (desk.party_name(member.id) for member in members)
            case "meeting":
                names = (meeting.name for meeting in desk.knowledge.meetings(desk.today))
                wanted = typed.casefold()
                offered = [name for name in names if wanted in name.casefold()][:_MOST]
        for name in offered:
            if name.casefold() == typed.strip().casefold():
                continue
            yield Completion(name, start_position=-len(typed))

    def _days(self, typed: str) -> Iterator[Completion]:
        """The days of meetings held, the last one first: that is when most things became known."""
        desk = self._desk()
        held: dict[date, str] = {}
        for meeting in desk.knowledge.meetings(desk.today):
            if meeting.starts is not None and meeting.starts.day is not None:
                held[meeting.starts.first] = meeting.name
        for day in sorted(held, reverse=True):
            if day <= desk.today and day.isoformat().startswith(typed):
                yield Completion(
                    day.isoformat(), start_position=-len(typed), display_meta=held[day]
                )


def _names(typed: str) -> Iterator[Completion]:
    wanted = typed.removeprefix("/").lower()
    offered = {command.name: command.summary for command in COMMANDS.values()} | dict(OWN_WORDS)
    for name, what in offered.items():
        if name.startswith(wanted):
            yield Completion(f"/{name}", start_position=-len(typed), display_meta=what)


def _day_option(typed: str, *, after_something: bool) -> Iterator[Completion]:
    """`as_of:`, once its beginning is typed; before that, where it is its turn."""
    before, _, word = typed.rpartition(" ")
    turn = bool(before.strip()) or not after_something
    if f"{AS_OF}:".startswith(word) and (word or turn):
        yield Completion(f"{AS_OF}:", start_position=-len(word), display_meta=WHAT_WAS_KNOWN)
