"""`article3 import nato`: an edition of NATO's figures, out of the workbook that NATO publishes."""

import asyncio
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.call import Call
from bot.facts import UNFIT, WHO, Strict
from bot.words import Words, read
from data.dates import PartialDate
from data.errors import Fault, QuestionError, RecordError
from data.messages import mark

NO_DAY = mark(
    "When was it published? The workbook does not say: write --published DAY, such as 2026-07-10."
)
AHEAD = mark("{option} {day} is still ahead. Write {today} or an earlier day.")
TOO_VAGUE = mark("{option} {day} is a whole year. Write a day such as 2026-07-10, or 2026-07.")
NO_ADDRESS = mark(
    "Where does NATO publish it? A source has an address: write --url ADDRESS, such as "
    "https://www.nato.int/ and what follows."
)
CANNOT_READ = mark("{file} cannot be read ({problem}). Name NATO's workbook, an .xlsx file.")
NOTHING_WRITTEN = mark("Nothing was written.")
MORE_FAULTS = mark("More is wrong with it, which is not listed here.")
WRITE = mark("Write this? [y/N] ")
YES = mark("y yes")
NEEDS_YES = mark("Nothing was written. Add --yes to write it, or answer in a terminal.")

BY, URL, PUBLISHED, CUT_OFF, TITLE = "--by", "--url", "--published", "--cut-off", "--title"
CORRECT, ALL, DRY_RUN, AGREED = "--correct", "--all", "--dry-run", "--yes"

SHAPE = Strict(
    verb="import nato",
    operands=("FILE",),
    options={BY: "NAME", URL: "ADDRESS", PUBLISHED: "DAY", CUT_OFF: "DAY", TITLE: "TITLE"},
    flags=(CORRECT, ALL, DRY_RUN, AGREED),
    # Only where nothing is written can it be left out.
    needed=frozenset({BY}),
)

# As in 240617-def-exp-2024-TABLES-en.xlsx.
_DAY_IN_NAME = re.compile(r"(\d\d)(\d\d)(\d\d)[-_ ]def-?exp\b.*", re.IGNORECASE | re.ASCII)
_CENTURY = 2000
_WRONG = 2
_LONGEST_ANSWER = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was typed, read. `by` is empty where nothing is to be written."""

    file: Path
    by: str
    url: str | None
    published_on: PartialDate
    is_from_name: bool
    """Whether the day of publication was read in the name of the file."""
    cut_off: PartialDate | None
    title: str | None
    correct: bool
    everything: bool
    dry: bool
    agreed: bool


def import_nato(words: Sequence[str], call: Call) -> int | None:
    """Shows what a workbook holds and how it differs from what is known, and writes it once
    somebody says yes. Raises QuestionError for words that do not fit."""
    from data.importers.nato.faults import WorkbookError
    from data.importers.nato.grid import sheets_of

    asked = _asked(read(words, SHAPE), call)
    content = _content(asked.file)
    try:
        sheets = sheets_of(content)
        from bot.nato_writing import bring_in

        return asyncio.run(bring_in(sheets, asked, call))
    except WorkbookError as error:
        more = [MORE_FAULTS] if error.more else []
        return _refuse([*(each.sentence for each in error.faults), *more], call)
    except RecordError as error:
        return _refuse([_sentence(each) for each in error.faults], call)


def agreed(call: Call, *, already: bool) -> int | None:
    """None where somebody says yes, or has said so `already`; otherwise the exit code, and that
    nothing was written is told."""
    if already:
        return None
    if not call.is_interactive:
        call.complain(NEEDS_YES)
        return _WRONG
    call.stdout.write(call.voice.word(WRITE))
    call.stdout.flush()
    answer = call.stdin.readline(_LONGEST_ANSWER).strip().casefold()
    if answer and answer in call.voice.typed(YES).casefold().split():
        return None
    call.tell(NOTHING_WRITTEN)
    return 0


def _asked(given: Words, call: Call) -> Asked:
    file = Path(given.operands["FILE"])
    dry = DRY_RUN in given.flags
    by = given.options.get(BY, "")
    if not by and not dry:
        raise QuestionError(WHO, option=BY, usage=SHAPE.usage)
    _check_words(given)
    typed = _day(given.options.get(PUBLISHED), PUBLISHED, call)
    named = None if typed is not None else _day_in_name(file.name, call)
    if (published_on := typed or named) is None:
        raise QuestionError(NO_DAY)
    return Asked(
        file=file,
        by=by,
        url=given.options.get(URL),
        published_on=published_on,
        is_from_name=named is not None,
        cut_off=_day(given.options.get(CUT_OFF), CUT_OFF, call),
        title=given.options.get(TITLE),
        correct=CORRECT in given.flags,
        everything=ALL in given.flags,
        dry=dry,
        agreed=AGREED in given.flags,
    )


def _check_words(given: Words) -> None:
    """Before anything is read: what is wrong with them has nothing to do with the file."""
    from data.facts.soundness.text import LONGEST, LONGEST_NAME, what_is_wrong_with

    for option, longest in ((BY, LONGEST_NAME), (TITLE, LONGEST)):
        text = given.options.get(option)
        problem = None if text is None else what_is_wrong_with(text, longest=longest)
        if problem is not None:
            raise QuestionError(UNFIT, option=option, problem=problem)


def _day(text: str | None, option: str, call: Call) -> PartialDate | None:
    if text is None:
        return None
    found = PartialDate.parse(text, times=False)
    if found.precision == "year":
        raise QuestionError(TOO_VAGUE, option=option, day=found)
    if found.first > call.today():
        raise QuestionError(AHEAD, option=option, day=found, today=call.today())
    return found


def _day_in_name(name: str, call: Call) -> PartialDate | None:
    match = _DAY_IN_NAME.fullmatch(name)
    if match is None:
        return None
    year, month, day = map(int, match.groups())
    try:
        found = PartialDate(_CENTURY + year, month, day)
    except ValueError:
        return None
    return found if found.first <= call.today() else None


def _content(file: Path) -> bytes:
    from data.importers.nato.package import LARGEST

    try:
        with file.open("rb") as stream:
            # One more than is taken, so that what is too large is known to be.
            return stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise QuestionError(CANNOT_READ, file=file, problem=problem) from error


def _refuse(problems: Iterable[str], call: Call) -> int:
    for each in (*problems, NOTHING_WRITTEN):
        call.complain(each)
    return _WRONG


def _sentence(fault: Fault) -> str:
    """A problem that does not begin a sentence goes on after the field it is about."""
    return fault.sentence if fault.problem[:1].islower() else fault.problem
