from collections.abc import Mapping
from typing import Any

from tests.standin.checks.attached import Files, look_at_files, names_of
from tests.standin.checks.components import COMPONENTS_V2, Totals, look_at_components
from tests.standin.checks.embeds import look_at_embeds
from tests.standin.checks.problems import JSON, Form, Refusal
from tests.standin.checks.values import flag, listing, mapping, number, one_of, snowflake, text

MOST_CONTENT = 2000
MOST_NONCE = 25
MOST_BYTES = 10_000
"""About here Discord answers 500 to the text of Components V2, and no further than that goes."""
# Measured to the byte in https://github.com/discord/discord-api-docs/issues/8554.
BYTES_OF_A_MESSAGE, BYTES_OF_A_TEXT = 10_170, 12

SUPPRESS_EMBEDS, EPHEMERAL, SUPPRESS_NOTIFICATIONS, IS_VOICE = 1 << 2, 1 << 6, 1 << 12, 1 << 13
SETTABLE = SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | IS_VOICE | COMPONENTS_V2
LEGACY = ("content", "embeds", "sticker_ids", "poll", "shared_client_theme")
SHOWN = (*LEGACY, "components", "attachments")
FORWARD = 1


def check_message(
    body: JSON,
    *,
    interaction: bool,
    ephemeral_allowed: bool,
    edited: JSON | None = None,
    files: Files | None = None,
) -> None:
    """Hold a message to Discord's rules; raises Refusal with what Discord would answer.

    `body` is that of a message to be made or edited, or the `data` of an interaction's callback:
    `interaction` says which, and with it where the errors stand. `edited` is the message as it was,
    where one is edited. `files` came beside the body; None: not known, and it is believed. A
    private answer (EPHEMERAL) is refused where none is possible: Discord drops the flag there, and
    everybody sees what was meant for one person.
    """
    form = Form({"data": body}).at("data") if interaction else Form(body)
    if not mapping(form):
        form.settle()
    before = edited or {}
    _look_at_flags(form.at("flags"), ephemeral_allowed=ephemeral_allowed)
    form.settle()
    flags = (body.get("flags") or 0) | (_flags(before) & COMPONENTS_V2)
    _look_at_fields(form)
    if files is not None:
        look_at_files(form.at("attachments"), files, before)
    form.settle()
    names = frozenset(names_of(body.get("attachments"), files, before))
    totals = look_at_components(form.at("components"), flags, files=names)
    if flags & COMPONENTS_V2:
        _look_for_legacy(form, before)
    form.settle()
    if not files:
        _refuse_empty(body, before)
    if flags & COMPONENTS_V2:
        _refuse_heavy(totals)


def _flags(message: JSON) -> int:
    return message.get("flags") or 0


def _look_at_flags(form: Form, *, ephemeral_allowed: bool) -> None:
    if not number(form, least=0, most=2**63 - 1):
        return
    settable = SETTABLE | (EPHEMERAL if ephemeral_allowed else 0)
    if form.value & ~settable:
        said = f"The flags {form.value & ~settable} cannot be set here"
        form.say("MESSAGE_FLAGS_NOT_ALLOWED", said)


def _look_at_fields(form: Form) -> None:
    text(form.at("content"), most=MOST_CONTENT)
    flag(form.at("tts"))
    flag(form.at("enforce_nonce"))
    _look_at_nonce(form.at("nonce"))
    _look_at_mentions(form.at("allowed_mentions"))
    look_at_embeds(form.at("embeds"))
    listing(form.at("sticker_ids"), most=3)
    if listing(form.at("attachments"), most=10):
        for each in form.at("attachments").each():
            text(each.at("filename"), least=1, most=1024)
            text(each.at("description"), most=1024)


def _look_at_nonce(form: Form) -> None:
    if isinstance(form.value, str):
        text(form, most=MOST_NONCE)
    else:
        number(form, least=-(2**63), most=2**63 - 1)


def _look_at_mentions(form: Form) -> None:
    if form.value is None or not mapping(form):
        return
    flag(form.at("replied_user"))
    parse = form.at("parse")
    if listing(parse, most=3):
        for each in parse.each():
            one_of(each, ("users", "roles", "everyone"))
    for name in ("users", "roles"):
        named = form.at(name)
        if not listing(named, most=100):
            continue
        for each in named.each():
            snowflake(each)
        if named.value and name in (parse.value or ()):
            said = f'parse:["{name}"] and {name}: [ids...] are mutually exclusive.'
            form.say("MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", said)


def _look_for_legacy(form: Form, before: JSON) -> None:
    for name in LEGACY:
        value = form.value.get(name) if name in form.value else before.get(name)
        if value:
            said = f"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
            form.at(name).say("MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", said)


def _refuse_empty(body: JSON, before: JSON) -> None:
    after: Mapping[str, Any] = {**before, **body}
    if not any(_shown(after.get(name)) for name in SHOWN) and not _is_forward(after):
        raise Refusal(400, 50006, "Cannot send an empty message")


def _shown(value: object) -> bool:
    """Discord trims text: one of spaces alone is none."""
    return bool(value.strip() if isinstance(value, str) else value)


def _is_forward(message: JSON) -> bool:
    reference = message.get("message_reference") or {}
    return reference.get("type") == FORWARD


def _refuse_heavy(totals: Totals) -> None:
    stored = totals.bytes + BYTES_OF_A_TEXT * totals.texts
    if totals.bytes > MOST_BYTES or stored > BYTES_OF_A_MESSAGE:
        raise Refusal(500, 0, "500: Internal Server Error")
