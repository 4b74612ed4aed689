"""Draws pictures for answers, beside everything else that the bot does.

What draws holds the interpreter while it does so, and would keep the heart of the connection from
beating: it has a process of its own. There is one, and who asks meanwhile waits for their turn.
"""

import asyncio
import hashlib
import logging
import time
from collections.abc import Sequence

from bot.charts.child import COMMAND, Child, EndedError
from bot.charts.drawing import Format
from bot.charts.errors import ChartError
from bot.charts.kept import Kept
from bot.charts.look import Look
from bot.charts.spec import spec
from bot.metrics import CHART_FAILURES, CHART_SECONDS, CHARTS, CHARTS_KEPT, Metrics
from commands.picture import Chart
from data.messages import mark

SECONDS = 10.0
KEPT = 32 * 1024 * 1024
MOST_WAITING = 256
"""Different pictures at the same time."""
TOO_MANY = mark("Too many charts are waiting to be drawn. Ask again in a moment.")
CLOSED = mark("Charts are not drawn any more.")

_log = logging.getLogger(__name__)


class Painter:
    """`seconds` is how long one picture may take, `kept` how many bytes of pictures are held for
    those who ask for the same. Raises ChartError for what was not drawn."""

    def __init__(
        self,
        *,
        seconds: float = SECONDS,
        kept: int = KEPT,
        metrics: Metrics | None = None,
        command: Sequence[str] = COMMAND,
    ) -> None:
        self.kept = Kept(kept)
        self._seconds = seconds
        self._metrics = metrics or Metrics()
        self._child = Child(command)
        self._turn = asyncio.Lock()
        self._drawing: dict[str, asyncio.Task[bytes]] = {}
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The process that draws, once there is one."""
        return self._child.pid

    async def png(self, chart: Chart, look: Look | None = None) -> bytes:
        return await self._picture(chart, look or Look(), "png")

    async def svg(self, chart: Chart, look: Look | None = None) -> bytes:
        return await self._picture(chart, look or Look(), "svg")

    async def close(self) -> None:
        """Gives up what is being drawn, and ends the process."""
        self._closed = True
        drawing = list(self._drawing.values())
        for each in drawing:
            each.cancel()
        await asyncio.gather(*drawing, return_exceptions=True)
        await self._child.close()

    async def _picture(self, chart: Chart, look: Look, form: Format) -> bytes:
        if self._closed:
            raise ChartError(CLOSED)
        key = _key(chart, look, form)
        found = self.kept.get(key)
        if found is not None:
            self._metrics.count(CHARTS_KEPT)
            return found
        drawing = self._drawing.get(key)
        if drawing is None:
            if len(self._drawing) >= MOST_WAITING:
                self._metrics.count(CHART_FAILURES)
                raise ChartError(TOO_MANY)
            drawing = asyncio.create_task(self._draw(key, chart, look, form))
            self._drawing[key] = drawing
            drawing.add_done_callback(lambda done: self._over(key, done))
        try:
            # Whoever gives up waiting does not take the picture away from the others.
            return await asyncio.shield(drawing)
        except asyncio.CancelledError:
            if drawing.cancelled():
                raise ChartError(CLOSED) from None
            raise

    def _over(self, key: str, done: asyncio.Task[bytes]) -> None:
        del self._drawing[key]
        if not done.cancelled():
            done.exception()  # It has been logged, also where nobody waits for it any more.

    async def _draw(self, key: str, chart: Chart, look: Look, form: Format) -> bytes:
        async with self._turn:
            began = time.perf_counter()
            try:
                picture = await self._drawn(chart, look, form)
            except ChartError as error:
                _log.warning("%s", error)
                self._metrics.count(CHART_FAILURES)
                raise
            self._metrics.count(CHARTS)
            self._metrics.observe(CHART_SECONDS, time.perf_counter() - began)
        self.kept.put(key, picture)
        return picture

    async def _drawn(self, chart: Chart, look: Look, form: Format) -> bytes:
        """A process that ended gets a successor once: it need not have been the chart's fault."""
        asked = spec(chart, look)
        try:
            return await self._child.draw(asked, form, look.scale, seconds=self._seconds)
        except EndedError as error:
            _log.warning("%s It is started again.", error)
            return await self._child.draw(asked, form, look.scale, seconds=self._seconds)


def _key(chart: Chart, look: Look, form: Format) -> str:
    """The same for the same picture."""
    content = f"{form}\n{look!r}\n{chart.model_dump_json()}"
    return hashlib.sha256(content.encode()).hexdigest()
