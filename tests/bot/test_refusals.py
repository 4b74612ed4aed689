"""What Discord and the network refuse is one sentence that says what to do."""

import socket
import ssl
from errno import ECONNREFUSED
from os import strerror
from types import SimpleNamespace
from typing import Any

import aiohttp
import discord
import pytest
from aiohttp.client_reqrep import ConnectionKey

from bot.refusals import DiscordError, explain, told_plainly

KEY = ConnectionKey("discord.com", 443, True, True, None, None, None)  # pyright: ignore[reportCallIssue]


def answered(kind: type[discord.HTTPException], status: int, code: int = 0, text: str = "") -> Any:
    response: Any = SimpleNamespace(status=status, reason="")
    return kind(response, {"code": code, "message": text})


def closed(code: int) -> discord.ConnectionClosed:
    socket_: Any = SimpleNamespace(close_code=code)
    return discord.ConnectionClosed(socket_, shard_id=None)


def unverified() -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, "[SSL: CERTIFICATE_VERIFY_FAILED] …")
    error.verify_message = "certificate has expired"
    return error


def no_tls() -> ssl.SSLError:
    error = ssl.SSLError(1, "[SSL: WRONG_VERSION_NUMBER] …")
    error.reason = "WRONG_VERSION_NUMBER"
    return error


KNOWN = {
    "does not accept DISCORD_TOKEN": [
        discord.LoginFailure("Improper token has been passed."),
        closed(4004),
        answered(discord.HTTPException, 401),
    ],
    "refuses to tell the bot": [
        discord.PrivilegedIntentsRequired(None),
        closed(4013),
        closed(4014),
    ],
    "more servers": [closed(4010), closed(4011)],
    "closed the connection (4000)": [closed(4000)],
    "see nothing there (50001)": [answered(discord.Forbidden, 403, 50001)],
    "lacks a permission for that (50013)": [answered(discord.Forbidden, 403, 50013)],
    "does not allow that (50007): Cannot send": [
        answered(discord.Forbidden, 403, 50007, "Cannot send")
    ],
    "asked too often": [answered(discord.HTTPException, 429), discord.RateLimited(600)],
    "Check DISCORD_API_URL": [answered(discord.NotFound, 404)],
    "does not take what it was sent (50035): Invalid Form Body.": [
        answered(discord.HTTPException, 400, 50035, "Invalid Form\n Body.")
    ],
    "a failure of its own (502)": [answered(discord.DiscordServerError, 502)],
    "a failure of its own (gateway)": [discord.GatewayNotFound()],
    "The name discord.com cannot be found": [
        aiohttp.ClientConnectorDNSError(KEY, OSError(-2, "Name or service not known")),
        socket.gaierror(-2, "Name or service not known"),
    ],
    "is not safe (certificate has expired)": [
        aiohttp.ClientConnectorCertificateError(KEY, unverified()),
        unverified(),
    ],
    "is not safe (WRONG_VERSION_NUMBER)": [aiohttp.ClientConnectorSSLError(KEY, no_tls())],
    f"discord.com:443 cannot be reached ({strerror(ECONNREFUSED)})": [
        aiohttp.ClientConnectorError(KEY, ConnectionRefusedError(ECONNREFUSED, "Connect …"))
    ],
    "discord.com:443 cannot be reached (none of its addresses answers)": [
        aiohttp.ClientConnectorError(KEY, OSError("Multiple exceptions: …"))
    ],
    "broke off": [
        aiohttp.ServerDisconnectedError(),
        aiohttp.ClientOSError(104, "reset"),
        ConnectionResetError(104, "reset"),
    ],
    "did not answer in time": [TimeoutError(), TimeoutError(), aiohttp.ServerTimeoutError()],
}


@pytest.mark.parametrize(
    ("said", "error"), [(said, error) for said, errors in KNOWN.items() for error in errors]
)
def test_what_is_known_is_one_sentence_that_helps(said: str, error: BaseException) -> None:
    told = explain(error)
    assert told is not None
    assert said in told
    assert "\n" not in told
    assert told.endswith((".", "is."))


@pytest.mark.parametrize("error", [ZeroDivisionError(), ValueError("x"), KeyboardInterrupt()])
def test_what_is_not_known_is_left_alone(error: BaseException) -> None:
    assert explain(error) is None


def test_what_can_be_explained_is_an_error_of_ours() -> None:
    with pytest.raises(DiscordError, match="does not accept"), told_plainly():
        raise discord.LoginFailure


def test_a_fault_of_ours_stays_what_it_is() -> None:
    with pytest.raises(ZeroDivisionError), told_plainly():
        raise ZeroDivisionError
