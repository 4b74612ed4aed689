"""What Discord asks of commands. Source: "Application Commands" of its documentation."""

from collections import Counter
from collections.abc import Sequence

from tests.standin.checks.names import longest, look_at_description, look_at_name
from tests.standin.checks.options import look_at_options
from tests.standin.checks.problems import JSON, Form, Refusal
from tests.standin.checks.values import flag, listing, mapping, number, one_of

SLASH, USER, MESSAGE, ENTRY = 1, 2, 3, 4
MOST = {SLASH: 100, USER: 15, MESSAGE: 15, ENTRY: 1}
MOST_SIZE = 8000
CONTEXTS = (0, 1, 2)
INSTALLS = (0, 1)


def check_commands(commands: Sequence[JSON]) -> None:
    """Hold the whole list of an application's commands, or of a server's, to the rules.

    Raises Refusal. Errors stand under the index of their command.
    """
    form = Form(list(commands))
    for each in form.each():
        _look(each)
    for place, count in Counter(map(_identity, form.each())).items():
        if count > 1:
            said = f"Application command names must be unique: {place[1]}"
            form.say("APPLICATION_COMMANDS_DUPLICATE_NAME", said)
    form.settle()
    for kind, count in Counter(map(_kind, form.each())).items():
        if count > MOST[kind]:
            said = f"Maximum number of application commands reached ({MOST[kind]})."
            raise Refusal(400, 30032, said)


def check_command(command: JSON) -> None:
    """Hold one command that is to be made or replaced to the rules; raises Refusal."""
    form = Form(command)
    _look(form)
    form.settle()


def _kind(form: Form) -> int:
    return form.value.get("type") or SLASH


def _identity(form: Form) -> tuple[int, object]:
    return (_kind(form), form.at("name").value) if isinstance(form.value, dict) else (0, None)


def _look(form: Form) -> None:
    if not mapping(form):
        return
    kind = form.at("type")
    if kind.value is not None and not one_of(kind, tuple(MOST)):
        return
    _look_at_audience(form)
    size = longest(form, "name") + longest(form, "description")
    if _kind(form) in (SLASH, ENTRY):
        look_at_name(form)
        look_at_description(form)
        size += look_at_options(form.at("options"))
    else:
        look_at_name(form, free=True)
        _leave_out(form, "description", "options")
    if size > MOST_SIZE:
        form.say("APPLICATION_COMMAND_TOO_LARGE", f"Command exceeds maximum size ({MOST_SIZE})")


def _leave_out(form: Form, *names: str) -> None:
    for name in names:
        if form.at(name).value:
            said = f"Context menu commands cannot have {name}"
            form.at(name).say(f"APPLICATION_COMMAND_CONTEXT_MENU_{name.upper()}", said)


def _look_at_audience(form: Form) -> None:
    """Where a command is shown, and to whom."""
    flag(form.at("nsfw"))
    flag(form.at("dm_permission"))
    _look_at_set(form.at("contexts"), CONTEXTS)
    _look_at_set(form.at("integration_types"), INSTALLS)
    permissions = form.at("default_member_permissions")
    # The documentation asks for a string of digits; a number is taken as well.
    if isinstance(permissions.value, str) and permissions.value.isdecimal():
        return
    number(permissions, least=0, most=2**63 - 1)


def _look_at_set(form: Form, known: tuple[int, ...]) -> None:
    if not listing(form, least=1, most=len(known)):
        return
    for each in form.each():
        one_of(each, known)
    if len(set(map(str, form.value))) < len(form.value):
        form.say("SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value")
