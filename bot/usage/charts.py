"""Help on pictures."""

from bot.usage.layout import Sheet
from data.messages import mark

_OPTIONS = (
    ("-o, --output FILE", mark("Where the chart goes. The ending says what it is.")),
    ("--as-of DAY", mark("Draw what was known on that day.")),
    ("--lang LANGUAGE", mark("Write in that language, such as fr or de-CH.")),
    ("--force", mark("Write over a FILE that is there.")),
)
_ENDINGS = (
    (".png", mark("A picture.")),
    (".svg", mark("A picture that can be enlarged, and edited.")),
    (".json", mark("What it is drawn from, in Vega-Lite, with its data.")),
)


def charts(to: Sheet) -> str:
    return to.page(
        "article3 chart QUESTION -o FILE [--as-of DAY] [--lang LANGUAGE] [--force]",
        to.prose(
            mark(
                "Draws the chart of an answer into FILE and says in words what it shows. QUESTION "
                "is as behind article3 ask: target, compare, ranking and path have charts."
            )
        ),
        to.heading(mark("For example"), "  article3 chart target Spain -o spain.png"),
        to.heading(mark("Options"), to.rows(_OPTIONS)),
        to.heading(mark("Endings of FILE"), to.rows(_ENDINGS)),
    )
