"""What the catalogue's records may refer to, and the ids given twice."""

from collections.abc import Iterable, Iterator

from data.catalogue.read_toml import Place, Record, as_tables
from data.catalogue.toml_lines import Path
from data.errors import CatalogueFault
from data.facts.kinds import FACTS
from data.facts.soundness.known import Known
from data.messages import mark
from data.sources import Source


def known_in(records: Iterable[Record], sources: Iterable[Source]) -> Known:
    """Ids as the files give them, of sound and of broken records alike, so that one broken record
    does not make every reference to it look wrong; `sources` are those that could be read."""
    every = tuple(records)
    read = {source.id: source for source in sources}
    return Known(
        sources={each: read.get(each) for each in _values(every, "source", "id")},
        members=_values(every, "member", "id"),
        editions=_values(every, "edition", "id"),
        commitments=_values(every, "commitment", "id"),
        meetings=_values(every, "meeting", "meeting"),
        duties={str(each.values.get("id")): _duties(each) for each in every if _asks(each)},
    )


def check_ids(records: Iterable[Record]) -> Iterator[CatalogueFault]:
    """Sources, members and editions have ids of their own each; facts share one set of ids."""
    first: dict[tuple[str, str], tuple[Place, Path]] = {}
    for record in records:
        place = record.place
        room = "fact" if place.kind in FACTS else place.kind
        for path, known_as in _ids(record):
            taken = first.get((room, known_as))
            if taken is None:
                first[room, known_as] = (place, path)
                continue
            other, where = taken
            yield place.fault(
                mark("The id '{known_as}' is taken by {at}.").format(
                    known_as=known_as, at=other.at(*where)
                ),
                *path,
            )


def _ids(record: Record) -> Iterator[tuple[Path, str]]:
    if isinstance(known_as := record.values.get("id"), str):
        yield ("id",), known_as
    for index, dispute in enumerate(as_tables(record.values.get("dispute")) or []):
        if isinstance(known_as := dispute.get("id"), str):
            yield ("dispute", index, "id"), known_as


def _asks(record: Record) -> bool:
    return record.place.kind == "commitment" and isinstance(record.values.get("id"), str)


def _duties(record: Record) -> frozenset[str]:
    clauses = as_tables(record.values.get("clause")) or []
    return frozenset(
        str(each.get("id")) for each in clauses if each.get("kind") in ("annual_plan", "review")
    )


def _values(records: tuple[Record, ...], kind: str, key: str) -> frozenset[str]:
    found = (each.values.get(key) for each in records if each.place.kind == kind)
    return frozenset(value for value in found if isinstance(value, str))
