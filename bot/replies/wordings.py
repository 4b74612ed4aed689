"""In which language whom to answer: what was chosen, or else what Discord tells.

What only the reader sees is in the reader's language, what all can read in the server's. What was
chosen is kept in memory and read anew now and then, since other processes may write it.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

import discord

from data import languages
from data.store import Store
from data.store.wordings import Key, Of, Wording
from data.subscriptions.model import SERVERS_LANGUAGE, Subscription


class Wordings:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._chosen: dict[Key, Wording] = {}

    async def read(self) -> None:
        self._chosen = dict(await self._store.wordings())

    @property
    def chosen(self) -> Mapping[Key, Wording]:
        return self._chosen

    def of(self, key: Key) -> Wording:
        return self._chosen.get(key, Wording())

    async def choose(self, key: Key, *, by: int, now: datetime, **chosen: str | None) -> Wording:
        """Changes `language` or `region`; None is the choice of none."""
        wanted = replace(self.of(key), **chosen)
        await self._store.word(key, wanted, by=by, now=now)
        if wanted == Wording():
            self._chosen.pop(key, None)
        else:
            self._chosen[key] = wanted
        return wanted

    def readers(self, interaction: discord.Interaction) -> str:
        """The tag for what only the reader sees."""
        return tag(self.of((Of.PERSON, interaction.user.id)), interaction.locale)

    def everybodys(self, interaction: discord.Interaction) -> str:
        """The tag for what all can read where it was asked. In private messages that is the reader
        alone."""
        if interaction.guild_id is None:
            return self.readers(interaction)
        locale = interaction.guild_locale or discord.Locale.american_english
        return tag(self.of((Of.SERVER, interaction.guild_id)), locale)

    def of_digest(self, sub: Subscription, guild: discord.Guild | None) -> str:
        """The tag that a digest is written in: its own, or that of its server."""
        if sub.guild is None:
            chosen = self.of((Of.PERSON, sub.owner))
        else:
            chosen = self.of((Of.SERVER, sub.guild))
        if sub.language != SERVERS_LANGUAGE:
            chosen = replace(chosen, language=sub.language)
        locale = discord.Locale.american_english if guild is None else guild.preferred_locale
        return tag(chosen, locale)


def tag(chosen: Wording, locale: discord.Locale) -> str:
    """The language that was chosen or else is Discord's, with the region that was chosen or else
    comes with Discord's, if it is that language's. Any English is that of Europe, which writes the
    day before the month as NATO does, unless a region was chosen."""
    spoken = languages.spoken(locale.value) or languages.SOURCE
    language = chosen.language or spoken
    if chosen.region is not None:
        return languages.in_region(language, chosen.region)
    if language == spoken and language != languages.SOURCE:
        return languages.spoken_locale(locale.value) or language
    return language
