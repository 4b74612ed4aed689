"""Figures that people record, correct and retract at run time. They are always mended: what a
publisher corrects after publication is an edition of its own."""

from collections.abc import Sequence

from sqlalchemy import Connection

from data.errors import Fault, RecordError
from data.facts.kinds import NAMES
from data.facts.log import Action
from data.facts.soundness import check_reason, problems
from data.facts.soundness.known import Known
from data.messages import mark
from data.rules.expenditure import Edition, Indicator, Observation
from data.store import bodies, figures, held
from data.store.plan import HeldFigure
from data.store.referable import known
from data.store.tables import revision
from data.store.writing import Author, FigureDraft, append_figures, changed

NO_EDITION = mark("There is no edition '{edition}'. Record it first, or name one of: {known}.")
TWICE = mark("{member} has two values of {indicator} for {year}; give one.")
THERE_ALREADY = mark(
    "{member} has a value of {indicator} for {year} in the edition {edition} already; correct it "
    "instead."
)
NOT_THERE = mark("{member} has no value of {indicator} for {year} in the edition {edition}.")
NOTHING_NEW = mark(
    "{member} has this value of {indicator} for {year} in the edition {edition} already; nothing "
    "was changed."
)


def record(
    connection: Connection, edition: str, values: Sequence[Observation], author: Author
) -> None:
    """Writes figures that are not there: all of them, or none."""
    if not values:
        return
    _check(connection, edition, values)
    there = _there(connection)
    drafts: list[FigureDraft] = []
    for value in values:
        before = there.get(_key(edition, value))
        if before is not None and before.value is not None:
            raise _refused(THERE_ALREADY, edition, value)
        number = 1 if before is None else before.number + 1
        drafts.append(FigureDraft(edition=edition, value=value, number=number, action="recorded"))
    append_figures(connection, drafts, author)
    changed(connection)


def correct(
    connection: Connection, edition: str, value: Observation, author: Author, *, because: str
) -> None:
    check_reason(because, "because")
    _check(connection, edition, [value])
    before = _there(connection).get(_key(edition, value))
    if before is None or before.value is None:
        raise _refused(NOT_THERE, edition, value)
    if (before.value, str(before.value.value)) == (value, str(value.value)):
        raise _refused(NOTHING_NEW, edition, value)
    _write(connection, edition, value, before, author, because, "corrected")


def retract(
    connection: Connection,
    edition: str,
    member: str,
    indicator: Indicator,
    year: int,
    author: Author,
    *,
    because: str,
) -> None:
    check_reason(because, "because")
    before = _there(connection).get((edition, member, indicator.value, year))
    if before is None or before.value is None:
        problem = NOT_THERE.format(
            member=member, indicator=indicator.value, year=year, edition=edition
        )
        raise RecordError([Fault.at(("year",), problem)])
    _write(connection, edition, before.value, before, author, because, "retracted")


def _write(
    connection: Connection,
    edition: str,
    value: Observation,
    before: HeldFigure,
    author: Author,
    because: str,
    action: Action,
) -> None:
    number = before.number + 1
    draft = FigureDraft(edition=edition, value=value, number=number, action=action, because=because)
    append_figures(connection, [draft], author)
    changed(connection)


_there = figures.newest_figures


def _key(edition: str, value: Observation) -> tuple[str, str, str, int]:
    return (edition, value.member, value.indicator.value, value.year)


def _refused(template: str, edition: str, value: Observation) -> RecordError:
    problem = template.format(
        member=value.member, indicator=value.indicator.value, year=value.year, edition=edition
    )
    return RecordError([Fault.at(("value",), problem)])


def _check(connection: Connection, edition: str, values: Sequence[Observation]) -> None:
    referable = known(connection)
    of = _edition(connection, edition, referable)
    faults = [
        Fault.at(("figures", index, *fault.path), fault.problem)
        for index, value in enumerate(values)
        for fault in problems(value, referable, edition=of)
    ]
    seen: set[tuple[str, str, str, int]] = set()
    for value in values:
        if (key := _key(edition, value)) in seen:
            raise _refused(TWICE, edition, value)
        seen.add(key)
    if faults:
        raise RecordError(faults)


def _edition(connection: Connection, edition: str, referable: Known) -> Edition:
    key = bodies.key(NAMES[Edition], edition)
    for each in held.newest(connection, revision.c.fact == key):
        read = bodies.read(each.kind, each.body) if each.body is not None else None
        if isinstance(read, Edition):
            return read
    listed = ", ".join(sorted(referable.editions)) or "none"
    raise RecordError([Fault.at(("edition",), NO_EDITION.format(edition=edition, known=listed))])
