"""What sources disagree on: what came up since the last digest, and what stays open about the
meetings that it tells as ahead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from commands.briefing import Sentence
from commands.digest_room import Screen
from commands.disagreements import Disagreements
from commands.draft import Draft
from commands.news import meeting_name
from data.facts.contradictions import Contradiction
from data.facts.contradictions.words import Aspect
from data.messages import mark

_SHORT: dict[Aspect, str] = {
    Aspect.DATES: mark("Sources disagree on when {meeting} is."),
    Aspect.PLACE: mark("Sources disagree on where {meeting} is."),
    Aspect.CANCELLED: mark("Sources disagree on whether {meeting} is cancelled."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputes:
    """`told` have both sides, `short` do not, `untold` are only counted."""

    told: tuple[Contradiction, ...] = ()
    short: tuple[Contradiction, ...] = ()
    untold: tuple[Contradiction, ...] = ()


def reserve(screen: Screen, since: date) -> Disputes:
    """What came up since, as far as half of the screen goes and one at any rate; and the short of
    what stays open about the meetings ahead."""
    disagreements = Disagreements(screen.draft)
    fresh = list(dict.fromkeys(disagreements.that_came_up(since)))
    told: list[Contradiction] = []
    for each in fresh:
        sentences = disagreements.tell([each])
        if not told or screen.admits(*sentences, keep=screen.left // 2):
            screen.take(*sentences)
            told.append(each)
    others = [*fresh, *disagreements.about_meetings_ahead()]
    left = [each for each in dict.fromkeys(others) if each not in told]
    short = tuple(each for each in left if each.aspect in _SHORT)
    untold = tuple(each for each in left if each.aspect not in _SHORT)
    screen.take(*(_short(screen.draft, each) for each in short), *_more(screen.draft, untold))
    return Disputes(told=tuple(told), short=short, untold=untold)


def widen(screen: Screen, disputes: Disputes) -> Disputes:
    """The same with both sides of what there is room for after all else."""
    disagreements = Disagreements(screen.draft)
    told, short = list(disputes.told), list(disputes.short)
    for each in disputes.short:
        sentences = disagreements.tell([each])
        if screen.admits(*sentences):
            screen.take(*sentences)
            told.append(each)
            short.remove(each)
    return Disputes(told=tuple(told), short=tuple(short), untold=disputes.untold)


def tell(draft: Draft, disputes: Disputes) -> list[Sentence]:
    told = Disagreements(draft).tell(disputes.told) if disputes.told else []
    short = [_short(draft, each) for each in disputes.short]
    return [*told, *short, *_more(draft, disputes.untold)]


def _short(draft: Draft, found: Contradiction) -> Sentence:
    assert found.subject.meeting is not None
    name = meeting_name(draft, found.subject.meeting)
    return draft.say(_SHORT[found.aspect], meeting=name)


def _more(draft: Draft, untold: Sequence[Contradiction]) -> list[Sentence]:
    if not untold:
        return []
    count = draft.count(draft.say(mark("points on which sources disagree")), untold)
    return [draft.say(mark("More points on which sources disagree: {count}."), count=count)]
