"""How far a proposal can be trusted, as a sum of what speaks for and against it."""

from collections.abc import Iterable

from data.importers.proposals import Ground, Level

WEIGHTS: dict[Ground, int] = {
    Ground.STATED: 2,
    Ground.NAMED_SPEAKER: 2,
    Ground.OFFICIAL: 1,
    Ground.DAY_WRITTEN: 1,
    Ground.DAY_RESOLVED: 0,
    Ground.DAY_OF_ARTICLE: 0,
    Ground.KNOWN_SUBJECT: 1,
    Ground.NEW_SUBJECT: 0,
    Ground.SUBJECT_BEFORE: -1,
    Ground.COMMITMENT_GUESSED: -1,
    Ground.EXPECTATION: 1,
    Ground.REPORTED: 2,
    Ground.HEARSAY: -2,
    Ground.CONDITIONAL: -2,
    Ground.NOBODY_NAMED: 0,
    Ground.OF_A_MODEL: -3,
}
"""What each ground adds; a statement of a named person about a known meeting has 3, a stance that
is only reported on a commitment that is only guessed 1."""

_HIGH, _MEDIUM = 2, 1


def confidence(grounds: Iterable[Ground]) -> Level:
    total = sum(WEIGHTS[each] for each in grounds)
    if total >= _HIGH:
        return Level.HIGH
    return Level.MEDIUM if total >= _MEDIUM else Level.LOW
