"""Ends the process it runs in, at the steps that are planned.

Each happens once: whoever makes its file first, ends. The file tells as well that it did happen.
"""

import asyncio
import os
import signal
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.digest import courier, look
from data.store import ending, enqueuing, outbox
from data.store.digests import Digests
from data.subscriptions.delivery import Delivery, Event, What
from tests.faultrun.plan import Step

_SIGNALS = {
    Step.STOPPED: signal.SIGTERM,
    Step.STOPPED_SENDING: signal.SIGTERM,
    Step.FROZEN: signal.SIGSTOP,
}
_WHILE = {
    What.DUE: Step.QUEUING,
    What.CLAIMED: Step.CLAIMING,
    What.SENDING: Step.BEGINNING,
    What.SENT: Step.RECORDING,
    What.FOUND: Step.RECORDING,
}
_ANSWERED_LATER = 0.05
"""Seconds that a request needs to get to Discord, and more."""


class Ends:
    """`planned` are the steps at which a process ends, by subscription and in their order."""

    def __init__(self, planned: Mapping[str, Sequence[str]], folder: Path) -> None:
        self._folder = folder
        self._left = {
            sub: [(number, Step(each)) for number, each in enumerate(steps)]
            for sub, steps in planned.items()
        }

    def reach(self, step: Step, subs: Iterable[str]) -> None:
        """Ends the process where it is planned that it does so here."""
        for sub in subs:
            if self.take(step, sub):
                os.kill(os.getpid(), _SIGNALS.get(step, signal.SIGKILL))

    def take(self, step: Step, sub: str) -> bool:
        """Whether the process is to end here, and it is this one."""
        left = self._left.get(sub, [])
        while left:
            number, wanted = left[0]
            file = self._folder / f"{sub} {number} {wanted.name}"
            if wanted is step:
                del left[0]
                return _made(file)
            if not file.exists():
                return False
            del left[0]
        return False


def _made(file: Path) -> bool:
    try:
        file.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def happened(folder: Path) -> list[tuple[str, Step]]:
    """What did happen: to which subscription, and at which step."""
    found = (each.name.split() for each in folder.iterdir())
    return sorted((sub, Step[name]) for sub, _, name in found)


def install(ends: Ends) -> None:
    """In this process, for as long as it lives."""
    _install_transactions(ends)
    _install_store(ends)
    _install_discord(ends)


def _install_transactions(ends: Ends) -> None:
    """Every change is written down in the transaction in which it is made."""
    modules: tuple[Any, ...] = (enqueuing, outbox, ending)
    for module in modules:
        write = module.write

        def writing(connection: Any, events: Sequence[Event], write: Any = write) -> None:
            write(connection, events)
            for each in events:
                if (step := _WHILE.get(each.what)) is not None:
                    ends.reach(step, [each.subscription])
                if each.what is What.DUE:
                    queued.append(each.subscription)

        module.write = writing

    queued: list[str] = []
    enqueue = Digests.enqueue

    async def enqueued(*args: Any, **kwargs: Any) -> int:
        count = await enqueue(*args, **kwargs)
        ends.reach(Step.QUEUED, queued)
        queued.clear()
        return count

    Digests.enqueue = enqueued


def _install_store(ends: Ends) -> None:
    claim, sending, sent = Digests.claim, Digests.sending_all, Digests.sent_all

    async def claimed(*args: Any, **kwargs: Any) -> tuple[Delivery, ...]:
        found = await claim(*args, **kwargs)
        for step in (Step.CLAIMED, Step.STOPPED):
            ends.reach(step, (each.subscription.id for each in found))
        return found

    async def begun(*args: Any, **kwargs: Any) -> tuple[Delivery, ...]:
        found = await sending(*args, **kwargs)
        for step in (Step.BEGUN, Step.STOPPED_SENDING, Step.FROZEN):
            ends.reach(step, (each.subscription.id for each in found))
        return found

    async def recorded(*args: Any, **kwargs: Any) -> tuple[Delivery, ...]:
        found = await sent(*args, **kwargs)
        ends.reach(Step.RECORDED, (each.subscription.id for each in found))
        return found

    Digests.claim, Digests.sending_all, Digests.sent_all = claimed, begun, recorded


def _install_discord(ends: Ends) -> None:
    post, find = courier.post, look.find

    async def posted(channel: Any, message: Any, *, nonce: str) -> Any:
        sub = _subscription(nonce)
        if ends.take(Step.POSTING, sub):
            loop = asyncio.get_running_loop()
            loop.call_later(_ANSWERED_LATER, os.kill, os.getpid(), signal.SIGKILL)
        message = await post(channel, message, nonce=nonce)
        ends.reach(Step.POSTED, [sub])
        return message

    async def found(channel: Any, mark: str, **kwargs: Any) -> int | None:
        sub = _subscription(mark)
        ends.reach(Step.LOOKING, [sub])
        message = await find(channel, mark, **kwargs)
        if message is not None:
            ends.reach(Step.FOUND, [sub])
        return message

    courier.post, look.find = posted, found


def _subscription(nonce: str) -> str:
    return nonce.partition(".")[0]
