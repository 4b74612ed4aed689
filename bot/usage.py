"""The pages of help, written from the tables that the program itself runs on."""

import textwrap
from collections.abc import Iterable

from bot.settings import SETTINGS
from bot.terminal.lines import OWN_WORDS
from commands.registry import COMMANDS, Command, Parameter
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
            mark("A prompt, and the rest"),
            _rows(
                (
                    (
                        "article3",
                        mark(
                            "Opens a prompt where questions are typed as in Discord. Where there "
                            "is no terminal, it answers three of them and ends."
                        ),
                    ),
                    (
                        "article3 db prepare",
                        mark("Sets up the database. Asking does that as well, when it has to."),
                    ),
                    ("article3 --version", mark("Shows the version.")),
                )
            ),
        ),
        _heading(mark("Settings, from the environment"), _settings()),
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
        "article3 db prepare",
        _prose(
            mark(
                "Creates the database or brings it up to date, loads the facts that come with this "
                "release, and says what it did. Doing it twice does no harm. DATABASE_URL says "
                "which database; without it, it is a file in your data folder."
            )
        ),
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


def _settings() -> str:
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
        for setting in SETTINGS
    )


def _page(*blocks: str) -> str:
    return "\n\n".join(blocks) + "\n"


def _heading(title: str, block: str) -> str:
    return f"{title}\n{block if block.startswith(' ') else textwrap.indent(block, '  ')}"


def _prose(text: str) -> str:
    return textwrap.fill(text, _WIDTH - 2, break_on_hyphens=False)


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
