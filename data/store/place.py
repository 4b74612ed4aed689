"""Where a database is: what an address says, without connecting to it."""

from pathlib import Path

from sqlalchemy import URL

from data.errors import StoreError
from data.messages import mark
from data.store.drafts import ALONGSIDE, ITSELF, is_same
from data.store.engine import engine_for

IN_MEMORY = mark("A database that is in memory only, or named by a file: address, has no backup.")


def address(url: str) -> URL:
    return engine_for(url).url


def is_sqlite(parsed: URL) -> bool:
    return parsed.get_backend_name() == "sqlite"


def file_of(parsed: URL) -> Path:
    name = parsed.database or ":memory:"
    if name == ":memory:" or name.startswith("file:"):
        raise StoreError(IN_MEMORY)
    return Path(name)


def url_of(file: Path) -> str:
    return URL.create("sqlite+aiosqlite", database=str(file)).render_as_string()


def check_apart(parsed: URL, file: Path) -> None:
    """Refuses the database's own files, by whatever name."""
    if not is_sqlite(parsed):
        return
    database = file_of(parsed)
    own = [Path(f"{database}{ending}") for ending in ("", *ALONGSIDE)]
    if any(is_same(file, each) for each in own):
        raise StoreError(ITSELF.format(file=file))
