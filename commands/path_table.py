"""A path year by year, as a table and as a picture."""

from commands import charting
from commands.assuming import AssumingDraft
from commands.briefing import Chart, Figure, Sentence, Table
from commands.clauses import shown_places
from commands.path_asked import Asked
from commands.path_cost import year_figure
from commands.path_words import rise
from data.messages import mark
from data.rules import Kept, Path, PathYear, Step, floor_of, share_of

LONG = 15
"""From so many years on, those between are left out."""
_EVERY = 5

_KEPT: dict[Kept, str] = {
    Kept.KEPT: mark("kept"),
    Kept.BREACHED: mark("not kept"),
    Kept.NOT_REPORTED: mark("not reported"),
}


def shown(path: Path) -> tuple[PathYear, ...]:
    """All years of a short path; of a long one the first, the last, every fifth and the first that
    does not keep the yearly increase."""
    if len(path.years) < LONG:
        return path.years
    told = {path.years[0].year, path.years[-1].year, path.breach and path.breach.year}
    return tuple(each for each in path.years if each.year in told or each.year % _EVERY == 0)


def table(draft: AssumingDraft, asked: Asked, path: Path) -> Table:
    say = draft.voice.text
    columns = [say(mark("Year")), say(mark("Share of GDP")), say(mark("Rise in points"))]
    money = bool(path.years[-1].money)
    if money:
        columns.append(say(mark("Extra money")))
    if asked.increase is not None and path.increases:
        columns.append(say(mark("Yearly clause")))
    return Table(
        columns=tuple(columns),
        rows=tuple(_row(draft, path, each, len(columns)) for each in shown(path)),
    )


def _row(draft: AssumingDraft, path: Path, year: PathYear, columns: int) -> tuple[Sentence, ...]:
    cells = [
        draft.say("{year}", year=year_figure(draft, year)),
        draft.say("{share}", share=draft.figure(year.share)),
        draft.say("{rise}", rise=_number(draft, year.rise)),
    ]
    if year.money:
        cells.append(draft.say("{money}", money=draft.figure(year.money[0].extra)))
    if len(cells) < columns:
        cells.append(draft.say(_kept(path, year)))
    return tuple(cells)


def _number(draft: AssumingDraft, step: Step) -> Figure:
    """Without its unit, which the column names."""
    figure = rise(draft, step)
    return figure.model_copy(update={"text": draft.voice.number(step.value, figure.places)})


def _kept(path: Path, year: PathYear) -> str:
    for each in path.increases:
        if each.year == year.year:
            return _KEPT[each.kept]
    return mark("not asked")


def chart(draft: AssumingDraft, asked: Asked, path: Path, other: Path | None) -> Chart:
    """`other` is the commitment as it stands, where that is another path."""
    series, name = asked.series, draft.party(asked.member.id)
    courses = [charting.reported(draft, series, draft.say(mark("reported")))]
    if path.years:
        title = mark("this path") if other is not None else mark("path to the share asked for")
        courses.append(charting.planned(draft, _shares(path), draft.say(title)))
    if other is not None:
        stands = draft.say(mark("the commitment as it stands"))
        courses.append(charting.planned(draft, _shares(other), stands))
    return Chart(
        title=draft.say(mark("{member}: the path to the share asked for"), member=name),
        measure=draft.voice.text(mark("Share of GDP, in percent")),
        courses=tuple(courses),
        levels=(charting.level(draft, asked.clause, asked.commitment),),
        source=charting.source(draft, [series]),
        alt=_alt(draft, asked, path, other),
    )


def _shares(path: Path) -> list[Step]:
    return [path.start, *(each.share for each in path.years)]


def _alt(draft: AssumingDraft, asked: Asked, path: Path, other: Path | None) -> Sentence:
    first = share_of(asked.series, next(iter(asked.series.by_year.values())))
    values = {
        "member": draft.party(asked.member.id, "start"),
        "first": draft.figure(first),
        "first_year": draft.year_of(first),
        "last": draft.figure(path.start),
        "last_year": draft.year_of(path.start),
        "share": draft.figure(floor_of(asked.clause), places=shown_places(asked.clause)),
    }
    if path.first_reached is None:
        template = mark(
            "{member} reported {first} of GDP in {first_year} and {last} in {last_year}, at or "
            "above the {share} asked for."
        )
        return draft.say(template, **values)
    values["reached"] = draft.figure(path.first_reached)
    if other is None or other.first_reached is None:
        template = mark(
            "{member} reported {first} of GDP in {first_year} and {last} in {last_year}; the path "
            "leads to {share} in {reached}."
        )
        return draft.say(template, **values)
    values["stands"] = draft.figure(other.first_reached)
    template = mark(
        "{member} reported {first} of GDP in {first_year} and {last} in {last_year}; the path "
        "leads to {share} in {reached}, the commitment as it stands in {stands}."
    )
    return draft.say(template, **values)
