"""No words reach a reader but through a catalogue, where they can be translated."""

from collections.abc import Iterator, Mapping
from datetime import date

import pytest

from commands.briefing import Briefing
from commands.desk import Desk
from commands.registry import answer
from data.names import country_name
from tests.pseudo import PSEUDO, outside, untranslated
from tests.questions import EXAMPLES
from tests.shipped import KNOWN

DESK = Desk.of(KNOWN, PSEUDO, date(2026, 11, 25))
NAMES = frozenset(country_name(each.id) for each in KNOWN.roster)
DAYS = (None, "2025-06-10")


def said(briefing: Briefing) -> Iterator[str]:
    """All words of an answer but the titles, publishers and addresses of its sources."""
    yield from (sentence.text for sentence in briefing.sentences())
    for section in briefing.sections:
        yield from (fact.label for fact in section.facts)
    for citation in briefing.citations:
        yield from (citation.locator, citation.note or "")
    yield from briefing.table.columns if briefing.table is not None else ()


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize(("question", "arguments"), EXAMPLES)
def test_every_word_of_an_answer_can_be_translated(
    question: str, arguments: Mapping[str, str], day: str | None
) -> None:
    briefing = answer(DESK, question, arguments, day)
    assert [word for text in said(briefing) for word in untranslated(text, NAMES)] == []


def test_what_is_outside_of_brackets_is_found() -> None:
    assert outside("⟦{a} ⟦b⟧ c⟧ d").split() == ["d"]
    assert untranslated("⟦Poland⟧ spends Poland", {"Poland"}) == ["spends"]
