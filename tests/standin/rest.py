"""Every area of the REST interface, so that one import fills the table of routes."""

from tests.standin import (
    rest_application,
    rest_channels,
    rest_commands,
    rest_events,
    rest_guilds,
    rest_interactions,
    rest_webhooks,
)

__all__ = [
    "rest_application",
    "rest_channels",
    "rest_commands",
    "rest_events",
    "rest_guilds",
    "rest_interactions",
    "rest_webhooks",
]
