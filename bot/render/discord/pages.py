"""A briefing as pages, each one message's worth. The same briefing has the same pages."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from bot.render.discord import listing, sections, steps, typed
from bot.render.discord.escapes import code, escape, line
from bot.render.discord.flow import Block
from bot.render.discord.lines import Line, cited, markup, standing, words
from bot.render.discord.page import Page, Place, Say
from bot.render.discord.paper import Paper
from commands.briefing import Briefing, Figure, Sentence
from data.messages import mark
from data.rules import Verdict

__all__ = ["Page", "Place", "Say", "answer", "guide", "note", "sources", "whole", "why"]

_LONGEST_TITLE = 250


def answer(briefing: Briefing, place: Place) -> tuple[Page, ...]:
    """At least one page. The lead is on the first; the stamp is on each, and so is every source
    that is cited there."""

    def countdown(figure: Figure) -> str | None:
        return _countdown(figure, briefing.stamp.as_of) if place.live else None

    verdict = briefing.verdict
    paper = Paper(
        say=place.say,
        title=_title(briefing),
        under="" if verdict is None else sections.badge(verdict, place.say),
        verdict=verdict,
        citations=briefing.citations,
        follow_ups=[
            typed.question(f"/{each.command} {each.arguments}".strip(), place.voice)
            for each in briefing.follow_ups
        ],
        stamp=_stamp(briefing.stamp.sentence),
        short=True,
    )
    return paper.pages(sections.blocks(briefing, countdown, place.say))


def whole(
    briefing: Briefing, place: Place, *, under: str = "", remarks: tuple[str, ...] = ()
) -> tuple[Page, ...]:
    """As much of it on each page as goes into a message. `under` stands below the title, `remarks`
    at the foot; both are escaped."""
    paper = Paper(
        say=place.say,
        title=_title(briefing),
        under=under,
        citations=briefing.citations,
        stamp=_stamp(briefing.stamp.sentence),
        remarks=remarks,
    )
    return paper.pages(sections.blocks(briefing, standing, place.say))


def why(briefing: Briefing, place: Place) -> tuple[Page, ...]:
    """How its figures were worked out and what its words mean; pages end between two steps."""
    paper = Paper(
        say=place.say,
        title=_title(briefing),
        under=place.say(mark("How it was worked out")),
        citations=briefing.citations,
        stamp=_stamp(briefing.stamp.sentence),
    )
    return paper.pages(steps.blocks(briefing, place.say))


def sources(briefing: Briefing, place: Place) -> tuple[Page, ...]:
    """All its sources with what is known of each."""
    weak = any(citation.grade == "other" for citation in briefing.citations)
    meaning = mark("A weak source is neither an official text nor a newspaper of record.")
    paper = Paper(
        say=place.say,
        title=_title(briefing),
        under=place.say(mark("Sources")),
        # Its sources are in the list, and need no links below it as well.
        stamp=Line.of(words(briefing.stamp.sentence.text)),
        remarks=(place.say(meaning),) if weak else (),
    )
    return paper.pages([listing.block(briefing, place.say)])


def note(
    text: str,
    *,
    reference: str | None = None,
    title: str | None = None,
    verdict: Verdict | None = None,
    say: Say,
) -> Page:
    """A short message of words, line by line as given; what does not fit on one page is left out
    and "…" says so."""
    lines = tuple(Line.of(words(each)) for each in text.split("\n"))
    named = say(mark("Reference {reference}"), reference=escape(reference or ""))
    paper = Paper(
        say=say,
        title=line(title or ""),
        under="" if verdict is None else sections.badge(verdict, say),
        verdict=verdict,
        remarks=(named,) if reference is not None else (),
    )
    first, *more = paper.pages([Block(lines=lines, pinned=True)])
    if not more:
        return first
    blocks = (*first.blocks[:-1], f"{first.blocks[-1].rstrip()} …")
    plain = replace(first.plain, tail=paper.remarks)
    return replace(first, blocks=blocks, foot=paper.remarks, of=1, plain=plain)


def guide(typed: Iterable[tuple[str, str]], text: str, *, title: str, say: Say) -> Page:
    """What can be typed, each with what it is for, and a text below; as much as fits on a page."""
    entries = tuple(Line.of(markup(f"- {code(each)} "), words(what)) for each, what in typed)
    lines = tuple(Line.of(words(each)) for each in text.split("\n"))
    paper = Paper(say=say, title=line(title))
    blocks = [Block(lines=each, pinned=True) for each in (entries, lines)]
    return replace(paper.pages(blocks)[0], of=1)


def _title(briefing: Briefing) -> str:
    text = briefing.title.text
    if len(text) > _LONGEST_TITLE:
        text = f"{text[:_LONGEST_TITLE].rpartition(' ')[0]}…"
    return line(text)


def _stamp(sentence: Sentence) -> Line:
    return Line.of(*cited(sentence, standing))


def _countdown(figure: Figure, as_of: str) -> str | None:
    """As Discord counts down by itself, to the beginning of a day in UTC. On the day itself that
    would be hours ago."""
    if figure.until is None or figure.until.startswith(as_of):
        return None
    moment = datetime.fromisoformat(figure.until)
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return f"<t:{int(aware.timestamp())}:R>"
