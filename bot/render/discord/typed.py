"""Commands and options by the names under which a reader finds them in Discord.

Everywhere else they go by their English names, which are also what is read.
"""

import re

from bot.slash_names import COMMAND_NAME, OPTION_NAME
from commands.voice import Voice

_COMMAND = re.compile(r"(?<![\w/:.])/([a-z]+)(?: ([a-z]+))?(?![\w/])")
_OPTION = re.compile(r"(?<= )([a-z_]+)(?=:\S)")
_GROUPS = frozenset({"digest", "review", "settings"})
"""Their names are followed by that of a subcommand."""


def shown(text: str, voice: Voice) -> str:
    """A sentence that may name commands; as it is in English."""
    return _COMMAND.sub(lambda found: _command(found, voice), text)


def question(typed: str, voice: Voice) -> str:
    """`/target member:Spain`, with the names of its command and its options."""
    return _OPTION.sub(lambda found: voice.named(OPTION_NAME, found[1]), shown(typed, voice))


def _command(found: re.Match[str], voice: Voice) -> str:
    name, rest = found[1], found[2]
    said = f"/{voice.named(COMMAND_NAME, name)}"
    if rest is None:
        return said
    return f"{said} {voice.named(COMMAND_NAME, rest) if name in _GROUPS else rest}"
