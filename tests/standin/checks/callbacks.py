from collections.abc import Mapping

from tests.standin.checks.attached import Files
from tests.standin.checks.choices import look_at_choices
from tests.standin.checks.messages import EPHEMERAL, check_message
from tests.standin.checks.problems import JSON, Form
from tests.standin.checks.values import listing, mapping, missing, number, one_of, text

COMMAND, COMPONENT, AUTOCOMPLETE, SUBMIT = 2, 3, 4, 5
"""What can be asked of an application."""

MESSAGE, DEFER, DEFER_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9

ANSWERS: Mapping[int, tuple[int, ...]] = {
    COMMAND: (MESSAGE, DEFER, MODAL),
    COMPONENT: (MESSAGE, DEFER, DEFER_UPDATE, UPDATE, MODAL),
    AUTOCOMPLETE: (CHOICES,),
    SUBMIT: (MESSAGE, DEFER, DEFER_UPDATE, UPDATE),
}
"""The answers that each may be given."""


def check_callback(
    body: JSON,
    *,
    asked: int,
    option: int = 3,
    edited: JSON | None = None,
    files: Files | None = None,
) -> None:
    """Hold the answer to an interaction to the rules; raises Refusal.

    `asked` is the type of the interaction, `option` the type of the option whose choices were
    asked for, `edited` the message that was pressed, where there is one, and `files` what came
    beside the body.
    """
    form = Form(body)
    if mapping(form) and not missing(form.at("type")):
        one_of(form.at("type"), ANSWERS[asked])
    form.settle()
    kind = body["type"]
    if kind in (MESSAGE, UPDATE):
        before = edited if kind == UPDATE else None
        check_message(
            body.get("data") or {},
            interaction=True,
            ephemeral_allowed=kind == MESSAGE,
            edited=before,
            files=files,
        )
    elif kind == DEFER:
        # Discord leaves out other flags of a deferral without a word.
        number(form.at("data", "flags"), least=0, most=2**63 - 1)
    elif kind == CHOICES:
        choices = form.at("data", "choices")
        if not missing(choices):
            look_at_choices(choices, option)
    elif kind == MODAL:
        _look_at_modal(form.at("data"))
    form.settle()


def is_private(body: JSON) -> bool:
    """Whether only who asked is to see the answer."""
    return bool(((body.get("data") or {}).get("flags") or 0) & EPHEMERAL)


def _look_at_modal(form: Form) -> None:
    if missing(form) or not mapping(form):
        return
    for name, most in (("custom_id", 100), ("title", 45)):
        if not missing(form.at(name)):
            text(form.at(name), least=1, most=most)
    if not missing(form.at("components")):
        listing(form.at("components"), least=1, most=5)
