from datetime import date

import pytest

from commands.desk import Desk
from commands.voice import Voice
from data.catalogue.load import load
from data.facts.knowledge import Knowledge

TODAY = date(2026, 11, 25)


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load().knowledge()


@pytest.fixture(scope="session")
def desk(knowledge: Knowledge) -> Desk:
    return Desk.of(knowledge, Voice.of("en"), TODAY)
