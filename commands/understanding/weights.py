"""How much each word or thing in a question speaks for each command.

The weights are measured on the questions of `tests/commands/understanding`. What a question has to
have is asked first; then what it has is added up.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from commands.understanding.concepts import Concept
from commands.understanding.features import Feature

C = Concept

SURE = 3.0
"""What a question has to come to before it is taken for one."""
AHEAD = 0.4
"""By how much it has to be more than any other."""
UNKNOWN = 1.3
"""What a word costs that nothing is known of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """`needs` are alternatives, one of which has to be there; `alone` is by feature, `together`
    counts where all its features are there."""

    command: str
    needs: tuple[Feature, ...] = ()
    alone: Mapping[Feature, float]
    together: tuple[tuple[frozenset[Feature], float], ...] = ()

    def score(self, has: frozenset[Feature]) -> float | None:
        """None where something is missing that the command can't do without."""
        if self.needs and not has.intersection(self.needs):
            return None
        alone = sum(weight for feature, weight in self.alone.items() if feature in has)
        return alone + sum(weight for features, weight in self.together if features <= has)


def both(*features: Feature) -> frozenset[Feature]:
    return frozenset(features)


OTHER_THINGS: Mapping[Feature, float] = {
    C.SOURCES: -3, C.HISTORY: -2.5, C.MEANING: -2, C.CHANGED: -2, C.DIGEST: -1.5,
}  # fmt: skip
"""Words that say which kind of answer is wanted, whatever it is about."""
