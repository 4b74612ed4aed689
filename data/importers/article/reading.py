"""Reads an article: sentence by sentence, each in the light of those before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from data.facts.knowledge import Knowledge
from data.facts.records import MeetingKind
from data.importers.article.asked_of_all import Asker, asked_of_all
from data.importers.article.attendances import attendances
from data.importers.article.dating import When
from data.importers.article.findings import (
    AttendanceFound,
    CommitmentFound,
    FigureFound,
    Finding,
    MeetingFound,
    PledgeFound,
    StanceFound,
    StatementFound,
)
from data.importers.article.marking import Marked, mark_things
from data.importers.article.meets import Meet, Meets
from data.importers.article.people import People
from data.importers.article.positions import positions, requests
from data.importers.article.scenes import Actor, Scene
from data.importers.article.sentences import sentences
from data.importers.article.spending import DEFENCE, figures, is_ironic, pledges
from data.importers.article.statements import statements
from data.importers.article.things import Kind, Party, Person, Place
from data.importers.proposals import Ground
from data.rules.commitments import Category

_ORDERS = re.compile(
    r"(?<!\S)(?:ignore|disregard|forget|override|bypass)(?: \S+){0,4} (?:rules?|instructions?|prompts?|guidelines|above|before|guardrails)(?!\S)|"
    r"(?<!\S)(?:note|message|attention|instructions?) (?:to|for) (?:\S+ )?(?:automated|ai|bots?|language|machines?|systems?|assistants?|crawlers?|software|readers of code|parsers?)(?!\S)|"
    r"(?<!\S)(?:have|make|let|get|ask) (?:it|them|your \w+) (?:to )?(?:note|record|say|store|add|mark|list)(?!\S)|"
    r"(?<!\S)(?:summari[sz]ing|reading|indexing) (?:tool|software|program|machine|bot)s?(?!\S)|"
    r"(?<!\S)(?:system prompt|you are now|you are an? (?:\S+ )?(?:assistant|ai|bot|model))(?!\S)|"
    r"^(?:\" )?(?:please )?(?:record|register|mark|add|accept|store|enter|insert|note down|log|save|write down)(?: \S+){0,6} (?:that|as (?:confirmed|a fact|true|agreed|accepted)|to the (?:database|store|catalogue|record))(?!\S)"
)
_OF_A_PLAN = re.compile(
    r"(?<!\S)(?:(?:spending|defen[cs]e) (?:target|goal|plan|pledge)s?|proposal|compromise|deadline|plan|target|goal|"
    r"annual (?:rise|increase|step)|draft|declaration|text|wording|pledge|commitment|‹share#\d+›|‹points#\d+›)(?!\S)"
)
_LONG_AGO = re.compile(
    r"(?<!\S)(?:back in|in those days|decades ago|years ago|once upon|of the day)(?!\S)"
)


MOST_THINGS = 40
"""In a sentence that is read: members in a row with a figure each are thirty-two."""


@dataclass(slots=True)
class Reading:
    """All that was found in an article, in the order of its text."""

    findings: list[Finding] = field(default_factory=list[Finding])
    askers: list[Asker] = field(default_factory=list[Asker])


def read_sentences(text: str, knowledge: Knowledge, published: date) -> Reading:
    reader = _Reader(knowledge, published)
    orders: set[int] = set()
    marked: list[Marked] = []
    for sentence in sentences(text):
        each = mark_things(sentence, reader.people, published)
        if _ORDERS.search(each.text):
            orders.add(sentence.paragraph)
        marked.append(each)
    # A paragraph that tells its reader what to do reports nothing; nor does an endless list.
    kept = [
        each
        for each in marked
        if each.sentence.paragraph not in orders and len(each.things) <= MOST_THINGS
    ]
    for each in kept:
        reader.meets.read(each)
    reader.meets.start_again()
    for each in kept:
        reader.read(each)
    reader.add_meetings()
    _sum_up(reader.reading.findings)
    return reader.reading


def _sum_up(findings: list[Finding]) -> None:
    """A share that is the sum of a core and a broader part is of both together."""
    asked = [each for each in findings if isinstance(each, CommitmentFound)]
    for each in asked:
        of_same = [
            other for other in asked if (other.status, other.party) == (each.status, each.party)
        ]
        parts = {other.category: other.share for other in of_same if other.share is not None}
        core, broader = parts.get(Category.CORE), parts.get(Category.BROADER)
        if core is not None and broader is not None and each.share == core + broader:
            each.category = Category.TOTAL


_OF_A_COUNTRY = frozenset({
    "prime minister", "premier", "president", "chancellor", "defence minister", "defense minister",
    "foreign minister", "finance minister", "foreign secretary", "defence secretary",
    "minister of defence", "minister of defense", "minister of foreign affairs", "top diplomat",
    "head of government", "deputy prime minister", "deputy premier", "minister president",
})  # fmt: skip


def _country(value: object) -> str | None:
    match value:
        case Party(code=code) | Person(party=str(code)) | Place(country=str(code)):
            return code if len(code) == len("ESP") else None
        case _:
            return None


def _further(found: list[Finding], more: Iterator[Finding]) -> Iterator[Finding]:
    """What a second look at a sentence adds: another word on the same is none."""
    keys = {_subject(each) for each in found}
    for each in more:
        key = _subject(each)
        if key is None or key not in keys:
            yield each


def _subject(found: Finding) -> object:
    match found:
        case AttendanceFound():
            return ("attendance", found.party, found.person)
        case StanceFound():
            return ("stance", found.member)
        case StatementFound():
            return ("statement", found.kind)
        case PledgeFound() | FigureFound():
            return ("sum", found.member, found.share, found.amount)
        case _:
            return None


class _Reader:
    def __init__(self, knowledge: Knowledge, published: date) -> None:
        self.published = published
        self.members = frozenset(
            each.id for each in knowledge.roster if each.is_member_on(published)
        )
        self.people = People.of(knowledge)
        self.meets = Meets(published)
        self.reading = Reading()
        self._before: tuple[Actor, ...] = ()
        self._asker: Asker | None = None
        self._year: int | None = None
        self._paragraph = 0
        self._on_defence = False
        self._on_plan = False
        self._estimated = False
        self._is_nato = False
        self._attended: list[AttendanceFound] = []

    def read(self, marked: Marked) -> None:
        self._turn_to(marked)
        self.meets.reach(marked)
        marked = self._with_countries(marked)
        scene = self._scene(marked)
        if not self._is_worthless(scene.text):
            found = list(self._found(self._scene(marked.reduced())))
            if marked.reduced() is not marked:
                found.extend(_further(found, self._found(scene)))
            self.reading.findings.extend(found)
        self._remember(scene)

    def _with_countries(self, marked: Marked) -> Marked:
        """`Foreign Minister Jankauskaitė` is of the only country of the sentence, or of the one
        spoken of before."""
        lone = {code for each in marked.things if (code := _country(each.value)) is not None}
        before = [code for each in self._before if (code := _country(each)) is not None]
        code = next(iter(lone)) if len(lone) == 1 else before[-1] if not lone and before else None
        if code is None:
            return marked
        things = tuple(
            replace(each, value=self.people.add(Person(each.value.name, code, each.value.role)))
            if isinstance(each.value, Person)
            and each.value.party is None
            and each.value.role in _OF_A_COUNTRY
            and not each.value.former
            else each
            for each in marked.things
        )
        return replace(marked, things=things)

    def _scene(self, marked: Marked) -> Scene:
        return Scene(
            marked,
            self.published,
            self.members,
            self._before,
            self._on_plan or _OF_A_PLAN.search(marked.text) is not None,
            self._on_defence,
        )

    def _is_worthless(self, text: str) -> bool:
        return text.rstrip(' "').endswith("?") or is_ironic(text)

    def _turn_to(self, marked: Marked) -> None:
        """A new paragraph goes on with what was spoken of, but not with its year."""
        if marked.sentence.paragraph != self._paragraph:
            self._paragraph = marked.sentence.paragraph
            self._year = None
            self._on_defence = False
            self._estimated = False

    def _found(self, scene: Scene) -> Iterator[Finding]:
        old = _LONG_AGO.search(scene.text) is not None
        came = list(attendances(scene, self.meets))
        self._attended.extend(came)
        yield from came
        asked, self._asker = asked_of_all(scene, self._asker)
        if self._asker is not None and self._asker not in self.reading.askers:
            self.reading.askers.append(self._asker)
        if not old:
            yield from asked
        wanted = list(requests(scene))
        stands = [] if old else list(positions(scene))
        yield from stands
        yield from wanted
        set_by_itself: list[Finding] = []
        if not asked and not any(each.also for each in stands):
            set_by_itself = list(pledges(scene))
            yield from set_by_itself
        spent = list(figures(scene, self._year, on_defence=self._on_defence)) if not asked else []
        for each in spent:
            each.estimate |= self._estimated and Ground.DAY_RESOLVED in each.grounds
        words = {quote[2] for each in set_by_itself for quote in each.quotes}
        yield from (each for each in spent if not {q[2] for q in each.quotes} & words)
        if not wanted and not old:
            yield from statements(scene, is_nato=self._is_nato)

    def _remember(self, scene: Scene) -> None:
        named = tuple(
            each
            for each in scene.actors()
            if not (isinstance(each, Party) and each.code in ("NATO",))
        )
        main = [each for each in named if not (isinstance(each, Party) and each.adjective)]
        if main:
            self._before = (*main[1:], main[0])
        elif named:
            self._before = (*named[1:], named[0])
        years = [
            each.value.behind.year
            for each in scene.marked.things_in(scene.text)
            if isinstance(each.value, When) and each.value.behind.month is None
        ]
        things = scene.marked.things_in(scene.text)
        if years and any(each.kind is Kind.SHARE for each in things):
            self._year = min(years[0], self.published.year)
        if DEFENCE.search(scene.text) or any(
            getattr(each.value, "of", "") == "gdp" for each in things
        ):
            self._on_defence = DEFENCE.search(scene.text) is not None or self._on_defence
        self._on_defence |= any(
            isinstance(each.value, Party) and each.value.code == "NATO" for each in things
        )
        self._estimated |= re.search(r"(?<!\S)estimat\w+(?!\S)", scene.text) is not None
        self._on_plan = self._on_plan or _OF_A_PLAN.search(scene.text) is not None
        self._is_nato = any(each.kind in (Kind.ALL, Kind.GATHERING) for each in things) or (
            re.search(r"(?<!\S)ministers(?!\S)", scene.text) is not None
        )

    def add_meetings(self) -> None:
        """Meetings with their day or place. One that is told of only where somebody comes to it is
        proposed with that."""
        for meet in self.meets.every:
            if not meet.told or meet.kind is None or not _is_new(meet, self.published):
                continue
            if self._is_told_with_guests(meet):
                meet.carried = True
                continue
            found = MeetingFound(quotes=list(meet.quotes), meet=meet)
            found.ground(Ground.DAY_WRITTEN if meet.written else Ground.DAY_RESOLVED)
            self.reading.findings.append(found)

    def _is_told_with_guests(self, meet: Meet) -> bool:
        spoken = {
            quote[0].sentence.number
            for each in self._attended
            if each.meet is meet
            for quote in each.quotes
        }
        return bool(spoken) and all(quote[0].sentence.number in spoken for quote in meet.quotes)


def _is_new(meet: Meet, published: date) -> bool:
    """What is more than a year past is no news."""
    if meet.starts is None:
        return meet.kind is not MeetingKind.SUMMIT or meet.country is not None
    return (published - meet.starts.last).days < 366  # noqa: PLR2004
