"""A digest is one page, and one screen of a phone."""

import re
from datetime import date, timedelta

import pytest

from bot.render.discord.page import Page
from bot.render.discord.pages import answer
from commands import digest
from commands.desk import Desk
from commands.voice import Voice
from data.facts.knowledge import Knowledge
from tests.bot.render.discord.conftest import PLACE

SCREEN = 1200
DAY = timedelta(days=1)
FIRST, LAST = date(2014, 1, 1), date(2026, 11, 25)


def shown(page: Page) -> str:
    """All that is read of a page above its small print, with the numbers of sources."""
    text = "\n".join((page.title, page.under, *page.blocks))
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", text).replace("**", "").replace("### ", "")


def oversized(knowledge: Knowledge, day: date, since: date, language: str) -> str | None:
    briefing = digest.brief(Desk.of(knowledge, Voice.of(language), day), day, since=since)
    first, *more = answer(briefing, PLACE)
    if more or len(shown(first)) > SCREEN:
        return f"{since} to {day} in {language}: {len(shown(first))} and {len(more)} pages more"
    return None


def eventful(knowledge: Knowledge) -> list[date]:
    known = {each.known_from for each in knowledge.revisions}
    known |= {each.published_on.last for each in knowledge.ledger.editions}
    return sorted(day for day in known if FIRST <= day <= LAST)


# over how many days | in which language
SPANS = [(1, "en"), (3, "en"), (1, "de"), (1, "el")]


@pytest.mark.parametrize(("span", "language"), SPANS)
def test_every_day_with_news_is_one_screen(knowledge: Knowledge, span: int, language: str) -> None:
    found = (oversized(knowledge, day, day - span * DAY, language) for day in eventful(knowledge))
    assert [each for each in found if each is not None] == []


def test_quiet_days_are_one_screen(knowledge: Knowledge) -> None:
    days = [FIRST + number * DAY for number in range(0, (LAST - FIRST).days, 43)]
    found = (oversized(knowledge, day, day - DAY, "en") for day in days)
    assert [each for each in found if each is not None] == []


def test_a_month_of_the_busiest_is_one_screen(knowledge: Knowledge) -> None:
    assert oversized(knowledge, date(2025, 6, 30), date(2025, 5, 30), "en") is None
