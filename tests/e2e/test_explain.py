"""The message command: what the sources say of the figures in somebody's message."""

from datetime import UTC, datetime
from typing import Any

import pytest
from discord.utils import time_snowflake

from bot.slash.explain import CUT, MOST_MESSAGES
from tests.standin import Place, Standin

NAME = "Explain figures"
V2 = 1 << 15
WRITTEN = datetime(2025, 6, 5, 14, 0, tzinfo=UTC)


def text(content: str) -> dict[str, Any]:
    return {"type": 10, "content": content}


CLAIM = "Poland spends 4.68 % of GDP"
MATCHES = "“4.68 %” matches the share reported of Poland"

MESSAGES: list[tuple[dict[str, Any], str]] = [
    ({"content": CLAIM}, MATCHES),
    ({"content": "🇵🇱 4,68 %!"}, "“4,68 %” matches the share reported of Poland"),
    ({"embeds": [{"title": "News", "description": CLAIM}]}, MATCHES),
    ({"embeds": [{"fields": [{"name": "Poland", "value": "4.68 % of GDP"}]}]}, MATCHES),
    ({"embeds": [{"title": "News", "footer": {"text": CLAIM}}]}, MATCHES),
    ({"flags": V2, "components": [text(CLAIM)]}, MATCHES),
    ({"flags": V2, "components": [{"type": 17, "components": [text("News"), text(CLAIM)]}]},
     MATCHES),
    ({"flags": V2, "components": [{
        "type": 9,
        "components": [text(CLAIM)],
        "accessory": {"type": 2, "style": 5, "label": "Read", "url": "https://example.org"},
    }]}, MATCHES),
    ({"content": "Good morning"}, "It found no member here."),
    ({"content": ""}, "It found no member here."),
    ({"content": "Spain has a fine coast"}, "It found no percentage of defence spending here"),
]  # fmt: skip


@pytest.mark.usefixtures("bot")
async def test_a_claim_is_found_wherever_a_message_shows_it(local: Standin, here: Place) -> None:
    for body, told in MESSAGES:
        message = local.post(here.channel, author=local.add_user("Ben"), **body)
        reply = await here.apply(NAME, message)
        assert told in reply.text, body
        assert reply.ephemeral
        assert reply.buttons == []


@pytest.mark.usefixtures("bot")
async def test_a_forwarded_message_is_read(local: Standin, here: Place) -> None:
    message = local.post(here.channel, author=here.user)
    inner = {**message, "content": CLAIM}
    message["message_snapshots"] = [{"message": inner}]
    assert MATCHES in (await here.apply(NAME, message)).text


@pytest.mark.usefixtures("bot")
async def test_the_answer_of_another_bot_like_this_one_is_read(here: Place) -> None:
    answer = await here.slash("target", member="Poland")
    reply = await here.apply(NAME, answer)
    assert "Poland: “" in reply.text
    assert "claims match what a source here says." in reply.text


MEMBERS = (
    "Spain", "Poland", "Italy", "Germany", "Belgium", "Estonia", "Slovakia", "Czechia", "Canada",
    "Portugal",
)  # fmt: skip


@pytest.mark.usefixtures("bot", "hurried")
async def test_a_long_answer_goes_on_in_private_messages_and_comes_to_an_end(
    local: Standin, here: Place
) -> None:
    message = ". ".join(f"{each} must reach 5 % by 2035" for each in MEMBERS)
    reply = await here.apply(NAME, local.post(here.channel, author=here.user, content=message))
    await reply.until(lambda reply: len(reply.followups) == MOST_MESSAGES - 1)
    assert "**10** of **10** claims match what a source here says." in reply.text
    assert all(each.ephemeral for each in reply.followups)
    assert CUT in reply.followups[-1].text
    assert "Spain: “Spain must reach 5 % by 2035”" in reply.text


def posted(local: Standin, here: Place, content: str, day: datetime) -> dict[str, Any]:
    """A message that was written on an earlier day."""
    message = local.post(here.channel, author=here.user, content=content)
    del here.channel.messages[int(message["id"])]
    message["id"] = str(time_snowflake(day))
    here.channel.messages[int(message["id"])] = message
    return message


# message of 5 June 2025 | what is said of it in November 2026
OLD: list[tuple[str, list[str]]] = [
    ("Spain spends only 1.24 % of GDP", [
        "“1.24 %” was what the newest edition said of Spain then",
        "- **Matches** 1.24% (2024",
        "Judged by what was known on 5 June 2025, when it was written.",
    ]),
    ("Spain spends 1.28 % of GDP", [
        "“1.28 %” is what NATO's edition of 17 June 2024",
        "- **Newest edition when it was written** 1.24% (2024",
    ]),
    ("Poland spends 4.48 %", [
        "No edition said “4.48 %” of Poland yet when the message was written",
        "- **Published since** 4.48% (2025",
    ]),
    ("Spain must reach 5 %", ["after this was written", "proposed when this was written"]),
]  # fmt: skip


@pytest.mark.usefixtures("bot")
async def test_a_message_is_judged_by_what_was_known_when_it_was_written(
    local: Standin, here: Place
) -> None:
    for content, told in OLD:
        reply = await here.apply(NAME, posted(local, here, content, WRITTEN))
        assert [each for each in told if each not in reply.text] == [], content
