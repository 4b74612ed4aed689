"""Every command in every language, of five members whose names ask something of the grammar: read
by whoever reviews a translation, and never wider than the page."""

import io
from collections.abc import Mapping
from datetime import date

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from bot.question import Question
from bot.render.lines import width_of
from bot.render.screen import Screen
from bot.render.terminal import Place, page
from commands.desk import Desk
from commands.registry import COMMANDS, answer
from commands.voice import Voice
from data.languages import TRANSLATED
from tests.questions import AFTER, EXAMPLES, OF_MEMBERS
from tests.shipped import KNOWN

WIDTH = 80
TYPED = " /"
"""Begins what is to be typed, which is in one line to be copied."""
MEMBERS = ("ESP", "NLD", "TUR", "USA", "CZE")
"""Without an article, with one, with a suffix, in the plural, and in the plural in Polish only."""


class Pages(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture
def pages(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Pages)


def questions(command: str) -> list[tuple[str, Mapping[str, str]]]:
    parameter = OF_MEMBERS.get(command)
    if parameter is None:
        return [each for each in EXAMPLES if each[0] == command]
    return [(command, asked(parameter, each)) for each in MEMBERS]


def asked(parameter: str, member: str) -> Mapping[str, str]:
    return {parameter: f"{member}, GBR" if parameter == "members" else member}


def shown(desk: Desk, question: str, arguments: Mapping[str, str]) -> str:
    place = Place(
        typed=lambda each: Question.next(each, None).in_desk(),
        why="/why",
        sources="/sources",
        say=desk.voice.fill,
    )
    out = io.StringIO()
    Screen(out).show(page(answer(desk, question, arguments, AFTER), place, width=WIDTH))
    return out.getvalue()


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("command", list(COMMANDS))
def test_pages(language: str, command: str, pages: SnapshotAssertion) -> None:
    desk = Desk.of(KNOWN, Voice.of(language), date.fromisoformat(AFTER))
    said = "\n\n".join(shown(desk, *each) for each in questions(command))
    wide = [line for line in said.splitlines() if width_of(line) > WIDTH and TYPED not in line]
    assert wide == []
    assert said == pages
