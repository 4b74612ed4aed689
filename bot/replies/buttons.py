"""The buttons under an answer, on messages of this run and of any before it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Self

import discord

from bot.replies import codes
from bot.replies.answers import Answer
from bot.replies.codes import Action, Part, Press, Settled, fits
from bot.replies.issues import Issue
from commands.voice import Say
from data.messages import mark

LABELS: dict[Action, str] = {
    Action.WHY: mark("Why?"),
    Action.SOURCES: mark("Sources"),
    Action.HISTORY: mark("History"),
    Action.REFRESH: mark("Refresh"),
    Action.CHART: mark("Chart"),
    Action.FILE: mark("Calendar file"),
    Action.EVENTS: mark("Add to server events"),
}
PREVIOUS = mark("Previous page")
NEXT = mark("Next page")


class Button(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]],
    template=re.compile(re.escape(codes.PREFIX) + ".*", re.DOTALL),
):
    """Takes buttons of every form, those of other releases too, so that each press is answered."""

    def __init__(self, custom_id: str, label: str | None = None) -> None:
        super().__init__(discord.ui.Button(label=label or codes.PREFIX, custom_id=custom_id))

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[discord.Client],  # noqa: ARG003
        item: discord.ui.Item[discord.ui.LayoutView],  # noqa: ARG003
        match: re.Match[str],
        /,
    ) -> Self:
        return cls(match[0])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.client.pressed(interaction, self.custom_id)


def buttons(
    answer: Answer,
    question: Settled,
    part: Part,
    page: int,
    of: int,
    say: Say,
    *,
    issue: Issue | None = None,
    drawn: bool = False,
    events: bool = False,
) -> tuple[Button, ...]:
    """Pages first, where there are several; then what opens the answer up. `drawn`: its chart is
    shown already. `events`: whoever asks may add to those of the server."""
    presses: list[tuple[str, Press]] = [
        (label, Press(action=Action.PAGE, question=question, part=part, page=number))
        for label, number in ((PREVIOUS, page - 1), (NEXT, page + 1))
        if 1 <= number <= of
    ]
    if part == "answer":
        offered = _offered(answer, question, drawn=drawn, events=events)
        presses.extend((LABELS[press.action], press) for press in offered)
    under = ((label, replace(press, issue=issue)) for label, press in presses)
    # An answer without one of its buttons is worth more than none.
    return tuple(Button(codes.write(press), say(label)) for label, press in under if fits(press))


def _offered(answer: Answer, question: Settled, *, drawn: bool, events: bool) -> Iterator[Press]:
    if answer.briefing.chart is not None and not drawn:
        yield Press(action=Action.CHART, question=question)
    if question.name == CALENDAR:
        yield Press(action=Action.FILE, question=question)
        # What was ahead on an earlier day need not be ahead any more.
        if events and question.floating:
            yield Press(action=Action.EVENTS, question=question)
    if answer.briefing.derivations:
        yield Press(action=Action.WHY, question=question)
    if answer.briefing.citations:
        yield Press(action=Action.SOURCES, question=question)
    subject = answer.briefing.subject
    if subject is not None and question.name != HISTORY:
        yield Press(action=Action.HISTORY, question=_history(subject, question))
    if question.floating:
        yield Press(action=Action.REFRESH, question=question, seen=answer.content)


HISTORY, CALENDAR = "history", "calendar"


def _history(subject: str, question: Settled) -> Settled:
    """What was known when, of the member or meeting that an answer is about."""
    return Settled(
        name=HISTORY,
        arguments={"subject": subject},
        as_of=question.as_of,
        floating=question.floating,
    )
