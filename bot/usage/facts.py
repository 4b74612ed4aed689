"""Help on the database and what is in it."""

from bot.usage.layout import Sheet
from data.facts.kinds import KINDS
from data.messages import mark

DATABASE = (
    (
        "article3 db prepare",
        mark(
            "Creates the database or brings it up to date, loads the facts that come with this "
            "release, and says what it did. Doing it twice does no harm."
        ),
    ),
    (
        "article3 db sync",
        mark(
            "The same, and shows what it changed: + new, ~ corrected, - withdrawn. With --dry-run "
            "it shows what it would change, and writes nothing. With --all it shows everything, "
            "rather than the first ten of each kind."
        ),
    ),
    (
        "article3 db backup FILE",
        mark("Writes the whole database into FILE, and checks it. With --force over a file there."),
    ),
    (
        "article3 db restore FILE",
        mark(
            "Makes the database what FILE holds, and brings it up to date. FILE is checked before "
            "anything is changed. With --force in place of what the database holds now."
        ),
    ),
)

TRANSFER = (
    ("--as-of DAY", mark("Export what was known on that day; without it, what is known today.")),
    ("--history", mark("Export every state of everything that was recorded, with who and why.")),
    (
        "--format jsonl|csv",
        mark("One JSON object a line, or a table. Without it, the name of FILE decides."),
    ),
    ("--force", mark("Write over a FILE that is there.")),
)

WORKBOOK = (
    ("--by NAME", mark("Who brings this in. It stays in the log.")),
    ("--url ADDRESS", mark("Where NATO publishes the workbook. Needed once something is written.")),
    (
        "--published DAY",
        mark("When it was published. Without it, the name of FILE may say: 240617-def-exp-…"),
    ),
    ("--cut-off DAY", mark("When its figures were closed, where the workbook does not say.")),
    ("--title TITLE", mark("What the edition is called, where the workbook does not say.")),
    ("--correct", mark("Correct figures that are held of this edition and differ.")),
    ("--all", mark("Show every difference, rather than the first ten of each list.")),
    ("--dry-run", mark("Show everything, and write nothing.")),
    ("--yes", mark("Write it without asking. Needed where nobody can be asked.")),
)

FACTS = (
    (
        "record FILE --by NAME",
        mark("Writes what FILE holds and the database does not: all of it, or nothing."),
    ),
    (
        "correct FILE --by NAME --because REASON",
        mark(
            "Writes other states of records that are there. They count from --known-on DAY, or "
            "else from the day FILE says they became known on; the days before keep their answer. "
            "With --mend the record was never what its source says: no day shows it any more. "
            "Sources, members and editions are always mended."
        ),
    ),
    (
        "retract KIND ID --by NAME --because REASON",
        mark(
            "Withdraws a record for all days, as one that ought never to have been there; with "
            "--known-on DAY from that day on."
        ),
    ),
    (
        "history KIND ID",
        mark("Every state of a record: who wrote it, when and why, and what it changed."),
    ),
    (
        "history figure EDITION MEMBER INDICATOR YEAR",
        mark("The same for a figure, such as 2026-07-10 Spain share_of_gdp 2025."),
    ),
    (
        "changes --since DAY [--until DAY]",
        mark(
            "What is known on the second day, or today, and was not the day before the first: + "
            "newly known, ~ changed, - withdrawn, with sources and their grades. With --recorded "
            "what was written from the first day to the second, and by whom."
        ),
    ),
)


def database(to: Sheet) -> str:
    return to.page(
        "article3 db prepare | sync | backup | restore",
        to.prose(
            mark(
                "Looks after the database. DATABASE_URL says which one; without it, it is a file "
                "in your data folder."
            )
        ),
        to.heading(mark("What can be done"), to.rows(DATABASE)),
        to.heading(
            mark("Backups"),
            to.prose(
                mark(
                    "They can be made and restored while the bot runs, which then answers from "
                    "what was restored. A backup of SQLite is one file. Of PostgreSQL it is one in "
                    "pg_dump's custom format; pg_dump and pg_restore must be installed. Facts move "
                    "from one kind of database to the other with export and import."
                )
            ),
        ),
    )


def transfer(to: Sheet) -> str:
    return to.page(
        "article3 export [FILE] [--as-of DAY | --history] [--format jsonl|csv] [--force]\n"
        "article3 import FILE\n"
        "article3 import nato FILE --by NAME --url ADDRESS [--published DAY]",
        to.prose(
            mark(
                "Takes facts out of a database and into another one, of whatever kind it is. "
                "Without FILE, an export goes to standard output; a FILE of - is standard input. "
                "An import needs a database that holds nothing, and takes all of FILE or nothing."
            )
        ),
        to.heading(mark("Options"), to.rows(TRANSFER)),
        to.heading(
            mark("NATO's workbooks"),
            to.prose(
                mark(
                    "import nato takes an edition of NATO's figures out of the .xlsx file that "
                    "NATO publishes, whatever its layout, into the database that is there. It "
                    "shows what the workbook holds, what is left out, what does not agree in it "
                    "and what differs from the edition before; then it asks. Where it does not "
                    "know the layout it says in which cell, and writes nothing. Of an edition that "
                    "is held it adds what is missing."
                )
            ),
        ),
        to.heading(mark("Options of import nato"), to.rows(WORKBOOK)),
    )


def facts(to: Sheet) -> str:
    return to.page(
        "article3 facts record | correct | retract | history | changes",
        to.prose(
            mark(
                "What people record is kept with who wrote it and when, and nothing is ever "
                "overwritten: what is corrected or withdrawn stays in the log."
            )
        ),
        to.heading(mark("What can be done"), to.entries(FACTS)),
        to.heading(
            mark("FILE"),
            to.prose(
                mark(
                    "TOML as in data/catalogue: a [[source]] for each publication, then records "
                    "such as [[stance]] that cite it. Whatever is wrong with it is told with its "
                    "line, and then nothing is written."
                )
            ),
        ),
        to.heading(mark("KIND"), to.prose(mark("One of: {kinds}.").format(kinds=", ".join(KINDS)))),
        to.heading(
            mark("Options"),
            to.rows(
                (
                    ("--by NAME", mark("Who writes this. It stays in the log.")),
                    ("--because REASON", mark("Why something changes. It stays in the log.")),
                    (
                        "--known-on DAY",
                        mark(
                            "When a correction or withdrawal became known: 2026-11-10 or 2026-11."
                        ),
                    ),
                    ("--json", mark("Give the history or the changes as JSON.")),
                )
            ),
        ),
    )
