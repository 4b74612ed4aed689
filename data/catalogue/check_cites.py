"""Checks of what every claim rests on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from data.catalogue.read_toml import label
from data.catalogue.toml_lines import Path
from data.catalogue.validate import Entry
from data.dates import PartialDate
from data.errors import CatalogueFault
from data.rules.commitments import Commitment, Reservation
from data.rules.expenditure import Edition
from data.sources import Cite, Source


@dataclass(frozen=True, slots=True)
class Cited:
    """Citations at a place in a record. `known_on` is None where nothing is said to be known."""

    path: Path
    cites: tuple[Cite, ...]
    known_on: PartialDate | None


def check_source(entry: Entry[Source]) -> Iterator[CatalogueFault]:
    url = entry.value.url
    # An empty one is told by the check of texts.
    if url.strip() and not _is_address(url):
        yield entry.place.fault(f"'url' is '{url}', not an http(s) address.", "url")


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def check_cites(
    entry: Entry[Any], sources: Mapping[str, Source | None]
) -> Iterator[CatalogueFault]:
    """`sources` holds None for a source whose record is broken itself."""
    for cited in citations(entry.value):
        where = label((*cited.path, "cites"))
        if not cited.cites:
            yield entry.place.fault(f"'{where}' names no source.", *cited.path, "cites")
            continue
        for cite in cited.cites:
            if cite.source not in sources:
                problem = f"'{where}' names '{cite.source}', which is no source."
                yield entry.place.fault(problem, *cited.path, "cites")
        yield from _check_known_on(entry, cited, sources)


def _check_known_on(
    entry: Entry[Any], cited: Cited, sources: Mapping[str, Source | None]
) -> Iterator[CatalogueFault]:
    """Nobody knows a thing before something says it. Days that may coincide pass."""
    found = [sources.get(cite.source) for cite in cited.cites]
    published = [source.published_on for source in found if source is not None]
    if cited.known_on is None or not published or len(published) < len(found):
        return
    earliest = min(published, key=lambda day: day.first)
    if cited.known_on.last < earliest.first:
        problem = (
            f"'{label((*cited.path, 'known_on'))}' is {cited.known_on}, before any of its sources "
            f"was published; the earliest is of {earliest}."
        )
        yield entry.place.fault(problem, *cited.path, "known_on")


def citations(value: Any) -> Iterator[Cited]:
    """Every group of citations in a record, the nested ones included."""
    if not isinstance(value, Commitment):
        yield Cited((), value.cites, getattr(value, "known_on", None))
    if isinstance(value, Commitment):
        for index, change in enumerate(value.history):
            yield Cited(("history", index), change.cites, change.known_on)
        for index, clause in enumerate(value.clauses):
            yield Cited(("clauses", index), clause.cites, None)
    elif isinstance(value, Reservation):
        for index, dispute in enumerate(value.disputes):
            yield Cited(("disputes", index), dispute.cites, dispute.known_on)
    elif isinstance(value, Edition):
        for index, gap in enumerate(value.gaps):
            yield Cited(("gaps", index), gap.cites, None)
