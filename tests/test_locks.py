"""The lock files fit what pyproject.toml asks for, and one another."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
RUN, TEST = "requirements.lock", "requirements-dev.lock"


def asked_for(*groups: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = project["project"]["dependencies"] + [
        each for group in groups for each in project["dependency-groups"][group]
    ]
    return [Requirement(each) for each in wanted]


def entries(lock: str) -> dict[str, str]:
    """The text of each locked package: its pin, marker and hashes."""
    text = (ROOT / lock).read_text("utf-8")
    found = re.findall(r"^(\w\S*?)==((?:.*\\\n)*.*)", text, re.MULTILINE)
    return {canonicalize_name(name): entry for name, entry in found}


def pins(lock: str) -> dict[str, str]:
    return {name: entry.split()[0] for name, entry in entries(lock).items()}


@pytest.mark.parametrize(("lock", "groups"), [(RUN, ["build"]), (TEST, ["build", "dev"])])
def test_a_lock_pins_what_is_asked_for(lock: str, groups: list[str]) -> None:
    pinned = pins(lock)
    offenders = [
        str(wanted)
        for wanted in asked_for(*groups)
        if not wanted.specifier.contains(pinned.get(canonicalize_name(wanted.name), "0"))
    ]
    assert offenders == []


def test_the_lock_for_tests_holds_the_one_for_running() -> None:
    assert pins(RUN).items() <= pins(TEST).items()


def test_what_builds_the_project_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["build-system"]["requires"] == project["dependency-groups"]["build"]


@pytest.mark.parametrize("lock", [RUN, TEST])
def test_every_locked_package_has_a_hash(lock: str) -> None:
    assert [name for name, entry in entries(lock).items() if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", [RUN, TEST])
def test_a_lock_names_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert re.findall(r"\w+://|--(?:extra-)?index-url|--find-links", text) == []
