"""`article3 chart` as it is typed."""

import json
from pathlib import Path

import pytest

from bot.chart_file import CHARTED, FORMS
from bot.usage import Sheet, charts
from commands.voice import Voice
from tests.bot.conftest import Run


def test_a_chart_is_written_and_told_in_words(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "spain.png"
    ran = run("chart", "target", "Spain", "-o", str(file))
    assert (ran.code, ran.err) == (0, "")
    assert "Spain spent 0.92% of GDP on defence in 2014" in ran.out
    assert ran.out.endswith(f"The chart is in {file}.\n")
    assert file.read_bytes().startswith(b"\x89PNG")


def test_a_specification_has_the_data_of_that_day(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "spain.json"
    assert run("chart", "target", "Spain", "--as-of", "2025-06-05", f"--output={file}").code == 0
    drawn = json.loads(file.read_text("utf-8"))
    years = [each["year"] for each in drawn["datasets"]["points"]]
    assert (min(years), max(years)) == (2014, 2024)
    assert drawn["description"].startswith("A line over the years")


def test_numbers_are_written_as_the_language_does(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "spain.json"
    assert run("chart", "target", "Spain", "-o", str(file), "--lang", "de").code == 0
    assert "2,00\u00a0%" in file.read_text("utf-8")


def test_a_file_that_is_there_is_written_over_only_by_force(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "spain.json"
    file.write_text("mine")
    refused = run("chart", "target", "Spain", "-o", str(file))
    assert refused.code == 1
    assert "add --force" in refused.err
    assert file.read_text() == "mine"
    assert run("chart", "target", "Spain", "-o", str(file), "--force").code == 0
    assert file.read_text().startswith("{")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("target Spain -o spain.gif", "Let the name end with .png, .svg or .json."),
        ("target Spain -o spain", "does not say what to draw"),
        ("target Spain", "Add -o and a file"),
        ("-o spain.png", "Which question?"),
        ("target Spain -o", "The options do not fit"),
        ("summit -o summit.png", "Questions that have one: target, compare, ranking, path."),
        ("target Iceland -o iceland.png", "There are no figures to draw"),
        ("target Spain -o spain.png --lang xx", "'xx' is no language. Write one such as en, fr"),
        ("target Spain -o spain.png --wide", "There is no option '--wide' here."),
        ("target Atlantis -o x.png", "Atlantis"),
    ],
)
def test_what_cannot_be_drawn_is_told_in_a_sentence(run: Run, typed: str, told: str) -> None:
    ran = run("chart", *typed.split())
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert not list(Path().glob("*.png"))


def test_the_page_names_every_question_and_ending() -> None:
    page = charts(Sheet(Voice.of("en")))
    assert [each for each in (*CHARTED, *(f".{form}" for form in FORMS)) if each not in page] == []
    assert max(len(line) for line in page.splitlines()) <= 80
