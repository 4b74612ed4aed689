"""`article3 calendar`: what is ahead as a file for calendars."""

import argparse
import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from bot.call import Call
from bot.opening import opened
from commands.days import find_day
from commands.desk import Desk
from data.errors import QuestionError
from data.messages import mark

if TYPE_CHECKING:
    from commands.calendar import Entry

USAGE = "calendar -o FILE.ics [--as-of DAY] [--force]"
NO_FILE = mark("Where is the calendar to go? Add -o and a file, such as -o nato.ics.")
NO_FORM = mark("'{file}' does not end with .ics, by which calendars know such a file.")
NO_SUCH_WORD = mark("There is no option '{word}' here. Write article3 {usage}.")
NOT_UNDERSTOOD = mark("The options do not fit: {problem}. Write article3 {usage}.")
WRITTEN = mark("The calendar is in {file}.")

_MOST_ECHOED = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    file: Path
    as_of: str | None
    force: bool


def calendar(words: Sequence[str], call: Call) -> None:
    """Writes the file, then says what is in it and where it is."""
    from bot.render import ics
    from data.store.drafts import check, pass_on

    asked = read(words)
    check(asked.file, force=asked.force)
    desk = asyncio.run(_desk(call))
    day = find_day(desk, asked.as_of)
    pass_on(asked.file, ics.file(desk, day, call.clock()))
    found = ics.ahead(desk, day)
    for each in ics.dated(found):
        call.tell(f"{_days(desk, each)}  {each.title}")
    if missing := ics.left_out(found, desk.voice):
        call.tell(missing)
    call.tell(WRITTEN.format(file=asked.file))


def read(words: Sequence[str]) -> Asked:
    """Raises QuestionError for what no file can be made of."""
    options, rest = _parser().parse_known_args(list(words))
    for word in rest:
        raise QuestionError(NO_SUCH_WORD, word=word[:_MOST_ECHOED], usage=USAGE)
    if not options.output:
        raise QuestionError(NO_FILE)
    if not options.output.lower().endswith(".ics"):
        raise QuestionError(NO_FORM, file=options.output[-_MOST_ECHOED:])
    return Asked(file=Path(options.output), as_of=options.as_of, force=options.force)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise QuestionError(NOT_UNDERSTOOD, problem=message, usage=USAGE)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser("article3 calendar", add_help=False, allow_abbrev=False)
    parser.add_argument("-o", "--output")
    parser.add_argument("--as-of", nargs="?", const="")
    parser.add_argument("--force", action="store_true")
    return parser


async def _desk(call: Call) -> Desk:
    async with opened(call) as library:
        await library.refresh()
    return library.at_hand(call.today(), call.voice.tag)


def _days(desk: Desk, entry: "Entry") -> str:
    last = entry.last
    if last is None or last.day is None or last == entry.first:
        return desk.voice.date(entry.first)
    return desk.voice.between(entry.first, last)
