"""One line on each change, beginning with its day; an edition of figures has several."""

from collections.abc import Sequence

from commands import news, news_figures, news_short
from commands.briefing import Fact, Sentence
from commands.changes_found import OVER, Became, Changed, Ended
from commands.commitment_history import STATUSES, status_happening, titles
from commands.draft import Draft
from commands.happenings import ended, happening, told
from commands.news import best, cites_of
from commands.news_changes import Change
from data.dates import PartialDate
from data.facts.knowledge import Revision
from data.facts.records import Attendance, Stance, Statement
from data.messages import mark
from data.rules import Commitment, Dispute, Edition

MOST_IN_FULL = 12
"""Of a topic: with more than so many changes, those of one day are told by names where names and a
word on each are the news."""
_ALL_NAMES = 100


def told_of(draft: Draft, found: Sequence[Changed]) -> list[Fact]:
    """The lines on one topic, in the order given."""
    groups: dict[object, list[Changed]] = {}
    for each in found:
        groups.setdefault(_group(each) if len(found) > MOST_IN_FULL else each, []).append(each)
    return [line for each in groups.values() for line in _together(draft, each)]


def is_shortened(found: Sequence[Changed]) -> bool:
    groups = [_group(each) for each in found]
    return len(found) > MOST_IN_FULL and len(set(groups)) < len(groups)


def _group(each: Changed) -> object:
    if isinstance(each.what, Revision) and isinstance(each.what.fact, Attendance | Stance):
        return each.on, type(each.what.fact)
    return each


def _together(draft: Draft, found: Sequence[Changed]) -> list[Fact]:
    if len(found) == 1:
        return lines(draft, found[0])
    facts = [each.what.fact for each in found if isinstance(each.what, Revision)]
    attended = [each for each in facts if isinstance(each, Attendance)]
    said = [each for each in facts if isinstance(each, Stance)]
    line = (
        news_short.attendances(draft, attended, _ALL_NAMES)
        if attended
        else news_short.stances(draft, said, _ALL_NAMES)
    )
    cites = best(draft, (attended or said)[0].cites)
    day = draft.moment(PartialDate.of(found[0].on), cites)
    sentence = draft.say(mark("{day}: {line}."), day=day, line=line.sentence)
    return [Fact(label=line.label, sentence=sentence)]


def lines(draft: Draft, changed: Changed) -> list[Fact]:
    """The first says what changed; others add to it."""
    match changed.what:
        case Became() as became:
            return [_status(draft, became)]
        case Edition() as edition:
            return _edition(draft, edition)
        case Dispute() as dispute:
            line = draft.say("{claim}", claim=draft.claim(dispute.claim, dispute.cites))
            label = mark("Disputed")
            return [happening(draft, label, dispute.known_on, line, dispute.cites).fact]
        case Ended(state, then):
            states = [state] if then is None else [state, then]
            return [next(ended(draft, states)).fact]
        case Revision() as state:
            return [_new(draft, state)]


def first(draft: Draft, changed: Changed) -> Sentence:
    """What changed, and nothing that adds to it."""
    if isinstance(changed.what, Edition):
        return _announced(draft, changed.what).sentence
    return lines(draft, changed)[0].sentence


def _status(draft: Draft, became: Became) -> Fact:
    """With what it asks, unless it is over."""
    commitment, change = became.commitment, became.change
    if change.status in OVER:
        return status_happening(draft, commitment, change, titles(draft)).fact
    line = draft.say(
        mark("{title}. {claim}"),
        title=draft.claim(commitment.title, change.cites),
        claim=draft.claim(commitment.claim, change.cites),
    )
    label, known = STATUSES[change.status], change.known_on
    return happening(draft, label, change.on, line, change.cites, known=known).fact


def _edition(draft: Draft, edition: Edition) -> list[Fact]:
    details = news_figures.details(draft.desk.knowledge, edition, draft.as_of)
    return [_announced(draft, edition), *(each(draft) for each in details)]


def _announced(draft: Draft, edition: Edition) -> Fact:
    title = draft.cited(edition.title, edition.cites)
    line = draft.say(mark("NATO published its expenditure figures: {title}."), title=title)
    return happening(draft, mark("Figures"), edition.published_on, line, edition.cites).fact


def _new(draft: Draft, state: Revision) -> Fact:
    fact, cites = state.fact, cites_of(state.fact)
    line = news.fact_of(draft, Change(now=fact))
    if isinstance(fact, Commitment):
        return line
    if isinstance(fact, Stance | Statement):
        # Their lines have the day on which it was said.
        return told(draft, line, fact.said_on, cites, known=fact.known_on).fact
    sentence = draft.say(
        mark("{day}: {line}"), day=draft.moment(fact.known_on, cites), line=line.sentence
    )
    return Fact(label=line.label, sentence=sentence)
