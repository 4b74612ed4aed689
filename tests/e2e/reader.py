"""Reads answers in Discord as people do: page by page, to the end."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from bot.app import App
from commands.briefing import Briefing
from commands.registry import answer
from tests.bot.render.discord.reading import read
from tests.standin import Place, Reply
from tests.standin.reply import Shown

MANAGER = ("view_channel", "use_application_commands", "send_messages", "manage_guild")

SLASH = {"digest": "digest preview"}
"""Questions whose command in Discord is called otherwise."""


async def ask(here: Place, question: str, /, **options: Any) -> Reply:
    """Asks one of the questions of the registry."""
    return await here.slash(SLASH.get(question, question), **options)


async def leaf(here: Place, first: Reply) -> list[Shown]:
    """The message and all pages after it, each as it was shown: later pages take the place of the
    ones before."""
    shown, pages = first, [Shown(deepcopy(first.message))]
    while "Next page" in shown.buttons:
        shown = await here.click(shown, "Next page")
        pages.append(Shown(deepcopy(shown.message)))
    return pages


async def turn(here: Place, first: Reply) -> list[str]:
    """The texts of all pages from this one to the last."""
    return [page.text for page in await leaf(here, first)]


def expected(app: App, question: str, options: Mapping[str, str]) -> Briefing:
    """What the registry answers to the same question on the same day."""
    arguments = {name: text for name, text in options.items() if name != "as_of"}
    return answer(app.answers.desk("en"), question, arguments, options.get("as_of"))


def unsaid(briefing: Briefing, texts: list[str]) -> list[str]:
    """The sentences of an answer that its pages do not show."""
    shown = read("\n".join(texts))
    facts = [fact for section in briefing.sections for fact in section.facts]
    sentences = [*briefing.lead, *(fact.sentence for fact in facts), *briefing.caveats]
    return [each.text for each in (*sentences, briefing.stamp.sentence) if each.text not in shown]
