from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.settings import DISCORD, SETTINGS, SettingError, Settings

FOLDER = Path("folder")
SECRETS = {"DISCORD_TOKEN": "sesame", "DATABASE_URL": "postgresql+asyncpg://me:sesame@db/article3"}


def test_without_settings_the_database_is_a_file_in_the_data_folder() -> None:
    settings = Settings.read({}, data_dir=FOLDER)
    assert settings.database_url == "sqlite+aiosqlite:///folder/article3.db"
    assert settings.own_database
    assert settings.discord_token is None
    assert not settings.debug
    assert not settings.no_color


def test_an_empty_setting_is_not_set() -> None:
    empty = {"DISCORD_TOKEN": "", "DATABASE_URL": "", "ARTICLE3_DEBUG": "", "NO_COLOR": ""}
    assert Settings.read(empty, data_dir=FOLDER) == Settings.read({}, data_dir=FOLDER)


@pytest.mark.parametrize(
    ("value", "debug"), [("1", True), ("yes", True), ("0", False), ("False", False)]
)
def test_debugging_can_be_switched_off_in_words(value: str, debug: bool) -> None:
    assert Settings.read({"ARTICLE3_DEBUG": value}, data_dir=FOLDER).debug is debug


def test_secrets_do_not_show_in_what_is_printed() -> None:
    settings = Settings.read(SECRETS, data_dir=FOLDER)
    assert "sesame" not in f"{settings!r} {settings} {settings.model_dump()}"
    assert settings.discord_token is not None
    assert settings.discord_token.get_secret_value() == "sesame"


def test_a_secret_is_never_put_in_words() -> None:
    settings = Settings.read(SECRETS, data_dir=FOLDER)
    secret = [each for each in SETTINGS if each.secret]
    assert [each.name for each in secret] == ["DISCORD_TOKEN", "DATABASE_URL", "MODEL_KEY"]
    for each in secret:
        with pytest.raises(ValueError, match=each.name):
            settings.shown(each)


WRONG = [
    ("DISCORD_API_URL", "sesame"),
    ("DISCORD_API_URL", "ftp://discord.com/api/v10"),
    ("DISCORD_API_URL", "http://discord.com/api/v10"),
    ("DISCORD_API_URL", "http://127.0.0.1.sesame.example/api/v10"),
    ("DISCORD_API_URL", "http://10.0.0.1/sesame"),
    ("DISCORD_API_URL", "https://me:sesame@discord.com/api/v10"),
    ("DISCORD_API_URL", "https://discord.com:sesame/api/v10"),
    ("DISCORD_API_URL", "https://discord.com/api/v10?sesame"),
    ("DISCORD_API_URL", "https:///sesame"),
    ("DISCORD_API_URL", "http://[sesame"),
    ("ARTICLE3_LOG", "sesame"),
    ("ARTICLE3_LOG", "10"),
    ("DIGEST_PER_SECOND", "0"),
    ("DIGEST_PER_SECOND", "51"),
    ("DIGEST_PER_SECOND", "sesame"),
    ("REVIEW_SERVER", "0"),
    ("REVIEW_SERVER", "sesame"),
    ("REVIEW_SERVER", str(2**63)),
    ("METRICS_PORT", "0"),
    ("METRICS_PORT", "65536"),
    ("METRICS_PORT", "sesame"),
]


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_value_is_told_by_the_setting_s_name_alone(name: str, value: str) -> None:
    with pytest.raises(SettingError) as told:
        Settings.read({name: value}, data_dir=FOLDER)
    assert str(told.value).startswith(f"{name} is ")
    assert "sesame" not in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("", DISCORD),
        ("https://proxy.example/api/v10/", "https://proxy.example/api/v10"),
        ("http://127.0.0.1:8123/api/v10", "http://127.0.0.1:8123/api/v10"),
        ("http://[::1]:8123/api/v10", "http://[::1]:8123/api/v10"),
        ("http://localhost:8123/api/v10", "http://localhost:8123/api/v10"),
    ],
)
def test_the_token_goes_over_the_network_encrypted_alone(given: str, used: str) -> None:
    settings = Settings.read({"DISCORD_API_URL": given}, data_dir=FOLDER)
    assert settings.discord_api_url == used


@pytest.mark.parametrize(("given", "level"), [("", "info"), ("Debug", "debug"), ("ERROR", "error")])
def test_the_level_of_the_log_is_a_word(given: str, level: str) -> None:
    assert Settings.read({"ARTICLE3_LOG": given}, data_dir=FOLDER).log == level


@pytest.mark.parametrize(
    ("given", "shown"),
    [({}, ["45", "off"]), ({"DIGEST_PER_SECOND": "20", "METRICS_PORT": "9103"}, ["20", "9103"])],
)
def test_numbers_are_shown_as_they_are_used(given: dict[str, str], shown: list[str]) -> None:
    settings = Settings.read(given, data_dir=FOLDER)
    numbers = [each for each in SETTINGS if each.name in ("DIGEST_PER_SECOND", "METRICS_PORT")]
    assert [settings.shown(each) for each in numbers] == shown


def test_the_environment_wins_over_the_file_and_the_file_over_the_default(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("ARTICLE3_LOG=error\nDISCORD_TOKEN=sesame\nPGPASSWORD=of no use\n")
    environ = {"ARTICLE3_LOG": "debug", "DISCORD_TOKEN": ""}
    settings = Settings.read(environ, env_file=file, data_dir=FOLDER)
    assert settings.log == "debug"
    assert settings.discord_token == SecretStr("sesame")
    assert settings.came_from == {"ARTICLE3_LOG": "environment", "DISCORD_TOKEN": "file"}


def test_nothing_is_read_that_was_not_given(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("ARTICLE3_LOG=error")
    monkeypatch.chdir(tmp_path)
    for name in ("DISCORD_TOKEN", "discord_token", "NO_COLOR"):
        monkeypatch.setenv(name, "sesame")
    assert Settings.read({}, data_dir=FOLDER).came_from == {}
    assert Settings.read({}, data_dir=FOLDER).discord_token is None


@pytest.mark.parametrize(
    ("given", "opened"),
    [
        ("sqlite+aiosqlite:////data/x.db", "sqlite+aiosqlite:////data/x.db"),
        ("sqlite:////data/x.db", "sqlite+aiosqlite:////data/x.db"),
        ("postgresql+asyncpg://me@db/x", "postgresql+asyncpg://me@db/x"),
        ("postgresql://me:a%2Fb@db:5/x?ssl=1", "postgresql+asyncpg://me:a%2Fb@db:5/x?ssl=1"),
        ("postgres://me@db/x", "postgresql+asyncpg://me@db/x"),
    ],
)
def test_a_database_is_opened_by_the_address_others_write(given: str, opened: str) -> None:
    settings = Settings.read({"DATABASE_URL": given}, data_dir=FOLDER)
    settings.check_store()
    assert settings.database_url == opened
    assert not settings.own_database


@pytest.mark.parametrize(
    "url", ["mysql://me:sesame@db/x", "sesame", "postgresql+psycopg://me:sesame@db/x", "postgres"]
)
def test_a_database_of_another_kind_is_refused_without_showing_it(url: str) -> None:
    settings = Settings.read({"DATABASE_URL": url}, data_dir=FOLDER)
    with pytest.raises(SettingError) as told:
        settings.check_store()
    assert "sesame" not in str(told.value)
    assert "sqlite+aiosqlite://" in str(told.value)
    assert "postgresql+asyncpg://" in str(told.value)
