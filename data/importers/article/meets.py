"""The meetings of an article: mentions of one meeting, put together over its sentences."""

from datetime import date, timedelta

from data.dates import PartialDate
from data.importers.article.lines import pattern
from data.importers.article.marking import Marked
from data.importers.article.meet import Meet
from data.importers.article.mentions import mention
from data.importers.article.things import Gathering, Kind, Place, Thing

__all__ = ["Meet", "Meets"]

_THERE = pattern("(?:meet|meets|met|ends|ended|held|place|gather|opens|opened) there")
"""Of a meeting, in the place that the sentence before told."""
_NEAR = 2
"""Sentences through which a meeting is still the one spoken of."""


class Meets:
    """Hands out for each mention the meeting it is of."""

    def __init__(self, published: date) -> None:
        self.published = published
        self.every: list[Meet] = []
        self._of: dict[tuple[int, int], Meet] = {}
        self._newest: Meet | None = None
        self._spoken_in: int | None = None
        self._spot: Place | None = None

    def read(self, marked: Marked) -> None:
        for thing in sorted(marked.things_in(marked.text), key=lambda each: each.first):
            if thing.kind is Kind.GATHERING and isinstance(thing.value, Gathering):
                found = mention(marked, thing, thing.value.kind, self.published)
                if found.city is None and self._spot is not None and _THERE.search(marked.text):
                    found.city, found.country = self._spot.city, self._spot.country
                self._of[marked.sentence.number, thing.first] = self._place(found)

        places = [each.value for each in marked.things if isinstance(each.value, Place)]
        self._spot = places[-1] if places else None

    def of(self, marked: Marked, thing: Thing) -> Meet:
        return self._of[marked.sentence.number, thing.first]

    def start_again(self) -> None:
        """Before the sentences are read a second time, with all meetings known."""
        self._newest = None
        for each in self.every:
            _fill_days(each)

    def reach(self, marked: Marked) -> None:
        """From now on the meeting of this sentence is the one spoken of last."""
        number = marked.sentence.number
        spoken = [meet for (of, _), meet in self._of.items() if of == number]
        named = next((each for each in spoken if each.kind is not None), None)
        if named is not None:
            self._newest, self._spoken_in = named, number

    def is_near(self, marked: Marked) -> bool:
        """Whether the meeting spoken of last was spoken of in one of the two sentences before."""
        return self._spoken_in is not None and marked.sentence.number - self._spoken_in <= _NEAR

    def only(self) -> Meet | None:
        """The one that the article is about, where it is about no more than one."""
        named = [each for each in self.every if each.kind is not None]
        return named[0] if len(named) == 1 else None

    def newest(self) -> Meet | None:
        return self._newest

    def _place(self, found: Meet) -> Meet:
        for each in reversed(self.every):
            if each.takes(found):
                each.take(found)
                self.every.remove(each)
                self.every.append(each)
                return each
        self.every.append(found)
        return found


def _fill_days(meet: Meet) -> None:
    """The first day from the last, or the last from the first, of a meeting of so many days."""
    if not meet.days:
        return
    more = timedelta(days=meet.days - 1)
    if meet.starts is None and meet.ends is not None and meet.ends.day:
        meet.starts = PartialDate.of(meet.ends.first - more)
        meet.told = True
    elif meet.ends is None and meet.starts is not None and meet.starts.day:
        meet.ends = PartialDate.of(meet.starts.first + more)
