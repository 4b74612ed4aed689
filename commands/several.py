"""Several members in one text: `Poland, Germany and Spain`, `POL DEU ESP`, `🇵🇱🇩🇪`."""

from commands.desk import Desk
from data.members import Member


def find_members(desk: Desk, text: str) -> tuple[Member, ...]:
    raise NotImplementedError
