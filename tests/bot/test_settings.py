from pathlib import Path

import pytest

from bot.settings import SettingError, Settings

FOLDER = Path("folder")


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
    environ = {
        "DISCORD_TOKEN": "sesame",
        "DATABASE_URL": "postgresql+asyncpg://me:sesame@db/article3",
    }
    assert "sesame" not in repr(Settings.read(environ, data_dir=FOLDER))


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
