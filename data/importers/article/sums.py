"""What a member spends: a share of its economic output, or money."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from data.importers.article.amounts import Money, Share
from data.importers.article.lines import pattern
from data.importers.article.things import Thing
from data.importers.article.vocabulary import spending as words

DEFENCE = pattern(words.DEFENCE)
_CROWNS = {"DNK": "DKK", "NOR": "NOK", "SWE": "SEK", "CZE": "CZK", "ISL": "ISK", "CAN": "CAD"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """One of the two is told."""

    share: Share | None = None
    money: Money | None = None

    @classmethod
    def of(cls, thing: Thing) -> Self | None:
        match thing.value:
            case Share(of="" | "gdp") as share:
                return cls(share=share)
            case Money() as money:
                return cls(money=money)
            case _:
                return None

    @property
    def percent(self) -> Decimal | None:
        return self.share.value if self.share is not None else None

    @property
    def amount(self) -> Decimal | None:
        return self.money.amount if self.money is not None else None

    def currency(self, member: str) -> str | None:
        """Kroner of nobody named are the member's own."""
        return None if self.money is None else self.money.currency or _CROWNS.get(member)
