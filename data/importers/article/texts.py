"""Which commitment an article speaks of: one it brings in itself, or one that is known."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data.facts.knowledge import Knowledge
from data.importers.article.findings import CommitmentFound
from data.importers.article.meet import Quote
from data.names.text import words
from data.rules.commitments import AnnualIncrease, Commitment, ShareTarget, Status

_NEAR_DAYS = 400
"""Between two days told for the beginning of one and the same text."""
_ENDED = (Status.SUPERSEDED, Status.WITHDRAWN)

_ENDINGS = {Status.DEMANDED: "demand", Status.PROPOSED: "proposal"}
"""What a text is called, by its status."""
_OWNERS = re.compile(r"[A-ZÀ-Ž][\w-]+(?=['’]s)")


@dataclass(frozen=True, slots=True)
class Text:
    """`known` is None for one that the article brings in."""

    id: str
    title: str
    by_whom: str
    status: Status
    known: Commitment | None = None


class Texts:
    def __init__(
        self, knowledge: Knowledge, published: date, found: Sequence[CommitmentFound]
    ) -> None:
        self._published = published
        self._known = [each for each in knowledge.known(Commitment, date.max) if each.history]
        self._own = list(dict.fromkeys(self.of(each) for each in found))

    def of(self, found: CommitmentFound) -> Text:
        """The text a clause is of: known by who is behind it and by its figures, or new."""
        fitting = [each for each in self._known if self._fits(found, each)]
        if fitting:
            known = max(fitting, key=lambda each: (_shares(each, found), each.history[0].on.first))
            return Text(known.id, known.title, known.by_whom, found.status, known)
        return _new(found)

    def spoken_of(self, quotes: Sequence[Quote]) -> Text | None:
        """The text a position is on: the one whose author or figures the sentence names, else the
        article's own, else the newest that is proposed or agreed on its day."""
        said = " ".join(quote[0].sentence.text for quote in quotes)
        known = (*self._own, *self._live())
        named = next((each for each in known if _is_named(each, said)), None)
        if named is not None:
            return named
        proposed = [each for each in self._own if each.status is Status.PROPOSED]
        return next(iter((*proposed, *known)), None)

    def _live(self) -> list[Text]:
        """Those that stood on the day, proposals first, the newest of each first."""
        live: list[tuple[Commitment, Status, date]] = []
        for each in self._known:
            change = each.status_on(self._published)
            if change is not None and change.status not in _ENDED:
                live.append((each, change.status, change.on.first))
        live.sort(key=lambda each: (each[1] is Status.PROPOSED, each[2]), reverse=True)
        return [Text(c.id, c.title, c.by_whom, status, c) for c, status, _ in live]

    def _fits(self, found: CommitmentFound, known: Commitment) -> bool:
        begun = known.history[0].on
        if abs((found.on.first - begun.first).days) > _NEAR_DAYS or begun.first > self._published:
            return False
        if found.status not in {each.status for each in known.history}:
            return False
        if found.status is Status.AGREED:
            return _shares(known, found)
        *_, surname = ("", *(found.person or "").split())
        return bool(surname) and surname.casefold() in known.by_whom.casefold()


def _shares(known: Commitment, found: CommitmentFound) -> bool:
    """Whether one of its clauses has the figure."""
    return any(
        (isinstance(each, ShareTarget) and each.share == found.share)
        or (isinstance(each, AnnualIncrease) and each.step == found.step)
        for each in known.clauses
    )


def _is_named(text: Text, said: str) -> bool:
    """`Rutte's plan` names the one who is behind it."""
    authors, title = text.by_whom.casefold().split(), text.title.casefold()
    owners = [each.casefold() for each in _OWNERS.findall(said)]
    return any(each in authors or each in title for each in owners)


def _new(found: CommitmentFound) -> Text:
    """A text that nobody knows yet, called after who is behind it and its year."""
    ending = _ENDINGS.get(found.status, "pledge")
    author = found.person or found.party
    slug = "-".join((*words(author.split()[-1]), ending, str(found.on.year)))
    title = f"{found.person}'s {ending}" if found.person is not None else ending.capitalize()
    return Text(slug, f"{title} of {found.on.year}", _by_whom(found), found.status)


def _by_whom(found: CommitmentFound) -> str:
    if found.person is None:
        return found.party
    return f"{found.person}, {found.role}" if found.role else found.person
