import pytest

from bot.digest.sender import LOOK_EVERY, next_look

MINUTE = 1_795_672_800.0


@pytest.mark.parametrize("before", [0.001, 0.5, LOOK_EVERY])
def test_a_look_begins_with_the_minute(before: float) -> None:
    assert next_look(MINUTE - before) == pytest.approx(before, abs=1e-6)


@pytest.mark.parametrize("after", [0.0, 0.001, 1.0, 59.9])
def test_no_look_is_further_away_than_the_others(after: float) -> None:
    assert 0 < next_look(MINUTE + after) <= LOOK_EVERY
