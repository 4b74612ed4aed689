import pytest

from tests.standin.checks.fields import ANY, SHAPES, unknown_fields

MESSAGES = "/channels/{channel_id}/messages"


@pytest.mark.parametrize(
    ("method", "path", "body", "said"),
    [
        ("POST", MESSAGES, {"contents": "x"}, ["contents is not a field"]),
        ("POST", "/channels/5/messages", {"contents": "x"}, ["contents is not a field"]),
        ("PATCH", "/channels/5/messages/6", {"nonce": "x"}, ["nonce is not a field"]),
        (
            "PATCH",
            "/webhooks/5/token/messages/@original",
            {"components": [{"type": 10, "text": "x"}]},
            ["components.0.text is not a field"],
        ),
        (
            "POST",
            MESSAGES,
            {"components": [{"type": 17, "components": [{"type": 99}, {"type": 2, "url": "x"}]}]},
            ["components.0.components.0 is of the type 99"],
        ),
        (
            "POST",
            "/interactions/5/token/callback",
            {"type": 4, "data": {"ephemeral": True, "embeds": [{"colour": 1}]}},
            ["data.ephemeral is not a field", "data.embeds.0.colour is not a field"],
        ),
        ("PUT", "/applications/5/commands", [{"name": "x"}, {"nam": "y"}], ["1.nam is not"]),
        ("POST", "/channels/5/messages/6/crosspost", {"x": 1}, ["x is not a field"]),
        ("POST", "/channels/5/messages/6/crosspost", None, []),
        ("POST", "/guilds", {"name": "x"}, ["that POST /guilds may have are not known"]),
    ],
)
def test_unknown_fields_are_said(method: str, path: str, body: object, said: list[str]) -> None:
    found = unknown_fields(method, path, body)
    assert len(found) == len(said)
    assert all(part in sentence for part, sentence in zip(said, found, strict=True))


def test_every_shape_that_is_named_is_there() -> None:
    named = {inner for shape in SHAPES.values() for inner in shape.values()}
    assert named - {ANY, "component"} - SHAPES.keys() == set()
