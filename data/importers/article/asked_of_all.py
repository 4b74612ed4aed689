"""What is demanded of, proposed to or agreed by all members: one finding for each clause."""

from dataclasses import replace

from data.importers.article.askers import Asker, asker_of
from data.importers.article.clauses import clauses, figures_of
from data.importers.article.dating import When
from data.importers.article.findings import CommitmentFound
from data.importers.article.lines import pattern
from data.importers.article.mood import Mood, mood
from data.importers.article.scenes import Scene
from data.importers.article.things import Party
from data.importers.article.vocabulary.commitments import ALLIED, CLAUSE, DUE, GOES_ON
from data.rules.commitments import Status

_SENTENCES = 2
"""How far behind the one that names who asks another may still go on with it."""


def asked_of_all(scene: Scene, before: Asker | None) -> tuple[list[CommitmentFound], Asker | None]:
    """The clauses of a sentence, and who is behind them for the sentences that follow."""
    figures = figures_of(scene)
    asker = asker_of(scene) if figures else None
    if asker is not None:
        found = clauses(scene, asker, figures) if _is_of_all(scene, asker) else []
        return found, replace(asker, by=found[0].by) if found else before
    if before is not None and _goes_on(scene, before):
        return clauses(scene, before, figures), before
    return [], before


def told_later(scene: Scene, before: Asker | None, found: list[CommitmentFound]) -> None:
    """Adds the year of `It should be met by 2028` to the only clause of the sentence before."""
    if before is None or len(found) != 1 or found[0].by is not None or not _is_near(scene, before):
        return
    due = scene.marked.search(DUE)
    when = scene.marked.value(due, "day") if due is not None else None
    if isinstance(when, When) and when.ahead.year > scene.published.year:
        found[0].by = when.ahead.year


def _is_of_all(scene: Scene, asker: Asker) -> bool:
    if asker.status is Status.AGREED or asker.party == "NATO":
        return True
    return pattern(ALLIED).search(scene.text) is not None


def _goes_on(scene: Scene, before: Asker) -> bool:
    """Whether a sentence says more of what one before it spoke of."""
    is_hearsay = mood(scene.text, len(scene.text)) is Mood.HEARSAY
    if _is_near(scene, before) and not is_hearsay and not _names_a_member(scene):
        return pattern(GOES_ON).search(scene.text) is not None
    return scene.marked.search(rf"clause {CLAUSE}(?: \S+){{0,3}}? <points>") is not None


def _is_near(scene: Scene, before: Asker) -> bool:
    sentence = scene.marked.sentence
    is_same = sentence.paragraph == before.paragraph
    return is_same and sentence.number - before.number <= _SENTENCES


def _names_a_member(scene: Scene) -> bool:
    named = (each.value for each in scene.marked.things_in(scene.text))
    return any(isinstance(each, Party) and scene.member(each) is not None for each in named)
