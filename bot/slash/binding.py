"""What all slash commands have in common: names and descriptions from the registry, where they can
be used, and what is offered while an option is typed."""

from collections.abc import Callable, Coroutine, Mapping
from typing import Any, TypeVar

from discord import app_commands
from discord.app_commands import locale_str

from bot.slash.options import BY_KIND, DAYS
from commands.registry import COMMANDS
from data.messages import mark

AS_OF = mark("a day, month or year: answers with what was known then; today without it")
PRIVATE = mark("only you see the answer")

Run = Callable[..., Coroutine[Any, Any, None]]
C = TypeVar("C")


def everywhere(run: C) -> C:
    """In servers and private messages, for servers and people who have installed the bot."""
    app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)(run)
    app_commands.allowed_installs(guilds=True, users=True)(run)
    return run


def options(whats: Mapping[str, str]) -> Callable[[C], C]:
    """Describes options by name; names and descriptions can be translated."""

    def described(run: C) -> C:
        app_commands.describe(**{name: locale_str(what) for name, what in whats.items()})(run)
        app_commands.rename(**{name: locale_str(name) for name in whats})(run)
        return run

    return described


def question(
    name: str, *, called: str | None = None
) -> Callable[[Run], app_commands.Command[Any, ..., None]]:
    """Makes a slash command of a function that asks one of the registry's questions. Its options
    are the question's parameters, `as_of` and `private`."""
    asked = COMMANDS[name]

    def bound(run: Run) -> app_commands.Command[Any, ..., None]:
        whats = {parameter.name: parameter.what for parameter in asked.parameters}
        options({**whats, "as_of": AS_OF, "private": PRIVATE})(run)
        everywhere(run)
        make = app_commands.command(
            name=locale_str(called or name), description=locale_str(asked.summary)
        )
        command: app_commands.Command[Any, ..., None] = make(run)
        for parameter in asked.parameters:
            command.autocomplete(parameter.name)(BY_KIND[parameter.kind])
        command.autocomplete("as_of")(DAYS)
        return command

    return bound
