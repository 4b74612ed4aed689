"""Answers ready to be shown. Working one out takes some milliseconds, which two hundred askers at
once would feel; so each is kept until what is known changes, and worked out beside the event loop.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar

from bot.library import Library
from bot.question import Question
from bot.render.discord import pages
from bot.render.discord.pages import Page, Place
from bot.replies.codes import Part, Settled
from bot.replies.content import content
from bot.replies.delivery import Message
from bot.replies.settling import settle
from commands.briefing import Briefing
from commands.desk import Desk
from commands.registry import answer

_MOST_KEPT = 1024

T = TypeVar("T")
Moment = tuple[int, date, str]
Key = tuple[Moment, str, tuple[tuple[str, str], ...], str | None]


@dataclass(frozen=True, slots=True)
class Answer:
    question: Settled
    briefing: Briefing
    place: Place
    first: tuple[Page, ...]
    content: str
    messages: dict[tuple[Part, bool, bool], tuple[Message, ...]] = field(
        default_factory=dict[tuple[Part, bool, bool], tuple[Message, ...]],
        compare=False,
        repr=False,
    )
    """Those made of it so far, without pictures: by the part they show, whether the question
    floats, and whether whoever asks may add to the server's events."""

    def pages(self, part: Part) -> tuple[Page, ...]:
        match part:
            case "answer":
                return self.first
            case "why":
                return pages.why(self.briefing, self.place)
            case "sources":
                return pages.sources(self.briefing, self.place)


class Answers:
    """Belongs to one event loop. `close` ends the thread that works answers out."""

    def __init__(self, library: Library, clock: Callable[[], datetime]) -> None:
        self._library = library
        self._clock = clock
        self._kept: OrderedDict[Key, Answer] = OrderedDict()
        self._under_way: dict[Key, asyncio.Future[Answer]] = {}
        # One thread: more would only take the event loop's turns.
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="answers")

    def desk(self, language: str) -> Desk:
        return self._library.at_hand(self._clock().date(), language)

    def at_hand(self, question: Question, language: str) -> Answer | None:
        """The answer, where it was worked out before and still holds."""
        key = self._key(question, language)
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
        return kept

    async def of(self, question: Question, language: str) -> Answer:
        """Raises QuestionError for what cannot be answered as it was asked."""
        kept = self.at_hand(question, language)
        if kept is not None:
            return kept
        key = self._key(question, language)
        waiting = self._under_way.get(key)
        if waiting is None:
            desk = self.desk(language)
            waiting = self.beside(lambda: work_out(desk, question))
            self._under_way[key] = waiting
            waiting.add_done_callback(lambda done: self._keep(key, done))
        # Whoever gives up waiting does not take the answer away from the others.
        return await asyncio.shield(waiting)

    def beside(self, work: Callable[[], T]) -> "asyncio.Future[T]":
        """Does some work beside the event loop, one after the other."""
        return asyncio.get_running_loop().run_in_executor(self._thread, work)

    def close(self) -> None:
        self._thread.shutdown(wait=False, cancel_futures=True)

    def moment(self, language: str) -> Moment:
        """What all answers depend on: what is known, the day it is, the language."""
        return self._library.state, self._clock().date(), language

    def _key(self, question: Question, language: str) -> Key:
        words = tuple(sorted(question.arguments.items()))
        return self.moment(language), question.name, words, question.as_of

    def _keep(self, key: Key, done: "asyncio.Future[Answer]") -> None:
        del self._under_way[key]
        if done.cancelled() or done.exception() is not None:
            return
        self._kept[key] = done.result()
        if len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)


def work_out(desk: Desk, question: Question) -> Answer:
    settled = settle(desk, question)
    briefing = answer(desk, settled.name, settled.arguments, settled.as_of.isoformat())
    place = Place(voice=desk.voice, live=settled.as_of == desk.today)
    first = pages.answer(briefing, place)
    return Answer(settled, briefing, place, first, content(briefing))
