"""The parts of an answer as blocks of lines."""

from collections.abc import Iterator

from bot.render import verdicts
from bot.render.discord.escapes import line
from bot.render.discord.flow import Block
from bot.render.discord.lines import Countdown, Line, Piece, bold, cited, markup
from bot.render.discord.page import Say
from commands.briefing import Briefing, Fact, Section, Table
from data.messages import mark
from data.rules import Verdict

_ITEM = markup("- ")
_FEW = 4
"""Columns whose order can be remembered."""


def blocks(briefing: Briefing, countdown: Countdown, say: Say) -> Iterator[Block]:
    yield _lead(briefing, countdown)
    for section in briefing.sections:
        yield _section(section, countdown)
    if briefing.table is not None:
        yield _table(briefing.table, countdown)
    if briefing.caveats:
        yield _caveats(briefing, countdown, say)


def badge(verdict: Verdict, say: Say) -> str:
    """`✓ met`"""
    return f"{_sign(verdict)} {say(verdicts.WORDS[verdict])}"


def _sign(verdict: Verdict) -> str:
    # Unless it is escaped, Discord draws an arrow as a coloured picture.
    return f"\\{verdicts.sign(verdict).plain}"


def _lead(briefing: Briefing, countdown: Countdown) -> Block:
    lines = (Line.of(*cited(each, countdown, emphasis=True)) for each in briefing.lead)
    return Block(lines=tuple(lines), gap="\n\n", pinned=True)


def _section(section: Section, countdown: Countdown) -> Block:
    heading = None
    if section.title is not None:
        heading = Line.of(*cited(section.title, countdown))
    return Block(heading=heading, lines=tuple(_fact(fact, countdown) for fact in section.facts))


def _fact(fact: Fact, countdown: Countdown) -> Line:
    sign = "" if fact.verdict is None else f"{_sign(fact.verdict)} "
    return Line.of(
        markup(f"- {sign}"), bold(fact.label), markup(" "), *cited(fact.sentence, countdown)
    )


def _table(table: Table, countdown: Countdown) -> Block:
    """A row a line: columns side by side have no room on a phone. A few are named above all rows,
    many before each cell."""
    few = len(table.columns) <= _FEW
    names = " · ".join(line(each.strip()) for each in table.columns)
    heading = Line.of(markup(names)) if few else None
    rows = range(len(table.rows))
    lines = tuple(_row(table, at, countdown, named=not few) for at in rows)
    return Block(heading=heading, lines=lines)


def _row(table: Table, at: int, countdown: Countdown, *, named: bool) -> Line:
    pieces: list[Piece] = [_ITEM]
    for index, (column, cell) in enumerate(zip(table.columns, table.rows[at], strict=True)):
        inside = cited(cell, countdown)
        if index == 0:
            pieces.extend(Piece(f"**{each.markdown}**", each.plain) for each in inside[:1])
            pieces.extend(inside[1:])
        else:
            name = (bold(column), markup(" ")) if named else ()
            pieces.extend((markup(" · "), *name, *inside))
    return Line.of(*pieces)


def _caveats(briefing: Briefing, countdown: Countdown, say: Say) -> Block:
    lines = tuple(Line.of(_ITEM, *cited(each, countdown)) for each in briefing.caveats)
    return Block(heading=Line.of(markup(say(mark("Caveats")))), lines=lines, caveats=True)
