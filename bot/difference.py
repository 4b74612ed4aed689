"""What a sync changes, in lines a person can go through: one a record, in groups."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from bot.render.plain import plain
from data.messages import mark
from data.store import SyncReport
from data.store.plan import Step

SIGNS = {"recorded": "+", "corrected": "~", "retracted": "-"}

SAID = mark("{sign} {kind} {id}: {words}")
BARE = mark("{sign} {kind} {id}")
CHANGED = mark("{name} {before} -> {after}")
MORE = mark("  … and {count} more; --all shows them.")
COUNTS = mark(
    "{recorded} new, {corrected} corrected, {retracted} withdrawn; {unchanged} facts stay as they "
    "are, and {left} belong to people and are left alone."
)

NOTHING = "–"
MOST = 10
"""Lines of a group that are shown without being asked for."""

FIGURE = "figure"

Claims = Mapping[tuple[str, str], str]
"""By kind and id, what a new record says."""


def lines(steps: Iterable[Step], claims: Claims, *, everything: bool) -> Iterator[str]:
    """Records in groups of their kind and of what happens to them, figures by edition."""
    for _, group in groupby(_ordered(steps), key=_group):
        told = [_line(step, claims) for step in group]
        shown = told if everything else told[:MOST]
        yield from shown
        if len(told) > len(shown):
            yield MORE.format(count=len(told) - len(shown))


def counts(report: SyncReport) -> str:
    """How many records and figures a sync changes, and how many facts it does not."""
    actions = Counter[str](step.action for step in report.steps)
    return COUNTS.format(
        **{action: actions[action] for action in SIGNS},
        unchanged=report.unchanged,
        left=report.left,
    )


def _ordered(steps: Iterable[Step]) -> list[Step]:
    """What is said of one group stands together; figures come last."""
    place = {action: number for number, action in enumerate(SIGNS)}
    kinds: dict[str, int] = {}
    listed = list(steps)
    for step in listed:
        kinds.setdefault(step.kind, len(kinds))
    return sorted(
        listed,
        key=lambda step: (
            step.kind == FIGURE,
            kinds[step.kind],
            _edition(step),
            place[step.action],
        ),
    )


def _group(step: Step) -> tuple[str, str, str]:
    return step.kind, _edition(step), step.action


def _edition(step: Step) -> str:
    return step.id.partition(" ")[0] if step.kind == FIGURE else ""


def _line(step: Step, claims: Claims) -> str:
    changes = "; ".join(
        CHANGED.format(name=name, before=_said(before), after=_said(after))
        for name, before, after in step.fields
    )
    words = changes or (claims.get((step.kind, step.id), "") if step.action == "recorded" else "")
    line = SAID if words else BARE
    sign = SIGNS[step.action]
    return line.format(sign=sign, kind=step.kind, id=plain(step.id), words=plain(words))


def _said(value: str | None) -> str:
    """A text without the quotes of JSON; everything else as it is written there."""
    if value is None:
        return NOTHING
    try:
        read = json.loads(value)
    except ValueError:
        return value
    return read if isinstance(read, str) else value
