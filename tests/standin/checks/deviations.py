"""Where Discord takes what its own description refuses. Each has its reason beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Schema = dict[str, Any]
Schemas = dict[str, Schema]

_YES_OR_NO: Schema = {"type": ["boolean", "null"]}
_NUMBER: Schema = {"type": ["integer", "null"]}


@dataclass(frozen=True, slots=True)
class Deviation:
    """Something taken beyond the description.

    `fields` are allowed in each of `schemas`, whatever it says of them. With `also` a whole other
    value is taken in place of what the schemas ask for.
    """

    name: str
    reason: str
    schemas: tuple[str, ...]
    fields: Mapping[str, Schema] = field(default_factory=dict)
    also: Schema | None = None

    def allow(self, schemas: Schemas) -> None:
        """Take it into the description's schemas, which are changed."""
        for name in self.schemas:
            schema = schemas[name]
            if self.fields:
                schema["properties"] = {**schema["properties"], **self.fields}
            if self.also is not None:
                schemas[name] = {"anyOf": [schema, self.also]}


_COMMANDS = (
    "ApplicationCommandCreateRequest",
    "ApplicationCommandPatchRequestPartial",
    "ApplicationCommandUpdateRequest",
)

DEVIATIONS = (
    Deviation(
        "ids as numbers",
        "The API reference has ids as strings, but takes numbers; discord.py sends references, "
        "mentions and the numbers of uploaded files as such.",
        ("SnowflakeType",),
        also={"type": "integer", "minimum": 0},
    ),
    Deviation(
        "tts in edits",
        "It is described for new messages only. discord.py sends it with every body it makes, and "
        "Discord passes over it.",
        (
            "MessageEditRequestPartial",
            "IncomingWebhookUpdateRequestPartial",
            "IncomingWebhookUpdateForInteractionCallbackRequestPartial",
        ),
        {"tts": _YES_OR_NO},
    ),
    Deviation(
        "flags of embeds",
        "Documented for embeds that are received; discord.py sends them back.",
        ("RichEmbed",),
        {"flags": _NUMBER},
    ),
    Deviation(
        "age-restricted commands",
        "The documentation of commands has nsfw, the description leaves it out.",
        _COMMANDS,
        {"nsfw": _YES_OR_NO},
    ),
    Deviation(
        "permissions of commands as text",
        "The documentation of commands asks for a string of digits, the description for a number; "
        "both are taken.",
        _COMMANDS,
        {
            "default_member_permissions": {
                "anyOf": [
                    {"type": ["integer", "null"], "minimum": 0},
                    {"type": "string", "pattern": "^[0-9]+$"},
                ]
            }
        },
    ),
    Deviation(
        "animated emoji",
        "The documentation of buttons has it; discord.py sends it with an animated emoji.",
        ("ComponentEmojiForRequest",),
        {"animated": _YES_OR_NO},
    ),
)
