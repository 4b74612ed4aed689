"""What members are compared by, out of one edition where one has them all."""

from dataclasses import dataclass
from datetime import date

from commands.floors import Floor
from data import rules
from data.facts.knowledge import Knowledge
from data.members import Member
from data.rules import Assessment, Category, Edition, Indicator, Series, Step
from data.rules.figures import pace_observed
from data.rules.money import spending

_FEWEST_YEARS = 3
"""Years that make a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One member: the verdict on it, its pace whatever that verdict, and what it spends in money in
    the year of its share, in US dollars."""

    member: Member
    assessment: Assessment
    newest: Assessment
    """The same by the newest edition that reports the member."""
    pace: Step | None
    spent: Step | None
    course: Series | None

    @property
    def share(self) -> Step | None:
        return self.assessment.share


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    floor: Floor
    as_of: date
    sides: tuple[Side, ...]

    @property
    def is_equipment(self) -> bool:
        return self.floor.clause.category is Category.EQUIPMENT

    @property
    def reported(self) -> tuple[Side, ...]:
        """Those with a share, from the highest down."""
        shares = [(each.share.value, each) for each in self.sides if each.share is not None]
        return tuple(each for _, each in sorted(shares, key=lambda pair: -pair[0]))

    @property
    def editions(self) -> tuple[str, ...]:
        """Of the shares."""
        found = (each.share.edition for each in self.sides if each.share is not None)
        return tuple(dict.fromkeys(each for each in found if each is not None))


def compared(knowledge: Knowledge, members: tuple[Member, ...], floor: Floor, as_of: date) -> Found:
    newest = {each.id: _assess(knowledge, each, floor, as_of) for each in members}
    reported = [each for each in members if newest[each.id].series is not None]
    common = _common(knowledge, reported, newest, as_of)
    sides = [
        _side(
            knowledge,
            newest[each.id],
            newest[each.id]
            if common is None or each not in reported
            else _assess(knowledge, each, floor, as_of, common.id),
            as_of,
        )
        for each in members
    ]
    return Found(floor=floor, as_of=as_of, sides=tuple(sides))


def _assess(
    knowledge: Knowledge, member: Member, floor: Floor, as_of: date, edition: str | None = None
) -> Assessment:
    return rules.assess(floor.clause, member, knowledge.ledger, as_of=as_of, edition=edition)


def _common(
    knowledge: Knowledge, members: list[Member], newest: dict[str, Assessment], as_of: date
) -> Edition | None:
    """The newest edition that has all of them; None where each one's newest is the same anyway."""
    series = [newest[each.id].series for each in members]
    if len({each.edition.id for each in series if each is not None}) < 2:
        return None
    indicator = next(each.indicator for each in series if each is not None)
    for edition in knowledge.ledger.published_by(as_of):
        held = [knowledge.ledger.in_edition(edition, each.id, indicator) for each in members]
        if all(each is not None for each in held):
            return edition
    return None


def _side(knowledge: Knowledge, newest: Assessment, assessment: Assessment, as_of: date) -> Side:
    ledger, member, series = knowledge.ledger, assessment.member, assessment.series
    every: tuple[Series, ...] = ()
    spent: Step | None = None
    course = series
    if series is not None and assessment.share is not None:
        every = ledger.all_series(member.id, series.indicator, as_of)
        shares = ledger.all_series(member.id, Indicator.SHARE_OF_GDP, as_of)
        pairs = spending(ledger, shares, assessment.share.year or 0)
        spent = next((one for one, _ in pairs if one.currency == "USD"), None)
        later = (each for each in every if len(each.by_year) >= _FEWEST_YEARS)
        course = series if len(series.by_year) >= _FEWEST_YEARS else next(later, series)
    return Side(
        member=member,
        assessment=assessment,
        newest=newest,
        pace=pace_observed(assessment.editions or every) or pace_observed(every),
        spent=spent,
        course=course,
    )
