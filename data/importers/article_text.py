"""The text of a page, in paragraphs, without what stands around it.

It looks at each character a few times, however the tags are nested or broken off. `html.parser`
needs minutes for some hundred kilobytes of tags that never end.
"""

import html
import re
import unicodedata

_PARAGRAPHS = frozenset({
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hr", "html", "li", "main", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "tfoot", "thead", "tr", "ul",
})  # fmt: skip
"""Before and behind these another paragraph begins."""
_CELLS = frozenset({"td", "th"})
_WHOLE = ("script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp")
"""Up to their own end there are no tags in them."""
_UNREAD = frozenset({
    "nav", "aside", "svg", "math", "template", "noscript", "button", "select", "head"
})  # fmt: skip
"""What is no part of an article."""

# Possessive: a quote that is never closed ends the attempt.
_TAG = re.compile(r"""(/?)([a-zA-Z][^\s/>]*+)(?:"[^"]*"|'[^']*'|[^>"'])*+>""")
_CARELESS_TAG = re.compile(r"(/?)([a-zA-Z][^\s/>]*+)[^>]*+>")
_ENDS = {name: re.compile(f"</{name}[^<>]*>", re.IGNORECASE) for name in _WHOLE}
_ENDINGS = frozenset(".!?:\"'”’)")
_BROKEN = 50
"""Characters of a line that was broken in the middle of a sentence."""
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n")
# More digits than any character has, which `int` may refuse.
_ENDLESS = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{7,});?")
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)


def text_of(markup: str) -> str:
    """The paragraphs, with a blank line between two, and each on one line. Nothing in it is
    invisible or reverses the direction of writing. What holds no tag keeps its own paragraphs."""
    if "<" not in markup:
        blocks = _plain_blocks(markup.replace("\r\n", "\n"))
    else:
        reading = _Reading()
        reading.read(markup)
        blocks = reading.blocks
    lines = (legible(_decoded(each)) for each in blocks)
    return "\n\n".join(each for each in lines if each)


def _plain_blocks(text: str) -> list[str]:
    """Parted by blank lines; where there is none, each line is a paragraph that ends a sentence or
    is too short to have been broken."""
    blocks = _BLANK_LINES.split(text)
    if len(blocks) > 1:
        return blocks
    parted: list[str] = []
    goes_on = False
    for line in text.split("\n"):
        if goes_on:
            parted[-1] += f" {line}"
        else:
            parted.append(line)
        goes_on = len(line) >= _BROKEN and line.rstrip()[-1:] not in _ENDINGS
    return parted


def legible(text: str) -> str:
    """One line of nothing but what can be seen."""
    if not (text.isascii() and text.isprintable()):
        text = _BLANK.sub("", "".join(map(_seen, text)))
    return " ".join(text.split())


def _seen(character: str) -> str:
    match unicodedata.category(character):
        case "Cc" | "Zl" | "Zp":
            return " "
        case "Cf" | "Cs" | "Co" | "Cn":
            return ""
        case _:
            return character


def _decoded(text: str) -> str:
    return html.unescape(_ENDLESS.sub("\N{REPLACEMENT CHARACTER}", text))


class _Reading:
    def __init__(self) -> None:
        self._blocks: list[str] = []
        self._block: list[str] = []
        self._breaks = 0
        self._unread: str | None = None
        self._depth = 0

    @property
    def blocks(self) -> list[str]:
        self._end_block()
        return self._blocks

    def read(self, markup: str) -> None:
        at = 0
        while True:
            found = markup.find("<", at)
            self._take(markup[at:] if found < 0 else markup[at:found])
            if found < 0:
                return
            at = self._behind(markup, found)

    def _behind(self, markup: str, start: int) -> int:
        """Reads the one thing that begins at `start`, and says where the next one does."""
        if markup.startswith("<!--", start):
            end = markup.find("-->", start + 4)
            return len(markup) if end < 0 else end + 3
        until = markup.find("<", start + 1)
        until = len(markup) if until < 0 else until
        if markup[start + 1 : start + 2] in ("!", "?"):
            end = markup.find(">", start, until)
            return until if end < 0 else end + 1
        tag = _TAG.match(markup, start + 1, until) or _CARELESS_TAG.match(markup, start + 1, until)
        if tag is None:
            return self._loose(markup, start, until)
        name = tag[2].lower()
        if name in _ENDS and not tag[1]:
            end = _ENDS[name].search(markup, tag.end())
            return len(markup) if end is None else end.end()
        self._tag(name, is_end=bool(tag[1]))
        return tag.end()

    def _loose(self, markup: str, start: int, until: int) -> int:
        """A sign that begins no tag, as in 1 < 2; a tag that is broken off is left out."""
        if re.match(r"/?[a-zA-Z]", markup[start + 1 : start + 3]):
            return until
        self._take("<")
        return start + 1

    def _tag(self, name: str, *, is_end: bool) -> None:
        if self._unread is not None:
            if name == self._unread:
                self._depth += -1 if is_end else 1
                if not self._depth:
                    self._unread = None
        elif name in _UNREAD:
            self._end_block()
            if not is_end:
                self._unread, self._depth = name, 1
        elif name in _PARAGRAPHS:
            self._end_block()
        elif name == "br":
            self._break()
        elif name in _CELLS:
            self._take(" ")

    def _break(self) -> None:
        """One begins a line, two of them a paragraph."""
        self._breaks += 1
        if self._breaks > 1:
            self._end_block()
        else:
            self._block.append(" ")

    def _take(self, text: str) -> None:
        if text and self._unread is None:
            self._block.append(text)
            if not text.isspace():
                self._breaks = 0

    def _end_block(self) -> None:
        if self._block:
            self._blocks.append("".join(self._block))
            self._block = []
        self._breaks = 0
