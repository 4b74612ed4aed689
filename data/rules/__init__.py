"""The spending rules: pure functions over values, usable from any program.

    from data.rules import Ledger, ShareTarget, assess

Nothing here reads a file, a clock or a database. README.md beside this file is a tour.
"""

from data.rules.aggregate import Aggregate, aggregate
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
from data.rules.document import as_json
from data.rules.expenditure import Basis, Edition, Gap, Indicator, Observation, Series, published
from data.rules.figures import floor_of, share_of, step_of, year_of, year_reached, years_late
from data.rules.findings import outline_of
from data.rules.judge import COMPOSITIONS, Arrival, Composition, Judgement, judge
from data.rules.ledger import Ledger
from data.rules.outline import expression, outline
from data.rules.path import Path, PathYear, path_to
from data.rules.plans import BackLoaded, ByGrowthShare, BySteps, ByYear, Keeping, Plan
from data.rules.ranking import Movement, Place, Ranking, rank
from data.rules.revisions import Revision, Revisions, revision_of, revisions
from data.rules.schema import json_schema
from data.rules.survey import SET_ASIDE, Considered, SetAside, Survey, survey
from data.rules.tally import Tally, Uncounted, tallies_by_edition, tallies_by_year, tally
from data.rules.verdicts import RULES, Reason, Verdict
from data.rules.whatif import Difference, difference, what_if

__all__ = [
    "COMPOSITIONS",
    "RULES",
    "SET_ASIDE",
    "Aggregate",
    "AnnualIncrease",
    "AnnualPlan",
    "Arrival",
    "Assessment",
    "BackLoaded",
    "Basis",
    "ByGrowthShare",
    "BySteps",
    "ByYear",
    "Category",
    "Clause",
    "Commitment",
    "Composition",
    "Considered",
    "CountsTowards",
    "Difference",
    "Dispute",
    "Duty",
    "DutyState",
    "Edition",
    "Fulfilment",
    "Gap",
    "Indicator",
    "Judgement",
    "Keeping",
    "Kept",
    "Ledger",
    "Movement",
    "Observation",
    "Path",
    "PathYear",
    "Place",
    "Plan",
    "Ranking",
    "Reason",
    "Reservation",
    "Review",
    "Revision",
    "Revisions",
    "Series",
    "SetAside",
    "ShareTarget",
    "Status",
    "StatusChange",
    "Step",
    "Survey",
    "Tally",
    "Uncounted",
    "Undertaking",
    "Unit",
    "Verdict",
    "YearlyRise",
    "aggregate",
    "as_json",
    "assess",
    "check_contradictions",
    "difference",
    "expression",
    "floor_of",
    "json_schema",
    "judge",
    "outline",
    "outline_of",
    "path_to",
    "published",
    "rank",
    "revision_of",
    "revisions",
    "share_of",
    "step_of",
    "survey",
    "tallies_by_edition",
    "tallies_by_year",
    "tally",
    "what_if",
    "year_of",
    "year_reached",
    "years_late",
]
