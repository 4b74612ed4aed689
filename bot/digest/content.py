"""A digest as an answer that can be shown, with its buttons and pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.render.discord import pages
from bot.render.discord.pages import Place
from bot.replies.answers import Answer
from bot.replies.codes import Settled
from bot.replies.content import content
from bot.replies.issues import Issue
from commands import digest
from commands.desk import Desk
from commands.digest_written import WrittenChange


@dataclass(frozen=True, slots=True)
class Content:
    answer: Answer
    is_quiet: bool


def work_out(desk: Desk, issue: Issue, written: Sequence[WrittenChange]) -> Content:
    briefing = digest.brief(
        desk,
        issue.day,
        since=issue.since,
        parts=issue.parts,
        shorten=issue.short,
        written=written,
    )
    place = Place(voice=desk.voice, live=True)
    question = Settled(name="digest", arguments={}, as_of=issue.day, floating=True)
    answer = Answer(question, briefing, place, pages.answer(briefing, place), content(briefing))
    return Content(answer, digest.is_quiet(desk, issue.day, issue.since, written))
