"""Lines about figures, for whoever is to say yes to them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from rich.text import Text

from bot.difference import MORE, MOST
from bot.render.lines import hang, wrap
from bot.render.plain import plain
from bot.render.screen import Screen
from commands.inflection import Numeral
from commands.voice import Voice
from data.messages import mark
from data.names import country_name
from data.rules.expenditure import Indicator

INDICATORS: Mapping[Indicator, str] = {
    Indicator.SHARE_OF_GDP: mark("share of GDP"),
    Indicator.EQUIPMENT_SHARE: mark("share of equipment"),
    Indicator.EXPENDITURE_USD_CURRENT: mark("expenditure in US dollars, current prices"),
    Indicator.EXPENDITURE_USD_CONSTANT: mark("expenditure in US dollars, constant prices"),
    Indicator.EXPENDITURE_NATIONAL: mark("expenditure in national currency"),
    Indicator.GDP_USD_CONSTANT: mark("GDP in US dollars, constant prices"),
    Indicator.REAL_CHANGE: mark("real change of expenditure"),
    Indicator.PERSONNEL: mark("military personnel"),
}

INDENT = "  "


@dataclass(frozen=True, slots=True)
class Lines:
    """Of long lists the first ten are shown, or with `everything` all. What comes out of a file
    is made harmless for a terminal."""

    screen: Screen
    voice: Voice
    everything: bool

    def head(self, text: str) -> None:
        self.screen.show(wrap(Text(plain(text), "bold"), self.screen.width))

    def say(self, template: str, **values: object) -> None:
        self.show(self.fill(template, **values))

    def show(self, said: str) -> None:
        self.screen.show(wrap(Text(said), self.screen.width))

    def item(self, template: str, **values: object) -> None:
        self._set_in([self.fill(template, **values)], INDENT)

    def list(self, items: Iterable[str], indent: str = INDENT) -> None:
        listed = [*items]
        shown = listed if self.everything else listed[:MOST]
        self._set_in(shown, indent)
        if len(listed) > len(shown):
            more = self.fill(MORE, count=self.count(len(listed) - len(shown)))
            self._set_in([more.strip()], indent)

    def fill(self, template: str, **values: object) -> str:
        return plain(self.voice.fill(template, **values))

    def name(self, code: str) -> str:
        return country_name(code, self.voice.locale)

    def count(self, number: int) -> Numeral:
        return self.voice.number(Decimal(number), 0)

    def _set_in(self, items: Iterable[str], indent: str) -> None:
        for each in items:
            self.screen.show(hang(Text(indent), Text(each), self.screen.width))
