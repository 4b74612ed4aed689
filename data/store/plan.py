"""What a release of the catalogue does to the records in the store, decided without a database.

The newest state of a record decides. Where a person wrote it, the record is theirs and the
catalogue leaves it alone. What a release changes it mends: its records restate what their sources
say, so a database of an old release and a new one answer alike on every day.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from data.dates import PartialDate
from data.errors import KnowledgeError
from data.facts.kinds import FACTS, NAMES, Value
from data.facts.log import ALWAYS, Action
from data.messages import mark
from data.rules.expenditure import Observation
from data.sources import Source
from data.store import bodies
from data.store.bodies import Difference
from data.store.writing import Draft, FigureDraft

CATALOGUE = "catalogue"

CORRECTED = mark("The catalogue of a later release states it otherwise.")
RETRACTED = mark("The catalogue of a later release does not hold it any more.")
TWICE = mark("The catalogue holds the id '{id}' twice; nothing of it was loaded.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The newest state of a record in the store; `body` is None where it was retracted."""

    key: str
    kind: str
    number: int
    body: str | None
    is_ours: bool
    known_on: str


FigureKey = tuple[str, str, str, int]
"""Edition, member, indicator and year."""


@dataclass(frozen=True, slots=True)
class HeldFigure:
    number: int
    value: Observation | None
    is_ours: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One difference. `fields` holds what differs, of a correction only."""

    action: Action
    kind: str
    id: str
    fields: tuple[Difference, ...] = ()


@dataclass(slots=True)
class Plan:
    drafts: list[Draft] = field(default_factory=list[Draft])
    figures: list[FigureDraft] = field(default_factory=list[FigureDraft])
    steps: list[Step] = field(default_factory=list[Step])
    unchanged: int = 0
    """Facts that say the same; sources, members, editions and figures are not counted."""
    left: int = 0
    """Records of the catalogue that a person corrected, withdrew, or recorded before it; and those
    it does not hold any more on which records of people rest."""

    def take(self, value: Value, held: Held | None) -> None:
        """`value` is what the catalogue says now, `held` what the store says."""
        if held is None:
            self._write(Draft.of(value, number=1, action="recorded", governs_from=ALWAYS))
        elif not held.is_ours:
            self.left += 1
        elif held.body is None:
            # It comes back after a retraction of ours.
            number = held.number + 1
            self._write(Draft.of(value, number=number, action="recorded", governs_from=ALWAYS))
        elif bodies.is_same(type(value), held.body, body := bodies.text(value)):
            self.unchanged += NAMES[type(value)] in FACTS
        else:
            draft = Draft.of(
                value,
                number=held.number + 1,
                action="corrected",
                governs_from=ALWAYS,
                because=CORRECTED,
            )
            self._write(draft, bodies.differences(held.body, body))

    def drop(self, held: Held) -> None:
        """`held` is a record that the catalogue does not hold."""
        self._write(
            Draft(
                key=held.key,
                kind=held.kind,
                number=held.number + 1,
                action="retracted",
                value=None,
                known_on=PartialDate.parse(held.known_on),
                governs_from=ALWAYS,
                because=RETRACTED,
            )
        )

    def take_figure(self, edition: str, value: Observation, held: HeldFigure | None) -> None:
        if held is None:
            self._write_figure(edition, value, 1, "recorded", None)
        elif not held.is_ours:
            self.left += 1
        elif held.value is None:
            self._write_figure(edition, value, held.number + 1, "recorded", None)
        elif (held.value, str(held.value.value)) == (value, str(value.value)):
            return
        else:
            self._write_figure(edition, value, held.number + 1, "corrected", held.value)

    def drop_figure(self, edition: str, held: HeldFigure) -> None:
        if held.is_ours and held.value is not None:
            self._write_figure(edition, held.value, held.number + 1, "retracted", None)

    def _write(self, draft: Draft, fields: tuple[Difference, ...] = ()) -> None:
        self.drafts.append(draft)
        step = Step(action=draft.action, kind=draft.kind, id=bodies.id_in(draft.key), fields=fields)
        self.steps.append(step)

    def _write_figure(
        self,
        edition: str,
        value: Observation,
        number: int,
        action: Action,
        before: Observation | None,
    ) -> None:
        because = {"recorded": None, "corrected": CORRECTED, "retracted": RETRACTED}[action]
        self.figures.append(
            FigureDraft(edition=edition, value=value, number=number, action=action, because=because)
        )
        name = f"{edition} {value.member} {value.indicator.value} {value.year}"
        fields = () if before is None else figure_differences(before, value)
        self.steps.append(Step(action=action, kind="figure", id=name, fields=fields))


def figure_differences(before: Observation, after: Observation) -> tuple[Difference, ...]:
    old, new = _columns(before), _columns(after)
    return tuple((name, old[name], new[name]) for name in new if old[name] != new[name])


def _columns(value: Observation) -> dict[str, str | None]:
    (cite,) = value.cites
    return {
        "value": str(value.value),
        "estimate": "true" if value.estimate else "false",
        "places": str(value.places),
        "currency": value.currency,
        "source": cite.source,
        "locator": cite.locator,
    }


def plan(
    values: Iterable[Value],
    held: Mapping[str, Held],
    figures: Iterable[tuple[str, Observation]],
    held_figures: Mapping[FigureKey, HeldFigure],
    needed: frozenset[str] = frozenset(),
) -> Plan:
    """What to write. `needed` are keys that records of people refer to: they stay.

    Raises KnowledgeError where two records share a key.
    """
    found = Plan()
    taken = _taken_by_people(held)
    seen: set[str] = set()
    for value in values:
        key = bodies.key_of(value)
        if key in seen:
            raise KnowledgeError(TWICE.format(id=value.id))
        seen.add(key)
        if taken.get(value.id, key) != key and NAMES[type(value)] in FACTS:
            found.left += 1
        else:
            found.take(value, held.get(key))
    kept: set[FigureKey] = set()
    for edition, value in figures:
        key_of_figure = (edition, value.member, value.indicator.value, value.year)
        kept.add(key_of_figure)
        found.take_figure(edition, value, held_figures.get(key_of_figure))
    for of, figure in held_figures.items():
        if of not in kept:
            found.drop_figure(of[0], figure)
    _drop(found, [each for key, each in held.items() if key not in seen], needed)
    return found


def _taken_by_people(held: Mapping[str, Held]) -> dict[str, str]:
    """Keys by the ids that people gave to facts: facts of all kinds share one room."""
    return {
        bodies.id_in(key): key
        for key, each in held.items()
        if each.kind in FACTS and not each.is_ours and each.body is not None
    }


def _drop(found: Plan, gone: list[Held], needed: frozenset[str]) -> None:
    for each in gone:
        # A source stays as long as the store lives: earlier states cite it still.
        if each.kind == NAMES[Source] or not each.is_ours or each.body is None:
            continue
        if each.key in needed:
            found.left += 1
        else:
            found.drop(each)
