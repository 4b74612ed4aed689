"""A workbook as the records that are kept of it: a source, an edition and its figures."""

from dataclasses import dataclass
from datetime import date

from data.dates import PartialDate
from data.errors import Fault, QuestionError
from data.facts.soundness import Known, gap_problems, problems
from data.facts.soundness.figures import observation_problems
from data.importers.nato.faults import CellFault, Faults
from data.importers.nato.imprint import cut_off_of, note_of, title_of
from data.importers.nato.observed import figures_in, gaps_in
from data.importers.nato.whole import Workbook
from data.members import Roster
from data.messages import mark
from data.rules.expenditure import Edition, Observation
from data.sources import Cite, Grade, Source

PUBLISHER = "NATO"
LICENCE = "NATO's terms of use: credit NATO, not for sale or advertising"

TOO_EARLY = mark(
    "The workbook reports {year}, so it was not published on {day}. Say with --published DAY when "
    "it was."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What a workbook does not say of itself. `file` is what it is called, `today` the day on which
    it is read; a title or a day of closing that is None is looked for in the workbook. Without an
    address it can be looked at, but not written: a source has one."""

    published_on: PartialDate
    url: str | None
    today: date
    file: str
    title: str | None = None
    cut_off: PartialDate | None = None

    @property
    def edition(self) -> str:
        return str(self.published_on)

    @property
    def source(self) -> str:
        return f"nato-workbook-{self.edition}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What is to be written of a workbook."""

    source: Source | None
    edition: Edition
    figures: tuple[Observation, ...]


def take(workbook: Workbook, about: Particulars, roster: Roster) -> Taken:
    """Raises WorkbookError for figures that nobody can have reported, with their cells, and
    QuestionError for a day of publication on which the workbook cannot have been there yet."""
    if (last := workbook.years[-1]) > about.published_on.year:
        raise QuestionError(TOO_EARLY, year=last, day=about.published_on)
    faults = Faults()
    edition = _edition(workbook, about)
    source = _source(workbook, about, edition.title)
    known = _known({about.source: source}, edition, roster)
    placed = list(figures_in(workbook, about.source, faults))
    for each in placed:
        for fault in observation_problems(each.figure, known, edition):
            faults.add(each.found.fault(each.place, fault.sentence))
    figures = tuple(each.figure for each in placed)
    others: list[Fault] = [
        *(problems(source, known, today=about.today) if source is not None else ()),
        *problems(edition, known, today=about.today),
        *gap_problems(edition, figures),
    ]
    for fault in others:
        faults.add(CellFault("", "", fault.sentence))
    faults.check()
    return Taken(source=source, edition=edition, figures=figures)


def _edition(workbook: Workbook, about: Particulars) -> Edition:
    names = [found.table.name.removeprefix("Table ") for _, found in workbook.held()]
    where = f"Tables {', '.join(dict.fromkeys(names))}"
    return Edition(
        id=about.edition,
        title=about.title or title_of(workbook),
        published_on=about.published_on,
        cut_off=about.cut_off or cut_off_of(workbook),
        basis=workbook.basis,
        price_base=workbook.price_base,
        complete=True,
        gaps=tuple(gaps_in(workbook, about.source)),
        cites=(Cite(source=about.source, locator=where),),
    )


def _source(workbook: Workbook, about: Particulars, title: str) -> Source | None:
    if about.url is None:
        return None
    return Source(
        id=about.source,
        title=f"{title}, tables",
        publisher=PUBLISHER,
        published_on=about.published_on,
        verified_on=about.today,
        url=about.url,
        grade=Grade.OFFICIAL,
        licence=LICENCE,
        note=note_of(workbook, about.file),
    )


def _known(sources: dict[str, Source | None], edition: Edition, roster: Roster) -> Known:
    """All that the records of a workbook refer to."""
    return Known(
        sources=sources,
        members=frozenset(roster.by_code),
        editions=frozenset({edition.id}),
        commitments=frozenset(),
        meetings=frozenset(),
        duties={},
    )
