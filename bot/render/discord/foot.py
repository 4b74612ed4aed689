"""The small print under a page: where to read on, and as of when it holds."""

from collections.abc import Iterable
from itertools import groupby

from bot.render.discord.escapes import address, code, escape, link
from bot.render.discord.flow import Price
from bot.render.discord.page import Say
from commands.briefing import Citation
from data.messages import mark

_BETWEEN = " · "
_WEAK = "other"


def links(citations: Iterable[Citation], say: Say) -> str:
    """The sources of one page: `Sources: 1 NATO · 2, 5 Reuters`, the numbers as links. Neighbours
    by the same publisher share its name."""
    groups = groupby(citations, key=lambda each: _publisher(each, say))
    named = [
        f"{', '.join(_number(each) for each in group)} {publisher}" for publisher, group in groups
    ]
    return say(mark("Sources: {sources}"), sources=_BETWEEN.join(named)) if named else ""


def price(citations: Iterable[Citation], say: Say) -> Price:
    """What each link takes at most."""
    texts = {
        each.number: f"{_number(each)} {_publisher(each, say)}{_BETWEEN}" for each in citations
    }
    sizes = {number: (len(text), len(text.encode())) for number, text in texts.items()}
    return sizes.__getitem__


def plain_links(citations: Iterable[Citation], say: Say) -> list[str]:
    """One a line, with the address to be seen; in angle brackets Discord shows no preview of it."""
    lines: list[str] = []
    for each in citations:
        target = address(each.url)
        shown = f" <{target}>" if target is not None else ""
        lines.append(f"[{each.number}] {_publisher(each, say)}{shown}")
    return lines


def typed(questions: Iterable[str], say: Say) -> str:
    """What to ask next, as it is typed; nothing where there is nothing."""
    listed = _BETWEEN.join(code(each) for each in questions)
    return say(mark("Ask next: {questions}"), questions=listed) if listed else ""


def paging(number: int, of: int, say: Say, *, caveats: int | None = None) -> str:
    """`Page 2 of 3`. The first page says where the caveats are, unless they are on it."""
    if of == 1:
        return ""
    if number == 1 and caveats is not None and caveats > 1:
        template = mark("Page {number} of {of}; caveats are on page {caveats}")
        return say(template, number=number, of=of, caveats=caveats)
    return say(mark("Page {number} of {of}"), number=number, of=of)


def _number(citation: Citation) -> str:
    return link(str(citation.number), citation.url)


def _publisher(citation: Citation, say: Say) -> str:
    publisher = escape(citation.publisher)
    if citation.grade != _WEAK:
        return publisher
    return say(mark("{publisher} (weak source)"), publisher=publisher)
