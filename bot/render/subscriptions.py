"""Sentences about subscriptions, for a terminal and for Discord, which counts down to a moment in
the reader's own zone, links a channel and leads to a message."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from string import Formatter

from rich.text import Text

from bot.render.discord.escapes import escape, opening
from bot.render.discord.flow import Block
from bot.render.discord.lines import Line, Piece
from bot.render.discord.page import Page
from bot.render.discord.paper import Paper
from bot.render.lines import indented, wrap
from bot.render.plain import plain
from commands.subscribing_said import Channel, Instant, Message, Person, Said, Value, say_instant
from commands.voice import Voice
from data.messages import mark

_FORMATTER = Formatter()
_PRIVATE = "@me"
_INDENT = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """What is said of one subscription, or of one day of it; without a title it is text alone."""

    title: Said | None
    lines: tuple[Said, ...]


def text(said: Said, voice: Voice) -> str:
    """For a terminal, without what could do harm there."""
    return "".join(literal + _written(value, voice) for literal, value in _parts(said, voice))


def lines(entries: Iterable[Entry], voice: Voice, width: int) -> Iterator[Text]:
    """For a terminal: an empty line between two entries."""
    for number, entry in enumerate(entries):
        if number:
            yield Text()
        if entry.title is not None:
            yield from wrap(Text(text(entry.title, voice), style="bold"), width)
        by = 0 if entry.title is None else _INDENT
        for each in entry.lines:
            yield from indented(wrap(Text(text(each, voice)), width - by), by)


def pages(
    entries: Sequence[Entry], voice: Voice, *, title: str = "", remarks: tuple[str, ...] = ()
) -> tuple[Page, ...]:
    """For Discord: at least one page. `title` and `remarks` are words of ours."""
    blocks = (
        Block(
            heading=None if entry.title is None else line(entry.title, voice),
            lines=tuple(line(each, voice) for each in entry.lines),
        )
        for entry in entries
    )
    paper = Paper(
        say=voice.fill, title=escape(title), remarks=tuple(escape(each) for each in remarks)
    )
    return paper.pages(blocks)


def line(said: Said, voice: Voice) -> Line:
    pieces: list[Piece] = []
    for literal, value in _parts(said, voice):
        if literal:
            pieces.append(Piece(escape(literal), escape(literal), loose=True))
        if value is not None:
            pieces.append(_piece(value, voice))
    return Line.of(*_opened(pieces))


def address(message: Message) -> str:
    place = _PRIVATE if message.guild is None else message.guild
    return f"https://discord.com/channels/{place}/{message.channel}/{message.id}"


def _parts(said: Said, voice: Voice) -> Iterator[tuple[str, Value | None]]:
    for literal, name, form, _ in _FORMATTER.parse(voice.text(said.template)):
        value = None if name is None else said.values[name]
        yield literal, voice.word(value, form or "") if isinstance(value, str) else value


def _written(value: Value | None, voice: Voice) -> str:
    match value:
        case None:
            return ""
        case Instant():
            return say_instant(value, voice)
        case Channel():
            return voice.fill(mark("channel {id}"), id=value.id)
        case Message():
            return address(value)
        case Person():
            named = plain(value.name)
            return voice.fill(mark("user {id}"), id=named) if named.isdecimal() else named
        case _:
            return plain(value)


def _piece(value: Value, voice: Voice) -> Piece:
    words = escape(_written(value, voice))
    match value:
        case Instant():
            shown = f"<t:{int(value.at.timestamp())}:F>"
            both = voice.fill(mark("{yours}, which is {theirs}"), yours=shown, theirs=words)
            return Piece(both, words)
        case Channel():
            return Piece(f"<#{value.id}>", f"<#{value.id}>")
        case Message():
            return Piece(address(value), f"<{address(value)}>")
        case Person() if value.name.isdecimal():
            return Piece(f"<@{value.name}>", words)
        case _:
            return Piece(words, words, loose=True)


def _opened(pieces: list[Piece]) -> list[Piece]:
    """A line that looks like a heading or an item of a list is none."""
    markdown = opening([piece.markdown for piece in pieces])
    flat = opening([piece.plain for piece in pieces])
    return [
        replace(piece, markdown=marked, plain=bare)
        for piece, marked, bare in zip(pieces, markdown, flat, strict=True)
    ]
