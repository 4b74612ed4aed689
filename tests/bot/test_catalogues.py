"""The catalogues of all languages are complete, fit the English, and are compiled."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message

from bot import catalogues
from bot.render.discord.sizes import MOST_LABEL
from commands.inflection import BETWEEN, CHOICE, DATED, is_article
from data.languages import DOMAINS, TRANSLATED
from data.names import forms

PROGRAM, FACTS = DOMAINS
BOTH = [(language, domain) for language in TRANSLATED for domain in DOMAINS]
PLURALS = {"pl": 3}

_DIGITS = re.compile(r"\d+")
_PLACEHOLDER = re.compile(r"{[^}]*}")


@cache
def wanted(domain: str) -> Catalog:
    return catalogues.template(catalogues.program() if domain == PROGRAM else catalogues.facts())


@cache
def held(language: str, domain: str) -> Catalog:
    return catalogues.read(language, domain)


def pairs(language: str, domain: str) -> Iterator[tuple[str, str, Message]]:
    """Each English sentence with its translation, plural forms one by one."""
    for message in held(language, domain):
        if not message.id:
            continue
        if isinstance(message.id, str):
            yield message.id, str(message.string), message
        else:
            for said in message.string or ():
                yield str(message.id[-1]), str(said), message


def placeholders(text: str) -> list[tuple[str, str]]:
    return [(name, form or "") for _, name, form, _ in Formatter().parse(text) if name is not None]


def fits(form: str, language: str) -> bool:
    """Whether a placeholder may ask for this form in this language."""
    if not form:
        return True
    if form.startswith(CHOICE):
        return form.count(BETWEEN) + 1 in {2, PLURALS.get(language, 2)}
    columns = next(iter(forms.table(language).values()), {})
    small = form[0].lower() + form[1:]
    known = {form, small} & (columns.keys() - {"code", "number"})
    return bool(known) or small in DATED or (language == "it" and is_article(form))


@pytest.mark.parametrize(("language", "domain"), BOTH)
def test_nothing_is_left_to_translate(language: str, domain: str) -> None:
    there = {(each.context, each.id) for each in held(language, domain) if each.id}
    assert there == {(each.context, each.id) for each in wanted(domain) if each.id}
    assert [each.id for each in catalogues.missing(held(language, domain))] == []


@pytest.mark.parametrize(("language", "domain"), BOTH)
def test_what_is_compiled_is_what_is_written(language: str, domain: str) -> None:
    compiled = catalogues.path(language, domain, "mo").read_bytes()
    assert compiled == catalogues.compiled(held(language, domain))


@pytest.mark.parametrize(("language", "domain"), BOTH)
def test_placeholders_are_those_of_the_english(language: str, domain: str) -> None:
    if domain == FACTS:
        # What somebody recorded is no template.
        return
    offenders = [
        (english, said)
        for english, said, _ in pairs(language, domain)
        if {name for name, _ in placeholders(english)} != {name for name, _ in placeholders(said)}
        or not all(fits(form, language) for _, form in placeholders(said))
    ]
    assert offenders == []


@pytest.mark.parametrize(("language", "domain"), BOTH)
def test_every_digit_is_that_of_the_english(language: str, domain: str) -> None:
    offenders = [
        (english, said)
        for english, said, message in pairs(language, domain)
        if isinstance(message.id, str) and digits(english) != digits(said)
    ]
    assert offenders == []


def digits(text: str) -> Counter[str]:
    return Counter(_DIGITS.findall(_PLACEHOLDER.sub("", text)))


@pytest.mark.parametrize("language", TRANSLATED)
def test_plurals_have_all_their_forms(language: str) -> None:
    several = [each for each in held(language, PROGRAM) if not isinstance(each.id, str)]
    expected = held(language, PROGRAM).num_plurals
    assert several
    assert {len(tuple(each.string or ())) for each in several} == {expected}


@pytest.mark.parametrize("language", TRANSLATED)
def test_labels_of_buttons_fit(language: str) -> None:
    long = [
        said
        for _, said, message in pairs(language, PROGRAM)
        if any(file == "bot/replies/buttons.py" for file, _ in message.locations)
        and len(said) > MOST_LABEL
    ]
    assert long == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_sentences_end_as_the_english_do(language: str) -> None:
    offenders = [
        (english, said)
        for english, said, _ in pairs(language, PROGRAM)
        if english.endswith(".") != said.endswith(".") and not said.endswith("…")
    ]
    assert offenders == []
