"""How far off a share is, in points, money and time."""

from commands.briefing import Sentence
from commands.draft import Draft
from commands.voice import Values
from data.messages import mark
from data.rules import Assessment, Step


def dated(draft: Draft, share: Step) -> Sentence:
    """`2.00% (2026, estimate)`."""
    template = mark("{share} ({year}, estimate)") if share.estimate else mark("{share} ({year})")
    return draft.say(template, share=draft.figure(share), year=draft.year_of(share))


def distance(draft: Draft, assessment: Assessment, gap: Step) -> Sentence:
    figure = draft.figure(gap, absolute=True)
    if gap.value == 0:
        return draft.say(mark("{gap}: exactly at the share asked for."), gap=figure)
    if gap.value < 0:
        return draft.say(mark("{gap} above the share asked for."), gap=figure)
    match assessment.money:
        case (one, two):
            return draft.say(
                mark("{gap} short, which is about {money} a year ({own_money})."),
                gap=figure,
                money=draft.figure(one),
                own_money=draft.figure(two),
            )
        case (one,):
            return draft.say(
                mark("{gap} short, which is about {money} a year."),
                gap=figure,
                money=draft.figure(one),
            )
        case _:
            return draft.say(mark("{gap} short."), gap=figure)


def pace(draft: Draft, assessment: Assessment) -> Sentence | None:
    if assessment.gap is None or assessment.gap.value <= 0:
        return None
    values = _pace_values(draft, assessment)
    if assessment.needed is not None:
        if assessment.pace is None:
            return draft.say(mark("Needs {needed} up to {deadline}."), **values)
        if assessment.reached is None:
            return draft.say(
                mark(
                    "Needs {needed} up to {deadline}; managed {pace} from {start} to {end}, which "
                    "does not lead there."
                ),
                **values,
            )
        return draft.say(
            mark(
                "Needs {needed} up to {deadline}; managed {pace} from {start} to {end}, which "
                "would arrive in {reached}."
            ),
            **values,
        )
    if assessment.pace is None:
        return None
    if assessment.reached is None:
        return draft.say(
            mark("Managed {pace} from {start} to {end}, which does not lead there."), **values
        )
    return draft.say(
        mark("Managed {pace} from {start} to {end}, which would arrive in {reached}."), **values
    )


def _pace_values(draft: Draft, assessment: Assessment) -> Values:
    values: Values = {}
    for name in ("needed", "pace", "reached"):
        step = getattr(assessment, name)
        if step is not None:
            values[name] = draft.figure(step)
    if assessment.deadline is not None:
        values["deadline"] = draft.figure(assessment.deadline)
    if assessment.pace is not None:
        end, start = assessment.pace.inputs
        values["start"], values["end"] = draft.year_of(start), draft.year_of(end)
    return values
