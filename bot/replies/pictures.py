"""Charts with answers. None is lost or late for its picture: that has some seconds, and where there
is none then, the answer says so and goes without."""

import asyncio
import logging
import re
from dataclasses import replace
from typing import Protocol

from bot.charts import ChartError
from bot.charts.look import Look
from bot.render.discord import chart_page
from bot.render.discord.escapes import escape
from bot.render.discord.page import Page, Picture
from bot.replies.answers import Answer
from bot.replies.codes import Settled
from bot.replies.delivery import Message
from bot.replies.failures import reference
from bot.replies.interaction import Asked
from commands.picture import Chart
from data.errors import QuestionError
from data.messages import mark

log = logging.getLogger(__name__)

AT_ONCE = frozenset({"compare", "ranking", "path"})
"""Questions whose answers come with their chart; others have a button for it."""

DRAWN_WITHIN = 6.0
"""Seconds, the wait for others' pictures included."""

NOT_DRAWN = mark("The chart could not be drawn this time.")
NO_CHART = mark("There is no chart of this: no figures are known that one could show.")

_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 80


class Pictures(Protocol):
    """Draws charts. Raises ChartError for what was not drawn."""

    async def png(self, chart: Chart, look: Look | None = None) -> bytes: ...

    async def close(self) -> None: ...


def is_at_once(answer: Answer, question: Settled, page: int) -> bool:
    """Whether a page of an answer comes with its chart."""
    return answer.briefing.chart is not None and question.name in AT_ONCE and page == 1


async def with_picture(
    interaction: Asked, answer: Answer, question: Settled, message: Message, without: Message
) -> Message:
    """`message` with the chart of the answer below it; or `without` and a line that says so."""
    picture = await _picture(interaction, answer, question)
    if picture is not None:
        return replace(message, pictures=(picture,))
    page = _noting(answer.place.say(NOT_DRAWN), without.page)
    return replace(without, page=page, incomplete=True)


async def alone(interaction: Asked, answer: Answer, question: Settled) -> Message:
    """The chart of an answer with what it is of. Raises QuestionError where there is none. What it
    would have shown is said in words where it is not drawn."""
    briefing, place = answer.briefing, answer.place
    if briefing.chart is None:
        raise QuestionError(NO_CHART)
    picture = await _picture(interaction, answer, question)
    if picture is not None:
        page = chart_page.shown(briefing, briefing.chart, place)
        return Message(page=page, pictures=(picture,))
    page = chart_page.told(briefing, briefing.chart, place)
    return Message(page=_noting(place.say(NOT_DRAWN), page), incomplete=True)


async def _picture(interaction: Asked, answer: Answer, question: Settled) -> Picture | None:
    """None where it was not drawn in time, or is more than Discord takes; the log says why."""
    chart = answer.briefing.chart
    if chart is None:
        return None
    look = Look(language=answer.briefing.language)
    ref = reference(interaction)
    try:
        async with asyncio.timeout(DRAWN_WITHIN):
            data = await interaction.client.pictures.png(chart, look)
    except (TimeoutError, ChartError) as error:
        log.warning("%s: no chart: %s", ref, error or "it was not drawn in time")
        return None
    except Exception:
        # Whatever it is, the answer is worth more than its picture.
        log.exception("%s: no chart", ref)
        return None
    if len(data) > interaction.filesize_limit:
        log.error("%s: no chart: it has %s bytes, which are too many", ref, len(data))
        return None
    return Picture(name=_name(question), data=data, alt=chart.alt.text)


def _name(question: Settled) -> str:
    """`nato-target-esp-2026-11-25.png`, for those who keep it."""
    words = [question.name, *(question.arguments[each] for each in sorted(question.arguments))]
    said = _NOT_IN_A_NAME.sub("-", "-".join(words).lower()).strip("-")
    return f"nato-{said[:_LONGEST_NAME]}-{question.as_of.isoformat()}.png"


def _noting(told: str, page: Page) -> Page:
    """In the small print, and in what is left of the page without formatting."""
    line = escape(told)
    plain = replace(page.plain, tail=(line, *page.plain.tail))
    return replace(page, foot=(line, *page.foot), plain=plain)
