"""Every command in a language of brackets: nothing untranslated is seen in Discord."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import pytest
from babel.dates import get_day_names, get_month_names

from bot.app import App
from commands.registry import COMMANDS
from data.subscriptions import places
from tests.e2e.reader import MANAGER, ask
from tests.pseudo import PSEUDO, spoken, untranslated
from tests.questions import EXAMPLES
from tests.shipped import KNOWN
from tests.standin import Place, Standin
from tests.standin.reply import Shown

LOCALE = PSEUDO.locale
BUTTONS = ("⟦Why?⟧", "⟦Sources⟧", "⟦Next page⟧")


def known() -> Iterator[str]:
    """What stands in an answer as it is: names, dates, and what sources are called."""
    yield from LOCALE.territories.values()
    yield from (each.id.lower() for each in KNOWN.roster)
    yield from (each.example for each in COMMANDS.values())
    for source in KNOWN.sources.values():
        yield from (source.title, source.publisher, source.url)
    yield from get_month_names("wide", locale=LOCALE).values()
    yield from get_day_names("wide", locale=LOCALE).values()
    yield from places.cities(LOCALE).values()
    yield from ("Anna", "as_of", "Desk", "general", "UTC", "GMT")


NAMES = frozenset(known())


@pytest.fixture
def here(bot: App, local: Standin) -> Iterator[Place]:
    """Anna in a server that she manages, spoken to in brackets."""
    del bot
    channel = local.add_guild("Desk", locale="fr").add_channel("general")
    with spoken():
        yield local.add_user("Anna", locale="fr").at(channel, permissions=MANAGER)


def left(shown: Iterable[Shown]) -> list[str]:
    return [
        line
        for each in shown
        for text in (each.text, *each.buttons)
        for line in text.split("\n")
        if untranslated(line, NAMES)
    ]


@pytest.mark.parametrize(("question", "options"), EXAMPLES)
async def test_answers(here: Place, question: str, options: dict[str, str]) -> None:
    reply = await ask(here, question, **options)
    pages = [await here.click(reply, each) for each in BUTTONS if each in reply.buttons]
    assert left([reply, *pages]) == []


ASKED = [
    ("help", {}),
    ("about", {}),
    ("settings show", {}),
    ("settings language", {"language": "fr"}),
    ("settings format", {"country": "Switzerland"}),
    ("settings format", {"country": "Japan"}),
    ("ask", {"question": "how far is Italy from 3.5?"}),
    ("ask", {"question": "what about the weather in the mountains"}),
    ("target", {"member": "Spian"}),
    ("target", {"member": "Japan"}),
    ("target", {"member": "Spain", "as_of": "yesterdayish"}),
    ("target", {"member": "Spain", "commitment": "Atlantis"}),
    ("compare", {"members": "Spain"}),
    ("path", {"member": "Iceland"}),
    ("ranking", {"group": "Baltick"}),
    ("attendees", {"meeting": "Atlantis"}),
    ("glossary", {"term": "zzz"}),
    ("history", {"subject": "Atlantis"}),
    ("digest list", {}),
    ("digest subscribe", {"time": "8:30", "zone": "Paris"}),
    ("digest subscribe", {"time": "late", "zone": "Paris"}),
    ("digest subscribe", {"time": "8", "zone": "Atlantis"}),
    ("digest subscribe", {"time": "8", "zone": "Paris", "days": "sometimes"}),
    ("digest status", {}),
]


@pytest.mark.parametrize(("command", "options"), ASKED)
async def test_what_else_can_be_asked(here: Place, command: str, options: Any) -> None:
    assert left([await here.slash(command, **options)]) == []


async def test_a_digest_from_the_beginning_to_its_end(here: Place) -> None:
    offered = await here.slash("digest subscribe", time="8:30", zone="Paris", days="weekdays")
    saved = await here.click(offered, "⟦Save⟧")
    seen: list[Shown] = [offered, saved]
    for command in ("list", "status", "why", "pause", "pause", "resume", "resume", "now"):
        seen += [await here.slash(f"digest {command}")]
    ending = await here.slash("digest unsubscribe")
    seen += [ending, await here.click(ending, "⟦Keep it⟧")]
    assert left(seen) == []


TYPED = [
    ("target", "commitment", ""),
    ("target", "as_of", ""),
    ("summit", "meeting", ""),
    ("compare", "clause", ""),
    ("ranking", "group", ""),
    ("ranking", "edition", ""),
    ("path", "shape", ""),
    ("path", "without", ""),
    ("stances", "position", ""),
    ("glossary", "term", ""),
    ("digest subscribe", "days", ""),
    ("digest subscribe", "zone", "par"),
    ("settings format", "country", ""),
]


@pytest.mark.parametrize(("command", "option", "typed"), TYPED)
async def test_what_is_offered(here: Place, command: str, option: str, typed: str) -> None:
    offered = await here.autocomplete(command, option, typed)
    assert offered.names
    assert [each for each in offered.names if untranslated(each, NAMES)] == []


async def test_a_message_that_is_explained(local: Standin, here: Place) -> None:
    message = local.post(here.channel, author=here.user, content="Spain spends 1.28 % of GDP")
    assert left([await here.apply("Explain figures", message)]) == []


def test_the_bracketed_day_is_said_in_names_that_are_known() -> None:
    assert untranslated(PSEUDO.day(date(2025, 6, 5)), NAMES) == []
