import gc
import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.memory import place_for_files
from tests.postgres import Server, find_bindir, running

# The same examples on every machine, and no time limit: neither luck nor load fails a run.
settings.register_profile("article3", derandomize=True, deadline=None)
settings.load_profile("article3")

if place := place_for_files():
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(place))

FROM_OUTSIDE = (
    "ARTICLE3_DEBUG",
    "ARTICLE3_LOG",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "DATABASE_URL",
    "DIGEST_PER_SECOND",
    "DISCORD_API_URL",
    "DISCORD_TOKEN",
    "FORCE_COLOR",
    "LINES",
    "METRICS_PORT",
    "MODEL_KEY",
    "MODEL_NAME",
    "MODEL_URL",
    "NO_COLOR",
    "PGDATABASE",
    "PGHOST",
    "PGOPTIONS",
    "PGPASSFILE",
    "PGPASSWORD",
    "PGPORT",
    "PGSERVICE",
    "PGSSLMODE",
    "PGUSER",
    "REVIEW_SERVER",
)

NO_POSTGRES = (
    "PostgreSQL is not here: no initdb beside pg_config, in PATH or in Debian's place. "
    "Install the package postgresql to run what needs it"
)


def pytest_collection_finish() -> None:
    """Spare the garbage collector what lives as long as the run.

    Nine thousand collected tests and the catalogue are otherwise walked through again and
    again, which takes a seventh of the time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


@pytest.fixture(scope="session", autouse=True)
def clean_environment() -> Iterator[None]:
    """What somebody has set on their machine neither changes an answer nor meets a test."""
    with pytest.MonkeyPatch.context() as patch:
        for name in FROM_OUTSIDE:
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server for this run of the tests, started where the first test asks for it."""
    bindir = find_bindir()
    if bindir is None:
        pytest.skip(NO_POSTGRES)
    with running(bindir) as server:
        yield server


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What was not tried is said at the end, however short the report is."""
    skipped = terminalreporter.stats.get("skipped", [])
    count = sum(NO_POSTGRES in str(each.longrepr) for each in skipped)
    if count:
        terminalreporter.write_line(f"{count} tests were skipped. {NO_POSTGRES}.", red=True)
