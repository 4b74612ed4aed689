import io
import logging
from collections.abc import Iterator

import aiohttp
import pytest

from bot.quiet import log_plainly

TOKEN = "MTA.sesame.open"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """The log of a bot whose token is `TOKEN`; the loggers are put back behind it."""
    root, ours = logging.getLogger(), logging.getLogger("bot")
    handlers, level, our_level = root.handlers[:], root.level, ours.level
    root.handlers = []
    stream = io.StringIO()
    log_plainly(stream, level="info", secrets=(TOKEN,))
    yield stream
    root.handlers = handlers
    root.setLevel(level)
    ours.setLevel(our_level)


def test_the_token_is_hidden_in_messages_and_tracebacks(written: io.StringIO) -> None:
    try:
        raise RuntimeError(f"Bot {TOKEN}")
    except RuntimeError:
        logging.getLogger("discord.http").exception("sent %s", {"token": TOKEN})
    assert "sesame" not in written.getvalue()
    assert "RuntimeError: Bot [hidden]" in written.getvalue()


def test_a_lost_connection_is_a_line_without_a_traceback(written: io.StringIO) -> None:
    try:
        raise ConnectionResetError("reset")
    except ConnectionResetError:
        logging.getLogger("discord.client").exception("Attempting a reconnect in %.2fs", 1.5)
    (line,) = written.getvalue().splitlines()
    assert line.endswith(
        "WARNING Discord cannot be reached (ConnectionResetError). Attempting a reconnect in 1.50s"
    )


def test_libraries_are_heard_from_warnings_on_and_we_from_what_is_set(written: io.StringIO) -> None:
    logging.getLogger("discord.gateway").info("chatter")
    logging.getLogger("bot.app").info("Ready.")
    logging.getLogger("bot.app").debug("details")
    assert [line.split()[-1] for line in written.getvalue().splitlines()] == ["Ready."]


def test_what_the_network_does_to_an_event_is_a_line_and_what_we_do_is_a_traceback(
    written: io.StringIO,
) -> None:
    for error in (aiohttp.ServerDisconnectedError(), KeyError("spain")):
        try:
            raise error
        except (aiohttp.ClientError, KeyError):
            logging.getLogger("discord.app_commands.tree").exception("Ignoring exception in %s", 1)
    first, *others = written.getvalue().splitlines()
    assert first.endswith(
        "WARNING Ignoring exception in 1: ServerDisconnectedError Server disconnected"
    )
    assert others[-1] == "KeyError: 'spain'"


@pytest.mark.parametrize(
    "said",
    [
        "POST https://discord.com/api/v10/interactions/14/open-sesame/callback",
        "PATCH https://discord.com/api/v10/webhooks/14/open-sesame/messages/@original",
        "{'id': '14', 'token': 'open-sesame', 'type': 2}",
        '{"token": "open-sesame"}',
    ],
)
def test_the_tokens_of_interactions_are_hidden(written: io.StringIO, said: str) -> None:
    logging.getLogger("discord.webhook").warning("%s", said)
    assert "sesame" not in written.getvalue()
    assert "[hidden]" in written.getvalue()
