"""What was written into the store since a digest although it is known since longer.

A digest tells what became known between two days. What somebody records on Tuesday and was known
on Monday would never be told so, nor would the mending of a mistake. Whoever sends a digest reads
`Store.recorded(moment of the last one, now)`, for each of `rewritten(entries)` the states with
`Store.history(kind, id)`, and gives `changes(entries, histories, ...)` to `digest.brief`.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import cast

from data.facts.kinds import FACTS, KINDS, NAMES, Value
from data.facts.knowledge import Fact
from data.facts.log import Entry, visible_on
from data.rules import Edition

Key = tuple[str, str]
"""The kind of a record, and its id."""

_TOLD = (*FACTS, NAMES[Edition])


class Written(StrEnum):
    ADDED = "added"
    CORRECTED = "corrected"
    MENDED = "mended"
    """It said by mistake of ours what it said before."""
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenChange:
    """`before` is what was said of it up to then, None for what was added; `now` is None for what
    was retracted. `reason` is in the words of whoever wrote it, who is not named to readers."""

    kind: str
    id: str
    change: Written
    before: Fact | Edition | None = None
    now: Fact | Edition | None = None
    reason: str | None = None


def rewritten(entries: Sequence[Entry]) -> tuple[tuple[type[Value], str], ...]:
    """The records among these that had a state before: `changes` needs the states of each."""
    return tuple(
        (KINDS[kind], known_as)
        for (kind, known_as), states in _grouped(entries).items()
        if states[0].number > 1
    )


def changes(
    entries: Sequence[Entry],
    histories: Mapping[Key, Sequence[Entry]],
    *,
    since: date,
    until: date,
) -> tuple[WrittenChange, ...]:
    """What these entries changed of what is known on `until`, in the order of writing. Left out is
    what the days alone tell: what is new and became known after `since`."""
    found = (
        _change(key, written, histories.get(key, ()), since, until)
        for key, written in _grouped(entries).items()
    )
    return tuple(each for each in found if each is not None)


def _grouped(entries: Sequence[Entry]) -> dict[Key, list[Entry]]:
    found: defaultdict[Key, list[Entry]] = defaultdict(list)
    for each in entries:
        if each.kind in _TOLD:
            found[each.kind, each.id].append(each)
    return found


def _change(
    key: Key, written: Sequence[Entry], history: Sequence[Entry], since: date, until: date
) -> WrittenChange | None:
    earlier = [each for each in history if each.number < written[0].number]
    then, state = visible_on(earlier, until), visible_on([*earlier, *written], until)
    before = None if then is None else then.value
    now = None if state is None else state.value
    if before == now:
        return None
    if before is None and state is not None and max(state.known_from, state.governs_from) > since:
        return None
    reasons = [each.because for each in written if each.because is not None]
    return WrittenChange(
        kind=key[0],
        id=key[1],
        change=_sort(before, now, written[-1]),
        before=cast("Fact | Edition | None", before),
        now=cast("Fact | Edition | None", now),
        reason=reasons[-1] if reasons else None,
    )


def _sort(before: Value | None, now: Value | None, last: Entry) -> Written:
    if before is None:
        return Written.ADDED
    if now is None:
        return Written.RETRACTED
    return Written.MENDED if last.mends else Written.CORRECTED
