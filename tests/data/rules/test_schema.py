"""Results as JSON documents, and the schema that says what stands in them."""

import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import jsonschema_rs
import pytest

from data.catalogue.load import load
from data.facts.knowledge import Knowledge
from data.rules import Assessment, Judgement, Step, Survey, Unit, assess, judge, survey
from data.rules.document import as_json
from data.rules.schema import json_schema
from data.rules.shapes import VERSION, Result
from tests.data.rules.ledgers import SPAIN, at_least, one_edition

TODAY = date(2026, 11, 25)
DAYS = (date(2013, 1, 1), date(2018, 1, 1), date(2024, 3, 6), date(2025, 6, 5), TODAY)
KINDS: tuple[type[Result], ...] = (Step, Assessment, Judgement, Survey)


@pytest.fixture(scope="module")
def known() -> Knowledge:
    return load().knowledge()


def checker(kind: type[Result]) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(json_schema(kind), validate_formats=True)


def gap() -> Step:
    found = assess(at_least("3.5", 2035), SPAIN, one_edition({2026: "2.00"}), as_of=TODAY)
    assert found.gap is not None
    return found.gap


def surveys(known: Knowledge, day: date) -> Iterator[Survey]:
    for member in known.roster:
        yield survey(
            known.commitments(day),
            member,
            known.ledger,
            as_of=day,
            fulfilments=known.fulfilments(day),
        )


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one_of_its_draft(kind: type[Result]) -> None:
    jsonschema_rs.meta.validate(json_schema(kind))


def test_a_schema_tells_its_draft_its_kind_and_what_every_document_has() -> None:
    schema = json_schema(Step)
    key = "^[a-z][a-z0-9_]*(#[1-9][0-9]*)?$"
    assert list(schema.pop("$defs")) == ["Step", "Unit", "Cite"]
    assert schema == {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:article3:rules:step:1",
        "title": "Step",
        "type": "object",
        "properties": {
            "version": {"const": 1},
            "kind": {"const": "step"},
            "result": {
                "type": "string",
                "pattern": key,
                "description": "The key of one of the steps.",
            },
            "steps": {
                "type": "object",
                "propertyNames": {"pattern": key},
                "additionalProperties": {"$ref": "#/$defs/Step"},
            },
        },
        "required": ["version", "kind", "result", "steps"],
        "additionalProperties": False,
    }


@pytest.mark.parametrize(
    ("kind", "entry", "schema"),
    [
        ("Step", "symbol", {"type": "string"}),
        ("Step", "value", {"type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?$"}),
        ("Step", "unit", {"$ref": "#/$defs/Unit"}),
        ("Step", "places", {"type": "integer"}),
        ("Step", "given", {"type": "boolean"}),
        ("Step", "year", {"anyOf": [{"type": "integer"}, {"type": "null"}]}),
        ("Step", "cites", {"type": "array", "items": {"$ref": "#/$defs/Cite"}}),
        ("Judgement", "as_of", {"type": "string", "format": "date"}),
        ("Judgement", "member", {"type": "string", "pattern": "^[A-Z]{3}$"}),
        ("StatusChange", "on", {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$"}),
        ("Series", "basis", {"enum": ["defence", "core"]}),
        ("ShareTarget", "kind", {"enum": ["share"]}),
    ],
)
def test_each_sort_of_value_has_its_schema(kind: str, entry: str, schema: dict[str, Any]) -> None:
    assert json_schema(Judgement)["$defs"][kind]["properties"][entry] == schema


def test_a_definition_says_in_words_what_it_is() -> None:
    told = json_schema(Judgement)["$defs"]
    assert told["StatusChange"] == {
        "type": "object",
        "properties": told["StatusChange"]["properties"],
        "required": ["status", "on", "known_on", "cites", "note"],
        "additionalProperties": False,
        "description": "`on` is the day the status began; `known_on` the day that became known.",
    }
    assert told["Kept"] == {
        "enum": ["kept", "breached", "not_reported"],
        "description": "Whether a year kept to a yearly increase.",
    }
    assert "description" not in told["Verdict"]


@pytest.mark.parametrize("day", DAYS)
def test_every_survey_keeps_to_its_schema(known: Knowledge, day: date) -> None:
    against = checker(Survey)
    wrong = [
        f"{found.member.id}: {error.message}"
        for found in surveys(known, day)
        for error in against.iter_errors(as_json(found))
    ]
    assert wrong == []


@pytest.mark.parametrize("day", DAYS)
def test_every_judgement_part_and_step_keeps_to_its_schema(known: Knowledge, day: date) -> None:
    judgements = [
        judge(commitment, member, known.ledger, as_of=day)
        for commitment in known.commitments(TODAY)
        for member in known.roster
    ]
    parts = [each for judgement in judgements for each in judgement.parts]
    steps = [each for part in parts for each in part.steps]
    assert wrong_of(checker(Judgement), judgements) == []
    assert wrong_of(checker(Assessment), parts) == []
    assert wrong_of(checker(Step), steps) == []


def wrong_of(against: jsonschema_rs.Draft202012Validator, found: Any) -> list[str]:
    return [error.message for each in found for error in against.iter_errors(as_json(each))]


@pytest.mark.parametrize("day", DAYS)
def test_a_document_holds_just_the_steps_that_it_speaks_of(known: Knowledge, day: date) -> None:
    for found in surveys(known, day):
        document = as_json(found)
        steps = document["steps"]
        spoken_of = {each for step in steps.values() for each in step["inputs"]}
        spoken_of |= {each for each in strings_in(document["result"]) if each in steps}
        assert spoken_of == set(steps)


def strings_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from strings_in(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings_in(each)


def test_a_step_is_a_document_with_its_inputs_beside_it() -> None:
    document = as_json(gap())
    cites = [{"source": "tables", "locator": "Table 3"}]
    common: dict[str, Any] = {
        "places": 2,
        "currency": None,
        "price_base": None,
        "given": False,
    }
    fact = {"cites": cites, "formula": None, "inputs": [], "expression": None}
    assert document == {
        "version": 1,
        "kind": "step",
        "result": "gap",
        "steps": {
            "gap": {
                **common,
                "symbol": "gap",
                "what": "gap",
                "value": "1.50",
                "published": "1.50",
                "unit": "percentage_points",
                "estimate": True,
                "year": None,
                "edition": None,
                "cites": [],
                "formula": "floor - share",
                "inputs": ["floor", "share"],
                "expression": "3.50 - 2.00",
            },
            "floor": {
                **common,
                **fact,
                "symbol": "floor",
                "what": "share asked for",
                "value": "3.50",
                "published": "3.50",
                "unit": "percent",
                "estimate": False,
                "year": 2035,
                "edition": None,
            },
            "share": {
                **common,
                **fact,
                "symbol": "share",
                "what": "share reported",
                "value": "2.00",
                "published": "2.00",
                "unit": "percent",
                "estimate": True,
                "year": 2026,
                "edition": "2026-07-10",
            },
        },
    }


def test_two_steps_of_one_symbol_have_keys_of_their_own() -> None:
    one, other = (
        Step(symbol="x", what="x", value=Decimal(value), unit=Unit.COUNT, given=True)
        for value in (1, 2)
    )
    inner = Step(
        symbol="y", what="y", value=Decimal(2), unit=Unit.COUNT, formula="x", inputs=(other,)
    )
    top = Step(
        symbol="z",
        what="z",
        value=Decimal(3),
        unit=Unit.COUNT,
        formula="x + y",
        inputs=(one, inner),
    )
    steps = as_json(top)["steps"]
    assert {key: (each["value"], each["inputs"]) for key, each in steps.items()} == {
        "z": ("3", ["x", "y"]),
        "x": ("1", []),
        "y": ("2", ["x#2"]),
        "x#2": ("2", []),
    }


def test_series_are_told_by_their_edition(known: Knowledge) -> None:
    part = next(
        each for each in judged(known, "hague-2025", TODAY).parts if each.clause.id == "core"
    )
    assert as_json(part)["result"]["series"] == {
        "edition": "2026-07-10",
        "basis": "core",
        "published_on": "2026-07-10",
        "indicator": "share_of_gdp",
        "newest_year": 2026,
        "latest_year": 2026,
    }


def test_a_document_knows_nothing_of_later_days(known: Knowledge) -> None:
    text = json.dumps(as_json(judged(known, "wales-2014", date(2015, 1, 1))))
    assert "2014-09-05" in text
    assert "superseded" not in text
    assert "2023" not in text


def test_a_judgement_tells_its_rule_its_headline_and_where_the_increase_leads(
    known: Knowledge,
) -> None:
    document = as_json(judged(known, "rutte-2025", date(2025, 6, 5)))
    result, steps = document["result"], document["steps"]
    assert (result["verdict"], result["headline"]) == ("behind", "core")
    assert result["rule"] == "Behind: no clause is missed, at least one is behind."
    assert steps[result["arrival"]["reached"]]["published"] == "2036"
    assert result["arrival"]["in_time"] is False


def test_what_superseded_a_commitment_stands_with_the_reason(known: Knowledge) -> None:
    spain = next(each for each in surveys(known, TODAY) if each.member.id == "ESP")
    aside = as_json(spain)["result"]["set_aside"]
    assert (aside[0]["commitment"]["id"], aside[0]["superseded_by"]) == (
        "wales-2014",
        "vilnius-2023",
    )
    assert aside[0]["rule"] == "Superseded: another commitment took its place."


def test_a_document_survives_json_and_is_the_same_each_time(known: Knowledge) -> None:
    found = judged(known, "hague-2025", TODAY)
    text = json.dumps(as_json(found), allow_nan=False)
    assert json.loads(text) == as_json(found)
    assert json.dumps(as_json(found)) == text


def test_the_largest_survey_is_a_page_and_not_a_book(known: Knowledge) -> None:
    assert max(len(json.dumps(as_json(each))) for each in surveys(known, TODAY)) < 40_000


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("version",), 2),
        (("kind",), "survey"),
        (("result",), "Gap"),
        (("steps", "gap", "value"), 1.5),
        (("steps", "gap", "value"), "NaN"),
        (("steps", "gap", "unit"), "miles"),
        (("steps", "gap", "year"), "2026"),
        (("steps", "gap", "surprise"), "yes"),
        (("steps", "gap", "cites"), [{"source": "tables"}]),
        (("steps", "no key"), {}),
    ],
)
def test_a_schema_refuses_what_is_no_such_document(path: tuple[str, ...], value: Any) -> None:
    document = as_json(gap())
    *way, last = path
    place = document
    for each in way:
        place = place[each]
    place[last] = value
    assert not checker(Step).is_valid(document)


@pytest.mark.parametrize("missing", ["version", "kind", "result", "steps"])
def test_a_schema_asks_for_every_part(missing: str) -> None:
    document = as_json(gap())
    del document[missing]
    assert not checker(Step).is_valid(document)


def test_what_has_no_place_in_a_document_is_refused() -> None:
    stranger: Any = 1.5
    with pytest.raises(TypeError, match="float has no place in a document"):
        as_json(stranger)
    with pytest.raises(TypeError, match="<class 'float'> has no place in a document"):
        json_schema(type(stranger))


def test_the_shape_changes_only_with_its_version() -> None:
    """Whoever changes SHAPES below raises VERSION in data/rules/shapes.py as well."""
    shapes = {
        name: list(definition.get("properties", definition.get("enum")))
        for kind in KINDS
        for name, definition in json_schema(kind)["$defs"].items()
        if name != "Reason"
    }
    entries = re.findall(r"^(\w+): (.+(?:\n    .+)*)", SHAPES, re.MULTILINE)
    assert (VERSION, shapes) == (1, {name: re.split(r",\s+", row) for name, row in entries})


def judged(known: Knowledge, commitment: str, day: date) -> Judgement:
    asked = next(each for each in known.commitments(TODAY) if each.id == commitment)
    return judge(asked, known.roster["ESP"], known.ledger, as_of=day)


SHAPES = """
AnnualIncrease: kind, id, category, step, start, until, claim, cites
AnnualPlan: kind, id, start, claim, cites
Arrival: step, reached, late, in_time
Assessment: clause, member, as_of, reason, verdict, editions, series, share, floor, gap,
    at_deadline, money, deadline, needed, pace, reached, counted, lower, step, years, duties, rule
Category: total, core, defence, broader, equipment
Cite: source, locator
Commitment: id, title, by_whom, claim, adopts, weak
Composition: a_part_missed, a_part_behind, a_part_unknown, a_part_on_course, every_part_met,
    nothing_asked, not_yet_known
Considered: commitment, why, since, rule, superseded_by
CountsTowards: kind, id, category, claim, cites
Duty: year, state, evidence
DutyState: done, not_done, disputed, due, unknown, ahead
Fulfilment: id, commitment, clause, members, year, done, claim, known_on, cites, weak
Indicator: share_of_gdp, equipment_share, expenditure_usd_m_current, expenditure_usd_m_constant,
    expenditure_nat_m_current, gdp_usd_bn_constant, real_change, personnel_thousand
Judgement: commitment, member, as_of, status, parts, composition, verdict, known, rule, headline,
    arrival
Kept: kept, breached, not_reported
Review: kind, id, year, claim, cites
Series: edition, basis, published_on, indicator, newest_year, latest_year
SetAside: superseded, withdrawn, only_proposed, only_demanded, not_a_member
ShareTarget: kind, id, category, bound, share, by, claim, cites
Status: demanded, proposed, agreed, superseded, withdrawn
StatusChange: status, on, known_on, cites, note
Step: symbol, what, value, unit, places, estimate, year, edition, currency, price_base, cites,
    given, formula, inputs, published, expression
Survey: member, as_of, agreed, open, set_aside
Undertaking: kind, id, claim, cites
Unit: percent, percentage_points, percentage_points_a_year, million, year, years, days, count
Verdict: met, on_course, behind, missed, not_reported, not_applicable
YearlyRise: year, kept, rise, spare
"""
