"""The numbered sources of an answer, in the order in which they are first cited."""

from collections.abc import Iterable, Mapping
from datetime import date

from commands import places
from commands.briefing import Citation
from commands.voice import Voice
from data.sources import Cite, Source


class Notes:
    """Cites only what was published by the day asked about, where anything was: a record may rest
    on later confirmations too, which nobody could have read on that day."""

    def __init__(self, sources: Mapping[str, Source], voice: Voice, as_of: date) -> None:
        self._sources = sources
        self._voice = voice
        self._as_of = as_of
        self._locators: dict[str, list[str]] = {}

    def cite(self, cites: Iterable[Cite]) -> tuple[int, ...]:
        """The numbers of these sources in this answer; each source has one number."""
        every = tuple(cites)
        numbers: dict[int, None] = {}
        for cite in tuple(each for each in every if self._is_out(each)) or every:
            locators = self._locators.setdefault(cite.source, [])
            if cite.locator not in locators:
                locators.append(cite.locator)
            numbers[list(self._locators).index(cite.source) + 1] = None
        return tuple(numbers)

    def _is_out(self, cite: Cite) -> bool:
        return self._sources[cite.source].published_on.first <= self._as_of

    def citations(self) -> tuple[Citation, ...]:
        found: list[Citation] = []
        for number, (source_id, locators) in enumerate(self._locators.items(), start=1):
            source = self._sources[source_id]
            found.append(
                Citation(
                    number=number,
                    source=source_id,
                    title=source.title,
                    publisher=source.publisher,
                    published_on=str(source.published_on),
                    published=self._voice.date(source.published_on),
                    url=source.url,
                    locator=places.together(locators, self._voice),
                    grade=source.grade.value,
                    note=source.note and self._voice.recorded(source.note),
                )
            )
        return tuple(found)
