"""The terminal in a language of brackets: nothing it says is untranslated, and `--lang` decides."""

import pytest

from bot.__main__ import VERBS
from tests.bot.conftest import Run
from tests.pseudo import spoken, untranslated

SAID = [
    ("db", "prepare"),
    ("db", "sync"),
    ("db", "sync", "--dry-run"),
    ("doctor",),
    ("facts", "changes", "--since", "2026-07-01"),
    ("digest", "list"),
    ("digest", "status"),
]
REFUSED = [
    ("nonsense",),
    ("target", "Spain"),
    ("ask",),
    ("ask", "target", "Spian"),
    ("ask", "target", "--what"),
    ("ask", "target", "Spain", "--as-of"),
    ("ask", "what", "about", "the", "weather", "in", "the", "mountains"),
    ("db",),
    ("db", "nope"),
    ("db", "restore", "/nonexistent"),
    ("facts",),
    ("facts", "history", "nokind", "z"),
    ("facts", "history", "stance", "zzz"),
    ("facts", "record", "/nonexistent", "--by", "Anna"),
    ("digest",),
    ("digest", "why", "zzz"),
    ("import", "/nonexistent"),
    ("invite",),
    ("invite", "--application", "12"),
    ("sync",),
    ("calendar",),
    ("chart",),
    ("chart", "target", "Spain", "-o", "x.gif"),
    ("--lang", "xx", "doctor"),
    ("--lang",),
]


@pytest.mark.parametrize("argv", [*SAID, *REFUSED], ids=" ".join)
def test_every_sentence_can_be_translated(run: Run, argv: tuple[str, ...]) -> None:
    with spoken():
        ran = run(*argv)
    assert ran.out or ran.err
    assert untranslated(ran.out + ran.err, ()) == []


@pytest.mark.parametrize("verb", VERBS)
def test_help_holds_nothing_but_what_is_typed_and_what_is_said(run: Run, verb: str) -> None:
    with spoken():
        ran = run(verb, "--help")
    blocks = [block.strip() for block in ran.out.split("\n\n")][1:]
    assert blocks
    assert all(block.startswith("⟦") for block in blocks)


LANGUAGES = [
    ({}, (), "Spain"),
    ({"LANG": "de_DE.UTF-8"}, (), "Spanien"),
    ({"LANG": "de_DE.UTF-8", "LC_ALL": "fr_CH"}, (), "Espagne"),
    ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "it"}, (), "Spagna"),
    ({"LANG": "C.UTF-8"}, (), "Spain"),
    ({"LANG": "pt_BR.UTF-8"}, (), "Spain"),
    ({"LANG": "de_DE"}, ("--lang", "pl"), "Hiszpania"),
    ({}, ("--lang=tr",), "İspanya"),
    ({}, ("--lang", "nl-BE"), "Spanje"),
    ({}, ("--lang", "es_MX.UTF-8"), "España"),
]


@pytest.mark.parametrize(("environ", "option", "named"), LANGUAGES)
def test_the_language_is_that_of_the_option_or_the_environment(
    run: Run, environ: dict[str, str], option: tuple[str, ...], named: str
) -> None:
    ran = run("ask", "target", "Spain", *option, environ=environ)
    assert ran.code == 0
    assert ran.out.startswith(named)


def test_numbers_are_written_as_in_the_region(run: Run) -> None:
    swiss = run("ask", "target", "Spain", "--lang", "de-CH").out
    german = run("ask", "target", "Spain", "--lang", "de").out
    assert "2.00%" in swiss
    assert "2,00\N{NO-BREAK SPACE}%" in german


@pytest.mark.parametrize("argv", [("--lang", "xx"), ("--lang",), ("--lang", "fr", "--lang", "de")])
def test_a_language_that_is_none_is_refused(run: Run, argv: tuple[str, ...]) -> None:
    ran = run("ask", "target", "Spain", *argv)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
