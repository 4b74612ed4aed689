from tests.standin.checks.problems import Form
from tests.standin.checks.values import length, listing, mapping, missing, number, text

MOST_EMBEDS = 10
MOST_FIELDS = 25
MOST_IN_ALL = 6000
TITLE, DESCRIPTION, NAME, VALUE, FOOTER, AUTHOR = 256, 4096, 256, 1024, 2048, 256


def look_at_embeds(form: Form) -> None:
    """Note what is wrong with the embeds of a message; their text is counted over all of them."""
    if not listing(form, most=MOST_EMBEDS):
        return
    total = sum(_embed(each) for each in form.each() if mapping(each))
    if total > MOST_IN_ALL:
        said = f"Embed size exceeds maximum size of {MOST_IN_ALL}"
        form.say("MAX_EMBED_SIZE_EXCEEDED", said)


def _embed(form: Form) -> int:
    """The characters of one embed, as Discord adds them up."""
    number(form.at("color"), least=0, most=0xFFFFFF)
    fields = form.at("fields")
    length(fields, len(fields.each()), most=MOST_FIELDS)
    parts = [
        (form.at("title"), TITLE),
        (form.at("description"), DESCRIPTION),
        (form.at("footer", "text"), FOOTER),
        (form.at("author", "name"), AUTHOR),
    ]
    for each in fields.each():
        missing(each.at("name"))
        missing(each.at("value"))
        parts += [(each.at("name"), NAME), (each.at("value"), VALUE)]
    return sum(_count(part, most) for part, most in parts)


def _count(form: Form, most: int) -> int:
    text(form, most=most)
    return len(form.value) if isinstance(form.value, str) else 0
