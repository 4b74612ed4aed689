"""What became of the events that somebody wanted to add, for them to read."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.render.discord.escapes import escape, link
from bot.render.discord.flow import Block
from bot.render.discord.lines import Line, Piece, markup, words
from bot.render.discord.page import Page
from bot.render.discord.paper import Paper
from bot.replies.event_making import Failure, Made, Outcome
from bot.replies.event_plan import Plan, Planned
from commands.voice import Voice
from data.messages import mark

TITLE = mark("Server events")
NOTHING_AHEAD = mark("Nothing is known to be ahead, so there is no event to add.")
NO_DAY = mark("Nothing that is ahead has a day yet, so there is no event to add.")
ALL_THERE = mark("All that is ahead and has a day is among this server's events already.")
NONE_ADDED = mark("No event was added.")
ADDED, THERE, NOT_ADDED = mark("Added"), mark("There already"), mark("Not added")
LISTED = mark("{event} ({days})")
FAILED = mark("{event} ({days}): {why}")
MOVED = mark(
    "{event} is also here for {day}, as I added it before. Delete it if that is no longer its day."
)
BEGUN = mark("On already, which Discord takes no new event for: {names}.")
UNDATED = mark("Without a day so far, and so without an event: {names}.")
CLOCKS = mark(
    "Whole days are those of the clocks where the meeting is; where no place is known, those of "
    "UTC. Discord shows them by your own clock."
)

_MOST_NAMES = 8


_HERE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Where the link goes, which is more than words."""


def told(outcome: Outcome, plan: Plan, voice: Voice) -> Page:
    say = voice.fill
    blocks = [
        Block(lines=tuple(Line.of(words(each)) for each in _lead(outcome, plan, voice))),
        _listed(say(ADDED), outcome.made, voice),
        _failed(outcome, voice),
        _listed(say(THERE), outcome.there, voice),
        Block(lines=tuple(_moved(each, voice) for each in outcome.moved)),
        Block(lines=tuple(Line.of(words(each)) for each in _no_events(plan, voice))),
    ]
    remarks = (escape(say(CLOCKS)),) if outcome.made or outcome.there else ()
    first, *more = Paper(say=say, title=escape(say(TITLE)), remarks=remarks).pages(blocks)
    return replace(first, foot=remarks, of=1) if more else first


def _lead(outcome: Outcome, plan: Plan, voice: Voice) -> Iterator[str]:
    count = len(outcome.made)
    if not plan.ahead:
        nothing = not plan.undated and not plan.begun
        yield voice.text(NOTHING_AHEAD if nothing else NO_DAY if plan.undated else NONE_ADDED)
    elif count:
        said = voice.translations.ngettext(
            "{number} event was added to this server.",
            "{number} events were added to this server.",
            count,
        )
        yield voice.counted(said, count)
    else:
        yield voice.text(NONE_ADDED if outcome.failed else ALL_THERE)
    if outcome.left:
        said = voice.translations.ngettext(
            "{number} further one is ahead. Press again to add it.",
            "{number} further ones are ahead. Press again to add them.",
            outcome.left,
        )
        yield voice.counted(said, outcome.left)


def _listed(heading: str, events: Iterable[Made], voice: Voice) -> Block:
    lines = tuple(_item(each, voice) for each in events)
    return Block(lines=lines, heading=Line.of(words(heading)) if lines else None, pinned=True)


def _item(made: Made, voice: Voice) -> Line:
    return Line.of(markup("- "), *_linked(LISTED, made, voice, days=made.event.days))


def _moved(made: Made, voice: Voice) -> Line:
    return Line.of(*_linked(MOVED, made, voice, day=voice.day(made.day)))


def _linked(template: str, made: Made, voice: Voice, **values: str) -> tuple[Piece, ...]:
    name = made.event.name
    before, _, after = voice.fill(template, event=_HERE, **values).partition(_HERE)
    return (
        markup(escape(before)),
        markup(link(name, made.url), escape(name)),
        markup(escape(after)),
    )


def _failed(outcome: Outcome, voice: Voice) -> Block:
    lines = tuple(_reason(event, why, voice) for event, why in outcome.failed)
    heading = Line.of(words(voice.text(NOT_ADDED))) if lines else None
    return Block(lines=lines, heading=heading, pinned=True)


def _reason(event: Planned, why: Failure, voice: Voice) -> Line:
    values = {"event": event.name, "days": event.days, "why": voice.text(why.sentence)}
    return Line.of(markup("- "), markup(escape(voice.fill(FAILED, **values))))


def _no_events(plan: Plan, voice: Voice) -> Iterator[str]:
    """What is ahead all the same."""
    for template, names in ((BEGUN, plan.begun), (UNDATED, plan.undated)):
        if names:
            # Some names have commas of their own.
            yield voice.fill(template, names="; ".join(names[:_MOST_NAMES]))
