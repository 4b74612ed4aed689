"""Pages as Discord's components, and as plain text where components can't go."""

from collections.abc import Iterator, Sequence
from typing import Any

from discord import MediaGalleryItem, ui

from bot.render.discord.page import Document, Page, Picture
from bot.render.discord.sizes import MOST_ALT, MOST_BUTTONS_A_ROW, MOST_CONTENT
from data.rules import Verdict

# Okabe's and Ito's colours, told apart by most who see few: the sign and the word stand beside
# them anyway.
ACCENTS = {
    Verdict.MET: 0x009E73,
    Verdict.ON_COURSE: 0x56B4E9,
    Verdict.BEHIND: 0xE69F00,
    Verdict.MISSED: 0xD55E00,
    Verdict.NOT_REPORTED: 0xCC79A7,
    Verdict.NOT_APPLICABLE: 0x999999,
}


def layout(
    page: Page,
    buttons: Sequence[ui.Item[Any]] = (),
    *,
    pictures: Sequence[Picture] = (),
    documents: Sequence[Document] = (),
) -> ui.LayoutView:
    """A message of one page; below it pictures and documents, which have to be attached under their
    names, and then its buttons. It never times out."""
    accent = None if page.verdict is None else ACCENTS[page.verdict]
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.Container(*_inside(page), accent_colour=accent))
    if pictures:
        view.add_item(ui.MediaGallery(*map(_shown, pictures)))
    for each in documents:
        view.add_item(ui.File(_attached(each.name)))
    for start in range(0, len(buttons), MOST_BUTTONS_A_ROW):
        view.add_item(ui.ActionRow(*buttons[start : start + MOST_BUTTONS_A_ROW]))
    return view


def as_text(page: Page) -> str:
    """At most as long as the content of a message. It is cut between lines only, says so, and
    keeps its last lines, the stamp among them."""
    body = "\n\n".join(page.plain.blocks).split("\n")
    tail = ["", *page.plain.tail] if page.plain.tail else []
    whole = "\n".join([*body, *tail])
    if len(whole) <= MOST_CONTENT:
        return whole
    end = [page.plain.cut, *tail]
    room = MOST_CONTENT - len("\n".join(end))
    return "\n".join([*_kept(body, room), *end])


def short_alt(text: str) -> str:
    """As much of it as Discord takes, in whole words."""
    if len(text) <= MOST_ALT:
        return text
    return f"{text[: MOST_ALT - 1].rpartition(' ')[0]}…"


def _shown(picture: Picture) -> MediaGalleryItem:
    return MediaGalleryItem(_attached(picture.name), description=short_alt(picture.alt))


def _attached(name: str) -> str:
    return f"attachment://{name}"


def _kept(lines: Sequence[str], room: int) -> Iterator[str]:
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            return
        yield line


def _inside(page: Page) -> Iterator[ui.TextDisplay[Any] | ui.Separator[Any]]:
    if title := _title(page):
        yield ui.TextDisplay(title)
    for index, block in enumerate(page.blocks):
        if index > 0:
            yield ui.Separator()
        yield ui.TextDisplay(block)
    if page.foot:
        yield ui.Separator()
        yield ui.TextDisplay("\n".join(f"-# {line}" for line in page.foot))


def _title(page: Page) -> str:
    lines = [f"## {page.title}"] if page.title else []
    if page.under:
        lines.append(f"**{page.under}**")
    return "\n".join(lines)
