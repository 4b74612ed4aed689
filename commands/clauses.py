"""The lines on one clause: what it asks, where a member stands, how far off, at what pace."""

from commands import duties
from commands.briefing import Fact, Figure, Sentence
from commands.distance import dated, distance, pace
from commands.draft import Draft
from data import rules
from data.messages import mark
from data.rules import Assessment, Category, Reason, Step

LABELS: dict[Category, str] = {
    Category.TOTAL: mark("Core and broader"),
    Category.CORE: mark("Core defence"),
    Category.DEFENCE: mark("Defence"),
    Category.BROADER: mark("Broader security"),
    Category.EQUIPMENT: mark("Equipment"),
}

SPENDING: dict[Category, str] = {
    Category.CORE: mark("core defence"),
    Category.DEFENCE: mark("defence"),
}
"""Within a sentence; the two categories a headline can be about."""

VERDICTS: dict[rules.Verdict, str] = {
    rules.Verdict.MET: mark("met"),
    rules.Verdict.ON_COURSE: mark("on course"),
    rules.Verdict.BEHIND: mark("behind"),
    rules.Verdict.MISSED: mark("missed"),
    rules.Verdict.NOT_REPORTED: mark("not reported"),
    rules.Verdict.NOT_APPLICABLE: mark("not applicable"),
}


def verdict_words(assessment: Assessment) -> str:
    """A floor that holds at all times is met or not: there is no course to be behind."""
    if assessment.reason is Reason.BELOW_STANDING_FLOOR:
        return mark("not met")
    return VERDICTS[assessment.verdict]


def clause_facts(draft: Draft, assessment: Assessment, *, brief_only: bool = False) -> list[Fact]:
    """The lines on one clause; `brief_only` leaves out how far off it is in money and time."""
    clause = assessment.clause
    match clause:
        case rules.ShareTarget():
            if brief_only or clause.category is Category.EQUIPMENT:
                return [_short_share_fact(draft, assessment, clause)]
            return _share_facts(draft, assessment, clause)
        case rules.AnnualIncrease():
            return [_increase_fact(draft, assessment, clause)]
        case rules.AnnualPlan() | rules.Review():
            return [duties.duty_fact(draft, assessment, clause)]
        case rules.CountsTowards():
            label = mark("What counts")
        case rules.Undertaking():
            label = mark("Also agreed")
    claim = draft.claim(clause.claim, clause.cites)
    return [_fact(draft, label, draft.say("{claim}", claim=claim))]


def _fact(
    draft: Draft, label: str, sentence: Sentence, assessment: Assessment | None = None
) -> Fact:
    verdict = assessment.verdict if assessment is not None else None
    return Fact(label=draft.voice.text(label), sentence=sentence, verdict=verdict)


def _share_facts(draft: Draft, assessment: Assessment, clause: rules.ShareTarget) -> list[Fact]:
    facts = [_fact(draft, LABELS[clause.category], asked(draft, assessment, clause), assessment)]
    if assessment.share is None or assessment.gap is None:
        return facts
    facts.append(_fact(draft, mark("Stands at"), _standing(draft, assessment, assessment.share)))
    facts.append(_fact(draft, mark("Distance"), distance(draft, assessment, assessment.gap)))
    if (pace_line := pace(draft, assessment)) is not None:
        facts.append(_fact(draft, mark("Pace"), pace_line))
    return facts


def _short_share_fact(draft: Draft, assessment: Assessment, clause: rules.ShareTarget) -> Fact:
    sentence = asked(draft, assessment, clause)
    if assessment.share is not None:
        sentence = draft.say(
            mark("{asked} It stands at {latest}."),
            asked=sentence,
            latest=dated(draft, assessment.share),
        )
    return _fact(draft, LABELS[clause.category], sentence, assessment)


def asked(draft: Draft, assessment: Assessment, clause: rules.ShareTarget) -> Sentence:
    """What the clause asks and how the member stands to it, in one sentence."""
    floor = draft.figure(rules.floor_of(clause), places=shown_places(clause))
    values = {"share": floor, "verdict": draft.term(verdict_words(assessment))}
    if clause.by is not None:
        values["year"] = draft.year(clause.by, clause.cites)
    return draft.say(_asked_template(assessment, clause), **values)


def shown_places(clause: rules.ShareTarget) -> int:
    """A target is written as it was agreed: 5 %, 3.5 %, not 5.00 %."""
    return max(0, -int(clause.share.normalize().as_tuple().exponent))


def _asked_template(assessment: Assessment, clause: rules.ShareTarget) -> str:
    if clause.category is Category.TOTAL:
        if clause.by is None:
            return mark(
                "At least {share} of GDP in all: cannot be assessed, since nobody publishes "
                "figures for the broader part."
            )
        return mark(
            "At least {share} of GDP in all by {year}: cannot be assessed, since nobody publishes "
            "figures for the broader part."
        )
    if clause.bound == "up_to":
        return mark("Up to {share} of GDP may count by {year}: not reported, nobody publishes it.")
    if clause.category is Category.BROADER:
        return mark(
            "{share} of GDP by {year}: not reported, nobody publishes figures for this spending."
        )
    if assessment.reason is Reason.NO_ARMED_FORCES:
        if clause.by is None:
            return mark("At least {share}: not applicable, the country has no armed forces.")
        return mark("At least {share} by {year}: not applicable, the country has no armed forces.")
    if clause.category is Category.EQUIPMENT:
        if clause.by is None:
            return mark("At least {share} of defence spending: {verdict}.")
        return mark("At least {share} of defence spending by {year}: {verdict}.")
    if clause.by is None:
        return mark("At least {share} of GDP: {verdict}.")
    return mark("At least {share} of GDP by {year}: {verdict}.")


def _standing(draft: Draft, assessment: Assessment, share: Step) -> Sentence:
    if assessment.at_deadline is not None and assessment.at_deadline.year != share.year:
        return draft.say(
            mark("{latest}; in the target year it was {then}."),
            latest=dated(draft, share),
            then=dated(draft, assessment.at_deadline),
        )
    if assessment.series is not None and assessment.series.lacks_newest_year:
        year = draft.newest_year(assessment.series)
        return draft.say(
            mark("{missing} not reported; the last figure is {latest}."),
            missing=year,
            latest=dated(draft, share),
        )
    return draft.say("{latest}.", latest=dated(draft, share))


def increase(draft: Draft, step: Step) -> Figure:
    """A yearly increase, written as it was proposed: 0.2, not 0.20."""
    return draft.figure(step, places=max(0, -int(step.value.normalize().as_tuple().exponent)))


def _increase_fact(draft: Draft, assessment: Assessment, clause: rules.AnnualIncrease) -> Fact:
    step = increase(draft, rules.step_of(clause))
    start = draft.year(clause.start, clause.cites)
    if not assessment.rises:
        sentence = draft.say(
            mark("At least {step} from {start} on: no year since then is reported yet."),
            step=step,
            start=start,
        )
    else:
        breach = assessment.breach
        told = assessment.years[-1] if breach is None else breach
        rise = told.rise or assessment.rises[-1]
        template = mark(
            "At least {step} from {start} on: {verdict}; it changed by {rise} into {year}."
        )
        if breach is not None:
            template = mark(
                "At least {step} from {start} on: {verdict}; the first year to fall short is "
                "{year}, with {rise}."
            )
        sentence = draft.say(
            template,
            step=step,
            start=start,
            verdict=draft.term(VERDICTS[assessment.verdict]),
            rise=draft.figure(rise),
            year=draft.year_of(rise.inputs[0]),
        )
    return _fact(draft, mark("Yearly increase"), sentence, assessment)
