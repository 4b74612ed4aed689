"""Paths and what is said of many members at once, as plain text. See `findings` for the rest."""

from collections.abc import Iterable, Iterator

from data.rules.aggregate import LACKS, Aggregate, Lacking
from data.rules.derivation import Step
from data.rules.economy import MissingMoney, NoMoney
from data.rules.expenditure import Basis
from data.rules.outline import cited, outline
from data.rules.path import Path, PathYear
from data.rules.ranking import Place, Ranking
from data.rules.revisions import Revision, Revisions
from data.rules.tally import Tally, Uncounted
from data.rules.verdicts import RULES
from data.rules.whatif import Difference

BASES: dict[Basis, str] = {
    "defence": "defence expenditure",
    "core": "core defence expenditure",
}
_NO_MONEY: dict[NoMoney, str] = {
    NoMoney.NOT_REPORTED: "no edition has it for that year",
    NoMoney.NOT_IN_ONE_EDITION: "no edition has it together with the share of GDP of that year",
    NoMoney.SHARE_OF_ZERO: "no GDP follows from a share of zero",
}


def path_lines(found: Path) -> Iterator[str]:
    yield f"Path to {found.clause.id}, {found.member.id} on {found.as_of}: {found.plan}"
    yield f"  {found.clause.claim} {cited(found.clause.cites)}"
    yield f"  Starts from edition {found.edition}, which counts {BASES[found.basis]}."
    if found.reached_already:
        yield "  The share asked for is reached already."
    yield from (f"  {_no_money(each)}" for each in found.missing)
    yield from (f"  {each.year}: {words(each.kept)}" for each in found.increases)
    steps = (each.spare for each in found.increases if each.spare is not None)
    reached = () if found.first_reached is None else (found.first_reached,)
    amounts = (step for each in found.years for step in _amounts(each))
    every = (found.start, found.floor, found.growth, *reached, *amounts, *steps)
    yield from under(outline(*every).splitlines())


def difference_lines(found: Difference) -> Iterator[str]:
    yield f"Difference of two paths in {found.currency}"
    yield from under(outline(*found.by_year, found.total).splitlines())


def ranking_lines(found: Ranking) -> Iterator[str]:
    yield f"Ranking by {found.clause.id}{_asked(found)}"
    yield f"  {found.clause.claim} {cited(found.clause.cites)}"
    for each in found.places:
        yield from under(_place(each))
    yield from under(_uncounted("Without a place:", found.unranked))


def tally_lines(found: Tally) -> Iterator[str]:
    count = "" if found.met is None else f": {found.met.value} of {found.asked}"
    yield f"Members at or above {found.clause.id}{_asked(found)}{count}"
    yield f"  {found.clause.claim} {cited(found.clause.cites)}"
    if found.met is None:
        yield "  Nobody's share is reported."
    else:
        yield from under(outline(found.met).splitlines())
    yield from under(_uncounted("Not counted:", found.not_reported))
    yield from under(_uncounted("Considered, does not apply:", found.not_applicable))


def revisions_lines(found: Revisions) -> Iterator[str]:
    yield f"Revisions from edition {found.before} to {found.after}"
    yield f"  Changed: {len(found.moved)}. The same as published: {found.same}."
    for each in found.moved:
        yield from under(_revision(each))
    yield from under(_years("The same but for rounding", found.rounded))
    yield from under(_years(f"Only in edition {found.before}", found.only_before))
    yield from under(_years(f"Only in edition {found.after}", found.only_after))


def aggregate_lines(found: Aggregate) -> Iterator[str]:
    edition = "" if found.edition is None else f", edition {found.edition}"
    counted, asked = len(found.counted), len(found.counted) + len(found.missing)
    name = f"Members together in {found.year}, {found.as_of}{edition}"
    yield f"{name}: {counted} of {asked} counted"
    if found.missing:
        yield "  Not complete: the figures are those of the members counted alone."
    if found.counted:
        yield f"  Counted: {', '.join(found.counted)}."
    if found.share is not None:
        yield from under(_weighing(found))
        yield from under(outline(found.share).splitlines())
    yield from under(_lacking(found.missing))
    yield from under(_uncounted("Considered, does not apply:", found.not_applicable))


def words(name: str) -> str:
    return name.replace("_", " ")


def under(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def _amounts(found: PathYear) -> Iterator[Step]:
    yield from (found.share, found.rise)
    for each in found.money:
        yield from (each.gdp, each.spending, each.extra, each.cumulative)


def _no_money(found: MissingMoney) -> str:
    what = f"{found.indicator.value} for {found.year}"
    return f"No amount follows from {what}: {_NO_MONEY[found.why]}."


def _asked(found: Ranking | Tally) -> str:
    year = "" if found.year is None else f" in {found.year}"
    edition = "" if found.edition is None else f", edition {found.edition}"
    return f"{year}, {found.as_of}{edition}"


def _place(found: Place) -> Iterator[str]:
    moved = found.movement
    yield f"{found.place}. {found.member}: {words(found.verdict)}"
    if moved is not None and moved.places is not None:
        yield f"  Places gained since edition {moved.since}: {moved.places}."
    steps = (found.share,) if moved is None else (found.share, moved.share)
    yield from under(outline(*steps).splitlines())


def _revision(found: Revision) -> Iterator[str]:
    yield f"{found.member}, {found.year}"
    if found.rebased:
        yield "  The two editions count different things."
    if found.repriced:
        yield "  Their constant prices are of different years."
    if found.crossed:
        yield "  It is on the other side of the share asked about."
    yield from under(outline(found.change).splitlines())


def _weighing(found: Aggregate) -> Iterator[str]:
    """What the figures are in, and wherein they differ from those that NATO gives for a group."""
    if found.spent is not None and found.in_constant_prices:
        yield f"In US dollars at prices and exchange rates of {found.spent.price_base}."
    else:
        yield "In US dollars at current prices and exchange rates; NATO takes constant ones."
    if found.gdp_missing:
        yield f"Without a GDP that NATO includes: {', '.join(found.gdp_missing)}."


def _lacking(found: tuple[Lacking, ...]) -> Iterator[str]:
    if found:
        yield "Not counted:"
    yield from (f"  {each.member}: {LACKS[each.reason]}" for each in found)


def _years(title: str, found: tuple[tuple[str, int], ...]) -> Iterator[str]:
    if found:
        yield f"{title}: {', '.join(f'{member} {year}' for member, year in found)}."


def _uncounted(title: str, found: tuple[Uncounted, ...]) -> Iterator[str]:
    if found:
        yield title
    yield from (f"  {each.member}: {RULES[each.reason]}" for each in found)
