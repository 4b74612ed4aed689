"""What one setting is; the table of them is `bot.settings.SETTINGS`."""

from dataclasses import dataclass

from data.errors import Article3Error
from data.messages import mark

WRONG = mark("{name} is not as it has to be.")


class SettingError(Article3Error):
    """A setting is wrong. The message never holds the setting's value, which may be a secret."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A variable of the environment or of the file `.env`; an empty one counts as not set."""

    name: str
    what: str
    default: str
    secret: bool = False
    wrong: str = WRONG
    """What is said of a value that is not taken."""
