"""`article3 export` and `article3 import` as they are typed."""

import csv
import io
import json
from pathlib import Path

import pytest

from bot.__main__ import main
from tests.bot.conftest import NOW, Ran, Run, run_in
from tests.postgres import Server

EARLY = ("--as-of", "2014-09-05")
"""A day of which little is known, which makes a short file."""


def import_in(folder: Path, content: str) -> Ran:
    """Imports from standard input."""
    out, err = io.StringIO(), io.StringIO()
    code = main(
        ("import", "-"),
        environ={},
        clock=lambda: NOW,
        data_dir=folder,
        stdin=io.StringIO(content),
        stdout=out,
        stderr=err,
    )
    return Ran(code, out.getvalue(), err.getvalue())


@pytest.fixture(scope="module")
def early(data_dir: Path) -> str:
    return run_in(data_dir, "export", *EARLY).out


def test_an_export_begins_with_what_it_is(run: Run) -> None:
    ran = run("export")
    header, *lines = map(json.loads, ran.out.splitlines())
    assert (ran.code, ran.err) == (0, "")
    assert header == {
        "format": "article3",
        "version": 1,
        "as_of": "2026-11-25",
        "history": False,
        "records": len(lines),
    }
    assert {"source", "member", "edition", "commitment", "figure"} < {
        each["kind"] for each in lines
    }


def test_two_exports_are_the_same(run: Run, early: str) -> None:
    assert run("export", *EARLY).out == run("export", "-", "--as-of=2014-09-05").out == early


@pytest.mark.parametrize("options", [(*EARLY, "--format", "csv"), ("--history",)])
def test_what_is_imported_is_exported_as_it_was(
    run: Run, tmp_path: Path, options: tuple[str, ...]
) -> None:
    exported = run("export", *options).out
    imported = import_in(tmp_path, exported)
    assert (imported.code, imported.err) == (0, "")
    assert f"standard input. The database is {tmp_path}" in imported.out
    assert run_in(tmp_path, "export", *options).out == exported


def test_what_was_imported_is_answered_alike(run: Run, tmp_path: Path, early: str) -> None:
    assert import_in(tmp_path, early).code == 0
    asked = ("ask", "target", "Spain", "--as-of", "2014-09-05")
    assert run_in(tmp_path, *asked).out == run(*asked).out


def test_a_file_goes_from_one_kind_of_database_to_the_other(
    run: Run, tmp_path: Path, postgres: Server
) -> None:
    postgres.psql("create database transferred")
    there = {"DATABASE_URL": postgres.url("transferred")}
    file = tmp_path / "facts.jsonl"
    try:
        assert run("export", *EARLY, str(file)).code == 0
        imported = run_in(tmp_path, "import", str(file), environ=there)
        assert (imported.code, imported.err) == (0, "")
        again = run_in(tmp_path, "export", *EARLY, environ=there).out
        assert again == file.read_text("utf-8")
    finally:
        postgres.psql("drop database transferred with (force)")


def test_a_database_that_never_held_anything_gets_its_facts_first(run: Run, tmp_path: Path) -> None:
    first = run_in(tmp_path, "export", *EARLY)
    assert (first.code, first.out) == (0, run("export", *EARLY).out)


def test_a_file_is_written_and_told(run: Run, tmp_path: Path, early: str) -> None:
    file = tmp_path / "facts"
    ran = run("export", str(file), *EARLY)
    count = len(early.splitlines()) - 1
    assert ran.out == f"{file} holds {count} records: what was known on 5 September 2014.\n"
    assert (file.read_text("utf-8"), list(tmp_path.iterdir())) == (early, [file])


@pytest.mark.parametrize("name", ["facts.csv", "facts.CSV"])
def test_the_name_of_a_file_says_its_format(run: Run, tmp_path: Path, name: str) -> None:
    assert run("export", str(tmp_path / name), *EARLY).code == 0
    content = (tmp_path / name).read_bytes().decode()
    rows = list(csv.DictReader(io.StringIO(content, newline="")))
    assert content.count("\r\n") == content.count("\n") == len(rows) + 1
    assert rows[0]["kind"] == "header"


def test_the_format_that_was_asked_for_counts_more(run: Run, tmp_path: Path, early: str) -> None:
    file = tmp_path / "facts.csv"
    assert run("export", str(file), *EARLY, "--format=jsonl").code == 0
    assert file.read_text("utf-8") == early


def test_an_export_writes_over_nothing_unasked(run: Run, tmp_path: Path, early: str) -> None:
    file = tmp_path / "facts"
    file.write_text("mine")
    ran = run("export", str(file), *EARLY)
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert ("--force" in ran.err, file.read_text()) == (True, "mine")
    assert run("export", str(file), *EARLY, "--force").code == 0
    assert file.read_text("utf-8") == early


def test_an_export_leaves_the_database_alone(tmp_path: Path) -> None:
    assert run_in(tmp_path, "export", *EARLY).code == 0
    for name in ("article3.db", "article3.db-wal"):
        ran = run_in(tmp_path, "export", str(tmp_path / name), *EARLY, "--force")
        assert (ran.code, "the database itself" in ran.err) == (1, True)
    assert run_in(tmp_path, "export", *EARLY).code == 0


@pytest.mark.parametrize("name", ["", "nowhere/facts", "/dev/null"])
def test_a_place_that_takes_no_file_is_told(run: Run, tmp_path: Path, name: str) -> None:
    ran = run("export", str(tmp_path / name), *EARLY, "--force")
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert list(tmp_path.iterdir()) == []


WRONG = [
    ("export", "one", "two"),
    ("export", "--as-of"),
    ("export", "--as-of", "yesterday"),
    ("export", "--as-of", "2030-01-01"),
    ("export", "--as-of", "2025-06-05", "--history"),
    ("export", "--format", "xml"),
    ("export", "--force"),
    ("export", "--nothing"),
    ("import",),
    ("import", "one", "two"),
    ("import", "--force", "one"),
]


@pytest.mark.parametrize("argv", WRONG)
def test_a_wrong_word_is_told_in_one_line(run: Run, argv: tuple[str, ...]) -> None:
    ran = run(*argv)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_a_month_is_asked_for_by_its_end(run: Run) -> None:
    month = run("export", "--as-of", "2014-09").out
    assert json.loads(month.splitlines()[0])["as_of"] == "2014-09-30"


def test_a_database_with_facts_takes_no_file(data_dir: Path, early: str) -> None:
    ran = import_in(data_dir, early)
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert "holds facts already" in ran.err


@pytest.mark.parametrize("name", ["nowhere", ""])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    ran = run_in(tmp_path / "data", "import", str(tmp_path / name))
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert "cannot be read" in ran.err


def test_every_fault_of_a_file_is_told_and_nothing_is_imported(tmp_path: Path, early: str) -> None:
    file = tmp_path / "facts"
    lines = early.splitlines(keepends=True)
    lines[1] = lines[1].replace('"kind":"source"', '"kind":"\\u001b[2Jsource"')
    lines[2] = lines[2].replace('"grade":"', '"grade":"x')
    file.write_text("".join(lines), "utf-8")
    ran = run_in(tmp_path / "data", "import", str(file))
    told = ran.err.splitlines()
    assert (ran.code, ran.out, len(told)) == (2, "", 3)
    assert told[0].startswith(f"{file}, line 2: kind: is ")
    assert told[1].startswith(f"{file}, line 3: record.grade: is ")
    assert told[2] == f"Nothing was imported from {file}."
    assert "\x1b" not in ran.err
    assert run_in(tmp_path / "data", "import", "-").code == 2
    assert import_in(tmp_path / "data", early).code == 0


def test_the_standard_streams_are_utf_8_whatever_the_terminal_is(
    data_dir: Path, tmp_path: Path
) -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii", newline="\r\n")
    argv = ("export", "--as-of", "2022-06-27")
    assert main(argv, environ={}, clock=lambda: NOW, data_dir=data_dir, stdout=out) == 0
    text = raw.getvalue().decode("utf-8")
    assert ("\r" in text, text.isascii()) == (False, False)
    piped = io.TextIOWrapper(io.BytesIO(raw.getvalue()), encoding="ascii")
    main(("import", "-"), environ={}, clock=lambda: NOW, data_dir=tmp_path, stdin=piped)
    assert run_in(tmp_path, *argv).out == text
