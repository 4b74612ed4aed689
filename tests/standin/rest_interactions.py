from __future__ import annotations

from typing import Any

from tests.standin.checks.problems import Refusal
from tests.standin.interactions import UPDATE
from tests.standin.routing import Call, routes


@routes.add(
    "POST",
    "/interactions/{interaction_id}/{interaction_token}/callback",
    query="with_response",
    by_token=True,
)
def callback(call: Call) -> Any:
    """The first answer: within three seconds, and only once."""
    found = call.home.interactions.get(call["interaction_token"])
    if found is None or found.id != call["interaction_id"] or found.over:
        raise Refusal(404, 10062, "Unknown interaction")
    if found.answered is not None:
        raise Refusal(400, 40060, "Interaction has already been acknowledged.")
    call.home.rules.callback(call, found)
    body = call.json
    data = body.get("data") or {}
    if body["type"] == UPDATE and found.source is None:
        raise Refusal(400, 50035, "Invalid Form Body")
    found.answer(call, body["type"], data)
    whole = call.query.get("with_response", "0").lower() in ("1", "true")
    return found.resource() if whole else None
