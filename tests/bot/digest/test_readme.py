"""The numbers in the README of the digest are those of the code, and its sums are right."""

import operator
import re
from pathlib import Path

import pytest

from bot.digest import courier, ledger, look, round, sender  # noqa: A004
from bot.replies import sending
from bot.settings import DIGEST_PER_SECOND, Settings
from data.store.digest_log import GRACE
from tests.standin.checks.limits import EVERYWHERE

PAGE = Path(courier.__file__).with_name("README.md").read_text(encoding="utf-8")
TEXT = " ".join(PAGE.split())
DEFAULT = Settings.model_fields["digest_per_second"].default
MINUTE, HOUR = 60, 3600

SAID = (
    f"looks every {sender.LOOK_EVERY:.0f} seconds",
    f"a lease of {ledger.LEASE.seconds} seconds",
    f"a request is given up after {sending.GIVE_UP_AFTER:.0f} seconds",
    f"tried again for {sum(ledger._RECORD_AGAIN)} seconds",  # noqa: SLF001
    f"that counts as {courier.NONCE_LASTS.seconds // MINUTE} minutes",
    f"Within {courier.NONCE_LASTS.seconds // MINUTE} minutes of the first attempt",
    f"a lease that is over after {ledger.LEASE.seconds} seconds",
    f"leaves {courier.NONCE_LASTS.seconds} - {ledger.LEASE.seconds} =",
    f"through at most {look.MOST} messages",
    f"after {ledger._FIRST_RETRY.seconds} seconds, then",  # noqa: SLF001
    f"up to {ledger._LAST_RETRY.seconds // MINUTE} minutes;",  # noqa: SLF001
    f"given up after {ledger._UNCLEAR_FOR.total_seconds() / HOUR:.0f} hours",  # noqa: SLF001
    f"may be {GRACE.seconds // MINUTE} minutes late",
    f"In the {GRACE.seconds // MINUTE} minutes of grace {EVERYWHERE.most} × {GRACE.seconds} =",
    f"late in the metrics after {ledger.LATE:.0f} seconds",
    f"Discord takes {EVERYWHERE.most} requests a second",
    f"`{DIGEST_PER_SECOND.name}` ({DEFAULT} by default)",
    f"| 1 | {DEFAULT} |",
    f"Each has {sender._SECONDS_AT_ONCE} seconds of work under way",  # noqa: SLF001
    f"makes rows {round._ENQUEUED} in a transaction",  # noqa: SLF001
)

SUMS = re.findall(r"((?:[\d.,]*\d [-×/] )+[\d.,]*\d) = ([\d.,]*\d)", TEXT)
OPERATORS = {"-": operator.sub, "×": operator.mul, "/": operator.truediv}


@pytest.mark.parametrize("said", SAID)
def test_a_constant_is_that_of_the_code(said: str) -> None:
    assert said in TEXT


@pytest.mark.parametrize(("sum_", "result"), SUMS)
def test_a_sum_is_right(sum_: str, result: str) -> None:
    first, *rest = sum_.split()
    value = _number(first)
    for sign, other in zip(rest[::2], rest[1::2], strict=True):
        value = OPERATORS[sign](value, _number(other))
    decimals = len(result.partition(".")[2])
    assert abs(value - _number(result)) <= 0.5 * 10**-decimals + 1e-9


def test_every_sum_is_read() -> None:
    assert len(SUMS) == TEXT.count(" = ")


def test_no_share_of_several_processes_comes_to_more_than_the_default() -> None:
    shares = re.findall(r"\| (\d) \| (\d+) \| (\d) × (\d+) =", TEXT)
    assert [int(count) * int(each) <= DEFAULT for count, each, *_ in shares] == [True] * 3


def _number(text: str) -> float:
    return float(text.replace(",", ""))
