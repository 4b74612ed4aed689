"""`/digest`: what changed since the last one, what is ahead, who moved; one screen of a phone.

It is put together twice: once to measure what fits, and then of what was chosen alone, so that it
cites no source of what it left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from commands import (
    anniversaries,
    digest_ahead,
    digest_disputed,
    digest_filler,
    digest_focus,
    digest_more,
    digest_stances,
    gatherings,
)
from commands.asked import next_meeting
from commands.briefing import Briefing, Fact, FollowUp, Section, Sentence
from commands.desk import Desk
from commands.digest_disputed import Disputes
from commands.digest_room import Screen
from commands.digest_written import WrittenChange
from commands.draft import Draft
from commands.news_changes import News, collect
from commands.news_topics import Line, Topic, topics
from data.facts.records import Meeting
from data.members import Member
from data.messages import mark
from data.subscriptions.model import ALL_PARTS, Part

_DAY = timedelta(days=1)
_MOST_NEWS = 6
_MOST_MOVES = 4
_MOST_AHEAD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chosen:
    """What a digest tells, once that is settled."""

    since: date
    news: tuple[News, ...]
    summit: Meeting | None
    told: tuple[Line, ...] = ()
    moved: tuple[Line, ...] = ()
    ahead: tuple[Line, ...] = ()
    filler: anniversaries.Anniversary | Member | None = None
    disputes: Disputes = field(default_factory=Disputes)


def ask(desk: Desk, _: Mapping[str, str], as_of: date) -> Briefing:
    return brief(desk, as_of)


def brief(
    desk: Desk,
    as_of: date,
    *,
    since: date | None = None,
    parts: frozenset[Part] = ALL_PARTS,
    shorten: bool = False,
    written: Sequence[WrittenChange] = (),
) -> Briefing:
    """The digest of the days after `since`, the day of the last one, up to `as_of`.

    Without `since` it is of one day. `written` is what was recorded since the last one although it
    was known before, see `digest_written`. With `shorten` a quiet day has its two sentences only.
    """
    last = _last(as_of, since)
    summit = next_meeting(desk.knowledge.meetings(as_of), as_of, gatherings.SUMMITS)
    news = collect(desk.knowledge, last, as_of, written)
    chosen = _Chosen(since=last, news=news, summit=summit)
    if news or not shorten:
        chosen = _choose(Screen(desk, as_of), chosen, parts)
    return _write(Draft(desk, as_of), chosen)


def is_quiet(
    desk: Desk, as_of: date, since: date | None = None, written: Sequence[WrittenChange] = ()
) -> bool:
    """Whether there is no news to tell."""
    return not collect(desk.knowledge, _last(as_of, since), as_of, written)


def _last(as_of: date, since: date | None) -> date:
    """Raises ValueError where the last digest is of a later day."""
    last = as_of - _DAY if since is None else since
    if last > as_of:
        raise ValueError(f"the last digest is of {last}, after {as_of}")
    return last


def _choose(screen: Screen, given: _Chosen, parts: frozenset[Part]) -> _Chosen:
    """What fits, in the order of what must not be missing."""
    knowledge, as_of = screen.draft.desk.knowledge, screen.draft.as_of
    screen.take(_title(screen.draft), *_lead(screen.draft, given))
    disputes = digest_disputed.reserve(screen, given.since)
    ahead: tuple[Line, ...] = ()
    if Part.AHEAD in parts:
        quiet = not given.news
        due = digest_ahead.lines(knowledge, as_of, told=given.summit, quiet=quiet)
        ahead = screen.place(_one_each(due), most=_MOST_AHEAD if quiet else 1)
    moved: tuple[Line, ...] = ()
    if Part.STANCES in parts:
        moves = digest_stances.moves(knowledge, given.news, given.since)
        moved = screen.place(
            (digest_stances.topic(moves),), most=_MOST_MOVES, keep=screen.left // 2
        )
    filler = None
    if Part.FOCUS in parts and not given.news:
        filler = digest_filler.choose(knowledge, as_of, given.since)
    elsewhere = {id(each) for line in moved for each in line.news}
    news = [each for each in given.news if id(each) not in elsewhere]
    told = screen.place(topics(news, knowledge, as_of), most=_MOST_NEWS, keep=digest_more.ROOM)
    return _Chosen(
        since=given.since,
        news=given.news,
        summit=given.summit,
        told=told,
        moved=moved,
        ahead=ahead,
        filler=filler,
        disputes=digest_disputed.widen(screen, disputes),
    )


def _one_each(lines: Sequence[Line]) -> tuple[Topic, ...]:
    return tuple(Topic(versions=((each,),)) for each in lines)


def _write(draft: Draft, chosen: _Chosen) -> Briefing:
    left = digest_more.untold(chosen.news, (*chosen.told, *chosen.moved))
    return draft.finish(
        "digest",
        title=_title(draft),
        lead=_lead(draft, chosen),
        sections=tuple(_sections(draft, chosen, left)),
        caveats=digest_disputed.tell(draft, chosen.disputes),
        follow_ups=tuple(_follow_ups(draft, chosen, left)),
    )


def _title(draft: Draft) -> Sentence:
    return draft.say(mark("Digest of {day}"), day=draft.given(draft.as_of))


def _lead(draft: Draft, chosen: _Chosen) -> list[Sentence]:
    since = draft.given(chosen.since)
    if chosen.news:
        count = draft.count(draft.say(mark("new entries")), chosen.news)
        opening = draft.say(mark("New entries since {day}: {count}."), day=since, count=count)
    else:
        opening = draft.say(mark("A quiet day: nothing new is recorded since {day}."), day=since)
    if chosen.summit is None:
        return [opening]
    return [opening, gatherings.countdown(draft, chosen.summit)]


def _sections(draft: Draft, chosen: _Chosen, left: Sequence[News]) -> Iterator[Section]:
    news = [each.make(draft) for each in chosen.told]
    if left:
        news.append(digest_more.fact(draft, left))
    yield _section(draft, mark("What changed"), news)
    yield _section(draft, mark("Who moved"), [each.make(draft) for each in chosen.moved])
    yield _section(draft, mark("Ahead"), [each.make(draft) for each in chosen.ahead])
    match chosen.filler:
        case anniversaries.Anniversary() as found:
            line = anniversaries.sentence(draft, found)
            label = draft.voice.text(mark("On this day"))
            yield Section(facts=(Fact(label=label, sentence=line),))
        case Member() as member:
            title = draft.say(mark("In focus: {member}"), member=draft.party(member.id))
            facts = tuple(each.make(draft) for each in digest_focus.lines(draft, member))
            yield Section(title=title, facts=facts)
        case None:
            pass


def _section(draft: Draft, title: str, facts: Sequence[Fact]) -> Section:
    return Section(title=draft.say(title), facts=tuple(facts))


def _follow_ups(draft: Draft, chosen: _Chosen, left: Sequence[News]) -> Iterator[FollowUp]:
    if isinstance(chosen.filler, Member):
        yield FollowUp(command="target", arguments=draft.desk.party_name(chosen.filler.id))
    yield from digest_more.histories(draft, left or chosen.news)
    if chosen.summit is not None:
        yield FollowUp(command="summit", arguments="")
