"""Every command, answered in a language of brackets: nothing untranslated is seen in Discord."""

from collections.abc import Iterator

import pytest

from bot.app import App
from data.names import country_name
from tests.e2e.reader import MANAGER, ask
from tests.pseudo import spoken, untranslated
from tests.questions import EXAMPLES
from tests.shipped import KNOWN
from tests.standin import Place, Standin
from tests.standin.reply import Reply, Shown

def known() -> set[str]:
    found = {country_name(each.id) for each in KNOWN.roster}
    for source in KNOWN.sources.values():
        found |= {source.title, source.publisher, source.url}
    return found


def texts(reply: Shown) -> list[str]:
    return [reply.text, *reply.buttons]


async def test_x(bot: App, local: Standin) -> None:
    channel = local.add_guild("Desk").add_channel("general")
    here = local.add_user("Anna", locale="fr").at(channel, permissions=MANAGER)
    names = known()
    seen = set()
    with spoken():
      for question, options in EXAMPLES:
        reply = await ask(here, question, **options, private=True)
        shown: list[Shown] = [reply]
        for label in ("⟦Why?⟧", "⟦Sources⟧", "⟦Next page⟧"):
            if label in reply.buttons:
                shown.append(await here.click(reply, label))
        for each in shown:
            for text in texts(each):
                for line in text.split("\n"):
                    w = untranslated(line, names)
                    if w and line not in seen:
                        seen.add(line)
                        print(question, w, "|", line[:200])
