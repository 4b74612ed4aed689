"""The spending rules: pure functions over values, usable from any program.

    from data.rules import Ledger, ShareTarget, assess

Nothing here reads a file, a clock or a database. README.md beside this file is a tour.
"""

from data.rules.assess import assess
from data.rules.assessment import Assessment, Duty, DutyState, Kept, YearlyRise
from data.rules.commitments import (
    AnnualIncrease,
    AnnualPlan,
    Category,
    Clause,
    Commitment,
    CountsTowards,
    Dispute,
    Fulfilment,
    Reservation,
    Review,
    ShareTarget,
    Status,
    StatusChange,
    Undertaking,
)
from data.rules.contradictions import check_contradictions
from data.rules.derivation import Step, Unit
from data.rules.expenditure import (
    Basis,
    Edition,
    Gap,
    Indicator,
    Ledger,
    Observation,
    Series,
    published,
)
from data.rules.figures import floor_of, share_of, step_of, year_of, year_reached, years_late
from data.rules.judge import COMPOSITIONS, Arrival, Composition, Judgement, judge
from data.rules.survey import SET_ASIDE, Considered, SetAside, Survey, survey
from data.rules.verdicts import RULES, Reason, Verdict

__all__ = [
    "COMPOSITIONS",
    "RULES",
    "SET_ASIDE",
    "AnnualIncrease",
    "AnnualPlan",
    "Arrival",
    "Assessment",
    "Basis",
    "Category",
    "Clause",
    "Commitment",
    "Composition",
    "Considered",
    "CountsTowards",
    "Dispute",
    "Duty",
    "DutyState",
    "Edition",
    "Fulfilment",
    "Gap",
    "Indicator",
    "Judgement",
    "Kept",
    "Ledger",
    "Observation",
    "Reason",
    "Reservation",
    "Review",
    "Series",
    "SetAside",
    "ShareTarget",
    "Status",
    "StatusChange",
    "Step",
    "Survey",
    "Undertaking",
    "Unit",
    "Verdict",
    "YearlyRise",
    "assess",
    "check_contradictions",
    "floor_of",
    "judge",
    "published",
    "share_of",
    "step_of",
    "survey",
    "year_of",
    "year_reached",
    "years_late",
]
