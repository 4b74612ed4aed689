"""The labels are sound: a slip in them would be measured as a slip of the reader."""

import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data.dates import PartialDate

HERE = Path(__file__).parent
MONEY = {"share", "amount", "currency"}
# By kind: the fields a label may have, and those it must have.
FIELDS = {
    "commitment": ({"status", "share", "step", "category", "by", "by_whom"}, {"status"}),
    "meeting": ({"kind", "city", "starts", "ends", "cancelled"}, {"kind"}),
    "attendance": ({"party", "person", "status", "at"}, {"party", "status"}),
    "stance": ({"member", "position", "speaker", "reported"}, {"member", "position"}),
    "request": ({"change", "members", "year"}, {"change", "members"}),
    "pledge": ({"member", "by"} | MONEY, {"member"}),
    "figure": ({"member", "year", "estimate"} | MONEY, {"member", "year"}),
    "statement": ({"kind", "party", "speaker"}, {"kind"}),
}
VALUES = {
    ("commitment", "status"): "demanded proposed agreed",
    ("commitment", "category"): "total core defence broader equipment",
    ("meeting", "kind"): (
        "summit extraordinary_summit leaders_meeting defence_ministers foreign_ministers"
        " regional contact_group"
    ),
    ("attendance", "status"): "invited expected confirmed undecided declined attended absent",
    ("stance", "position"): (
        "supports supports_with_conditions seeks_flexibility opposes claims_exemption undeclared"
    ),
    ("request", "change"): "later_year no_annual_increase slower_start other_split",
    ("statement", "kind"): "assurance estimate warning expectation decision count",
}


def passages(half: str) -> list[dict[str, Any]]:
    text = (HERE / f"passages_{half}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)["passage"]


def facts(half: str) -> list[tuple[str, dict[str, Any]]]:
    return [(each["id"], fact) for each in passages(half) for fact in each.get("fact", [])]


def wrong(fact: dict[str, Any]) -> str | None:
    kind = fact["fact"]
    may, must = FIELDS[kind]
    given = set(fact) - {"fact"}
    if given - may or must - given:
        return f"fields {sorted(given)}"
    for field in sorted(given):
        known = VALUES.get((kind, field))
        if known and fact[field] not in known.split():
            return f"{field} {fact[field]}"
    if kind in {"pledge", "figure"} and ("share" in fact) == ("amount" in fact):
        return "either a share or an amount"
    if ("amount" in fact) != ("currency" in fact):
        return "an amount and its currency"
    return None


EVERY = ["open", "held", "fresh", "plain", "more"]


@pytest.mark.parametrize("half", EVERY)
def test_labels_are_sound(half: str) -> None:
    assert [(id, why) for id, fact in facts(half) if (why := wrong(fact))] == []


@pytest.mark.parametrize("half", EVERY)
def test_dates_of_labels_are_dates(half: str) -> None:
    assert all(date.fromisoformat(each["published"]) for each in passages(half))
    dated = [fact[key] for _, fact in facts(half) for key in ("starts", "ends") if key in fact]
    dated += [fact["by"] for _, fact in facts(half) if fact["fact"] == "pledge" and "by" in fact]
    assert [text for text in dated if str(PartialDate.parse(text)) != text] == []


@pytest.mark.parametrize("half", ["open", "held"])
def test_half_has_enough_of_every_kind_and_enough_traps(half: str) -> None:
    assert len(passages(half)) >= 40
    counts = Counter(fact["fact"] for _, fact in facts(half))
    assert {kind: counts[kind] for kind in FIELDS if counts[kind] < 8} == {}
    assert sum("fact" not in each or "note" in each for each in passages(half)) >= 12


def test_sets_share_neither_ids_nor_texts() -> None:
    every = [each for half in EVERY for each in passages(half)]
    assert len({e["id"] for e in every}) == len({e["text"] for e in every}) == len(every)
