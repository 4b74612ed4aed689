"""Blocks onto pages: with a title above and the small print below, and never more than fits."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.render.discord import foot
from bot.render.discord.flow import Block, Flow, Room, Sheet
from bot.render.discord.lines import Line, markup
from bot.render.discord.page import Page, Plain, Say
from bot.render.discord.sizes import (
    MOST_BUTTONS_A_ROW,
    MOST_BYTES,
    MOST_CHARACTERS,
    MOST_COMPONENTS,
    MOST_LABEL,
)
from commands.briefing import Citation
from data.messages import mark
from data.rules import Verdict

# A screen or two of a phone: what most want to know, and no more.
_FIRST_PAGE = 1200
_FURTHER_PAGE = 2500
# An answer that is hardly longer than a first page is not worth a second one.
_ONE_PAGE = 1700

_ROWS = 2
_BUTTONS = _ROWS * MOST_BUTTONS_A_ROW
# A container, a title, and a line above the small print.
_FRAME = 4
_BLOCK = 2
# The page's number, the word for sources, and what marks a title and small print.
_MARGIN = 200
_HERE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Where a heading goes, which is more than words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """`title` and `under` are escaped; `stamp` and `remarks` stand under every page. `short` pages
    are not filled further than is good to read, the first one least of all."""

    say: Say
    title: str
    under: str = ""
    verdict: Verdict | None = None
    citations: Sequence[Citation] = ()
    follow_ups: Sequence[str] = ()
    """As they are typed."""
    stamp: Line | None = None
    remarks: tuple[str, ...] = ()
    short: bool = False

    def pages(self, blocks: Iterable[Block]) -> tuple[Page, ...]:
        """At least one."""
        filled = [block for block in blocks if block]
        sheets = Flow(self._rooms(filled), self._resumed).pour(filled) or [[]]
        caveats = next((at for at, sheet in enumerate(sheets, 1) if _has_caveats(sheet)), None)
        paging = [
            foot.paging(number, len(sheets), self.say, caveats=caveats)
            for number in range(1, len(sheets) + 1)
        ]
        return tuple(self._page(sheet, number, paging) for number, sheet in enumerate(sheets, 1))

    def _resumed(self, heading: Line) -> Line:
        said = self.say(mark("{heading} (continued)"), heading=_HERE)
        before, _, after = said.partition(_HERE)
        return Line.of(markup(before), *heading.pieces, markup(after))

    def _rooms(self, blocks: Sequence[Block]) -> tuple[Room, Room]:
        fixed = [self.title, self.under, *self.remarks, foot.typed(self.follow_ups, self.say)]
        room = Room(
            characters=MOST_CHARACTERS - _MARGIN - sum(map(len, fixed)),
            bytes=MOST_BYTES
            - 2 * _MARGIN
            - _BUTTONS * MOST_LABEL
            - sum(len(text.encode()) for text in fixed),
            blocks=(MOST_COMPONENTS - _ROWS - _BUTTONS - _FRAME) // _BLOCK,
            visible=_FURTHER_PAGE if self.short else MOST_CHARACTERS,
            price=foot.price(self.citations, self.say),
        )
        if self.stamp is not None:
            room = room.take((self.stamp,)) or room
        if not self.short:
            return room, room
        length = sum(len(line.plain) for block in blocks for line in block.lines)
        return replace(room, visible=_ONE_PAGE if length <= _ONE_PAGE else _FIRST_PAGE), room

    def _page(self, sheet: Sheet, number: int, paging: Sequence[str]) -> Page:
        cited = self._cited(sheet)
        stamp = "" if self.stamp is None else self.stamp.markdown
        paged = _filled(*self.remarks, paging[number - 1])
        asked = foot.typed(self.follow_ups, self.say) if number == 1 else ""
        return Page(
            title=self.title,
            under=self.under,
            blocks=tuple(block.markdown for block in sheet),
            foot=_filled(stamp, foot.links(cited, self.say), *paged, asked),
            verdict=self.verdict,
            number=number,
            of=len(paging),
            plain=self._plain(sheet, cited, _filled(stamp, *paged)),
        )

    def _plain(self, sheet: Sheet, cited: Sequence[Citation], tail: tuple[str, ...]) -> Plain:
        title = " – ".join(_filled(self.title, self.under))
        links = "\n".join(foot.plain_links(cited, self.say))
        return Plain(
            blocks=_filled(title, *(block.plain for block in sheet), links),
            tail=tail,
            cut=self.say(
                mark("This is cut short. Ask again in a private message to read all of it.")
            ),
        )

    def _cited(self, sheet: Sheet) -> list[Citation]:
        lines = [line for block in sheet for line in block.every_line]
        if self.stamp is not None:
            lines.append(self.stamp)
        used = {number for line in lines for number in line.citations}
        return [each for each in self.citations if each.number in used]


def _filled(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text)


def _has_caveats(sheet: Sheet) -> bool:
    return any(block.caveats for block in sheet)
