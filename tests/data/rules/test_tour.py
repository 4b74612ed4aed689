"""The tour in data/rules/README.md: its code runs, and prints what stands there."""

import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from data import errors, rules

README = Path(rules.__file__).with_name("README.md").read_text("utf-8")
BLOCK = re.compile(r"^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
ERROR = re.compile(r"^\| `(?P<code>[^|]+)` \| `(?P<kind>\w+)` \| (?P<says>[^|]+) \|$", re.MULTILINE)


def programs(text: str) -> Iterator[tuple[str, str]]:
    """Each program of a tour with what it prints, which follows it as a block of text."""
    program = None
    for block in BLOCK.finditer(text):
        language, body = block["language"], block["body"]
        if language == "python":
            if program is not None:
                yield program, ""
            program = body
        else:
            assert language == "text", f"a block of {language or 'nothing'}: {body}"
            assert program is not None, f"nothing prints this: {body}"
            yield program, body
            program = None
    if program is not None:
        yield program, ""


def walk(text: str) -> tuple[dict[str, Any], list[str]]:
    """The names a tour ends with, and one entry for each program that prints something else."""
    names: dict[str, Any] = {}
    wrong: list[str] = []
    for program, said in programs(text):
        printed = StringIO()
        with redirect_stdout(printed):
            exec(program, names)
        if printed.getvalue() != said:
            wrong.append(f"{program}\nprints\n{printed.getvalue()}")
    return names, wrong


@pytest.fixture(scope="module")
def tour() -> tuple[dict[str, Any], list[str]]:
    return walk(README)


def test_every_program_of_the_tour_prints_what_stands_below_it(
    tour: tuple[dict[str, Any], list[str]],
) -> None:
    assert "\n\n".join(tour[1]) == ""


@pytest.mark.parametrize(
    ("text", "ran", "wrong"),
    [
        ("```python\nprint(2)\n```\n\n```text\n2\n```\n", 1, 0),
        ("```python\nprint(2)\n```\n\n```text\n3\n```\n", 1, 1),
        ("```python\nprint(2)\n```\n", 1, 1),
        ("```python\nx = 2\n```\n\n```python\nprint(x)\n```\n\n```text\n2\n```\n", 2, 0),
        ("```python\nx = 2\n```\n\n```text\n2\n```\n", 1, 1),
    ],
)
def test_a_tour_that_prints_something_else_is_found_out(text: str, ran: int, wrong: int) -> None:
    assert len(list(programs(text))) == ran
    assert len(walk(text)[1]) == wrong


def test_the_table_of_errors_says_what_they_say(tour: tuple[dict[str, Any], list[str]]) -> None:
    wrong: list[str] = []
    for row in ERROR.finditer(README):
        with pytest.raises(getattr(errors, row["kind"])) as raised:
            exec(row["code"], dict(tour[0]))
        if (type(raised.value).__name__, str(raised.value)) != (row["kind"], row["says"]):
            wrong.append(f"{row['code']}: {type(raised.value).__name__}: {raised.value}")
    assert wrong == []


def test_the_table_of_errors_has_a_row_for_every_error_that_the_rules_raise() -> None:
    named = {row["kind"] for row in ERROR.finditer(README)}
    raised = {
        kind
        for path in Path(rules.__file__).parent.glob("*.py")
        for kind in re.findall(r"raise (\w+Error)\(\s*_?[A-Z]", path.read_text("utf-8"))
        if hasattr(errors, kind)
    }
    assert raised
    assert raised - named == set()


@pytest.mark.parametrize("table", ["Verdict", "Composition", "Unit"])
def test_the_tables_of_the_tour_have_a_row_for_every_value(table: str) -> None:
    missing = [each.value for each in getattr(rules, table) if f"| `{each.value}` |" not in README]
    assert missing == []
