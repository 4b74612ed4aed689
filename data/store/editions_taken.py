"""An edition of expenditure figures that a person brings in as a whole: with its source and all of
its figures, or not at all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from data.errors import Fault, RecordError
from data.facts.kinds import NAMES
from data.facts.soundness import Known, gap_problems, problems
from data.rules.expenditure import Edition, Observation
from data.sources import Source
from data.store import bodies, figures, recording, recording_figures
from data.store.log import newest_entry
from data.store.referable import known
from data.store.writing import Author, FigureDraft, append_figures, changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What to write of an edition.

    Its source and the edition are written where they are not there, and a source of the same id
    stays as it is; an edition that is there is mended where it says something else. `new` are
    figures that are not there, `corrected` such as take the place of others. `because` is why
    anything that is there changes.
    """

    source: Source
    edition: Edition
    new: Sequence[Observation] = ()
    corrected: Sequence[Observation] = ()
    because: str


def take(connection: Connection, intake: Intake, author: Author) -> None:
    """Runs within the caller's transaction. Raises RecordError with what is wrong, the edition as a
    whole included: a place that is said to be empty and has a figure."""
    if newest_entry(connection, bodies.key_of(intake.source)) is None:
        recording.record(connection, intake.source, author)
    _write_edition(connection, intake, author)
    recording_figures.record(connection, intake.edition.id, intake.new, author)
    _correct(connection, intake, author)
    _check_whole(connection, intake.edition)


def _write_edition(connection: Connection, intake: Intake, author: Author) -> None:
    before = newest_entry(connection, bodies.key(NAMES[Edition], intake.edition.id))
    if before is None or before.value is None:
        recording.record(connection, intake.edition, author)
    elif bodies.text(before.value) != bodies.text(intake.edition):
        recording.correct(
            connection, intake.edition, author, because=intake.because, mend=True, known_on=None
        )


def _correct(connection: Connection, intake: Intake, author: Author) -> None:
    """As `recording_figures.correct` for each, which reads all figures every time."""
    if not intake.corrected:
        return
    referable = known(connection)
    if faults := list(_faults(intake, referable)):
        raise RecordError(faults)
    there = figures.newest_figures(connection)
    drafts: list[FigureDraft] = []
    for value in intake.corrected:
        before = there.get((intake.edition.id, value.member, value.indicator.value, value.year))
        if before is None or before.value is None:
            problem = recording_figures.NOT_THERE.format(
                member=value.member,
                indicator=value.indicator.value,
                year=value.year,
                edition=intake.edition.id,
            )
            raise RecordError([Fault.at(("value",), problem)])
        drafts.append(
            FigureDraft(
                edition=intake.edition.id,
                value=value,
                number=before.number + 1,
                action="corrected",
                because=intake.because,
            )
        )
    append_figures(connection, drafts, author)
    changed(connection)


def _faults(intake: Intake, referable: Known) -> Iterator[Fault]:
    for index, value in enumerate(intake.corrected):
        for fault in problems(value, referable, edition=intake.edition):
            yield Fault.at(("figures", index, *fault.path), fault.problem)


def _check_whole(connection: Connection, edition: Edition) -> None:
    there = figures.newest_figures(connection)
    own = [
        held.value
        for (of, *_), held in there.items()
        if of == edition.id and held.value is not None
    ]
    if faults := list(gap_problems(edition, own)):
        raise RecordError(faults)
