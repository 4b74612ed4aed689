"""What an article is cited by, made of the little that whoever brings it says of it."""

import hashlib
from datetime import date
from urllib.parse import urlsplit

from data.dates import PartialDate
from data.importers.article_text import legible
from data.messages import mark
from data.names.text import words
from data.sources import Grade, Source

NOT_NAMED = mark("not named")
BROUGHT = mark("Brought in by hand for review.")

_LONGEST_TITLE, _LONGEST_PUBLISHER, _LONGEST_SLUG = 100, 80, 40


def source_of(
    text: str,
    *,
    published_on: date,
    seen_on: date,
    title: str | None,
    publisher: str | None,
    url: str,
    grade: Grade,
) -> Source:
    """Without a title it is called by its beginning, without a publisher by the host of its
    address. The id is the same for the same article."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    host = _host(url)
    named = legible(publisher or host)[:_LONGEST_PUBLISHER].strip() or str(NOT_NAMED)
    told = hashlib.sha256("\n".join((url, title or "", text)).encode()).hexdigest()[:8]
    return Source(
        id=f"{_slug(named)}-{published_on:%Y-%m-%d}-{told}",
        title=_short(legible(title or first)) or str(NOT_NAMED),
        publisher=named,
        published_on=PartialDate.of(published_on),
        verified_on=max(seen_on, published_on),
        url=url.strip(),
        grade=grade,
        note=str(BROUGHT),
    )


def _short(title: str) -> str:
    """In whole words."""
    if len(title) <= _LONGEST_TITLE:
        return title
    kept = title[:_LONGEST_TITLE]
    return (kept.rpartition(" ")[0] or kept) + "…"


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _slug(name: str) -> str:
    letters = "".join(
        character if character.isascii() and character.isalnum() else "-"
        for character in "-".join(words(name)).lower()
    )
    kept = [part for part in letters.split("-") if part]
    return "-".join(kept)[:_LONGEST_SLUG].strip("-") or "article"
