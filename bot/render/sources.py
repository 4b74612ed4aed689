"""The numbered sources under an answer."""

from rich.text import Text

from bot.render.cited import CITATION
from bot.render.lines import hang, width_of
from bot.render.plain import plain
from commands.briefing import Citation
from commands.voice import Say
from data.messages import mark

_WEAK = "other"


def block(
    citations: tuple[Citation, ...], say: Say, width: int, *, notes: bool = False
) -> list[Text]:
    """What is weak is told to be so; with `notes` also what is known about each source."""
    if not citations:
        return []
    digits = max(len(str(citation.number)) for citation in citations)
    lines = [Text(say(mark("Sources")), "bold")]
    for citation in citations:
        number = Text(f"  {f'[{citation.number}]':>{digits + 2}} ", CITATION)
        indent = Text(" " * width_of(number.plain))
        lines.extend(hang(number, _named(citation, say), width))
        if notes and citation.note is not None:
            lines.extend(hang(indent, Text(plain(citation.note), "italic"), width))
        # An address broken over two lines could be neither clicked nor copied.
        lines.append(indent + Text(_address(citation), "underline"))
    if any(citation.grade == _WEAK for citation in citations):
        meaning = say(mark("A weak source is neither an official text nor a newspaper of record."))
        lines.extend(hang(Text("  "), Text(meaning), width))
    return lines


def _named(citation: Citation, say: Say) -> Text:
    named = say(
        mark("{publisher}: {title}, {day}; {place}."),
        publisher=plain(citation.publisher),
        title=plain(citation.title),
        day=plain(citation.published),
        place=plain(citation.locator),
    )
    if citation.grade != _WEAK:
        return Text(named)
    return Text.assemble(named, " ", (say(mark("(Weak source.)")), "yellow"))


def _address(citation: Citation) -> str:
    return plain(citation.url).strip().replace(" ", "%20")
