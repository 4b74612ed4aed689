"""What came of a run: counted in the channels, and beside it what the store says."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from data.store.digests import Digests
from data.subscriptions.delivery import What, nonce_of
from tests.faultrun.clock import START
from tests.faultrun.nursery import FAILED
from tests.faultrun.plan import Away, Drop, Plan, Step, Trouble
from tests.standin import NEWS, Channel
from tests.standin.messages import CROSSPOSTED
from tests.standin.people import JSON
from tests.standin.reply import Shown

DAY = START.date()
T = TypeVar("T", bound=str)


@dataclass(slots=True, kw_only=True)
class Count:
    """`missing` and `doubled` are subscriptions whose digest is not, or more than once, in its
    channel; of those in `wrong` the store says something else than the channel."""

    plan: Plan
    seconds: float = 0.0
    once: int = 0
    missing: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    ended: Counter[Step] = field(default_factory=Counter)
    lives: Counter[str] = field(default_factory=Counter)
    troubles: Counter[Trouble] = field(default_factory=Counter)
    drops: Counter[Drop] = field(default_factory=Counter)
    away: Counter[Away] = field(default_factory=Counter)
    steps: Counter[What] = field(default_factory=Counter)
    published: int = 0
    sent_again: int = 0
    looked: int = 0
    refused: int = 0
    """Requests that were too many, but for those that the plan says were."""
    strange: list[str] = field(default_factory=list)
    """What Discord would not have understood."""

    @property
    def is_well(self) -> bool:
        return not (
            self.missing or self.doubled or self.wrong or self.strange or self.lives[FAILED]
        ) and self.once == len(self.plan.deliveries)


async def count(found: Count, channels: Mapping[str, Channel], digests: Digests) -> None:
    for sub, channel in channels.items():
        mark = nonce_of(sub, DAY)
        there = {id: each for id, each in channel.messages.items() if _marks(each, mark)}
        found.once += len(there) == 1
        if not there:
            found.missing.append(sub)
        if len(there) > 1:
            found.doubled.append(sub)
        outcome = await digests.outcome(sub, DAY)
        if outcome is None or outcome.message_id not in there:
            found.wrong.append(sub)
        if channel.kind == NEWS:
            found.published += any(each["flags"] & CROSSPOSTED for each in there.values())
        await _read(found, digests, sub)


def _marks(message: JSON, mark: str) -> bool:
    return any(each.rpartition(":")[2] == mark for each in Shown(message).custom_ids)


async def _read(found: Count, digests: Digests, sub: str) -> None:
    whats = [each.what for each in await digests.why(sub, DAY) if each.day is not None]
    found.steps.update(whats)
    if sum(each in (What.SENT, What.FOUND) for each in whats) != 1:
        found.wrong.append(sub)
    looked = [at for at, each in enumerate(whats) if each in (What.LOOKED, What.FOUND)]
    found.looked += bool(looked)
    found.sent_again += bool(looked) and What.SENDING in whats[looked[0] :]


def told(found: Count) -> str:
    """For people."""
    plan, steps = found.plan, found.steps
    total, ended = len(plan.deliveries), found.ended.total()
    ends = sum(len(each.ends) for each in plan.deliveries)
    followed = sum(each.channel in plan.followed for each in plan.deliveries)
    among = ("missing", "doubled", "wrong", "strange")
    return "\n".join(
        (
            f"{total} digests in {plan.channels} channels, {plan.engine}, seed {plan.seed}",
            *_part(f"Processes ended, at {ended} of {ends} places planned", found.ended),
            *_part("and in all", found.lives),
            *_part("Discord answered", found.troubles),
            *_part("The gateway", found.drops),
            *_part("The database", found.away),
            (
                f"Claimed {steps[What.CLAIMED]}, begun {steps[What.SENDING]}, unclear"
                f" {steps[What.UNCLEAR]}, given back {steps[What.RETRY]}"
            ),
            f"Looked for {found.looked}: found {steps[What.FOUND]}, sent again {found.sent_again}",
            f"Published {found.published} of {followed}; 429 of itself: {found.refused}",
            (
                f"In their channels once {found.once} of {total}: missing {len(found.missing)},"
                f" doubled {len(found.doubled)}, recorded otherwise {len(found.wrong)};"
                f" {found.seconds:.0f} s"
            ),
            *(f"{each}: {names[:20]}" for each in among if (names := getattr(found, each))),
        )
    )


def _part(title: str, counted: Mapping[T, int]) -> list[str]:
    lines = sorted(f"{what}: {number}" for what, number in counted.items())
    return [f"{title}:", *(f"    {line}" for line in lines)]
