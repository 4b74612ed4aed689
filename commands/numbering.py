"""Numbers sources in the order in which a reader meets them.

While an answer is written its sources are numbered as they come up; what is read first is only
known once it is whole.
"""

from typing import Any, cast

from pydantic import BaseModel

from commands.briefing import Backed, Briefing


def in_reading_order(briefing: Briefing) -> Briefing:
    """The same briefing, its sources numbered by their first mark, from the title down."""
    marks = (
        number for part in briefing.parts() if isinstance(part, Backed) for number in part.citations
    )
    met = dict.fromkeys((*marks, *(each.number for each in briefing.citations)))
    numbers = {old: new for new, old in enumerate(met, start=1)}
    citations = sorted(
        (each.model_copy(update={"number": numbers[each.number]}) for each in briefing.citations),
        key=lambda each: each.number,
    )
    renumbered = _renumbered(briefing.model_copy(update={"citations": ()}), numbers)
    return renumbered.model_copy(update={"citations": tuple(citations)})


def _renumbered(value: Any, numbers: dict[int, int]) -> Any:
    if isinstance(value, Backed):
        marks = tuple(sorted(numbers[each] for each in value.citations))
        return value.model_copy(update={"citations": marks})
    if isinstance(value, BaseModel):
        fields = {name: getattr(value, name) for name in type(value).model_fields}
        return value.model_copy(
            update={name: _renumbered(each, numbers) for name, each in fields.items()}
        )
    if isinstance(value, tuple):
        return tuple(_renumbered(each, numbers) for each in cast("tuple[Any, ...]", value))
    return value
