"""The catalogue's files as they lie: names, bytes and their fingerprint."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

SUFFIXES = (".toml", ".csv")


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """`name` is the path inside the catalogue, with forward slashes."""

    name: str
    content: bytes


def shipped() -> Traversable:
    return files("data.catalogue")


def read_files(folder: Traversable | Path) -> tuple[CatalogueFile, ...]:
    """Every TOML and CSV file in `folder` and below, in the order of their names."""
    return tuple(sorted(_walk(folder, ""), key=lambda file: file.name))


def fingerprint_of(found: tuple[CatalogueFile, ...]) -> str:
    """A hash of names and bytes. Lengths go in too, so that no two catalogues run together."""
    digest = hashlib.sha256()
    for file in found:
        name = file.name.encode()
        digest.update(b"%d %d\n" % (len(name), len(file.content)))
        digest.update(name)
        digest.update(file.content)
    return digest.hexdigest()


def _walk(folder: Traversable | Path, prefix: str) -> Iterator[CatalogueFile]:
    for entry in folder.iterdir():
        name = f"{prefix}{entry.name}"
        if entry.is_dir():
            yield from _walk(entry, f"{name}/")
        elif entry.name.endswith(SUFFIXES):
            yield CatalogueFile(name, entry.read_bytes())
