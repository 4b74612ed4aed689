"""How a workbook differs from what is known: of its own edition, or of the one before it."""

from collections import Counter
from itertools import groupby

from bot.nato_lines import INDENT, INDICATORS, Lines
from data.facts.knowledge import Knowledge
from data.importers.nato.earlier import FLOOR, Counted, changes
from data.importers.nato.edition import Taken
from data.importers.nato.held import Comparison, Pair
from data.messages import mark
from data.rules import Revision
from data.rules.expenditure import Edition, Indicator, Observation

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


def show_changes(to: Lines, knowledge: Knowledge, taken: Taken) -> None:
    """What is said otherwise than before; of shares the greatest change of each member."""
    found = changes(knowledge.ledger, knowledge.roster, taken)
    if found is None:
        to.say(NONE_BEFORE)
        return
    moved, day = found.shares.moved, found.before.published_on
    both = len(moved) + found.shares.same
    counts = {"changed": to.count(len(moved)), "both": to.count(both)}
    to.say(AGAINST if moved else AS_BEFORE, day=day, **counts)
    if found.before.basis != taken.edition.basis:
        to.say(REBASED, day=day)
    to.list(_revision(to, each) for each in found.greatest)
    if crossing := found.crossing:
        to.say(CROSSED, floor=to.voice.percent(FLOOR.share, 0))
        to.list(_revision(to, each) for each in crossing)
    for edition, counted in groupby(found.others, key=lambda each: each.before):
        to.say(OTHERS, day=edition.published_on)
        to.list(_counted(to, each) for each in counted)


def show_comparison(to: Lines, held: Edition, found: Comparison) -> None:
    """A workbook against what is held of its own edition."""
    to.say(HELD, day=held.published_on)
    finer = [each for each in found.other if each.is_finer]
    other = sorted((each for each in found.other if not each.is_finer), key=_by_indicator)
    to.item(SAME, count=to.count(found.same))
    if finer:
        to.item(FINER, count=to.count(len(finer)))
    if other:
        to.item(OTHER, count=to.count(len(other)))
        to.list((_pair(to, each) for each in other), indent=INDENT * 2)
    if found.new:
        counted = Counter(each.indicator for each in found.new)
        listed = ", ".join(
            f"{to.voice.word(INDICATORS[each])} {to.count(counted[each])}"
            for each in Indicator
            if each in counted
        )
        to.item(NEW, count=to.count(len(found.new)), indicators=listed)
    if found.gone:
        to.item(GONE, count=to.count(len(found.gone)))


def _revision(to: Lines, each: Revision) -> str:
    value = each.change.value
    sign = "+" if value > 0 else ""
    return to.fill(
        REVISED,
        member=to.name(each.member),
        year=each.year,
        before=to.voice.percent(each.before.value, each.before.places),
        after=to.voice.percent(each.after.value, each.after.places),
        change=f"{sign}{to.voice.number(value, each.change.places)}",
    )


def _counted(to: Lines, each: Counted) -> str:
    return to.fill(
        REPRICED if each.repriced else COUNTED,
        indicator=INDICATORS[each.indicator],
        changed=to.count(each.changed),
        both=to.count(each.both),
    )


def _pair(to: Lines, each: Pair) -> str:
    return to.fill(
        PAIR,
        member=to.name(each.read.member),
        indicator=INDICATORS[each.read.indicator],
        year=each.read.year,
        before=_value(to, each.held),
        after=_value(to, each.read),
    )


def _value(to: Lines, figure: Observation) -> str:
    value = figure.published
    written = to.voice.number(value, figure.places)
    marks = f" {figure.currency}" if figure.currency is not None else ""
    return f"{written}{'e' if figure.estimate else ''}{marks}"


def _by_indicator(pair: Pair) -> tuple[int, str, int]:
    """Shares first, which most is asked about."""
    figure = pair.read
    return list(Indicator).index(figure.indicator), figure.member, figure.year
