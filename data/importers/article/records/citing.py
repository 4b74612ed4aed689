"""What all records of an article have: an id that two readings share, and where it is cited."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date

from data.dates import PartialDate
from data.importers.article.findings import Finding
from data.importers.article.meet import Meet
from data.importers.proposals import Article
from data.names.text import words
from data.sources import Cite

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
             "tenth", "eleventh", "twelfth")  # fmt: skip
_SHORT = {"defence_ministers": "dm", "foreign_ministers": "fm"}
"""What kinds of meetings are called in keys."""
MOST_PASSAGES = 4
"""Of one proposal that are shown and cited."""


@dataclass(frozen=True, slots=True)
class Citing:
    article: Article

    @property
    def day(self) -> PartialDate:
        return self.article.source.published_on

    @property
    def published(self) -> date:
        return self.day.first

    def cites(self, found: Finding) -> tuple[Cite, ...]:
        numbers = dict.fromkeys(quote[0].sentence.paragraph for quote in found.quotes)
        listed = [_paragraph(each) for each in list(numbers)[:MOST_PASSAGES]]
        return (Cite(source=self.article.source.id, locator=" and ".join(listed)),)

    def id(self, *parts: object) -> str:
        told = "-".join(_slug(str(each)) for each in parts if each)
        mark = hashlib.sha256(f"{self.article.source.id}|{told}".encode()).hexdigest()[:6]
        return f"{told}-{self.day}-{mark}"


def meeting_key(meet: Meet) -> str:
    """What all records on a meeting that nobody knows yet have in common."""
    kind = meet.kind.value if meet.kind is not None else "none"
    kind = _SHORT.get(kind, kind.replace("_", "-"))
    place = _slug(meet.city or meet.country or "")
    if kind == "summit" and place and meet.starts is not None:
        return f"{place}-{meet.starts.year}"
    return "-".join(each for each in (kind, place, str(meet.starts or "")) if each)


def _paragraph(number: int) -> str:
    if number > len(_ORDINALS):
        return f"paragraph {number}"
    return f"{_ORDINALS[number - 1]} paragraph"


def _slug(text: str) -> str:
    return re.sub(r"-+", "-", "-".join(words(text))) or "x"
