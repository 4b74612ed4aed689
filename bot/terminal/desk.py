"""The terminal's desk: questions are typed as in Discord, and answered below."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass

from prompt_toolkit import PromptSession
from prompt_toolkit.output import ColorDepth
from rich.text import Text

from bot import usage
from bot.call import Call
from bot.hearing import hear
from bot.opening import Library, opened
from bot.question import Question
from bot.render.lines import wrap
from bot.render.plain import plain
from bot.render.screen import Screen
from bot.render.terminal import Place, explanation, page, source_list
from bot.terminal.completion import QuestionCompleter
from bot.terminal.files import history_in, log_in
from bot.terminal.lines import Own, read_line
from commands.briefing import Briefing
from commands.desk import Desk
from data.errors import QuestionError
from data.messages import mark

logger = logging.getLogger(__name__)

PROMPT = "article3> "
GREETING = mark("Ask /target Spain or /summit. Tab completes, /help tells more, Ctrl-D leaves.")
NOTHING_ASKED = mark("Ask something first: /why and /sources are about the last answer.")
FAILURE = mark("Something went wrong on our side. The log has it as {reference}: {log}")
STANDARD_ERROR = mark("above")


def open_desk(call: Call) -> bool:
    """Answers until the reader leaves; False where that was with Ctrl-C."""
    handler = log_in(call.settings.data_dir, call.stderr)
    logger.addHandler(handler)
    logger.propagate = False
    try:
        return asyncio.run(_serve(call, getattr(handler, "baseFilename", STANDARD_ERROR)))
    finally:
        logger.propagate = True
        logger.removeHandler(handler)
        handler.close()


async def _serve(call: Call, log: str) -> bool:
    async with opened(call) as library:
        return await TerminalDesk(
            call, library, await library.desk(call.today(), call.voice.tag), log
        ).serve()


@dataclass(frozen=True, slots=True)
class _Answered:
    question: Question
    briefing: Briefing


class TerminalDesk:
    def __init__(self, call: Call, library: Library, at: Desk, log: str) -> None:
        self._call = call
        self._library = library
        self._desk = at
        self._log = log
        self._last: _Answered | None = None

    async def serve(self) -> bool:
        no_color = self._call.settings.no_color
        session = PromptSession[str](
            PROMPT,
            completer=QuestionCompleter(lambda: self._desk),
            history=history_in(self._call.settings.data_dir),
            color_depth=ColorDepth.DEPTH_1_BIT if no_color else None,
        )
        self._say(GREETING)
        while True:
            try:
                line = await session.prompt_async()
            except EOFError:
                return True
            except KeyboardInterrupt:
                # Ctrl-C gives up the line; where there is none, it leaves.
                if not session.default_buffer.text:
                    return False
                continue
            if not await self.take(line):
                return True

    async def take(self, line: str) -> bool:
        """Answers one line; False where it asks to leave. Whatever happens, the desk lives on."""
        try:
            return await self._take(line)
        except QuestionError as error:
            self._say(error.message)
        except Exception:  # Nothing above is left to catch it, and the next line may be fine.
            reference = f"{self._call.clock():%Y%m%d-%H%M%S}"
            logger.exception("%s, at the line %r", reference, line)
            self._say(FAILURE.format(reference=reference, log=self._log))
        return True

    async def _take(self, line: str) -> bool:
        match read_line(line):
            case Own("quit"):
                return False
            case Own("help"):
                self._show(
                    [
                        Text(each)
                        for each in usage.at_prompt(usage.Sheet(self._call.voice)).splitlines()
                    ]
                )
            case Own("sources"):
                self._tell(source_list)
            case Own():
                self._tell(explanation)
            case str() as text:
                await self._answer(text)
            case None:
                pass
        return True

    async def _answer(self, text: str) -> None:
        # Another process may have added facts, and midnight may have passed.
        self._desk = await self._library.desk(self._call.today(), self._call.voice.tag)
        heard = hear(self._desk, text)
        briefing = heard.answer(self._desk)
        self._last = _Answered(heard.typed, briefing)
        self._show(page(briefing, self._place(heard.typed), width=self._screen().width))

    def _tell(self, part: Callable[..., list[Text]]) -> None:
        """Shows a part of the last answer that its page left out."""
        if self._last is None:
            raise QuestionError(NOTHING_ASKED)
        place = self._place(self._last.question)
        self._show(part(self._last.briefing, place, width=self._screen().width))

    def _place(self, question: Question) -> Place:
        return Place(
            typed=lambda follow_up: Question.next(follow_up, question.as_of).in_desk(),
            why="/why",
            # Below the answer they would push it off the screen of whoever reads it here.
            sources="/sources",
            say=self._desk.voice.fill,
        )

    def _screen(self) -> Screen:
        """Made anew each time: a window may have become wider."""
        call = self._call
        return Screen.of(call.stdout, call.environ, no_color=call.settings.no_color)

    def _say(self, sentence: str) -> None:
        screen = self._screen()
        screen.show(wrap(Text(plain(self._call.voice.word(sentence))), screen.width))

    def _show(self, lines: list[Text]) -> None:
        self._screen().show([Text(), *lines, Text()])
