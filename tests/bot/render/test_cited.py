import pytest

from bot.render.cited import cited
from commands.briefing import Claim, Sentence
from tests.bot.briefings import GAP, TODAY, percent, say, year

TWO_TIMES = percent("2%", 1)

CASES = [
    (say("No figure."), "No figure."),
    (say("At ", percent("2%", 1), " now."), "At 2% [1] now."),
    (say(percent("2%", 1), " in ", year("2026", 1), "."), "2% in 2026 [1]."),
    (say(percent("2%", 1), " in ", year("2026", 2), "."), "2% [1] in 2026 [2]."),
    (say(percent("2%", 1), " of ", year("2026", 1, 2), "."), "2% [1] of 2026 [1][2]."),
    (say(percent("2%", 1), ", ", GAP, ", ", year("2026", 1)), f"2%, {GAP.text}, 2026 [1]"),
    (say(percent("2%", 1), " on ", TODAY, " ", year("2026", 1)), f"2% on {TODAY.text} 2026 [1]"),
    (say(TWO_TIMES, " and ", TWO_TIMES), "2% and 2% [1]"),
    (say(GAP, "."), f"{GAP.text}."),
    (say(Claim(text="A claim.", citations=(3,))), "A claim. [3]"),
]


@pytest.mark.parametrize(("sentence", "shown"), CASES)
def test_sources_stand_after_what_they_support(sentence: Sentence, shown: str) -> None:
    assert cited(sentence).plain == shown
