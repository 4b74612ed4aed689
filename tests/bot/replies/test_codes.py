from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.replies.codes import Action, Press, ReleaseError, Settled, fits, read, write
from commands.asked import Kind
from commands.command import Command
from commands.desk import Desk
from commands.offers import OFFERS
from commands.registry import COMMANDS
from commands.subjects import id_of_fact
from commands.voice import Voice
from tests.shipped import KNOWN

DAY = date(2026, 11, 25)


def _press(name: str, arguments: dict[str, str], *, floating: bool = True) -> Press:
    question = Settled(name=name, arguments=arguments, as_of=DAY, floating=floating)
    return Press(action=Action.PAGE, question=question, part="why", page=12)


def _refresh(name: str, arguments: dict[str, str]) -> Press:
    question = Settled(name=name, arguments=arguments, as_of=DAY, floating=True)
    return Press(action=Action.REFRESH, question=question, seen="abcdefgh")


@pytest.mark.parametrize(
    ("name", "arguments", "written"),
    [
        ("stance", {"member": "ESP"}, "a3:1:page:why:stance:ESP:2026-11-25:12:-"),
        ("summit", {}, "a3:1:page:why:summit:-:2026-11-25:12:-"),
        ("digest", {}, "a3:1:page:why:digest:-:2026-11-25:12:-"),
        (
            "attendees",
            {"meeting": "the-hague-2025"},
            "a3:1:page:why:attendees:the-hague-2025:2026-11-25:12:-",
        ),
    ],
)
def test_a_press_is_written_so_that_it_can_be_read(
    name: str, arguments: dict[str, str], written: str
) -> None:
    assert write(_press(name, arguments)) == written
    assert read(written) == _press(name, arguments)


def test_a_press_says_what_was_seen() -> None:
    press = _refresh("stance", {"member": "ESP"})
    assert read(write(press)) == press


def test_a_day_that_was_asked_for_is_told_from_the_day_of_asking() -> None:
    press = _press("stance", {"member": "ESP"}, floating=False)
    assert read(write(press)) == press


def longest(kind: Kind, desk: Desk) -> str:
    """Of all ids that the shipped knowledge has of a kind."""
    known = desk.knowledge
    match kind:
        case "members":
            return ",".join(member.id for member in [*known.roster][:6])
        case "points" | "growth":
            return "-12.50"
        case _:
            offered = [each.value for each in OFFERS[kind](desk, "")]
    if kind in ("subject", "meeting"):
        offered += [each.meeting for each in known.meetings(DAY)]
    if kind == "subject":
        offered += [id_of_fact(each.fact.id) for each in known.revisions]
    return max(offered, key=len)


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_the_longest_question_there_is_can_be_paged_and_explained(command: Command) -> None:
    desk = Desk.of(KNOWN, Voice.of("en"), DAY)
    arguments = {each.name: longest(each.kind, desk) for each in command.parameters}
    press = _press(command.name, arguments, floating=False)
    assert fits(press)
    assert read(write(press)) == press


def test_what_does_not_fit_is_told_and_not_written() -> None:
    press = _press("history", {"subject": "x" * 80})
    assert not fits(press)
    with pytest.raises(ValueError, match="a custom id of"):
        write(press)


@pytest.mark.parametrize(
    ("custom_id", "command"),
    [
        ("a3:0:page:target:ESP", "target"),
        ("a3:2:page:answer:stance:ESP:2026-11-25:1:-:more", "stance"),
        ("a3:1:dance:answer:stance:ESP:2026-11-25:1:-", "stance"),
        ("a3:1:page:answer:stance:ESP~ITA:2026-11-25:1:-", "stance"),
        ("a3:1:page:answer:stance:ESP:2026-13-25:1:-", "stance"),
        ("a3:1:page:answer:stance:ESP:2026-11-25:one:-", "stance"),
        ("a3:1:page:answer:stance:ESP:2026-11-25:0:-", "stance"),
        ("a3:1:refresh:answer:stance:ESP:2026-11-25:1:abc", "stance"),
        ("a3:1:page:answer:gossip:ESP:2026-11-25:1:-", None),
        ("a3:", None),
        ("elsewhere", None),
    ],
)
def test_a_button_of_another_release_is_told_to_be_one(custom_id: str, command: str | None) -> None:
    with pytest.raises(ReleaseError) as raised:
        read(custom_id)
    assert raised.value.command == command


@given(st.text(max_size=100))
def test_nothing_in_a_custom_id_breaks_the_reader(rest: str) -> None:
    try:
        press = read("a3:" + rest)
    except ReleaseError:
        return
    assert read(write(press)) == press
