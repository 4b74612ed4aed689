import pytest

from tests.standin import Place

pytestmark = pytest.mark.usefixtures("bot")


async def test_target_answers_in_the_channel(here: Place) -> None:
    reply = await here.slash("target", member="Spain")
    assert "Spain: defence spending" in reply.text
    assert not reply.ephemeral


async def test_a_misspelt_member_is_told_privately_in_one_sentence(here: Place) -> None:
    reply = await here.slash("target", member="Spian")
    assert reply.text.startswith("No member called 'Spian'. Did you mean Spain?")
    assert reply.ephemeral
