import pytest

from bot.settings import SettingError, Settings
from bot.token import application_of, token_of
from tests.bot.portal import APPLICATION, TOKEN
from tests.bot.test_settings import FOLDER


def settings(token: str) -> Settings:
    return Settings.read({"DISCORD_TOKEN": token}, data_dir=FOLDER)


def test_a_token_is_taken_as_it_is() -> None:
    assert token_of(settings(f" {TOKEN}\n")) == TOKEN


@pytest.mark.parametrize(
    ("token", "said"),
    [
        ("", "is not set"),
        (f'"{TOKEN}"', "has quotes around it"),
        (f"'{TOKEN}", "has quotes around it"),
        (f"Bot {TOKEN}", "begins with a word"),
        (f"bearer {TOKEN}", "begins with a word"),
        ("sesame", "is no bot's token"),
        ("0123456789abcdef" * 4, "is no bot's token"),
        ("sesame.sesame", "is no bot's token"),
        ("sesame..sesame", "is no bot's token"),
        (f"{TOKEN}.sesame", "is no bot's token"),
        (TOKEN.replace("s", "ſ"), "is no bot's token"),
        (TOKEN.replace(".", ".\n", 1), "is no bot's token"),
    ],
)
def test_a_token_that_cannot_be_one_is_told_without_showing_it(token: str, said: str) -> None:
    with pytest.raises(SettingError) as told:
        token_of(settings(token))
    assert str(told.value).startswith(f"DISCORD_TOKEN {said}")
    assert "sesame" not in str(told.value)


def test_a_token_tells_its_application() -> None:
    assert application_of(TOKEN) == APPLICATION


@pytest.mark.parametrize("token", ["x.y.z", "c2VzYW1l.y.z", "2aPZow.y.z", "", "é.y.z", "MTI" * 9])
def test_a_token_that_tells_no_application_is_not_guessed_at(token: str) -> None:
    assert application_of(token) is None
