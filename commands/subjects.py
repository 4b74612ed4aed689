"""What a question can be about: a member, a meeting, a commitment, or any one fact by its id."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from commands.asked import find_meeting
from commands.commitments import NO_SUCH_COMMITMENT, find_commitment
from commands.desk import Desk
from commands.wording import Wordbook
from data.errors import QuestionError
from data.facts.knowledge import Fact
from data.facts.records import Meeting
from data.members import Member
from data.messages import mark
from data.rules import Commitment

NO_SUCH_SUBJECT = mark(
    "No member, meeting or commitment called '{text}' was known on {day}. Write a country, such as "
    "Spain, or the city of a meeting, such as {city}."
)
NOT_YET = mark("The fact '{text}' was not known on {day}. Ask as of {known} or later.")
_MOST_ECHOED = 40
_COMMITMENT, _FACT = "c.", "f."
"""Before the id of a commitment, since a meeting may have the same one as its key, and before what
stands for the id of a fact that is too long."""
_MOST_OF_AN_ID = 24
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class OneFact:
    """One record of what is known, whatever its kind; `fact` is its newest state on the day."""

    id: str
    fact: Fact


Subject = Member | Meeting | Commitment | OneFact


def find_subject(desk: Desk, text: str, as_of: date) -> Subject:
    """The one that has this id, or else that is called so: a member's name comes first, and a
    place means the meeting there, unless a word more is said, as in `Vilnius pledge`.

    A member's code, a meeting's key, a commitment's id and a fact's id are tried in this order.
    Raises QuestionError with what would work.
    """
    text = text.strip()
    errors: list[QuestionError] = []
    try:
        return desk.member(text)
    except QuestionError as error:
        errors.append(error)
    found = _by_id(desk, text, as_of)
    if found is not None:
        return found
    is_place = _is_of_a_meeting(desk, text)
    for find in (find_meeting,) if is_place else (find_commitment, find_meeting):
        try:
            return find(desk, text, as_of)
        except QuestionError as error:
            errors.append(error)
    raise _refusal(errors, text, as_of, is_place=is_place)


def id_of(subject: Subject) -> str:
    """What finds it again, and nothing else; short enough to stand on a button."""
    match subject:
        case Member():
            return subject.id
        case Meeting():
            return subject.meeting
        case Commitment():
            return id_of_commitment(subject.id)
        case OneFact():
            return id_of_fact(subject.id)


def id_of_commitment(known_as: str) -> str:
    return _short(_COMMITMENT, known_as)


def id_of_fact(known_as: str) -> str:
    return known_as if len(known_as) <= _MOST_OF_AN_ID else _short(_FACT, known_as)


def _short(prefix: str, known_as: str) -> str:
    """The id itself where there is room for it, or else what is worked out from it."""
    if len(prefix) + len(known_as) <= _MOST_OF_AN_ID:
        return prefix + known_as
    # Only an id that is too long pays for the import.
    from hashlib import sha256

    return prefix + sha256(known_as.encode()).hexdigest()[:_DIGITS]


def _by_id(desk: Desk, text: str, as_of: date) -> Meeting | Commitment | OneFact | None:
    for meeting in desk.knowledge.meetings(as_of):
        if meeting.meeting == text:
            return meeting
    for commitment in desk.knowledge.commitments(as_of):
        if text in (commitment.id, id_of_commitment(commitment.id)):
            return commitment
    for later in desk.knowledge.commitments(desk.today):
        if text == id_of_commitment(later.id):
            # Says since when it is known.
            return find_commitment(desk, later.id, as_of)
    known_as = _fact_id(desk, text)
    states = [
        each
        for each in desk.knowledge.revisions
        if each.fact.id == known_as and not isinstance(each.fact, Commitment)
    ]
    known = [each for each in states if each.known_from <= as_of]
    if known:
        return OneFact(known_as, known[-1].fact)
    if states and not known and states[0].known_from <= desk.today:
        name, since = known_as[:_MOST_ECHOED], states[0].known_from
        raise QuestionError(NOT_YET, text=name, day=as_of, known=since)
    return None


def _fact_id(desk: Desk, text: str) -> str:
    """As it is offered, its claim stands behind the id."""
    text = text.partition(": ")[0]
    if not text.startswith(_FACT):
        return text
    ids = (each.fact.id for each in desk.knowledge.revisions)
    return next((each for each in ids if _short(_FACT, each) == text), text)


def _is_of_a_meeting(desk: Desk, text: str) -> bool:
    """Whether all words, perhaps misspelt, are of one meeting's name, place, host and year."""
    meetings = desk.knowledge.meetings(desk.today)
    book = Wordbook.of(" ".join(_words(desk, each)) for each in meetings)
    return bool(book.nearly(text))


def _words(desk: Desk, meeting: Meeting) -> Iterable[str]:
    yield from (
        desk.voice.recorded(meeting.name),
        meeting.name,
        meeting.city or "",
        meeting.meeting,
    )
    if meeting.starts is not None:
        yield desk.voice.date(meeting.starts)
    if meeting.country is not None:
        yield desk.party_name(meeting.country)


def _refusal(
    errors: list[QuestionError], text: str, as_of: date, *, is_place: bool
) -> QuestionError:
    """Whichever knows something near it says so; a member is the likeliest to be meant."""
    no_member, *others = errors
    for told in errors:
        if "name" in told.values and told.template != NO_SUCH_COMMITMENT:
            return told
    city = next((each.values["city"] for each in others if "city" in each.values), None)
    if city is None:
        return others[-1] if is_place else no_member
    echo = text[:_MOST_ECHOED]
    return QuestionError(NO_SUCH_SUBJECT, text=echo, day=as_of, city=city)
