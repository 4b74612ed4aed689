"""The store with the facts of this release in it, and what is needed to show its log."""

from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from bot.call import Call
from bot.opening import bare, sync
from bot.render.screen import Screen
from commands.voice import Voice
from data.dates import PartialDate
from data.facts.kinds import Value
from data.messages import mark
from data.rules.expenditure import Observation
from data.sources import Cite, Source
from data.store import Store
from data.store.bodies import cites_of

GRADED = mark("{id} ({grade})")
TITLED = mark("{id} ({grade}): {publisher}, {title}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """How the log is shown: as wide, in that zone, on that day, with the grades of its sources."""

    width: int
    zone: tzinfo | None
    today: date
    sources: Mapping[str, Source]
    voice: Voice

    def moment(self, at: datetime) -> str:
        there = at.astimezone(self.zone).replace(second=0, microsecond=0)
        return self.voice.date(PartialDate.of(there))

    def graded(self, value: Value | Observation | None) -> list[str]:
        """The sources of a record, each once, with their grades."""
        return [self.voice.fill(GRADED, id=each, grade=self._grade(each)) for each in _named(value)]

    def titled(self, value: Value | Observation | None) -> list[str]:
        """The same, with what they are."""
        return [
            self.voice.fill(
                TITLED,
                id=each,
                grade=self._grade(each),
                publisher=self.sources[each].publisher,
                title=self.sources[each].title,
            )
            for each in _named(value)
        ]

    def _grade(self, source: str) -> str:
        return self.sources[source].grade.value


def _named(value: Value | Observation | None) -> Iterable[str]:
    return dict.fromkeys(cite.source for cite in cites(value))


def cites(value: Value | Observation | None) -> tuple[Cite, ...]:
    match value:
        case None:
            return ()
        case Observation():
            return value.cites
        case _:
            return cites_of(value)


@asynccontextmanager
async def loaded(call: Call) -> AsyncIterator[Store]:
    """The facts of this release can be named, and so be corrected."""
    await sync(call)
    async with bare(call) as store:
        yield store


async def page_of(store: Store, call: Call) -> Page:
    return Page(
        width=screen_of(call).width,
        zone=call.clock().tzinfo,
        today=call.today(),
        sources=await store.sources(),
        voice=call.voice,
    )


def screen_of(call: Call) -> Screen:
    return Screen.of(call.stdout, call.environ, no_color=call.settings.no_color)
