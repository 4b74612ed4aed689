"""What was written since a digest, of what the days alone do not tell."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from commands.digest_written import Written, changes, rewritten
from data.dates import PartialDate
from data.facts.log import ALWAYS, Action, Entry
from data.facts.records import Statement
from data.sources import Cite

SINCE, UNTIL = date(2026, 11, 23), date(2026, 11, 24)
AT = datetime(2026, 11, 24, 7, tzinfo=UTC)
SAID = Statement(
    id="said",
    kind="warning",
    about="NATO",
    party="NATO",
    said_on=PartialDate(2026, 11, 10),
    claim="It was said.",
    known_on=PartialDate(2026, 11, 10),
    cites=(Cite(source="report", locator="first paragraph"),),
)
OTHERWISE = replace(SAID, claim="It was said otherwise.")


def entry(
    number: int,
    action: Action,
    value: Statement | None,
    *,
    known: date = date(2026, 11, 10),
    governs: date = ALWAYS,
    because: str | None = None,
) -> Entry:
    return Entry(
        kind="statement",
        id="said",
        number=number,
        action=action,
        value=value,
        known_on=PartialDate.of(known),
        known_from=known,
        governs_from=governs,
        origin="person",
        by="Anna",
        at=AT,
        because=because,
    )


FIRST = entry(1, "recorded", SAID)
YESTERDAY, TODAY, TOMORROW = SINCE, UNTIL, date(2026, 11, 25)

# written since | states before | what it is, or None where nothing is to be told
CASES: list[tuple[str, list[Entry], list[Entry], Written | None]] = [
    ("added late", [FIRST], [], Written.ADDED),
    ("new and known today", [entry(1, "recorded", SAID, known=TODAY)], [], None),
    ("known from tomorrow", [entry(1, "recorded", SAID, known=TOMORROW)], [], None),
    ("mended", [entry(2, "corrected", OTHERWISE, because="A slip.")], [FIRST], Written.MENDED),
    (
        "corrected as known before",
        [entry(2, "corrected", OTHERWISE, governs=YESTERDAY)],
        [FIRST],
        Written.CORRECTED,
    ),
    (
        "corrected from tomorrow",
        [entry(2, "corrected", OTHERWISE, governs=TOMORROW)],
        [FIRST],
        None,
    ),
    ("retracted today", [entry(2, "retracted", None, governs=TODAY)], [FIRST], Written.RETRACTED),
    ("retracted for all days", [entry(2, "retracted", None)], [FIRST], Written.RETRACTED),
    ("added and mended", [FIRST, entry(2, "corrected", OTHERWISE)], [], Written.ADDED),
    ("added and retracted", [FIRST, entry(2, "retracted", None)], [], None),
    (
        "changed and changed back",
        [entry(2, "corrected", OTHERWISE), entry(3, "corrected", SAID)],
        [FIRST],
        None,
    ),
]


@pytest.mark.parametrize(
    ("written", "before", "sort"), [each[1:] for each in CASES], ids=[each[0] for each in CASES]
)
def test_what_was_written_is_told_by_what_it_changed(
    written: list[Entry], before: list[Entry], sort: Written | None
) -> None:
    # A history holds what was written as well.
    histories = {("statement", "said"): [*before, *written]}
    found = changes(written, histories, since=SINCE, until=UNTIL)
    assert [each.change for each in found] == ([] if sort is None else [sort])


def test_a_change_has_both_states_and_the_reason() -> None:
    written = [entry(2, "corrected", OTHERWISE, because="A slip.")]
    (found,) = changes(written, {("statement", "said"): [FIRST]}, since=SINCE, until=UNTIL)
    assert (found.before, found.now, found.reason) == (SAID, OTHERWISE, "A slip.")


def test_only_what_had_a_state_before_needs_its_history() -> None:
    other = replace(FIRST, id="other")
    assert rewritten([other, entry(2, "corrected", OTHERWISE)]) == ((Statement, "said"),)


def test_a_source_is_no_news() -> None:
    assert changes([replace(FIRST, kind="source")], {}, since=SINCE, until=UNTIL) == ()
