"""Help on the feeds that are watched."""

from bot.usage.layout import Sheet
from data.messages import mark

FEEDS = (
    (
        "add URL --by NAME",
        mark(
            "Has a feed of RSS or Atom watched. Its items are cited with --publisher NAME, or "
            "else with the feed's own title, and with --grade official, wire or other; without "
            "it, other."
        ),
    ),
    (
        "list",
        mark("Which feeds are watched, when each was read last, what failed, and the next look."),
    ),
    ("why ID", mark("The same of one feed, and who added it.")),
    (
        "check [ID]",
        mark(
            "Looks at a feed now, or at all of them, and shows what its new items seem to report. "
            "Nothing is written. With --queue it waits for review, and the items count as read."
        ),
    ),
    ("remove ID --by NAME", mark("Has it watched no more. ID may be its address, too.")),
)


def feeds(to: Sheet) -> str:
    return to.page(
        "article3 feed add | list | why | check | remove",
        to.prose(
            mark(
                "The bot looks at each feed once an hour, or as often as the feed and its server "
                "say, and never more often than every 15 minutes. What a new item seems to report "
                "waits for review; a story that is told twice waits once."
            )
        ),
        to.heading(mark("What can be done"), to.entries(FEEDS)),
        to.heading(
            mark("Failures"),
            to.prose(
                mark(
                    "After each failure a feed is left alone for longer, up to a day. One that its "
                    "server calls gone is not looked at any more. Feeds are read from public "
                    "addresses alone, over https or http."
                )
            ),
        ),
        to.heading(
            mark("Options"),
            to.rows(
                (
                    ("--by NAME", mark("Who adds or removes it.")),
                    ("--json", mark("Give the list, or one feed, as JSON.")),
                )
            ),
        ),
    )
