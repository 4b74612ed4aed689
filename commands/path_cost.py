"""What a path costs, and whether it keeps the yearly increase."""

from decimal import Decimal

from commands.assuming import AssumingDraft
from commands.briefing import Part, Sentence
from commands.path_asked import Asked
from commands.path_words import clause_values
from commands.voice import Values
from data.messages import mark
from data.rules import Path, PathYear, Step, Unit

_GROWS = mark(
    "In {year} that takes {money} more than an unchanged share, and {total} in all from {first} "
    "on, if GDP grows by {growth} a year."
)
_SHRINKS = mark(
    "In {year} that takes {money} more than an unchanged share, and {total} in all from {first} "
    "on, if GDP shrinks by {growth} a year."
)
_STAYS = mark(
    "In {year} that takes {money} more than an unchanged share, and {total} in all from {first} "
    "on, if GDP stays as it is."
)
_GROWS_AT_ONCE = mark(
    "In {year} that takes {money} more than an unchanged share, if GDP grows by {growth} a year."
)
_SHRINKS_AT_ONCE = mark(
    "In {year} that takes {money} more than an unchanged share, if GDP shrinks by {growth} a year."
)
_STAYS_AT_ONCE = mark(
    "In {year} that takes {money} more than an unchanged share, if GDP stays as it is."
)
_COSTS = {
    (False, -1): _SHRINKS,
    (False, 0): _STAYS,
    (False, 1): _GROWS,
    (True, -1): _SHRINKS_AT_ONCE,
    (True, 0): _STAYS_AT_ONCE,
    (True, 1): _GROWS_AT_ONCE,
}
"""By: without a sum, and which way GDP goes."""


SUMMED = 30
"""Years over which money is added up. Over more a sum says little, and takes pages to explain."""


def cost(draft: AssumingDraft, path: Path) -> Sentence | None:
    """What it takes, or that this is not known; None where there is no way to go."""
    if not path.years:
        return None
    if not path.years[-1].money:
        return draft.say(
            mark(
                "What that costs is not known: no edition held here has both the money spent in "
                "{year} and the share of GDP that it was."
            ),
            year=draft.year_of(path.start),
        )
    first, last = path.years[0], path.years[-1]
    growth = path.growth.value
    values: Values = {
        "year": year_figure(draft, last),
        "first": year_figure(draft, first),
        "money": both(draft, [each.extra for each in last.money]),
        "growth": draft.figure(path.growth, absolute=True),
    }
    alone = not 1 < len(path.years) <= SUMMED
    if not alone:
        values["total"] = draft.figure(last.money[0].cumulative)
    return draft.say(_COSTS[alone, (growth > 0) - (growth < 0)], **values)


def both(draft: AssumingDraft, amounts: list[Step]) -> Sentence:
    """An amount in US dollars, and in the member's own currency where it has another; without a
    sign, which the sentence around it tells."""
    money = draft.figure(amounts[0], absolute=True)
    if len(amounts) == 1:
        return draft.say("{money}", money=money)
    own = draft.figure(amounts[1], absolute=True)
    return draft.say(mark("{money} ({own_money})"), money=money, own_money=own)


def year_figure(draft: AssumingDraft, year: PathYear) -> Part:
    """The year of a share on a path, on the word of that share's derivation."""
    share = draft.figure(year.share)
    return share.model_copy(
        update={
            "text": str(year.year),
            "value": Decimal(year.year),
            "unit": Unit.YEAR,
            "places": 0,
            "estimate": False,
        }
    )


def yearly_clause(draft: AssumingDraft, asked: Asked, path: Path) -> Sentence | None:
    """Whether each year of the path keeps the yearly increase, and the first that does not."""
    if asked.increase is None or not path.increases:
        return None
    values = clause_values(draft, asked.increase)
    if (breach := path.breach) is None or breach.rise is None:
        return draft.say(
            mark("It keeps the yearly increase of at least {step} from {start} on."), **values
        )
    values["rise"] = draft.figure(breach.rise)
    values["year"] = year_figure(
        draft, next(each for each in path.years if each.year == breach.year)
    )
    return draft.say(
        mark(
            "It does not keep the yearly increase of at least {step} from {start} on: the first "
            "year to fall short is {year}, with {rise}."
        ),
        **values,
    )
