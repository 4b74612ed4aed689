"""The pages of help are held against the tables they are made from."""

import pytest

from bot import doctor, invite, publishing, usage
from bot.database import VERBS
from bot.permissions import BOT, PERMISSIONS
from bot.permissions import COMMANDS as SLASH
from bot.settings import SETTINGS
from bot.terminal.lines import OWN_WORDS
from commands.registry import COMMANDS
from commands.voice import Voice

SHEET = usage.Sheet(Voice.of("en"))

PAGES = [
    usage.overview(SHEET),
    usage.asking(SHEET),
    usage.database(SHEET),
    usage.transfer(SHEET),
    usage.facts(SHEET),
    usage.serving(SHEET),
    usage.at_prompt(SHEET),
]


def test_the_overview_names_every_setting_and_every_question() -> None:
    page = usage.overview(SHEET)
    names = [setting.name for setting in SETTINGS]
    questions = [f"article3 ask {name}" for name in COMMANDS]
    assert [each for each in (*names, *questions) if each not in page] == []


def test_the_page_on_asking_names_every_question_and_parameter() -> None:
    page = usage.asking(SHEET)
    wanted = [
        part
        for command in COMMANDS.values()
        for part in (command.name, *(each.name.upper() for each in command.parameters))
    ]
    assert [each for each in wanted if each not in page] == []


def test_the_page_on_the_database_names_every_verb_and_option() -> None:
    page = usage.database(SHEET)
    shapes = [verb.shape for verb in VERBS.values()]
    wanted = [part for each in shapes for part in (each.verb, *each.operands, *each.flags)]
    assert [each for each in wanted if each not in page] == []


def test_the_page_on_serving_names_every_verb_and_option_and_all_that_is_asked_for() -> None:
    page = usage.serving(SHEET)
    shapes = [each.SHAPE for each in (doctor, invite, publishing)]
    wanted = [part for each in shapes for part in (each.verb, *each.options, *each.flags)]
    asked = [each.name for each in (SLASH, BOT, *PERMISSIONS)]
    assert [each for each in (*wanted, *asked) if each not in page] == []


def test_the_page_at_the_prompt_names_all_that_can_be_typed() -> None:
    page = usage.at_prompt(SHEET)
    assert [f"/{word}" for word in (*COMMANDS, *OWN_WORDS) if f"/{word}" not in page] == []


@pytest.mark.parametrize("code", ["0", "1", "2"])
def test_every_exit_code_is_explained(code: str) -> None:
    assert f"\n  {code}    " in usage.overview(SHEET)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_fits_80_columns(page: str) -> None:
    assert [line for line in page.splitlines() if len(line) > 80] == []
