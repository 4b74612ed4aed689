"""The full list of an answer's sources."""

from bot.render.discord.escapes import address, escape, link
from bot.render.discord.flow import Block
from bot.render.discord.lines import Line, Piece, bold, markup
from bot.render.discord.page import Say
from commands.briefing import Briefing, Citation
from data.messages import mark

_LONGEST_TITLE = 300
_GRADES = {
    "official": mark("official source"),
    "wire": mark("news agency or newspaper of record"),
    "other": mark("weak source"),
}


def block(briefing: Briefing, say: Say) -> Block:
    """One line each; a sentence where there is none."""
    if not briefing.citations:
        return Block(lines=(Line.of(markup(say(mark("This answer names no sources.")))),))
    return Block(lines=tuple(_line(each, say) for each in briefing.citations))


def _line(citation: Citation, say: Say) -> Line:
    pieces = [
        markup("- "),
        bold(str(citation.number)),
        markup(" "),
        _named(citation, say),
        markup(f" ({say(_GRADES[citation.grade])})"),
    ]
    if citation.note is not None:
        note = escape(citation.note.strip())
        pieces.append(Piece(f" *{note}*", f" {note}"))
    return Line.of(*pieces)


def _named(citation: Citation, say: Say) -> Piece:
    title = citation.title
    if len(title) > _LONGEST_TITLE:
        title = f"{title[:_LONGEST_TITLE].rpartition(' ')[0]}…"
    target = address(citation.url)
    shown = escape(title)
    plain = shown if target is None else f"{shown} <{target}>"
    linked, bare = (
        say(
            mark("{publisher}: {title}, {day}; {place}."),
            publisher=escape(citation.publisher),
            title=text,
            day=escape(citation.published),
            place=escape(citation.locator),
        )
        for text in (link(title, citation.url), plain)
    )
    return Piece(linked, bare)
