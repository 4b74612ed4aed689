"""Names of members as sentences need them: with an article, a preposition, or in a case.

`forms/<language>.csv` holds, for each member, the grammatical number of its name and the forms of
that language. A form is asked for by the name of its column, with a capital to begin a sentence.
"""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

Forms = Mapping[str, str]
"""By column; `number` is `one` or `other`."""


@cache
def table(language: str) -> Mapping[str, Forms]:
    """By alpha-3 code; empty for a language whose names are always the same."""
    file = files("data.names").joinpath("forms", f"{language}.csv")
    if not file.is_file():
        return {}
    rows = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    return {row["code"]: row for row in rows}


def inflected(code: str, language: str, form: str) -> str | None:
    """None where the language has no such form, or none for this country."""
    forms = table(language).get(code, {})
    found = forms.get(form) or forms.get(form[:1].lower() + form[1:])
    if found is None or not form[:1].isupper() or form in forms:
        return found
    first = "İ" if language == "tr" and found.startswith("i") else found[0].upper()
    return first + found[1:]


def is_plural(code: str, language: str) -> bool:
    """Whether the name takes a verb in the plural, as `les Pays-Bas` does."""
    return table(language).get(code, {}).get("number") == "other"
