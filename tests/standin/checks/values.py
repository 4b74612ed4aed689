"""The checks that every form of Discord's shares: kinds, lengths and ranges of values.

Each says what is wrong at its place in the form and answers whether the value can be looked into.
"""

from collections.abc import Collection, Mapping
from urllib.parse import urlsplit

from tests.standin.checks.problems import Form

MOST_URL = 2048


def missing(form: Form) -> bool:
    """Whether a field that must be there is not; if so, it is said."""
    if form.value is None:
        form.say("BASE_TYPE_REQUIRED", "This field is required")
    return form.value is None


def text(form: Form, *, most: int, least: int = 0) -> bool:
    """A string of so many characters. None passes: whether it must be there is asked elsewhere."""
    value = form.value
    if value is None:
        return False
    if not isinstance(value, str):
        form.say("STRING_TYPE_CONVERT", f'Could not interpret "{value}" as string.')
        return False
    return length(form, len(value), least=least, most=most)


def length(form: Form, count: int, *, most: int, least: int = 0) -> bool:
    if least <= count <= most:
        return True
    if least:
        form.say("BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")
    else:
        form.say("BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")
    return False


def listing(form: Form, *, most: int, least: int = 0) -> bool:
    """A list of so many entries; None passes."""
    if form.value is None:
        return False
    if not isinstance(form.value, list):
        form.say("LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
        return False
    return length(form, len(form.value), least=least, most=most)


def mapping(form: Form) -> bool:
    if isinstance(form.value, Mapping):
        return True
    form.say("DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType")
    return False


def number(form: Form, *, least: int, most: int) -> bool:
    """A whole number in a range; None passes."""
    value = form.value
    if value is None:
        return False
    if isinstance(value, bool) or not isinstance(value, int):
        form.say("NUMBER_TYPE_COERCE", f'Value "{value}" is not int.')
    elif value < least:
        form.say("NUMBER_TYPE_MIN", f"int value should be greater than or equal to {least}.")
    elif value > most:
        form.say("NUMBER_TYPE_MAX", f"int value should be less than or equal to {most}.")
    else:
        return True
    return False


def flag(form: Form) -> None:
    if form.value is not None and not isinstance(form.value, bool):
        form.say("BOOLEAN_TYPE_CONVERT", "Must be either true or false.")


def one_of(form: Form, choices: Collection[object]) -> bool:
    """One of these values; None passes."""
    if form.value is None:
        return False
    # True is 1 in Python, but not in JSON.
    if not isinstance(form.value, bool) and form.value in choices:
        return True
    listed = ", ".join(repr(each) for each in choices)
    form.say("BASE_TYPE_CHOICES", f"Value must be one of ({listed}).")
    return False


def snowflake(form: Form) -> None:
    """An id: digits in a string or, as Discord takes it as well, a whole number. None passes."""
    value = form.value
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return
    if not isinstance(value, str) or not value.isascii() or not value.isdigit():
        form.say("NUMBER_TYPE_COERCE", f'Value "{value}" is not snowflake.')


def url(form: Form, schemes: Collection[str], *, most: int = MOST_URL) -> bool:
    """An address of one of these schemes; None passes."""
    if not text(form, least=1, most=most):
        return False
    try:
        parts = urlsplit(form.value)
    except ValueError:
        form.say("URL_TYPE_INVALID_URL", "Not a well formed URL.")
        return False
    if parts.scheme not in schemes:
        listed = ", ".join(repr(each) for each in schemes)
        said = f"Scheme '{parts.scheme}' is not supported. Scheme must be one of ({listed})."
        form.say("URL_TYPE_INVALID_SCHEME", said)
    elif not parts.netloc or any(each.isspace() for each in form.value):
        form.say("URL_TYPE_INVALID_URL", "Not a well formed URL.")
    else:
        return True
    return False
