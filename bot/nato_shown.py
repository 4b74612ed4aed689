"""What a workbook holds, and how that differs from what is known: lines for whoever is to say yes.

What comes out of the workbook itself, titles and names of tables, is shown as it is written there.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from rich.text import Text

from bot.difference import MORE, MOST
from bot.render.lines import hang, wrap
from bot.render.plain import plain
from bot.render.screen import Screen
from commands.inflection import Numeral
from commands.voice import Voice
from data.facts.knowledge import Knowledge
from data.importers.nato.earlier import FLOOR, Counted, changes
from data.importers.nato.edition import Taken
from data.importers.nato.grid import a1
from data.importers.nato.held import Comparison, Pair
from data.importers.nato.sums import check
from data.importers.nato.whole import Workbook
from data.members import Roster
from data.messages import mark
from data.names import country_name
from data.rules import Revision
from data.rules.expenditure import Edition, Indicator, Observation

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

PUBLISHED = mark("Published on {day}.")
PUBLISHED_BY_NAME = mark("Published on {day}, as the name of the file says.")
CLOSED = mark("Its figures were closed on {day}.")
CORE = mark("It counts core defence expenditure.")
DEFENCE = mark("It counts defence expenditure.")
PRICES = mark("Constant prices are those of {year}.")
SIZE = mark("{count} figures of {members} members, {first} to {last}.")
ESTIMATES = mark("Estimates: {years}.")
LATE = mark("Its last year is {year}: see whether it was really published on {day}.")
ROW = mark("{indicator}: {count} ({table})")
NO_GAPS = mark("No member's row has a gap.")
GAPS = mark("Gaps, where a member's row has nothing:")
GAP = mark("{indicator}: {members}, {years}")
LEFT_OUT = mark("Read and left out, as nothing here holds it:")
FORMULAS = mark(
    "{count} of the figures are results of formulas, the first in {place}. What was saved with "
    "them is read."
)
AGREES = mark("All {count} sums, shares and distributions in it agree with each other.")
AMISS = mark("Of {count} sums, shares and distributions in it, {amiss} do not agree:")
AGAINST = mark("{changed} of {both} shares of GDP differ from the edition of {day}:")
AS_BEFORE = mark("All {both} shares of GDP are as in the edition of {day}.")
NONE_BEFORE = mark("No earlier edition is held.")
REVISED = mark("{member} {year}: {before} -> {after} ({change})")
CROSSED = mark("On the other side of {floor} now:")
REBASED = mark(
    "The edition of {day} counts otherwise: core defence expenditure in one, defence expenditure "
    "in the other."
)
OTHERS = mark("Other figures that differ from the edition of {day}:")
COUNTED = mark("{indicator}: {changed} of {both}")
REPRICED = mark("{indicator}: all are at prices of another year")
HELD = mark("The edition of {day} is held already. Of the workbook's figures:")
SAME = mark("the same as held: {count}")
FINER = mark("the same as printed, with other decimals behind: {count}")
OTHER = mark("different: {count}")
NEW = mark("not held: {count} ({indicators})")
GONE = mark("held, and not in the workbook: {count}")
PAIR = mark("{member}, {indicator}, {year}: held {before}, in the workbook {after}")

_INDENT = "  "
_LATE = 2
"""Years between the last one of a workbook and its publication."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Of long lists the first ten are shown, or with `everything` all."""

    screen: Screen
    voice: Voice
    everything: bool

    def workbook(
        self, workbook: Workbook, taken: Taken, roster: Roster, *, is_from_name: bool
    ) -> None:
        edition = taken.edition
        self.screen.show(wrap(Text(plain(edition.title), "bold"), self.screen.width))
        published = PUBLISHED_BY_NAME if is_from_name else PUBLISHED
        said = [self._fill(published, day=edition.published_on)]
        if edition.cut_off is not None:
            said.append(self._fill(CLOSED, day=edition.cut_off))
        said.append(self._fill(CORE if edition.basis == "core" else DEFENCE))
        if edition.price_base is not None:
            said.append(self._fill(PRICES, year=edition.price_base))
        self._show(" ".join(said))
        self._size(taken.figures)
        self._rows(workbook, taken.figures)
        last = workbook.years[-1]
        if edition.published_on.year - last >= _LATE:
            self._say(LATE, year=last, day=edition.published_on)
        self._gaps(edition)
        if workbook.left_out:
            self._say(LEFT_OUT)
            self._list(map(plain, workbook.left_out))
        if formulas := workbook.formulas:
            found, place = formulas[0]
            cell = f"{found.table.sheet.name}!{a1(place)}"
            self._say(FORMULAS, count=self._count(len(formulas)), place=cell)
        self._checks(workbook, roster)

    def changes(self, knowledge: Knowledge, taken: Taken) -> None:
        """What is said otherwise than before; of shares the greatest change of each member."""
        found = changes(knowledge.ledger, knowledge.roster, taken)
        if found is None:
            self._say(NONE_BEFORE)
            return
        moved, day = found.shares.moved, found.before.published_on
        both = len(moved) + found.shares.same
        counts = {"changed": self._count(len(moved)), "both": self._count(both)}
        self._say(AGAINST if moved else AS_BEFORE, day=day, **counts)
        if found.before.basis != taken.edition.basis:
            self._say(REBASED, day=day)
        self._list(self._revision(each) for each in found.greatest)
        if crossing := found.crossing:
            self._say(CROSSED, floor=self.voice.percent(FLOOR.share, 0))
            self._list(self._revision(each) for each in crossing)
        for edition, counted in groupby(found.others, key=lambda each: each.before):
            self._say(OTHERS, day=edition.published_on)
            self._list(map(self._counted, counted))

    def comparison(self, held: Edition, found: Comparison) -> None:
        """A workbook against what is held of its own edition."""
        self._say(HELD, day=held.published_on)
        finer = [each for each in found.other if each.is_finer]
        other = sorted((each for each in found.other if not each.is_finer), key=_by_indicator)
        self._item(SAME, count=self._count(found.same))
        if finer:
            self._item(FINER, count=self._count(len(finer)))
        if other:
            self._item(OTHER, count=self._count(len(other)))
            self._list((self._pair(each) for each in other), indent=_INDENT * 2)
        if found.new:
            counted = Counter(each.indicator for each in found.new)
            listed = ", ".join(
                f"{self.voice.word(INDICATORS[each])} {self._count(counted[each])}"
                for each in Indicator
                if each in counted
            )
            self._item(NEW, count=self._count(len(found.new)), indicators=listed)
        if found.gone:
            self._item(GONE, count=self._count(len(found.gone)))

    def _size(self, figures: Iterable[Observation]) -> None:
        figures = tuple(figures)
        years = {each.year for each in figures}
        estimates = sorted({each.year for each in figures if each.estimate})
        said = self._fill(
            SIZE,
            count=self._count(len(figures)),
            members=len({each.member for each in figures}),
            first=min(years),
            last=max(years),
        )
        if estimates:
            said += " " + self._fill(ESTIMATES, years=", ".join(map(str, estimates)))
        self._show(said)

    def _rows(self, workbook: Workbook, figures: Iterable[Observation]) -> None:
        counted = Counter(each.indicator for each in figures)
        for indicator, found in workbook.held():
            self._item(
                ROW,
                indicator=INDICATORS[indicator],
                count=self._count(counted[indicator]),
                table=found.table.name,
            )

    def _gaps(self, edition: Edition) -> None:
        if not edition.gaps:
            self._say(NO_GAPS)
            return
        self._say(GAPS)
        self._list(
            self._fill(
                GAP,
                indicator=INDICATORS[each.indicator],
                members=", ".join(map(self._name, each.members)),
                years=", ".join(map(str, each.years)),
            )
            for each in edition.gaps
        )

    def _checks(self, workbook: Workbook, roster: Roster) -> None:
        checks = check(workbook, roster)
        counts = {"count": self._count(checks.count), "amiss": self._count(len(checks.amiss))}
        self._say(AMISS if checks.amiss else AGREES, **counts)
        self._list(plain(self.voice.word(each)) for each in checks.amiss)

    def _revision(self, each: Revision) -> str:
        value = each.change.value
        sign = "+" if value > 0 else ""
        return self._fill(
            REVISED,
            member=self._name(each.member),
            year=each.year,
            before=self.voice.percent(each.before.value, each.before.places),
            after=self.voice.percent(each.after.value, each.after.places),
            change=f"{sign}{self.voice.number(value, each.change.places)}",
        )

    def _counted(self, each: Counted) -> str:
        return self._fill(
            REPRICED if each.repriced else COUNTED,
            indicator=INDICATORS[each.indicator],
            changed=self._count(each.changed),
            both=self._count(each.both),
        )

    def _pair(self, each: Pair) -> str:
        return self._fill(
            PAIR,
            member=self._name(each.read.member),
            indicator=INDICATORS[each.read.indicator],
            year=each.read.year,
            before=self._value(each.held),
            after=self._value(each.read),
        )

    def _value(self, figure: Observation) -> str:
        value = figure.published
        written = self.voice.number(value, figure.places)
        marks = f" {figure.currency}" if figure.currency is not None else ""
        return f"{written}{'e' if figure.estimate else ''}{marks}"

    def _name(self, code: str) -> str:
        return country_name(code, self.voice.locale)

    def _count(self, number: int) -> Numeral:
        return self.voice.number(Decimal(number), 0)

    def _fill(self, template: str, **values: object) -> str:
        return plain(self.voice.fill(template, **values))

    def _say(self, template: str, **values: object) -> None:
        self._show(self._fill(template, **values))

    def _show(self, said: str) -> None:
        self.screen.show(wrap(Text(said), self.screen.width))

    def _item(self, template: str, **values: object) -> None:
        self._lines([self._fill(template, **values)], _INDENT)

    def _list(self, items: Iterable[str], indent: str = _INDENT) -> None:
        listed = list(items)
        shown = listed if self.everything else listed[:MOST]
        self._lines(shown, indent)
        if len(listed) > len(shown):
            more = self._fill(MORE, count=self._count(len(listed) - len(shown)))
            self._lines([more.strip()], indent)

    def _lines(self, items: Iterable[str], indent: str) -> None:
        for each in items:
            self.screen.show(hang(Text(indent), Text(each), self.screen.width))


def _by_indicator(pair: Pair) -> tuple[int, str, int]:
    """Shares first, which most is asked about."""
    figure = pair.read
    return list(Indicator).index(figure.indicator), figure.member, figure.year
