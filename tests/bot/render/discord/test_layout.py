from dataclasses import replace

import pytest
from discord import ui

from bot.render.discord.layout import ACCENTS, as_text, layout, short_alt
from bot.render.discord.page import Document, Picture
from bot.render.discord.pages import answer, note
from bot.render.discord.sizes import MOST_ALT, MOST_CONTENT
from commands.voice import Voice
from data.rules import Verdict
from tests.bot.briefings import BRIEFING
from tests.bot.render.discord.conftest import LIVE, PLACE
from tests.bot.render.discord.test_pages import ADDRESS, counting

SAY = Voice.of("en").fill

PAGE = answer(BRIEFING, PLACE)[0]


def buttons(count: int) -> list[ui.Button[ui.LayoutView]]:
    return [ui.Button(label=f"Page {at}", custom_id=f"a3:{at}") for at in range(count)]


def test_a_page_is_a_container_with_separators_between_its_blocks() -> None:
    (container,) = layout(PAGE).to_components()
    inside = container["components"]
    assert [each["type"] for each in inside] == [10, 10, 14, 10, 14, 10, 14, 10]
    assert inside[0]["content"] == "## Spain: defence spending\n**\\↘ behind**"
    assert [line[:3] for line in inside[-1]["content"].split("\n")] == ["-# "] * 3


def test_a_page_has_the_colour_of_its_verdict() -> None:
    assert layout(PAGE).to_components()[0]["accent_color"] == ACCENTS[Verdict.BEHIND]
    assert layout(note("Text", say=SAY)).to_components()[0]["accent_color"] is None


def test_every_verdict_has_a_colour_of_its_own() -> None:
    assert ACCENTS.keys() == set(Verdict)
    assert len(set(ACCENTS.values())) == len(Verdict)


@pytest.mark.parametrize(("count", "rows"), [(0, []), (1, [1]), (5, [5]), (6, [5, 1])])
def test_buttons_stand_in_rows_of_five(count: int, rows: list[int]) -> None:
    _, *below = layout(PAGE, buttons(count)).to_components()
    assert [len(row["components"]) for row in below] == rows


def test_pictures_and_documents_stand_between_a_page_and_its_buttons() -> None:
    pictures = [Picture(name="chart.png", data=b"", alt="Spain rises to 2.00% in 2025.")]
    documents = [Document(name="nato-calendar.ics", data=b"")]
    made = layout(PAGE, buttons(1), pictures=pictures, documents=documents)
    container, gallery, file, row = made.to_components()
    assert [each["type"] for each in (container, gallery, file, row)] == [17, 12, 13, 1]
    (item,) = gallery["items"]
    assert item["media"]["url"] == "attachment://chart.png"
    assert item["description"] == "Spain rises to 2.00% in 2025."
    assert file["file"]["url"] == "attachment://nato-calendar.ics"


@pytest.mark.parametrize("extra", [0, 1, 500])
def test_words_for_a_picture_are_as_many_as_discord_takes(extra: int) -> None:
    text = ("word " * MOST_ALT)[: MOST_ALT - 3] + "." * (3 + extra)
    short = short_alt(text)
    assert len(short) <= MOST_ALT
    assert short == text if extra == 0 else short.endswith("word…")


def test_a_page_never_times_out() -> None:
    assert layout(PAGE).timeout is None


def test_a_note_is_its_text_alone() -> None:
    (container,) = layout(note("Text", say=SAY)).to_components()
    assert [each["content"] for each in container["components"]] == ["Text"]


AS_TEXT = f"""\
Spain: defence spending – \\↘ behind

The Alliance agreed on at least 3.5% of GDP by 2035 [1]; Spain stands at 2.00% [2], \
1.50 percentage points short: behind.

Agreed: The Hague (25 June 2025 [1])
- \\↘ Core defence At least 3.5% by 2035 [1]: behind.
- Annual plans Each Ally hands in a plan every year that shows how it is going to reach \
the goal. [1][2]

Caveats
- An estimate is NATO's own, for a year not yet closed.

[1] NATO <{ADDRESS}1>
[2] NATO (weak source) <{ADDRESS}2>

As known on 25 November 2026."""


def test_plain_text_has_no_formatting() -> None:
    assert as_text(PAGE) == AS_TEXT


def test_plain_text_does_not_count_down() -> None:
    assert "The summit is in 19 days [1]." in as_text(answer(counting("2026-12-14"), LIVE)[0])


def test_plain_text_says_where_it_is_cut() -> None:
    lines = "\n".join(f"{'word ' * 30}{at}." for at in range(30))
    long = replace(PAGE, plain=replace(PAGE.plain, blocks=(lines,)))
    text = as_text(long)
    assert len(text) <= MOST_CONTENT
    assert text.endswith(f"{PAGE.plain.cut}\n\nAs known on 25 November 2026.")
    assert [line for line in text.split("\n")[:-3] if line not in lines.split("\n")] == []


def test_plain_text_just_short_enough_is_whole() -> None:
    tail = len("\n\nAs known on 25 November 2026.")
    for extra, cut in ((0, False), (1, True)):
        body = "a\n" + "b" * (MOST_CONTENT - tail - 2 + extra)
        text = as_text(replace(PAGE, plain=replace(PAGE.plain, blocks=(body,))))
        assert (PAGE.plain.cut in text) is cut
