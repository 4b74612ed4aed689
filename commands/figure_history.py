"""How the share of one year was reported, edition by edition: `/history Spain year:2024`."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from commands import side_by_side
from commands.briefing import Briefing, FollowUp, Sentence, Table
from commands.desk import Desk
from commands.draft import Draft
from commands.news import best
from commands.voice import Values
from data import rules
from data.errors import QuestionError
from data.members import Member
from data.messages import mark
from data.rules import Edition, Gap, Indicator, Revision, Series, Step

NO_FIGURE = mark(
    "No edition of NATO's figures out on {day} gives {member} a share for {year}. They have the "
    "years {first} to {last}."
)
NEVER = mark("No edition of NATO's figures out on {day} gives {member} a share of GDP.")

_NOTHING = mark("–")
_BASES = {"defence": mark("defence expenditure"), "core": mark("core defence expenditure")}
_GAPS = {
    "blank_in_edition": mark("left blank"),
    "not_in_our_copy": mark("not in the copy here"),
}
_MISSING = {
    "blank_in_edition": mark("NATO's edition of {edition}, the newest, leaves {year} blank."),
    "not_in_our_copy": mark(
        "NATO's edition of {edition} reports {year} too; the copy held here lacks it."
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Report:
    """What one edition says of the year. `share` is None where it has a gap there; `revision` is
    what changed on the newest edition before it that is as precise, if anything did."""

    edition: Edition
    share: Step | None = None
    places: int = 0
    gap: Gap | None = None
    compared: Edition | None = None
    revision: Revision | None = None


def brief(draft: Draft, member: Member, year: int) -> Briefing:
    """Raises QuestionError where no edition that was out has the year."""
    every = tuple(_reports(draft, member, year))
    reports = [each for each in every if each.share is not None]
    if not reports:
        raise _refusal(draft, member, year)
    name = draft.party(member.id)
    shown = draft.year(year, reports[0].edition.cites)
    return draft.finish(
        "history",
        subject=member.id,
        edition=reports[0].edition,
        title=draft.say(
            mark("{member}: how the share of {year} was reported"), member=name, year=shown
        ),
        lead=_lead(draft, member, reports),
        table=_table(draft, every),
        caveats=_caveats(draft, year, every, reports),
        follow_ups=_follow_ups(draft.desk, member, year),
    )


def _reports(draft: Draft, member: Member, year: int) -> Iterator[_Report]:
    """Newest edition first."""
    ledger, indicator = draft.desk.knowledge.ledger, Indicator.SHARE_OF_GDP
    every = ledger.all_series(member.id, indicator, draft.as_of)
    having = [each for each in every if year in each.by_year]
    for edition in ledger.published_by(draft.as_of):
        series = next((each for each in having if each.edition.id == edition.id), None)
        if series is not None:
            yield _report(draft, member, series, having[having.index(series) + 1 :], year)
            continue
        for gap in edition.gaps:
            if member.id in gap.members and gap.indicator is indicator and year in gap.years:
                yield _Report(edition=edition, gap=gap)


def _report(
    draft: Draft, member: Member, series: Series, earlier: list[Series], year: int
) -> _Report:
    observation = series.by_year[year]
    as_fine = [each for each in earlier if each.by_year[year].places >= observation.places]
    before = next(iter(as_fine or earlier), None)
    return _Report(
        edition=series.edition,
        share=rules.share_of(series, observation),
        places=observation.places,
        compared=before and before.edition,
        revision=_revision(draft, member, before and before.edition, series.edition, year),
    )


def _revision(
    draft: Draft, member: Member, before: Edition | None, after: Edition, year: int
) -> Revision | None:
    ledger = draft.desk.knowledge.ledger
    if before is None or before.published_on.last >= after.published_on.last:
        return None
    found = rules.revisions([member], ledger, before=before, after=after, year=year)
    return found.moved[0] if found.moved else None


def _refusal(draft: Draft, member: Member, year: int) -> QuestionError:
    name, day = draft.desk.party_name(member.id, "inside"), draft.as_of
    ledger = draft.desk.knowledge.ledger
    every = ledger.all_series(member.id, Indicator.SHARE_OF_GDP, draft.as_of)
    years = [each for series in every for each in series.by_year]
    if not years:
        return QuestionError(NEVER, member=name, day=day)
    return QuestionError(
        NO_FIGURE, member=name, day=day, year=year, first=min(years), last=max(years)
    )


_SINCE = {
    1: mark(
        "For {year}, NATO's edition of {edition} gives {member} {share}: {change} more than "
        "the first to report that year, of {first} ({then})."
    ),
    -1: mark(
        "For {year}, NATO's edition of {edition} gives {member} {share}: {change} less than "
        "the first to report that year, of {first} ({then})."
    ),
    0: mark(
        "For {year}, NATO's edition of {edition} gives {member} {share}, the same as the first "
        "to report that year, of {first} ({then})."
    ),
}
_ONCE = mark(
    "For {year}, NATO's edition of {edition} gives {member} {share}; no other edition held here "
    "reports that year."
)


def _lead(draft: Draft, member: Member, reports: list[_Report]) -> list[Sentence]:
    newest, first = reports[0], reports[-1]
    assert newest.share is not None
    assert first.share is not None
    values: Values = {
        "year": draft.year_of(newest.share),
        "edition": draft.published(newest.edition),
        "member": draft.party(member.id, "inside"),
        "share": _share(draft, newest.share),
    }
    if len(reports) == 1:
        return [draft.say(_ONCE, **values)]
    year = newest.share.year
    assert year is not None
    change = _revision(draft, member, first.edition, newest.edition, year)
    values |= {"first": draft.published(first.edition), "then": _share(draft, first.share)}
    direction = 0
    if change is not None:
        direction = 1 if change.change.value > 0 else -1
        values["change"] = draft.figure(change.change, absolute=True)
        _derive(draft, member, newest.edition, change)
    for each in reports:
        if each.revision is not None:
            _derive(draft, member, each.edition, each.revision)
    since = draft.say(_SINCE[direction], **values)
    # Of two editions, that sentence has said all.
    return [since, _counted(draft, reports)] if len(reports) > 2 else [since]


def _share(draft: Draft, share: Step) -> Sentence:
    template = mark("{share}, estimate") if share.estimate else "{share}"
    return draft.say(template, share=draft.figure(share))


def _counted(draft: Draft, reports: list[_Report]) -> Sentence:
    revised = [each for each in reports if each.revision is not None]
    count = draft.count(draft.say(mark("editions that report the year")), reports)
    values: Values = {"count": count}
    if not revised:
        return draft.say(mark("None of the {count} editions that report it revised it."), **values)
    values["revised"] = draft.count(draft.say(mark("editions that revised the year")), revised)
    values["last"] = draft.published(revised[0].edition)
    return draft.say(
        mark(
            "Of {count} editions that report it, {revised} revised it; the last to do so is that "
            "of {last}."
        ),
        **values,
    )


def _derive(draft: Draft, member: Member, edition: Edition, found: Revision) -> None:
    draft.derive(
        draft.say(
            mark("{member}: NATO's edition of {edition}"),
            member=draft.party(member.id),
            edition=draft.published(edition),
        ),
        draft.say(mark("The share in this edition, less the share of the same year before.")),
        [found.change],
    )


def _table(draft: Draft, reports: tuple[_Report, ...]) -> Table:
    based = len({each.edition.basis for each in reports}) > 1
    columns = [mark("Edition"), mark("Share"), mark("Points"), mark("Counts")][: 3 + based]
    return Table(
        columns=tuple(draft.voice.text(each) for each in columns),
        rows=tuple(_row(draft, each)[: 3 + based] for each in reports),
    )


def _row(draft: Draft, report: _Report) -> tuple[Sentence, ...]:
    change = draft.say(_NOTHING)
    if report.revision is not None:
        figure = side_by_side.signed(draft, report.revision.change)
        change = draft.say("{change}", change=figure)
    elif report.compared is not None:
        change = draft.say(mark("same"))
    return (
        _edition(draft, report.edition),
        _said(draft, report),
        change,
        draft.say(_BASES[report.edition.basis]),
    )


def _edition(draft: Draft, edition: Edition) -> Sentence:
    """On the word of its best source, for which a narrow column has room."""
    day = draft.moment(edition.published_on, best(draft, edition.cites))
    return draft.say("{day}", day=day)


def _said(draft: Draft, report: _Report) -> Sentence:
    if report.share is not None:
        return _share(draft, report.share)
    assert report.gap is not None
    return draft.say(_GAPS[report.gap.reason])


def _caveats(
    draft: Draft, year: int, every: tuple[_Report, ...], reports: list[_Report]
) -> list[Sentence]:
    return [
        *_newest_gap(draft, year, every[0]),
        *_points(draft, reports),
        *_rebased(draft, reports),
        *_estimates(draft, reports),
        *_coarse(draft, reports),
        *side_by_side.edition_notes(draft, [each.edition for each in every], coarse=()),
    ]


def _newest_gap(draft: Draft, year: int, newest: _Report) -> Iterator[Sentence]:
    gap = newest.gap
    if gap is not None:
        values: Values = {
            "edition": draft.published(newest.edition),
            "year": draft.year(year, gap.cites),
        }
        yield draft.say(_MISSING[gap.reason], **values)


def _points(draft: Draft, reports: list[_Report]) -> Iterator[Sentence]:
    """What the column of changes compares with."""
    if any(each.revision is not None for each in reports):
        yield draft.say(
            mark(
                "Points are percentage points more or less than in the edition before; where that "
                "is held with fewer decimals, than in the newest one that is not."
            )
            if len({each.places for each in reports}) > 1
            else mark("Points are percentage points more or less than in the edition before.")
        )


def _rebased(draft: Draft, reports: list[_Report]) -> Iterator[Sentence]:
    """Where the measure itself changed, a change of the figure may come from that."""
    for later, earlier in pairwise(reports):
        if later.edition.basis != earlier.edition.basis:
            yield draft.say(
                mark(
                    "The edition of {edition} counts core defence expenditure and restates all "
                    "years; that of {before} counted defence expenditure. What changed between the "
                    "two may come from that."
                ),
                edition=draft.published(later.edition),
                before=draft.published(earlier.edition),
            )


def _estimates(draft: Draft, reports: list[_Report]) -> Iterator[Sentence]:
    if any(each.share is not None and each.share.estimate for each in reports):
        yield draft.say(mark("An estimate is NATO's own, for a year not yet closed."))


def _coarse(draft: Draft, reports: list[_Report]) -> Iterator[Sentence]:
    finest = max(each.places for each in reports)
    rough = [each.edition for each in reports if each.places < finest]
    if rough:
        days = [draft.say("{day}", day=draft.published(each)) for each in rough]
        yield draft.say(
            mark(
                "Held here with one decimal only, so that a small change does not show: {editions}."
            ),
            editions=side_by_side.listed(draft, days),
        )


def _follow_ups(desk: Desk, member: Member, year: int) -> list[FollowUp]:
    name = desk.party_name(member.id)
    return [
        FollowUp(command="history", arguments=name),
        FollowUp(command="target", arguments=name),
        FollowUp(command="ranking", arguments=f"year:{year} at:{name}"),
    ]
