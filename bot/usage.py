"""The pages of help, written from the tables that the program itself runs on."""

import textwrap
from collections.abc import Iterable

from bot.permissions import BOT, PERMISSIONS
from bot.permissions import COMMANDS as SLASH
from bot.settings import (
    ARTICLE3_LOG,
    DIGEST_PER_SECOND,
    DISCORD_API_URL,
    DISCORD_TOKEN,
    METRICS_PORT,
    SETTINGS,
    Setting,
)
from bot.terminal.lines import OWN_WORDS
from commands.registry import COMMANDS, Command, Parameter
from data.facts.kinds import KINDS
from data.messages import mark

_WIDTH = 80
_DAY = "2025-06-05"

EXIT_CODES = (
    ("0", mark("Answered.")),
    ("1", mark("We failed: one sentence says why, and what to try.")),
    ("2", mark("The question was wrong: one sentence says what would have worked.")),
    ("130", mark("You ended it with Ctrl-C.")),
)

OPTIONS = (
    (
        "--as-of DAY",
        mark("Answer with what was known on that day: 2025-06-05, or 2025-06 or 2025 for its end."),
    ),
    ("--why", mark("Show how each figure was worked out, step by step.")),
    ("--json", mark("Give the answer as JSON, for other programs.")),
    ("--no-color", mark("No colours and no bold letters.")),
    ("-h, --help", mark("Show this page.")),
)

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

DIGEST = (
    (
        "list [--all]",
        mark("Each digest, when the next one comes, and what became of the last one and why."),
    ),
    (
        "why ID [DAY]",
        mark("Step by step why the digest of a day was sent or not; today's without DAY."),
    ),
    ("status", mark("The next run, what waits, and what was sent, left out or failed today.")),
    (
        "subscribe --server N --channel N --owner N --time TIME --zone ZONE",
        mark(
            "Has the digest sent to a channel. N are ids as Discord copies them; the owner is told "
            "of trouble. Nobody looks whether the bot may write there before it does."
        ),
    ),
    ("edit ID --by NAME", mark("Changes what the options say, and nothing else.")),
    ("pause ID --by NAME [--because REASON]", mark("Lets it rest until it is resumed.")),
    ("resume ID --by NAME", mark("Lets it come again. What came due meanwhile is not sent.")),
    ("unsubscribe ID --by NAME", mark("Ends it for good.")),
    (
        "now ID [--again]",
        mark("Makes today's due now, for a running bot; with --again once more."),
    ),
)

DIGEST_OPTIONS = (
    ("--time TIME", mark("By the clock of its zone: 8:30, 19:05 or 7 pm.")),
    ("--zone ZONE", mark("A city such as Paris, or a zone such as Europe/Paris.")),
    ("--days DAYS", mark("Such as weekdays or Monday to Thursday; every day without it.")),
    ("--language LANGUAGE", mark("The language it is written in: en.")),
    ("--parts PARTS", mark("Some of ahead,stances,focus; all without it. News is always told.")),
    (
        "--quiet POLICY",
        mark("On a day without news: send it, shorten it (so without it), or skip it."),
    ),
    ("--late HOURS", mark("How late it may come after a downtime, 0 to 24; 6 without it.")),
    ("--publish yes|no", mark("For those who follow the channel, if it is for announcements.")),
    ("--json", mark("Give the list, the steps or the status as JSON.")),
)

SERVING = (
    (
        "article3 serve",
        mark(
            "Answers on Discord until it is stopped. It publishes the commands where they have "
            "changed since it did last."
        ),
    ),
    (
        "article3 doctor",
        mark(
            "Says what is set, what is missing and what works, and asks Discord as well. It "
            "changes nothing; the exit code is 0 where Discord could be served."
        ),
    ),
    (
        "article3 invite [--application ID]",
        mark(
            "Prints the links that bring the bot to a server or to your own account. Whose bot it "
            "is, DISCORD_TOKEN tells, or the application ID."
        ),
    ),
    (
        "article3 sync",
        mark(
            "Shows how the commands that Discord has differ from those of this release (+ new, ~ "
            "changed, - gone), and publishes them. With --dry-run it publishes nothing."
        ),
    ),
)


def overview() -> str:
    first = next(iter(COMMANDS.values()))
    return _page(
        _prose(
            mark(
                "article3 answers questions about NATO defence spending: what members have agreed "
                "to, where they stand, what they say themselves, and who meets when. Each figure "
                "in an answer names its source or shows how it was worked out, and each question "
                "can be asked as of an earlier day."
            )
        ),
        _heading(mark("Questions"), _examples()),
        _heading(
            mark("Ways to ask"),
            _rows(
                (
                    (_typed(first, f"--as-of {_DAY}"), mark("What was known on that day.")),
                    (_typed(first, "--why"), mark("How the figures were worked out.")),
                    (_typed(first, "--json"), mark("For other programs.")),
                    ("article3 ask --help", mark("All about questions.")),
                )
            ),
        ),
        _heading(
            mark("On Discord"),
            _rows(
                (
                    ("article3 serve", mark("Is the bot, until it is stopped.")),
                    ("article3 doctor", mark("What is set, what is missing, what works.")),
                    ("article3 invite", mark("The links that bring the bot to a server.")),
                    ("article3 sync --help", mark("Publishing its commands, and all the rest.")),
                )
            ),
        ),
        _heading(
            mark("A prompt, and the rest"),
            _rows(
                (
                    (
                        "article3",
                        mark(
                            "Opens a prompt where questions are typed as in Discord. Where there "
                            "is no terminal, it answers three of them and ends. With DISCORD_TOKEN "
                            "set, it serves Discord."
                        ),
                    ),
                    (
                        "article3 db prepare",
                        mark("Sets up the database. Asking does that as well, when it has to."),
                    ),
                    (
                        "article3 db --help",
                        mark("Backing the database up, restoring it, and what a release changes."),
                    ),
                    (
                        "article3 facts --help",
                        mark("Recording facts, correcting them, and the log of who did."),
                    ),
                    (
                        "article3 digest --help",
                        mark("The daily digests: who gets one, and why one came or not."),
                    ),
                    (
                        "article3 export --help",
                        mark("Facts as a file, which article3 import takes into another database."),
                    ),
                    ("article3 --version", mark("Shows the version.")),
                )
            ),
        ),
        _heading(mark("Settings, from the environment or a file .env here"), _settings(SETTINGS)),
        _heading(mark("Exit codes"), _rows(EXIT_CODES)),
    )


def asking() -> str:
    return _page(
        "article3 ask QUESTION [WORDS] [--as-of DAY] [--why] [--json] [--no-color]",
        _prose(
            mark(
                "Answers one question and ends. Names of several words need no quotes. Options may "
                "stand anywhere, and may be written as in Discord: as_of:{day}."
            ).format(day=_DAY)
        ),
        _heading(mark("Questions"), _questions()),
        _heading(mark("Options"), _rows(OPTIONS)),
        _heading(
            mark("With --json"),
            _prose(
                mark(
                    "The answer is one JSON object in UTF-8. Where there is no answer, it is "
                    '{"error": {"message", "template", "values"}}, beside the sentence on standard '
                    "error; the exit code says whose fault it was."
                )
            ),
        ),
        _heading(mark("Exit codes"), _rows(EXIT_CODES)),
    )


def database() -> str:
    return _page(
        "article3 db prepare | sync | backup | restore",
        _prose(
            mark(
                "Looks after the database. DATABASE_URL says which one; without it, it is a file "
                "in your data folder."
            )
        ),
        _heading(mark("What can be done"), _rows(DATABASE)),
        _heading(
            mark("Backups"),
            _prose(
                mark(
                    "They can be made and restored while the bot runs, which then answers from "
                    "what was restored. A backup of SQLite is one file. Of PostgreSQL it is one in "
                    "pg_dump's custom format; pg_dump and pg_restore must be installed. Facts move "
                    "from one kind of database to the other with export and import."
                )
            ),
        ),
    )


def transfer() -> str:
    return _page(
        "article3 export [FILE] [--as-of DAY | --history] [--format jsonl|csv] [--force]\n"
        "article3 import FILE",
        _prose(
            mark(
                "Takes facts out of a database and into another one, of whatever kind it is. "
                "Without FILE, an export goes to standard output; a FILE of - is standard input. "
                "An import needs a database that holds nothing, and takes all of FILE or nothing."
            )
        ),
        _heading(mark("Options"), _rows(TRANSFER)),
    )


def facts() -> str:
    return _page(
        "article3 facts record | correct | retract | history | changes",
        _prose(
            mark(
                "What people record is kept with who wrote it and when, and nothing is ever "
                "overwritten: what is corrected or withdrawn stays in the log."
            )
        ),
        _heading(mark("What can be done"), _entries(FACTS)),
        _heading(
            mark("FILE"),
            _prose(
                mark(
                    "TOML as in data/catalogue: a [[source]] for each publication, then records "
                    "such as [[stance]] that cite it. Whatever is wrong with it is told with its "
                    "line, and then nothing is written."
                )
            ),
        ),
        _heading(mark("KIND"), _prose(mark("One of: {kinds}.").format(kinds=", ".join(KINDS)))),
        _heading(
            mark("Options"),
            _rows(
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


def digests() -> str:
    return _page(
        "article3 digest list | why | status | subscribe | edit | pause | resume | unsubscribe | "
        "now",
        _prose(
            mark(
                "Who gets the daily digest in Discord, when the next one comes, and why one came "
                "or not. It is the bot that sends them; what is written here it sees within "
                "seconds. Today's digest itself is shown by article3 ask digest."
            )
        ),
        _heading(mark("What can be done"), _entries(DIGEST)),
        _heading(mark("Options"), _rows(DIGEST_OPTIONS)),
    )


SERVED_WITH = (DISCORD_TOKEN, DISCORD_API_URL, DIGEST_PER_SECOND, METRICS_PORT, ARTICLE3_LOG)


def serving() -> str:
    needed = [(each.name, each.why) for each in (SLASH, BOT, *PERMISSIONS)]
    return _page(
        "article3 serve | doctor | invite | sync",
        _prose(
            mark(
                "Article 3 as a Discord bot. It needs the token of an application of your own, and "
                "no privileged intents: it reads no messages but those it is asked about."
            )
        ),
        _heading(mark("What can be done"), _entries(SERVING)),
        _heading(
            mark("What the links ask for"),
            _rows(needed),
        ),
        _heading(mark("Settings"), _settings(SERVED_WITH)),
    )


def at_prompt() -> str:
    """What can be typed at the desk's prompt."""
    asked = [
        (f"/{command.name} {command.example}".strip(), f"{command.summary}.")
        for command in COMMANDS.values()
    ]
    first = asked[0][0]
    asked.append((f"{first} as_of:{_DAY}", mark("What was known on that day, or in 2025-06.")))
    own = [(f"/{word}", f"{what}.") for word, what in OWN_WORDS.items()]
    return _rows([*asked, *own])


def _typed(command: Command, *more: str) -> str:
    words = ("article3 ask", command.name, command.example, *more)
    return " ".join(word for word in words if word)


def _examples() -> str:
    return _rows((_typed(command), f"{command.summary}.") for command in COMMANDS.values())


def _questions() -> str:
    rows: list[tuple[str, str]] = []
    for command in COMMANDS.values():
        words = [command.name, *(_placeholder(each) for each in command.parameters)]
        what = "; ".join(f"{each.name.upper()} is {each.what}" for each in command.parameters)
        rows.append((" ".join(words), f"{command.summary}. {what}{'.' if what else ''}".strip()))
    return _rows(rows)


def _placeholder(parameter: Parameter) -> str:
    name = parameter.name.upper()
    return name if parameter.required else f"[{name}]"


def _settings(settings: Iterable[Setting]) -> str:
    return _rows(
        (
            setting.name,
            " ".join(
                [
                    setting.what,
                    mark("Without it: {default}.").format(default=setting.default),
                    *([mark("It is never shown.")] if setting.secret else []),
                ]
            ),
        )
        for setting in settings
    )


def _page(*blocks: str) -> str:
    return "\n\n".join(blocks) + "\n"


def _heading(title: str, block: str) -> str:
    return f"{title}\n{block if block.startswith(' ') else textwrap.indent(block, '  ')}"


def _prose(text: str) -> str:
    return _fill(text, _WIDTH - 2)


def _entries(rows: Iterable[tuple[str, str]]) -> str:
    """What is typed, and below it what it does: for what is too long to stand beside it."""
    return "\n".join(
        f"  {typed}\n{textwrap.indent(_fill(what, _WIDTH - 6), ' ' * 6)}" for typed, what in rows
    )


def _fill(text: str, width: int) -> str:
    return textwrap.fill(text, width, break_on_hyphens=False)


def _rows(rows: Iterable[tuple[str, str]]) -> str:
    """What is typed on the left, what it does on the right."""
    listed = list(rows)
    left = max(len(typed) for typed, _ in listed) + 4
    lines: list[str] = []
    for typed, what in listed:
        lines.extend(
            textwrap.wrap(
                what,
                _WIDTH,
                initial_indent=f"  {typed}".ljust(left),
                subsequent_indent=" " * left,
                break_on_hyphens=False,
            )
        )
    return "\n".join(lines)
