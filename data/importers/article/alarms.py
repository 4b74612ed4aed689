import re

from data.importers.article.dating import When
from data.importers.article.findings import StatementFound
from data.importers.article.lines import pattern
from data.importers.article.mood import Mood, mood
from data.importers.article.said import Speaker, said, speaker
from data.importers.article.scenes import Scene
from data.importers.article.things import Kind, Party
from data.importers.article.vocabulary.statements import (
    ENEMIES,
    OF_DEFENCE,
    THREAT,
    TROOPS,
    WARNS,
)
from data.importers.proposals import Ground

_THREAT = re.compile(rf"(?<!\S){THREAT}")


def warning(scene: Scene) -> StatementFound | None:
    """`Washington warned that troops could be moved`."""
    found = scene.marked.search(WARNS)
    if found is None:
        return None
    content = scene.text.replace(found.group(), "", 1)
    by = speaker(scene, found.start())
    if by is None or by.is_office:
        return None
    if by.party != "NATO" and not _is_of_defence(scene, content):
        return None
    if mood(scene.text, found.start()) in (Mood.NEGATED, Mood.HEARSAY):
        return None
    made = said(scene, found.span(), "warning", by, _what(by, content))
    if scene.speech is None:
        _date(made, scene)
    return made


def _is_of_defence(scene: Scene, content: str) -> bool:
    """Of a threat, rather than of debts or of the weather."""
    if _THREAT.search(content) or pattern(OF_DEFENCE).search(content):
        return True
    things = scene.marked.things_in(content)
    parties = {each.value.code for each in things if isinstance(each.value, Party)}
    return not parties.isdisjoint(ENEMIES) or any(each.kind is Kind.ALL for each in things)


def _what(by: Speaker, content: str) -> str:
    if by.party == "USA" and pattern(TROOPS).search(content):
        return "warned that the United States could move troops away from Europe"
    return "gave the Alliance a warning about its defence"


def _date(made: StatementFound, scene: Scene) -> None:
    """The first day of the sentence, unless that is still to come."""
    days = [each.value for each in scene.marked.things_in(scene.text)]
    when = next((each for each in days if isinstance(each, When)), None)
    if when is not None and when.behind.last <= scene.published:
        made.said_on = when.behind
        made.grounds.discard(Ground.DAY_OF_ARTICLE)
        made.ground(Ground.DAY_RESOLVED)
