"""What a record may refer to."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.sources import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Everything by its id. `sources` holds None for a source that is named but cannot be read: a
    reference to it is no mistake, and its day of publication is not known."""

    sources: Mapping[str, Source | None]
    members: frozenset[str]
    editions: frozenset[str]
    commitments: frozenset[str]
    meetings: frozenset[str]
    """The subjects that records of meetings share, not the ids of these records."""
    duties: Mapping[str, frozenset[str]]
    """The ids of the plans and reviews of each commitment."""
