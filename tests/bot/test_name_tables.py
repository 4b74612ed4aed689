"""The pages on which a reviewer sees all members in the sentences of a language."""

import pytest

from bot import name_tables
from data.languages import TRANSLATED
from tests.shipped import KNOWN


@pytest.mark.parametrize("language", TRANSLATED)
def test_pages_are_as_make_messages_writes_them(language: str) -> None:
    held = name_tables.path(language).read_text(encoding="utf-8")
    assert held == name_tables.page(KNOWN, language)


@pytest.mark.parametrize("language", TRANSLATED)
def test_pages_show_every_member_under_every_question(language: str) -> None:
    lines = name_tables.path(language).read_text(encoding="utf-8").splitlines()
    for member in KNOWN.roster:
        shown = [line for line in lines if line.startswith(f"| {member.id} | ")]
        assert len(shown) == len(name_tables.QUESTIONS)
