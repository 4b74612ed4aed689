"""Assesses one clause for one member as of one day."""

from collections.abc import Iterable
from datetime import date
from typing import assert_never

from data.members import Member
from data.rules.assessment import Assessment
from data.rules.case import Case
from data.rules.commitments import (
    AnnualIncrease,
    AnnualPlan,
    Clause,
    CountsTowards,
    Fulfilment,
    Review,
    ShareTarget,
    Undertaking,
)
from data.rules.duties import assess_plan, assess_review
from data.rules.floors import assess_share
from data.rules.increases import assess_increase
from data.rules.ledger import Ledger
from data.rules.verdicts import Reason


def assess(
    clause: Clause,
    member: Member,
    ledger: Ledger,
    *,
    as_of: date,
    edition: str | None = None,
    year: int | None = None,
    fulfilments: Iterable[Fulfilment] = (),
) -> Assessment:
    """Judges `clause` by what was published by `as_of`, whatever the status of its commitment.

    With `edition` only that edition's figures count; QuestionError where it was not out by then.
    With `year` it is judged as if no later year were reported: deadlines are looked at on the day
    after that year, and membership on its last day. `fulfilments` are what is known of the duties
    of the clause's own commitment.
    """
    if edition is not None:
        ledger.edition(edition, as_of)
    case = Case(
        member=member,
        ledger=ledger,
        as_of=as_of,
        edition=edition,
        year=year,
        fulfilments=tuple(fulfilments),
    )
    return assess_case(clause, case)


def assess_case(clause: Clause, case: Case) -> Assessment:
    if not case.is_member:
        return case.found(clause, Reason.NOT_A_MEMBER)
    match clause:
        case ShareTarget():
            return assess_share(clause, case)
        case AnnualIncrease():
            return assess_increase(clause, case)
        case AnnualPlan():
            return assess_plan(clause, case)
        case Review():
            return assess_review(clause, case)
        case CountsTowards():
            return case.found(clause, Reason.ASKS_NO_SHARE)
        case Undertaking():
            return case.found(clause, Reason.SAID_IN_WORDS)
        case _:
            assert_never(clause)
