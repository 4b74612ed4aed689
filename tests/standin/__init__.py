"""A local Discord, for tests and benchmarks: a gateway and REST on loopback that an unmodified
client connects to, and the people on its other side.
"""

from tests.standin.clock import Clock
from tests.standin.faults import Fault
from tests.standin.guilds import NEWS, Channel, Guild
from tests.standin.offers import NotOfferedError
from tests.standin.people import User
from tests.standin.place import Place
from tests.standin.reply import Choices, Pending, Reply
from tests.standin.standin import Standin

__all__ = [
    "NEWS",
    "Channel",
    "Choices",
    "Clock",
    "Fault",
    "Guild",
    "NotOfferedError",
    "Pending",
    "Place",
    "Reply",
    "Standin",
    "User",
]
