"""The spending rules: pure functions over values, usable from any program.

    from data.rules import Ledger, ShareTarget, assess

Nothing here reads a file, a clock or a database.
"""

from data.rules.assess import Assessment, assess
from data.rules.commitments import (
    AnnualIncrease,
    AnnualPlan,
    Category,
    Clause,
    Commitment,
    CountsTowards,
    Dispute,
    Reservation,
    Review,
    ShareTarget,
    Status,
    StatusChange,
    Undertaking,
)
from data.rules.derivation import Step, Unit
from data.rules.expenditure import (
    Edition,
    Gap,
    Indicator,
    Ledger,
    Observation,
    Series,
    published,
)
from data.rules.figures import floor_of, share_of, step_of, year_of, year_reached, years_late
from data.rules.verdicts import RULES, Reason, Verdict

__all__ = [
    "RULES",
    "AnnualIncrease",
    "AnnualPlan",
    "Assessment",
    "Category",
    "Clause",
    "Commitment",
    "CountsTowards",
    "Dispute",
    "Edition",
    "Gap",
    "Indicator",
    "Ledger",
    "Observation",
    "Reason",
    "Reservation",
    "Review",
    "Series",
    "ShareTarget",
    "Status",
    "StatusChange",
    "Step",
    "Undertaking",
    "Unit",
    "Verdict",
    "assess",
    "floor_of",
    "published",
    "share_of",
    "step_of",
    "year_of",
    "year_reached",
    "years_late",
]
