"""What can be set from outside: one table that drives the help and what is read at start."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from platformdirs import user_data_path

from data.errors import Article3Error
from data.messages import mark

_OFF = frozenset({"", "0", "no", "off", "false"})
_SQLITE, _POSTGRESQL = "sqlite+aiosqlite", "postgresql+asyncpg"
_SHORT = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL, "postgres": _POSTGRESQL}
"""What others write, and hosts hand out, for the drivers we open databases with."""

NO_SUCH_STORE = mark(
    "DATABASE_URL is not an address we can open. Write {sqlite}:///… and the path of a file, or "
    "{postgresql}://user:password@host/database, or leave it out to use a file in your data folder."
)


class SettingError(Article3Error):
    """A setting is wrong. The message never holds the setting's value, which may be a secret."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """An environment variable; an empty one counts as not set."""

    name: str
    what: str
    default: str
    secret: bool = False

    def read(self, environ: Mapping[str, str]) -> str | None:
        return environ.get(self.name) or None


DISCORD_TOKEN = Setting(
    name="DISCORD_TOKEN",
    what=mark("The token of your Discord application. Serving Discord comes with a later release."),
    default=mark("a prompt in this terminal"),
    secret=True,
)
DATABASE_URL = Setting(
    name="DATABASE_URL",
    what=mark(
        "The database to use: sqlite+aiosqlite:///… and the path of a file, or "
        "postgresql+asyncpg://user:password@host/database. sqlite://, postgresql:// and "
        "postgres:// are understood, too."
    ),
    default=mark("a file in your data folder"),
    secret=True,
)
ARTICLE3_DEBUG = Setting(
    name="ARTICLE3_DEBUG",
    what=mark("Set to 1, a failure of ours is shown with its traceback."),
    default=mark("off"),
)
NO_COLOR = Setting(
    name="NO_COLOR",
    what=mark("Set to anything, answers have no colours and no bold letters."),
    default=mark("off"),
)

SETTINGS = (DISCORD_TOKEN, DATABASE_URL, ARTICLE3_DEBUG, NO_COLOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What was set when the program started. Secrets do not show in its `repr`."""

    data_dir: Path
    database_url: str = field(repr=False)
    own_database: bool
    """True where `database_url` is the file in the data folder."""
    discord_token: str | None = field(repr=False)
    debug: bool
    no_color: bool

    def check_store(self) -> None:
        """Raises SettingError where the database is of a kind we cannot open."""
        if self.database_url.partition("://")[0] not in (_SQLITE, _POSTGRESQL):
            raise SettingError(NO_SUCH_STORE.format(sqlite=_SQLITE, postgresql=_POSTGRESQL))

    @classmethod
    def read(cls, environ: Mapping[str, str], *, data_dir: Path | None = None) -> "Settings":
        folder = data_dir or _user_data_dir()
        url = DATABASE_URL.read(environ)
        return cls(
            data_dir=folder,
            database_url=_with_driver(url or f"{_SQLITE}:///{folder / 'article3.db'}"),
            own_database=url is None,
            discord_token=DISCORD_TOKEN.read(environ),
            debug=environ.get(ARTICLE3_DEBUG.name, "").lower() not in _OFF,
            no_color=NO_COLOR.read(environ) is not None,
        )


def _with_driver(url: str) -> str:
    kind, separator, rest = url.partition("://")
    return f"{_SHORT.get(kind, kind)}://{rest}" if separator else url


def _user_data_dir() -> Path:
    return user_data_path("article3", appauthor=False)
