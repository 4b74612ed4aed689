"""How many members meet what a commitment asks, and which."""

from dataclasses import dataclass

from commands.assuming import AssumingDraft
from commands.briefing import Fact, Figure, Section, Sentence
from commands.clauses import LABELS, shown_places
from commands.voice import Values
from data.messages import mark
from data.rules import Category, Commitment, Edition, ShareTarget, Step, Tally, floor_of, tally

_COUNTED = (Category.CORE, Category.DEFENCE, Category.EQUIPMENT)
_FEW = 12
"""Members that can be named in one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """`asked` is how many members the clause asks something of."""

    clause: ShareTarget
    tally: Tally
    met: Step
    asked: Figure
    edition: Edition


def of(draft: AssumingDraft, commitment: Commitment) -> list[Standing]:
    """One for each share that figures are published of, defence before equipment."""
    found: list[Standing] = []
    for category in _COUNTED:
        for clause in commitment.clauses:
            if not isinstance(clause, ShareTarget) or clause.category is not category:
                continue
            if clause.bound == "at_least" and (each := _of_clause(draft, clause)) is not None:
                found.append(each)
    return found


def _of_clause(draft: AssumingDraft, clause: ShareTarget) -> Standing | None:
    knowledge = draft.desk.knowledge
    found = tally(clause, knowledge.roster, knowledge.ledger, as_of=draft.as_of)
    if found.met is None:
        return None
    what = draft.say(mark("members that it asks of"))
    return Standing(
        clause=clause,
        tally=found,
        met=found.met,
        asked=draft.count(what, range(found.asked)),
        edition=knowledge.ledger.edition(found.editions[-1], draft.as_of),
    )


def sentence(draft: AssumingDraft, found: Standing) -> Sentence:
    values: Values = {
        "share": draft.figure(floor_of(found.clause), places=shown_places(found.clause)),
        "met": draft.figure(found.met),
        "asked": found.asked,
        "year": draft.year_of(_newest(found.tally)),
    }
    return draft.say(
        _COUNTS[found.clause.category is Category.EQUIPMENT, found.met.estimate], **values
    )


_COUNTS: dict[tuple[bool, bool], str] = {
    (False, False): mark("Members at {share} of GDP or more in {year}: {met} of {asked}."),
    (False, True): mark(
        "Members at {share} of GDP or more in {year} (with estimates): {met} of {asked}."
    ),
    (True, False): mark(
        "Members at {share} of defence spending or more in {year}: {met} of {asked}."
    ),
    (True, True): mark(
        "Members at {share} of defence spending or more in {year} (with estimates): {met} of "
        "{asked}."
    ),
}
"""By: of equipment, and with estimates among the shares."""


def _newest(found: Tally) -> Step:
    """A share of the year that was counted; all are of the same one."""
    counted = (*found.reaching, *found.short)
    share = counted[0].share
    assert share is not None
    return share


def section(draft: AssumingDraft, standing: list[Standing]) -> Section:
    facts: list[Fact] = []
    for each in standing:
        label = draft.voice.text(LABELS[each.clause.category])
        facts.append(Fact(label=label, sentence=sentence(draft, each)))
        found = each.tally
        for heading, codes in (
            (mark("Reached by"), [one.member.id for one in found.reaching]),
            (mark("Short of it"), [one.member.id for one in found.short]),
            (mark("Not reported"), [one.member for one in found.not_reported]),
            (mark("Not asked"), _without_forces(draft, found)),
        ):
            if 0 < len(codes) <= _FEW:
                names = _names(draft, codes)
                facts.append(Fact(label=draft.voice.text(heading), sentence=names))
    return Section(title=draft.say(mark("Where the members stand")), facts=tuple(facts))


def _without_forces(draft: AssumingDraft, found: Tally) -> list[str]:
    """Members that it asks nothing of; whoever had not yet joined is none."""
    roster = draft.desk.knowledge.roster
    codes = [each.member for each in found.not_applicable]
    return [each for each in codes if roster[each].is_member_on(draft.as_of)]


def cannot_be_counted(draft: AssumingDraft, commitment: Commitment) -> list[Sentence]:
    categories = {each.category for each in commitment.clauses if isinstance(each, ShareTarget)}
    if Category.BROADER not in categories and Category.TOTAL not in categories:
        return []
    return [
        draft.say(
            mark(
                "How many members reach the total cannot be said: nobody publishes figures for the "
                "broader part."
            )
        )
    ]


def _names(draft: AssumingDraft, codes: list[str]) -> Sentence:
    """In the alphabet of the reader's language."""
    return draft.say(mark("{names}."), names=", ".join(draft.desk.alphabetical(codes)))
