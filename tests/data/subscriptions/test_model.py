import random
from datetime import UTC, date, datetime, time, timedelta

import pytest

from data.errors import QuestionError
from data.subscriptions.delivery import MOST_IN_NONCE, Delivery, State, nonce_of
from data.subscriptions.model import (
    ALL_PARTS,
    LATEST,
    Part,
    Pause,
    Quiet,
    Schedule,
    Subscription,
    new_id,
)

MORNING = datetime(2026, 7, 10, 6, tzinfo=UTC)
SCHEDULE = Schedule(at=time(8), zone="Europe/Paris")
GIVEN = {
    "id": "ab12cd34",
    "guild": 1,
    "channel": 2,
    "owner": 3,
    "schedule": SCHEDULE,
    "language": "en",
    "parts": ALL_PARTS,
    "quiet": Quiet.SHORTEN,
    "late": timedelta(hours=6),
    "crosspost": False,
    "since": MORNING,
}

ASKED_WRONGLY = [
    ({"late": LATEST + timedelta(minutes=30)}, "between 0 and 24 hours late, not 24.5"),
    ({"late": timedelta(hours=-1)}, "between 0 and 24 hours late, not -1"),
    ({"parts": ALL_PARTS - {Part.NEWS}}, "cannot be left out"),
]
IMPOSSIBLE = [
    {"id": "AB12CD34"},
    {"id": "ab12cd3"},
    {"since": MORNING.replace(tzinfo=None)},
    {"paused": Pause.ASKED},
    {"paused_at": MORNING},
    {"paused": Pause.ASKED, "paused_at": MORNING.replace(tzinfo=None)},
]
NO_SCHEDULE = [
    {"weekdays": frozenset({7})},
    {"at": time(8, 0, 1)},
    {"at": time(8, tzinfo=UTC)},
]


@pytest.mark.parametrize(("changed", "said"), ASKED_WRONGLY)
def test_what_a_person_can_ask_wrongly_is_said_in_a_sentence(
    changed: dict[str, object], said: str
) -> None:
    with pytest.raises(QuestionError, match=said):
        Subscription(**{**GIVEN, **changed})


@pytest.mark.parametrize("changed", IMPOSSIBLE)
def test_a_subscription_that_cannot_be_is_refused(changed: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"id of a subscription|no zone|a pause"):
        Subscription(**{**GIVEN, **changed})


def test_a_day_and_no_hours_late_are_allowed() -> None:
    for late in (timedelta(), LATEST):
        assert Subscription(**{**GIVEN, "late": late}).late == late


def test_a_schedule_without_days_is_said_in_a_sentence() -> None:
    with pytest.raises(QuestionError, match="day of the week"):
        Schedule(at=time(8), zone="Europe/Paris", weekdays=frozenset())


@pytest.mark.parametrize("changed", NO_SCHEDULE)
def test_a_schedule_that_cannot_be_is_refused(changed: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"days of the week|time of day"):
        Schedule(**{"at": time(8), "zone": "Europe/Paris", **changed})


def test_a_new_id_is_one_that_a_subscription_may_have() -> None:
    first, second = (new_id(random.Random(seed).choice) for seed in (1, 2))
    assert first != second
    assert Subscription(**{**GIVEN, "id": first}).id == first


def test_the_nonce_of_any_day_is_short_enough_and_its_own() -> None:
    nonces = {
        nonce_of(sub, day) for sub in ("ab12cd34", "ab12cd35") for day in (date.min, date.max)
    }
    assert len(nonces) == 4
    assert max(map(len, nonces)) <= MOST_IN_NONCE


@pytest.mark.parametrize("nonce", ["", "n" * 26])
def test_a_nonce_that_discord_would_refuse_is_refused(nonce: str) -> None:
    with pytest.raises(ValueError, match="nonce"):
        Delivery(
            id=1,
            subscription=Subscription(**GIVEN),
            day=MORNING.date(),
            due_at=MORNING,
            state=State.DUE,
            attempts=0,
            nonce=nonce,
        )
