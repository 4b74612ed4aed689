"""A page for each language with the names of all members in sentences, for who reviews it.

A sentence is translated once and serves every member, so the page answers the same questions about
each: an article, a case or a number that is wrong for one of them shows there.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from babel import Locale

from commands.desk import Desk
from commands.registry import answer
from commands.voice import Voice
from data.catalogue.load import load
from data.errors import QuestionError
from data.facts.knowledge import Knowledge
from data.languages import TRANSLATED
from data.names import forms

FOLDER = Path(__file__).parent.parent / "docs" / "languages"
DAY = date(2026, 11, 25)
"""The day all is asked on, so that a page changes with its texts and the facts alone."""

QUESTIONS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("target", "member", {}),
    ("path", "member", {}),
    ("stance", "member", {}),
    ("ranking", "at", {}),
    ("history", "subject", {"year": "2025"}),
)
"""The command, the parameter that takes the member, and what else is given."""

_HEAD = """# {language}: members in sentences

Made by `make messages`. Each sentence is one translation, filled for all members as it would have
been answered on {day}. What is wrong in the forms is mended in `data/names/forms/{code}.csv`, what
is wrong in a sentence in `data/languages/{code}/LC_MESSAGES/article3.po`.
"""


def path(language: str) -> Path:
    return FOLDER / f"{language}.md"


def page(knowledge: Knowledge, language: str) -> str:
    """Markdown."""
    desk = Desk.of(knowledge, Voice.of(language), DAY)
    name = Locale(language).get_language_name("en") or language
    return "\n".join(
        [
            _HEAD.format(language=name, code=language, day=f"{DAY.day} {DAY:%B %Y}"),
            *_forms(desk, language),
            *(line for question in QUESTIONS for line in _asked(desk, *question)),
        ]
    )


def _forms(desk: Desk, language: str) -> Iterator[str]:
    columns = [*next(iter(forms.table(language).values()))]
    yield "## Forms\n"
    yield f"| name | {' | '.join(columns)} |"
    yield "|---" * (len(columns) + 1) + "|"
    for code, row in forms.table(language).items():
        yield f"| {desk.party_name(code)} | {' | '.join(row[each] for each in columns)} |"
    yield ""


def _asked(desk: Desk, command: str, parameter: str, others: dict[str, str]) -> Iterator[str]:
    given = " ".join(f"{name}:{value}" for name, value in {parameter: "…", **others}.items())
    yield f"## /{command} {given}\n"
    yield "| code | the answer begins |"
    yield "|---|---|"
    for member in desk.knowledge.roster:
        yield f"| {member.id} | {_begun(desk, command, {parameter: member.id, **others})} |"
    yield ""


def _begun(desk: Desk, command: str, arguments: dict[str, str]) -> str:
    """What an answer begins with, or why there is none."""
    try:
        lead = answer(desk, command, arguments, None).lead
    except QuestionError as error:
        return desk.voice.word(error.message)
    return " ".join(each.text for each in lead)


def main() -> None:
    knowledge = load().knowledge()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for language in TRANSLATED:
        path(language).write_text(page(knowledge, language), encoding="utf-8")


if __name__ == "__main__":
    main()
