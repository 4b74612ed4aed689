"""A new edition of NATO's figures in a few lines: how many members reach which share, and who moved
most."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from commands.briefing import Fact, Figure, Sentence
from commands.clauses import shown_places
from commands.draft import Draft
from commands.news import listed
from commands.voice import Values
from data import rules
from data.facts.knowledge import Knowledge
from data.messages import mark
from data.rules import Category, Edition, Indicator, Revision, ShareTarget, Status, Step, Tally
from data.rules.figures import rise_into

Line = Callable[[Draft], Fact]

_SPENDING = (Category.CORE, Category.DEFENCE)
_MOST_NAMED = 3


def announced(edition: Edition) -> Line:
    def line(draft: Draft) -> Fact:
        sentence = draft.say(
            mark("NATO published its expenditure figures of {day}: {title}."),
            day=draft.published(edition),
            title=draft.cited(edition.title, edition.cites),
        )
        return _fact(draft, mark("Figures"), sentence)

    return line


def details(knowledge: Knowledge, edition: Edition, as_of: date) -> Iterator[Line]:
    """How many members reach each share that was ever agreed, now and in the edition before; then
    who rose and fell most on the year before, and what was revised."""
    before = _edition_before(knowledge, edition)
    for clause in _floors(knowledge, as_of):
        now = _tally(knowledge, clause, edition, as_of)
        if now.met is not None and len(now.reaching) + len(now.short) > 1:
            then = None if before is None else _tally(knowledge, clause, before, as_of)
            yield _reached(now, then, before)
    rose, fell = _moves(_rises(knowledge, edition, as_of), edition)
    yield from rose
    if before is not None:
        yield from _revised(knowledge, before, edition)
    yield from fell


def _edition_before(knowledge: Knowledge, edition: Edition) -> Edition | None:
    """The newest one before it that is as fine: rounded to one decimal, a share may seem to reach
    what it does not."""
    day, places = edition.published_on.last, _places(knowledge, edition)
    for each in reversed(knowledge.ledger.editions):
        if each.published_on.last < day and _places(knowledge, each) >= places:
            return each
    return None


def _places(knowledge: Knowledge, edition: Edition) -> int:
    """How many decimals all of its shares have; none where it has no shares."""
    found = (
        knowledge.ledger.in_edition(edition, each.id, Indicator.SHARE_OF_GDP)
        for each in knowledge.roster
    )
    return min((each.latest.places for each in found if each is not None), default=-1)


def _floors(knowledge: Knowledge, as_of: date) -> list[ShareTarget]:
    """What was agreed of spending by then, even if it was superseded since; each share once."""
    found: dict[Decimal, ShareTarget] = {}
    for commitment in knowledge.commitments(as_of):
        if all(each.status is not Status.AGREED for each in commitment.history):
            continue
        for clause in commitment.clauses:
            if (
                isinstance(clause, ShareTarget)
                and clause.bound == "at_least"
                and clause.category in _SPENDING
            ):
                found[clause.share] = clause
    return [found[share] for share in sorted(found)]


def _tally(knowledge: Knowledge, clause: ShareTarget, edition: Edition, as_of: date) -> Tally:
    roster, ledger = knowledge.roster, knowledge.ledger
    return rules.tally(clause, roster, ledger, as_of=as_of, edition=edition.id)


def _reached(now: Tally, before: Tally | None, edition: Edition | None) -> Line:
    def line(draft: Draft) -> Fact:
        assert now.met is not None
        steps = [now.met]
        values: Values = {
            "share": draft.figure(rules.floor_of(now.clause), places=shown_places(now.clause)),
            "met": draft.figure(now.met),
            "year": draft.year_of(_any_share(now)),
            "all": _counted(draft, now),
        }
        template = _REACHED[now.met.estimate]
        if before is not None and before.met is not None and edition is not None:
            steps.append(before.met)
            values["before"] = draft.figure(before.met)
            values["then"] = draft.year_of(_any_share(before))
            values["all_then"] = _counted(draft, before)
            values["edition"] = draft.published(edition)
            template = _REACHED_NOW_AND_THEN[now.met.estimate]
        rule = draft.say(mark("Members with a share of that year at or above what is asked."))
        draft.derive(draft.say(mark("Members at or above {share}"), **values), rule, steps)
        return _fact(draft, mark("Reached"), draft.say(template, **values))

    return line


_REACHED: dict[bool, str] = {
    False: mark("{met} of {all} members with a figure here reach {share} in {year}."),
    True: mark(
        "{met} of {all} members with a figure here reach {share} in {year}, estimates included."
    ),
}
_REACHED_NOW_AND_THEN: dict[bool, str] = {
    False: mark(
        "{met} of {all} members with a figure here reach {share} in {year}; the edition of "
        "{edition} had {before} of {all_then} for {then}."
    ),
    True: mark(
        "{met} of {all} members with a figure here reach {share} in {year}, estimates included; "
        "the edition of {edition} had {before} of {all_then} for {then}."
    ),
}


def _counted(draft: Draft, found: Tally) -> Figure:
    what = draft.say(mark("members with a share of that year"))
    return draft.count(what, (*found.reaching, *found.short))


def _any_share(found: Tally) -> Step:
    return next(each.share for each in (*found.reaching, *found.short) if each.share is not None)


def _rises(knowledge: Knowledge, edition: Edition, as_of: date) -> dict[str, Step]:
    """Each member's rise into the newest year of the edition, where it has the year before too."""
    ledger = knowledge.ledger
    found: dict[str, Step] = {}
    for member in knowledge.roster:
        series = ledger.in_edition(edition, member.id, Indicator.SHARE_OF_GDP)
        if series is None or not member.is_member_on(as_of):
            continue
        rise = rise_into(series, series.newest_year)
        if rise is not None:
            found[member.id] = rise
    return found


def _moves(rises: Mapping[str, Step], edition: Edition) -> tuple[list[Line], list[Line]]:
    """Who rose most, and who fell most."""
    ordered = sorted(rises.items(), key=lambda pair: (-pair[1].value, pair[0]))
    up = [pair for pair in ordered if pair[1].value > 0][:_MOST_NAMED]
    down = [pair for pair in reversed(ordered) if pair[1].value < 0][:_MOST_NAMED]
    rose = [_moved(mark("Rose most"), up, edition)] if up else []
    return rose, [_moved(mark("Fell most"), down, edition)] if down else []


def _moved(label: str, found: Sequence[tuple[str, Step]], edition: Edition) -> Line:
    def line(draft: Draft) -> Fact:
        steps = [step for _, step in found]
        values: Values = {
            "names": listed(draft, [_change(draft, member, step) for member, step in found]),
            "year": draft.year_of(steps[0].inputs[0]),
        }
        template = mark("On the year before, in {year}: {names}.")
        if any(each.estimate for each in steps):
            template = mark("On the year before, in {year} (estimates): {names}.")
        sentence = draft.say(template, **values)
        subject = draft.say(mark("NATO's edition of {edition}"), edition=draft.published(edition))
        rule = draft.say(mark("The share of the year, less the share of the year before."))
        draft.derive(subject, rule, steps)
        return _fact(draft, label, sentence)

    return line


def _change(draft: Draft, member: str, step: Step) -> Sentence:
    return draft.say(
        mark("{member} {change}"),
        member=draft.party(member),
        change=draft.figure(step, absolute=True),
    )


def _revised(knowledge: Knowledge, before: Edition, edition: Edition) -> Iterator[Line]:
    """How many shares differ from what the edition before said, and the greatest of the changes in
    the newest year that both report."""
    found = rules.revisions(knowledge.roster, knowledge.ledger, before=before, after=edition)
    newest = max((each.year for each in found.moved), default=None)
    moved = [each for each in found.moved if each.year == newest]
    if not moved:
        return

    def line(draft: Draft) -> Fact:
        most = moved[:_MOST_NAMED]
        values: Values = {
            "year": draft.year_of(most[0].after),
            "edition": draft.published(before),
            "count": draft.count(draft.say(mark("members revised for that year")), moved),
            "names": listed(draft, [_revision(draft, each) for each in most]),
        }
        template = mark(
            "{year} is revised for {count} members since the edition of {edition}, most "
            "for {names}."
        )
        if most[0].rebased:
            template = mark(
                "{year} is restated for {count} members since the edition of {edition}, as this "
                "one counts core defence expenditure; most for {names}."
            )
        subject = draft.say(mark("NATO's edition of {edition}"), edition=draft.published(edition))
        rule = draft.say(mark("The share in this edition, less the share of the same year before."))
        draft.derive(subject, rule, [each.change for each in most])
        return _fact(draft, mark("Revised"), draft.say(template, **values))

    yield line


def _revision(draft: Draft, found: Revision) -> Sentence:
    return draft.say(
        mark("{member} ({then} to {now})"),
        member=draft.party(found.member, "inside"),
        then=draft.figure(found.before),
        now=draft.figure(found.after),
    )


def _fact(draft: Draft, label: str, sentence: Sentence) -> Fact:
    return Fact(label=draft.voice.text(label), sentence=sentence)
