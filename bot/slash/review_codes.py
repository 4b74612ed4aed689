"""What buttons and forms of the review say to us. All of it is in the custom id, so that a button
still works after a restart."""

from dataclasses import dataclass
from enum import StrEnum

PREFIX = "a3r:"
VERSION = "1"

_BETWEEN = ":"
_MOST_DIGITS = 9


class Action(StrEnum):
    """Those in the past tense come with a form that was filled in."""

    ACCEPT = "accept"
    EDIT = "edit"
    EDITED = "edited"
    REJECT = "reject"
    REJECTED = "rejected"
    UNDO = "undo"
    UNDONE = "undone"
    SEND = "send"


@dataclass(frozen=True, slots=True)
class Pressed:
    """`of` is the number of a proposal; of SEND it names what was found in a message."""

    action: Action
    of: int


class FormError(Exception):
    """A button of a form that this release does not know."""


def write(action: Action, of: int) -> str:
    return PREFIX + _BETWEEN.join((VERSION, action, str(of)))


def read(custom_id: str) -> Pressed:
    """Raises FormError."""
    words = custom_id.removeprefix(PREFIX).split(_BETWEEN)
    try:
        version, action, of = words
        known = Action(action)
    except ValueError as error:
        raise FormError from error
    if version != VERSION or not (of.isascii() and of.isdecimal() and of == str(int(of))):
        raise FormError
    if known is not Action.SEND and len(of) > _MOST_DIGITS:
        raise FormError
    return Pressed(known, int(of))
