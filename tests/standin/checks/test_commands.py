from typing import Any

import discord
import pytest
from discord.app_commands.commands import validate_name

from tests.standin.checks import bodies
from tests.standin.checks.commands import check_command, check_commands
from tests.standin.checks.names import LOCALES, is_name
from tests.standin.checks.refused import refused

JSON = dict[str, Any]
NAMES = [
    "target",
    "as_of",
    "as-of",
    "Target",
    "as of",
    "as.of",
    "",
    "ziel",
    "größe",
    "Größe",
    "στόχος",
    "цель",
    "目標",
    "เป้าหมาย",
    "लक्ष्य",
    "٢",
    "ǅ",
    "a🔍",
    "x/y",
]


def command(**given: Any) -> JSON:
    return {"name": "target", "description": "A share", **given}


def option(name: str = "member", kind: int = 3, **given: Any) -> JSON:
    return {"type": kind, "name": name, "description": "Which", **given}


def choice(name: str = "Spain", value: Any = "ESP") -> JSON:
    return {"name": name, "value": value}


NUMBERED = [option(f"o{each}") for each in range(26)]
CHOICES = [choice(str(each), str(each)) for each in range(26)]
LONG = [choice(str(each), "x" * 98) for each in range(10, 25)]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (command(), []),
        (command(name="x" * 33), ["name BASE_TYPE_BAD_LENGTH"]),
        (command(name="Target"), ["name APPLICATION_COMMAND_INVALID_NAME"]),
        (command(name=None), ["name BASE_TYPE_REQUIRED"]),
        (command(description=""), ["description BASE_TYPE_BAD_LENGTH"]),
        (command(description="x" * 101), ["description BASE_TYPE_BAD_LENGTH"]),
        (command(type=5), ["type BASE_TYPE_CHOICES"]),
        (command(name_localizations={"fr": "cible", "de": "ziel"}), []),
        (
            command(name_localizations={"es": "objetivo"}),
            ["name_localizations.es BASE_TYPE_CHOICES"],
        ),
        (
            command(name_localizations={"de": "Ziel"}),
            ["name_localizations.de APPLICATION_COMMAND_INVALID_NAME"],
        ),
        (
            command(description_localizations={"fr": "x" * 101}),
            ["description_localizations.fr BASE_TYPE_BAD_LENGTH"],
        ),
        (command(options=NUMBERED[:25]), []),
        (command(options=NUMBERED), ["options BASE_TYPE_MAX_LENGTH"]),
        (
            command(options=[option(), option("as_of", required=True)]),
            ["options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID"],
        ),
        (
            command(options=[option(), option()]),
            ["options.1.name APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS"],
        ),
        (command(options=[option("Member")]), ["options.0.name APPLICATION_COMMAND_INVALID_NAME"]),
        (command(options=[option(kind=12)]), ["options.0.type BASE_TYPE_CHOICES"]),
        (command(options=[option(description="")]), ["options.0.description BASE_TYPE_BAD_LENGTH"]),
        (command(options=[option(choices=CHOICES[:25])]), []),
        (command(options=[option(choices=CHOICES)]), ["options.0.choices BASE_TYPE_MAX_LENGTH"]),
        (
            command(options=[option(choices=[choice(name="x" * 101)])]),
            ["options.0.choices.0.name BASE_TYPE_BAD_LENGTH"],
        ),
        (
            command(options=[option(choices=[choice(value=5)])]),
            ["options.0.choices.0.value STRING_TYPE_CONVERT"],
        ),
        (
            command(options=[option(kind=4, choices=[choice(value="5")])]),
            ["options.0.choices.0.value NUMBER_TYPE_COERCE"],
        ),
        (
            command(options=[option(choices=[choice()], autocomplete=True)]),
            ["options.0 APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES"],
        ),
        (
            command(options=[option(kind=5, autocomplete=True)]),
            ["options.0.autocomplete APPLICATION_COMMAND_OPTIONS_FIELD_NOT_ALLOWED"],
        ),
        (
            command(options=[option(kind=3, min_value=1)]),
            ["options.0.min_value APPLICATION_COMMAND_OPTIONS_FIELD_NOT_ALLOWED"],
        ),
        (command(options=[option(max_length=6001)]), ["options.0.max_length NUMBER_TYPE_MAX"]),
        (command(options=[option("preview", 1, options=[option()])]), []),
        (command(options=[option("days", 2, options=[option("preview", 1)])]), []),
        (
            command(options=[option("preview", 1, options=[option("more", 1)])]),
            ["options.0.options.0.type BASE_TYPE_CHOICES"],
        ),
        (
            command(options=[option("preview", 1), option()]),
            ["options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID"],
        ),
        (command(contexts=[0, 1, 2], integration_types=[0, 1], nsfw=False), []),
        (command(contexts=[]), ["contexts BASE_TYPE_BAD_LENGTH"]),
        (command(contexts=[3]), ["contexts.0 BASE_TYPE_CHOICES"]),
        (command(integration_types=[1, 1]), ["integration_types SET_TYPE_ALREADY_CONTAINS_VALUE"]),
        (command(default_member_permissions="32"), []),
        (command(default_member_permissions=32), []),
        (
            command(default_member_permissions="manage_guild"),
            ["default_member_permissions NUMBER_TYPE_COERCE"],
        ),
        ({"type": 3, "name": "Explain figures"}, []),
        ({"type": 3, "name": "Explain figures", "description": ""}, []),
        (
            {"type": 3, "name": "Explain", "description": "x"},
            ["description APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION"],
        ),
        ({"type": 2, "name": "x" * 33}, ["name BASE_TYPE_BAD_LENGTH"]),
    ],
)
def test_commands(given: JSON, said: list[str]) -> None:
    assert refused(check_command, given) == said


@pytest.mark.parametrize(
    ("description", "said"), [("x" * 94, []), ("x" * 95, ["APPLICATION_COMMAND_TOO_LARGE"])]
)
def test_a_command_has_8000_characters_in_all(description: str, said: list[str]) -> None:
    """7,500 are choices; of a text and its translations, only the longest counts."""
    options = [option(f"o{at}", choices=LONG, description="y" * 5) for at in range(5)]
    options[0]["description_localizations"] = {"fr": "z" * 94, "de": "z" * 5}
    more = [option(f"p{at}", description="y" * 90) for at in range(3)]
    given = command(description=description, options=[*options, *more])
    assert refused(check_command, given) == said


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([command(), command(type=3, name="target", description="")], []),
        ([command(), command(type=1)], ["APPLICATION_COMMANDS_DUPLICATE_NAME"]),
        ([command(), command(name="Summit")], ["1.name APPLICATION_COMMAND_INVALID_NAME"]),
        ([command(name=f"c{at}") for at in range(100)], []),
        ([command(name=f"c{at}") for at in range(101)], ["400 30032"]),
        ([{"type": 3, "name": f"c{at}"} for at in range(16)], ["400 30032"]),
        (["target"], ["0 DICT_TYPE_CONVERT"]),
    ],
)
def test_lists_of_commands(given: list[Any], said: list[str]) -> None:
    assert refused(check_commands, given) == said


async def test_the_commands_of_discord_py_pass() -> None:
    assert refused(check_commands, bodies.commands()) == []


@pytest.mark.parametrize("name", NAMES)
def test_names_are_taken_as_discord_py_takes_them(name: str) -> None:
    try:
        taken = validate_name(name) == name
    except ValueError:
        taken = False
    assert (bool(name) and is_name(name)) == taken


def test_an_apostrophe_is_taken_though_discord_py_does_not() -> None:
    assert is_name("rock'n")


def test_the_locales_are_those_of_discord_py() -> None:
    assert {each.value for each in discord.Locale} == LOCALES
