import pytest

from tests.standin.fixtures import hurried, local
from tests.standin.place import Place
from tests.standin.standin import Standin

__all__ = ["hurried", "local"]


@pytest.fixture
def here(local: Standin) -> Place:
    """Anna in the channel #general of a server where the bot is."""
    channel = local.add_guild("Desk", locale="de").add_channel("general")
    return local.add_user("Anna", locale="fr").at(channel)
