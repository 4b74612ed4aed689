"""Holds what the reader proposes for a passage against its labels."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from data.dates import PartialDate
from data.facts.knowledge import Fact, Knowledge
from data.facts.records import Attendance, Meeting, Pledge, Request, Stance, Statement
from data.importers.article import read
from data.importers.proposals import Article, Proposal
from data.names.text import key
from data.rules.commitments import AnnualIncrease, Commitment, ShareTarget
from data.sources import Grade, Source

HERE = Path(__file__).parent
KINDS = (
    "commitment", "meeting", "attendance", "stance", "request", "pledge", "figure", "statement",
)  # fmt: skip

Label = Mapping[str, Any]


@dataclass(slots=True)
class Score:
    """By kind: labels met, labels missed, and proposed records that meet none."""

    met: Counter[str] = field(default_factory=Counter[str])
    missed: Counter[str] = field(default_factory=Counter[str])
    wrong: Counter[str] = field(default_factory=Counter[str])
    misses: list[str] = field(default_factory=list[str])
    mistakes: list[str] = field(default_factory=list[str])

    def precision(self, kind: str | None = None) -> Decimal:
        right, wrong = self._sum(self.met, kind), self._sum(self.wrong, kind)
        return Decimal(right) / (right + wrong) if right + wrong else Decimal(1)

    def recall(self, kind: str | None = None) -> Decimal:
        right, missed = self._sum(self.met, kind), self._sum(self.missed, kind)
        return Decimal(right) / (right + missed) if right + missed else Decimal(1)

    def _sum(self, counted: Counter[str], kind: str | None) -> int:
        return counted[kind] if kind is not None else sum(counted.values())


def passages(half: str) -> list[dict[str, Any]]:
    return tomllib.loads((HERE / f"passages_{half}.toml").read_text("utf-8"))["passage"]


def article(text: str, published: str) -> Article:
    day = PartialDate.parse(published)
    source = Source(
        id=f"report-{published}",
        title="A report",
        publisher="A newspaper",
        published_on=day,
        verified_on=day.first,
        url="https://example.org/report",
        grade=Grade.WIRE,
    )
    return Article(source=source, text=text)


def score(half: str, knowledge: Knowledge) -> Score:
    found = Score()
    for passage in passages(half):
        proposals = read(article(passage["text"], passage["published"]), knowledge).proposals
        _count(found, passage["id"], passage.get("fact", []), proposals)
    return found


def _count(found: Score, name: str, labels: list[Label], proposals: tuple[Proposal, ...]) -> None:
    open_labels = list(labels)
    for proposal in proposals:
        for value in proposal.values:
            told = list(as_labelled(proposal, value))
            kind = str(told[0]["fact"])
            label = next((e for e in open_labels if any(_meets(e, t) for t in told)), None)
            if label is None:
                found.wrong[kind] += 1
                found.mistakes.append(f"{name}: {told[0]}")
            else:
                open_labels.remove(label)
                found.met[kind] += 1
    for label in open_labels:
        found.missed[label["fact"]] += 1
        found.misses.append(f"{name}: {dict(label)}")


def as_labelled(proposal: Proposal, value: Fact) -> Iterator[dict[str, Any]]:
    """A record as labels put it."""
    match value:
        case Commitment(clauses=(clause,), history=(change,)):
            told: dict[str, Any] = {"fact": "commitment", "status": change.status.value}
            told["by_whom"] = "NATO" if change.status == "agreed" else value.by_whom
            if isinstance(clause, ShareTarget):
                told |= {"share": clause.share, "by": clause.by, "category": clause.category.value}
            elif isinstance(clause, AnnualIncrease):
                told |= {"step": clause.step, "by": clause.until, "category": clause.category.value}
            yield told
        case Meeting():
            yield {
                "fact": "meeting",
                "kind": value.kind.value,
                "city": value.city,
                "starts": value.starts,
                "ends": value.ends,
                "cancelled": value.cancelled,
            }
        case Attendance():
            told = {"fact": "attendance", "party": value.party, "person": value.person}
            told["status"] = value.status.value
            yield told | {"at": value.claim}
        case Stance():
            yield {
                "fact": "stance",
                "member": value.member,
                "position": value.position and value.position.value,
                "speaker": value.speaker,
                "reported": value.reported,
            }
        case Request():
            told = {"fact": "request", "change": value.change, "members": sorted(value.members)}
            yield told | {"year": value.year}
        case Pledge():
            told = {"fact": "pledge", "member": value.members[0], "share": value.share}
            yield told | {"by": value.by, "claim": value.claim}
        case Statement(kind="figure") if proposal.reported is not None:
            reported = proposal.reported
            yield {
                "fact": "figure",
                "member": reported.member,
                "share": reported.share,
                "amount": reported.amount,
                "currency": reported.currency,
                "year": reported.year,
                "estimate": reported.estimate,
            }
        case Statement():
            told = {"fact": "statement", "kind": value.kind, "party": value.party}
            yield told | {"speaker": value.speaker}
        case _:
            yield {"fact": type(value).__name__.lower()}


def _meets(label: Label, told: Mapping[str, Any]) -> bool:
    return all(_same(name, wanted, told) for name, wanted in label.items())


def _same(name: str, wanted: Any, told: Mapping[str, Any]) -> bool:
    found = told.get(name)
    match name:
        case "share" | "step":
            return found is not None and Decimal(wanted) == found
        case "amount" if "claim" in told:
            return _in_claim(Decimal(wanted), str(told["claim"]))
        case "currency" if "claim" in told:
            return str(wanted) in str(told["claim"])
        case "amount":
            return found is not None and Decimal(wanted) == found
        case "starts" | "ends" | "by" if isinstance(found, PartialDate):
            return str(found) == str(wanted)
        case "by_whom" | "speaker" | "person":
            return found is not None and key(str(wanted)) in key(str(found))
        case "at":
            # A meeting that the store knows is told by its name, which holds the city.
            return True
        case "members":
            return sorted(wanted) == found
        case "city":
            return found is not None and key(str(wanted)) == key(str(found))
        case _:
            return found == wanted


def _in_claim(amount: Decimal, claim: str) -> bool:
    billions = (amount / 10**9).normalize()
    return (
        f" {billions:f} billion" in claim or f" {(amount / 10**6).normalize():f} million" in claim
    )
