"""Everything that keeps values out of TOML or JSON from being read as a record, one line a case."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.dates import PartialDate
from data.errors import RecordError
from data.facts.kinds import KINDS
from data.facts.soundness.reading import read
from data.members import Member
from data.rules.commitments import Commitment, Review
from data.rules.expenditure import Observation
from data.sources import Cite, Source

CITES = [{"source": "report", "locator": "paragraph 3"}]
SOURCE: dict[str, Any] = {
    "id": "report",
    "title": "A report",
    "publisher": "An agency",
    "published_on": "2025-06",
    "verified_on": "2026-01-02",
    "url": "https://example.org/report",
    "grade": "wire",
}
MEMBER: dict[str, Any] = {
    "id": "ESP",
    "iso2": "ES",
    "joined": date(1982, 5, 30),
    "armed_forces": True,
    "cites": CITES,
}
FIGURE: dict[str, Any] = {
    "member": "ESP",
    "indicator": "share_of_gdp",
    "year": 2025,
    "value": Decimal("2.00"),
    "estimate": True,
    "cites": CITES,
}
REVIEW: dict[str, Any] = {
    "kind": "review",
    "id": "review",
    "year": 2029,
    "claim": "Looked at again.",
    "cites": CITES,
}
COMMITMENT: dict[str, Any] = {
    "id": "hague",
    "title": "The Hague commitment",
    "by_whom": "all members",
    "claim": "Members spend more.",
    "history": [{"status": "agreed", "on": 2025, "known_on": "2025-06-25", "cites": CITES}],
    "clauses": [REVIEW],
}
STATUS = {"status": "agreed", "on": "2025", "cites": CITES}
SOUND = {Source: SOURCE, Member: MEMBER, Observation: FIGURE, Commitment: COMMITMENT}
DEEP: dict[str, Any] = {}
for _ in range(10_000):
    DEEP = {"a": DEEP}


def test_a_source_is_read() -> None:
    source = read(Source, SOURCE)
    assert (source.published_on, source.verified_on) == (PartialDate(2025, 6), date(2026, 1, 2))


def test_a_member_is_read() -> None:
    member = read(Member, MEMBER)
    assert member.cites == (Cite(source="report", locator="paragraph 3"),)


def test_a_clause_is_read_as_what_it_says_it_is() -> None:
    (clause,) = read(Commitment, COMMITMENT).clauses
    assert isinstance(clause, Review)


# as it was written | the number that is read
NUMBERS = [
    (2, "2"),
    (2.1, "2.1"),
    (Decimal("2.10"), "2.1"),
    ("2.10", "2.10"),
    ("2.0012345678901234567890123456789", "2.0012345678901234567890123456789"),
]


@pytest.mark.parametrize(("written", "value"), NUMBERS)
def test_a_number_is_read_as_it_was_written(written: object, value: str) -> None:
    assert str(read(Observation, {**FIGURE, "value": written}).value) == value


# a kind | what is changed of a sound one | how the only thing that is said begins
CASES: list[tuple[type[Any], dict[str, Any], str]] = [
    (Source, {"published_on": "2025-02-30"}, "published_on: '2025-02-30' is not a date we know."),
    (Source, {"published_on": {"year": 2025}}, 'published_on: is {"year": 2025}, which is not'),
    (Source, {"published_on": ""}, "published_on: is empty."),
    (Source, {"verified_on": "2025-02-30"}, "verified_on: '2025-02-30' is not a day we know."),
    (Source, {"verified_on": "2025-06"}, "verified_on: '2025-06' is not a day we know. Write"),
    (Source, {"verified_on": 20250605}, "verified_on: is 20250605, not a day such as 2025-06-05."),
    (Source, {"grade": "gold"}, "grade: is \"gold\"; it must be 'official', 'wire' or 'other'."),
    (Source, {"title": 7}, "title: is 7, not a text."),
    (Source, {"title": None}, "title: is null, not a text."),
    (Source, {"title": Decimal("1.5")}, "title: is 1.5, not a text."),
    (Source, {"author": "me"}, "author: is not a key of this record."),
    (Source, {"title": "a\u202eb"}, "title: holds the character U+202E, which nobody can see."),
    (Source, {"title": "\ud800"}, "title: holds the character U+D800, which nobody can see."),
    (Source, {"\u202e": 1}, "has a key that holds the character U+202E, which nobody can see."),
    (Source, {"": 1}, "has a key that is empty."),
    (Source, {"k" * 81: 1}, "has a key that has 81 characters; the most is 80."),
    (Source, {"title": DEEP}, "title.a.a.a.a.a.a.a.a: lies deeper than 8 lists and tables."),
    (Source, {"title": b"x"}, "title: is of the type bytes, which neither TOML nor JSON gives."),
    (Member, {"armed_forces": "yes"}, 'armed_forces: is "yes", not true or false.'),
    (Member, {"armed_forces": 1}, "armed_forces: is 1, not true or false."),
    (Member, {"cites": CITES[0]}, 'cites: is {"source": "report", "locator": "paragraph 3"}, not'),
    (Member, {"cites": ["report"]}, 'cites[0]: is "report", not a table of keys and values.'),
    (Member, {"cites": [{"source": "report"}]}, "cites[0].locator: is missing."),
    (Member, {"cites": CITES * 501}, "cites: has 501 entries, more than any record."),
    (Observation, {"year": "2025"}, 'year: is "2025", not a whole number.'),
    (Observation, {"year": 2025.5}, "year: is 2025.5, not a whole number."),
    (Observation, {"year": 2**64}, "year: is a number larger than any in a record."),
    (Observation, {"year": True}, "year: is true, not a whole number."),
    (Observation, {"value": "much"}, 'value: is "much", not a number such as 2.5.'),
    (Observation, {"value": float("nan")}, "value: is NaN, not a number such as 2.5."),
    (Observation, {"value": Decimal("Infinity")}, "value: is Infinity, not a number such as 2.5."),
    (Observation, {"value": Decimal("0.12345678901234567890")}, "value: has more digits than a"),
    (Observation, {"value": 143}, "143 cannot be a value of share_of_gdp: it is above 100"),
    (Observation, {"currency": "EUR"}, "A currency belongs to expenditure in national currency"),
    (Commitment, {"history": [STATUS]}, "history[0].known_on: is missing."),
    (Commitment, {"clauses": [{**REVIEW, "until": 2030}]}, "clauses[0].until: is not a key of"),
    (Commitment, {"clauses": [REVIEW, {**REVIEW, "year": "soon"}]}, 'clauses[1].year: is "soon",'),
    (Commitment, {"clauses": [{**REVIEW, "kind": "wish"}]}, "clauses[0].kind: must be one of"),
    (Commitment, {"clauses": ["review"]}, 'clauses[0]: is "review", not a table of keys and'),
    (Commitment, {"clauses": REVIEW["claim"]}, 'clauses: is "Looked at again.", not a list.'),
]


@pytest.mark.parametrize(("kind", "changed", "said"), CASES)
def test_what_cannot_be_read_is_told_at_its_field(
    kind: type[Any], changed: dict[str, Any], said: str
) -> None:
    with pytest.raises(RecordError) as caught:
        read(kind, {**SOUND[kind], **changed})
    assert str(caught.value).startswith(said)
    assert len(caught.value.faults) == 1


def test_a_clause_that_does_not_say_what_it_is() -> None:
    clause = {key: value for key, value in REVIEW.items() if key != "kind"}
    with pytest.raises(RecordError) as caught:
        read(Commitment, {**COMMITMENT, "clauses": [clause]})
    assert [fault.field for fault in caught.value.faults] == ["clauses[0].kind"]


def test_everything_missing_is_told_at_once() -> None:
    with pytest.raises(RecordError) as caught:
        read(Source, {"id": "report", "title": "", "note": 5})
    assert sorted(str(caught.value).splitlines()) == [
        "grade: is missing.",
        "note: is 5, not a text.",
        "published_on: is missing.",
        "publisher: is missing.",
        "title: is empty.",
        "url: is missing.",
        "verified_on: is missing.",
    ]


PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.dates()
KEYS = st.sampled_from(["id", "title", "clauses", "cites", "history", "kind", "value"]) | st.text()
NESTED = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(st.sampled_from([*KINDS.values(), Observation]), st.dictionaries(KEYS, NESTED, max_size=8))
def test_nothing_that_a_file_can_hold_breaks_the_reading(
    kind: type[Any], values: Mapping[str, object]
) -> None:
    with pytest.raises(RecordError) as caught:
        read(kind, values)
    assert all(fault.problem.endswith(".") for fault in caught.value.faults)
