"""The stairs only go down, nobody below the door reads the clock, and the tree names no machine."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

READS_THE_CLOCK = frozenset(
    {
        "datetime.date.today",
        "datetime.datetime.now",
        "datetime.datetime.today",
        "datetime.datetime.utcnow",
        "time.ctime",
        "time.gmtime",
        "time.localtime",
        "time.time",
        "time.time_ns",
    }
)

# Built from parts, so that this file does not hold what it looks for.
REGISTRIES = tuple(
    "".join(parts)
    for parts in (
        ("pypi", ".org"),
        ("python", "hosted.org"),
        ("registry", ".npmjs.org"),
        ("deb.", "debian.org"),
    )
)
LEFT_BEHIND = frozenset(
    {
        ".env",
        ".git",
        ".hypothesis",
        ".import_linter_cache",
        ".local",
        ".pytest_cache",
        ".ruff_cache",
        ".venv",
        "__pycache__",
        "build",
        "dist",
    }
)
SOMEBODYS_HOME = re.compile(r"(?<![\w.])(?:/home|/Users|/root|[A-Z]:\\Users)[/\\]\w")


def test_imports_keep_the_contracts() -> None:
    # In a process of its own: it sets up logging anew and switches off every logger there is.
    program = (
        "import sys; from importlinter.cli import lint_imports;"
        " sys.exit(lint_imports(config_filename='pyproject.toml', no_cache=True))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout


def test_no_module_of_data_or_commands_reads_the_clock() -> None:
    offenders = [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for floor in ("data", "commands")
        for path in sorted((ROOT / floor).rglob("*.py"))
        for line, name in clock_reads(path.read_text("utf-8"))
    ]
    assert offenders == []


@pytest.mark.parametrize(
    "source",
    [
        "import datetime\nx = datetime.date.today()",
        "import datetime as dt\nx = dt.datetime.now(dt.UTC)",
        "from datetime import datetime\nx = datetime.utcnow()",
        "from datetime import date as day\nx = day.today",
        "import time\nx = time.time()",
        "from time import time\nx = time()",
        "def f():\n    from datetime import datetime as moment\n    return moment.now()",
    ],
)
def test_a_read_of_the_clock_is_seen_however_it_is_imported(source: str) -> None:
    assert [name in READS_THE_CLOCK for _, name in clock_reads(source)] == [True]


def test_a_clock_that_was_passed_in_may_be_read() -> None:
    assert list(clock_reads("def f(clock, now):\n    return clock.now(), now.time()")) == []


def test_no_file_names_a_registry_or_somebodys_home() -> None:
    offenders = [
        f"{path.relative_to(ROOT)}: {found}"
        for path in shipped_files()
        for found in names_of_machines(path.read_bytes().decode("utf-8", errors="replace"))
    ]
    assert offenders == []


@pytest.mark.parametrize(
    "parts", [("", "home", "ana", "x"), ("", "Users", "ana"), ("", "root", "x")]
)
def test_a_path_to_somebodys_home_is_seen(parts: tuple[str, ...]) -> None:
    assert list(names_of_machines(f"open('{'/'.join(parts)}')"))


def test_an_address_with_a_home_in_it_is_no_path() -> None:
    address = "/".join(("https:", "", "www.nato.int", "home", "news"))
    assert list(names_of_machines(address)) == []


def clock_reads(source: str) -> Iterator[tuple[int, str]]:
    """The line and the full name of every use of a function that reads the clock."""
    tree = ast.parse(source)
    imported = dict(_imported(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute):
            name = _full_name(node, imported)
            if name in READS_THE_CLOCK:
                yield node.lineno, name


def _imported(tree: ast.AST) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.asname or alias.name, alias.name
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                yield alias.asname or alias.name, f"{node.module}.{alias.name}"


def _full_name(node: ast.expr, imported: dict[str, str]) -> str | None:
    if isinstance(node, ast.Name):
        return imported.get(node.id)
    if isinstance(node, ast.Attribute):
        owner = _full_name(node.value, imported)
        return owner and f"{owner}.{node.attr}"
    return None


def names_of_machines(text: str) -> Iterator[str]:
    yield from (host for host in REGISTRIES if host in text)
    yield from (found.group() for found in SOMEBODYS_HOME.finditer(text))


def shipped_files() -> Iterator[Path]:
    """The files of the checkout, without what the set-up and the tools have put there."""
    for path in sorted(ROOT.rglob("*")):
        if path.is_file() and LEFT_BEHIND.isdisjoint(path.relative_to(ROOT).parts):
            yield path
