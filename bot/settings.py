"""What can be set from outside: one table that drives the help and what is read at start."""

from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic.fields import FieldInfo
from pydantic_settings import (
    BaseSettings,
    InitSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from bot.env_file import read_env_file
from bot.setting import Setting, SettingError
from data.messages import mark

__all__ = ["SETTINGS", "Setting", "SettingError", "Settings"]

_OFF = frozenset({"", "0", "no", "off", "false"})
_SQLITE, _POSTGRESQL = "sqlite+aiosqlite", "postgresql+asyncpg"
_SHORT = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL, "postgres": _POSTGRESQL}
"""What others write, and hosts hand out, for the drivers we open databases with."""

DISCORD = "https://discord.com/api/v10"

NO_SUCH_STORE = mark(
    "DATABASE_URL is not an address we can open. Write {sqlite}:///… and the path of a file, or "
    "{postgresql}://user:password@host/database, or leave it out to use a file in your data folder."
)
NO_SUCH_DISCORD = mark(
    "DISCORD_API_URL is not an address we can use. Write https://, a host and a path such as "
    "/api/v10, or leave it out; since the token goes there, http:// is for this machine alone."
)
NO_SUCH_LEVEL = mark("ARTICLE3_LOG is no level. Write debug, info, warning or error.")
NO_SUCH_PACE = mark(
    "DIGEST_PER_SECOND is no pace. Write a whole number from 1 to 50, or leave it out."
)
NO_SUCH_PORT = mark(
    "METRICS_PORT is no port. Write a whole number from 1 to 65535, or leave it out for no metrics."
)
NO_SUCH_SERVER = mark(
    "REVIEW_SERVER is no server's id. Write the number that Discord gives with Copy Server ID, or "
    "leave it out for no review in Discord."
)
NO_SUCH_MODEL = mark(
    "MODEL_URL is not an address we can use. Write https://, a host and a path such as /v1, or "
    "leave it out; since the key goes there, http:// is for this machine alone."
)

DISCORD_TOKEN = Setting(
    name="DISCORD_TOKEN",
    what=mark("The token of your Discord bot. With it, article3 serves Discord."),
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
DISCORD_API_URL = Setting(
    name="DISCORD_API_URL",
    what=mark("Another Discord to talk to, such as a proxy or one for tests."),
    default=DISCORD,
    wrong=NO_SUCH_DISCORD,
)
ARTICLE3_LOG = Setting(
    name="ARTICLE3_LOG",
    what=mark("How much is logged while Discord is served: debug, info, warning or error."),
    default="info",
    wrong=NO_SUCH_LEVEL,
)
DIGEST_PER_SECOND = Setting(
    name="DIGEST_PER_SECOND",
    what=mark(
        "How many requests a second send digests; Discord takes 50 from one bot. Of several "
        "processes with one token, each gets its share."
    ),
    default="45",
    wrong=NO_SUCH_PACE,
)
METRICS_PORT = Setting(
    name="METRICS_PORT",
    what=mark("The port where metrics are shown to Prometheus, to this machine alone."),
    default=mark("off"),
    wrong=NO_SUCH_PORT,
)
REVIEW_SERVER = Setting(
    name="REVIEW_SERVER",
    what=mark(
        "The id of the one server in which proposed facts are posted and decided; they are facts "
        "for all servers."
    ),
    default=mark("no review in Discord"),
    wrong=NO_SUCH_SERVER,
)
MODEL_URL = Setting(
    name="MODEL_URL",
    what=mark(
        "The address of a language model's service that speaks OpenAI's protocol, for article3 "
        "propose --model."
    ),
    default=mark("no language model"),
    wrong=NO_SUCH_MODEL,
)
MODEL_NAME = Setting(
    name="MODEL_NAME",
    what=mark("The name of the model there."),
    default=mark("no language model"),
)
MODEL_KEY = Setting(
    name="MODEL_KEY",
    what=mark("The key of that service, where it wants one."),
    default=mark("no key"),
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

Origin = Literal["environment", "file"]
Level = Literal["debug", "info", "warning", "error"]


def _is_on(value: object) -> bool:
    return str(value).lower() not in _OFF


def _is_given(value: object) -> bool:
    return bool(value)


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def _safe_for_a_token(url: str) -> str:
    parts = urlsplit(url)
    host, has_port = parts.hostname or "", parts.port is None or parts.port > 0
    if parts.username or parts.password or parts.query or parts.fragment or not (host and has_port):
        raise ValueError
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_this_machine(host)):
        raise ValueError
    return url.rstrip("/")


def _safe_if_given(url: str | None) -> str | None:
    return None if url is None else _safe_for_a_token(url)


def _is_this_machine(host: str) -> bool:
    return host == "localhost" or ip_address(host).is_loopback


class Settings(BaseSettings):
    """What was set when the program started. Secrets do not show in its `repr`."""

    model_config = SettingsConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, validate_default=False
    )

    data_dir: Path
    discord_token: Annotated[SecretStr | None, DISCORD_TOKEN] = None
    database: Annotated[SecretStr | None, DATABASE_URL] = None
    """None for the file in the data folder."""
    discord_api_url: Annotated[str, AfterValidator(_safe_for_a_token), DISCORD_API_URL] = DISCORD
    log: Annotated[Level, BeforeValidator(_lower), ARTICLE3_LOG] = "info"
    digest_per_second: Annotated[int, Field(ge=1, le=50), DIGEST_PER_SECOND] = 45
    metrics_port: Annotated[int | None, Field(ge=1, le=65535), METRICS_PORT] = None
    review_server: Annotated[int | None, Field(ge=1, lt=2**63), REVIEW_SERVER] = None
    model_url: Annotated[str | None, AfterValidator(_safe_if_given), MODEL_URL] = None
    model_name: Annotated[str | None, MODEL_NAME] = None
    model_key: Annotated[SecretStr | None, MODEL_KEY] = None
    debug: Annotated[bool, BeforeValidator(_is_on), ARTICLE3_DEBUG] = False
    no_color: Annotated[bool, BeforeValidator(_is_given), NO_COLOR] = False
    came_from: Mapping[str, Origin] = {}
    """Where each setting that is set was found, by its name."""

    @property
    def own_database(self) -> bool:
        """True where `database_url` is the file in the data folder."""
        return self.database is None

    @property
    def database_url(self) -> str:
        """The address of the database, with the driver it is opened with. Never to be shown."""
        if self.database is None:
            return f"{_SQLITE}:///{self.data_dir / 'article3.db'}"
        return _with_driver(self.database.get_secret_value())

    def shown(self, setting: Setting) -> str:
        """The value of a setting that is no secret."""
        if setting.secret:
            raise ValueError(setting.name)
        value = next(getattr(self, name) for name, each in _FIELDS.items() if each is setting)
        if value is None:
            return setting.default
        return (mark("on") if value else mark("off")) if isinstance(value, bool) else str(value)

    def check_store(self) -> None:
        """Raises SettingError where the database is of a kind we cannot open."""
        if self.database_url.partition("://")[0] not in (_SQLITE, _POSTGRESQL):
            raise SettingError(NO_SUCH_STORE.format(sqlite=_SQLITE, postgresql=_POSTGRESQL))

    @classmethod
    def read(
        cls,
        environ: Mapping[str, str],
        *,
        env_file: Path | None = None,
        data_dir: Path | None = None,
    ) -> "Settings":
        """The environment wins over the file, and each over the default. Raises SettingError."""
        in_file = read_env_file(env_file) if env_file is not None else {}
        found = {
            "data_dir": data_dir or _user_data_dir(),
            "came_from": {**_found(in_file, "file"), **_found(environ, "environment")},
        }
        sources = (InitSettingsSource(cls, found), Given(cls, environ), Given(cls, in_file))
        # To type checkers, pydantic-settings tells of the fields alone.
        built: dict[str, Any] = {"_build_sources": (sources, {})}
        try:
            return cls(**built)
        except ValidationError as error:
            field = error.errors(include_input=False, include_context=False)[0]["loc"][0]
            setting = _FIELDS[str(field)]
            # Not even as the cause: what pydantic says may hold a piece of the value.
            raise SettingError(setting.wrong.format(name=setting.name)) from None


class Given(PydanticBaseSettingsSource):
    """Settings from a mapping of names to values. What is empty counts as not set."""

    def __init__(self, settings_cls: type[BaseSettings], values: Mapping[str, str]) -> None:
        super().__init__(settings_cls)
        self._values = values

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        setting = _setting(field)
        value = self._values.get(setting.name) or None if setting is not None else None
        return value, field_name, False

    def __call__(self) -> dict[str, Any]:
        fields = self.settings_cls.model_fields.items()
        found = {name: self.get_field_value(field, name)[0] for name, field in fields}
        return {name: value for name, value in found.items() if value is not None}


def _setting(field: FieldInfo) -> Setting | None:
    return next((each for each in field.metadata if isinstance(each, Setting)), None)


_FIELDS = {
    name: said
    for name, field in Settings.model_fields.items()
    if (said := _setting(field)) is not None
}
"""What is said of each field that can be set."""

SETTINGS = tuple(_FIELDS.values())


def _found(values: Mapping[str, str], origin: Origin) -> dict[str, Origin]:
    return {each.name: origin for each in SETTINGS if values.get(each.name)}


def _with_driver(url: str) -> str:
    kind, separator, rest = url.partition("://")
    return f"{_SHORT.get(kind, kind)}://{rest}" if separator else url


def _user_data_dir() -> Path:
    return user_data_path("article3", appauthor=False)
