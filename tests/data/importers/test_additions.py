"""What a report adds to a commitment that is known."""

from dataclasses import replace

from data.importers.additions import merged
from data.rules.commitments import ShareTarget, Status
from tests.proposals import commitment, review, target

KNOWN = target()
(CLAUSE,) = KNOWN.clauses
assert isinstance(CLAUSE, ShareTarget)


def test_a_clause_in_other_words_is_no_other_clause() -> None:
    told = commitment(replace(CLAUSE, id="other", claim="Four percent!"), id=KNOWN.id)
    assert merged(KNOWN, told) is KNOWN


def test_what_a_report_leaves_out_it_does_not_deny() -> None:
    told = commitment(replace(CLAUSE, by=None), id=KNOWN.id)
    assert merged(KNOWN, told) is KNOWN


def test_another_year_is_another_clause_with_an_id_of_its_own() -> None:
    told = commitment(replace(CLAUSE, by=2035), id=KNOWN.id)
    assert [each.id for each in merged(KNOWN, told).clauses] == ["4-by-2030", "4-by-2030-2"]


def test_another_kind_of_clause_is_added() -> None:
    assert len(merged(KNOWN, review()).clauses) == 2


def test_a_status_it_had_already_is_not_added_again() -> None:
    agreed = merged(KNOWN, target(status=Status.AGREED))
    assert [each.status for each in agreed.history] == [Status.PROPOSED, Status.AGREED]
    assert merged(agreed, target()) is agreed
