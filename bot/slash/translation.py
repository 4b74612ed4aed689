"""Names and descriptions of commands in the languages of those who see them in Discord."""

from discord import Locale, app_commands
from discord.app_commands import TranslationContextTypes, locale_str

from commands.voice import Voice

SPOKEN: dict[Locale, str] = {}
"""Discord's locales beside English that the bot has translations for, with their languages."""


class Translator(app_commands.Translator):
    async def translate(
        self,
        string: locale_str,
        locale: Locale,
        context: TranslationContextTypes,  # noqa: ARG002
    ) -> str | None:
        """None where there is nothing else to say than the English."""
        language = SPOKEN.get(locale)
        if language is None:
            return None
        said = Voice.of(language).text(string.message)
        return said if said != string.message else None
