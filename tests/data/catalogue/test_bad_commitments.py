"""Commitments that contradict each other, and duties that nobody has."""

from datetime import date

import pytest

from data.catalogue.load import load
from tests.data.catalogue.conftest import COMMITMENT, MEETING, STANCE, CatalogueOnDisk

MILDER = (
    COMMITMENT.replace('id = "hague-2025"', 'id = "milder"')
    .replace('title = "The Hague commitment"', 'title = "A milder text"')
    .replace("share = 3.5", "share = 3")
)
PLAN = """\
[[commitment.clause]]
kind = "annual_plan"
id = "plans"
claim = "Each member hands in a plan."
cites = [{ source = "nato-2025", locator = "paragraph 3" }]
"""
FULFILMENT = """\
[[fulfilment]]
id = "plans-2025"
commitment = "hague-2025"
clause = "plans"
members = ["ESP"]
year = 2025
done = true
claim = "Spain handed in its plan."
known_on = 2025-12-01
cites = [{ source = "nato-2025", locator = "paragraph 5" }]
"""


def test_two_agreed_commitments_that_contradict_each_other_are_a_fault(
    sound: CatalogueOnDisk,
) -> None:
    sound.write("facts/all.toml", COMMITMENT + MILDER + MEETING + STANCE)
    (fault,) = sound.faults()
    assert fault.endswith(
        "Two agreed commitments contradict each other on 2025-06-25: The Hague commitment asks for"
        " 3.5 % (nato-2025, paragraph 3), A milder text for 3 % (nato-2025, paragraph 3)."
    )


def test_a_duty_that_was_done_is_loaded(sound: CatalogueOnDisk) -> None:
    sound.write("facts/all.toml", COMMITMENT + PLAN + MEETING + STANCE + FULFILMENT)
    (done,) = load(sound.folder).knowledge().fulfilments(date(2025, 12, 1))
    assert (done.id, done.clause, done.done) == ("plans-2025", "plans", True)


# what is changed | into what | what is said of it
DUTIES = [
    (
        'clause = "plans"',
        'clause = "core"',
        "'clause' is 'core', no dated duty of hague-2025: plans.",
    ),
    ('commitment = "hague-2025"', 'commitment = "paris"', "names 'paris', which is no commitment"),
    ('members = ["ESP"]', 'members = ["ZZZ"]', "is 'ZZZ', which is not the code of a member"),
    ("year = 2025", "year = 2026", "'year' is 2026, after the day it became known, 2025-12-01."),
    ("done = true\n", "", "'done' is missing"),
]


@pytest.mark.parametrize(("before", "after", "said"), DUTIES)
def test_a_duty_must_be_one_that_the_commitment_has(
    sound: CatalogueOnDisk, before: str, after: str, said: str
) -> None:
    assert before in FULFILMENT
    spoilt = FULFILMENT.replace(before, after, 1)
    sound.write("facts/all.toml", COMMITMENT + PLAN + MEETING + STANCE + spoilt)
    assert [fault for fault in sound.faults() if said in fault]
