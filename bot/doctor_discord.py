"""How Discord takes the bot: what it says of the token, the application and its commands."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from bot.definitions import definitions, differences, published
from bot.discord_api import logged_in
from bot.findings import Finding, bad, doubtful, good, open_
from bot.publishing import MakeTree
from bot.refusals import explain
from bot.settings import Settings
from bot.token import PORTAL, application_of, token_of
from data.messages import mark

if TYPE_CHECKING:
    import discord

LIMIT_S = 10

ACCEPTED = mark(
    "Discord can be reached and accepts the token: application {application}, bot {bot}."
)
OTHER_APPLICATION = mark("The token is of another application than Discord says: {application}.")
ENDPOINT = mark(
    "The application has an interactions endpoint URL, so Discord sends what people ask there, and "
    "not to the bot. Remove it on the page General Information at {portal}."
)
CODE_GRANT = mark(
    "The application requires a code grant, so the invite link cannot work. Switch that off on the "
    "page Bot at {portal}."
)
PRIVATE = mark("Only the application's owner can install it: it is not public.")
INSTALLS = mark("It can be installed {where}.")
IN_SERVERS, BY_PEOPLE = mark("in servers"), mark("by people for their own account")
BOTH = mark("in servers and by people for their own account")
NO_INSTALLS = mark(
    "Discord does not say where it can be installed. Check the page Installation at {portal}."
)
NOT_EVERYWHERE = mark(
    "It cannot be installed {where}. Allow that on the page Installation at {portal}, if people "
    "are to have it there."
)
SAME_COMMANDS = mark("Discord has the commands of this release: {count} of them.")
OTHER_COMMANDS = mark(
    "Discord has other commands than this release: {new} new, {changed} changed, {gone} gone. "
    "article3 sync publishes them, and with --dry-run shows the difference."
)

Tell = Callable[[Finding], None]


async def of_discord(
    settings: Settings, make_tree: MakeTree, *, limit_s: float = LIMIT_S
) -> Sequence[Finding]:
    """What was found until something failed, or the time was over; that comes last then."""
    found: list[Finding] = []
    try:
        async with asyncio.timeout(limit_s):
            await _examine(settings, make_tree, found.append)
    # What cannot be explained goes on up.
    except Exception as error:
        said = explain(error)
        if said is None:
            raise
        found.append(bad(said))
    return found


async def _examine(settings: Settings, make_tree: MakeTree, tell: Tell) -> None:
    async with logged_in(settings) as client:
        for each in _of_application(client, application_of(token_of(settings))):
            tell(each)
        tell(await _of_commands(client, make_tree))


def _of_application(client: "discord.Client", told: int | None) -> Iterator[Finding]:
    application = client.application
    if application is None:
        raise RuntimeError("the client is not logged in")
    yield good(ACCEPTED.format(application=application.name, bot=client.user))
    if told is not None and told != application.id:
        yield doubtful(OTHER_APPLICATION.format(application=application.id))
    if application.interactions_endpoint_url:
        yield bad(ENDPOINT.format(portal=PORTAL))
    if application.bot_require_code_grant:
        yield doubtful(CODE_GRANT.format(portal=PORTAL))
    if not application.bot_public:
        yield open_(PRIVATE)
    yield _of_installs(application)


def _of_installs(application: "discord.AppInfo") -> Finding:
    servers = application.guild_integration_config is not None
    people = application.user_integration_config is not None
    match servers, people:
        case True, True:
            return good(INSTALLS.format(where=BOTH))
        case False, False:
            return open_(NO_INSTALLS.format(portal=PORTAL))
        case _:
            missing = BY_PEOPLE if servers else IN_SERVERS
            return doubtful(NOT_EVERYWHERE.format(where=missing, portal=PORTAL))


async def _of_commands(client: "discord.Client", make_tree: MakeTree) -> Finding:
    ours = await definitions(await make_tree(client))
    found = [each.sign for each in differences(ours, await published(client))]
    if not found:
        return good(SAME_COMMANDS.format(count=len(ours)))
    return doubtful(
        OTHER_COMMANDS.format(new=found.count("+"), changed=found.count("~"), gone=found.count("-"))
    )
