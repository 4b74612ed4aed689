"""What is asked of all members, and where members stand on it."""

from data.facts.records import Position
from data.importers.article.findings import Change, CommitmentFound, RequestFound, StanceFound
from data.importers.article.wording import name, names, number
from data.rules.commitments import Category, Status

_POSITIONS = {
    Position.SUPPORTS: "{who} supports {text}",
    Position.SUPPORTS_WITH_CONDITIONS: "{who} supports {text}, but on conditions",
    Position.SEEKS_FLEXIBILITY: "{who} asks for flexibility on {text}",
    Position.OPPOSES: "{who} opposes {text}",
    Position.CLAIMS_EXEMPTION: "{who} considers itself exempt from {text}",
    Position.UNDECLARED: "{who} has not said where it stands on {text}",
}
_CATEGORIES = {
    Category.TOTAL: "of GDP on defence and related security together",
    Category.CORE: "of GDP on core defence",
    Category.DEFENCE: "of GDP on defence",
    Category.BROADER: "of GDP on broader security",
    Category.EQUIPMENT: "of {whose} defence spending on major equipment",
}
_CHANGES: dict[Change, str] = {
    "later_year": "{who} asked for more time",
    "no_annual_increase": "{who} asked to drop the yearly rise",
    "slower_start": "{who} asked for a slower start",
    "other_split": "{who} asked for another split of the parts",
}
_BY_SOMEBODY = {
    Status.DEMANDED: "{who} asked the members of the Alliance to {do}.",
    Status.PROPOSED: "{who} proposed that the members {do}.",
    Status.AGREED: "{who} agreed that the members {do}.",
}
_BY_NOBODY_NAMED = {
    Status.DEMANDED: "The members of the Alliance were asked to {do}.",
    Status.PROPOSED: "It was proposed that the members {do}.",
    Status.AGREED: "The members agreed to {do}.",
}


def commitment(found: CommitmentFound) -> str:
    who = _by_whom(found)
    if who is None:
        return _BY_NOBODY_NAMED[found.status].format(do=_do(found))
    return _BY_SOMEBODY[found.status].format(who=who, do=_do(found))


def _by_whom(found: CommitmentFound) -> str | None:
    """A person, an office or a government; None for the members together."""
    if found.person is not None:
        return found.person
    if found.role is not None:
        return _holder(found.role, found.party)
    return None if found.party == "NATO" else name(found.party, start=True)


def _holder(role: str, party: str) -> str:
    if role == "secretary-general":
        return "The Secretary General"
    office, to, seat = role.partition(" to ")
    return f"The {office} of {name(party)}{to}{seat}"


def _do(found: CommitmentFound) -> str:
    if found.step is not None:
        until = f" until {found.by}" if found.by is not None else ""
        kind = "core spending" if found.category is Category.CORE else "spending"
        return f"raise their {kind} by {number(found.step)} percentage points of GDP a year{until}"
    assert found.share is not None
    by = f" by {found.by}" if found.by is not None else ""
    bound = "up to " if found.bound == "up_to" else ""
    of = _CATEGORIES[found.category].format(whose="their")
    return f"spend {bound}{number(found.share)} % {of}{by}"


def clause(found: CommitmentFound) -> str:
    if found.step is not None:
        until = f" until {found.by}" if found.by is not None else ""
        kind = "Core spending" if found.category is Category.CORE else "Spending"
        return f"{kind} rises by {number(found.step)} percentage points of GDP a year{until}."
    assert found.share is not None
    by = f" by {found.by}" if found.by is not None else ""
    bound = "at most" if found.bound == "up_to" else "at least"
    of = _CATEGORIES[found.category].format(whose="its")
    return f"Each member spends {bound} {number(found.share)} % {of}{by}."


def stance(found: StanceFound, title: str | None) -> str:
    """`title` is of the commitment, where it is known on which the member takes its stand."""
    who = name(found.member, start=True)
    if found.speaker is not None:
        who = f"{found.speaker} said that {name(found.member)}"
    told = _POSITIONS[found.position].format(who=who, text=_inside(title))
    also = f", and is {found.also}" if found.also else ""
    return f"{told}{also}{', according to the report' if found.reported else ''}."


def _inside(title: str | None) -> str:
    """`Draft declaration for The Hague` is a heading, `Defence Investment Pledge` a name."""
    if title is None:
        return "the spending goal"
    if "'s " in title.split(" of ", maxsplit=1)[0]:
        return title
    is_heading = title.partition(" ")[2][:1].islower()
    return f"the {title[:1].lower() if is_heading else title[:1]}{title[1:]}"


def request(found: RequestFound, change: Change) -> str:
    who = names(found.members) if found.members else "Members that are not named"
    until = change == "later_year" and found.year is not None
    return f"{_CHANGES[change].format(who=who)}{f', until {found.year}' if until else ''}."
