from tests.standin.checks.names import longest, translations
from tests.standin.checks.problems import Form
from tests.standin.checks.values import listing, mapping, missing, number, text

STRING, INTEGER, NUMBER = 3, 4, 10
MOST_CHOICES = 25
MOST_CHOICE = 100
SAFE = 2**53 - 1
"""The largest whole number that Discord's apps can hold."""


def check_choices(choices: object, *, kind: int = STRING) -> None:
    """Hold the answer to an autocomplete to the rules; raises Refusal.

    `kind` is that of the option: STRING, INTEGER or NUMBER.
    """
    form = Form({"data": {"choices": choices}}).at("data", "choices")
    if not missing(form):
        look_at_choices(form, kind)
    form.settle()


def look_at_choices(form: Form, kind: int) -> None:
    if not listing(form, most=MOST_CHOICES):
        return
    for each in form.each():
        if mapping(each):
            _look(each, kind)


def size_of_choices(form: Form) -> int:
    """What the choices of an option add to the size of its command."""
    return sum(longest(each, "name") + len(str(each.at("value").value)) for each in form.each())


def _look(form: Form, kind: int) -> None:
    if not missing(form.at("name")):
        for each in (form.at("name"), *translations(form.at("name_localizations"))):
            text(each, least=1, most=MOST_CHOICE)
    value = form.at("value")
    if missing(value):
        return
    if kind == STRING:
        text(value, least=1, most=MOST_CHOICE)
    elif kind == INTEGER:
        number(value, least=-SAFE, most=SAFE)
    elif isinstance(value.value, bool) or not isinstance(value.value, int | float):
        value.say("NUMBER_TYPE_COERCE", f'Value "{value.value}" is not float.')
