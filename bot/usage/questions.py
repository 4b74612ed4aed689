"""Help on asking, and the first page of all."""

from bot.settings import SETTINGS
from bot.terminal.lines import OWN_WORDS
from bot.usage.layout import Sheet
from commands.registry import COMMANDS, Command, Parameter
from data.messages import mark

DAY = "2025-06-05"
ERROR_SHAPE = '{"error": {"message", "template", "values"}}'

EXIT_CODES = (
    ("0", mark("Answered.")),
    ("1", mark("We failed: one sentence says why, and what to try.")),
    ("2", mark("The question was wrong: one sentence says what would have worked.")),
    ("130", mark("You ended it with Ctrl-C.")),
)

FREE = (
    (
        "how far is Italy from 3.5?",
        mark(
            "Is taken for one of these questions, which is shown; in English, French, Spanish, "
            "German, Italian, Dutch, Polish or Turkish."
        ),
    ),
)
OPTIONS = (
    (
        "--as-of DAY",
        mark("Answer with what was known on that day: 2025-06-05, or 2025-06 or 2025 for its end."),
    ),
    ("--why", mark("Show how each figure was worked out, step by step.")),
    ("--json", mark("Give the answer as JSON, for other programs.")),
    ("--no-color", mark("No colours and no bold letters.")),
    (
        "--lang LANGUAGE",
        mark(
            "Answer in that language, such as fr or de-CH; without it, in the one that LANG says."
        ),
    ),
    ("-h, --help", mark("Show this page.")),
)
_IN_WORDS = mark("who opposes?")


def overview(to: Sheet) -> str:
    first = next(iter(COMMANDS.values()))
    return to.page(
        to.prose(
            mark(
                "article3 answers questions about NATO defence spending: what members have agreed "
                "to, where they stand, what they say themselves, and who meets when. Each figure "
                "in an answer names its source or shows how it was worked out, and each question "
                "can be asked as of an earlier day."
            )
        ),
        to.heading(mark("Questions"), _examples(to)),
        to.heading(
            mark("Ways to ask"),
            to.rows(
                (
                    (_typed(to, first, f"--as-of {DAY}"), mark("What was known on that day.")),
                    (_typed(to, first, "--why"), mark("How the figures were worked out.")),
                    (_typed(to, first, "--json"), mark("For other programs.")),
                    (
                        _typed(to, first, "--lang fr"),
                        mark("In another language than the one that LANG says."),
                    ),
                    (f"article3 ask {to.voice.word(_IN_WORDS)}", mark("In your own words.")),
                    ("article3 ask --help", mark("All about questions.")),
                )
            ),
        ),
        to.heading(
            mark("On Discord"),
            to.rows(
                (
                    ("article3 serve", mark("Is the bot, until it is stopped.")),
                    ("article3 doctor", mark("What is set, what is missing, what works.")),
                    ("article3 invite", mark("The links that bring the bot to a server.")),
                    ("article3 sync --help", mark("Publishing its commands, and all the rest.")),
                )
            ),
        ),
        to.heading(
            mark("A prompt, and the rest"),
            to.rows(
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
                        "article3 propose --help",
                        mark("Reading an article for facts that it seems to report."),
                    ),
                    (
                        "article3 review --help",
                        mark("Deciding on what was found: nothing else makes a fact of it."),
                    ),
                    (
                        "article3 feed --help",
                        mark("Feeds whose new items are read for such facts."),
                    ),
                    (
                        "article3 digest --help",
                        mark("The daily digests: who gets one, and why one came or not."),
                    ),
                    (
                        "article3 export --help",
                        mark("Facts as a file, which article3 import takes into another database."),
                    ),
                    (
                        "article3 chart --help",
                        mark("The chart of an answer as a file: PNG, SVG, or Vega-Lite."),
                    ),
                    (
                        "article3 calendar --help",
                        mark("What is ahead as a file for calendars."),
                    ),
                    ("article3 --version", mark("Shows the version.")),
                )
            ),
        ),
        to.heading(
            mark("Settings, from the environment or a file .env here"), to.settings(SETTINGS)
        ),
        to.heading(mark("Exit codes"), to.rows(EXIT_CODES)),
    )


def asking(to: Sheet) -> str:
    return to.page(
        "article3 ask QUESTION [WORDS] [--as-of DAY] [--why] [--json] [--no-color]\n"
        "    [--lang LANGUAGE]",
        to.prose(
            mark(
                "Answers one question and ends. Names of several words need no quotes. What a "
                "question asks for first needs no name; the rest is named, as in Discord: "
                "ranking Baltic clause:equipment as_of:{day}."
            ).format(day=DAY)
        ),
        to.heading(mark("Questions"), _questions(to)),
        to.heading(mark("In your own words"), to.rows(FREE)),
        to.heading(mark("Options"), to.rows(OPTIONS)),
        to.heading(
            mark("With --json"),
            to.prose(
                mark(
                    "The answer is one JSON object in UTF-8. Where there is no answer, it is "
                    "{shape}, beside the sentence on standard error; the exit code says whose "
                    "fault it was."
                ).format(shape=ERROR_SHAPE)
            ),
        ),
        to.heading(mark("Exit codes"), to.rows(EXIT_CODES)),
    )


def at_prompt(to: Sheet) -> str:
    """What can be typed at the desk's prompt."""
    asked = [
        (
            f"/{command.name} {to.voice.word(command.example)}".strip(),
            to.sentence(command.summary),
        )
        for command in COMMANDS.values()
    ]
    first = asked[0][0]
    asked.append((f"{first} as_of:{DAY}", mark("What was known on that day, or in 2025-06.")))
    in_words = to.voice.word(_IN_WORDS)
    asked.append((in_words, mark("In your own words, as you would ask somebody.")))
    own = [(f"/{word}", to.sentence(what)) for word, what in OWN_WORDS.items()]
    return to.rows([*asked, *own])


def _typed(to: Sheet, command: Command, *more: str) -> str:
    words = ("article3 ask", command.name, to.voice.word(command.example), *more)
    return " ".join(word for word in words if word)


def _examples(to: Sheet) -> str:
    return to.rows(
        (_typed(to, command), to.sentence(command.summary)) for command in COMMANDS.values()
    )


def _questions(to: Sheet) -> str:
    return "\n".join(
        to.with_options(
            " ".join([command.name, *(_placeholder(each) for each in command.parameters)]),
            to.sentence(command.summary),
            [(each.name.upper(), to.sentence(each.what)) for each in command.parameters],
        )
        for command in COMMANDS.values()
    )


def _placeholder(parameter: Parameter) -> str:
    name = parameter.name.upper()
    return name if parameter.required else f"[{name}]"
