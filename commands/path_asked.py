"""What path is asked for: from which share, to which floor, by which plan."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from commands.choices import find_choice
from commands.commitments import find_commitment, present_commitment
from commands.desk import Desk
from commands.numbers import find_number, find_year
from data.errors import QuestionError
from data.members import Member
from data.messages import mark
from data.rules import (
    AnnualIncrease,
    BackLoaded,
    BySteps,
    ByYear,
    Commitment,
    Indicator,
    Keeping,
    Path,
    Plan,
    Series,
    ShareTarget,
    path_to,
)
from data.rules.whatif import floor_in, increase_in

_NOT_YET = mark("{member} was not a member on {day}. Ask as of {joined} or later.")
_NO_FORCES = mark(
    "{member} has no armed forces and reports no defence spending, so there is no share from which "
    "a path could start. Ask about another member."
)
_NEVER_REPORTED = mark(
    "No edition published by {day} has a share of {member} from which a path could start. Ask as "
    "of a later day."
)
_NO_FLOOR = mark(
    "{title} asks for no share of GDP for defence to which a path could lead. Name another "
    "commitment."
)
_OVER = mark(
    "{title} asks for its share by {year}, and the last reported one is of {last} already. Give a "
    "later year, such as by:{later}, or a step."
)
_STEP_OR_SHAPE = mark(
    "The same step every year leaves nothing to spread. Give a step or a shape, not both."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`by`, `step` and `shape` are None where the commitment decides. `increase` is the clause on
    yearly increases that counts; `left_out` the one that was asked to be left out.

    `at_once` is set where neither the commitment nor the asker names a year: it is due now, and
    `by` is the year of the day asked about, or the next one after the last reported share.
    """

    member: Member
    commitment: Commitment
    clause: ShareTarget
    series: Series
    as_of: date
    growth: Decimal
    by: int | None = None
    step: Decimal | None = None
    shape: str | None = None
    without: bool = False
    increase: AnnualIncrease | None = None
    left_out: AnnualIncrease | None = None
    at_once: bool = False

    @property
    def start(self) -> int:
        return self.series.latest.year

    @property
    def deadline(self) -> int | None:
        return self.by if self.by is not None else self.clause.by

    @property
    def plan(self) -> Plan:
        if self.step is not None:
            return BySteps(step=self.step)
        if self.shape == "late" and self.deadline is not None:
            # Flat for the first half of the years; of an odd number the smaller half.
            half = max(self.deadline - self.start, 0) // 2
            return BackLoaded(flat_until=self.start + half, year=self.by)
        return ByYear(year=self.by) if self.shape == "even" else Keeping(year=self.by)

    def draw(self, desk: Desk, *, until: int | None = None) -> Path:
        """Raises PlanError where the plan leads nowhere."""
        return path_to(
            self.clause,
            self.member,
            desk.knowledge.ledger,
            as_of=self.as_of,
            plan=self.plan,
            increase=self.increase,
            growth=self.growth,
            until=until,
        )

    def as_it_stands(self) -> "Asked | None":
        """What the commitment itself asks for, where that is another path than this one; None
        where its year is over or it names none."""
        own = replace(
            self,
            by=None,
            step=None,
            shape=None,
            without=False,
            increase=self.increase or self.left_out,
            left_out=None,
        )
        named = self.clause.by is not None and self.clause.by > self.start
        return own if named and not self.at_once and own != self else None


def read(desk: Desk, arguments: Mapping[str, str], as_of: date) -> Asked:
    """Raises QuestionError, with what would work."""
    member = desk.member(arguments["member"])
    series = _series(desk, member, as_of)
    text = arguments.get("commitment")
    commitment = find_commitment(desk, text, as_of) if text else present_commitment(desk, as_of)
    asked = Asked(
        member=member,
        commitment=commitment,
        clause=_floor(desk, commitment),
        series=series,
        as_of=as_of,
        growth=find_number(desk, "growth", arguments.get("growth") or "0"),
    )
    return _with_year(desk, _with_plan(desk, asked, arguments))


def _with_plan(desk: Desk, asked: Asked, arguments: Mapping[str, str]) -> Asked:
    by, step, shape = (arguments.get(name) or None for name in ("by", "step", "shape"))
    if step is not None and shape is not None:
        raise QuestionError(_STEP_OR_SHAPE)
    without = arguments.get("without") or None
    if without is not None:
        find_choice(desk, "without", without)
    clause = increase_in(asked.commitment)
    return replace(
        asked,
        by=find_year(desk, by) if by is not None else None,
        step=find_number(desk, "points", step) if step is not None else None,
        shape=find_choice(desk, "shape", shape) if shape is not None else None,
        without=without is not None,
        increase=None if without is not None else clause,
        left_out=clause if without is not None else None,
    )


def _with_year(desk: Desk, asked: Asked) -> Asked:
    reached = asked.series.latest.published >= asked.clause.share
    if reached or asked.by is not None or asked.step is not None:
        return asked
    by, last = asked.clause.by, asked.start
    if by is None:
        return replace(asked, by=max(last + 1, asked.as_of.year), at_once=True)
    if by <= last:
        later = max(last, asked.as_of.year) + 1
        title = desk.voice.recorded(asked.commitment.title)
        raise QuestionError(_OVER, title=title, year=by, last=last, later=later)
    return asked


def _series(desk: Desk, member: Member, as_of: date) -> Series:
    name = desk.party_name(member.id, "inside")
    if not member.is_member_on(as_of):
        day, joined = as_of, member.joined
        raise QuestionError(
            _NOT_YET, member=desk.party_name(member.id, "start"), day=day, joined=joined
        )
    if not member.armed_forces:
        raise QuestionError(_NO_FORCES, member=desk.party_name(member.id, "start"))
    series = desk.knowledge.ledger.all_series(member.id, Indicator.SHARE_OF_GDP, as_of)
    if not series:
        raise QuestionError(_NEVER_REPORTED, member=name, day=as_of)
    return series[0]


def _floor(desk: Desk, commitment: Commitment) -> ShareTarget:
    found = floor_in(commitment)
    if found is None:
        raise QuestionError(_NO_FLOOR, title=desk.voice.recorded(commitment.title))
    return found
