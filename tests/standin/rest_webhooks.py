"""What an application says after its first answer, by the token of the interaction."""

from __future__ import annotations

from tests.standin.checks.problems import Refusal
from tests.standin.interactions import Interaction
from tests.standin.people import JSON
from tests.standin.routing import Call, routes

WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}"
ORIGINAL = WEBHOOK + "/messages/@original"
MESSAGE = WEBHOOK + "/messages/{message_id}"


def _interaction(call: Call) -> Interaction:
    found = call.home.interactions.get(call["webhook_token"])
    if found is None or call["webhook_id"] != call.home.application_id:
        raise Refusal(404, 10015, "Unknown Webhook")
    if found.over:
        raise Refusal(401, 50027, "Invalid Webhook Token")
    if found.answered is None:
        raise Refusal(404, 10015, "Unknown Webhook")
    return found


def _original(call: Call) -> tuple[Interaction, JSON]:
    found = _interaction(call)
    if found.original is None:
        raise Refusal(404, 10008, "Unknown Message")
    return found, found.original


def _message(call: Call) -> tuple[Interaction, JSON]:
    found = _interaction(call)
    message = found.find(call["message_id"])
    if message is None:
        raise Refusal(404, 10008, "Unknown Message")
    return found, message


def _rewrite(call: Call, found: Interaction, message: JSON) -> JSON:
    call.home.rules.message(call, ephemeral_allowed=False, edited=message)
    found.rewrite(call, message, call.json)
    return message


@routes.add("POST", WEBHOOK, query="wait with_components thread_id", by_token=True)
def follow(call: Call) -> JSON:
    """A follow-up. An application's is answered with its message whether it waits or not."""
    found = _interaction(call)
    call.home.rules.message(call, ephemeral_allowed=True)
    return found.follow(call, call.json)


@routes.add("GET", ORIGINAL, query="thread_id", by_token=True)
def original(call: Call) -> JSON:
    return _original(call)[1]


@routes.add("PATCH", ORIGINAL, query="thread_id with_components", by_token=True)
def edit_original(call: Call) -> JSON:
    return _rewrite(call, *_original(call))


@routes.add("DELETE", ORIGINAL, query="thread_id", by_token=True)
def delete_original(call: Call) -> None:
    found, message = _original(call)
    found.delete(call.home, message)


@routes.add("GET", MESSAGE, query="thread_id", by_token=True)
def message(call: Call) -> JSON:
    return _message(call)[1]


@routes.add("PATCH", MESSAGE, query="thread_id with_components", by_token=True)
def edit_message(call: Call) -> JSON:
    return _rewrite(call, *_message(call))


@routes.add("DELETE", MESSAGE, query="thread_id", by_token=True)
def delete_message(call: Call) -> None:
    found, message = _message(call)
    found.delete(call.home, message)
