"""What a reader must know about the edition a figure comes from."""

from commands.briefing import Sentence
from commands.draft import Draft
from data.messages import mark
from data.rules import Assessment, Edition, Gap, Series, revision_of


def caveats(draft: Draft, assessment: Assessment) -> list[Sentence]:
    """Estimates, missing years, coarse figures, borrowed pace, revisions, for one assessment."""
    if assessment.share is None or assessment.series is None:
        return []
    found: list[Sentence] = []
    if assessment.share.estimate:
        found.append(draft.say(mark("An estimate is NATO's own, for a year not yet closed.")))
    found.extend(_stale(draft, assessment.series))
    found.extend(_missing(draft, assessment.series))
    if assessment.share.places < 2:
        found.append(
            draft.say(
                mark("The edition of {edition} is held here with one decimal only."),
                edition=draft.published(assessment.series.edition),
            )
        )
    found.extend(_borrowed(draft, assessment, assessment.series.edition))
    found.extend(_revision(draft, assessment.editions))
    if (weak := assessment.series.edition.weak) is not None:
        cites = assessment.series.edition.cites
        found.append(draft.say(mark("{note}"), note=draft.claim(weak, cites)))
    return found


def _stale(draft: Draft, series: Series) -> list[Sentence]:
    """NATO publishes every year; where a year or more is not held, the reader must know."""
    if series.latest.year >= draft.as_of.year - 1:
        return []
    return [
        draft.say(
            mark(
                "The newest figure held here is of {year}; editions that NATO published between "
                "then and {day} are not held."
            ),
            year=draft.year(series.latest.year, series.latest.cites),
            day=draft.given(draft.as_of),
        )
    ]


def _missing(draft: Draft, series: Series) -> list[Sentence]:
    """Years that the newest editions lack for this member, and whose lack it is."""
    found: list[Sentence] = []
    ledger = draft.desk.knowledge.ledger
    for edition in ledger.published_by(draft.as_of):
        found.extend(
            _gap(draft, series.member, edition, gap)
            for gap in edition.gaps
            if series.member in gap.members and gap.indicator is series.indicator
        )
        if edition.id == series.edition.id:
            break
    return found


def _gap(draft: Draft, member: str, edition: Edition, gap: Gap) -> Sentence:
    values = {
        "edition": draft.published(edition),
        "member": draft.party(member, "inside"),
        "year": draft.year(gap.years[-1], gap.cites),
    }
    if gap.reason == "blank_in_edition":
        return draft.say(
            mark("NATO's edition of {edition} leaves {year} blank for {member}."), **values
        )
    return draft.say(
        mark("NATO's edition of {edition} reports {year}; the copy held here lacks {member}."),
        **values,
    )


def _borrowed(draft: Draft, assessment: Assessment, edition: Edition) -> list[Sentence]:
    """Says where the pace or the money comes from another edition than the share."""
    editions = {each.id: each for each in draft.desk.knowledge.ledger.editions}
    found: list[Sentence] = []
    pace = assessment.pace
    if pace is not None and pace.edition is not None and pace.edition != edition.id:
        found.append(
            draft.say(
                mark("The pace comes from the edition of {edition}, the newest with enough years."),
                edition=draft.published(editions[pace.edition]),
            )
        )
    others = {step.edition for step in assessment.money if step.edition is not None}
    if not assessment.money and assessment.needed is not None:
        found.append(draft.say(mark("No edition held here has the money spent in that year.")))
    found.extend(
        draft.say(
            mark(
                "Money is worked out with the expenditure of the edition of {edition}, the newest "
                "that has it."
            ),
            edition=draft.published(editions[other]),
        )
        for other in sorted(others - {edition.id})
    )
    return found


def _revision(draft: Draft, editions: tuple[Series, ...]) -> list[Sentence]:
    """What the edition before said of the newest year that both report."""
    found = revision_of(editions)
    if found is None:
        return []
    before = next(each.edition for each in editions if each.edition.id == found.before.edition)
    template = mark("For {year} this edition gives {now}, the one of {edition} gave {then}.")
    if found.rebased:
        template = mark(
            "For {year} this edition gives {now}, the one of {edition} gave {then}: it counts core "
            "defence expenditure and restates all years."
        )
    return [
        draft.say(
            template,
            year=draft.year_of(found.after),
            now=draft.figure(found.after),
            then=draft.figure(found.before),
            edition=draft.published(before),
        )
    ]
