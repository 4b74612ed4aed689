"""Facts beside the figures: meetings, who attends them, what members say, pledge and ask for, and
which groups they form.

Every record has an id, the day it became known, and at least one citation. Where several records
share a subject (a meeting, a person at a meeting, a group), the newest known one is the present
state and the others its history. `claim` is worded by this project; `weak` says what is thin about
the evidence.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from data.dates import PartialDate
from data.rules.commitments import Category
from data.sources import Cite


class MeetingKind(StrEnum):
    SUMMIT = "summit"
    EXTRAORDINARY_SUMMIT = "extraordinary_summit"
    LEADERS_MEETING = "leaders_meeting"
    DEFENCE_MINISTERS = "defence_ministers"
    FOREIGN_MINISTERS = "foreign_ministers"
    REGIONAL = "regional"
    CONTACT_GROUP = "contact_group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """What was known of a meeting from `known_on`. `meeting` is the subject; `starts` and `ends`
    keep their precision and are absent while nothing was announced."""

    id: str
    meeting: str
    kind: MeetingKind
    name: str
    starts: PartialDate | None = None
    ends: PartialDate | None = None
    city: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    venue: str | None = None
    cancelled: bool = False
    claim: str
    known_on: PartialDate
    cites: tuple[Cite, ...]
    weak: str | None = None


class Presence(StrEnum):
    INVITED = "invited"
    EXPECTED = "expected"
    CONFIRMED = "confirmed"
    UNDECIDED = "undecided"
    """It is known that it was open: asked and not answered, or not confirmed."""
    DECLINED = "declined"
    ATTENDED = "attended"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """Who comes to a meeting. Without `person` it is about the party's taking part, which says
    nothing about any one person."""

    id: str
    meeting: str
    party: str
    """ISO alpha-3, or NATO, EU, UN."""
    person: str | None = None
    role: str | None = None
    status: Presence
    claim: str
    known_on: PartialDate
    cites: tuple[Cite, ...]
    weak: str | None = None


class Position(StrEnum):
    SUPPORTS = "supports"
    SUPPORTS_WITH_CONDITIONS = "supports_with_conditions"
    SEEKS_FLEXIBILITY = "seeks_flexibility"
    OPPOSES = "opposes"
    CLAIMS_EXEMPTION = "claims_exemption"
    UNDECLARED = "undeclared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """What was said about where a member stands.

    `party` is who speaks. Where it is the member itself, this is the member's stance and has a
    `position`; otherwise it is somebody's remark about the member and has none. `reported` is set
    where a medium reports a position without naming who speaks for the member.
    """

    id: str
    member: str
    commitment: str | None = None
    position: Position | None = None
    speaker: str | None = None
    role: str | None = None
    party: str
    reported: bool = False
    said_on: PartialDate
    claim: str
    known_on: PartialDate
    cites: tuple[Cite, ...]
    weak: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """What a member set itself. `share` is in percent of GDP unless `of_gni`."""

    id: str
    members: tuple[str, ...]
    kind: Literal["pledge", "budget", "programme", "law", "estimate"]
    category: Category
    share: Decimal | None = None
    of_gni: bool = False
    by: PartialDate | None = None
    claim: str
    speaker: str | None = None
    known_on: PartialDate
    cites: tuple[Cite, ...]
    weak: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What members asked to be changed in a proposal. `members` is empty where the source names
    nobody."""

    id: str
    commitment: str
    change: Literal["later_year", "no_annual_increase", "slower_start", "other_split"]
    year: int | None = None
    members: tuple[str, ...] = ()
    claim: str
    known_on: PartialDate
    cites: tuple[Cite, ...]
    weak: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something said or reported that is none of the above: an assurance, an estimate, a warning,
    a decision still expected. It is never evidence for its own outcome."""

    id: str
    kind: Literal["assurance", "estimate", "warning", "expectation", "decision", "count", "figure"]
    """A figure is what a member spent by another account than NATO's tables."""
    about: str
    """A commitment, a meeting, a member's code, or NATO."""
    speaker: str | None = None
    party: str
    said_on: PartialDate
    claim: str
    known_on: PartialDate
    cites: tuple[Cite, ...]
    weak: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Who belongs to a group from `known_on`. `group` is the subject.

    `members` are those in NATO, and those that were to join it: whoever counts looks at the day as
    well. Countries outside are told of in the claim alone.
    """

    id: str
    group: str
    name: str
    """In English, for groups that have no translated name."""
    members: tuple[str, ...]
    claim: str
    known_on: PartialDate
    cites: tuple[Cite, ...]
    weak: str | None = None
