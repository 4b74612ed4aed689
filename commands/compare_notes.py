"""What a reader must know about the figures of a comparison."""

from commands import side_by_side
from commands.briefing import Sentence
from commands.compare_asked import Found, Side
from commands.disagreements import Disagreements
from commands.distance import dated
from commands.draft import Draft
from data.messages import mark
from data.rules import Reason, Step


def caveats(draft: Draft, found: Found) -> list[Sentence]:
    said = _columns(draft, found)
    shares = [each.share for each in found.sides if each.share is not None]
    if any(each.estimate for each in shares):
        template = mark("Some of these shares are NATO's own estimates, for a year not yet closed.")
        if all(each.estimate for each in shares):
            template = mark("All these shares are NATO's own estimates, for a year not yet closed.")
        said.append(draft.say(template))
    said.extend(_blank(draft, each) for each in found.sides if _lacks(each))
    said.extend(_editions(draft, found))
    said.extend(_paces(draft, found))
    said.extend(_prices(draft, found))
    coarse = {each.edition for each in shares if each.places < 2 and each.edition is not None}
    known = side_by_side.editions_of(draft, found.editions)
    said.extend(side_by_side.edition_notes(draft, known, coarse=coarse))
    disagreements = Disagreements(draft)
    for each in found.sides:
        said.extend(disagreements.tell(disagreements.about_member(each.member)))
    return said


def _columns(draft: Draft, found: Found) -> list[Sentence]:
    if not found.reported:
        return []
    return [
        draft.say(
            mark(
                "Distance is in percentage points from {floor}; a year is the mean yearly change "
                "over the last three years, in percentage points."
            ),
            floor=side_by_side.asked(draft, found.floor),
        )
    ]


def _lacks(side: Side) -> bool:
    return side.assessment.reason is Reason.NEWEST_YEAR_NOT_REPORTED


def _blank(draft: Draft, side: Side) -> Sentence:
    assert side.assessment.series is not None
    return draft.say(
        mark("{member}: {year} is not reported; the last figure is shown."),
        member=draft.party(side.member.id),
        year=draft.newest_year(side.assessment.series),
    )


def _editions(draft: Draft, found: Found) -> list[Sentence]:
    """Newer figures left out for the sake of one edition, or editions that are mixed for want of
    one that has all."""
    said: list[Sentence] = []
    for each in found.sides:
        newer = each.newest.share
        if newer is None or each.share is None or newer.edition == each.share.edition:
            continue
        (edition,) = side_by_side.editions_of(draft, [newer.edition or ""])
        said.append(
            draft.say(
                mark(
                    "{member} has a newer figure, {share}, in the edition of {edition}, which "
                    "lacks another of these members."
                ),
                member=draft.party(each.member.id, "start"),
                share=dated(draft, newer),
                edition=draft.published(edition),
            )
        )
    if len(found.editions) > 1:
        for edition in side_by_side.editions_of(draft, found.editions):
            codes = [e.member.id for e in found.sides if _from(e.share, edition.id)]
            said.append(
                draft.say(
                    mark("No edition has all: {members} from that of {edition}."),
                    members=side_by_side.parties(draft, codes),
                    edition=draft.published(edition),
                )
            )
    return said


def _paces(draft: Draft, found: Found) -> list[Sentence]:
    """Paces out of another edition than the shares."""
    return _from_elsewhere(
        draft,
        [(each.pace, each) for each in found.sides],
        mark("The yearly change of {members} comes from the edition of {edition}."),
    )


def _prices(draft: Draft, found: Found) -> list[Sentence]:
    """Money out of another edition than the shares, or in constant prices."""
    said = _from_elsewhere(
        draft,
        [(each.spent, each) for each in found.sides],
        mark("The money of {members} comes from the edition of {edition}."),
    )
    constant = [each for each in found.sides if each.spent and each.spent.price_base is not None]
    if constant:
        said.append(
            draft.say(
                mark("The money of {members} is in constant prices."),
                members=side_by_side.parties(draft, [each.member.id for each in constant]),
            )
        )
    return said


def _from_elsewhere(
    draft: Draft, steps: list[tuple[Step | None, Side]], template: str
) -> list[Sentence]:
    found: dict[str, list[str]] = {}
    for step, side in steps:
        if step is None or side.share is None or step.edition is None:
            continue
        if step.edition != side.share.edition:
            found.setdefault(step.edition, []).append(side.member.id)
    return [
        draft.say(
            template,
            members=side_by_side.parties(draft, found[each.id]),
            edition=draft.published(each),
        )
        for each in side_by_side.editions_of(draft, found)
    ]


def _from(share: Step | None, edition: str) -> bool:
    return share is not None and share.edition == edition
