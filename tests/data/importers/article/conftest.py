from pathlib import Path

import pytest

from data.facts.knowledge import Knowledge
from tests.shipped import KNOWN

SEED = Path(__file__).parents[5] / "shared" / "reference" / "seed"
"""Where the report that the project began with is, if it is at hand; the project has no copy."""


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return KNOWN


@pytest.fixture(scope="session")
def seed() -> str:
    found = sorted(SEED.glob("*.txt"))
    if not found:
        pytest.skip("The report of 5 June 2025 is not at hand beside the project.")
    return found[0].read_text("utf-8")
