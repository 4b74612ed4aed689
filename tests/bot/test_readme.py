"""What the README shows and says is what the program does."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from bot.__main__ import VERBS
from bot.env_file import read_env_file
from bot.metrics import METRICS
from bot.settings import SETTINGS
from commands.registry import COMMANDS
from data.rules import Verdict
from tests.bot.conftest import Run

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```console\n\$ article3 (.*?)\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize(("typed", "shown"), SHOWN, ids=[typed for typed, _ in SHOWN])
def test_an_answer_in_the_readme_is_the_answer(run: Run, typed: str, shown: str) -> None:
    printed = run(*typed.split()).out
    places = [printed.find(part.strip()) for part in shown.split("[…]")]
    assert -1 not in places, "a part is not in the answer"
    assert all(earlier <= later for earlier, later in pairwise(places))


def test_the_readme_shows_an_answer() -> None:
    assert len(SHOWN) >= 2


@pytest.mark.parametrize(
    "line", re.findall(r"^ {4}\.venv/bin/article3 (.*)$", README, re.MULTILINE)
)
def test_what_the_readme_says_to_type_is_answered(
    run: Run, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(*line.replace('"', "").split()).code == 0


def test_the_readme_names_every_setting() -> None:
    named = re.findall(r"^\| `([A-Z0-9_]+)` \|", README, re.MULTILINE)
    assert sorted(named) == sorted(setting.name for setting in SETTINGS)


def test_the_example_of_a_file_names_every_setting_and_sets_none() -> None:
    example = ROOT / ".env.example"
    named = re.findall(r"^#([A-Z0-9_]+)=", example.read_text("utf-8"), re.MULTILINE)
    assert sorted(named) == sorted(setting.name for setting in SETTINGS)
    assert read_env_file(example) == {}


def test_the_readme_tells_of_every_metric_what_it_counts() -> None:
    told = re.findall(r"^\| `(article3_[a-z_]+)` \| (.*) \|$", README, re.MULTILINE)
    assert told == [(each.shown, each.what) for each in METRICS]


def test_the_readme_names_every_verb_of_the_bot() -> None:
    verbs = [name for name, verb in VERBS.items() if verb.page == "serving"]
    assert [name for name in verbs if f"| `article3 {name}`" not in README] == []


def test_the_readme_names_every_question() -> None:
    assert [name for name in COMMANDS if f"/{name}" not in README] == []


def test_the_readme_explains_every_verdict() -> None:
    explained = re.findall(r"^\| ([a-z ]+) \| ", README, re.MULTILINE)
    missing = [each for each in Verdict if each.value.replace("_", " ") not in explained]
    assert missing == []


def test_the_program_in_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (program,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(compile(program, "README.md", "exec"), {})
    assert "core behind 2.26" in capsys.readouterr().out
