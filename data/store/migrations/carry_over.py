"""Rows of the first tables as rows of the log: what was known on a day stays known on it."""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from data.store.migrations.rows import Held, Row, fill

ALWAYS = date.min


def carry_over(held: Held) -> None:
    loads = [row["loaded_at"] for row in held["catalogue_load"]]
    if not held["source"]:
        return
    shipped = {
        "origin": "catalogue",
        "recorded_by": "catalogue",
        "recorded_at": min(loads),
        "because": None,
    }
    kept = [*_kept(held, shipped), *_revisions(held["fact"])]
    keys = {row["fact"]: row["kind"] for row in kept}
    for row in kept:
        if row["kind"] == "meeting" and row["body"] is not None:
            keys["gathering:" + json.loads(row["body"])["meeting"]] = "gathering"
    fill("fact", ({"key": key, "kind": kind} for key, kind in keys.items()))
    for number, row in enumerate(kept, start=1):
        row["row"] = number
    fill("revision", kept)
    fill("reference", _references(kept, frozenset(keys)))
    fill("observation", (_figure(row, shipped) for row in held["observation"]))


def _kept(held: Held, shipped: Row) -> Iterable[Row]:
    """Sources, members and editions, which had one state each."""
    for row in held["source"]:
        body = {**row, "verified_on": row["verified_on"].isoformat()}
        yield _first("source", row["id"], body, row["published_on"], "source:" + row["id"], shipped)
    for row in held["member"]:
        names = ("id", "iso2", "armed_forces")
        body = {name: row[name] for name in names} | {"joined": row["joined"].isoformat()}
        body["cites"] = json.loads(row["cites"])
        source = "source:" + row["source"]
        yield _first("member", row["id"], body, body["joined"], source, shipped)
    for row in held["edition"]:
        body = json.loads(row["body"])
        source = "source:" + row["source"]
        yield _first("edition", row["id"], body, row["published_on"], source, shipped)


def _first(kind: str, known_as: str, body: object, known_on: str, source: str, shipped: Row) -> Row:
    return {
        "fact": f"{kind}:{known_as}",
        "kind": kind,
        "number": 1,
        "previous": None,
        "action": "recorded",
        "body": json.dumps(body, ensure_ascii=False, separators=(",", ":")),
        "known_on": known_on,
        "known_from": _last_day(known_on),
        "governs_from": ALWAYS,
        "source": source,
        **shipped,
    }


def _last_day(text: str) -> date:
    """The last day that a year, a month or a day can mean."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = (parts[0], parts[1]) if len(parts) == 2 else (parts[0], 12)
    after = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(after.toordinal() - 1)


def _revisions(rows: list[Row]) -> Iterable[Row]:
    """An end becomes a state of its own where nothing took the place of what ended."""
    by_fact: Held = defaultdict(list)
    for row in sorted(rows, key=lambda each: (each["id"], each["revision"])):
        by_fact[row["id"]].append(row)
    for states in by_fact.values():
        number, before = 0, None
        for row in states:
            number += 1
            yield _state(row, number, before)
            before = row
            if row["ended_as"] == "retracted":
                number += 1
                yield _retraction(row, number)
                before = None


def _state(row: Row, number: int, before: Row | None) -> Row:
    if before is None:
        governs_from = ALWAYS if number == 1 else row["known_from"]
        action, because = "recorded", None
    else:
        governs_from = before["known_until"]
        action, because = "corrected", before["ended_because"]
    return {
        "fact": f"{row['kind']}:{row['id']}",
        "kind": row["kind"],
        "number": number,
        "previous": number - 1 or None,
        "action": action,
        "body": row["body"],
        "known_on": row["known_on"],
        "known_from": row["known_from"],
        "governs_from": governs_from,
        "source": "source:" + row["source"],
        "origin": row["origin"],
        "recorded_by": row["recorded_by"],
        "recorded_at": row["recorded_at"],
        "because": because,
    }


def _retraction(row: Row, number: int) -> Row:
    until = row["known_until"]
    return {
        "fact": f"{row['kind']}:{row['id']}",
        "kind": row["kind"],
        "number": number,
        "previous": number - 1,
        "action": "retracted",
        "body": None,
        "known_on": until.isoformat(),
        "known_from": until,
        "governs_from": until,
        "source": None,
        "origin": "catalogue" if row["ended_by"] == "catalogue" else "person",
        "recorded_by": row["ended_by"],
        "recorded_at": row["ended_at"],
        "because": row["ended_because"],
    }


def _references(rows: list[Row], keys: frozenset[str]) -> Iterable[Row]:
    for row in rows:
        if row["body"] is not None:
            found = frozenset(_mentioned(row["kind"], json.loads(row["body"])))
            for key in sorted(found & keys):
                yield {"row": row["row"], "fact": key}


def _mentioned(kind: str, body: Any) -> Iterable[str]:
    """The keys that a record may mean; those count that are there."""
    yield from _cited(body)
    members = [body.get("member"), *(body.get("members") or ())] if kind != "edition" else []
    yield from (f"member:{each}" for each in members if each)
    if body.get("meeting"):
        yield f"gathering:{body['meeting']}"
    commitments = [body.get("commitment"), body.get("superseded_by"), *(body.get("adopts") or ())]
    yield from (f"commitment:{each}" for each in commitments if each)
    if kind == "statement":
        yield from (f"{each}:{body['about']}" for each in ("commitment", "gathering", "member"))


def _cited(value: object) -> Iterable[str]:
    if isinstance(value, list):
        for each in cast("list[object]", value):
            yield from _cited(each)
    elif isinstance(value, dict):
        table = cast("dict[str, object]", value)
        if "source" in table and "locator" in table:
            yield f"source:{table['source']}"
        for each in table.values():
            yield from _cited(each)


def _figure(row: Row, shipped: Row) -> Row:
    return row | {
        "edition": "edition:" + row["edition"],
        "member": "member:" + row["member"],
        "source": "source:" + row["source"],
        "number": 1,
        "action": "recorded",
        **shipped,
    }
