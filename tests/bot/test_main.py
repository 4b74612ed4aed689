"""The program from its arguments to its exit code, on the real catalogue in a real store."""

import json
from importlib import import_module
from pathlib import Path

import pytest

from bot import usage
from bot.__main__ import VERBS
from commands.briefing import Briefing
from commands.registry import COMMANDS, Command
from commands.voice import Voice
from tests.bot.conftest import Ran, Run, run_in

SHEET = usage.Sheet(Voice.of("en"))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_question_is_answered_as_its_example_asks_it(run: Run, name: str) -> None:
    ran = run("ask", name, *COMMANDS[name].example.split())
    assert (ran.code, ran.err) == (0, "")
    assert "As known on 25 November 2026" in ran.out
    assert "\x1b" not in ran.out


def test_a_name_of_several_words_needs_no_quotes(run: Run) -> None:
    assert run("ask", "target", "United", "Kingdom").out.startswith("United Kingdom")


@pytest.mark.parametrize(
    "argv",
    [
        ("target", "Spain", "--as-of", "2025-06-05"),
        ("--as-of", "2025-06-05", "target", "Spain"),
        ("target", "--as-of=2025-06-05", "Spain"),
        ("target", "Spain", "as_of:2025-06-05"),
        ("/target", "member:Spain", "as_of:2025-06-05", "--no-color"),
    ],
)
def test_the_day_can_stand_anywhere(run: Run, argv: tuple[str, ...]) -> None:
    ran = run("ask", *argv)
    assert "As known on 5 June 2025" in ran.out
    assert "article3 ask stance Spain --as-of 2025-06-05" in ran.out


def test_json_holds_the_briefing_that_is_shown(run: Run) -> None:
    ran = run("ask", "target", "Spain", "--json")
    briefing = Briefing.model_validate(_without_text(json.loads(ran.out)))
    assert briefing.stamp.as_of == "2026-11-25"
    assert run("ask", "target", "Spain").out.startswith(briefing.title.text)


def _without_text(content: object) -> object:
    """What a briefing works out itself is given, but not taken."""
    if isinstance(content, list):
        return [_without_text(each) for each in content]
    if isinstance(content, dict):
        worked_out = {"text"} if "parts" in content else set[str]()
        return {key: _without_text(content[key]) for key in content.keys() - worked_out}
    return content


def test_why_shows_the_steps_behind_the_figures(run: Run) -> None:
    ran = run("ask", "target", "Spain", "--why")
    assert "= 3.50 − 2.00" in ran.out
    assert "= 3.50 − 2.00" not in run("ask", "target", "Spain").out


WRONG = [
    ("ask",),
    ("ask", "nothing"),
    ("ask", "target"),
    ("ask", "target", "Austria"),
    ("ask", "target", "Spian"),
    ("ask", "target", "Spain", "France"),
    ("ask", "target", "Spain", "--as-of"),
    ("ask", "target", "Spain", "--as-of", "tomorrow"),
    ("ask", "target", "Spain", "--as-of", "2030-01-01"),
    ("ask", "target", "Spain", "--nothing"),
    ("ask", "target", "Spain", "--why=all"),
    ("ask", "target", "Spain", "country:Spain"),
    ("ask", "summit", "Nowhere at all"),
    ("ask", "digest", "Spain"),
    ("target", "Spain"),
    ("nothing",),
    ("--nothing",),
    ("db",),
    ("db", "nothing"),
]


@pytest.mark.parametrize("argv", WRONG)
def test_a_wrong_question_is_told_so_in_one_line(run: Run, argv: tuple[str, ...]) -> None:
    ran = run(*argv)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert ran.err.strip()


def test_a_wrong_question_is_an_object_for_other_programs(run: Run) -> None:
    ran = run("ask", "target", "Austria", "--json")
    error = json.loads(ran.out)["error"]
    assert ran.code == 2
    assert error["message"] == ran.err.strip() == "Austria is not a member of NATO."
    assert error["values"] == {"name": "Austria"}


def test_what_was_typed_cannot_steer_the_terminal_it_is_told_on(run: Run) -> None:
    ran = run("ask", "target", "\x1b[2J\x07\udcff")
    assert ran.code == 2
    assert not {"\x1b", "\x07", "\udcff"} & set(ran.err)


@pytest.mark.parametrize(
    ("argv", "part"),
    [
        (("--help",), "article3 ask target Spain"),
        (("-h",), "DATABASE_URL"),
        (("help",), "Exit codes"),
        (("ask", "--help"), "--as-of DAY"),
        (("ask", "target", "Spain", "-h"), "--as-of DAY"),
        (("help", "ask"), "--as-of DAY"),
        (("db", "--help"), "article3 db prepare"),
        (("db", "backup", "--help"), "article3 db restore FILE"),
        (("help", "db"), "article3 db sync"),
        (("facts", "--help"), "article3 facts record"),
    ],
)
def test_help_is_shown_wherever_it_is_asked_for(run: Run, argv: tuple[str, ...], part: str) -> None:
    ran = run(*argv, environ={"DATABASE_URL": "of no use"})
    assert (ran.code, ran.err) == (0, "")
    assert part in ran.out


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_does_something_and_is_explained(run: Run, name: str) -> None:
    verb = VERBS[name]
    assert callable(getattr(import_module(verb.module), verb.work))
    assert run("help", name).out == run(name, "--help").out == getattr(usage, verb.page)(SHEET)
    assert f"article3 {name} " in usage.overview(SHEET)


def test_preparing_twice_says_what_was_done(tmp_path: Path) -> None:
    first, second = (run_in(tmp_path / "new", "db", "prepare") for _ in range(2))
    assert (first.code, second.code) == (0, 0)
    assert "facts are new" in first.out
    assert "holds this release already" in second.out
    assert first.out.count("\n") == second.out.count("\n") == 1


def test_asking_prepares_a_database_that_is_not_there(tmp_path: Path) -> None:
    ran = run_in(tmp_path / "new", "ask", "summit")
    assert (ran.code, ran.err) == (0, "")
    assert (tmp_path / "new").stat().st_mode & 0o077 == 0


def test_without_a_terminal_the_three_first_questions_are_answered(run: Run) -> None:
    ran = run()
    headings = [line for line in ran.out.splitlines() if line.startswith("$ ")]
    assert (ran.code, ran.err) == (0, "")
    assert headings == [
        "$ article3 ask target Spain",
        "$ article3 ask summit",
        "$ article3 ask digest",
    ]


def test_with_a_token_discord_is_served(run: Run) -> None:
    ran = run(environ={"DISCORD_TOKEN": "sesame"})
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("DISCORD_TOKEN is no bot's token")
    assert ran.err.count("\n") == 1
    assert "sesame" not in ran.err


def test_a_wrong_setting_is_a_failure_in_one_line_and_help_is_there_still(run: Run) -> None:
    environ = {"ARTICLE3_LOG": "sesame"}
    ran = run("ask", "summit", environ=environ)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "ARTICLE3_LOG is no level. Write debug, info, warning or error.\n"
    assert run("--help", environ=environ).code == run("help", "db", environ=environ).code == 0


def test_a_database_we_cannot_open_is_a_failure_in_one_line(run: Run) -> None:
    ran = run("ask", "summit", environ={"DATABASE_URL": "mysql://me:sesame@db/x"})
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("DATABASE_URL is not an address we can open.")
    assert "sesame" not in ran.err


def test_a_data_folder_that_cannot_be_made_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("Here a folder would have to be.")
    ran = run_in(tmp_path / "file" / "data", "ask", "summit")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"The folder {tmp_path / 'file' / 'data'} for the database cannot be")
    assert ran.err.count("\n") == 1


def test_a_damaged_database_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "article3.db").write_text("This is no database. " * 100)
    ran = run_in(tmp_path, "ask", "summit")
    assert (ran.code, ran.out) == (1, "")
    assert "article3.db is not a database" in ran.err
    assert ran.err.count("\n") == 1


def test_a_failure_of_ours_is_one_line(run: Run, broken: Command) -> None:
    ran = run("ask", broken.name, "--json")
    assert ran.code == 1
    assert ran.err == (
        "article3 failed: ZeroDivisionError: a fault of ours. Set ARTICLE3_DEBUG=1 to see where.\n"
    )
    assert json.loads(ran.out)["error"] == {
        "message": ran.err.strip(),
        "template": None,
        "values": {},
    }


def test_a_failure_shows_its_traceback_to_whoever_looks_for_it(run: Run, broken: Command) -> None:
    ran = run("ask", broken.name, environ={"ARTICLE3_DEBUG": "1"})
    assert ran.err.startswith("Traceback")
    assert "article3 failed: ZeroDivisionError" in ran.err


def test_ctrl_c_ends_quietly(run: Run, interrupted: Command) -> None:
    assert run("ask", interrupted.name) == Ran(130, "", "")
