"""What words of an answer mean stands where it is explained, and nowhere else."""

from bot.render.discord import pages
from bot.render.discord.page import Place as Chat
from bot.render.terminal import Place, explanation, page
from commands.briefing import Fact
from commands.voice import Voice
from tests.bot.briefings import BRIEFING, say

MEANING = "The floor is not reached, and the pace of past years is too low to get there."
ANSWER = BRIEFING.model_copy(update={"terms": (Fact(label="Behind", sentence=say(MEANING)),)})
PLACE = Place(typed=lambda asked: asked.command, why="why", say=Voice.of("en").fill)
CHAT = Chat(voice=Voice.of("en"), live=False)


def shown(lines: list) -> str:
    return "\n".join(line.plain for line in lines)


def test_a_terminal_tells_them_below_the_derivation() -> None:
    told = (
        "Words in this answer\n"
        "  Behind  The floor is not reached, and the pace of past years is too low to get\n"
        "          there.\n"
    )
    assert told in shown(page(ANSWER, PLACE, width=80, why=True))
    assert told in shown(explanation(ANSWER, PLACE, width=80))
    assert MEANING[:30] not in shown(page(ANSWER, PLACE, width=80))


def test_discord_tells_them_on_the_pages_of_why() -> None:
    told = f"### Words in this answer\n- **Behind** {MEANING}"
    assert pages.why(ANSWER, CHAT)[-1].blocks[-1] == told
    assert all(MEANING not in block for each in pages.answer(ANSWER, CHAT) for block in each.blocks)


def test_nothing_is_said_where_no_word_is_explained() -> None:
    assert "Words in this answer" not in shown(explanation(BRIEFING, PLACE, width=80))
    assert len(pages.why(BRIEFING, CHAT)[-1].blocks) == 1
