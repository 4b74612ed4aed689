"""Help on pictures."""

from bot.usage.layout import heading, page, prose, rows
from data.messages import mark

_OPTIONS = (
    ("-o, --output FILE", mark("Where the chart goes. The ending says what it is.")),
    ("--as-of DAY", mark("Draw what was known on that day.")),
    ("--lang LANGUAGE", mark("Write numbers and dates as in that language, such as fr.")),
    ("--force", mark("Write over a FILE that is there.")),
)
_ENDINGS = (
    (".png", mark("A picture.")),
    (".svg", mark("A picture that can be enlarged, and edited.")),
    (".json", mark("What it is drawn from, in Vega-Lite, with its data.")),
)


def charts() -> str:
    return page(
        "article3 chart QUESTION -o FILE [--as-of DAY] [--lang LANGUAGE] [--force]",
        prose(
            mark(
                "Draws the chart of an answer into FILE and says in words what it shows. QUESTION "
                "is as behind article3 ask: target, compare, ranking and path have charts."
            )
        ),
        heading(mark("For example"), "  article3 chart target Spain -o spain.png"),
        heading(mark("Options"), rows(_OPTIONS)),
        heading(mark("Endings of FILE"), rows(_ENDINGS)),
    )
