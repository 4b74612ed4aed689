"""`article3 invite`: the links by which the bot comes to a server or to somebody's account."""

from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

from bot.call import Call
from bot.permissions import BOT, COMMANDS, OPTIONAL, PERMISSIONS, Permission, integer
from bot.token import MISSHAPEN, PORTAL, application_of, token_of
from bot.words import Shape, read
from data.errors import QuestionError
from data.messages import mark

UNKNOWN = mark(
    "Whose bot is it? Set DISCORD_TOKEN, or write article3 invite --application ID, with the "
    "application ID from {portal}."
)
NO_ID = mark("'{word}' is no application ID, which has 17 to 20 digits. Copy it from {portal}.")
FOR_A_SERVER = mark("For a server, opened by somebody who may manage it:")
FOR_AN_ACCOUNT = mark("For your own account, to ask in any server and in private messages:")
WANTED = mark("What it asks for in a server, for its digests alone:")
USED = mark("What the link leaves out, and a server can give it in its settings, under Roles:")
NEEDED = mark("  {name}: {why}")

SHAPE = Shape(verb="invite", options={"--application": "ID"})

_AUTHORIZE = "https://discord.com/oauth2/authorize"
_SERVER, _ACCOUNT = 0, 1
_DIGITS = range(17, 21)
_MOST_ECHOED = 40


def invite(words: Sequence[str], call: Call) -> None:
    """Asks nobody. Raises QuestionError where the application is neither given nor known."""
    application = _application(read(words, SHAPE).options.get("--application"), call)
    lines = (
        FOR_A_SERVER,
        f"  {link_for_a_server(application)}",
        FOR_AN_ACCOUNT,
        f"  {link_for_an_account(application)}",
        WANTED,
        *needs(),
        USED,
        *needs(OPTIONAL),
    )
    for line in lines:
        call.tell(line)


def link_for_a_server(application: int) -> str:
    scopes = f"{BOT.name} {COMMANDS.name}"
    return _link(application, scope=scopes, permissions=integer(), integration_type=_SERVER)


def link_for_an_account(application: int) -> str:
    return _link(application, scope=COMMANDS.name, integration_type=_ACCOUNT)


def needs(permissions: Iterable[Permission] = PERMISSIONS) -> tuple[str, ...]:
    """A line for each permission."""
    return tuple(NEEDED.format(name=each.title, why=each.why) for each in permissions)


def _application(given: str | None, call: Call) -> int:
    if given is not None:
        if not (given.isascii() and given.isdecimal() and len(given) in _DIGITS):
            raise QuestionError(NO_ID, word=given[:_MOST_ECHOED], portal=PORTAL)
        return int(given)
    if call.settings.discord_token is None:
        raise QuestionError(UNKNOWN, portal=PORTAL)
    application = application_of(token_of(call.settings))
    if application is None:
        raise QuestionError(MISSHAPEN, portal=PORTAL)
    return application


def _link(application: int, **values: str | int) -> str:
    return f"{_AUTHORIZE}?{urlencode({'client_id': application, **values})}"
