"""The pages of help, written from the tables that the program itself runs on."""

from bot.usage.calendars import calendars
from bot.usage.charts import charts
from bot.usage.facts import database, facts, transfer
from bot.usage.feeds import feeds
from bot.usage.layout import Sheet
from bot.usage.questions import EXIT_CODES, asking, at_prompt, overview
from bot.usage.reviewing import reviewing
from bot.usage.serving import digests, serving

__all__ = [
    "EXIT_CODES",
    "Sheet",
    "asking",
    "at_prompt",
    "calendars",
    "charts",
    "database",
    "digests",
    "facts",
    "feeds",
    "overview",
    "reviewing",
    "serving",
    "transfer",
]
