"""Help on proposals: reading an article, and deciding on what was found."""

from bot.usage.layout import Sheet
from data.messages import mark

PROPOSE = (
    (
        "article3 propose FILE --published DAY",
        mark(
            "Reads an article and shows what it seems to report: the words, what would change, and "
            "how sure the reader is. FILE is a text or a web page, at most 1 MB; - is standard "
            "input. Nothing is written."
        ),
    ),
    (
        "article3 propose FILE --published DAY --url ADDRESS --by NAME --queue",
        mark("The same, and what was found waits for review."),
    ),
)
REVIEW = (
    (
        "article3 review",
        mark(
            "What waits for review, a line each. In a terminal one after the other is shown, to be "
            "accepted, edited, rejected or skipped."
        ),
    ),
    ("article3 review show ID", mark("One proposal with everything that speaks for and against.")),
    (
        "article3 review accept ID --by NAME [--set FIELD=VALUE]",
        mark(
            "Records it, with changes where --set says so, which may be written more than once: "
            "claim, share, clause.by, source.url. Of several records the field begins with the "
            "number of one: 2.claim."
        ),
    ),
    (
        "article3 review reject ID --by NAME --because REASON",
        mark("Records nothing; the story is not brought up again for two weeks."),
    ),
    (
        "article3 review undo ID --by NAME --because REASON",
        mark(
            "Withdraws what was recorded when it was accepted; what was rejected waits again. The "
            "log keeps both decisions."
        ),
    ),
    ("article3 review log", mark("Who decided what, when and why; the newest first.")),
)
OPTIONS = (
    ("--published DAY", mark("The day the article came out, such as 2025-06-05.")),
    ("--title TITLE", mark("Its title; without it, its first line.")),
    ("--publisher NAME", mark("Who published it; without it, the host of its address.")),
    ("--url ADDRESS", mark("Where it can be read.")),
    ("--grade GRADE", mark("official, wire or other; without it, other.")),
    ("--by NAME", mark("Who does this. It stays in the log.")),
    ("--because REASON", mark("Why it is rejected or undone. It stays in the log.")),
    ("--queue", mark("Have the proposals wait for review.")),
    (
        "--model",
        mark(
            "Ask the language model of MODEL_URL for further proposals, too. What does not rest on "
            "exact words of the text is dropped."
        ),
    ),
    ("--json", mark("Give what is shown as JSON.")),
)


def reviewing(to: Sheet) -> str:
    return to.page(
        "article3 propose FILE --published DAY [--queue] [--model]\n"
        "article3 review [show | accept | reject | undo | log]",
        to.prose(
            mark(
                "Nothing that an article reports is a fact before a person says so. What the "
                "reader finds are proposals, which wait until somebody accepts or rejects them."
            )
        ),
        to.heading(mark("Reading an article"), to.entries(PROPOSE)),
        to.heading(mark("Deciding on proposals"), to.entries(REVIEW)),
        to.heading(mark("Options"), to.rows(OPTIONS)),
    )
