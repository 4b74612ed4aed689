"""A reported spending figure beside what NATO's newest edition by the day of the article says."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from commands.briefing import Fact as Line
from commands.briefing import Sentence
from commands.draft import Draft
from commands.news import cites_of
from commands.voice import Values
from data.importers.proposals import Proposal, Reported
from data.messages import mark
from data.rules.derivation import Step, Unit
from data.rules.expenditure import Indicator, Observation, Series, published
from data.sources import Cite, Source

_MILLION = Decimal(1_000_000)


def lines(draft: Draft, proposal: Proposal, source: Source) -> Iterator[Line]:
    """Nothing where the proposal is of no figure."""
    reported = proposal.reported
    if reported is None:
        return
    cites = tuple(cite for each in proposal.values for cite in cites_of(each))
    cites = tuple(Cite(source=source.id, locator=each.locator) for each in cites[:1])
    cites = cites or (Cite(source=source.id, locator="text"),)
    for told in _told(draft, reported, cites, source.published_on.last):
        yield Line(label=draft.voice.text(mark("NATO")), sentence=told)


def _told(
    draft: Draft, reported: Reported, cites: tuple[Cite, ...], day: date
) -> Iterator[Sentence]:
    if reported.share is not None:
        yield _compared(draft, reported, _share(reported, cites), day)
    if reported.amount is not None and reported.currency is not None:
        yield _compared(draft, reported, _amount(reported, cites), day)


def _share(reported: Reported, cites: tuple[Cite, ...]) -> Step:
    assert reported.share is not None
    exponent = reported.share.as_tuple().exponent
    return Step(
        symbol="one",
        what=mark("share that the text reports"),
        value=reported.share,
        unit=Unit.PERCENT,
        places=max(0, -exponent) if isinstance(exponent, int) else 0,
        estimate=reported.estimate,
        year=reported.year,
        cites=cites,
    )


def _amount(reported: Reported, cites: tuple[Cite, ...]) -> Step:
    assert reported.amount is not None
    return Step(
        symbol="one",
        what=mark("spending that the text reports"),
        value=reported.amount / _MILLION,
        unit=Unit.MILLION,
        places=0,
        estimate=reported.estimate,
        year=reported.year,
        currency=reported.currency,
        cites=cites,
    )


def _compared(draft: Draft, reported: Reported, said: Step, day: date) -> Sentence:
    values: Values = {
        "member": draft.party(reported.member, "inside"),
        "year": draft.year_of(said),
        "reported": draft.figure(said),
    }
    found = _newest(draft, reported, said, day)
    if found is None:
        values["day"] = draft.given(day)
        return draft.say(
            mark("No edition published by {day} has such a figure of {member} for {year}."),
            **values,
        )
    series, observation = found
    own = _own(series, observation)
    values |= {"edition": draft.published(series.edition), "figure": draft.figure(own)}
    if _is_same(said, own):
        template = _SAME[own.estimate]
        return draft.say(template, **values)
    apart = _difference(said, own)
    values["difference"] = draft.figure(apart, absolute=True)
    draft.derive(
        draft.say(mark("The figure of the text beside NATO's")),
        draft.say(mark("What the text reports is held against NATO's edition of its day.")),
        [apart],
    )
    return draft.say(_APART[own.estimate, apart.value > 0], **values)


_SAME = {
    False: mark("The edition of {edition} says the same of {member} for {year}: {figure}."),
    True: mark(
        "The edition of {edition} says the same of {member} for {year}, as an estimate: {figure}."
    ),
}
_APART = {
    (False, True): mark(
        "The text's {reported} for {year} is {difference} more than the {figure} that the edition "
        "of {edition} gives of {member}."
    ),
    (False, False): mark(
        "The text's {reported} for {year} is {difference} less than the {figure} that the edition "
        "of {edition} gives of {member}."
    ),
    (True, True): mark(
        "The text's {reported} for {year} is {difference} more than the {figure} that the edition "
        "of {edition} estimates of {member}."
    ),
    (True, False): mark(
        "The text's {reported} for {year} is {difference} less than the {figure} that the edition "
        "of {edition} estimates of {member}."
    ),
}


def _newest(
    draft: Draft, reported: Reported, said: Step, day: date
) -> tuple[Series, Observation] | None:
    for indicator in _indicators(said):
        for series in draft.desk.knowledge.ledger.all_series(reported.member, indicator, day):
            found = series.by_year.get(reported.year)
            is_own = indicator is Indicator.EXPENDITURE_NATIONAL
            if found is not None and (not is_own or found.currency == said.currency):
                return series, found
    return None


def _indicators(said: Step) -> tuple[Indicator, ...]:
    if said.unit is Unit.PERCENT:
        return (Indicator.SHARE_OF_GDP,)
    own = (Indicator.EXPENDITURE_NATIONAL,)
    return (Indicator.EXPENDITURE_USD_CURRENT, *own) if said.currency == "USD" else own


def _own(series: Series, found: Observation) -> Step:
    is_share = found.indicator is Indicator.SHARE_OF_GDP
    return Step(
        symbol="other",
        what=mark("NATO's figure"),
        value=found.published if is_share else found.value,
        unit=Unit.PERCENT if is_share else Unit.MILLION,
        places=found.places if is_share else 0,
        estimate=found.estimate,
        year=found.year,
        edition=series.edition.id,
        currency=None if is_share else found.currency or "USD",
        cites=found.cites,
    )


def _is_same(said: Step, own: Step) -> bool:
    """To the digits that the text gives: of an amount, three."""
    if said.unit is Unit.PERCENT:
        return published(own.value, min(said.places, own.places)) == said.value
    return bool(own.value) and abs(said.value / own.value - 1) < Decimal("0.005")


def _difference(said: Step, own: Step) -> Step:
    if said.unit is Unit.PERCENT:
        return Step(
            symbol="difference",
            what=mark("difference"),
            value=said.value - own.value,
            unit=Unit.POINTS,
            places=max(said.places, own.places),
            estimate=own.estimate,
            formula="one - other",
            inputs=(said, own),
        )
    return Step(
        symbol="difference",
        what=mark("difference"),
        value=said.value - own.value,
        unit=Unit.MILLION,
        places=0,
        estimate=own.estimate,
        currency=said.currency,
        formula="one - other",
        inputs=(said, own),
    )
