"""The prompt, typed at through a pipe."""

import io
import logging
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.__main__ import main
from bot.call import Call
from bot.opening import opened
from bot.settings import Settings
from bot.terminal.desk import TerminalDesk
from commands.registry import Command
from tests.bot.conftest import NOW, Ran, Terminal

Typed = Callable[[str], Ran]

CTRL_C, CTRL_D = "\x03", "\x04"


@pytest.fixture
def keyboard() -> Iterator[PipeInput]:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield pipe


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder for history and log; the database is the one of all tests."""
    return tmp_path / "home"


@pytest.fixture
def typed(keyboard: PipeInput, home: Path, data_dir: Path) -> Typed:
    """Types keys at the prompt, the last of which have to leave it."""

    def run(keys: str) -> Ran:
        keyboard.send_text(keys)
        out, err = Terminal(), io.StringIO()
        database = f"sqlite+aiosqlite:///{data_dir / 'article3.db'}"
        code = main(
            [],
            environ={"DATABASE_URL": database, "NO_COLOR": "1"},
            clock=lambda: NOW,
            data_dir=home,
            stdin=Terminal(),
            stdout=out,
            stderr=err,
        )
        return Ran(code, out.getvalue(), err.getvalue())

    return run


def test_the_first_line_says_how_to_leave(typed: Typed) -> None:
    ran = typed(CTRL_D)
    assert (ran.code, ran.err) == (0, "")
    assert "Ctrl-D leaves" in ran.out.splitlines()[0]


def test_questions_are_answered_until_the_reader_leaves(typed: Typed) -> None:
    ran = typed("/target Spain as_of:2025-06-05\rdigest\r/quit\r")
    assert (ran.code, ran.err) == (0, "")
    assert "Spain: defence spending" in ran.out
    assert "/stance Spain as_of:2025-06-05" in ran.out
    assert "Digest of 25 November 2026" in ran.out


def test_a_wrong_question_does_not_end_it(typed: Typed) -> None:
    ran = typed("/target Austria\r/nothing\r/summit\r" + CTRL_D)
    assert "Austria is not a member of NATO." in ran.out
    assert "No question called 'nothing'." in ran.out
    assert "As known on 25 November 2026." in ran.out


def test_why_explains_the_last_answer(typed: Typed) -> None:
    ran = typed("/why\r/target Spain\r/why\r" + CTRL_D)
    assert "Ask something first" in ran.out
    assert ran.out.count("= 3.50 − 2.00") == 1


def test_sources_are_told_when_they_are_asked_for(typed: Typed) -> None:
    """Below the answer they had pushed it off the screen."""
    told = typed("/target Spain\r" + CTRL_D).out
    assert "https://" not in told
    assert "Its sources:" in told
    asked = typed("/sources\r/target Spain\r/sources\r" + CTRL_D).out
    assert "Ask something first" in asked
    assert asked.count("https://") > 5


def test_ctrl_c_gives_up_a_line_and_leaves_where_there_is_none(typed: Typed) -> None:
    ran = typed(f"/target Sp{CTRL_C}/help\r{CTRL_C}")
    assert (ran.code, ran.err) == (130, "")
    assert "/quit" in ran.out


def test_pasted_control_characters_do_no_harm(typed: Typed) -> None:
    pasted = "\x1b[200~/target \x07\x9b31m\u202eSpian\r\nx\x1b[201~\r"
    ran = typed(pasted + CTRL_D)
    assert ran.code == 0
    assert not {"\x07", "\x9b", "\x1b", "\u202e"} & set(ran.out)


def test_what_was_typed_is_kept_for_its_owner_alone(typed: Typed, home: Path) -> None:
    typed("/summit\r" + CTRL_D)
    history = home / "history"
    assert "+/summit\n" in history.read_text()
    assert history.stat().st_mode & 0o777 == 0o600


def test_a_failure_of_ours_is_told_and_logged_and_survived(
    typed: Typed, home: Path, broken: Command
) -> None:
    ran = typed(f"/{broken.name}\r/summit\r{CTRL_D}")
    assert (ran.code, ran.err) == (0, "")
    assert "a fault of ours" not in ran.out
    assert "20261125-093000" in ran.out
    assert "As known on 25 November 2026." in ran.out
    log = (home / "desk.log").read_text()
    assert "20261125-093000" in log
    assert "ZeroDivisionError: a fault of ours" in log


async def test_a_question_after_midnight_is_asked_on_the_new_day(data_dir: Path) -> None:
    now = [NOW]

    def clock() -> datetime:
        return now[0]

    out = io.StringIO()
    call = Call(
        settings=Settings.read({}, data_dir=data_dir),
        environ={},
        clock=clock,
        stdin=io.StringIO(),
        stdout=out,
        stderr=io.StringIO(),
    )
    async with opened(call) as library:
        reader = TerminalDesk(call, library, await library.desk(call.today()), "log")
        now[0] += timedelta(days=1)
        assert await reader.take("/summit")
    assert "As known on 26 November 2026." in out.getvalue()


def test_the_desk_leaves_no_handler_behind(typed: Typed) -> None:
    typed(CTRL_D)
    handlers = logging.getLogger("bot.terminal.desk").handlers
    assert [each for each in handlers if isinstance(each, logging.FileHandler)] == []


def test_free_words_are_answered_and_what_they_were_taken_for_is_shown(typed: Typed) -> None:
    ran = typed("how far is Italy from 3.5?\rwhy does Spain oppose it\r/quit\r")
    assert "Understood as: /target Italy" in ran.out
    assert "Italy: defence spending" in ran.out
    assert "Understood as: /stance Spain" in ran.out


def test_free_words_that_are_not_clear_are_answered_with_three_questions(typed: Typed) -> None:
    ran = typed("what will the weather be\r/quit\r")
    assert "It is not clear which question that is: ask for example /" in ran.out
