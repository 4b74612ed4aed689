"""`article3 calendar` as it is typed."""

from pathlib import Path

import pytest
from icalendar import Calendar

from tests.bot.conftest import Run


def test_a_calendar_is_written_and_told_in_words(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "nato.ics"
    ran = run("calendar", "-o", str(file), "--as-of", "2025-06-05")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "5 June 2025  Defence ministers, June 2025\n"
        "24–25 June 2025  The Hague summit\n"
        "Without a day so far, and so not in it: Ankara summit; Tirana summit.\n"
        f"The calendar is in {file}.\n"
    )
    assert len(Calendar.from_ical(file.read_bytes()).events) == 2


def test_a_file_that_is_there_is_written_over_only_by_force(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "nato.ics"
    file.write_text("mine")
    refused = run("calendar", "-o", str(file))
    assert refused.code == 1
    assert "add --force" in refused.err
    assert file.read_text() == "mine"
    assert run("calendar", "-o", str(file), "--force").code == 0
    assert file.read_bytes().startswith(b"BEGIN:VCALENDAR")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Add -o and a file"),
        ("-o nato.txt", "does not end with .ics"),
        ("-o", "The options do not fit"),
        ("-o nato.ics --soon", "There is no option '--soon' here."),
        ("-o nato.ics --as-of 2031", "2031"),
        ("-o nato.ics --as-of 2013-01-01", "nothing to put into a calendar"),
    ],
)
def test_what_cannot_be_written_is_told_in_a_sentence(run: Run, typed: str, told: str) -> None:
    ran = run("calendar", *typed.split())
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert not list(Path().glob("*.ics"))
