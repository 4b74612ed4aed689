"""What a reader of somebody's message sees in it, and when it was written."""

from collections.abc import Iterator
from datetime import datetime

import discord


def written(message: discord.Message) -> datetime:
    """A forwarded message was written before it was forwarded."""
    return min(each.created_at for each in (message, *message.message_snapshots))


def texts(message: discord.Message) -> Iterator[str]:
    """All that a reader of the message sees in it."""
    for shown in (message, *message.message_snapshots):
        yield shown.content
        for embed in shown.embeds:
            yield from _embed(embed)
        for component in shown.components:
            yield from _components(component)


def _embed(embed: discord.Embed) -> Iterator[str]:
    yield from (text for text in (embed.title, embed.description) if text)
    for field in embed.fields:
        yield f"{field.name or ''}: {field.value or ''}"
    if embed.footer.text:
        yield embed.footer.text


def _components(component: object) -> Iterator[str]:
    if isinstance(component, discord.TextDisplay):
        yield component.content
    for child in getattr(component, "children", ()):
        yield from _components(child)
