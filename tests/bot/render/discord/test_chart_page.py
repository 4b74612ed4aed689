"""What stands above a chart that is shown by itself, and in its place where it is not drawn."""

import pytest

from bot.render.discord import chart_page
from bot.render.discord.layout import layout
from bot.render.discord.page import Page, Picture
from bot.render.discord.sizes import size_of
from commands.briefing import Briefing, Chart
from data.facts.knowledge import Knowledge
from tests.bot.render.discord.conftest import NOW, PLACE, THEN, Ask
from tests.bot.render.discord.reading import read

ASKED = [
    ("target", {"member": "Spain"}),
    ("ranking", {}),
    ("compare", {"members": "USA, GBR, FRA, DEU, ITA, POL"}),
    ("path", {"member": "Belgium", "shape": "late"}),
]


def charted(briefing: Briefing) -> Chart:
    assert briefing.chart is not None
    return briefing.chart


def text_of(page: Page) -> str:
    return read("\n".join((f"## {page.title}", *page.blocks, *page.foot)))


@pytest.mark.parametrize("day", [THEN, NOW])
@pytest.mark.parametrize(("command", "arguments"), ASKED, ids=[name for name, _ in ASKED])
def test_a_chart_has_its_title_its_source_and_its_day(
    ask: Ask, command: str, arguments: dict[str, str], day: str
) -> None:
    briefing = ask(command, day, **arguments)
    chart = charted(briefing)
    text = text_of(chart_page.shown(briefing, chart, PLACE))
    for sentence in (chart.title, chart.source, briefing.stamp.sentence):
        assert sentence.text in text
    assert chart.alt.text not in text


@pytest.mark.parametrize(("command", "arguments"), ASKED, ids=[name for name, _ in ASKED])
def test_a_chart_that_is_not_drawn_is_told(
    ask: Ask, command: str, arguments: dict[str, str]
) -> None:
    briefing = ask(command, NOW, **arguments)
    chart = charted(briefing)
    text = text_of(chart_page.told(briefing, chart, PLACE))
    assert chart.alt.text in text
    assert chart.source.text in text


@pytest.mark.parametrize("day", [THEN, NOW])
def test_every_chart_of_a_member_fits_into_a_message(
    ask: Ask, knowledge: Knowledge, day: str
) -> None:
    answers = [ask("target", day, member=each.id) for each in knowledge.roster]
    drawn = [each for each in answers if each.chart is not None]
    assert len(drawn) > len(answers) - 3
    for briefing in drawn:
        chart = charted(briefing)
        page = chart_page.told(briefing, chart, PLACE)
        picture = Picture(name="chart.png", data=b"", alt=chart.alt.text)
        assert page.of == 1
        assert size_of(layout(page, pictures=[picture]).to_components()).fits
