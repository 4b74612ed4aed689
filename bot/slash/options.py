"""What is offered while an option is typed: from memory, and never from the database."""

from collections.abc import Callable, Coroutine
from typing import Any

from discord.app_commands import Choice

from bot.replies.interaction import Asked
from commands import suggestions
from commands.suggestions import OFFERS, Offer

Offering = Callable[[Asked, str], Coroutine[Any, Any, list[Choice[str]]]]


def offering(offer: Offer) -> Offering:
    async def choices(interaction: Asked, typed: str) -> list[Choice[str]]:
        desk = interaction.client.desk(interaction)
        return [Choice(name=each.name, value=each.value) for each in offer(desk, typed)]

    return choices


DAYS = offering(suggestions.days)
BY_KIND = {kind: offering(offer) for kind, offer in OFFERS.items()}
"""By the kind of a parameter."""
