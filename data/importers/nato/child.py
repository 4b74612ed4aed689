"""Lays the cells of a workbook out, as a process of its own.

The library that reads workbooks believes what they say of their size, and ends the process it runs
in where there is no such room. So that process is this one, with little room and little time. It is
started by its path and imports nothing of the project. A workbook comes in, and JSON goes out: the
sheets by their names, with all rows from the first one on. A day or a time is a list of its text.
"""

import io
import json
import sys

from python_calamine import CalamineWorkbook, SheetTypeEnum

MOST_BYTES = 1024 * 1024 * 1024
MOST_SECONDS = 20
"""Of the processor."""


def main() -> None:
    _limit()
    content = sys.stdin.buffer.read()
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
        sheets = {
            each.name: [
                [cell if isinstance(cell, str | int | float) else [str(cell)] for cell in row]
                for row in workbook.get_sheet_by_name(each.name).to_python(skip_empty_area=False)
            ]
            for each in workbook.sheets_metadata
            if each.typ is SheetTypeEnum.WorkSheet
        }
    sys.stdout.write(json.dumps(sheets))


def _limit() -> None:
    """Windows knows no such limits; whoever started the process ends it in time there, too."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
