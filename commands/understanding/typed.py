"""An understood question as it is typed, so that whoever asked learns how."""

from collections.abc import Callable, Mapping

from commands.asked import Kind
from commands.briefing import FollowUp
from commands.desk import Desk
from commands.registry import COMMANDS, meant
from commands.understanding.judge import Understood
from data.errors import QuestionError


def as_typed(desk: Desk, said: Understood) -> FollowUp:
    """The first parameter by itself and the others by name; names in place of ids where they are
    understood as well. The day is not part of it."""
    words: list[str] = []
    for place, parameter in enumerate(COMMANDS[said.command].parameters):
        text = said.arguments.get(parameter.name)
        if text is not None:
            told = _NAMES.get(parameter.kind, _as_it_is)(desk, text)
            words.append(f"{parameter.name}:{told}" if place else told)
    return FollowUp(command=said.command, arguments=" ".join(words))


def _as_it_is(desk: Desk, text: str) -> str:  # noqa: ARG001
    return text


def _member(desk: Desk, code: str) -> str:
    return desk.party_name(code)


def _members(desk: Desk, codes: str) -> str:
    return ", ".join(desk.party_name(code) for code in codes.split(","))


def _subject(desk: Desk, id: str) -> str:
    return desk.party_name(id) if id in desk.knowledge.roster else id


def _meeting(desk: Desk, key: str) -> str:
    """The name where that means the same meeting: a city may have had several."""
    for each in desk.knowledge.meetings(desk.today):
        if each.meeting == key:
            name = desk.voice.recorded(each.name)
            return name if _means(desk, "meeting", name) == key else key
    return key


def _commitment(desk: Desk, id: str) -> str:
    for each in desk.knowledge.commitments(desk.today):
        if each.id == id:
            title = desk.voice.recorded(each.title)
            return title if _means(desk, "commitment", title) == id else id
    return id


def _means(desk: Desk, kind: Kind, name: str) -> str | None:
    try:
        return meant(desk, kind, name, desk.today)
    except QuestionError:
        return None


_NAMES: Mapping[Kind, Callable[[Desk, str], str]] = {
    "member": _member,
    "members": _members,
    "meeting": _meeting,
    "commitment": _commitment,
    "subject": _subject,
}
