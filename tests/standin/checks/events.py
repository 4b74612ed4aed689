"""What Discord takes for a scheduled event. Source: its topic "Guild Scheduled Event"."""

from datetime import datetime

from tests.standin.checks.problems import JSON, Form

IN_A_STAGE, IN_A_CHANNEL, ELSEWHERE = 1, 2, 3
FOR_THE_SERVER = 2
LONGEST_NAME = LONGEST_LOCATION = 100
LONGEST_DESCRIPTION = 1000


def check_event(body: JSON, now: datetime) -> None:
    """Refuse what Discord would not schedule. One in a channel is not known here."""
    form = Form(body)
    _text(form.at("name"), LONGEST_NAME)
    if body.get("description") is not None:
        _text(form.at("description"), LONGEST_DESCRIPTION)
    if body.get("privacy_level") != FOR_THE_SERVER:
        form.at("privacy_level").say("BASE_TYPE_CHOICES", "Value must be one of {2}.")
    if body.get("entity_type") != ELSEWHERE:
        form.at("entity_type").say("BASE_TYPE_CHOICES", "Value must be one of {3}.")
    if body.get("channel_id") is not None:
        form.at("channel_id").say("GUILD_SCHEDULED_EVENT_CHANNEL", "It has no channel.")
    _text(form.at("entity_metadata", "location"), LONGEST_LOCATION)
    _times(form, now)
    form.settle()


def _text(form: Form, most: int) -> None:
    value = form.value
    if not isinstance(value, str) or not value.strip():
        form.say("BASE_TYPE_REQUIRED", "This field is required")
    elif len(value) > most:
        form.say("BASE_TYPE_BAD_LENGTH", f"Must be between 1 and {most} in length.")


def _times(form: Form, now: datetime) -> None:
    """Elsewhere than in a channel, an event needs an end."""
    start, end = (_moment(form.at(f"scheduled_{each}_time")) for each in ("start", "end"))
    if start is not None and start <= now:
        said = "Cannot schedule event in the past."
        form.at("scheduled_start_time").say("GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", said)
    if start is not None and end is not None and end <= start:
        said = "Cannot end an event before it begins."
        form.at("scheduled_end_time").say("GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", said)


def _moment(form: Form) -> datetime | None:
    if not isinstance(form.value, str):
        form.say("BASE_TYPE_REQUIRED", "This field is required")
        return None
    try:
        found = datetime.fromisoformat(form.value)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        form.say("DATE_TIME_TYPE_PARSE", f"Could not parse {form.value}. Should be ISO8601.")
        return None
    return found
