"""What a workbook says of itself: its title, the day of closing, and what its stars mean."""

import re

from data.catalogue.codes import english_name
from data.dates import PartialDate
from data.facts.soundness.text import LONGEST, what_is_wrong_with
from data.importers.nato.whole import Workbook

_TITLE = re.compile(
    r"\bdefence (?:expenditure|investment) of nato countries \(\d{4}\s?[-–]\s?\d{4}e?\)",
    re.IGNORECASE | re.ASCII,
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_CUT_OFF = re.compile(
    rf"\bcut-?\s?off\b[^.]{{0,60}}?(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})", re.IGNORECASE
)
_LONGEST_NAME = 120


def title_of(workbook: Workbook) -> str:
    """The title that the workbook bears, or else that of NATO's editions of its kind."""
    for text in workbook.texts():
        if (match := _TITLE.search(text)) is not None:
            return match[0]
    subject = "Investment" if workbook.basis == "core" else "Expenditure"
    first, last = workbook.years[0], workbook.years[-1]
    return f"Defence {subject} of NATO Countries ({first}-{last})"


def cut_off_of(workbook: Workbook) -> PartialDate | None:
    """The day on which the figures were closed, where the workbook names it."""
    for text in workbook.texts():
        if (match := _CUT_OFF.search(text)) is not None:
            day, month, year = match.groups()
            number = _MONTHS.index(month.capitalize()) + 1
            try:
                return PartialDate(int(year), number, int(day))
            except ValueError:
                return None
    return None


def starred_in(workbook: Workbook) -> tuple[str, ...]:
    """The codes of members with a star behind their names, in any table of which figures are
    held."""
    found = {
        each.label.member
        for _, part in workbook.held()
        for each in part.block.rows
        if each.label.starred and each.label.member is not None
    }
    return tuple(sorted(found))


def star_notes(workbook: Workbook) -> tuple[str, ...]:
    """What stands behind a star below the tables, each text once."""
    found = (
        text.lstrip("* ")
        for table in workbook.tables
        for _, text in table.notes
        if text.startswith("*")
    )
    return tuple(dict.fromkeys(found))


def note_of(workbook: Workbook, file: str) -> str:
    """What it was read from, and what NATO says of the members with a star."""
    name = file if what_is_wrong_with(file, longest=_LONGEST_NAME) is None else "an .xlsx file"
    parts = [f"Read from NATO's workbook, {name}."]
    if starred := starred_in(workbook):
        parts.append(f"With a star: {', '.join(map(english_name, starred))}.")
        parts += [f"NATO's note: {each}" for each in star_notes(workbook)]
    text = " ".join(parts)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
