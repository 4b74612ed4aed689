import unicodedata

from tests.standin.checks.problems import Form
from tests.standin.checks.values import mapping, missing, text

MOST_NAME = 32
MOST_DESCRIPTION = 100

_LISTED = (
    "bg cs da de el en-GB en-US es-419 es-ES fi fr hi hr hu id it ja ko lt nl no pl pt-BR ro ru "
    "sv-SE th tr uk vi zh-CN zh-TW"
)
LOCALES = frozenset(_LISTED.split())
"""The languages of Discord's app, from its API reference; it takes no other in a translation."""

# The marks of these two scripts are letters to Discord: \p{sc=Deva} and \p{sc=Thai}.
_SCRIPTS = ("DEVANAGARI", "THAI")


def look_at_name(form: Form, *, free: bool = False) -> None:
    """The name of a command or option and its translations; `free` for context menus' own."""
    if missing(form.at("name")):
        return
    for each in (form.at("name"), *translations(form.at("name_localizations"))):
        if text(each, least=1, most=MOST_NAME) and not free and not is_name(each.value):
            each.say("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")


def look_at_description(form: Form) -> None:
    if missing(form.at("description")):
        return
    for each in (form.at("description"), *translations(form.at("description_localizations"))):
        text(each, least=1, most=MOST_DESCRIPTION)


def translations(form: Form) -> list[Form]:
    """The translations of a text; None or a missing one has none."""
    if form.value is None or not mapping(form):
        return []
    for locale in form.value:
        if locale not in LOCALES:
            form.at(locale).say("BASE_TYPE_CHOICES", f"Value must be one of {sorted(LOCALES)}.")
    return [form.at(locale) for locale in form.value]


def is_name(name: str) -> bool:
    """Whether it is one word of letters, digits, - _ and ', all small where there is a choice."""
    return name == name.lower() and all(_is_letter(each) for each in name)


def _is_letter(character: str) -> bool:
    if character in "-_'" or unicodedata.category(character)[0] in "LN":
        return True
    return unicodedata.name(character, "").startswith(_SCRIPTS)


def longest(form: Form, name: str) -> int:
    """The characters that count of a text: those of its longest translation, or its own."""
    told = form.at(f"{name}_localizations").value
    texts = [form.at(name).value, *(told.values() if isinstance(told, dict) else ())]
    return max((len(each) for each in texts if isinstance(each, str)), default=0)
