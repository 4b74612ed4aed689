from collections.abc import Iterator

import pytest
from hypothesis import settings

# The same examples on every machine, and no time limit: neither luck nor load fails a run.
settings.register_profile("article3", derandomize=True, deadline=None)
settings.load_profile("article3")

FROM_OUTSIDE = (
    "ARTICLE3_DEBUG",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "DATABASE_URL",
    "DISCORD_TOKEN",
    "FORCE_COLOR",
    "LINES",
    "NO_COLOR",
)


@pytest.fixture(scope="session", autouse=True)
def clean_environment() -> Iterator[None]:
    """What somebody has set on their machine neither changes an answer nor meets a test."""
    with pytest.MonkeyPatch.context() as patch:
        for name in FROM_OUTSIDE:
            patch.delenv(name, raising=False)
        yield
