"""A sentence in its article: who speaks, and who was spoken of before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from data.dates import PartialDate
from data.importers.article.dating import When
from data.importers.article.marking import Marked
from data.importers.article.mood import clause_before
from data.importers.article.things import Group, Kind, Party, Person, Thing

SAYS = (
    r"(?:said|says|told|tells|warned|warns|added|adds|announced|announces|insisted|insists|argued|argues|"
    r"stressed|stresses|emphasi[sz]ed|emphasi[sz]es|confirmed|confirms|declared|declares|stated|wrote|writes|"
    r"pledged|promised|reiterated|noted|admitted|acknowledged|vowed|explained|posted|remarked|maintained|"
    r"cautioned|replied|let it be known|lets it be known|reassured|recalls|promises|pledges|acknowledges|reassures|signals|signalled|concluded|stressing|telling|informed|"
    r"made clear|made it clear|makes clear|conceded|claimed|countered|revealed|disclosed|asserted|underscored|commented|pointed out|recalled|complained|joked|testified|answered|briefed|"
    r"repeated|underlined|signalled|signaled|suggested|assured)"
)
_SPEECH = (
    rf"<who:person|party>(?: ‹day#\d+›)?(?: (?:also|again|later|has|had|have|publicly|repeatedly)){{0,6}} {SAYS}"
    r"(?: \w+)?(?: (?P<day>‹day#\d+›))?"
)
_SPEECH_BEHIND = rf"{SAYS} <who:person|party>(?: ,? ?(?P<day>‹day#\d+›))?"
_THINKS = (
    r", <who:person|party> "
    r"(?:expects|reckons|estimates|believes|predicts|calculates|thinks|hopes|noted|says)(?: ‹day#\d+›)? [.]"
)
_ACCORDING = r"according to <who:person|party>"

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
    speech: Speech | None = field(init=False)

    def __post_init__(self) -> None:
        self.speech = _speech(self.marked)

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
        clause = clause_before(self.text, place)
        start = place - len(clause)
        found: Thing | None = None
        for each in re.finditer(r"‹(?:person|party|all|some)#\d+›", clause):
            ahead = self.text[: start + each.start()].split()[-1:]
            behind = self.text[start + each.end() :].split()[:1]
            if set(ahead) & _GOVERNS or set(behind) & {"'s", "'"}:
                continue
            thing = self.marked.thing(each.group())
            if isinstance(thing.value, Party) and thing.value.adjective:
                if _SPEAKERS.match(self.text, start + each.end()) is None:
                    continue
            if found is not None and _is_apposed(self.text[start : start + each.start()]):
                continue
            found = thing
        return found

    def carried(self, place: int) -> Actor | None:
        """Who a pronoun before a place stands for: the nearest named before this sentence."""
        clause = clause_before(self.text, place).split()[-8:]
        if set(clause) & {"it", "he", "she"} or not clause:
            wanted = Person if set(clause) & {"he", "she"} else (Party, Person)
            return next((each for each in reversed(self.before) if isinstance(each, wanted)), None)
        return None

    def actors(self) -> Iterator[Actor]:
        """All who are named as such, in the order of the sentence."""
        for thing in sorted(self.marked.things_in(self.text), key=lambda each: each.first):
            if thing.kind in (Kind.PERSON, Kind.PARTY) and isinstance(thing.value, Person | Party):
                yield thing.value


_SPEAKERS = re.compile(
    r"(?:(?: ,| and| ,? and)? ‹party#\d+›)*(?: \w+){0,2}? (?:delegations?|delegates|ministers|governments|side|officials?|"
    r"representatives|note|letter|paper|proposal|suggestion|request|demand|cabinet|leaders|premiers|presidents)(?!\S)"
)
"""What of a country speaks for it: `the Spanish and Italian defence ministers`."""
_GOVERNS = frozenset({
    "of", "with", "by", "to", "from", "for", "on", "against", "in", "at", "than", "like", "unlike",
    "including", "over", "about", "between", "after", "under", "told", "into", "towards", "toward",
    "around", "among", "urged", "asked", "inviting", "via", "beyond", "alongside", "within",
})  # fmt: skip


def _is_apposed(before: str) -> bool:
    """`Spain , together with Italy ,` goes on with Spain."""
    return re.search(r", (?:a|an|the) (?:\S+ ){0,4}$", before) is not None


def _speech(marked: Marked) -> Speech | None:
    for rule in (_SPEECH, _SPEECH_BEHIND, _THINKS, _ACCORDING):
        found = marked.search(rule)
        if found is None:
            continue
        actor = marked.value(found, "who")
        if not isinstance(actor, Person | Party) or (isinstance(actor, Party) and actor.adjective):
            continue
        day = marked.value(found, "day") if "day" in found.groupdict() else None
        when = day if isinstance(day, When) else _day_before(marked, found.start())
        return Speech(actor, when)
    return None


def _day_before(marked: Marked, place: int) -> When | None:
    """`On Wednesday , Rutte said`."""
    found = re.search(r"^(‹day#\d+›) ,? ?$", marked.text[:place])
    value = marked.thing(found[1]).value if found is not None else None
    return value if isinstance(value, When) else None
