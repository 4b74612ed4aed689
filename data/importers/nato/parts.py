"""The XML of a workbook: read without entities, and what it says of its sheets and texts."""

from collections.abc import Iterator
from xml.parsers import expat

from data.importers.nato.faults import WorkbookError
from data.importers.nato.package import Parts
from data.messages import mark

DOCTYPE = mark("The file declares XML entities in '{part}', as no workbook does; it is not opened.")
NO_XML = mark("The file is damaged: '{part}' is no XML ({problem}). Fetch it again.")

_WORKBOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_TEXTS = "xl/sharedStrings.xml"


def parse(part: str, content: bytes, parser: expat.XMLParserType) -> None:
    """Raises WorkbookError for XML that is none, or that declares entities: a few of them can
    stand for more text than there is room."""

    def refuse(*_: object) -> None:
        raise WorkbookError.of(DOCTYPE.format(part=part[:80]))

    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(content, True)  # noqa: FBT003 - it takes no names
    except (expat.ExpatError, LookupError, ValueError) as error:
        # The last two for encodings that nobody knows, or that are not read.
        raise WorkbookError.of(NO_XML.format(part=part[:80], problem=error)) from error


def sheets_in(parts: Parts) -> Iterator[tuple[str, str]]:
    """The names of the sheets, each with the name of its part."""
    targets = {
        each.get("Id", ""): _part_of(each.get("Target", ""))
        for each in _elements(parts, _RELATIONS, "Relationship")
    }
    for each in _elements(parts, _WORKBOOK, "sheet"):
        known_as = next((each[name] for name in each if name.rpartition(":")[2] == "id"), "")
        yield each.get("name", ""), targets.get(known_as, "")


def _part_of(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _elements(parts: Parts, part: str, wanted: str) -> list[dict[str, str]]:
    """The attributes of all elements of that name."""
    found: list[dict[str, str]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == wanted:
            found.append(attributes)

    if part in parts:
        parser = expat.ParserCreate()
        parser.StartElementHandler = start
        parse(part, parts[part], parser)
    return found


def longest_text(parts: Parts) -> int:
    """Letters of the longest of the texts that sheets share."""
    longest = length = 0

    def start(name: str, _: dict[str, str]) -> None:
        nonlocal length
        if name.rpartition(":")[2] == "si":
            length = 0

    def text(said: str) -> None:
        nonlocal length, longest
        length += len(said)
        longest = max(longest, length)

    if _TEXTS in parts:
        parser = expat.ParserCreate()
        parser.StartElementHandler = start
        parser.CharacterDataHandler = text
        parse(_TEXTS, parts[_TEXTS], parser)
    return longest
