"""A path beside what the commitment asks for as it stands."""

from dataclasses import dataclass, replace

from commands.assuming import AssumingDraft
from commands.briefing import Fact, Section, Sentence
from commands.desk import Desk
from commands.path_asked import Asked
from commands.path_cost import SUMMED, both, year_figure
from commands.path_words import clause_values, is_even, rise
from commands.voice import Values
from data.messages import mark
from data.rules import Difference, Path, PathYear, Step, Unit, difference


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """`path` is the commitment as it stands, and both end in the same year. `money` is empty where
    no amount is known, or there are too many years to add up. `widest` is the year in which the
    shares differ most, as asked and as it stands; None where they are the same."""

    asked: Asked
    path: Path
    money: tuple[Difference, ...]
    widest: tuple[PathYear, PathYear] | None
    end: PathYear

    @property
    def points(self) -> Step | None:
        """What the share is above that of the commitment in that year; negative below it."""
        if self.widest is None:
            return None
        one, other = (each.share for each in self.widest)
        return Step(
            symbol="points",
            what=mark("difference of the two shares"),
            value=one.value - other.value,
            unit=Unit.POINTS,
            estimate=one.estimate or other.estimate,
            year=one.year,
            formula="one - other",
            inputs=(replace(one, symbol="one"), replace(other, symbol="other")),
        )


def beside(desk: Desk, asked: Asked, path: Path) -> Beside | None:
    """None where the commitment itself asks for this path, or names no year to compare with."""
    own = asked.as_it_stands()
    if own is None or not path.years:
        return None
    stands = own.draw(desk)
    end = max(path.years[-1].year, stands.years[-1].year)
    one, other = asked.draw(desk, until=end), own.draw(desk, until=end)
    pairs = list(zip(one.years, other.years, strict=True))
    widest = max(pairs, key=lambda pair: abs(pair[0].share.value - pair[1].share.value))
    return Beside(
        asked=own,
        path=stands,
        money=difference(one, other) if len(pairs) <= SUMMED else (),
        widest=widest if _published(widest) else None,
        end=one.years[-1],
    )


def _published(pair: tuple[PathYear, PathYear]) -> bool:
    """Whether two shares differ by anything that can be seen."""
    return round(abs(pair[0].share.value - pair[1].share.value), 2) > 0


_LESS = mark("Up to {end} it costs {money} less in all than the commitment as it stands.")
_MORE = mark("Up to {end} it costs {money} more in all than the commitment as it stands.")
_LOWER = mark("In {year} its share is {points} lower than that of the commitment as it stands.")
_HIGHER = mark("In {year} its share is {points} higher than that of the commitment as it stands.")


def told(draft: AssumingDraft, found: Beside) -> Sentence:
    """One sentence for the beginning: in money, or in points where no money is known."""
    points = found.points
    if points is None or found.widest is None:
        return draft.say(mark("That is the same path as the commitment asks for as it stands."))
    if found.money and round(found.money[0].total.value) != 0:
        total = found.money[0].total.value
        return draft.say(
            _LESS if total < 0 else _MORE,
            end=year_figure(draft, found.end),
            money=both(draft, [each.total for each in found.money]),
        )
    return draft.say(
        _LOWER if points.value < 0 else _HIGHER,
        year=year_figure(draft, found.widest[0]),
        points=draft.figure(points, absolute=True),
    )


def section(draft: AssumingDraft, found: Beside) -> Section:
    facts = [Fact(label=draft.voice.text(mark("As it stands")), sentence=_stands(draft, found))]
    if (points := found.points) is not None and found.widest is not None:
        template = (
            mark(
                "In {year}, where the two are furthest apart, this path is at {one} and the "
                "commitment as it stands at {other}: {points} less."
            )
            if points.value < 0
            else mark(
                "In {year}, where the two are furthest apart, this path is at {one} and the "
                "commitment as it stands at {other}: {points} more."
            )
        )
        sentence = draft.say(
            template,
            year=year_figure(draft, found.widest[0]),
            one=draft.figure(found.widest[0].share),
            other=draft.figure(found.widest[1].share),
            points=draft.figure(points, absolute=True),
        )
        facts.append(Fact(label=draft.voice.text(mark("Furthest apart")), sentence=sentence))
    title = draft.say(mark("Beside the commitment as it stands"))
    return Section(title=title, facts=tuple(facts))


def _stands(draft: AssumingDraft, found: Beside) -> Sentence:
    path, asked = found.path, found.asked
    assert path.first_reached is not None
    values: Values = {
        "reached": draft.figure(path.first_reached),
        "rise": rise(draft, path.years[0].rise),
    }
    if is_even(path) or asked.increase is None:
        return draft.say(
            mark("It rises by {rise} every year and gets there in {reached}."), **values
        )
    values |= clause_values(draft, asked.increase)
    return draft.say(
        mark("It rises by at least {step} from {start} on and gets there in {reached}."), **values
    )


def steps(found: Beside) -> list[Step]:
    """What has to be in a derivation."""
    shares = [each.share for each in found.path.years]
    reached = [found.path.first_reached] if found.path.first_reached is not None else []
    points = [found.points] if found.points is not None else []
    money = [each.total for each in found.money]
    return [*points, *money, *reached, *shares, found.path.years[0].rise, found.end.share]
