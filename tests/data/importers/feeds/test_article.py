"""Items as articles, and when a feed is looked at again."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from data.dates import PartialDate
from data.facts.soundness.text import id_problem, text_problems
from data.importers.feeds.article import article_of
from data.importers.feeds.model import Item, Watched
from data.importers.feeds.pace import after_failure, after_success
from data.sources import Grade

NOW = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
FEED = Watched(
    id="abcdefgh",
    url="https://gazette.example.org/feed.xml",
    host="gazette.example.org",
    publisher="The Gazette",
    grade=Grade.WIRE,
    by="Ann",
    added_at=NOW,
)
ITEM = Item(
    key="1",
    link="https://gazette.example.org/1",
    title="Spain says yes",
    text="Spain spends 2 percent.",
    published=datetime(2026, 11, 24, 22, 0, tzinfo=UTC),
    updated=datetime(2026, 11, 25, 7, 0, tzinfo=UTC),
)


def test_an_item_becomes_an_article_that_can_be_cited():
    article = article_of(ITEM, FEED, now=NOW)
    source = article.source
    assert article.text == "Spain spends 2 percent."
    assert source.id.startswith("the-gazette-2026-11-24-")
    assert (source.title, source.publisher, source.grade) == (
        "Spain says yes",
        "The Gazette",
        Grade.WIRE,
    )
    assert source.published_on == PartialDate(2026, 11, 24)
    assert (source.verified_on, source.url) == (date(2026, 11, 25), ITEM.link)
    assert list(text_problems(source)) == list(id_problem(("id",), source.id)) == []


def test_what_was_changed_is_another_source_of_the_day_of_its_change():
    before = article_of(ITEM, FEED, now=NOW).source
    after = article_of(replace(ITEM, text="It spends 3."), FEED, now=NOW, anew=True).source
    assert after.id != before.id
    assert after.published_on == PartialDate(2026, 11, 25)


# the publisher that was given | the title of the feed | who is cited | how the id begins
@pytest.mark.parametrize(
    ("publisher", "title", "cited", "slug"),
    [
        ("Łódź Post", "World", "Łódź Post", "lodz-post"),
        (None, "World & Co.", "World & Co.", "world-co"),
        (None, "", "gazette.example.org", "gazette-example-org"),
        (None, "日本", "日本", "feed"),
        (None, "w" * 300, "w" * 80, "w" * 40),
        (None, "a\u202eb\nc", "ab c", "ab-c"),
    ],
)
def test_the_publisher_is_the_one_given_or_the_feeds_title(
    publisher: str | None, title: str, cited: str, slug: str
):
    source = article_of(ITEM, replace(FEED, publisher=publisher, title=title), now=NOW).source
    assert source.publisher == cited
    assert source.id.startswith(f"{slug}-2026-11-24-")
    assert list(text_problems(source)) == list(id_problem(("id",), source.id)) == []


# the moment of publication | the day that is cited | whether the note says that it has none
@pytest.mark.parametrize(
    ("published", "day", "undated"),
    [
        (datetime(2026, 11, 24, 23, 30, tzinfo=timezone(timedelta(hours=-5))), 25, False),
        (datetime(2026, 11, 24, 1, 0, tzinfo=timezone(timedelta(hours=2))), 23, False),
        (datetime(2026, 11, 26, 1, 0, tzinfo=UTC), 25, False),
        (datetime(2027, 1, 1, tzinfo=UTC), 25, True),
        (datetime(1900, 1, 1, tzinfo=UTC), 25, True),
        (None, 25, True),
    ],
)
def test_the_day_is_the_items_in_utc_or_that_of_the_look(
    published: datetime | None, day: int, undated: bool
):
    published = None if published is None else published.astimezone(UTC)
    source = article_of(replace(ITEM, published=published, updated=None), FEED, now=NOW).source
    assert source.published_on == PartialDate(2026, 11, day)
    assert ("has no date" in (source.note or "")) is undated


def test_where_there_are_headlines_alone_they_are_read():
    assert article_of(replace(ITEM, text=""), FEED, now=NOW).text == "Spain says yes"


HOUR, QUARTER, DAY = timedelta(hours=1), timedelta(minutes=15), timedelta(days=1)


# how long the feed and its server keep it | when the next look is
@pytest.mark.parametrize(
    ("ttl", "max_age", "after"),
    [
        (None, None, HOUR),
        (2 * HOUR, None, 2 * HOUR),
        (None, 3 * HOUR, 3 * HOUR),
        (2 * HOUR, 3 * HOUR, 3 * HOUR),
        (timedelta(minutes=1), timedelta(), QUARTER),
        (timedelta(days=9_999), None, DAY),
    ],
)
def test_a_feed_is_looked_at_as_often_as_it_says(
    ttl: timedelta | None, max_age: timedelta | None, after: timedelta
):
    assert after_success(ttl, max_age, jitter=0) == after
    assert after <= after_success(ttl, max_age, jitter=1) <= min(1.1 * after, DAY)


# failures in a row | how long the server asked for | when the next look is
@pytest.mark.parametrize(
    ("failures", "asked", "after"),
    [
        (1, None, QUARTER),
        (2, None, 2 * QUARTER),
        (3, None, HOUR),
        (7, None, 16 * HOUR),
        (8, None, DAY),
        (10**9, None, DAY),
        (1, 2 * HOUR, 2 * HOUR),
        (3, timedelta(seconds=1), HOUR),
        (8, 30 * HOUR, 30 * HOUR),
        (1, timedelta(days=365), 7 * DAY),
    ],
)
def test_after_failures_it_is_left_alone_for_longer_and_longer(
    failures: int, asked: timedelta | None, after: timedelta
):
    assert after_failure(failures, asked=asked, jitter=0) == after
    assert after <= after_failure(failures, asked=asked, jitter=1) <= max(1.1 * after, DAY)
