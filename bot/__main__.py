"""`article3`: reads the clock and the environment, and turns what happened into an exit code.

What takes long to import is imported where it is needed, so that `article3 --help` is there at
once.
"""

import atexit
import gc
import io
import logging
import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TextIO

from bot.call import Call, Clock
from bot.refusals import DiscordError
from bot.render.plain import plain
from bot.settings import SettingError, Settings
from bot.spoken import taken, voice_of
from data.errors import Article3Error, QuestionError, StoreError
from data.messages import mark

ANSWERED, FAILED, WRONG_QUESTION, INTERRUPTED = 0, 1, 2, 130

NO_SUCH_ACTION = mark("There is no '{word}' here. See article3 --help for what there is.")
MEANT = mark("A question is asked with ask. Write article3 ask {question}.")
FAILURE = mark("article3 failed: {problem}. Set ARTICLE3_DEBUG=1 to see where.")

_HELP = ("-h", "--help")
_WITH_JSON = (["ask"], ["facts"], ["digest"], ["review"], ["propose"], ["feed"])


def main(
    argv: Sequence[str] | None = None,
    *,
    environ: Mapping[str, str] | None = None,
    env_file: Path | None = None,
    clock: Clock = lambda: datetime.now().astimezone(),
    data_dir: Path | None = None,
    stdin: TextIO | None = None,
    stdout: TextIO | None = None,
    stderr: TextIO | None = None,
) -> int:
    """Runs the program and returns its exit code. Whatever is not given is the process's own; but
    where an environment is given, a file `.env` is read only where it is given, too."""
    if environ is None:
        environ, env_file = os.environ, env_file or Path(".env")
    words = list(sys.argv[1:] if argv is None else argv)
    if argv is None and words[:1] == ["ask"]:
        _leave_garbage()
    # A process may be started with any of its standard streams closed.
    stderr = _lenient(stderr or sys.stderr or io.StringIO())
    voice, wrong = voice_of(environ), None
    try:
        words, voice = taken(words, environ)
    except QuestionError as error:
        wrong = error
    try:
        settings = Settings.read(environ, env_file=env_file, data_dir=data_dir)
    except SettingError as error:
        if not _asks_for_help(words):
            stderr.write(plain(voice.word(error.message)) + "\n")
            return FAILED
        settings = Settings.read({}, data_dir=data_dir)
    call = Call(
        settings=settings,
        environ=environ,
        clock=clock,
        stdin=stdin or sys.stdin or io.StringIO(),
        stdout=_lenient(stdout or sys.stdout or io.StringIO()),
        stderr=stderr,
        voice=voice,
    )
    try:
        code = _outcome(words, call) if wrong is None else _refused(wrong, words, call)
        call.stdout.flush()
        return code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _discard_the_rest(call.stdout)
        return ANSWERED  # The reader has seen enough.
    except OSError:
        _discard_the_rest(call.stdout)
        return FAILED  # Standard error has been told; standard output takes nothing.


def _wants_json(words: list[str]) -> bool:
    return words[:1] in _WITH_JSON and "--json" in words


def _refused(error: QuestionError, words: list[str], call: Call) -> int:
    _report(error, call, as_json=_wants_json(words))
    return WRONG_QUESTION


def _outcome(words: list[str], call: Call) -> int:
    try:
        code = _run(words, call)
        call.stdout.flush()
        return code
    except QuestionError as error:
        return _refused(error, words, call)
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - above this nothing is left to catch it
        if call.settings.debug:
            traceback.print_exception(error, file=call.stderr)
        _report(_failure(error), call, as_json=_wants_json(words))
        return FAILED


@dataclass(frozen=True, slots=True)
class Verb:
    """What does the work, by module and name: it is imported once it is asked for. It takes the
    words behind the verb and the call, and returns the exit code, or None for `ANSWERED`."""

    module: str
    work: str
    page: str
    """The function of `bot.usage` that explains it."""


VERBS: Mapping[str, Verb] = {
    "ask": Verb("bot.ask", "ask", "asking"),
    "chart": Verb("bot.chart_file", "chart", "charts"),
    "calendar": Verb("bot.calendar_file", "calendar", "calendars"),
    "db": Verb("bot.database", "db", "database"),
    "facts": Verb("bot.facts", "facts", "facts"),
    "propose": Verb("bot.propose", "propose", "reviewing"),
    "review": Verb("bot.review", "review", "reviewing"),
    "feed": Verb("bot.feeds", "feeds", "feeds"),
    "digest": Verb("bot.digests", "digests", "digests"),
    "export": Verb("bot.transfer", "export_", "transfer"),
    "import": Verb("bot.transfer", "import_", "transfer"),
    "serve": Verb("bot.serve", "serve", "serving"),
    "sync": Verb("bot.publishing", "sync", "serving"),
    "invite": Verb("bot.invite", "invite", "serving"),
    "doctor": Verb("bot.doctor", "doctor", "serving"),
}


def _run(words: list[str], call: Call) -> int:
    _log_to(call.stderr)
    if not words:
        return _start(call)
    first, *rest = words
    verb = VERBS.get(first)
    if verb is not None and not any(word in _HELP for word in rest):
        code = getattr(import_module(verb.module), verb.work)(rest, call)
        return ANSWERED if code is None else code
    if words == ["--version"]:
        from importlib.metadata import version

        call.stdout.write(f"article3 {version('article3')}\n")
    else:
        call.stdout.write(_page(words, call))
    return ANSWERED


def _leave_garbage() -> None:
    """For a process that ends when it has answered: next to nothing is thrown away until then, and
    looking for it takes longer than the answer does, at the end of the process once more."""
    gc.disable()
    atexit.register(gc.freeze)


def _asks_for_help(words: Sequence[str]) -> bool:
    return words[:1] in (["help"], ["--version"]) or any(word in _HELP for word in words)


def _start(call: Call) -> int:
    if call.settings.discord_token is not None:
        from bot.serve import serve

        serve([], call)
        return ANSWERED
    if not call.is_interactive:
        from bot.ask import ask_mission

        ask_mission(call)
        return ANSWERED
    from bot.terminal.desk import open_desk

    return ANSWERED if open_desk(call) else INTERRUPTED


def _page(words: list[str], call: Call) -> str:
    """The page of help that was asked for; a QuestionError where none was."""
    from bot import usage
    from commands.registry import COMMANDS

    to = usage.Sheet(call.voice)
    first, *rest = words
    about = rest[0] if first == "help" and rest else first
    asked = first == "help" or any(word in _HELP for word in words)
    if asked and about in VERBS:
        return getattr(usage, VERBS[about].page)(to)
    name = first.removeprefix("/").lower()
    if name in COMMANDS:
        raise QuestionError(MEANT, question=" ".join([name, *rest]))
    if asked:
        return usage.overview(to)
    raise QuestionError(NO_SUCH_ACTION, word=first)


def _report(problem: QuestionError | str, call: Call, *, as_json: bool) -> None:
    """One sentence on standard error; with `--json` an object on standard output, too."""
    said = problem if isinstance(problem, str) else problem.message
    call.complain(said)
    if as_json:
        from bot.render import json

        json.write_error(problem, call.voice.word(said), call.stdout)


def _failure(error: Exception) -> str:
    """What went wrong, in its first line; the rest is for whoever looks for the cause."""
    if isinstance(error, (SettingError, StoreError, DiscordError)):
        return error.message
    text = (str(error).splitlines() or [""])[0]
    if not isinstance(error, Article3Error):
        text = f"{type(error).__name__}: {text}" if text else type(error).__name__
    return FAILURE.format(problem=text.rstrip("."))


def _lenient(stream: TextIO) -> TextIO:
    """A stream that shows a question mark for what its encoding cannot say, rather than failing."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    return stream


def _discard_the_rest(stream: TextIO) -> None:
    """What is still buffered would fail once more when the process ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _log_to(stream: TextIO) -> None:
    logging.basicConfig(
        stream=stream, level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s"
    )


if __name__ == "__main__":
    sys.exit(main())
