"""What is sent beside a body: that it is there, and that it is not too much.

Sources: Discord's topic "Uploading Files" and its table of error codes; the code of a missing file
as in https://github.com/Cogmasters/concord/issues/78.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.standin.checks.problems import JSON, Form, Refusal

MOST_FILES = 10
"""Of one message, those kept by an edit included."""
MOST_OF_A_FILE = 10 * 1024 * 1024
"""Bytes, where nobody pays for more."""


@dataclass(frozen=True, slots=True)
class File:
    name: str
    data: bytes


Files = Mapping[int, File]
"""By the numbers that their parts of a body have: files[0] and so on."""


def look_at_files(form: Form, files: Files, before: JSON) -> None:
    """Note in the form of `attachments` what has no file behind it, in the body or in the message
    as it was; raises Refusal for too many and too large ones."""
    if any(len(each.data) > MOST_OF_A_FILE for each in files.values()):
        raise Refusal(413, 40005, "Request entity too large")
    held = {str(each["id"]) for each in before.get("attachments") or ()}
    there = held | {str(number) for number in files}
    for each in form.each():
        if str(each.at("id").value) not in there:
            each.say("ATTACHMENT_NOT_FOUND", "Attachment data not found")
    kept = held if form.value is None else held & {str(e.at("id").value) for e in form.each()}
    if len(kept) + len(files) > MOST_FILES:
        said = f"Maximum number of attachments in a message reached ({MOST_FILES})"
        raise Refusal(400, 30015, said)


def names_of(entries: Any, files: Files | None, before: JSON) -> Iterator[str]:
    """What a component may refer to. An edit that names no attachments keeps those there were; a
    file that no entry describes has the name it came with. `files` None: the entries are believed.
    """
    held = {str(each["id"]): each.get("filename") for each in before.get("attachments") or ()}
    kept = [{"id": id} for id in held] if entries is None else entries
    named = {str(each.get("id")): each.get("filename") for each in kept}
    for number, file in (files or {}).items():
        named[str(number)] = named.get(str(number)) or file.name
    yield from filter(None, (name or held.get(id) for id, name in named.items()))
