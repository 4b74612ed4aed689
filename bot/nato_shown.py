"""What a workbook holds, before it is written."""

from collections import Counter
from collections.abc import Sequence

from bot.nato_lines import INDICATORS, Lines
from bot.render.plain import plain
from data.importers.nato.edition import Taken
from data.importers.nato.grid import a1
from data.importers.nato.imprint import star_notes, starred_in
from data.importers.nato.sums import check
from data.importers.nato.whole import Workbook
from data.members import Roster
from data.messages import mark
from data.rules.expenditure import Edition, Observation

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
STARRED = mark("With a star: {members}.")
NOTE = mark("NATO's note: {note}")
FORMULAS = mark(
    "{count} of the figures are results of formulas, the first in {place}. What was saved with "
    "them is read."
)
AGREES = mark("All {count} sums, shares and distributions in it agree with each other.")
AMISS = mark("Of {count} sums, shares and distributions in it, {amiss} do not agree:")

_LATE = 2
"""Years between the last one of a workbook and its publication."""


def show_workbook(
    to: Lines, workbook: Workbook, taken: Taken, roster: Roster, *, is_from_name: bool
) -> None:
    edition = taken.edition
    to.head(edition.title)
    published = PUBLISHED_BY_NAME if is_from_name else PUBLISHED
    said = [to.fill(published, day=edition.published_on)]
    if edition.cut_off is not None:
        said.append(to.fill(CLOSED, day=edition.cut_off))
    said.append(to.fill(CORE if edition.basis == "core" else DEFENCE))
    if edition.price_base is not None:
        said.append(to.fill(PRICES, year=edition.price_base))
    to.show(" ".join(said))
    _size(to, taken.figures)
    _rows(to, workbook, taken.figures)
    last = workbook.years[-1]
    if edition.published_on.year - last >= _LATE:
        to.say(LATE, year=last, day=edition.published_on)
    _gaps(to, edition)
    if workbook.left_out:
        to.say(LEFT_OUT)
        to.list(map(plain, workbook.left_out))
    if starred := starred_in(workbook):
        to.say(STARRED, members=", ".join(map(to.name, starred)))
        for note in star_notes(workbook):
            to.say(NOTE, note=note)
    if formulas := workbook.formulas:
        found, place = formulas[0]
        cell = f"{found.table.sheet.name}!{a1(place)}"
        to.say(FORMULAS, count=to.count(len(formulas)), place=cell)
    _checks(to, workbook, roster)


def _size(to: Lines, figures: Sequence[Observation]) -> None:
    years = {each.year for each in figures}
    estimates = sorted({each.year for each in figures if each.estimate})
    said = to.fill(
        SIZE,
        count=to.count(len(figures)),
        members=len({each.member for each in figures}),
        first=min(years),
        last=max(years),
    )
    if estimates:
        said += " " + to.fill(ESTIMATES, years=", ".join(map(str, estimates)))
    to.show(said)


def _rows(to: Lines, workbook: Workbook, figures: Sequence[Observation]) -> None:
    counted = Counter(each.indicator for each in figures)
    for indicator, found in workbook.held():
        to.item(
            ROW,
            indicator=INDICATORS[indicator],
            count=to.count(counted[indicator]),
            table=found.table.name,
        )


def _gaps(to: Lines, edition: Edition) -> None:
    if not edition.gaps:
        to.say(NO_GAPS)
        return
    to.say(GAPS)
    to.list(
        to.fill(
            GAP,
            indicator=INDICATORS[each.indicator],
            members=", ".join(map(to.name, each.members)),
            years=", ".join(map(str, each.years)),
        )
        for each in edition.gaps
    )


def _checks(to: Lines, workbook: Workbook, roster: Roster) -> None:
    checks = check(workbook, roster)
    counts = {"count": to.count(checks.count), "amiss": to.count(len(checks.amiss))}
    to.say(AMISS if checks.amiss else AGREES, **counts)
    to.list(plain(to.voice.word(each)) for each in checks.amiss)
