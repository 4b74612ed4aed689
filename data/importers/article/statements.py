"""What was said of the Alliance and is none of the rest: none of it is evidence for its outcome."""

from collections.abc import Iterator

from data.importers.article.alarms import warning
from data.importers.article.assurances import assurance, pledge_to_defend
from data.importers.article.counts import count
from data.importers.article.decisions import decision
from data.importers.article.estimates import estimate
from data.importers.article.expectations import expectation
from data.importers.article.findings import StatementFound
from data.importers.article.scenes import Scene

_FIRST_TO_LAST = (assurance, pledge_to_defend, warning, estimate, count, expectation)
"""A sentence may read as several of these: the first is what it says."""


_BESIDE_DECISIONS = frozenset({"estimate", "count", "warning"})
"""A sentence that tells of a decision may tell one of these as well."""


def statements(scene: Scene, *, is_nato: bool) -> Iterator[StatementFound]:
    """One, or a decision and another. `is_nato` is whether the sentences before spoke of ministers
    or leaders of the Alliance, who may be `they` here."""
    if scene.text.rstrip(' "').endswith("?"):
        return
    made = next((made for read in _FIRST_TO_LAST if (made := read(scene)) is not None), None)
    if made is not None:
        yield made
    if made is None or made.kind in _BESIDE_DECISIONS:
        also = decision(scene, is_nato=is_nato)
        if also is not None:
            yield also
