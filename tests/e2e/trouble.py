"""Answers that take long or fail, and what is read of it in the log."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from bot.question import Question
from bot.replies import answers
from bot.replies.answers import Answer, work_out
from commands.desk import Desk
from tests.standin import Reply, Standin
from tests.standin.reply import Shown
from tests.standin.server import Request

CALLBACK = "/interactions/*/callback"
ORIGINAL = "/webhooks/*/messages/@original"
FOLLOW_UP = "/webhooks/*"

SAFETY_SECONDS = 10.0


class Slow:
    """Answers take until `gate` is open, and then fail with `error` where there is one."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.error: Exception | None = None

    def finish(self, error: Exception | None = None) -> None:
        self.error = error
        self.gate.set()

    def work_out(self, desk: Desk, question: Question) -> Answer:
        assert self.gate.wait(SAFETY_SECONDS), "nobody opened the gate"
        if self.error is not None:
            raise self.error
        return work_out(desk, question)


@contextmanager
def slow_answers() -> Iterator[Slow]:
    slow = Slow()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(answers, "work_out", slow.work_out)
        patch.setattr("bot.replies.delivery.DEFER_AFTER", 0)
        yield slow
        # A thread that waits would outlive the test.
        slow.finish()


def reference_in(text: str) -> str:
    """The reference that a message gives; the message is one sentence and this."""
    found = re.search(r"Reference ([A-Z2-7]{6})", text)
    assert found is not None, text
    return found[1]


def told(caplog: pytest.LogCaptureFixture, reference: str) -> list[str]:
    """The lines of our log under a reference."""
    lines = [each.getMessage() for each in caplog.records if each.name.startswith("bot")]
    return [line for line in lines if line.startswith(reference)]


def losses(caplog: pytest.LogCaptureFixture) -> list[str]:
    """The lines that say that somebody got no answer, each of which has to name a reference."""
    lines = [each.getMessage() for each in caplog.records if "got no answer" in each.getMessage()]
    assert all(re.match("[A-Z2-7]{6}: ", line) for line in lines), lines
    return lines


def traced(caplog: pytest.LogCaptureFixture) -> list[str]:
    """The kinds of errors whose tracebacks are in our log."""
    found = [each.exc_info for each in caplog.records if each.exc_info]
    return [each[0].__name__ for each in found if each[0] is not None]


def callbacks(local: Standin) -> list[Request]:
    return [each for each in local.requests if each.path.endswith("/callback")]


def shown(reply: Reply) -> list[str]:
    """All that the asker sees in the end: the first lines of all messages."""
    first = [] if reply.interaction.original is None else [Shown(reply.interaction.original)]
    return [each.text.partition("\n")[0].lstrip("# ") for each in (*first, *reply.followups)]
