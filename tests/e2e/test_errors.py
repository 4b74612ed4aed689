"""What cannot be answered is said privately in one sentence, under a reference that the log has."""

import logging
import re
from typing import Any

import pytest

from tests.bot.render.discord.reading import active, read
from tests.standin import Place, Standin

pytestmark = pytest.mark.usefixtures("bot")

AHEAD = "is still ahead and its facts are not known. Ask for 25 November 2026 or earlier."

# command | options | what is said
WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("target", {"member": "Spian"}, "No member called 'Spian'. Did you mean Spain?"),
    ("target", {"member": "Switzerland"}, "Switzerland is not a member of NATO"),
    ("target", {"member": "the moon"}, "No member called 'the moon'"),
    ("target", {"member": ""}, "Which member?"),
    ("target", {"member": "   "}, "Which member?"),
    ("target", {"member": "Spain", "commitment": "Yalta"}, "No commitment called 'Yalta'"),
    ("target", {"member": "Spain", "as_of": "soon"}, "'soon' is not a date we know"),
    ("target", {"member": "Spain", "as_of": "2025-13-01"}, "'2025-13-01' is not a date we know"),
    ("target", {"member": "Spain", "as_of": ""}, "is not a date we know"),
    ("summit", {"as_of": "2027-07-01"}, AHEAD),
    ("attendees", {"as_of": "1 July 2027"}, AHEAD),
    ("summit", {"meeting": "Atlantis"}, "No meeting called 'Atlantis' was known on"),
    ("attendees", {"meeting": "The Hague", "as_of": "2001"}, "was known on 31 December 2001"),
    ("history", {"subject": "Atlantis"}, "Atlantis"),
    ("history", {"subject": ""}, "Which member or meeting?"),
]


def references(text: str) -> list[str]:
    return re.findall(r"^-# Reference ([A-Z2-7]{6})$", text, re.MULTILINE)


async def test_what_was_wrong_is_said_to_the_asker_alone(here: Place) -> None:
    unsaid: list[str] = []
    for command, options, told in WRONG:
        reply = await here.slash(command, **options)
        sentence = read(reply.text.split("\n")[0])
        if told not in sentence or not reply.ephemeral or len(references(reply.text)) != 1:
            unsaid.append(f"/{command} {options}: {reply.text}")
        assert reply.text.count("\n") == 1
    assert unsaid == []


async def test_the_log_has_the_reference_and_not_what_was_typed(
    here: Place, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        reply = await here.slash("target", member="Xanadu")
    (reference,) = references(reply.text)
    (line,) = [each.getMessage() for each in caplog.records if reference in each.getMessage()]
    assert line.startswith(f"{reference}: /target could not be answered: ")
    assert "Xanadu" not in caplog.text


HOSTILE = [
    "@everyone", "@here", "<@1>", "<@&1>", "<#1>", "</target:1>", "<t:0:R>", "<:smile:1>",
    "**bold**", "# heading", "> quote", "- list", "`code`", "||spoiler||", "[text](https://a.b)",
    "https://example.org/x", "discord.gg/abc", "a\n# b", "\\", "{member}", "%s", "x" * 6000,
    "@everyone" * 600, "\N{RIGHT-TO-LEFT OVERRIDE}abc", "\x00", "🇪🇸" * 1000, "١٢٣",
]  # fmt: skip
OPTIONS: list[tuple[str, dict[str, Any], str]] = [
    ("target", {}, "member"),
    ("target", {"member": "Spain"}, "commitment"),
    ("target", {"member": "Spain"}, "as_of"),
    ("attendees", {}, "meeting"),
    ("history", {}, "subject"),
]


async def test_hostile_text_comes_back_inert_and_short(here: Place) -> None:
    for command, others, option in OPTIONS:
        for typed in HOSTILE:
            reply = await here.slash(command, **{**others, option: typed})
            if "Reference" not in reply.text:
                continue
            assert active(reply.text.replace("-# Reference", "Reference")) == [], typed[:40]
            assert len(reply.text) < 400
            assert reply.ephemeral


async def test_nobody_is_ever_pinged(local: Standin, here: Place) -> None:
    reply = await here.slash("target", member="Spain")
    await here.click(reply, "Next page")
    await here.slash("target", member="@everyone <@1>")
    private = await here.slash("target", member="Spain", private=True)
    await here.click(private, "Next page")
    message = local.post(here.channel, author=here.user, content="@everyone <@1> Spain spends 2 %")
    explained = await here.apply("Explain figures", message)
    assert "everyone" not in explained.text
    bodies = [each.body for each in local.requests if each.path.startswith("/interactions/")]
    assert len(bodies) == 6
    assert [each for each in bodies if pings(each)] == []


def pings(body: dict[str, Any]) -> bool:
    allowed = body["data"].get("allowed_mentions")
    return allowed is None or allowed["parse"] != [] or allowed.keys() - {"parse", "replied_user"}
