from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.replies import codes
from bot.replies.codes import Action, Press, ReleaseError, Settled
from bot.replies.issues import Issue, read, write
from data.subscriptions.model import ALL_PARTS, Part

DAY = date(2026, 11, 25)
DUE = datetime(2026, 11, 25, 8, tzinfo=UTC)
ISSUE = Issue(
    mark="abcd2345.2026-11-25",
    day=DAY,
    since=date(2026, 11, 24),
    written=(DUE - timedelta(days=1), DUE),
    parts=ALL_PARTS,
)


def press(issue: Issue) -> Press:
    question = Settled(name="digest", arguments={}, as_of=issue.day, floating=True)
    return Press(action=Action.REFRESH, question=question, seen="abcdefgh", issue=issue)


def test_the_id_of_a_button_ends_in_the_mark() -> None:
    written = codes.write(press(ISSUE))
    assert written.endswith(":1.375b40.5a0.f:abcd2345.2026-11-25")
    assert codes.read(written) == press(ISSUE)


@given(
    days=st.integers(0, 5000),
    begin=st.integers(0, 60 * 24 * 365 * 80),
    minutes=st.integers(0, 60 * 24 * 400),
    parts=st.sets(st.sampled_from(Part)),
    short=st.booleans(),
    again=st.integers(2, 9999),
)
def test_every_issue_fits_and_can_be_read_again(
    days: int, begin: int, minutes: int, parts: set[Part], short: bool, again: int
) -> None:
    start = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=begin)
    issue = Issue(
        mark=f"abcd2345.2026-11-25~{again}",
        day=DAY,
        since=DAY - timedelta(days=days),
        written=(start, start + timedelta(minutes=minutes)),
        parts=frozenset(parts),
        short=short,
    )
    assert read(write(issue), DAY) == issue
    assert codes.read(codes.write(press(issue))) == press(issue)


@pytest.mark.parametrize(
    "words",
    [
        "1.375b40.5a0.ff:abcd2345.2026-11-25",
        "1.375b40.5a0:abcd2345.2026-11-25",
        "1.375B40.5a0.f:abcd2345.2026-11-25",
        "ffffffffff.375b40.5a0.f:abcd2345.2026-11-25",
        "1.ffffffffffffffff.5a0.f:abcd2345.2026-11-25",
        "1.375b40.5a0.f:",
        "1.375b40.5a0.f",
        "1.-1.5a0.f:abcd2345.2026-11-25",
    ],
)
def test_an_issue_of_another_release_is_told_to_be_one(words: str) -> None:
    plain = codes.write(Press(action=Action.WHY, question=press(ISSUE).question))
    with pytest.raises(ReleaseError):
        codes.read(f"{plain}:{words}")
