"""A draft in which the asker's own assumptions are figures as well."""

from datetime import date

from commands import briefing
from commands.briefing import Figure, Given
from commands.desk import Desk
from commands.draft import Draft
from data.messages import mark
from data.rules import Step


class AssumingDraft(Draft):
    """A growth, a step or a year that was given traces to a step of its own, which says so.

    Each step is taken apart where it comes first, and has no inputs where it comes again: the years
    of a path rest on one another, and written out in full they would be larger than all the rest.
    """

    def __init__(self, desk: Desk, as_of: date) -> None:
        super().__init__(desk, as_of)
        self._made: dict[str, briefing.Step] = {}

    def figure(self, step: Step, *, places: int | None = None, absolute: bool = False) -> Figure:
        if not step.given:
            return super().figure(step, places=places, absolute=absolute)
        shown = step.places if places is None else places
        return Figure(
            text=self._figure_text(step, abs(step.value) if absolute else step.value, shown),
            value=step.value,
            unit=step.unit,
            places=shown,
            step=self._id(step),
        )

    def year_given(self, year: int) -> Given:
        return Given(text=str(year), iso=str(year))

    def _tree(self, step: Step) -> briefing.Step:
        key = self._id(step)
        if key in self._made:
            return self._made[key]
        made = self._given(step) if step.given else super()._tree(step)
        self._made[key] = made.model_copy(update={"inputs": ()})
        return made

    def _given(self, step: Step) -> briefing.Step:
        return briefing.Step(
            id=self._id(step),
            symbol=step.symbol,
            what=self.say(mark("{what} (given)"), what=self.term(step.what)),
            formula=None,
            expression=None,
            result=Given(text=self._figure_text(step, step.value, step.places)),
        )
