"""Help on the calendar file."""

from bot.usage.layout import Sheet
from data.messages import mark

_OPTIONS = (
    ("-o, --output FILE", mark("Where the calendar goes. The name ends with .ics.")),
    ("--as-of DAY", mark("Write what was known on that day to be ahead.")),
    ("--force", mark("Write over a FILE that is there.")),
)


def calendars(to: Sheet) -> str:
    return to.page(
        "article3 calendar -o FILE.ics [--as-of DAY] [--force]",
        to.prose(
            mark(
                "Writes the meetings ahead, and the last days by which shares are to be reached, "
                "into FILE, for the calendars of Google, Apple, Outlook and others. What has no "
                "day yet is left out; article3 ask calendar tells it too. Read into a calendar "
                "again, a newer file takes the place of an older one."
            )
        ),
        to.heading(mark("For example"), "  article3 calendar -o nato.ics"),
        to.heading(mark("Options"), to.rows(_OPTIONS)),
    )
