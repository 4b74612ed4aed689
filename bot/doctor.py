"""`article3 doctor`: what is set, what is missing, what works. It writes nothing anywhere."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from importlib.metadata import version
from platform import python_version

from bot.call import Call
from bot.doctor_database import of_database
from bot.doctor_discord import of_discord
from bot.findings import Finding, Sign, bad, good, open_
from bot.invite import needs
from bot.permissions import OPTIONAL
from bot.publishing import MakeTree, our_tree
from bot.setting import Setting, SettingError
from bot.settings import SETTINGS, Settings
from bot.token import application_of, token_of
from bot.words import Shape, read
from data.messages import mark

RELEASE = mark("Article 3 {release} on Python {python}, with {libraries}.")
IS_SET = mark("{name} is set, {where}.")
IS_VALUE = mark("{name} is {value}, {where}.")
NOT_SET = mark("{name} is not set: {default}.")
WHERE = {
    "environment": mark("in the environment"),
    "file": mark("in the file .env"),
}
APPLICATION = mark("The token is of the application {application}.")
NO_APPLICATION = mark("The token does not tell its application, which Discord does.")
CAN_SERVE = mark("article3 serve can serve Discord.")
CANNOT_SERVE = mark("article3 serve cannot serve Discord: see what is marked {sign} above.")

SHAPE = Shape(verb="doctor")
LIBRARIES = ("discord.py", "aiohttp", "pydantic", "SQLAlchemy")
CAN, CANNOT = 0, 1


def doctor(words: Sequence[str], call: Call) -> int:
    """Returns 0 where Discord could be served."""
    read(words, SHAPE)
    return asyncio.run(examine(call, our_tree))


async def examine(call: Call, make_tree: MakeTree) -> int:
    """Says what it finds as it finds it."""
    worst_is_bad = False
    async for each in _findings(call, make_tree):
        worst_is_bad |= each.sign is Sign.BAD
        call.tell(each.line)
        call.stdout.flush()
    said = CANNOT_SERVE.format(sign=Sign.BAD.value) if worst_is_bad else CAN_SERVE
    call.stdout.write("\n")
    call.tell(said)
    return CANNOT if worst_is_bad else CAN


async def _findings(call: Call, make_tree: MakeTree) -> AsyncIterator[Finding]:
    yield _release()
    for setting in SETTINGS:
        yield _of_setting(setting, call.settings)
    async for found in of_database(call):
        yield found
    for each in (*needs(), *needs(OPTIONAL)):
        yield open_(each)
    token = list(_of_token(call.settings))
    for found in token:
        yield found
    if not any(each.sign is Sign.BAD for each in token):
        for found in await of_discord(call.settings, make_tree):
            yield found


def _release() -> Finding:
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return good(
        RELEASE.format(release=version("article3"), python=python_version(), libraries=libraries)
    )


def _of_setting(setting: Setting, settings: Settings) -> Finding:
    origin = settings.came_from.get(setting.name)
    if origin is None:
        return open_(NOT_SET.format(name=setting.name, default=setting.default))
    where = WHERE[origin]
    if setting.secret:
        return good(IS_SET.format(name=setting.name, where=where))
    value = settings.shown(setting)
    return good(IS_VALUE.format(name=setting.name, value=value, where=where))


def _of_token(settings: Settings) -> Iterator[Finding]:
    try:
        application = application_of(token_of(settings))
    except SettingError as error:
        yield bad(error.message)
    else:
        if application is None:
            yield open_(NO_APPLICATION)
        else:
            yield good(APPLICATION.format(application=application))
