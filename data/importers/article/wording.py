"""The claims of proposals, in our own words: English, as what people record is."""

from decimal import Decimal

from data.dates import PartialDate
from data.facts.records import Position, Presence
from data.importers.article.findings import (
    AttendanceFound,
    Change,
    CommitmentFound,
    FigureFound,
    PledgeFound,
    RequestFound,
    StanceFound,
    StatementFound,
)
from data.importers.article.meets import Meet
from data.names.countries import country_name
from data.rules.commitments import Category, Status

WHOSE_FIGURE = "The report does not say whose figure it is."
NO_FIRST_YEAR = "The report does not say from which year on; the next year is taken."
HEARSAY = "Told as hearsay."

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip
_KINDS = {
    "summit": "NATO summit",
    "extraordinary_summit": "extraordinary NATO summit",
    "leaders_meeting": "meeting of NATO's leaders",
    "defence_ministers": "meeting of NATO's defence ministers",
    "foreign_ministers": "meeting of NATO's foreign ministers",
    "regional": "regional meeting",
    "contact_group": "meeting of the Ukraine Defence Contact Group",
}
_PRESENCES = {
    Presence.INVITED: "{who} was invited to {meeting}.",
    Presence.EXPECTED: "{who} is expected at {meeting}.",
    Presence.CONFIRMED: "It was confirmed that {who} takes part in {meeting}.",
    Presence.UNDECIDED: "It was left open whether {who} comes to {meeting}.",
    Presence.DECLINED: "{who} does not come to {meeting}, by what was said beforehand.",
    Presence.ATTENDED: "{who} took part in {meeting}.",
    Presence.ABSENT: "{who} was not at {meeting}.",
}
_POSITIONS = {
    Position.SUPPORTS: "{who} supports {text}",
    Position.SUPPORTS_WITH_CONDITIONS: "{who} supports {text} on conditions",
    Position.SEEKS_FLEXIBILITY: "{who} asks for flexibility in {text}",
    Position.OPPOSES: "{who} opposes {text}",
    Position.CLAIMS_EXEMPTION: "{who} considers itself exempt from {text}",
    Position.UNDECLARED: "{who} has not said where it stands on {text}",
}
_CATEGORIES = {
    Category.TOTAL: "of GDP on defence and related security together",
    Category.CORE: "of GDP on core defence",
    Category.DEFENCE: "of GDP on defence",
    Category.BROADER: "of GDP on broader security",
    Category.EQUIPMENT: "of defence spending on major equipment",
}
_CHANGES: dict[Change, str] = {
    "later_year": "{who} asked for more time",
    "no_annual_increase": "{who} asked to drop the yearly rise",
    "slower_start": "{who} asked for a slower start",
    "other_split": "{who} asked for another split of the parts",
}
_VERBS = {Status.DEMANDED: "asked", Status.PROPOSED: "proposed", Status.AGREED: "agreed"}


def name(code: str, *, start: bool = False) -> str:
    if code == "NATO":
        return code
    return country_name(code, position="start" if start else "inside")


def day(value: PartialDate) -> str:
    if value.month is None:
        return str(value.year)
    month = f"{_MONTHS[value.month - 1]} {value.year}"
    return month if value.day is None else f"{value.day} {month}"


def meeting_name(meet: Meet) -> str:
    """As a heading names it."""
    kind = _KINDS[str(meet.kind and meet.kind.value)]
    place = meet.city or (name(meet.country) if meet.country else None)
    return f"{kind[:1].upper()}{kind[1:]}{f' in {place}' if place else ''}"


def meeting(meet: Meet) -> str:
    what = _KINDS[str(meet.kind and meet.kind.value)]
    where = f" in {meet.city or name(meet.country or '')}" if meet.city or meet.country else ""
    when = _when(meet)
    article = "An" if what[0] in "aeiou" else "A"
    if meet.cancelled:
        return f"{article} {what}{where}{when} was called off."
    return (
        f"{article} {what} is set{where}{when}." if when or where else f"{article} {what} is set."
    )


def _when(meet: Meet) -> str:
    if meet.starts is None:
        return ""
    if meet.ends is not None:
        return f" from {day(meet.starts)} to {day(meet.ends)}"
    return f" {'on' if meet.starts.day else 'in'} {day(meet.starts)}"


def attendance(found: AttendanceFound, meeting: str) -> str:
    who = found.person or name(found.party, start=_PRESENCES[found.status].startswith("{who}"))
    named = (
        f"the {meeting[:1].lower()}{meeting[1:]}"
        if meeting.startswith(("Meeting", "Extra", "Regional"))
        else f"{meeting}"
    )
    if named.startswith("The "):
        named = f"t{named[1:]}"
    elif named.startswith("NATO summit"):
        named = f"the {named}"
    return _PRESENCES[found.status].format(who=who, meeting=named)


def commitment(found: CommitmentFound) -> str:
    who = found.person or (
        "The members" if found.party == "NATO" else name(found.party, start=True)
    )
    what = _asked(found)
    match found.status:
        case Status.DEMANDED:
            return f"{who} asked the members of the Alliance for {what}."
        case Status.PROPOSED:
            return f"{who} proposed that the members agree on {what}."
        case _:
            return f"{who} agreed on {what}."


def _asked(found: CommitmentFound) -> str:
    by = f" by {found.by}" if found.by is not None else ""
    if found.step is not None:
        return f"a rise of {_number(found.step)} percentage points a year{by}"
    return f"{_number(found.share)} % {_CATEGORIES[found.category]}{by}"


def clause(found: CommitmentFound) -> str:
    by = f" by {found.by}" if found.by is not None else ""
    if found.step is not None:
        kind = "Core spending" if found.category is Category.CORE else "Spending"
        return f"{kind} rises by {_number(found.step)} percentage points of GDP a year{by}."
    bound = "at most" if found.bound == "up_to" else "at least"
    return f"Each member spends {bound} {_number(found.share)} % {_CATEGORIES[found.category]}{by}."


def stance(found: StanceFound, text: str | None) -> str:
    who = name(found.member, start=True)
    if found.speaker is not None:
        who = f"{found.speaker} said that {name(found.member)}"
    told = _POSITIONS[found.position].format(who=who, text=_plan(text))
    if found.also:
        told += f", and is {found.also}"
    return f"{told}{', by a report' if found.reported else ''}."


def _plan(text: str | None) -> str:
    if text is None:
        return "the spending goal"
    named = text if text[:1].isdigit() or "'s " in text.split(" of ")[0] else f"the {text}"
    return named if "'s" in named else named


def request(found: RequestFound, change: Change) -> str:
    who = _names(found.members) if found.members else "Members that are not named"
    to = f", until {found.year}" if change == "later_year" and found.year is not None else ""
    return _CHANGES[change].format(who=who) + f"{to}."


def _names(codes: tuple[str, ...]) -> str:
    named = [name(each, start=at == 0) for at, each in enumerate(codes)]
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"


def pledge(found: PledgeFound) -> str:
    by = (
        f" {'by' if found.kind == 'pledge' else 'in'} {day(found.by)}"
        if found.by is not None
        else ""
    )
    who = name(found.member, start=True)
    match found.kind:
        case "budget":
            return f"{who} gives defence {_sum(found.share, found.amount, found.currency)} in its budget{by.replace(' in ', ' of ')}."
        case "law":
            return (
                f"{who} set {_sum(found.share, found.amount, found.currency)} for defence in a law, from {day(found.by)} on."
                if found.by
                else f"{who} set {_sum(found.share, found.amount, found.currency)} for defence in a law."
            )
        case "programme":
            return f"{who} set up a programme of {_sum(found.share, found.amount, found.currency)} for defence{by.replace(' in ', ' until ')}."
        case _:
            return f"{who} means to spend {_sum(found.share, found.amount, found.currency)} on defence{by}."


def figure(found: FigureFound) -> str:
    spent = "was estimated to spend" if found.estimate else "spent"
    return f"{name(found.member, start=True)} {spent} {_sum(found.share, found.amount, found.currency)} on defence in {found.year}."


def _sum(share: Decimal | None, amount: Decimal | None, currency: str | None) -> str:
    if share is not None:
        return f"{_number(share)} % of GDP"
    assert amount is not None
    for unit, size in (("billion", 10**9), ("million", 10**6)):
        if amount >= size:
            return f"{_number((amount / size).normalize())} {unit} {currency}"
    return f"{_number(amount)} {currency}"


def _number(value: Decimal | None) -> str:
    return f"{value:f}" if value is not None else ""


def statement(found: StatementFound) -> str:
    who = found.speaker or ("NATO" if found.party == "NATO" else name(found.party, start=True))
    return f"{who} {found.what}."
