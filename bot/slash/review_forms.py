"""The forms of the review, and what was typed into them."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

import discord
from discord import TextStyle, ui

from bot.editing import editable, pairs
from bot.slash.review_codes import Action, write
from commands.voice import Say
from data.errors import QuestionError
from data.facts.soundness.text import LONGEST, LONGEST_ADDRESS
from data.messages import mark
from data.store.proposals import Queued

EDIT_TITLE = mark("Edit proposal {id}")
REJECT_TITLE = mark("Reject proposal {id}")
UNDO_TITLE = mark("Undo the decision on proposal {id}")
CLAIM = mark("Claim, a line for each record")
VALUES = mark("Values, one a line")
SOURCE_TITLE = mark("Title of the source")
PUBLISHER = mark("Publisher")
ADDRESS = mark("Address")
REASON = mark("Reason, which stays in the log")

ONE_LINE_EACH = mark("{count} records need {count} lines of claims; there are {given}.")

CLAIM_FIELD, VALUES_FIELD, REASON_FIELD = "claim", "values", "reason"
_SOURCE = {"title": "source.title", "publisher": "source.publisher", "url": "source.url"}
_LONGEST_VALUE = 4000
_LONGEST_TITLE = 45
"""Of a form, and of a field of it."""

Typed = Mapping[str, str]
"""By the fields of the form."""


def edit_form(queued: Queued, say: Say, typed: Typed | None = None) -> ui.Modal:
    """What it would record and where it was read, or what was typed before in place of that."""
    shown = typed or _shown(queued)
    form = _form(say(EDIT_TITLE, id=queued.id), write(Action.EDITED, queued.id))
    _add(form, say(CLAIM), CLAIM_FIELD, shown, style=TextStyle.paragraph, required=True)
    _add(form, say(VALUES), VALUES_FIELD, shown, style=TextStyle.paragraph)
    _add(form, say(SOURCE_TITLE), "title", shown, longest=LONGEST)
    _add(form, say(PUBLISHER), "publisher", shown, longest=LONGEST)
    _add(form, say(ADDRESS), "url", shown, longest=LONGEST_ADDRESS)
    return form


def reason_form(action: Action, id: int, say: Say) -> ui.Modal:
    """REJECTED or UNDONE."""
    title = REJECT_TITLE if action is Action.REJECTED else UNDO_TITLE
    form = _form(say(title, id=id), write(action, id))
    style = TextStyle.paragraph
    _add(form, say(REASON), REASON_FIELD, {}, style=style, longest=LONGEST, required=True)
    return form


def typed_in(interaction: discord.Interaction[Any]) -> dict[str, str]:
    data = cast(Mapping[str, Any], interaction.data or {})
    return dict(_values(data.get("components", ())))


def changes_of(queued: Queued, typed: Typed) -> dict[str, str]:
    """What differs from the proposal, by the paths of its fields. Raises QuestionError."""
    claims = [line.strip() for line in typed.get(CLAIM_FIELD, "").splitlines() if line.strip()]
    paths = _claim_paths(queued)
    if len(claims) != len(paths):
        raise QuestionError(ONE_LINE_EACH, count=len(paths), given=len(claims))
    found = dict(zip(paths, claims, strict=True))
    found |= pairs(typed.get(VALUES_FIELD, ""))
    found |= {path: typed[field].strip() for field, path in _SOURCE.items() if field in typed}
    known = editable(queued.proposal.values, queued.source)
    return {path: text for path, text in found.items() if known.get(path) != text}


def _claim_paths(queued: Queued) -> list[str]:
    known = editable(queued.proposal.values)
    return [path for path in known if path.removesuffix("claim").rstrip(".").isdigit()] or ["claim"]


def _shown(queued: Queued) -> dict[str, str]:
    known, claims = editable(queued.proposal.values, queued.source), _claim_paths(queued)
    lines: list[str] = []
    room = _LONGEST_VALUE
    for path, text in known.items():
        line = f"{path}: {text}"
        # What is left out stays as it is.
        if path not in claims and not path.startswith("source.") and len(line) < room:
            lines.append(line)
            room -= len(line) + 1
    return {
        CLAIM_FIELD: "\n".join(known[path] for path in claims),
        VALUES_FIELD: "\n".join(lines),
        **{field: known[path] for field, path in _SOURCE.items()},
    }


def _form(title: str, custom_id: str) -> ui.Modal:
    form = ui.Modal(title=title[:_LONGEST_TITLE], custom_id=custom_id, timeout=None)
    # What is sent comes by its custom id, after a restart as well: discord.py need not keep it.
    form.stop()
    return form


def _add(
    form: ui.Modal,
    label: str,
    field: str,
    shown: Typed,
    *,
    style: TextStyle = TextStyle.short,
    longest: int = _LONGEST_VALUE,
    required: bool = False,
) -> None:
    field_: ui.TextInput[Any] = ui.TextInput(
        custom_id=field,
        style=style,
        default=shown.get(field, "")[:longest] or None,
        required=required,
        max_length=longest,
    )
    form.add_item(ui.Label(text=label[:_LONGEST_TITLE], component=field_))


def _values(components: Any) -> Iterator[tuple[str, str]]:
    for each in components:
        if "custom_id" in each and isinstance(each.get("value"), str):
            yield each["custom_id"], each["value"]
        yield from _values(each.get("components", ()))
        if (inside := each.get("component")) is not None:
            yield from _values((inside,))
