from tests.standin.checks.choices import (
    INTEGER,
    NUMBER,
    STRING,
    look_at_choices,
    size_of_choices,
)
from tests.standin.checks.names import longest, look_at_description, look_at_name
from tests.standin.checks.problems import Form
from tests.standin.checks.values import flag, listing, mapping, missing, number, one_of

SUBCOMMAND, GROUP, CHANNEL = 1, 2, 7
VALUES = (3, 4, 5, 6, 7, 8, 9, 10, 11)
TYPED = (STRING, INTEGER, NUMBER)
MOST_OPTIONS = 25
MOST_LENGTH = 6000


def look_at_options(form: Form, kinds: tuple[int, ...] = (SUBCOMMAND, GROUP, *VALUES)) -> int:
    """Note what is wrong with the options of a command; how many characters they take.

    `kinds` are the types that may stand here: a group has only subcommands, those only values.
    """
    if not listing(form, most=MOST_OPTIONS):
        return 0
    size = sum(_look(each, kinds) for each in form.each())
    _look_at_names(form)
    types = [each.at("type").value for each in form.each()]
    if any(each in (SUBCOMMAND, GROUP) for each in types) and any(each in VALUES for each in types):
        said = "Sub-command and sub-command group option types are mutually exclusive to others"
        form.say("APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", said)
    return size


def _look(form: Form, kinds: tuple[int, ...]) -> int:
    if not mapping(form):
        return 0
    look_at_name(form)
    look_at_description(form)
    kind = form.at("type")
    size = longest(form, "name") + longest(form, "description")
    if missing(kind) or not one_of(kind, kinds):
        return size
    if kind.value == GROUP:
        return size + look_at_options(form.at("options"), (SUBCOMMAND,))
    if kind.value == SUBCOMMAND:
        return size + look_at_options(form.at("options"), VALUES)
    _look_at_value(form, kind.value)
    return size + size_of_choices(form.at("choices"))


def _look_at_names(form: Form) -> None:
    """Names are told apart in every language; what must be given stands first."""
    known: set[str] = set()
    optional = False
    for each in form.each():
        name = each.at("name")
        if name.value in known:
            said = "Option names must be unique"
            name.say("APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", said)
        known.add(str(name.value))
        required = bool(each.at("required").value)
        if required and optional:
            said = "Required options must be placed before non-required options"
            each.say("APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", said)
        optional = optional or not required


def _look_at_value(form: Form, kind: int) -> None:
    flag(form.at("required"))
    flag(form.at("autocomplete"))
    choices = form.at("choices")
    if kind in TYPED:
        look_at_choices(choices, kind)
    _only(form, kind, ("choices", "autocomplete"), TYPED)
    _only(form, kind, ("min_value", "max_value"), (INTEGER, NUMBER))
    _only(form, kind, ("min_length", "max_length"), (STRING,))
    _only(form, kind, ("channel_types",), (CHANNEL,))
    if choices.value and form.at("autocomplete").value:
        said = "Autocomplete and choices are mutually exclusive"
        form.say("APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES", said)
    number(form.at("min_length"), least=0, most=MOST_LENGTH)
    number(form.at("max_length"), least=1, most=MOST_LENGTH)


def _only(form: Form, kind: int, names: tuple[str, ...], kinds: tuple[int, ...]) -> None:
    for name in names:
        if kind not in kinds and form.at(name).value:
            said = f"Options of type {kind} have no {name}"
            form.at(name).say("APPLICATION_COMMAND_OPTIONS_FIELD_NOT_ALLOWED", said)
