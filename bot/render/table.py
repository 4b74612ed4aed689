"""A table in aligned columns, without lines around it."""

from rich.text import Text

from bot.render.cited import cited
from bot.render.lines import width_of, wrap
from bot.render.plain import plain
from commands.briefing import Figure, Sentence, Table

_GAP = 2
_NARROWEST = 6


def table(content: Table, width: int) -> list[Text]:
    """Columns of figures are set flush right. Where there is no room the widest column is wrapped;
    a table of very many columns may still be wider than `width`."""
    head = [Text(plain(column), "bold") for column in content.columns]
    rows = [[cited(cell) for cell in row] for row in content.rows]
    right = [_is_figures([row[at] for row in content.rows]) for at in range(len(head))]
    widths = _widths([head, *rows], width)
    return [line for row in [head, *rows] for line in _row(row, widths, right)]


def _is_figures(cells: list[Sentence]) -> bool:
    return bool(cells) and all(
        any(isinstance(part, Figure) for part in cell.parts[:1]) for cell in cells
    )


def _widths(rows: list[list[Text]], width: int) -> list[int]:
    widths = [max(width_of(cell.plain) for cell in column) for column in zip(*rows, strict=True)]
    while sum(widths) + _GAP * (len(widths) - 1) > width and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _row(cells: list[Text], widths: list[int], right: list[bool]) -> list[Text]:
    wrapped = [wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    lines: list[Text] = []
    for at in range(max(len(cell) for cell in wrapped)):
        pieces = [cell[at] if at < len(cell) else Text() for cell in wrapped]
        aligned = [
            _aligned(piece, width, right=flush)
            for piece, width, flush in zip(pieces, widths, right, strict=True)
        ]
        lines.append(Text(" " * _GAP).join(aligned))
    return lines


def _aligned(piece: Text, width: int, *, right: bool) -> Text:
    padding = Text(" " * max(width - width_of(piece.plain), 0))
    return padding + piece if right else piece + padding
