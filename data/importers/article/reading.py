"""Reads an article: sentence by sentence, each in the light of those before it."""

from collections.abc import Iterator, Sequence
from datetime import date

from data.facts.knowledge import Knowledge
from data.importers.article.asked_of_all import asked_of_all, told_later
from data.importers.article.askers import Asker
from data.importers.article.attendances import attendances
from data.importers.article.dating import When
from data.importers.article.figures import figures
from data.importers.article.findings import (
    AttendanceFound,
    CommitmentFound,
    FigureFound,
    Finding,
    PledgeFound,
)
from data.importers.article.lines import pattern
from data.importers.article.looks import further, sum_up
from data.importers.article.marking import Marked, mark_things
from data.importers.article.meets import Meets
from data.importers.article.memory import Memory
from data.importers.article.ministers import with_countries, with_names
from data.importers.article.mood import is_question
from data.importers.article.people import People
from data.importers.article.pledges import is_ironic, pledges
from data.importers.article.positions import positions
from data.importers.article.requests import requests
from data.importers.article.scenes import Scene
from data.importers.article.sentences import dateline, sentences
from data.importers.article.statements import statements
from data.importers.article.things import Kind
from data.importers.article.told_meetings import told_meetings
from data.importers.article.vocabulary.cities import CITIES
from data.importers.article.vocabulary.orders import LONG_AGO, ORDERS
from data.importers.proposals import Ground

_ORDERS = tuple(pattern(rule) for rule in ORDERS)
_LONG_AGO = pattern(LONG_AGO)
_OVERDUE = pattern(r"should have(?: \S+){1,3} (?:years|decades|long) ago")
"""What is only said to be late is not of old times."""
MOST_THINGS = 40
"""In a sentence that is read: members in a row with a figure each are thirty-two."""


def read_sentences(text: str, knowledge: Knowledge, published: date) -> list[Finding]:
    """All that is found in an article, in the order in which it was read."""
    reader = _Reader(knowledge, published, CITIES.get(dateline(text)))
    marked = [mark_things(each, reader.people, published) for each in sentences(text)]
    kept = [with_names(each, reader.people) for each in _kept(marked)]
    for each in kept:
        reader.meets.read(each)
    reader.meets.start_again()
    for each in kept:
        reader.read(each)
    reader.findings.extend(told_meetings(reader.meets, reader.attended, published))
    sum_up(reader.findings)
    return reader.findings


def _kept(marked: Sequence[Marked]) -> list[Marked]:
    """A paragraph that tells its reader what to do reports nothing; nor does an endless list."""
    orders = {each.sentence.paragraph for each in marked if _is_order(each.text)}
    return [
        each
        for each in marked
        if each.sentence.paragraph not in orders and len(each.things) <= MOST_THINGS
    ]


def _is_order(text: str) -> bool:
    return any(rule.search(text) is not None for rule in _ORDERS)


def _is_long_ago(scene: Scene) -> bool:
    return _LONG_AGO.search(_OVERDUE.sub("", scene.text)) is not None


def _is_old(scene: Scene) -> bool:
    """Whether a sentence tells of old times, or only of a year more than one before."""
    days = [each.value for each in scene.marked.things_in(scene.text) if each.kind is Kind.DAY]
    years = [each.behind.year for each in days if isinstance(each, When) and each.word == "in"]
    is_of_years_before = len(years) == len(days) > 0 and max(years) < scene.published.year - 1
    return is_of_years_before or _is_long_ago(scene)


class _Reader:
    def __init__(self, knowledge: Knowledge, published: date, home: str | None) -> None:
        roster = knowledge.roster
        members = frozenset(each.id for each in roster if each.is_member_on(published))
        self.people = People.of(knowledge)
        self.meets = Meets(published)
        self.findings: list[Finding] = []
        self.attended: list[AttendanceFound] = []
        self._memory = Memory(published, members)
        self._asker: Asker | None = None
        self._asked: list[CommitmentFound] = []
        self._home = home

    def read(self, marked: Marked) -> None:
        self._memory.turn_to(marked)
        self.meets.reach(marked)
        memory = self._memory
        marked = with_countries(marked, memory.before, self.people, memory.members, self._home)
        scene = self._memory.scene(marked)
        if not is_question(scene.text) and not is_ironic(scene.text):
            self.findings.extend(self._found(scene))
        self._memory.remember(scene)

    def _found(self, scene: Scene) -> list[Finding]:
        """Without what is put in between commas, and then with it."""
        reduced = scene.marked.reduced()
        found = list(self._look(self._memory.scene(reduced)))
        if reduced is not scene.marked:
            found.extend(further(found, self._look(scene)))
        return found

    def _look(self, scene: Scene) -> Iterator[Finding]:
        is_old = _is_old(scene)
        came = list(attendances(scene, self.meets))
        self.attended.extend(came)
        yield from came
        asked, self._asker = asked_of_all(scene, self._asker)
        if asked:
            self._asked = asked
        else:
            told_later(scene, self._asker, self._asked)
        wanted = [] if is_old else list(requests(scene))
        stands = [] if is_old else list(positions(scene))
        yield from () if _is_long_ago(scene) else asked
        yield from stands
        yield from wanted
        if not asked:
            is_told = is_old or any(each.also for each in stands)
            set_by_itself = [] if is_told else list(pledges(scene))
            yield from set_by_itself
            yield from self._spent(scene, set_by_itself)
        if not wanted and not is_old:
            yield from statements(scene, is_nato=self._memory.is_nato)

    def _spent(self, scene: Scene, before: Sequence[PledgeFound]) -> Iterator[FigureFound]:
        """Figures that are not the ones of a pledge."""
        ends = {quote[2] for each in before for quote in each.quotes}
        for each in figures(scene, self._memory.year):
            each.estimate |= self._memory.estimated and Ground.DAY_RESOLVED in each.grounds
            if ends.isdisjoint(quote[2] for quote in each.quotes):
                yield each
