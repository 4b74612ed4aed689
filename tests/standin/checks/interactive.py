"""Buttons and selects: what is pressed, and comes back with its custom id."""

from tests.standin.checks.problems import Form
from tests.standin.checks.values import (
    flag,
    length,
    listing,
    mapping,
    missing,
    number,
    one_of,
    snowflake,
    text,
    url,
)

BUTTON, STRING_SELECT = 2, 3
SELECTS = (STRING_SELECT, 5, 6, 7, 8)
LINK, PREMIUM = 5, 6
MOST_CUSTOM_ID = 100
MOST_LABEL = 80
MOST_OPTIONS = 25
MOST_LINK = 512


def look(form: Form, custom_ids: set[str]) -> None:
    """Note what is wrong with a button or select; its custom id joins those of the message."""
    flag(form.at("disabled"))
    if form.value["type"] == BUTTON:
        _button(form, custom_ids)
    else:
        _select(form, custom_ids)


def _button(form: Form, custom_ids: set[str]) -> None:
    style = form.at("style")
    text(form.at("label"), most=MOST_LABEL)
    _emoji(form.at("emoji"))
    if missing(style) or not one_of(style, (1, 2, 3, 4, LINK, PREMIUM)):
        return
    if style.value == PREMIUM:
        _premium(form)
        return
    if not form.at("label").value and not form.at("emoji").value:
        form.say("BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A button needs a label or an emoji")
    if style.value == LINK:
        _without(form, "custom_id", "sku_id")
        if not missing(form.at("url")):
            url(form.at("url"), ("http", "https", "discord"), most=MOST_LINK)
    else:
        _without(form, "url", "sku_id")
        _custom_id(form.at("custom_id"), custom_ids)


def _premium(form: Form) -> None:
    _without(form, "custom_id", "label", "url", "emoji")
    if not missing(form.at("sku_id")):
        snowflake(form.at("sku_id"))


def _without(form: Form, *names: str) -> None:
    for name in names:
        if form.at(name).value is not None:
            said = f"A button of this style cannot have a {name}"
            form.at(name).say("BUTTON_COMPONENT_FIELD_NOT_ALLOWED", said)


def _custom_id(form: Form, custom_ids: set[str]) -> None:
    if missing(form) or not text(form, least=1, most=MOST_CUSTOM_ID):
        return
    if form.value in custom_ids:
        form.say("COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated")
    custom_ids.add(form.value)


def _emoji(form: Form) -> None:
    if form.value is None or not mapping(form):
        return
    snowflake(form.at("id"))
    text(form.at("name"), most=32)
    if not form.at("id").value and not form.at("name").value:
        form.say("BASE_TYPE_REQUIRED", "This field is required")


def _select(form: Form, custom_ids: set[str]) -> None:
    _custom_id(form.at("custom_id"), custom_ids)
    text(form.at("placeholder"), most=150)
    fewest, most = form.at("min_values"), form.at("max_values")
    floor = fewest.value if number(fewest, least=0, most=MOST_OPTIONS) else 1
    limit = most.value if number(most, least=1, most=MOST_OPTIONS) else 1
    if floor > max(limit, 1):
        fewest.say("SELECT_COMPONENT_MIN_ABOVE_MAX", f"Must be no more than max_values ({limit})")
    if form.value["type"] == STRING_SELECT:
        _options(form.at("options"), limit)


def _options(form: Form, limit: int) -> None:
    if missing(form) or not listing(form, least=1, most=MOST_OPTIONS):
        return
    known: set[str] = set()
    for each in form.each():
        if mapping(each):
            _option(each, known)
    length(form, len([each for each in form.each() if each.at("default").value]), most=limit)
    if limit > len(form.value):
        said = f"The select has {len(form.value)} options, but max_values is {limit}"
        form.say("SELECT_COMPONENT_MAX_ABOVE_OPTIONS", said)


def _option(form: Form, known: set[str]) -> None:
    value = form.at("value")
    text(form.at("description"), most=100)
    _emoji(form.at("emoji"))
    flag(form.at("default"))
    if not missing(form.at("label")):
        text(form.at("label"), least=1, most=100)
    if missing(value) or not text(value, least=1, most=100):
        return
    if value.value in known:
        value.say("SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is used")
    known.add(value.value)
