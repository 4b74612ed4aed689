"""What stands above a chart that is shown by itself."""

from bot.render.discord.escapes import line
from bot.render.discord.flow import Block
from bot.render.discord.lines import Line, cited, standing
from bot.render.discord.page import Page, Place
from bot.render.discord.paper import Paper
from commands.briefing import Briefing, Chart, Sentence


def shown(briefing: Briefing, chart: Chart, place: Place) -> Page:
    """Its title and its source; the picture itself says the rest."""
    return _page(briefing, chart, place, chart.source)


def told(briefing: Briefing, chart: Chart, place: Place) -> Page:
    """In words, for want of the picture."""
    return _page(briefing, chart, place, chart.alt, chart.source)


def _page(briefing: Briefing, chart: Chart, place: Place, *sentences: Sentence) -> Page:
    paper = Paper(
        say=place.say,
        title=line(chart.title.text),
        citations=briefing.citations,
        stamp=Line.of(*cited(briefing.stamp.sentence, standing)),
    )
    lines = tuple(Line.of(*cited(each, standing)) for each in sentences)
    return paper.pages([Block(lines=lines, pinned=True)])[0]
