"""`make messages`: what is to be translated, from the code and the facts into the catalogues.

Extracts every marked sentence, the names of commands and options, and what the catalogue of facts
says, brings each language's `.po` files up to date, and compiles them. A translator finds what is
new as an empty message, and what has changed a little as a fuzzy one. Doing it twice changes
nothing.
"""

import io
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from bot import slash
from bot.slash_names import COMMAND_NAME, OPTION_NAME
from commands import places, symbols
from data.languages import DOMAINS, TRANSLATED, folder

ROOT = Path(__file__).parent.parent
CODE = ("bot", "commands", "data")
FACTS = ROOT / "data" / "catalogue"

_KEYWORDS: dict[str, Any] = {"mark": None, "ngettext": (1, 2)}
_PROGRAM, _FACTS = DOMAINS
_SENTENCES = ("claim", "weak", "note", "by_whom")
_NAMED = {"commitment": "title", "meeting": "name", "group": "name", "table": "name"}
# What gettext writes into a header is the moment of each run; here it would only be noise.
_WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)

Found = tuple[str, str | tuple[str, ...], str | None, tuple[str, ...]]
"""Where it stands, the message, its context, and what a translator should know."""


def program() -> Iterator[Found]:
    """Marked sentences, and names that Discord shows."""
    for code in CODE:
        found = extract_from_dir(
            ROOT / code,
            method_map=[("**.py", "python")],
            keywords=_KEYWORDS,
            comment_tags=("Translators:",),
            strip_comment_tags=True,
        )
        for file, _, message, comments, context in found:
            yield f"{code}/{file}", message, context, tuple(comments)
    for symbol in symbols.SYMBOLS:
        yield "commands/symbols.py", symbol, symbols.CONTEXT, ()
    for command in slash.COMMANDS:
        yield from _names(command)


def _names(command: Any) -> Iterator[Found]:
    where = "bot/slash"
    if hasattr(command, "commands"):
        for each in command.commands:
            yield from _names(each)
    if getattr(command, "type", None) is None:
        yield where, command.name, COMMAND_NAME, ()
    for parameter in getattr(command, "parameters", ()):
        yield where, parameter.display_name, OPTION_NAME, ()


def facts() -> Iterator[Found]:
    """What records say, in the order of the files. The office of a person has the person as its
    context, by whose gender it goes."""
    for path in sorted(FACTS.rglob("*.toml")):
        where = path.relative_to(ROOT).as_posix()
        for kind, records in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for record in records if isinstance(records, list) else ():
                yield from _of_record(kind, record, where)


def _of_record(kind: str, record: Mapping[str, Any], where: str) -> Iterator[Found]:
    about = (str(record["id"]),) if "id" in record else ()
    for key, value in record.items():
        if isinstance(value, list):
            for each in value:
                if isinstance(each, dict):
                    yield from _of_record(key, each, where)
        elif key in _SENTENCES or key == _NAMED.get(kind):
            yield where, value, None, about
        elif key == "role":
            yield where, value, record.get("speaker") or record.get("person"), about
        elif key == "locator":
            yield where, places.named(value), None, ()


def template(found: Iterable[Found]) -> Catalog:
    made = Catalog(
        project="Article 3",
        version="",
        msgid_bugs_address="",
        charset="utf-8",
        creation_date=_WRITTEN,
        revision_date=_WRITTEN,
    )
    made.header_comment = "# What Article 3 says. MIT licence, as the project."
    for where, message, context, comments in found:
        if message:
            made.add(message, None, [(where, 0)], auto_comments=comments, context=context)
    return made


def path(language: str, domain: str, ending: str) -> Path:
    return folder() / language / "LC_MESSAGES" / f"{domain}.{ending}"


def read(language: str, domain: str) -> Catalog:
    """The catalogue of a language as it stands, empty where it has none."""
    file = path(language, domain, "po")
    if not file.exists():
        return Catalog(locale=language, charset="utf-8", creation_date=_WRITTEN)
    with file.open("rb") as stream:
        return read_po(stream, locale=language, domain=domain)


def updated(language: str, domain: str, wanted: Catalog) -> Catalog:
    made = read(language, domain)
    made.update(wanted)
    made.obsolete.clear()
    made.header_comment = wanted.header_comment
    made.project, made.version, made.msgid_bugs_address = "Article 3", "", ""
    made.creation_date = made.revision_date = _WRITTEN
    made.last_translator = ""
    made.fuzzy = False
    return made


def written(catalogue: Catalog) -> bytes:
    stream = io.BytesIO()
    write_po(stream, catalogue, width=100, omit_header=False, include_lineno=False)
    return stream.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    stream = io.BytesIO()
    write_mo(stream, catalogue)
    return stream.getvalue()


def missing(catalogue: Catalog) -> list[Message]:
    """Messages that a translator has to look at."""
    return [
        each
        for each in catalogue
        if each.id and (each.fuzzy or not all(_strings(each)) or not _strings(each))
    ]


def _strings(message: Message) -> tuple[str, ...]:
    string = message.string
    return (string,) if isinstance(string, str) else tuple(string or ())


def main() -> None:
    for domain, found in ((_PROGRAM, program()), (_FACTS, facts())):
        wanted = template(found)
        for language in TRANSLATED:
            catalogue = updated(language, domain, wanted)
            place = path(language, domain, "po")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(written(catalogue))
            path(language, domain, "mo").write_bytes(compiled(catalogue))
            left = len(missing(catalogue))
            sys.stdout.write(f"{language}/{domain}: {len(catalogue)} messages, {left} to do\n")
    _write_pages()


def _write_pages() -> None:
    """In a process of its own, which reads the catalogues as they are compiled now."""
    subprocess.run([sys.executable, "-m", "bot.name_tables"], check=True)


if __name__ == "__main__":
    main()
