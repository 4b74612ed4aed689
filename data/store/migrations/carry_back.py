"""Rows of the log as rows of the first tables. What the log knows beyond them (who corrected a
figure, and what it was before) has no place there and is left behind."""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from data.store.migrations.rows import Held, Row, fill, id_in


def carry_back(held: Held) -> None:
    states: Held = defaultdict(list)
    for row in sorted(held["revision"], key=lambda each: (each["fact"], each["number"])):
        states[row["fact"]].append(row)
    newest = [rows[-1] for rows in states.values() if rows[-1]["body"] is not None]
    bodies = {
        kind: [json.loads(row["body"]) for row in newest if row["kind"] == kind]
        for kind in ("source", "member", "edition")
    }
    fill("source", (_old_source(body) for body in bodies["source"]))
    fill("member", (_old_member(body) for body in bodies["member"]))
    fill("edition", (_old_edition(body) for body in bodies["edition"]))
    members = {body["id"] for body in bodies["member"]}
    editions = {body["id"] for body in bodies["edition"]}
    figures = (_old_figure(row) for row in _newest_figures(held["observation"]))
    fill(
        "observation",
        (row for row in figures if row["member"] in members and row["edition"] in editions),
    )
    _carry_facts_back(
        [rows for rows in states.values() if rows[0]["kind"] not in bodies], held["reference"]
    )


def _carry_facts_back(facts: list[list[Row]], references: list[Row]) -> None:
    cited: dict[int, list[str]] = defaultdict(list)
    for row in references:
        if row["fact"].startswith("source:"):
            cited[row["row"]].append(id_in(row["fact"]))
    old = [row for rows in facts for row in _old_facts(rows)]
    fill("fact", old)
    fill(
        "fact_source",
        ({"fact": row["row"], "source": name} for row in old for name in cited[row["row"]]),
    )


def _old_source(body: Any) -> Row:
    names = ("id", "title", "publisher", "published_on", "url", "grade")
    row = {name: body[name] for name in names}
    row |= {name: body.get(name) for name in ("licence", "note")}
    return row | {"verified_on": date.fromisoformat(body["verified_on"])}


def _old_member(body: Any) -> Row:
    return {
        "id": body["id"],
        "iso2": body["iso2"],
        "joined": date.fromisoformat(body["joined"]),
        "armed_forces": body["armed_forces"],
        "cites": json.dumps(body["cites"], ensure_ascii=False, separators=(",", ":")),
        "source": body["cites"][0]["source"],
    }


def _old_edition(body: Any) -> Row:
    return {
        "id": body["id"],
        "published_on": body["published_on"],
        "body": json.dumps(body, ensure_ascii=False, separators=(",", ":")),
        "source": body["cites"][0]["source"],
    }


def _newest_figures(rows: list[Row]) -> Iterable[Row]:
    names = ("edition", "member", "indicator", "year")
    newest: dict[tuple[Any, ...], Row] = {}
    for row in sorted(rows, key=lambda each: each["number"]):
        newest[tuple(row[name] for name in names)] = row
    return (row for row in newest.values() if row["action"] != "retracted")


def _old_figure(row: Row) -> Row:
    names = ("indicator", "year", "value", "estimate", "places", "currency", "locator")
    keys = {name: id_in(row[name]) for name in ("edition", "member", "source")}
    return {name: row[name] for name in names} | keys


def _old_facts(states: list[Row]) -> Iterable[Row]:
    """States with the day on which the next one ended them."""
    told = [row for row in states if row["body"] is not None]
    for number, row in enumerate(told, start=1):
        later = states[states.index(row) + 1 :]
        end = min((each["governs_from"] for each in later), default=None)
        ended = {
            "known_until": None if end is None else max(end, row["known_from"]),
            "ended_as": later[0]["action"].replace("recorded", "corrected") if later else None,
            "ended_because": (later[0]["because"] or "recorded anew") if later else None,
            "ended_by": later[0]["recorded_by"] if later else None,
            "ended_at": later[0]["recorded_at"] if later else None,
        }
        names = ("row", "kind", "body", "known_on", "known_from", "origin", "recorded_by")
        kept = {name: row[name] for name in (*names, "recorded_at")}
        kept |= {"id": id_in(row["fact"]), "revision": number, "source": id_in(row["source"])}
        yield kept | ended
