"""`/path Spain`: how a member gets to a share year by year, and what that costs."""

from collections.abc import Mapping
from datetime import date

from commands import path_difference, path_table
from commands.assuming import AssumingDraft
from commands.briefing import Briefing, Fact, FollowUp, Section, Sentence
from commands.clauses import LABELS
from commands.desk import Desk
from commands.path_asked import Asked, read
from commands.path_caveats import caveats
from commands.path_cost import SUMMED, cost, yearly_clause
from commands.path_difference import Beside, beside
from commands.path_words import lateness, opening
from data.messages import mark
from data.rules import (
    BackLoaded,
    BySteps,
    ByYear,
    Keeping,
    Path,
    Plan,
    Status,
)

_MOST_FOLLOW_UPS = 4


def ask(desk: Desk, arguments: Mapping[str, str], as_of: date) -> Briefing:
    return brief(desk, read(desk, arguments, as_of))


def brief(desk: Desk, asked: Asked) -> Briefing:
    """Raises PlanError, a QuestionError, where no path can be drawn as asked."""
    draft = AssumingDraft(desk, asked.as_of)
    path = asked.draw(desk)
    other = beside(desk, asked, path)
    table = path_table.table(draft, asked, path) if path.years else None
    sections = [_asked_for(draft, asked)]
    if other is not None:
        sections.append(path_difference.section(draft, other))
    lead = _lead(draft, asked, path, other)
    told = caveats(draft, asked, path)
    drawn = other.path if other is not None and other.widest is not None else None
    chart = path_table.chart(draft, asked, path, drawn)
    _derive(draft, asked, path, other)
    return draft.finish(
        "path",
        subject=asked.member.id,
        title=draft.say(
            mark("{member}: the path to the share asked for"), member=draft.party(asked.member.id)
        ),
        lead=lead,
        sections=sections,
        table=table,
        chart=chart,
        caveats=told,
        edition=asked.series.edition,
        follow_ups=_follow_ups(desk, asked, path),
    )


def _lead(draft: AssumingDraft, asked: Asked, path: Path, other: Beside | None) -> list[Sentence]:
    said = [
        opening(draft, asked, path),
        cost(draft, path),
        path_difference.told(draft, other) if other is not None else None,
        yearly_clause(draft, asked, path),
    ]
    return [each for each in said if each is not None]


def _asked_for(draft: AssumingDraft, asked: Asked) -> Section:
    """The clauses that the path is about, and the member's own reading of them."""
    clause = asked.clause
    label = draft.voice.text(LABELS[clause.category])
    claim = draft.claim(clause.claim, clause.cites)
    facts = [Fact(label=label, sentence=draft.say("{claim}", claim=claim))]
    if (counted := asked.increase or asked.left_out) is not None:
        claim = draft.claim(counted.claim, counted.cites)
        template = mark("{claim}") if asked.left_out is None else mark("Left out: {claim}")
        label = draft.voice.text(mark("Yearly increase"))
        facts.append(Fact(label=label, sentence=draft.say(template, claim=claim)))
    facts.extend(_own_readings(draft, asked))
    first = asked.commitment.history[0]
    title = draft.say(
        mark("What is asked: {title} ({day})"),
        title=draft.claim(asked.commitment.title, first.cites),
        day=draft.moment(first.on, first.cites),
    )
    return Section(title=title, facts=tuple(facts))


def _own_readings(draft: AssumingDraft, asked: Asked) -> list[Fact]:
    facts: list[Fact] = []
    for each in draft.desk.knowledge.reservations(asked.member.id, draft.as_of):
        if each.commitment != asked.commitment.id:
            continue
        claim = draft.claim(each.claim, each.cites)
        disputed = any(one.known_on.is_over_by(draft.as_of) for one in each.disputes)
        template = mark("{claim} That is disputed.") if disputed else mark("{claim}")
        label = draft.voice.text(mark("Own reading"))
        facts.append(Fact(label=label, sentence=draft.say(template, claim=claim)))
    return facts


_RULES: dict[type[Plan], str] = {
    ByYear: mark("Even steps from the last reported share to the one asked for."),
    BySteps: mark("The same step every year until the share asked for is reached."),
    BackLoaded: mark(
        "The last reported share for the first half of the years, then even steps to the one asked "
        "for."
    ),
    Keeping: mark("Even steps from the last reported share to the one asked for."),
}
_KEEPING = mark(
    "The least that keeps both: even steps to the share asked for, and in the years of the yearly "
    "increase at least its step."
)


def _derive(draft: AssumingDraft, asked: Asked, path: Path, other: Beside | None) -> None:
    if not path.years:
        return
    kept = isinstance(path.plan, Keeping) and asked.increase is not None
    rule = _KEEPING if kept else _RULES[type(path.plan)]
    assert path.first_reached is not None
    late, breach = lateness(asked, path), path.breach
    shown = path_table.shown(path)
    steps = [
        path.first_reached,
        *(each.rise for each in shown),
        *(each.share for each in path.years if each not in shown),
    ]
    if late is not None:
        steps.append(late)
    if breach is not None and breach.spare is not None:
        steps.append(breach.spare)
    draft.derive(draft.say(mark("Share of GDP, year by year")), draft.say(rule), steps)
    money = [
        *(each.money[0].extra for each in shown if each.money),
        *(each.extra for each in path.years[-1].money[1:]),
        *(each.cumulative for each in path.years[-1].money[:1] if len(path.years) <= SUMMED),
    ]
    draft.derive(
        draft.say(mark("Money")),
        draft.say(
            mark(
                "GDP of the last reported year follows from expenditure and its share, both of one "
                "edition, and changes as was assumed; counted is what goes beyond that share."
            )
        ),
        money,
    )
    if other is not None:
        draft.derive(
            draft.say(mark("Beside the commitment as it stands")),
            draft.say(mark("Both paths up to the same year, at the same growth of GDP.")),
            path_difference.steps(other),
        )


def _follow_ups(desk: Desk, asked: Asked, path: Path) -> list[FollowUp]:
    """Other ways to the same share, and before a text is agreed on, the share that is proposed."""
    name = desk.party_name(asked.member.id)
    found = [
        FollowUp(command="path", arguments=f"{name} commitment:{each.id}")
        for each in desk.knowledge.commitments(asked.as_of)
        if each.id != asked.commitment.id
        and (change := each.status_on(asked.as_of)) is not None
        and change.status is Status.PROPOSED
    ]
    if path.years and not asked.at_once:
        here = f"{name} commitment:{asked.commitment.id}"
        if asked.increase is not None:
            found.append(FollowUp(command="path", arguments=f"{here} without:increase"))
        if asked.shape != "late" and asked.step is None:
            found.append(FollowUp(command="path", arguments=f"{here} shape:late"))
    found.append(FollowUp(command="target", arguments=name))
    found.append(FollowUp(command="commitment", arguments=asked.commitment.id))
    return found[:_MOST_FOLLOW_UPS]
