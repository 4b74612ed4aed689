"""Everything under `/settings`: the language of answers, and by which country's format they write.

In a server it is for those who manage it and holds for what all can read; in private messages it is
for everybody, and holds for what only they read.
"""

from datetime import date
from decimal import Decimal

from discord import Permissions, app_commands
from discord.app_commands import Choice, locale_str

from bot.render.discord.pages import note
from bot.replies.delivery import Message
from bot.replies.interaction import Asked
from bot.replies.responding import respond
from bot.slash.binding import everywhere, options
from commands import formats
from commands.tongues import own_name, say_language
from commands.voice import Voice
from data.errors import QuestionError
from data.languages import LANGUAGES
from data.messages import mark
from data.names.countries import territory_name
from data.store.wordings import Key, Of, Wording

SUMMARY = mark("The language of answers, and how they write numbers and dates")
LANGUAGE = mark("The language of what all can read here; in private messages, of your own answers")
FORMAT = mark("The country by whose format numbers and dates are written")
SHOW = mark("What is set here")
WHICH_LANGUAGE = mark("the language; without it, the one that Discord is set to")
WHICH_REGION = mark("a country, such as Switzerland; without it, what is usual for the language")

TITLE = mark("Settings")
FOR_ALL = mark("What all can read in this server is in {language}, as it was chosen here.")
FOR_ALL_AS_SET = mark("What all can read in this server is in {language}, as Discord is set.")
FOR_ONE = mark("What only you read is in {language}, as you chose.")
FOR_ONE_AS_SET = mark("What only you read is in {language}, as your Discord is set.")
WRITTEN_AS = mark("Numbers and dates are written as in {country}: {number}, {day}.")
WRITTEN_AS_USUAL = mark("Numbers and dates are written as is usual for it: {number}, {day}.")
PRIVATE_ONES = mark("An answer that only its reader sees is in the reader's own language.")
DIGESTS = mark("Digests are in the language of the server, unless they were given one.")

NOT_HERE = mark(
    "I am no member of this server, so nothing can be set here. In a private message to me you set "
    "what holds for yourself."
)

_EXAMPLE = Decimal("1234.5")

settings = everywhere(
    app_commands.Group(
        name=locale_str("settings"),
        description=locale_str(SUMMARY),
        default_permissions=Permissions(manage_guild=True),
    )
)


async def offered_regions(interaction: Asked, typed: str) -> list[Choice[str]]:
    app = interaction.client
    voice = app.voice(interaction, private=True)
    language = Voice.of(app.wordings.everybodys(interaction)).language
    found = formats.suggest(typed, language, voice)
    return [Choice(name=name, value=region) for name, region in found]


@settings.command(name=locale_str("language"), description=locale_str(LANGUAGE))
@options({"language": WHICH_LANGUAGE})
@app_commands.choices(language=[Choice(name=own_name(each), value=each) for each in LANGUAGES])
async def language_(interaction: Asked, language: Choice[str] | None = None) -> None:
    chosen = None if language is None else language.value
    await respond(interaction, lambda: _choose(interaction, language=chosen), private=True)


@settings.command(name=locale_str("format"), description=locale_str(FORMAT))
@options({"country": WHICH_REGION})
@app_commands.autocomplete(country=offered_regions)
async def format_(interaction: Asked, country: str | None = None) -> None:
    await respond(interaction, lambda: _choose_region(interaction, country), private=True)


@settings.command(name=locale_str("show"), description=locale_str(SHOW))
async def show(interaction: Asked) -> None:
    await respond(interaction, lambda: _shown(interaction), private=True)


async def _choose_region(interaction: Asked, country: str | None) -> Message:
    if country is None or not country.strip():
        return await _choose(interaction, region=None)
    app = interaction.client
    voice = app.voice(interaction, private=True)
    language = Voice.of(app.wordings.everybodys(interaction)).language
    region = formats.find_region(country, language, voice)
    return await _choose(interaction, region=region)


async def _choose(interaction: Asked, **chosen: str | None) -> Message:
    app = interaction.client
    by = interaction.user.id
    await app.wordings.choose(_key(interaction), by=by, now=app.clock(), **chosen)
    return await _shown(interaction)


async def _shown(interaction: Asked) -> Message:
    app = interaction.client
    key = _key(interaction)
    # What was just chosen is already told in it, where it is for the reader.
    reader = app.voice(interaction, private=True)
    shown = Voice.of(app.wordings.everybodys(interaction))
    lines = _lines(key[0], app.wordings.of(key), shown, reader, app.clock().date())
    return Message(page=note("\n".join(lines), title=reader.text(TITLE), say=reader.fill))


def _lines(of: Of, chosen: Wording, shown: Voice, reader: Voice, today: date) -> list[str]:
    named = say_language(shown.language, reader)
    if of is Of.SERVER:
        first = FOR_ALL if chosen.language is not None else FOR_ALL_AS_SET
        rest = [reader.text(PRIVATE_ONES), reader.text(DIGESTS)]
    else:
        first, rest = FOR_ONE if chosen.language is not None else FOR_ONE_AS_SET, []
    example = {"number": shown.number(_EXAMPLE, 1), "day": shown.day(today)}
    region = shown.locale.territory if chosen.region is not None else None
    if region is None:
        written = reader.fill(WRITTEN_AS_USUAL, **example)
    else:
        country = territory_name(region, reader.locale)
        written = reader.fill(WRITTEN_AS, country=country, **example)
    return [reader.fill(first, language=named), written, *rest]


def _key(interaction: Asked) -> Key:
    """Whose settings they are. Raises QuestionError in a server that the bot is no member of: there
    Discord does not ask whether somebody may manage it."""
    guild = interaction.guild_id
    if guild is None:
        return Of.PERSON, interaction.user.id
    if interaction.client.get_guild(guild) is None or not interaction.is_guild_integration():
        raise QuestionError(NOT_HERE)
    return Of.SERVER, guild
