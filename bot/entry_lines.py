"""What happened to many records, a line each: it is broken at the edge, and goes on set in."""

from rich.text import Text

from bot.difference import BARE, NOTHING, SAID, SIGNS
from bot.fact_store import Page
from bot.fields import differences
from bot.render.lines import hang
from bot.render.plain import plain
from data.facts.kinds import Value
from data.facts.log import Change, Entry
from data.messages import mark
from data.rules.commitments import Commitment

DATED = mark("{sign} {day} {kind} {id}: {words}")
DATED_BARE = mark("{sign} {day} {kind} {id}")
DIFFERS = mark("{field} {before} -> {after}")
REASON = mark("Because: {reason}")
SIGNED = mark("By {name}.")
RESTS = mark("[{sources}]")


def change_line(change: Change, page: Page) -> list[Text]:
    """What became known, changed or was withdrawn, from which day on, and what it rests on."""
    entry = change.entry
    rests = ", ".join(page.graded(change.after or change.before))
    parts = [
        _words(change.before, change.after, page),
        _reason(entry, page),
        page.voice.fill(RESTS, sources=rests) if rests else "",
    ]
    day = entry.governs_from if change.after is None else max(entry.known_from, entry.governs_from)
    return _dated(SIGNS[sort(change)], str(day), entry, parts, page)


def entry_line(entry: Entry, page: Page) -> list[Text]:
    """What was written, at which moment, and by whom."""
    at = entry.at.astimezone(page.zone).isoformat(" ", "minutes")
    signed = page.voice.fill(SIGNED, name=entry.by)
    parts = [claim(entry.value), _reason(entry, page), signed]
    return _dated(SIGNS[entry.action], at, entry, parts, page)


def written_line(entry: Entry, before: Value | None, page: Page) -> list[Text]:
    """What has just been written; `before` is what it corrects or withdraws."""
    words = _words(before, entry.value, page)
    told = page.voice.fill(
        SAID if words else BARE, sign=SIGNS[entry.action], kind=entry.kind, id=entry.id, words=words
    )
    return _line(told, page)


def sort(change: Change) -> str:
    """`recorded`, `corrected` or `retracted`, as it looks from the two days."""
    if change.before is None:
        return "recorded"
    return "retracted" if change.after is None else "corrected"


def claim(value: Value | None) -> str:
    """What a record says, in a sentence if it has one."""
    names = ("title", "claim") if isinstance(value, Commitment) else ("claim", "title")
    return next((text for name in names if (text := getattr(value, name, ""))), "")


def _words(before: Value | None, after: Value | None, page: Page) -> str:
    if before is None or after is None:
        return claim(after or before)
    return "; ".join(
        page.voice.fill(
            DIFFERS,
            field=each.field,
            before=each.before or NOTHING,
            after=each.after or NOTHING,
        )
        for each in differences(before, after)
    )


def _reason(entry: Entry, page: Page) -> str:
    return "" if entry.because is None else page.voice.fill(REASON, reason=entry.because)


def _dated(sign: str, day: str, entry: Entry, parts: list[str], page: Page) -> list[Text]:
    said, *more = parts
    if said and not said.endswith(".") and any(more):
        said += "."
    words = " ".join(part for part in (said, *more) if part)
    template = DATED if words else DATED_BARE
    told = page.voice.fill(template, sign=sign, day=day, kind=entry.kind, id=entry.id, words=words)
    return _line(told, page)


def _line(text: str, page: Page) -> list[Text]:
    sign, _, rest = plain(text).partition(" ")
    return hang(Text(f"{sign} "), Text(rest), page.width)
