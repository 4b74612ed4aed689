"""The table of a ranking: place, member, share, verdict, and changes between editions."""

from decimal import Decimal

from commands import side_by_side
from commands.briefing import Figure, Sentence, Table
from commands.clauses import verdict_words
from commands.draft import Draft
from commands.ranking_asked import Found
from commands.ranking_lead import place_figure
from data.messages import mark
from data.rules import Place

_COLUMNS = (
    mark("Rank"),
    mark("Member"),
    mark("Share"),
    mark("Verdict"),
    mark("Points"),
    mark("Places"),
)
_NOTHING = mark("–")


def table(draft: Draft, found: Found, count: Figure) -> Table:
    """`count` is how many are ranked. Columns of changes are there where something is compared."""
    shown = found.shown
    mixed = len({each.share.estimate for each in found.ranking.places}) > 1
    moved = any(each.movement is not None for each in shown)
    placed = any(each.movement is not None and each.movement.places is not None for each in shown)
    rows = [_row(draft, each, count, mixed=mixed)[: 4 + moved + placed] for each in shown]
    columns = [draft.voice.text(each) for each in _COLUMNS[: 4 + moved + placed]]
    return Table(columns=tuple(columns), rows=tuple(rows))


def _row(draft: Draft, place: Place, count: Figure, *, mixed: bool) -> tuple[Sentence, ...]:
    share = draft.figure(place.share)
    template = mark("{share}, estimate") if mixed and place.share.estimate else "{share}"
    return (
        draft.say("{place}", place=place_figure(count, place)),
        draft.say("{member}", member=draft.party(place.member)),
        draft.say(template, share=share),
        draft.say("{verdict}", verdict=draft.term(verdict_words(place.assessment))),
        _change(draft, place),
        _moved(draft, place, count),
    )


def _change(draft: Draft, place: Place) -> Sentence:
    if place.movement is None:
        return draft.say(_NOTHING)
    return draft.say("{change}", change=side_by_side.signed(draft, place.movement.share))


def _moved(draft: Draft, place: Place, count: Figure) -> Sentence:
    """Places gained or lost, on the same count as the places themselves."""
    gained = None if place.movement is None else place.movement.places
    if gained is None:
        return draft.say(_NOTHING)
    number = count.model_copy(update={"text": str(abs(gained)), "value": Decimal(gained)})
    if gained == 0:
        return draft.say(mark("same"))
    return draft.say(mark("up {number}") if gained > 0 else mark("down {number}"), number=number)
