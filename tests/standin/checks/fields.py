"""Which fields Discord knows. It passes over others in silence; a slip must not pass here."""

from collections.abc import Mapping

from tests.standin.checks.routes import Templates

ANY = "anything"
"""The shape of a value that is not looked into."""

Shape = Mapping[str, str]
"""The fields of an object, and the shape of the value of each, or of the entries of its list."""


def _shape(plain: str, **inside: str) -> Shape:
    return {**dict.fromkeys(plain.split(), ANY), **inside}


_SHOWN = _shape(
    "content tts flags poll",
    embeds="embed",
    allowed_mentions="mentions",
    components="component",
    attachments="attachment",
)
_OPTION = _shape(
    "type description description_localizations name name_localizations required autocomplete "
    "min_value max_value min_length max_length channel_types file_types",
    choices="choice",
    options="option",
)
_COMPONENT = _shape("type id")
_SELECT = {**_COMPONENT, **_shape("custom_id placeholder min_values max_values disabled required")}

SHAPES: Mapping[str, Shape] = {
    "message": {
        **_SHOWN,
        **_shape(
            "nonce enforce_nonce sticker_ids shared_client_theme", message_reference="reference"
        ),
    },
    # Clients send tts with an edit and sticker_ids to clear them, though neither can be changed.
    "edit": {**_SHOWN, **_shape("sticker_ids")},
    "webhook": {**_SHOWN, **_shape("username avatar_url thread_name applied_tags")},
    "callback": _shape("type", data="data"),
    "data": {**_SHOWN, **_shape("custom_id title"), "choices": "choice"},
    "reference": _shape("type message_id channel_id guild_id fail_if_not_exists"),
    "mentions": _shape("parse users roles replied_user"),
    "attachment": _shape(
        "id filename description title duration_secs waveform is_spoiler is_remix"
    ),
    "embed": _shape(
        "type title url description color timestamp flags provider video",
        author="embed author",
        footer="embed footer",
        image="picture",
        thumbnail="picture",
        fields="embed field",
    ),
    "embed author": _shape("name url icon_url"),
    "embed footer": _shape("text icon_url"),
    "embed field": _shape("name value inline"),
    "picture": _shape("url"),
    "emoji": _shape("id name animated"),
    "media": _shape("url"),
    "gallery item": _shape("description spoiler", media="media"),
    "select option": _shape("label value description default", emoji="emoji"),
    "default value": _shape("id type"),
    "command": _shape(
        "id type name name_localizations description description_localizations nsfw handler "
        "default_member_permissions dm_permission contexts integration_types",
        options="option",
    ),
    "option": _OPTION,
    "choice": _shape("name name_localizations value"),
    "component 1": {**_COMPONENT, "components": "component"},
    "component 2": {
        **_COMPONENT,
        **_shape("style label custom_id url disabled sku_id", emoji="emoji"),
    },
    "component 3": {**_SELECT, "options": "select option"},
    "component 4": {
        **_COMPONENT,
        **_shape("custom_id style label value placeholder required min_length max_length"),
    },
    "component 5": {**_SELECT, "default_values": "default value"},
    "component 6": {**_SELECT, "default_values": "default value"},
    "component 7": {**_SELECT, "default_values": "default value"},
    "component 8": {**_SELECT, "default_values": "default value", "channel_types": ANY},
    "component 9": {**_COMPONENT, "components": "component", "accessory": "component"},
    "component 10": {**_COMPONENT, "content": ANY},
    "component 11": {**_COMPONENT, **_shape("description spoiler", media="media")},
    "component 12": {**_COMPONENT, "items": "gallery item"},
    "component 13": {**_COMPONENT, **_shape("spoiler", file="media")},
    "component 14": {**_COMPONENT, **_shape("divider spacing")},
    "component 17": {**_COMPONENT, **_shape("accent_color spoiler", components="component")},
    "component 18": {**_COMPONENT, **_shape("label description", component="component")},
    "event": _shape(
        "name description image scheduled_start_time scheduled_end_time privacy_level entity_type "
        "channel_id recurrence_rule",
        entity_metadata="event place",
    ),
    "event place": _shape("location"),
    "channel of one": _shape("recipient_id"),
    "nothing": {},
}

_MESSAGES = "/channels/{channel_id}/messages"
_ANSWERS = "/webhooks/{webhook_id}/{webhook_token}"
_COMMANDS = "/applications/{application_id}/commands"
_OF_A_GUILD = "/applications/{application_id}/guilds/{guild_id}/commands"

BODIES: Mapping[tuple[str, str], str] = {
    ("POST", _MESSAGES): "message",
    ("PATCH", f"{_MESSAGES}/{{message_id}}"): "edit",
    ("POST", f"{_MESSAGES}/{{message_id}}/crosspost"): "nothing",
    ("POST", _ANSWERS): "webhook",
    ("PATCH", f"{_ANSWERS}/messages/@original"): "edit",
    ("PATCH", f"{_ANSWERS}/messages/{{message_id}}"): "edit",
    ("POST", "/interactions/{interaction_id}/{interaction_token}/callback"): "callback",
    ("POST", "/users/@me/channels"): "channel of one",
    ("POST", "/guilds/{guild_id}/scheduled-events"): "event",
    **{
        (method, f"{commands}{one}"): "command"
        for commands in (_COMMANDS, _OF_A_GUILD)
        for method, one in (("PUT", ""), ("POST", ""), ("PATCH", "/{command_id}"))
    },
}

_TEMPLATES = Templates(path for _, path in BODIES)


def unknown_fields(method: str, path: str, body: object) -> list[str]:
    """A sentence for each field of the body of a request that Discord does not know there.

    The path may have its parameters filled or not. A route whose body is not known here is a
    sentence of its own, where there is a body.
    """
    if body is None:
        return []
    shape = BODIES.get((method.upper(), _TEMPLATES.find(path) or ""))
    if shape is None:
        return [f"The fields that {method} {path} may have are not known."]
    return _unknown(body, shape, ())


def _unknown(value: object, shape: str, path: tuple[str, ...]) -> list[str]:
    if isinstance(value, list):
        inside = [_unknown(each, shape, (*path, str(at))) for at, each in enumerate(value)]
        return [said for each in inside for said in each]
    if shape == ANY or not isinstance(value, Mapping):
        return []
    fields = _fields(shape, value)
    if fields is None:
        return [f"{_place(path)} is of the type {value.get('type')!r}, which no component is."]
    found: list[str] = []
    for name, inner in value.items():
        if name in fields:
            found += _unknown(inner, fields[name], (*path, name))
        else:
            found.append(f"{_place((*path, name))} is not a field that Discord knows there.")
    return found


def _fields(shape: str, value: Mapping[str, object]) -> Shape | None:
    if shape == "component":
        return SHAPES.get(f"component {value.get('type')}")
    return SHAPES[shape]


def _place(path: tuple[str, ...]) -> str:
    return ".".join(path) or "The body"
