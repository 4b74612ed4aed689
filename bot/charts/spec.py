"""From the plain values of a picture to a specification in Vega-Lite, with its data in it."""

from bot.charts import bars, lines
from bot.charts.errors import ChartError
from bot.charts.frame import JSON, framed
from bot.charts.look import Look
from commands.picture import Chart
from commands.voice import Voice
from data.messages import mark

MOST_POINTS, MOST_COURSES, MOST_BARS, MOST_LEVELS = 1000, 12, 60, 8
TOO_MUCH = mark("The chart has {count} {things}; at most {most} can be drawn.")


def spec(chart: Chart, look: Look) -> JSON:
    """Raises ChartError where there is more in it than a picture can show."""
    _check(chart)
    voice = Voice.of(look.language)
    plot = bars.plot(chart, look, voice) if chart.bars else lines.plot(chart, look, voice)
    return framed(chart, look, plot)


def _check(chart: Chart) -> None:
    points = [point for course in chart.courses for point in course.points]
    for things, found, most in (
        (mark("lines"), chart.courses, MOST_COURSES),
        (mark("points"), points, MOST_POINTS),
        (mark("bars"), chart.bars, MOST_BARS),
        (mark("levels"), chart.levels, MOST_LEVELS),
    ):
        if len(found) > most:
            raise ChartError(TOO_MUCH.format(count=len(found), things=things, most=most))
    if chart.courses and not points:
        raise ChartError(mark("The chart has no point in it."))
