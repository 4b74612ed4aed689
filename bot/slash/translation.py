"""Names and descriptions of commands in the languages of those who see them in Discord."""

from functools import cache

from discord import Locale, app_commands
from discord.app_commands import TranslationContextLocation, TranslationContextTypes, locale_str

from bot.slash_names import COMMAND_NAME, OPTION_NAME
from commands.voice import Voice
from data import languages

_CONTEXTS = {
    TranslationContextLocation.command_name: COMMAND_NAME,
    TranslationContextLocation.group_name: COMMAND_NAME,
    TranslationContextLocation.parameter_name: OPTION_NAME,
}


# Publishing asks for every name and description in every locale of Discord, of which there are few.
@cache
def language_of(locale: Locale) -> str:
    return languages.spoken(locale.value) or languages.SOURCE


class Translator(app_commands.Translator):
    async def translate(
        self, string: locale_str, locale: Locale, context: TranslationContextTypes
    ) -> str | None:
        """None where there is nothing else to say than the English."""
        language = language_of(locale)
        if language == languages.SOURCE:
            return None
        voice, named = Voice.of(language), _CONTEXTS.get(context.location)
        word = string.message
        said = voice.text(word) if named is None else voice.named(named, word)
        return said if said != word else None
