"""The sentences a ranking opens with."""

from collections.abc import Sequence

from commands import side_by_side
from commands.briefing import Figure, Given, Sentence
from commands.draft import Draft
from commands.groups import named
from commands.ranking_asked import Found
from commands.ranking_notes import why
from commands.voice import Values
from data.messages import mark
from data.rules import Place

_MOST_NAMED = 3


def sentences(draft: Draft, found: Found, count: Figure) -> list[Sentence]:
    """`count` is how many are ranked."""
    if not found.ranking.places:
        return [_nobody(draft, found)]
    opening = _standing(draft, found, count) if found.asked.at else [_ends(draft, found, count)]
    return [*opening, _met(draft, found, count)]


def _nobody(draft: Draft, found: Found) -> Sentence:
    day = draft.given(draft.as_of)
    year = found.asked.year
    if year is None:
        return draft.say(mark("No such figure of these members was known on {day}."), day=day)
    given = Given(text=str(year), iso=str(year))
    return draft.say(
        mark("No such figure of these members for {year} was known on {day}."), year=given, day=day
    )


def _ends(draft: Draft, found: Found, count: Figure) -> Sentence:
    """Who is at the top and who at the bottom."""
    places = found.ranking.places
    top = [each for each in places if each.place == 1]
    bottom = [each for each in places if each.share.value == places[-1].share.value]
    values = _values(draft, found, count) | {
        "top": _names(draft, top),
        "highest": draft.figure(top[0].share),
    }
    if len(top) == len(places):
        template = mark("All {count} ranked members stand at {highest} {measure} in {year}.")
        if len(places) == 1:
            template = mark("Only {top} is reported: {highest} {measure} in {year}.")
        return draft.say(template, **values)
    values |= {"bottom": _names(draft, bottom), "lowest": draft.figure(bottom[0].share)}
    if found.asked.group is not None:
        values["group"] = named(draft, found.asked.group)
        template = mark(
            "{group}, at the top of {count} in {year}: {top} with {highest} {measure}; at the "
            "bottom: {bottom} with {lowest}."
        )
    else:
        template = mark(
            "At the top of {count} members in {year}: {top} with {highest} {measure}; at the "
            "bottom: {bottom} with {lowest}."
        )
    return draft.say(template, **values)


def _standing(draft: Draft, found: Found, count: Figure) -> list[Sentence]:
    """Where the member stands that was asked about, and who is next to it."""
    at, here = found.asked.at, found.here
    assert at is not None
    if here is None:
        out = [each for each in found.ranking.unranked if each.member == at.id]
        reason = why(draft, found, out[0].reason, [at.id]) if out else None
        first = draft.say(
            mark("{member} has no place in this ranking."), member=draft.party(at.id, "start")
        )
        return [first] if reason is None else [first, reason]
    values = _values(draft, found, count) | {
        "member": draft.party(at.id, "start"),
        "place": place_figure(count, here),
        "share": draft.figure(here.share),
    }
    first = draft.say(
        mark("{member} is in place {place} of {count} in {year}, with {share} {measure}."), **values
    )
    return [first, *_neighbours(draft, found, here)]


def _neighbours(draft: Draft, found: Found, here: Place) -> list[Sentence]:
    places = found.ranking.places
    same = [e for e in places if e.place == here.place and e.member != here.member]
    above = [each for each in places if each.share.value > here.share.value]
    below = [each for each in places if each.share.value < here.share.value]
    values: Values = {}
    if above:
        next_up = [e for e in above if e.share.value == above[-1].share.value]
        values |= {"above": _names(draft, next_up), "more": draft.figure(next_up[0].share)}
    if below:
        next_down = [e for e in below if e.share.value == below[0].share.value]
        values |= {"below": _names(draft, next_down), "less": draft.figure(next_down[0].share)}
    said: list[Sentence] = []
    if same:
        said.append(draft.say(mark("The same share: {same}."), same=_names(draft, same)))
    if above and below:
        template = mark("Next above: {above} with {more}; next below: {below} with {less}.")
        said.append(draft.say(template, **values))
    elif above:
        said.append(draft.say(mark("Next above: {above} with {more}; nobody below."), **values))
    elif below:
        said.append(draft.say(mark("Nobody above; next below: {below} with {less}."), **values))
    return said


def _met(draft: Draft, found: Found, count: Figure) -> Sentence:
    """How many reach the floor; of the one asked about, how far it is from it."""
    here, met = found.here, found.tally.met
    values: Values = {"floor": side_by_side.asked(draft, found.asked.floor)}
    if here is not None and here.assessment.gap is not None:
        gap = here.assessment.gap
        values["gap"] = draft.figure(gap, absolute=True)
        if gap.value > 0:
            return draft.say(mark("It is {gap} below {floor}."), **values)
        if gap.value == 0:
            return draft.say(mark("It is exactly at {floor}."), **values)
        return draft.say(mark("It is {gap} above {floor}."), **values)
    assert met is not None
    values |= {"met": draft.figure(met), "count": count}
    return draft.say(mark("{met} of the {count} reach {floor}."), **values)


def _values(draft: Draft, found: Found, count: Figure) -> Values:
    share = found.ranking.places[0].share
    measure = side_by_side.MEASURES[found.asked.floor.clause.category]
    return {
        "count": count,
        "year": draft.year_of(share),
        "measure": draft.term(measure),
    }


def count_of(draft: Draft, found: Found) -> Figure:
    """How many are ranked."""
    return draft.count(draft.say(mark("members in this ranking")), found.ranking.places)


def place_figure(count: Figure, place: Place) -> Figure:
    """A place rests on the same count as the number of the ranked."""
    return count.model_copy(
        update={"text": str(place.place), "value": type(count.value)(place.place)}
    )


def _names(draft: Draft, places: Sequence[Place]) -> Sentence:
    """A few members by name, or how many they are."""
    if len(places) > _MOST_NAMED:
        what = draft.say(mark("members with the same share"))
        return draft.say(mark("{number} members"), number=draft.count(what, places))
    return side_by_side.parties(draft, [each.member for each in places])
