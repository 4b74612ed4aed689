"""What the button that saves a digest holds."""

from datetime import UTC, datetime, time, timedelta

import pytest

from bot.slash.digest_codes import FormError, read, save, saved
from data.subscriptions import places
from data.subscriptions.model import ALL_PARTS, Part, Quiet, Schedule, Subscription

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


def made(zone: str, **otherwise: object) -> Subscription:
    """As long as it can be."""
    usual: dict[str, object] = {
        "id": "ab12cd34",
        "guild": 2**62,
        "channel": 2**63 - 1,
        "owner": 2**61,
        "schedule": Schedule(at=time(23, 59), zone=zone),
        "language": "en",
        "parts": ALL_PARTS,
        "quiet": Quiet.SKIP,
        "late": timedelta(hours=24),
        "crosspost": True,
        "since": NOW,
    }
    return Subscription(**usual | otherwise)  # pyright: ignore[reportArgumentType]


def again(sub: Subscription) -> Subscription:
    return saved(read(save(sub)).words, guild=sub.guild, owner=sub.owner, now=NOW)


def test_it_holds_every_zone_in_a_hundred_characters() -> None:
    zones = [*places.zones(), "America/Argentina/ComodRivadavia"]
    offenders = [
        zone for zone in zones if len(save(made(zone))) > 100 or again(made(zone)) != made(zone)
    ]
    assert len(zones) > 300
    assert offenders == []


@pytest.mark.parametrize("quiet", list(Quiet))
def test_it_holds_every_choice(quiet: Quiet) -> None:
    sub = made(
        "Europe/Paris",
        schedule=Schedule(at=time(0, 5), zone="Europe/Paris", weekdays=frozenset({0, 6})),
        parts=frozenset({Part.NEWS, Part.FOCUS}),
        quiet=quiet,
        late=timedelta(),
        crosspost=False,
    )
    assert again(sub) == sub


@pytest.mark.parametrize("custom_id", ["a3s:", "a3s:1", "a3s:0:save", "a3s:1:eat", "a3:1:save"])
def test_what_no_button_of_this_release_says_is_refused(custom_id: str) -> None:
    with pytest.raises(FormError):
        read(custom_id)
