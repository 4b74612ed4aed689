"""States of records for other programs."""

import io
import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, TextIO

from pydantic import TypeAdapter

from bot.entries import State
from bot.fact_store import cites
from bot.fields import differences
from data.facts.kinds import Value
from data.facts.log import ALWAYS, Change, Entry
from data.rules.expenditure import Observation
from data.sources import Source
from data.store import bodies

Object = dict[str, Any]
Sources = Mapping[str, Source]


def history(kind: str, known_as: str, states: Sequence[State], sources: Sources) -> Object:
    """Each state with the fields in which it differs from the one before."""
    shown: list[Object] = []
    before: Value | Observation | None = None
    for each in states:
        changed = differences(before, each.value) if before and each.value else ()
        fields = [{"field": d.field, "before": d.before, "after": d.after} for d in changed]
        shown.append({**_state(each), "changed": fields, "sources": _sources(each.value, sources)})
        before = each.value or before
    return {"kind": kind, "id": known_as, "states": shown}


def changes(since: date, until: date, found: Sequence[Change], sources: Sources) -> Object:
    return {
        "since": since.isoformat(),
        "until": until.isoformat(),
        "changes": [
            {
                "before": _value(each.before),
                "after": _value(each.after),
                "entry": _named(each.entry),
                "sources": _sources(each.after or each.before, sources),
            }
            for each in found
        ],
    }


def recorded(since: datetime, until: datetime, entries: Sequence[Entry]) -> Object:
    """Both moments are included."""
    return {
        "since": since.isoformat(),
        "until": until.isoformat(),
        "recorded": [_named(each) for each in entries],
    }


def pour(content: Object, out: TextIO) -> None:
    """JSON is UTF-8, whatever the encoding of the place it goes to."""
    if isinstance(out, io.TextIOWrapper):
        out.reconfigure(encoding="utf-8")
    out.write(json.dumps(content, ensure_ascii=False, indent=2) + "\n")


def _named(each: Entry) -> Object:
    return {"kind": each.kind, "id": each.id, **_state(each)}


def _state(each: State) -> Object:
    days: Object = {}
    if isinstance(each, Entry):
        always = each.governs_from == ALWAYS
        days = {
            "known_on": str(each.known_on),
            "known_from": each.known_from.isoformat(),
            "governs_from": None if always else each.governs_from.isoformat(),
        }
    return {
        "number": each.number,
        "action": each.action,
        **days,
        "origin": each.origin,
        "by": each.by,
        "at": each.at.isoformat(),
        "because": each.because,
        "value": _value(each.value),
    }


def _value(value: Value | Observation | None) -> Object | None:
    match value:
        case None:
            return None
        case Observation():
            return TypeAdapter(Observation).dump_python(value, mode="json")
        case _:
            return json.loads(bodies.text(value))


def _sources(value: Value | Observation | None, sources: Sources) -> list[Object]:
    return [
        {
            "id": cite.source,
            "locator": cite.locator,
            "grade": sources[cite.source].grade.value,
        }
        for cite in cites(value)
    ]
