"""What a digest says: worked out once for all channels that are to read the same."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.digest.content import Content, work_out
from bot.replies.answers import Answer, Answers
from bot.replies.issues import Issue
from commands.digest_written import Key, WrittenChange, changes, rewritten
from data.facts.kinds import NAMES
from data.facts.log import Entry
from data.store import Store

_MOST_KEPT = 128

_Key = tuple[int, str, Issue]


class Composer:
    """Belongs to one event loop."""

    def __init__(self, answers: Answers, store: Store, clock: Callable[[], datetime]) -> None:
        self._answers = answers
        self._store = store
        self._clock = clock
        self._kept: OrderedDict[_Key, asyncio.Task[Content]] = OrderedDict()

    async def content(self, issue: Issue, language: str) -> Content:
        """Raises whatever reading the store or working it out does; then it is tried anew next
        time."""
        state, _, _ = self._answers.moment(language)
        # Whose it is changes nothing of what it says.
        key = state, language, replace(issue, mark="")
        task = self._kept.get(key)
        if task is None:
            task = self._kept[key] = asyncio.create_task(self._compose(issue, language))
            task.add_done_callback(lambda done: self._check(key, done))
            if len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        # Whoever gives up waiting does not take it away from the others.
        return await asyncio.shield(task)

    async def answer(self, issue: Issue, language: str) -> Answer:
        return (await self.content(issue, language)).answer

    def continued(self, issue: Issue) -> Issue:
        """The same digest, as it would be sent now."""
        now = self._clock()
        begin, end = issue.written
        return replace(
            issue, day=max(issue.day, now.date()), written=(begin, max(end, to_minute(now)))
        )

    def _check(self, key: _Key, done: "asyncio.Task[Content]") -> None:
        if (done.cancelled() or done.exception() is not None) and self._kept.get(key) is done:
            del self._kept[key]

    async def _compose(self, issue: Issue, language: str) -> Content:
        written = await self._written(issue)
        desk = self._answers.desk(language)
        # Where it is tomorrow already, that is the day of the digest.
        desk = replace(desk, today=max(desk.today, issue.day))
        return await self._answers.beside(lambda: work_out(desk, issue, written))

    async def _written(self, issue: Issue) -> tuple[WrittenChange, ...]:
        entries = await self._store.recorded(*issue.written)
        histories: dict[Key, Sequence[Entry]] = {}
        for kind, known_as in rewritten(entries):
            histories[NAMES[kind], known_as] = await self._store.history(kind, known_as)
        return changes(entries, histories, since=issue.since, until=issue.day)


def to_minute(moment: datetime) -> datetime:
    """The end of the minute."""
    start = moment.replace(second=0, microsecond=0)
    return start if start == moment else start + timedelta(minutes=1)
