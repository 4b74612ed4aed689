"""Checks of commitments and facts: what they refer to, and whether they can be true together."""

from collections.abc import Iterator
from decimal import Decimal

from data.catalogue.codes import ORGANISATIONS, is_country, is_party
from data.catalogue.known import Known
from data.catalogue.read_toml import label
from data.catalogue.toml_lines import Path
from data.catalogue.validate import Entry
from data.errors import CatalogueFault
from data.facts.knowledge import Fact
from data.facts.records import Attendance, Meeting, Pledge, Request, Stance, Statement
from data.rules.commitments import (
    AnnualIncrease,
    Commitment,
    Fulfilment,
    Reservation,
    ShareTarget,
    Status,
)

Problem = tuple[Path, str]
"""A sentence and the key it is about."""


def check_fact(entry: Entry[Fact], known: Known) -> Iterator[CatalogueFault]:
    for path, sentence in _problems(entry.value, known):
        yield entry.place.fault(sentence, *path)


def _problems(fact: Fact, known: Known) -> Iterator[Problem]:
    match fact:
        case Commitment():
            yield from _commitment(fact, known)
        case Fulfilment():
            yield from _fulfilment(fact, known)
        case Reservation():
            yield from _reservation(fact, known)
        case Meeting():
            yield from _meeting(fact)
        case Attendance():
            yield from _meeting_named(("meeting",), fact.meeting, known)
            yield from _party(("party",), fact.party)
        case Stance():
            yield from _stance(fact, known)
        case Pledge():
            yield from _members(fact.members, known)
            yield from _share(("share",), fact.share)
        case Request():
            yield from _commitment_named(("commitment",), fact.commitment, known)
            yield from _members(fact.members, known, may_be_empty=True)
        case Statement():
            yield from _party(("party",), fact.party)
            yield from _about(fact.about, known)


def _commitment(fact: Commitment, known: Known) -> Iterator[Problem]:
    yield from _history(fact)
    seen: set[str] = set()
    for index, clause in enumerate(fact.clauses):
        if clause.id in seen:
            yield ("clauses", index, "id"), f"The id '{clause.id}' is taken by another clause."
        seen.add(clause.id)
        if isinstance(clause, ShareTarget):
            yield from _share(("clauses", index, "share"), clause.share)
        elif isinstance(clause, AnnualIncrease):
            yield from _share(("clauses", index, "step"), clause.step)
    for adopted in fact.adopts:
        yield from _commitment_named(("adopts",), adopted, known)
    if fact.superseded_by is not None:
        yield from _commitment_named(("superseded_by",), fact.superseded_by, known)


def _history(fact: Commitment) -> Iterator[Problem]:
    if not fact.history:
        yield ("history",), "'history' is empty; a commitment has at least one status."
    for index, (before, after) in enumerate(zip(fact.history, fact.history[1:], strict=False)):
        for key, earlier, later in (
            ("on", before.on, after.on),
            ("known_on", before.known_on, after.known_on),
        ):
            if later.last < earlier.first:
                path: Path = ("history", index + 1, key)
                yield path, f"'{label(path)}' is {later}, before the status above it, {earlier}."
    superseded = any(change.status is Status.SUPERSEDED for change in fact.history)
    if superseded and fact.superseded_by is None:
        yield ("superseded_by",), "It is superseded, but 'superseded_by' does not say by what."
    if fact.superseded_by is not None and not superseded:
        yield ("superseded_by",), "'superseded_by' is given, but no status says it is superseded."


def _reservation(fact: Reservation, known: Known) -> Iterator[Problem]:
    yield from _member(("member",), fact.member, known)
    yield from _commitment_named(("commitment",), fact.commitment, known)
    yield from _share(("share",), fact.share)
    for index, dispute in enumerate(fact.disputes):
        yield from _party(("disputes", index, "party"), dispute.party)


def _fulfilment(fact: Fulfilment, known: Known) -> Iterator[Problem]:
    yield from _commitment_named(("commitment",), fact.commitment, known)
    yield from _members(fact.members, known, may_be_empty=True)
    duties = known.duties.get(fact.commitment)
    if duties is not None and fact.clause not in duties:
        listed = ", ".join(sorted(duties)) or "none"
        sentence = f"'clause' is '{fact.clause}', no dated duty of {fact.commitment}: {listed}."
        yield ("clause",), sentence
    if fact.known_on.last.year < fact.year:
        yield ("year",), f"'year' is {fact.year}, after the day it became known, {fact.known_on}."


def _meeting(fact: Meeting) -> Iterator[Problem]:
    if fact.country is not None and not is_country(fact.country):
        yield ("country",), f"'{fact.country}' is not a country's code such as NLD."
    if fact.ends is not None and fact.starts is None:
        yield ("ends",), "'ends' is given without 'starts'."
    elif fact.ends is not None and fact.starts is not None and fact.ends.last < fact.starts.first:
        yield ("ends",), f"It ends on {fact.ends}, before it starts on {fact.starts}."


def _stance(fact: Stance, known: Known) -> Iterator[Problem]:
    yield from _member(("member",), fact.member, known)
    yield from _party(("party",), fact.party)
    if fact.commitment is not None:
        yield from _commitment_named(("commitment",), fact.commitment, known)
    if fact.party == fact.member and fact.position is None:
        yield ("position",), "The member speaks for itself, so 'position' must say where it stands."
    if fact.party != fact.member and fact.position is not None:
        sentence = f"{fact.party} speaks about {fact.member}: a remark takes no 'position'."
        yield ("position",), sentence


def _about(about: str, known: Known) -> Iterator[Problem]:
    """What a statement is about may be of several kinds, so the faults name them all."""
    if about in known.commitments | known.meetings | known.members | ORGANISATIONS:
        return
    sentence = f"'about' is '{about}', which is no commitment, meeting, member or organisation."
    yield ("about",), sentence


def _member(path: Path, code: str, known: Known) -> Iterator[Problem]:
    if code not in known.members:
        yield path, f"'{label(path)}' is '{code}', which is not the code of a member."


def _members(
    codes: tuple[str, ...], known: Known, *, may_be_empty: bool = False
) -> Iterator[Problem]:
    if not codes and not may_be_empty:
        yield ("members",), "'members' names nobody."
    for code in codes:
        yield from _member(("members",), code, known)


def _party(path: Path, code: str) -> Iterator[Problem]:
    if not is_party(code):
        known = "a country's code such as ESP, or NATO, EU or UN"
        yield path, f"'{label(path)}' is '{code}', not {known}."


def _commitment_named(path: Path, name: str, known: Known) -> Iterator[Problem]:
    if name not in known.commitments:
        yield path, f"'{label(path)}' names '{name}', which is no commitment."


def _meeting_named(path: Path, name: str, known: Known) -> Iterator[Problem]:
    if name not in known.meetings:
        yield path, f"'{label(path)}' names '{name}', a meeting that nobody records."


def _share(path: Path, share: Decimal | None) -> Iterator[Problem]:
    if share is not None and not 0 <= share <= 100:
        yield path, f"'{label(path)}' is {share}, not between 0 and 100 percent."
