"""An export in a file: whole, or not at all."""

from pathlib import Path

from data.errors import StoreError
from data.store.drafts import (
    ALONGSIDE,
    IS_THERE,
    ITSELF,
    NO_FILE,
    beside,
    is_same,
    settle,
    written,
)
from data.store.engine import engine_for
from data.store.export import Export, Format


def check(url: str, file: Path, *, force: bool) -> None:
    """Raises StoreError where `file` is there and `force` is not given, where it is no file, and
    where it is the database's own."""
    with written(file):
        if file.exists() and not file.is_file():
            raise StoreError(NO_FILE.format(file=file))
        if any(is_same(file, each) for each in _own(url)):
            raise StoreError(ITSELF.format(file=file))
        if file.exists() and not force:
            raise StoreError(IS_THERE.format(file=file))


def keep(export: Export, file: Path, form: Format, *, force: bool) -> None:
    """Takes the place of what is there with `force` only."""
    with written(file), beside(file) as draft:
        with draft.open("w", encoding="utf-8", newline="") as out:
            out.writelines(export.text(form))
        settle(draft)
        if file.exists() and not force:
            raise StoreError(IS_THERE.format(file=file))
        draft.replace(file)
        settle(file.absolute().parent)


def _own(url: str) -> list[Path]:
    """The files of the database, where it is one of files."""
    parsed = engine_for(url).url
    if parsed.get_backend_name() != "sqlite" or parsed.database in (None, "", ":memory:"):
        return []
    return [Path(f"{parsed.database}{ending}") for ending in ("", *ALONGSIDE)]
