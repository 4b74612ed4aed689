"""`/changes 2025-06-01`: what became known, was corrected or withdrawn from one day to another."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from commands import changes_lines, digest_more
from commands.briefing import Briefing, Figure, FollowUp, Section, Sentence
from commands.changes_found import Changed, Ended, Topic, changes, is_over
from commands.desk import Desk
from commands.disagreements import Disagreements
from commands.draft import Draft
from commands.news import listed
from commands.news_changes import Change
from commands.since import eve, find_since
from commands.voice import Values
from data.facts.knowledge import Revision
from data.messages import mark
from data.rules import Edition

_SPAN = timedelta(days=30)
"""How far back is looked without a day to begin with."""

_TOPICS: dict[Topic, str] = {
    Topic.COMMITMENTS: mark("Commitments"),
    Topic.FIGURES: mark("Figures"),
    Topic.MEETINGS: mark("Meetings and who comes"),
    Topic.POSITIONS: mark("Where members stand"),
    Topic.GOALS: mark("What members set themselves and ask for"),
    Topic.STATEMENTS: mark("Statements"),
}
_WITHIN: dict[Topic, str] = {
    Topic.COMMITMENTS: mark("commitments {count}"),
    Topic.FIGURES: mark("figures {count}"),
    Topic.MEETINGS: mark("meetings and who comes {count}"),
    Topic.POSITIONS: mark("where members stand {count}"),
    Topic.GOALS: mark("what members set themselves and ask for {count}"),
    Topic.STATEMENTS: mark("statements {count}"),
}
"""Within a list of them."""
_WEIGHTY = (Topic.COMMITMENTS, Topic.FIGURES)


def ask(desk: Desk, arguments: Mapping[str, str], as_of: date) -> Briefing:
    text = arguments.get("since", "").strip()
    return brief(desk, find_since(desk, text, as_of) if text else as_of - _SPAN, as_of)


def brief(desk: Desk, since: date, as_of: date) -> Briefing:
    """All of these two days and those between."""
    draft = Draft(desk, as_of)
    found = changes(desk.knowledge, since, as_of)
    disagreements = Disagreements(draft)
    came_up = disagreements.that_came_up(eve(since)) if found else []
    return draft.finish(
        "changes",
        title=draft.say(
            mark("What changed from {since} to {day}"),
            since=draft.given(since),
            day=draft.given(as_of),
        ),
        lead=_lead(draft, since, found) if found else _quiet(draft, since),
        sections=tuple(_sections(draft, found)),
        caveats=[
            *_shortened(draft, found),
            *disagreements.tell(came_up),
            *_weak(draft, found),
        ],
        follow_ups=tuple(_follow_ups(draft, since, found)),
    )


def _lead(draft: Draft, since: date, found: Sequence[Changed]) -> list[Sentence]:
    lead = [_counted(draft, since, found)]
    topics = [topic for topic in Topic if any(each.topic is topic for each in found)]
    if len(topics) > 1:
        lead.append(draft.say(mark("By topic: {topics}."), topics=_by_topic(draft, found, topics)))
    weighty = [each for each in found if each.topic in _WEIGHTY and each.sort == "new"]
    if weighty:
        foremost = min(weighty, key=lambda each: (_WEIGHTY.index(each.topic), is_over(each)))
        line = changes_lines.first(draft, foremost)
        lead.append(draft.say(mark("The weightiest is of {line}"), line=line))
    return lead


def _counted(draft: Draft, since: date, found: Sequence[Changed]) -> Sentence:
    values: Values = {
        "since": draft.given(since),
        "day": draft.given(draft.as_of),
        "new": _count(draft, mark("newly known"), [e for e in found if e.sort == "new"]),
    }
    ended = [each for each in found if each.sort != "new"]
    if not ended:
        template = mark("Newly known from {since} to {day}: {new}. Corrected or withdrawn: none.")
        return draft.say(template, **values)
    corrected = [each for each in ended if each.sort == "corrected"]
    withdrawn = [each for each in ended if each.sort == "withdrawn"]
    values["corrected"] = _count(draft, mark("corrected"), corrected)
    values["withdrawn"] = _count(draft, mark("withdrawn"), withdrawn)
    return draft.say(
        mark(
            "Newly known from {since} to {day}: {new}. Corrected: {corrected}. Withdrawn: "
            "{withdrawn}."
        ),
        **values,
    )


def _count(draft: Draft, what: str, items: Sequence[Changed]) -> Figure:
    return draft.count(draft.say(what), items)


def _by_topic(draft: Draft, found: Sequence[Changed], topics: Sequence[Topic]) -> Sentence:
    """`commitments 1, meetings and who comes 12`."""
    counted: list[Sentence] = []
    for topic in topics:
        count = _count(draft, _TOPICS[topic], _of(topic, found))
        counted.append(draft.say(_WITHIN[topic], count=count))
    return listed(draft, counted)


def _quiet(draft: Draft, since: date) -> list[Sentence]:
    lead = draft.say(
        mark("Nothing became known, was corrected or withdrawn from {since} to {day}."),
        since=draft.given(since),
        day=draft.given(draft.as_of),
    )
    before = _last_before(draft, since)
    if before is None:
        return [lead, draft.say(mark("Nothing is recorded here of any day before either."))]
    line = changes_lines.first(draft, before)
    return [lead, draft.say(mark("The last change before is of {line}"), line=line)]


def _last_before(draft: Draft, since: date) -> Changed | None:
    found = changes(draft.desk.knowledge, date.min, eve(since))
    return found[0] if found else None


def _sections(draft: Draft, found: Sequence[Changed]) -> Iterator[Section]:
    for topic, title in _TOPICS.items():
        facts = changes_lines.told_of(draft, _of(topic, found))
        yield Section(title=draft.say(title), facts=tuple(facts))


def _of(topic: Topic, found: Sequence[Changed]) -> list[Changed]:
    return [each for each in found if each.topic is topic]


def _shortened(draft: Draft, found: Sequence[Changed]) -> Iterator[Sentence]:
    if any(changes_lines.is_shortened(_of(topic, found)) for topic in Topic):
        yield draft.say(
            mark(
                "Where much became known on one day, it is told by names alone; ask for fewer days "
                "to read what was said."
            )
        )


def _weak(draft: Draft, found: Sequence[Changed]) -> Iterator[Sentence]:
    """Of editions; the line on a fact says itself what is thin about it."""
    for each in found:
        edition = each.what
        if isinstance(edition, Edition) and edition.weak is not None:
            note = draft.claim(edition.weak, edition.cites)
            yield draft.say(mark("{note}"), note=note)


def _follow_ups(draft: Draft, since: date, found: Sequence[Changed]) -> Iterator[FollowUp]:
    """Histories of those that most of it is about; where nothing changed, what changed last."""
    states = (each.what.state if isinstance(each.what, Ended) else each.what for each in found)
    news = [Change(now=each.fact) for each in states if isinstance(each, Revision)]
    yield from digest_more.histories(draft, news)
    before = None if found else _last_before(draft, since)
    if before is not None:
        yield FollowUp(command="changes", arguments=before.on.isoformat())
    yield FollowUp(command="calendar", arguments="")
