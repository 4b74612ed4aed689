"""Judges dated duties, plans and reviews, by what is known of them: due, done, not done."""

from collections.abc import Iterable

from data.rules.assessment import Assessment, Duty, DutyState
from data.rules.case import Case
from data.rules.commitments import AnnualPlan, Fulfilment, Review
from data.rules.verdicts import Reason


def assess_plan(clause: AnnualPlan, case: Case) -> Assessment:
    """Without a first year only the plans that are known of can be told."""
    evidence = _evidence(clause.id, case)
    years = {each.year for each in evidence}
    if clause.start is not None:
        years.update(range(clause.start, case.this_year + 1))
    duties = tuple(_duty(year, evidence, case) for year in sorted(years))
    reason = _reason(duties)
    if clause.start is None and reason is not Reason.DUTY_NOT_DONE:
        reason = Reason.FIRST_YEAR_NOT_STATED
    return _found(clause, case, reason, duties)


def assess_review(clause: Review, case: Case) -> Assessment:
    duty = _duty(clause.year, _evidence(clause.id, case), case)
    return _found(clause, case, _reason((duty,)), (duty,))


def _found(
    clause: AnnualPlan | Review, case: Case, reason: Reason, duties: tuple[Duty, ...]
) -> Assessment:
    return Assessment(
        clause=clause, member=case.member, as_of=case.as_of, reason=reason, duties=duties
    )


def _evidence(clause: str, case: Case) -> tuple[Fulfilment, ...]:
    return tuple(
        each
        for each in case.fulfilments
        if each.clause == clause
        and (not each.members or case.member.id in each.members)
        and each.known_on.is_over_by(case.as_of)
        and (case.year is None or each.year <= case.year)
    )


def _duty(year: int, evidence: Iterable[Fulfilment], case: Case) -> Duty:
    mine = tuple(each for each in evidence if each.year == year)
    return Duty(year=year, state=_state(year, mine, case), evidence=mine)


def _state(year: int, evidence: tuple[Fulfilment, ...], case: Case) -> DutyState:
    said = {each.done for each in evidence}
    if len(said) > 1:
        return DutyState.DISPUTED
    if said:
        return DutyState.DONE if said.pop() else DutyState.NOT_DONE
    if year > case.this_year:
        return DutyState.AHEAD
    return DutyState.DUE if year == case.as_of.year else DutyState.UNKNOWN


def _reason(duties: tuple[Duty, ...]) -> Reason:
    states = {each.state for each in duties}
    if DutyState.NOT_DONE in states:
        return Reason.DUTY_NOT_DONE
    if DutyState.DISPUTED in states:
        return Reason.DUTY_DISPUTED
    if DutyState.UNKNOWN in states:
        return Reason.DUTY_NOT_KNOWN
    if DutyState.DONE in states:
        return Reason.DUTY_DONE
    return Reason.DUTY_DUE if DutyState.DUE in states else Reason.NOT_YET_DUE
