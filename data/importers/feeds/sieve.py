"""Lets through of a feed what is read of it, as well-formed UTF-8, and refuses what feeds have no
need of: entities of their own, endless nesting, endless lists.

feedparser takes the square of the length for some elements, such as an author's address, and goes
on with a lenient parser where the XML is not sound. It gets neither.
"""

import codecs
import re
from collections.abc import Callable
from typing import Any
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from data.importers.feeds.model import FeedError
from data.messages import mark

NOT_XML = mark("The feed is not sound XML: {problem} in line {line}.")
NOT_A_FEED = mark(
    "What is there is neither RSS nor Atom. Write the address of the feed itself, rather than of "
    "its site."
)
HAS_DOCTYPE = mark(
    "The feed has a DOCTYPE, which may define entities that grow without end. Such feeds are not "
    "read."
)
TOO_DEEP = mark("The feed is nested more than {most} elements deep.")
TOO_MANY = mark("The feed has more than {most} elements.")
NO_ENCODING = mark("The feed is written in '{encoding}', which is not known, or not as it says.")

MOST_DEEP = 64
MOST_ELEMENTS = 50_000
MOST_MARKUP = 100_000
"""Characters of a text with its tags. What is behind them is left out."""
_MOST_SHORT = 2_000

_ROOTS = frozenset({"rss", "rdf", "feed"})
_FRAMES = _ROOTS | {"channel", "item", "entry"}
_TEXTS = frozenset({"title", "description", "summary", "content", "encoded"})
_SHORT = frozenset(
    {"link", "guid", "id", "pubdate", "date", "published", "updated", "modified", "issued", "ttl"}
)
_ATTRIBUTES = frozenset({"type", "mode", "href", "rel", "ispermalink", "version"})

_SEPARATOR = " "
_DECLARATION = re.compile(r"<\?xml[^>]{0,200}\?>")
_DECLARED = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NO_TEXT = frozenset({"base64", "bz2", "hex", "quopri", "rot13", "uu", "zlib", "punycode", "idna"})


def sieve(data: bytes, charset: str | None) -> bytes:
    """`charset` is what its server calls its encoding. Raises FeedError."""
    text = _decoded(data, charset).lstrip()
    if declared := _DECLARATION.match(text):
        text = text[declared.end() :]
    sieving = _Sieving()
    try:
        # As a whole: in pieces, an element as long as the feed is looked at again and again.
        sieving.parser.Parse(text.encode(), True)  # noqa: FBT003
    except expat.ExpatError as error:
        problem = expat.ErrorString(error.code)
        raise FeedError(NOT_XML.format(problem=problem, line=error.lineno)) from error
    return "".join(sieving.kept).encode()


def _decoded(data: bytes, charset: str | None) -> str:
    """A mark of byte order wins over the server, and the server over the feed itself (RFC 7303)."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _decoded_as(data[len(bom) :], name)
    declared = _DECLARED.match(data[:300].lstrip())
    return _decoded_as(data, charset or (declared[1].decode() if declared else "utf-8"))


def _decoded_as(data: bytes, encoding: str) -> str:
    refused = FeedError(NO_ENCODING.format(encoding=encoding))
    try:
        found = codecs.lookup(encoding)
        if found.name in _NO_TEXT or "escape" in found.name:
            raise refused
        # Half a character is shown as one that is missing; a NUL would be refused anyway.
        return data.decode(found.name, "replace")
    except (LookupError, ValueError) as error:
        raise refused from error


class _Sieving:
    def __init__(self) -> None:
        self.kept: list[str] = []
        self.parser = expat.ParserCreate("utf-8", _SEPARATOR)
        self.parser.namespace_prefixes = True
        self.parser.buffer_text = True
        handlers: dict[str, Callable[..., Any]] = {
            "StartDoctypeDeclHandler": self._doctype,
            "StartNamespaceDeclHandler": self._namespace,
            "StartElementHandler": self._start,
            "EndElementHandler": self._end,
            "CharacterDataHandler": self._text,
        }
        for name, handler in handlers.items():
            setattr(self.parser, name, handler)
        self._elements = 0
        self._depth = 0
        self._namespaces: list[str] = []
        # Depth of the element that is left out, or whose text is kept, with all within.
        self._out: int | None = None
        self._within: int | None = None
        self._room = 0

    def _doctype(self, name: str, *_: object) -> None:
        raise FeedError(NOT_A_FEED if name.lower() == "html" else HAS_DOCTYPE)

    def _namespace(self, prefix: str | None, uri: str | None) -> None:
        name = f"xmlns:{prefix}" if prefix else "xmlns"
        self._namespaces.append(f" {name}={quoteattr((uri or '')[:_MOST_SHORT])}")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count()
        namespaces, self._namespaces = "".join(self._namespaces), []
        if self._out is not None:
            return
        local = _local(name)
        if self._within is None and not self._is_wanted(local):
            self._out = self._depth
            return
        given = "".join(
            f" {_local(key, as_written=True)}={quoteattr(value[:_MOST_SHORT])}"
            for key, value in attributes.items()
            if _SEPARATOR not in key and key.lower() in _ATTRIBUTES
        )
        self.kept.append(f"<{_written(name)}{namespaces}{given}>")

    def _count(self) -> None:
        self._elements += 1
        self._depth += 1
        if self._elements > MOST_ELEMENTS:
            raise FeedError(TOO_MANY.format(most=MOST_ELEMENTS))
        if self._depth > MOST_DEEP:
            raise FeedError(TOO_DEEP.format(most=MOST_DEEP))

    def _is_wanted(self, local: str) -> bool:
        if self._depth == 1 and local not in _ROOTS:
            raise FeedError(NOT_A_FEED)
        if local in _TEXTS or local in _SHORT:
            self._within = self._depth
            self._room = MOST_MARKUP if local in _TEXTS else _MOST_SHORT
            return True
        return local in _FRAMES

    def _text(self, text: str) -> None:
        if self._within is not None and self._out is None and self._room > 0:
            self.kept.append(escape(text[: self._room]))
            self._room -= len(text)

    def _end(self, name: str) -> None:
        if self._out is None:
            self.kept.append(f"</{_written(name)}>")
        if self._out == self._depth:
            self._out = None
        if self._within == self._depth:
            self._within = None
        self._depth -= 1


def _local(name: str, *, as_written: bool = False) -> str:
    """`name` is a namespace, a local name and a prefix; what is in no namespace has neither."""
    parts = name.split(_SEPARATOR)
    local = parts[0] if len(parts) == 1 else parts[1]
    return local if as_written else local.lower()


def _written(name: str) -> str:
    parts = name.split(_SEPARATOR)
    return f"{parts[2]}:{parts[1]}" if len(parts) == 3 else _local(name, as_written=True)
