from datetime import date

import pytest

from commands.desk import Desk
from commands.voice import Voice
from data.facts.knowledge import Knowledge
from tests.shipped import KNOWN

TODAY = date(2026, 11, 25)


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return KNOWN


@pytest.fixture(scope="session")
def desk(knowledge: Knowledge) -> Desk:
    return Desk.of(knowledge, Voice.of("en"), TODAY)
