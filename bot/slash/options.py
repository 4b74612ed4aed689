"""What is offered while an option is typed: from memory, and never from the database."""

from collections import OrderedDict
from collections.abc import Callable, Coroutine
from typing import Any

from discord.app_commands import Choice

from bot.replies.answers import Moment
from bot.replies.interaction import Asked
from commands import suggestions
from commands.offers import OFFERS, Offer

Offering = Callable[[Asked, str], Coroutine[Any, Any, list[Choice[str]]]]

_MOST_KEPT = 1024


class Offers:
    """Keeps what one client offered lately: what people begin with is much the same."""

    def __init__(self) -> None:
        self._lately: OrderedDict[tuple[Offer, str, Moment], list[Choice[str]]] = OrderedDict()

    def of(self, interaction: Asked, offer: Offer, typed: str) -> list[Choice[str]]:
        app = interaction.client
        key = offer, typed, app.answers.moment(app.language(interaction, private=True))
        found = self._lately.get(key)
        if found is None:
            offered = offer(app.desk(interaction), typed)
            found = [Choice(name=each.name, value=each.value) for each in offered]
            self._lately[key] = found
        self._lately.move_to_end(key)
        if len(self._lately) > _MOST_KEPT:
            self._lately.popitem(last=False)
        return found


def offering(offer: Offer) -> Offering:
    async def choices(interaction: Asked, typed: str) -> list[Choice[str]]:
        return interaction.client.offers.of(interaction, offer, typed)

    return choices


DAYS = offering(suggestions.days)
BY_KIND = {kind: offering(offer) for kind, offer in OFFERS.items()}
"""By the kind of a parameter."""
