"""What a server says about when to come again."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

_MAX_AGE = re.compile(r"(?:^|,)\s*max-age\s*=\s*\"?(\d{1,9})\b", re.IGNORECASE)
_SECONDS = re.compile(r"\d{1,9}")
_MOST_KEPT = 500


def max_age(headers: Mapping[str, str]) -> timedelta | None:
    """How long what came may be kept."""
    found = _MAX_AGE.search(headers.get("Cache-Control", "")[:_MOST_KEPT])
    return None if found is None else timedelta(seconds=int(found[1]))


def retry_after(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """How long the server wants to be left alone; RFC 9110 has it in seconds or as a moment."""
    text = headers.get("Retry-After", "").strip()
    if _SECONDS.fullmatch(text):
        return timedelta(seconds=int(text))
    try:
        moment = parsedate_to_datetime(text[:_MOST_KEPT])
    except ValueError:
        return None
    moment = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return max(moment - now, timedelta())


def validator(headers: Mapping[str, str], name: str) -> str | None:
    """An ETag or a day of change to be sent back; None for one that nobody would keep."""
    value = headers.get(name)
    return value if value and len(value) <= _MOST_KEPT and value.isprintable() else None
