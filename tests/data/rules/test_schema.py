"""Results as JSON documents, and the schema that says what stands in them."""

import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any, get_args

import jsonschema_rs
import pytest

from data.facts.knowledge import Knowledge
from data.rules import (
    Aggregate,
    AnnualIncrease,
    Assessment,
    BackLoaded,
    ByGrowthShare,
    BySteps,
    ByYear,
    Commitment,
    Difference,
    Judgement,
    Keeping,
    Path,
    Plan,
    Ranking,
    Revisions,
    ShareTarget,
    Step,
    Survey,
    Tally,
    Unit,
    aggregate,
    as_json,
    assess,
    difference,
    json_schema,
    judge,
    path_to,
    rank,
    revisions,
    survey,
    tally,
    what_if,
)
from data.rules.shapes import VERSION, Result
from tests.data.rules.ledgers import SPAIN, at_least, one_edition
from tests.shipped import KNOWN

TODAY = date(2026, 11, 25)
DAYS = (date(2013, 1, 1), date(2018, 1, 1), date(2024, 3, 6), date(2025, 6, 5), TODAY)
KINDS: tuple[type[Result], ...] = get_args(Result)


@pytest.fixture(scope="module")
def known() -> Knowledge:
    return KNOWN


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
        "$id": "urn:article3:rules:step:2",
        "title": "Step",
        "type": "object",
        "properties": {
            "version": {"const": 2},
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
        (
            "StatusChange",
            "on",
            {
                "type": "string",
                "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2}"
                "(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2}))?)?)?$",
            },
        ),
        ("Series", "basis", {"enum": ["defence", "core"]}),
        ("ShareTarget", "kind", {"enum": ["share"]}),
    ],
)
def test_each_sort_of_value_has_its_schema(kind: str, entry: str, schema: dict[str, Any]) -> None:
    assert json_schema(Judgement)["$defs"][kind]["properties"][entry] == schema


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("2025", True),
        ("2025-06", True),
        ("2025-06-05", True),
        ("2025-06-05T14:30+02:00", True),
        ("2025-06-05T14:30:05Z", True),
        ("2025-06-05T14:30", False),
        ("2025-06T14:30Z", False),
        ("2025-06-05-05", False),
    ],
)
def test_a_date_in_a_document_is_as_precise_as_it_is_known(text: str, fits: bool) -> None:
    schema = json_schema(Judgement)["$defs"]["StatusChange"]["properties"]["on"]
    assert jsonschema_rs.is_valid(schema, text) is fits


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
        judge(asked, member, known.ledger, as_of=day)
        for asked in known.commitments(TODAY)
        for member in known.roster
    ]
    parts = [each for judgement in judgements for each in judgement.parts]
    steps = [each for part in parts for each in part.steps]
    assert wrong_of(checker(Judgement), judgements) == []
    assert wrong_of(checker(Assessment), parts) == []
    assert wrong_of(checker(Step), steps) == []


def wrong_of(against: jsonschema_rs.Draft202012Validator, found: Any) -> list[str]:
    return [error.message for each in found for error in against.iter_errors(as_json(each))]


PLANS: tuple[tuple[Plan, str], ...] = (
    (ByYear(year=2040), "by_year"),
    (BySteps(step=Decimal("0.2"), start=2030), "by_steps"),
    (BackLoaded(flat_until=2030), "back_loaded"),
    (ByGrowthShare(percent=Decimal("6.5")), "by_growth_share"),
    (Keeping(), "keeping"),
)


@pytest.mark.parametrize(("plan", "kind"), PLANS)
def test_every_members_path_keeps_to_its_schema(known: Knowledge, plan: Plan, kind: str) -> None:
    floor = clause(known, "hague-2025", "core")
    growth = Decimal("3.7")
    paths = [
        path_to(floor, member, known.ledger, as_of=TODAY, plan=plan, growth=growth)
        for member in known.roster
        if member.armed_forces
    ]
    assert wrong_of(checker(Path), paths) == []
    assert {as_json(each)["result"]["plan"]["kind"] for each in paths} == {kind}


def test_a_what_if_and_its_difference_keep_to_their_schemas(known: Knowledge) -> None:
    day = date(2025, 6, 5)
    asked, later = (
        what_if(
            commitment(known, "rutte-2025"),
            known.roster["BEL"],
            known.ledger,
            as_of=day,
            by=by,
            until=2040,
        )
        for by in (None, 2035)
    )
    assert wrong_of(checker(Path), [asked, later]) == []
    assert wrong_of(checker(Difference), difference(asked, later)) == []


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("name", ["two-percent", "equipment"])
def test_every_ranking_and_tally_keeps_to_its_schema(
    known: Knowledge, day: date, name: str
) -> None:
    floor = clause(known, "vilnius-2023", name)
    rankings = [
        rank(floor, known.roster, known.ledger, as_of=day, year=year) for year in (None, 2024)
    ]
    tallies = [
        tally(floor, known.roster, known.ledger, as_of=day, year=year) for year in (None, 2024)
    ]
    assert wrong_of(checker(Ranking), rankings) == []
    assert wrong_of(checker(Tally), tallies) == []


def test_all_revisions_keep_to_their_schema(known: Knowledge) -> None:
    floor = clause(known, "vilnius-2023", "two-percent")
    found = [
        revisions(known.roster, known.ledger, before=before, after=after, floor=asked)
        for before, after in pairwise(known.ledger.editions)
        for asked in (None, floor)
    ]
    assert wrong_of(checker(Revisions), found) == []


def test_every_aggregate_keeps_to_its_schema(known: Knowledge) -> None:
    found = [
        aggregate(known.roster, known.ledger, as_of=TODAY, year=year, edition=each.id)
        for each in known.ledger.editions
        for year in range(2014, 2027)
    ]
    assert {each.complete for each in found} == {True, False}
    assert wrong_of(checker(Aggregate), found) == []


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
        "version": 2,
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


def test_a_ranking_tells_places_and_what_each_stands_on(known: Knowledge) -> None:
    found = rank(
        clause(known, "vilnius-2023", "two-percent"),
        known.roster,
        known.ledger,
        as_of=TODAY,
        year=2025,
    )
    document = as_json(found)
    first, steps = document["result"]["places"][0], document["steps"]
    standing = first["standing"]
    assert (first["place"], standing["member"], standing["verdict"]) == (1, "POL", "met")
    assert (standing["edition"], steps[standing["share"]]["published"]) == ("2026-07-10", "4.25")
    assert first["movement"]["since"] == "2025-08-28"
    iceland = document["result"]["unranked"][0]
    assert (iceland["member"], iceland["reason"]) == ("ISL", "no_armed_forces")
    assert iceland["rule"].startswith("Not applicable: the country has no armed forces")


def test_a_tally_tells_who_is_counted_and_out_of_which_editions(known: Knowledge) -> None:
    found = tally(
        clause(known, "vilnius-2023", "two-percent"),
        known.roster,
        known.ledger,
        as_of=TODAY,
        year=2025,
    )
    document = as_json(found)
    result = document["result"]
    assert [each["member"] for each in result["short"]] == ["ALB", "CZE", "SVN"]
    assert document["steps"][result["met"]]["value"] == str(len(result["reaching"]))
    assert "2026-07-10" in result["editions"]


def test_revisions_and_aggregates_tell_what_they_lack(known: Knowledge) -> None:
    before, after = (known.ledger.edition(each, TODAY) for each in ("2025-08-28", "2026-07-10"))
    found = revisions(known.roster, known.ledger, before=before, after=after, year=2025)
    told = as_json(found)["result"]
    assert {"member": "DEU", "year": 2025} in told["only_after"]
    together = aggregate(known.roster, known.ledger, as_of=TODAY, year=2023, edition="2026-03-26")
    told = as_json(together)["result"]
    assert told["complete"] is False
    assert (told["missing"][0]["member"], told["missing"][0]["reason"]) == ("ALB", "no_edition")
    assert told["missing"][0]["rule"].startswith("No edition looked at has expenditure")


@pytest.mark.parametrize(("edition", "lacking"), [("2024-06-17", []), ("2026-07-10", ["ISL"])])
def test_an_aggregate_tells_how_near_it_is_to_natos_own(
    known: Knowledge, edition: str, lacking: list[str]
) -> None:
    found = aggregate(known.roster, known.ledger, as_of=TODAY, year=2024, edition=edition)
    told = as_json(found)["result"]
    assert (told["in_constant_prices"], told["gdp_missing"]) == (True, lacking)


def test_a_path_tells_whether_it_is_there_already_and_where_it_breaches(known: Knowledge) -> None:
    floor = clause(known, "hague-2025", "core")
    day = date(2025, 6, 5)
    proposed = commitment(known, "rutte-2025")
    increase = next(each for each in proposed.clauses if isinstance(each, AnnualIncrease))
    late = path_to(
        floor,
        known.roster["ESP"],
        known.ledger,
        as_of=day,
        plan=BackLoaded(flat_until=2027),
        increase=increase,
    )
    poland = path_to(floor, known.roster["POL"], known.ledger, as_of=day)
    told = [as_json(each)["result"] for each in (late, poland)]
    assert [(each["reached_already"], each["breach"]) for each in told] == [
        (False, 2026),
        (True, None),
    ]


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
        (("version",), 1),
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
    assert (VERSION, shapes) == (2, {name: re.split(r",\s+", row) for name, row in entries})


def commitment(known: Knowledge, name: str) -> Commitment:
    return next(each for each in known.commitments(TODAY) if each.id == name)


def clause(known: Knowledge, asked: str, name: str) -> ShareTarget:
    for each in commitment(known, asked).clauses:
        if each.id == name:
            assert isinstance(each, ShareTarget)
            return each
    raise KeyError(name)


def judged(known: Knowledge, name: str, day: date) -> Judgement:
    return judge(commitment(known, name), known.roster["ESP"], known.ledger, as_of=day)


SHAPES = """
Aggregate: as_of, year, edition, share, spent, gdp, counted, missing, not_applicable, complete,
    in_constant_prices, gdp_missing
AnnualIncrease: kind, id, category, step, start, until, claim, cites
AnnualPlan: kind, id, start, claim, cites
Arrival: step, reached, late, in_time
Assessment: clause, member, as_of, reason, verdict, editions, series, share, floor, gap,
    at_deadline, money, deadline, needed, pace, reached, counted, lower, step, years, duties, rule
BackLoaded: flat_until, year, kind
ByGrowthShare: percent, kind
BySteps: step, start, kind
ByYear: year, kind
Category: total, core, defence, broader, equipment
Cite: source, locator
Commitment: id, title, by_whom, claim, adopts, weak
Composition: a_part_missed, a_part_behind, a_part_unknown, a_part_on_course, every_part_met,
    nothing_asked, not_yet_known
Considered: commitment, why, since, rule, superseded_by
Counted: member, verdict, reason, edition, share, gap
CountsTowards: kind, id, category, claim, cites
Difference: currency, by_year, total
Duty: year, state, evidence
DutyState: done, not_done, disputed, due, unknown, ahead
Fulfilment: id, commitment, clause, members, year, done, claim, known_on, cites, weak
Indicator: share_of_gdp, equipment_share, expenditure_usd_m_current, expenditure_usd_m_constant,
    expenditure_nat_m_current, gdp_usd_bn_constant, real_change, personnel_thousand
Judgement: commitment, member, as_of, status, parts, composition, verdict, known, rule, headline,
    arrival
Keeping: year, kind
Kept: kept, breached, not_reported
Lack: no_edition, no_expenditure, other_prices, no_gdp
Lacking: member, reason, rule
MemberYear: member, year
MissingMoney: indicator, year, why
Money: currency, gdp, spending, extra, cumulative
Movement: since, share, places
NoMoney: not_reported, not_in_one_edition, share_of_zero
Path: clause, member, as_of, plan, edition, basis, start, floor, growth, years, first_reached,
    increases, missing, reached_already, breach
PathYear: year, share, rise, money
Place: place, movement, standing
Ranking: clause, as_of, year, edition, places, unranked
Review: kind, id, year, claim, cites
Revision: member, year, before, after, change, rebased, repriced, crossed
Revisions: before, after, moved, same, rounded, only_before, only_after
Series: edition, basis, published_on, indicator, newest_year, latest_year
SetAside: superseded, withdrawn, only_proposed, only_demanded, not_a_member
ShareTarget: kind, id, category, bound, share, by, claim, cites
Status: demanded, proposed, agreed, superseded, withdrawn
StatusChange: status, on, known_on, cites, note
Step: symbol, what, value, unit, places, estimate, year, edition, currency, price_base, cites,
    given, formula, inputs, published, expression
Survey: member, as_of, agreed, open, set_aside
Tally: clause, as_of, year, edition, met, asked, not_reported, not_applicable, reaching, short,
    editions
Uncounted: member, reason, rule
Undertaking: kind, id, claim, cites
Unit: percent, percentage_points, percentage_points_a_year, million, year, years, days, count
Verdict: met, on_course, behind, missed, not_reported, not_applicable
YearlyRise: year, kept, rise, spare
"""
