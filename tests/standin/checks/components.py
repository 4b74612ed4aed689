"""What may stand inside what, and how much of it there may be in one message.

Sources: Discord's "Component Reference" and "Message Resource", its OpenAPI description, and for
the size beyond which it answers 500, https://github.com/discord/discord-api-docs/issues/8554.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from tests.standin.checks import interactive
from tests.standin.checks.interactive import BUTTON, SELECTS
from tests.standin.checks.problems import Form
from tests.standin.checks.values import flag, listing, mapping, missing, number, one_of, text, url

COMPONENTS_V2 = 1 << 15

ROW, SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER = 1, 9, 10, 11, 12, 13, 14, 17
TOP = (ROW, SECTION, TEXT, GALLERY, FILE, SEPARATOR, CONTAINER)
IN_CONTAINER = (ROW, SECTION, TEXT, GALLERY, FILE, SEPARATOR)
IN_ROW = (BUTTON, *SELECTS)
ACCESSORIES = (BUTTON, THUMBNAIL)

MOST_COMPONENTS = 40
MOST_CHARACTERS = 4000
MOST_ROWS = 5
MOST_DESCRIPTION = 1024


@dataclass(slots=True)
class Totals:
    """What a message has in all. `files` are the names of its attachments; None: not known."""

    files: Collection[str] | None = None
    components: int = 0
    texts: int = 0
    characters: int = 0
    bytes: int = 0
    custom_ids: set[str] = field(default_factory=set)
    ids: set[int] = field(default_factory=set)


def check_components(
    components: object, flags: int, *, files: Collection[str] | None = None
) -> None:
    """Hold the components of a message with these flags to the rules; raises Refusal."""
    form = Form({"components": components}).at("components")
    look_at_components(form, flags, files=files)
    form.settle()


def look_at_components(form: Form, flags: int, *, files: Collection[str] | None = None) -> Totals:
    """Note in the form what is wrong with the components, and say how much there is of all."""
    totals = Totals(files)
    modern = bool(flags & COMPONENTS_V2)
    if listing(form, most=MOST_COMPONENTS if modern else MOST_ROWS):
        for each in form.each():
            _look(each, TOP if modern else (ROW,), totals)
    if totals.components > MOST_COMPONENTS:
        said = f"The total number of components exceeds the maximum of {MOST_COMPONENTS}"
        form.say("COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", said)
    if totals.characters > MOST_CHARACTERS:
        said = f"Total displayable text exceeds the maximum of {MOST_CHARACTERS} characters"
        form.say("COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", said)
    return totals


def _look(form: Form, kinds: tuple[int, ...], totals: Totals) -> None:
    if not mapping(form) or missing(form.at("type")):
        return
    kind = form.value["type"]
    # The comma behind a single kind is how Discord writes it.
    if isinstance(kind, bool) or kind not in kinds:
        form.say("UNION_TYPE_CHOICES", f'Value of field "type" must be one of {kinds}.')
        return
    totals.components += 1
    _identify(form.at("id"), totals)
    if kind in IN_ROW:
        interactive.look(form, totals.custom_ids)
    else:
        _LAYOUT[kind](form, totals)


def _identify(form: Form, totals: Totals) -> None:
    """Discord numbers what has no id, or the id 0, by itself; a number given twice is refused."""
    if not number(form, least=0, most=2**31 - 1) or form.value == 0:
        return
    if form.value in totals.ids:
        form.say("COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated")
    totals.ids.add(form.value)


def _row(form: Form, totals: Totals) -> None:
    inside = form.at("components")
    if missing(inside) or not listing(inside, least=1, most=5):
        return
    for each in inside.each():
        _look(each, IN_ROW, totals)
    kinds = [each.at("type").value for each in inside.each()]
    if len(kinds) > 1 and any(kind in SELECTS for kind in kinds):
        said = "The specified component exceeds the maximum width"
        inside.say("COMPONENT_LAYOUT_WIDTH_EXCEEDED", said)


def _section(form: Form, totals: Totals) -> None:
    inside, accessory = form.at("components"), form.at("accessory")
    if not missing(inside) and listing(inside, least=1, most=3):
        for each in inside.each():
            _look(each, (TEXT,), totals)
    if not missing(accessory):
        _look(accessory, ACCESSORIES, totals)


def _text(form: Form, totals: Totals) -> None:
    content = form.at("content")
    totals.texts += 1
    if missing(content) or not text(content, least=1, most=MOST_CHARACTERS):
        return
    totals.characters += len(content.value)
    totals.bytes += len(content.value.encode("utf-8", "surrogatepass"))


def _container(form: Form, totals: Totals) -> None:
    number(form.at("accent_color"), least=0, most=0xFFFFFF)
    flag(form.at("spoiler"))
    inside = form.at("components")
    if not missing(inside) and listing(inside, least=1, most=MOST_COMPONENTS):
        for each in inside.each():
            _look(each, IN_CONTAINER, totals)


def _separator(form: Form, totals: Totals) -> None:
    del totals
    flag(form.at("divider"))
    one_of(form.at("spacing"), (1, 2))


def _gallery(form: Form, totals: Totals) -> None:
    items = form.at("items")
    if not missing(items) and listing(items, least=1, most=10):
        for each in items.each():
            _picture(each, totals)


def _picture(form: Form, totals: Totals) -> None:
    if not mapping(form):
        return
    flag(form.at("spoiler"))
    text(form.at("description"), least=1, most=MOST_DESCRIPTION)
    _media(form.at("media"), ("http", "https", "attachment"), totals)


def _file(form: Form, totals: Totals) -> None:
    flag(form.at("spoiler"))
    _media(form.at("file"), ("attachment",), totals)


def _media(form: Form, schemes: tuple[str, ...], totals: Totals) -> None:
    if missing(form) or not mapping(form) or missing(form.at("url")):
        return
    address = form.at("url")
    if not url(address, schemes) or totals.files is None:
        return
    name = address.value.removeprefix("attachment://")
    if name != address.value and name not in totals.files:
        said = f"The referenced attachment '{name}' was not found"
        address.say("UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", said)


_LAYOUT: Mapping[int, Callable[[Form, Totals], None]] = {
    ROW: _row,
    SECTION: _section,
    TEXT: _text,
    THUMBNAIL: _picture,
    GALLERY: _gallery,
    FILE: _file,
    SEPARATOR: _separator,
    CONTAINER: _container,
}
