"""The public face: what `import data.rules` brings in, and that every name says what it is for."""

import ast
import json
import subprocess
import sys
from enum import EnumType
from itertools import pairwise
from pathlib import Path
from types import FunctionType

from data import rules

ROOT = Path(__file__).parents[3]

# Nothing of the site's packages is in reach (-S), and nothing is written beside the sources (-B).
WATCHED_IMPORT = """
import json, sys
before, opened = set(sys.modules), []
def watch(event, arguments):
    if event in ("open", "socket.connect", "subprocess.Popen", "sqlite3.connect"):
        opened.append([event, str(arguments[0])])
sys.addaudithook(watch)
import data.rules
print(json.dumps([sorted(set(sys.modules) - before), opened]))
"""


def imported() -> tuple[list[str], list[tuple[str, str]]]:
    """The modules that `import data.rules` loads in a fresh interpreter, and what it opens."""
    ran = subprocess.run(
        [sys.executable, "-S", "-B", "-c", WATCHED_IMPORT],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    modules, opened = json.loads(ran.stdout)
    return modules, opened


def test_the_rules_need_nothing_but_the_standard_library() -> None:
    foreign = [
        name
        for name in imported()[0]
        if name.partition(".")[0] not in sys.stdlib_module_names
        and not name.startswith(("data.rules", "data."))
        and name != "data"
    ]
    assert foreign == []


def test_of_this_project_the_rules_load_themselves_and_five_plain_modules() -> None:
    others = [
        name
        for name in imported()[0]
        if name.startswith("data.") and not name.startswith("data.rules")
    ]
    assert others == ["data.dates", "data.errors", "data.members", "data.messages", "data.sources"]


def test_the_rules_load_nothing_that_reaches_outside() -> None:
    reaching = {"asyncio", "logging", "pathlib", "shutil", "socket", "sqlite3", "ssl", "subprocess"}
    assert reaching.intersection(imported()[0]) == set()


def test_importing_the_rules_opens_their_code_and_no_other_file() -> None:
    opened = [each for each in imported()[1] if each[0] != "open" or not is_code(each[1])]
    assert opened == []


def is_code(path: str) -> bool:
    return path.endswith((".py", ".pyc", ".so", ".pyd"))


def test_every_public_function_and_class_says_what_it_is_for() -> None:
    silent: list[str] = []
    for name, value in public().items():
        own = value.__doc__
        # A dataclass without a docstring gets its signature for one.
        if has_docstring(value) and (not own or own.startswith(f"{name}(")):
            silent.append(name)
    assert silent == []


def test_every_other_public_name_says_what_it_is_for_in_a_string_below_it() -> None:
    others = {name for name, value in public().items() if not has_docstring(value)}
    assert others - told_below() == set()


def public() -> dict[str, object]:
    """Every public name but those of enums, whose members say it all."""
    found = {name: getattr(rules, name) for name in rules.__all__}
    return {name: value for name, value in found.items() if not isinstance(value, EnumType)}


def has_docstring(value: object) -> bool:
    """A cached function is neither a function nor a class, but wraps one."""
    return isinstance(value, type | FunctionType) or hasattr(value, "__wrapped__")


def told_below() -> set[str]:
    """Names in the modules of the rules that are assigned and followed by a string."""
    told: set[str] = set()
    for path in Path(rules.__file__).parent.glob("*.py"):
        for each, after in pairwise(ast.parse(path.read_text("utf-8")).body):
            if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
                told.update(names_in(each))
    return told


def names_in(statement: ast.stmt) -> list[str]:
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            return [name]
        case _:
            return []


def test_every_public_name_is_there_and_in_order() -> None:
    assert [name for name in rules.__all__ if not hasattr(rules, name)] == []
    assert sorted(set(rules.__all__)) == sorted(rules.__all__)
