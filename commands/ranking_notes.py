"""Who has no place and why, and what a reader must know about the figures of a ranking."""

from collections.abc import Sequence

from commands import side_by_side
from commands.briefing import Fact, Section, Sentence
from commands.draft import Draft
from commands.ranking_asked import Found
from commands.ranking_words import OTHERWISE, UNRANKED
from commands.voice import Values
from data.messages import mark
from data.rules import Edition, Place, Reason


def sections(draft: Draft, found: Found) -> list[Section]:
    facts: list[Fact] = []
    if found.asked.group is not None:
        group = found.asked.group
        sentence = draft.say("{claim}", claim=draft.claim(group.claim, group.cites))
        facts.append(Fact(label=draft.voice.text(mark("The group")), sentence=sentence))
    for reason in dict.fromkeys(each.reason for each in found.unranked):
        codes = [each.member for each in found.unranked if each.reason is reason]
        label = draft.voice.text(mark("Not ranked"))
        facts.append(Fact(label=label, sentence=why(draft, found, reason, codes)))
    return [Section(facts=tuple(facts))] if facts else []


def why(draft: Draft, found: Found, reason: Reason, codes: Sequence[str]) -> Sentence:
    """Why members have no place."""
    values: Values = {"members": side_by_side.parties(draft, codes)}
    template = UNRANKED.get(reason, OTHERWISE)
    if reason is Reason.NEWEST_YEAR_NOT_REPORTED:
        if not found.ranking.places:
            return draft.say(OTHERWISE, **values)
        values["year"] = draft.year_of(found.ranking.places[0].share)
    return draft.say(template, **values)


def editions(draft: Draft, found: Found) -> list[Edition]:
    """Those that shares come from, the one of most members first."""
    counted: dict[str, int] = {}
    for each in found.ranking.places:
        counted[_edition(each)] = counted.get(_edition(each), 0) + 1
    known = side_by_side.editions_of(draft, counted)
    return sorted(known, key=lambda each: -counted[each.id])


def caveats(draft: Draft, found: Found) -> list[Sentence]:
    places = found.ranking.places
    said: list[Sentence] = []
    estimates = [each for each in places if each.share.estimate]
    if estimates:
        template = mark("An estimate is NATO's own, for a year not yet closed.")
        if len(estimates) == len(places):
            template = mark("All these shares are NATO's own estimates, for a year not yet closed.")
        said.append(draft.say(template))
    said.extend(_since(draft, found))
    main, *others = editions(draft, found) or [None]
    said.extend(
        draft.say(
            mark("The shares of {members} come from the edition of {edition}."),
            members=side_by_side.parties(
                draft, [place.member for place in places if _edition(place) == each.id]
            ),
            edition=draft.published(each),
        )
        for each in others
        if each is not None
    )
    coarse = {_edition(each) for each in places if each.share.places < 2}
    known = [each for each in (main, *others) if each is not None]
    said.extend(side_by_side.edition_notes(draft, known, coarse=coarse))
    group = found.asked.group
    if group is not None and group.weak is not None:
        said.append(draft.weakness(group.weak, group.cites))
    return said


def _since(draft: Draft, found: Found) -> list[Sentence]:
    """Which edition the changes are held against: the one of most rows, then the others."""
    moved: dict[str, list[str]] = {}
    for each in found.shown:
        if each.movement is not None:
            moved.setdefault(each.movement.since, []).append(each.member)
    if found.ranking.places and not moved:
        year = draft.year_of(found.ranking.places[0].share)
        template = mark("No earlier edition reports {year}, so it is not said here who moved.")
        return [draft.say(template, year=year)]
    before = side_by_side.editions_of(draft, moved)
    before.sort(key=lambda each: -len(moved[each.id]))
    newest = {each.basis for each in editions(draft, found)}
    said: list[Sentence] = []
    for each in before:
        values: Values = {"edition": draft.published(each)}
        template = mark(
            "Points and places compare with the edition of {edition} for the same year."
        )
        if each is not before[0]:
            values["members"] = side_by_side.parties(draft, moved[each.id])
            template = mark("Those of {members} compare with the edition of {edition}.")
        elif newest == {"core"} and each.basis == "defence":
            template = mark(
                "Points and places compare with the edition of {edition} for the same year, which "
                "counted defence expenditure and not core defence expenditure."
            )
        said.append(draft.say(template, **values))
    return said


def _edition(place: Place) -> str:
    assert place.assessment.series is not None
    return place.assessment.series.edition.id
