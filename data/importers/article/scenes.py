"""A sentence in its article: who speaks, and who was spoken of before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from data.dates import PartialDate
from data.importers.article.dating import When
from data.importers.article.lines import pattern
from data.importers.article.marking import Marked
from data.importers.article.mood import clause_before
from data.importers.article.things import Group, Kind, Party, Person, Thing
from data.importers.article.vocabulary.speech import GOVERNS, MEANWHILE, SAYS, SPEAKERS, THINKS

_SPEECHES = (
    (
        rf"<who:person|party>(?: ‹day#\d+›)?(?: {MEANWHILE}){{0,6}} {SAYS}"
        r"(?: \w+)?(?: (?P<day>‹day#\d+›))?"
    ),
    rf", <who:person|party> , {SAYS}(?: (?P<day>‹day#\d+›))?",
    rf"{SAYS} (?:‹party#\d+› 's )?<who:person|party>(?: ,? ?(?P<day>‹day#\d+›))?",
    rf", <who:person|party> {THINKS}(?: ‹day#\d+›)? [.]",
    "according to <who:person|party>",
    "as <who:person|party> put it",
)
_HE_SAYS = pattern(
    rf"(?P<pro>he|she)(?: ‹day#\d+›)?(?: {MEANWHILE}){{0,6}} {SAYS}"
    r"(?: \w+)?(?: (?P<day>‹day#\d+›))?"
)
_SPEAKERS = re.compile(
    r"(?:(?: ,| and| ,? and)? ‹party#\d+›)*(?: \w+){0,2}? " + SPEAKERS + r"(?!\S)"
)
_ACTORS = re.compile(r"‹(?:person|party|all|some)#\d+›")
_APPOSED = re.compile(r", (?:a|an|the) (?:\S+ ){0,4}$")
_DAY_BEFORE = re.compile(r"^(‹day#\d+›) ,? ?$")
_PRONOUN_FAR = 8
"""Words between a pronoun and what it does."""

Actor = Person | Party | Group


@dataclass(frozen=True, slots=True)
class Speech:
    """Who says what a sentence tells, and when; `party` alone where it is a government."""

    actor: Person | Party
    when: When | None

    @property
    def name(self) -> str | None:
        return self.actor.name if isinstance(self.actor, Person) else None

    @property
    def role(self) -> str | None:
        return self.actor.role if isinstance(self.actor, Person) else None

    @property
    def party(self) -> str | None:
        return self.actor.party if isinstance(self.actor, Person) else self.actor.code


@dataclass(slots=True)
class Scene:
    """`before` are those spoken of in the sentences before, the nearest last."""

    marked: Marked
    published: date
    members: frozenset[str]
    before: tuple[Actor, ...] = ()
    on_plan: bool = False
    """Whether the sentences before were about what is asked of the members."""
    on_defence: bool = False
    """Whether they were about spending on defence."""
    spoke: Speech | None = None
    """Who spoke last before it."""
    speech: Speech | None = field(init=False)

    def __post_init__(self) -> None:
        self.speech = _speech(self.marked) or self._speech_of_pronoun()

    def _speech_of_pronoun(self) -> Speech | None:
        """`He added`, of whoever the sentence names, or who was spoken of before it; on the day on
        which he is told to have spoken."""
        found = _HE_SAYS.search(self.text)
        if found is None:
            return None
        person = self.person_meant(found.start())
        if person is None:
            return None
        day = self.marked.value(found, "day")
        is_same = self.spoke is not None and self.spoke.actor == person
        before = self.spoke.when if self.spoke is not None and is_same else None
        return Speech(person, day if isinstance(day, When) else before)

    def person_meant(self, place: int) -> Person | None:
        """Whom `he` or `she` at a place stands for: the nearest named before it."""
        named = [each.value for each in self.marked.things_in(self.text[:place])]
        spoke = (self.spoke.actor,) if self.spoke is not None else ()
        nearest = (*reversed(named), *reversed(self.before), *spoke)
        return next((each for each in nearest if isinstance(each, Person)), None)

    @property
    def text(self) -> str:
        return self.marked.text

    def said_on(self) -> tuple[PartialDate, bool]:
        """The day of what is said, and whether the text tells it."""
        if self.speech is not None and self.speech.when is not None:
            return self.speech.when.behind, True
        return PartialDate.of(self.published), False

    def code(self, actor: object) -> str | None:
        """The party an actor belongs to."""
        match actor:
            case Party(code=code):
                return code
            case Person(party=party):
                return party
            case _:
                return None

    def member(self, actor: object) -> str | None:
        code = self.code(actor)
        return code if code in self.members else None

    def subject(self, place: int) -> Thing | None:
        """Who does what stands at a place: the nearest before it in its clause that is no mere
        complement such as `with Spain` or `Spain 's`."""
        start = place - len(clause_before(self.text, place))
        found: Thing | None = None
        for each in _ACTORS.finditer(self.text, start, place):
            if not self._acts(each.start(), each.end()):
                continue
            if found is None or _APPOSED.search(self.text[start : each.start()]) is None:
                found = self.marked.thing(each.group())
        return found

    def _acts(self, start: int, end: int) -> bool:
        """Whether the thing in these places does something itself."""
        ahead, behind = self.text[:start].split()[-1:], self.text[end:].split()[:1]
        if set(ahead) & GOVERNS or set(behind) & {"'s", "'"}:
            return False
        value = self.marked.thing(self.text[start:end]).value
        is_adjective = isinstance(value, Party) and value.adjective
        return not is_adjective or _SPEAKERS.match(self.text, end) is not None

    def carried(self, place: int) -> Actor | None:
        """Who a pronoun before a place stands for: the nearest named before this sentence."""
        clause = set(clause_before(self.text, place).split()[-_PRONOUN_FAR:])
        if clause and not clause & {"it", "he", "she"}:
            return None
        wanted = Person if clause & {"he", "she"} else (Party, Person)
        return next((each for each in reversed(self.before) if isinstance(each, wanted)), None)

    def actors(self) -> Iterator[Actor]:
        """All who are named as such, in the order of the sentence."""
        for thing in sorted(self.marked.things_in(self.text), key=lambda each: each.first):
            if thing.kind in (Kind.PERSON, Kind.PARTY) and isinstance(thing.value, Person | Party):
                yield thing.value


def _speech(marked: Marked) -> Speech | None:
    for rule in _SPEECHES:
        found = marked.search(rule)
        if found is None:
            continue
        actor = marked.value(found, "who")
        if not isinstance(actor, Person | Party) or (isinstance(actor, Party) and actor.adjective):
            continue
        day = marked.value(found, "day")
        return Speech(actor, day if isinstance(day, When) else _day_before(marked, found.start()))
    return None


def _day_before(marked: Marked, place: int) -> When | None:
    """`On Wednesday , Rutte said`."""
    found = _DAY_BEFORE.search(marked.text[:place])
    value = marked.thing(found[1]).value if found is not None else None
    return value if isinstance(value, When) else None
