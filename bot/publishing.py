"""Tells Discord of the commands: when they have changed, or when somebody asks for it.

Discord limits how many commands may be made in a day; a bot that publishes whenever it starts runs
into that limit.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.call import Call
from bot.definitions import Difference, definitions, differences, digest, published
from bot.discord_api import logged_in
from bot.opening import bare
from bot.refusals import told_plainly
from bot.words import Shape, read
from data.messages import mark
from data.store import Store

if TYPE_CHECKING:
    import discord
    from discord import app_commands

log = logging.getLogger(__name__)

PUBLISHED = mark("Discord has the commands of this release now: {count} of them.")
SAME = mark("Nothing was written. Discord has the commands of this release already.")
WOULD = mark(
    "Nothing was written. With article3 sync, this would happen: {new} new, {changed} changed, "
    "{gone} gone."
)

SHAPE = Shape(verb="sync", flags=("--dry-run",))

MakeTree = Callable[["discord.Client"], Awaitable["app_commands.CommandTree[Any]"]]


async def publish_if_changed(
    tree: "app_commands.CommandTree[Any]", store: Store, *, now: datetime
) -> bool:
    """Publishes the commands where those published last for this application are others. Its
    client has to be logged in. Says whether it published; `now` has a zone."""
    defined = await definitions(tree)
    held = await store.published(_application(tree.client))
    if held is not None and held.digest == digest(defined):
        log.info("The commands are those Discord was told of before: nothing to publish.")
        return False
    await publish(tree.client, defined, store, now=now)
    return True


async def publish(
    client: "discord.Client", defined: Sequence[dict[str, Any]], store: Store, *, now: datetime
) -> None:
    """Puts these commands in the place of all that Discord has."""
    application = _application(client)
    await client.http.bulk_upsert_global_commands(application, payload=list(defined))
    await store.publish(application, digest(defined), now=now)
    log.info("The commands were published: %d of them.", len(defined))


def sync(words: Sequence[str], call: Call) -> None:
    """`article3 sync`: publishes, or shows with --dry-run what publishing would change."""
    flags = read(words, SHAPE).flags
    asyncio.run(bring(call, our_tree, dry_run="--dry-run" in flags))


async def our_tree(client: "discord.Client") -> "app_commands.CommandTree[Any]":
    """The commands of this release, translated as they are where Discord is served."""
    from bot.slash import tree
    from bot.slash.translation import Translator

    made = tree(client)
    await made.set_translator(Translator())
    return made


async def bring(call: Call, make_tree: MakeTree, *, dry_run: bool) -> None:
    with told_plainly():
        async with logged_in(call.settings) as client:
            defined = await definitions(await make_tree(client))
            found = differences(defined, await published(client))
            for each in found:
                call.tell(each.line)
            if dry_run:
                call.tell(_what_would_happen(found))
                return
            async with bare(call) as store:
                await publish(client, defined, store, now=call.clock())
            call.tell(PUBLISHED.format(count=len(defined)))


def _what_would_happen(found: Sequence[Difference]) -> str:
    signs = Counter(each.sign for each in found)
    return WOULD.format(new=signs["+"], changed=signs["~"], gone=signs["-"]) if found else SAME


def _application(client: "discord.Client") -> int:
    if client.application_id is None:
        raise RuntimeError("the client is not logged in")
    return client.application_id
