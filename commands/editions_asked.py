"""Editions of the figures by their day, or by a word for it."""

from collections.abc import Sequence
from datetime import date

from commands.days import in_words
from commands.desk import Desk
from commands.wording import Wordbook
from data.dates import PartialDate
from data.errors import QuestionError
from data.messages import mark
from data.names.text import words
from data.rules import Edition

_NEWEST = mark("newest latest last present current")
_PREVIOUS = mark("previous before earlier")

NONE_YET = mark("No edition of NATO's figures held here was out on {day}; the first is of {known}.")
NONE_AT_ALL = mark("No edition of NATO's figures is held here.")
NOT_OUT = mark("NATO's edition of {edition} was not out on {day}. Ask as of {edition} or later.")
NO_SUCH_EDITION = mark("No edition of NATO's figures called '{text}'. Out by then: {known}.")

_MOST_ECHOED = 40


def find_edition(desk: Desk, text: str, as_of: date) -> Edition:
    """Of several that fit, the newest. Raises QuestionError, with what would work."""
    out = desk.knowledge.ledger.published_by(as_of)
    ever = tuple(reversed(desk.knowledge.ledger.editions))
    if not ever:
        raise QuestionError(NONE_AT_ALL)
    if not out:
        raise QuestionError(NONE_YET, day=as_of, known=ever[-1].published_on)
    typed = words(text)
    if typed and all(word in words(desk.voice.typed(_NEWEST)) for word in typed):
        return out[0]
    if typed and all(word in words(desk.voice.typed(_PREVIOUS)) for word in typed) and out[1:]:
        return out[1]
    if found := _matching(desk, out, text):
        return found[0]
    if later := _matching(desk, ever, text):
        raise QuestionError(NOT_OUT, edition=later[-1].published_on, day=as_of)
    known = ", ".join(str(each.published_on) for each in out)
    raise QuestionError(NO_SUCH_EDITION, text=text.strip()[:_MOST_ECHOED], known=known)


def _matching(desk: Desk, editions: Sequence[Edition], text: str) -> list[Edition]:
    if named := [each for each in editions if each.id == text.strip()]:
        return named
    if (day := in_words(desk, text) or _in_figures(text)) is not None:
        return [each for each in editions if _within(each.published_on, day)]
    book = Wordbook.of(
        f"{desk.voice.date(each.published_on)} {each.title} {each.id}" for each in editions
    )
    return [editions[at] for at in book.whole(text) or book.beginning(text)]


def _within(published: PartialDate, day: PartialDate) -> bool:
    return day.first <= published.last and published.first <= day.last


def _in_figures(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text.strip(), times=False)
    except QuestionError:
        return None
