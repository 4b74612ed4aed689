from pathlib import Path

import pytest

from bot.env_file import read_env_file
from bot.setting import SettingError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / ".env"


def test_without_a_file_nothing_is_set(file: Path) -> None:
    assert read_env_file(file) == {}


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("NAME=value", "value"),
        ("export NAME = 'a value'  # said twice", "a value"),
        ('NAME="a value"', "a value"),
        ("NAME=postgresql://me:p@ss$word${HOME}@db/x", "postgresql://me:p@ss$word${HOME}@db/x"),
        ("NAME=", ""),
        ("NAME=first\nNAME=value", "value"),
        ("\ufeff# a comment\r\n\r\nNAME=value\r\n", "value"),
    ],
)
def test_values_stand_as_they_are(file: Path, line: str, value: str) -> None:
    file.write_text(line, "utf-8")
    assert read_env_file(file) == {"NAME": value}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("sesame", 1),
        ("# a comment\n\nNAME=value\n\n\nsesame\n", 6),
        ("NAME=value\nDISCORD_TOKEN='sesame\nOTHER=1", 2),
        ("=sesame", 1),
    ],
)
def test_a_bad_line_is_told_by_its_number_alone(file: Path, text: str, line: int) -> None:
    file.write_text(text, "utf-8")
    with pytest.raises(SettingError) as told:
        read_env_file(file)
    assert str(told.value).startswith(f"Line {line} of {file} cannot be read.")
    assert "sesame" not in str(told.value)


def test_a_file_that_is_no_text_is_told_in_one_line(file: Path) -> None:
    file.write_bytes(b"DISCORD_TOKEN=sesame\xff")
    with pytest.raises(SettingError) as told:
        read_env_file(file)
    assert "UTF-8" in str(told.value)
    assert "sesame" not in str(told.value)
    assert told.value.__cause__ is None


def test_a_folder_in_its_place_is_told_in_one_line(file: Path) -> None:
    file.mkdir()
    with pytest.raises(SettingError, match=r"cannot be read \(.+\)\. Repair it"):
        read_env_file(file)
