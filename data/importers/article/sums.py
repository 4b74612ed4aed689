"""What a member spends: a share of its economic output, or money."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from data.importers.article.amounts import Money, Share
from data.importers.article.lines import pattern
from data.importers.article.things import Thing
from data.importers.article.vocabulary import spending as words

DEFENCE = pattern(words.DEFENCE)
OTHER_WORDS = re.compile(
    r"(?: ‹day#\d+›)?(?: (?:on|for) (?:defen[cs]e|its \w+|the military))?(?: ‹day#\d+›)? [,(] "
    r"(?:or|the equivalent of|equivalent to|equal to|which (?:is|was|equals|equalled)|that is|"
    r"amounting to|corresponding to)?"
    r"(?: (?!‹)\S+){0,3} ?(?P<sum>‹(?:share|money)#\d+›)"
)
"""Behind a sum, where it is told once more as the other sort of sum."""
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
