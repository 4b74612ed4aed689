"""Whatever workers and people do, in whatever order: the outbox does as the model does, and no
channel gets a digest twice."""

import asyncio
import itertools
import shutil
from collections import Counter
from collections.abc import Coroutine
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from data.store import Store
from data.store.digest_log import GRACE
from data.subscriptions.delivery import Delivery
from data.subscriptions.model import Pause
from tests.data.store.conftest import address
from tests.data.store.digests import DAILY, DAY, EIGHT, HOUR, LEASE, MADE, MESSAGE, SECOND, TODAY

R = TypeVar("R")

FEW = settings(
    max_examples=10,
    stateful_step_count=40,
    deadline=None,
    print_blob=True,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

FIRST = DAILY
SECOND_ONE = replace(
    DAILY,
    id="bbbbbbbb",
    schedule=replace(DAILY.schedule, at=DAILY.schedule.at.replace(minute=1)),
    late=timedelta(),
)
MINUTES = {FIRST.id: timedelta(), SECOND_ONE.id: timedelta(minutes=1)}
LATE = {FIRST.id: FIRST.late, SECOND_ONE.id: GRACE}

NAMES = st.sampled_from([FIRST.id, SECOND_ONE.id])
WORKERS = st.sampled_from(["one", "two"])
PASSING = st.sampled_from(
    [SECOND, SECOND, LEASE / 2, LEASE / 2, LEASE, LEASE, 10 * LEASE, HOUR, 3 * HOUR, DAY, 3 * DAY]
)
STEPS = st.sampled_from(["send"] * 5 + ["sent", "skip", "refuse", "retry", "unclear"])
CRASH = st.sampled_from(["", "", "before the post", "after the post"])


@dataclass(slots=True)
class Row:
    due_at: datetime
    send_by: datetime
    not_before: datetime
    state: str = "due"
    why: str | None = None
    holder: str | None = None
    until: datetime | None = None
    attempts: int = 0
    message: int | None = None
    began: set[str] = field(default_factory=set[str])

    def end(self, state: str, why: str) -> None:
        self.state, self.why = state, why

    def is_open(self) -> bool:
        return self.why is None

    def is_free(self, now: datetime) -> bool:
        return self.is_open() and (self.until is None or self.until <= now)

    def is_held(self, worker: str, attempts: int) -> bool:
        return self.is_open() and (self.holder, self.attempts) == (worker, attempts)


class Model:
    """The outbox in its simplest form."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, date], Row] = {}
        self.next: dict[str, date | None] = dict.fromkeys(MINUTES, TODAY)
        self.paused: dict[str, str] = {}
        self.ended: set[str] = set()

    def due_at(self, name: str, day: date) -> datetime:
        return EIGHT + (day - TODAY) + MINUTES[name]

    def first_after(self, name: str, now: datetime) -> date:
        day = TODAY
        while self.due_at(name, day) <= now:
            day += DAY
        return day

    def enqueue(self, now: datetime) -> None:
        for row in self.rows.values():
            if row.is_free(now) and row.state != "sending" and row.send_by < now:
                row.end("skipped", "missed")
        for name, day in self.next.items():
            if day is not None and self.due_at(name, day) <= now:
                self.make(name, day, now)

    def make(self, name: str, day: date, now: datetime) -> None:
        following = self.first_after(name, now)
        self.next[name] = following
        while day < following:
            at = self.due_at(name, day)
            if (name, day) not in self.rows:
                row = self.rows[name, day] = Row(at, at + LATE[name], at)
                if day != following - DAY or row.send_by < now:
                    row.end("skipped", "missed")
                for (whose, other), older in self.rows.items():
                    is_older = whose == name and other < day
                    if is_older and older.is_free(now) and older.state != "sending":
                        older.end("skipped", "missed")
            day += DAY

    def hindrance(self, name: str, row: Row, now: datetime, *, strict: bool) -> str | None:
        if name in self.ended:
            return "ended"
        if self.paused.get(name) == "asked" or (strict and name in self.paused):
            return "paused"
        return "missed" if row.send_by < now else None

    def claim(self, worker: str, now: datetime, limit: int) -> list[tuple[str, date, bool, int]]:
        free = [
            (row.due_at, key)
            for key, row in self.rows.items()
            if row.is_free(now) and row.due_at <= now and row.not_before <= now
        ]
        taken: list[tuple[str, date, bool, int]] = []
        for _, (name, day) in sorted(free)[:limit]:
            row = self.rows[name, day]
            is_unclear = row.state == "sending"
            why = None if is_unclear else self.hindrance(name, row, now, strict=False)
            if why is not None:
                row.end("skipped", why)
                continue
            row.state = "sending" if is_unclear else "claimed"
            row.holder, row.until, row.attempts = worker, now + LEASE, row.attempts + 1
            taken.append((name, day, is_unclear, row.attempts))
        return taken

    def sending(self, row: Row, name: str, worker: str, attempts: int, now: datetime) -> bool:
        if not row.is_held(worker, attempts):
            return False
        why = self.hindrance(name, row, now, strict=True)
        if why is not None:
            row.end("skipped", why)
            return False
        row.state, row.until = "sending", now + LEASE
        row.began.add(worker)
        return True

    def sent(self, row: Row, worker: str, attempts: int, message: int) -> bool:
        if not row.is_open():
            return (row.state, row.holder, row.message) == ("sent", worker, message)
        is_mine = row.is_held(worker, attempts) and row.state == "sending"
        if not is_mine and worker not in row.began:
            return False
        row.holder, row.message = worker, message
        row.end("sent", "sent")
        return True

    def give_back(
        self, row: Row, worker: str, attempts: int, later: datetime, *, unclear: bool
    ) -> bool:
        if not row.is_held(worker, attempts):
            return False
        row.state = "sending" if unclear and row.state == "sending" else "due"
        row.holder, row.until, row.not_before = None, None, later
        return True

    def stop(self, name: str, why: str) -> None:
        self.next[name] = None
        for (whose, _), row in self.rows.items():
            if whose == name and row.is_open() and row.state != "sending":
                row.end("skipped", why)


class Outbox(RuleBasedStateMachine):
    """The store and the model, to which the same is done, and the channels that both write to."""

    def __init__(self, prepared: Path, file: Path) -> None:
        super().__init__()
        shutil.copyfile(prepared, file)
        self.loop = asyncio.Runner()
        self.opened = Store.open(address(file))
        self.digests = self.run(self.opened.__aenter__()).digests
        self.model = Model()
        self.now = EIGHT - HOUR
        self.hands: list[tuple[str, Delivery]] = []
        self.posts: Counter[tuple[str, date]] = Counter()
        for each in (FIRST, SECOND_ONE):
            self.run(self.digests.subscribe(each, now=MADE, by="Ada"))

    def run(self, work: Coroutine[Any, Any, R]) -> R:
        return self.loop.run(work)

    def teardown(self) -> None:
        try:
            self.finish()
        finally:
            self.run(self.opened.__aexit__(None, None, None))
            self.loop.close()

    def finish(self) -> None:
        """A worker that nothing happens to does what is left."""
        for _ in range(4):
            self.pass_time(LEASE)
            self.enqueue()
            self.claim("three", 9)
            while self.hands and self.hands[-1][0] == "three":
                self.step("send", "", len(self.hands) - 1)
                self.hands.pop()
        assert not any(row.is_free(self.now) for row in self.model.rows.values())
        sent = {key for key, row in self.model.rows.items() if row.state == "sent"}
        assert sent <= set(self.posts)
        assert set(self.posts.values()) <= {1}

    @rule(passed=PASSING)
    def pass_time(self, passed: timedelta) -> None:
        self.now += passed

    @rule()
    def enqueue(self) -> None:
        self.run(self.digests.enqueue(self.now))
        self.model.enqueue(self.now)
        self.agree()

    @rule(worker=WORKERS, limit=st.integers(1, 3))
    def claim(self, worker: str, limit: int) -> None:
        taken = self.run(self.digests.claim(worker, now=self.now, lease=LEASE, limit=limit))
        found = [(each.subscription.id, each.day, each.unclear, each.attempts) for each in taken]
        assert found == self.model.claim(worker, self.now, limit)
        self.hands += [(worker, each) for each in taken]
        self.agree()

    @rule(what=STEPS, crash=CRASH, which=st.integers(0, 99))
    def step(self, what: str, crash: str, which: int) -> None:
        """Of those that a worker has claimed at any time, the newer the likelier."""
        if not self.hands:
            return
        worker, given = self.hands[-1 - which % min(len(self.hands), 5)]
        key = given.subscription.id, given.day
        if what == "send" and given.unclear and key in self.posts:
            what = "sent"
        if what == "send":
            self.send(worker, given, crash)
        elif what == "sent":
            if key in self.posts:
                self.say(worker, given)
        else:
            self.leave(what, worker, given)
        self.agree()

    def send(self, worker: str, given: Delivery, crash: str) -> None:
        name, row = given.subscription.id, self.row(given)
        may = self.run(self.digests.sending(given, worker, now=self.now, lease=LEASE))
        assert may == self.model.sending(row, name, worker, given.attempts, self.now)
        if not may or crash == "before the post":
            return
        self.posts[name, given.day] += 1
        if crash != "after the post":
            self.say(worker, given)

    def say(self, worker: str, given: Delivery) -> None:
        work = self.digests.sent(given, worker, now=self.now, message_id=MESSAGE)
        assert self.run(work) == self.model.sent(self.row(given), worker, given.attempts, MESSAGE)

    def leave(self, what: str, worker: str, given: Delivery) -> None:
        row, digests, now = self.row(given), self.digests, self.now
        if what in ("skip", "refuse"):
            end = digests.skipped if what == "skip" else digests.refused
            expected = row.is_held(worker, given.attempts)
            assert self.run(end(given, worker, now=now)) == expected
            if expected:
                row.end(*("skipped skipped" if what == "skip" else "refused refused").split())
            return
        later, unclear = now + 10 * SECOND, what == "unclear" or row.state == "sending"
        work = digests.retry(given, worker, now=now, not_before=later, unclear=unclear)
        expected = self.model.give_back(row, worker, given.attempts, later, unclear=unclear)
        assert self.run(work) == expected

    def row(self, given: Delivery) -> Row:
        return self.model.rows[given.subscription.id, given.day]

    @rule(name=NAMES, reason=st.sampled_from(["asked", "forbidden"]))
    def pause(self, name: str, reason: str) -> None:
        if name in self.model.ended or self.model.paused.get(name) in ("asked", reason):
            return
        assert self.run(self.digests.pause(name, Pause(reason), now=self.now, by="Ada"))
        self.model.paused[name] = reason
        if reason == "asked":
            self.model.stop(name, "paused")
        self.agree()

    @rule(name=NAMES)
    def resume(self, name: str) -> None:
        expected = name in self.model.paused and name not in self.model.ended
        assert self.run(self.digests.resume(name, now=self.now, by="Ada")) == expected
        if expected:
            del self.model.paused[name]
            self.model.next[name] = self.model.first_after(name, self.now)
        self.agree()

    @rule(name=NAMES, chance=st.integers(0, 9))
    def unsubscribe(self, name: str, chance: int) -> None:
        if chance:
            return
        expected = name not in self.model.ended
        assert self.run(self.digests.unsubscribe(name, now=self.now, by="Ada")) == expected
        if expected:
            self.model.ended.add(name)
            self.model.stop(name, "ended")
        self.agree()

    def agree(self) -> None:
        for (name, day), row in list(self.model.rows.items())[-4:]:
            found = self.run(self.digests.outcome(name, day))
            assert found is not None
            assert (found.state, found.why, found.message_id, found.attempts) == (
                row.state,
                row.why,
                row.message,
                row.attempts,
            )


def test_the_outbox_does_as_the_model_does(prepared: Path, tmp_path: Path) -> None:
    files = (tmp_path / f"{each}.db" for each in itertools.count())

    class Prepared(Outbox):
        def __init__(self) -> None:
            super().__init__(prepared, next(files))

    run_state_machine_as_test(Prepared, settings=FEW)
