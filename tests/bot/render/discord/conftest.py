from collections.abc import Callable
from datetime import date

import pytest

from bot.render.discord.pages import Place
from commands.briefing import Briefing
from commands.desk import Desk
from commands.registry import answer
from commands.voice import Voice
from data.facts.knowledge import Knowledge
from tests.shipped import KNOWN

THEN = "2025-06-05"
NOW = "2026-11-26"
SUMMIT_DAY = "2025-06-25"
BUSY_DAYS = ("2025-06-18", "2025-06-23", SUMMIT_DAY, "2025-06-26", "2026-07-08")

PLACE = Place(voice=Voice.of("en"), live=False)
LIVE = Place(voice=Voice.of("en"), live=True)

Ask = Callable[..., Briefing]


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return KNOWN


@pytest.fixture(scope="session")
def ask(knowledge: Knowledge) -> Ask:
    """Answers of the shipped catalogue: `ask("target", today, member="Spain")`."""

    def ask(command: str, today: str, /, **arguments: str) -> Briefing:
        desk = Desk.of(knowledge, Voice.of("en"), date.fromisoformat(today))
        return answer(desk, command, arguments, None)

    return ask


@pytest.fixture(scope="session")
def briefings(knowledge: Knowledge, ask: Ask) -> list[Briefing]:
    """The questions about every member and meeting."""
    found = [
        ask(command, today, member=member.id)
        for command in ("target", "stance")
        for today in (THEN, NOW)
        for member in knowledge.roster
    ]
    found.extend(ask("summit", today) for today in (THEN, SUMMIT_DAY, NOW))
    found.extend(
        ask("attendees", today, meeting=meeting.name)
        for today in (THEN, NOW)
        for meeting in knowledge.meetings(date.fromisoformat(today))
    )
    found.extend(ask("digest", today) for today in (THEN, NOW, *BUSY_DAYS))
    return found
