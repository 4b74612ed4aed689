"""Which items tell the same story."""

from datetime import UTC, datetime, timedelta

import pytest

from data.importers.feeds.likeness import Likeness, Told, link_digest
from data.importers.feeds.model import Item
from data.importers.feeds.sifting import Memory, Standing, sift, traces

NOW = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
STORY = (
    "The Spanish government said on Tuesday that it will spend 2.1 percent of its economic output "
    "on defence next year, after weeks of talks with its partners in parliament. The minister told "
    "reporters in Madrid that the plan covers new ships, air defence and pay for soldiers, and "
    "that the allies had been told of it. The opposition called it too little and asked for a "
    "debate before the end of the month."
)


def told(text: str, *, key: str = "1", link: str = "", published: datetime | None = None) -> Item:
    link = link or f"https://example.org/{key}"
    return Item(key=key, link=link, title="Spain", text=text, published=published)


def standings(*items: Item, memory: Memory | None = None) -> list[Standing]:
    found = sift(items, traces(items), memory or Memory({}, {}), now=NOW)
    return [each.standing for each in found]


# one text | another | whether they are one story
ALIKE = {
    "the same": (STORY, STORY, True),
    "other case, signs and spaces": ("Spain: 2 %!", "spain 2", True),
    "a line of the agency behind it": (STORY, STORY + " Reporting by Ann, editing by Ben.", True),
    "a word put right": (STORY, STORY.replace("weeks", "months"), True),
    "another number": (STORY, STORY.replace("2.1", "3.5"), False),
    "a number more": (STORY, STORY + " It was 2.0 before.", False),
    "a not": (STORY, STORY.replace("will spend", "will not spend"), False),
    "an isn't": ("The plan is agreed by all.", "The plan isn't agreed by all.", False),
    "the half of it": (STORY, STORY[:200], False),
    "another country, briefly told": ("Spain will attend.", "Italy will attend.", False),
    "another story": (STORY, "Poland buys tanks.", False),
}


@pytest.mark.parametrize("name", ALIKE)
def test_whether_two_texts_tell_one_story(name: str):
    one, other, alike = ALIKE[name]
    first, second = Likeness.of(told(one)), Likeness.of(told(other))
    assert Told([first]).has_like(second) is Told([second]).has_like(first) is alike


# two links | whether they are one
@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://example.org/a", "http://example.org/a/", True),
        ("https://example.org/a?b=1", "https://example.org/a?b=2", False),
        ("https://example.org/a", "https://example.org/A", False),
    ],
)
def test_whether_two_links_are_one(one: str, other: str, same: bool):
    assert (link_digest(one) == link_digest(other)) is same


def test_of_two_items_in_one_feed_that_are_alike_the_first_is_read():
    other_link = told(STORY, key="2")
    nearly = told(STORY + " Reporting by Ann.", key="3")
    assert standings(told(STORY), other_link, nearly) == [
        Standing.NEW,
        Standing.DOUBLE,
        Standing.DOUBLE,
    ]


def test_an_item_with_other_words_is_read_again_and_once():
    memory = Memory({}, {})
    assert standings(told(STORY), memory=memory) == [Standing.NEW]
    changed = told(STORY.replace("will", "may"))
    assert standings(changed, memory=memory) == [Standing.CHANGED]
    assert standings(changed, memory=memory) == [Standing.SEEN]


def test_an_item_under_another_key_and_the_same_link_is_the_same():
    memory = Memory({}, {})
    standings(told(STORY, link="https://example.org/a"), memory=memory)
    again = told(STORY, key="2", link="https://example.org/a")
    assert standings(again, memory=memory) == [Standing.SEEN]


# days before the look | how it stands
@pytest.mark.parametrize(
    ("days", "standing"), [(0, Standing.NEW), (29, Standing.NEW), (31, Standing.OLD)]
)
def test_what_is_old_at_the_first_look_is_not_read(days: int, standing: Standing):
    item = told(STORY, published=NOW - timedelta(days=days))
    assert standings(item) == [standing]
    assert standing.is_read is (standing is Standing.NEW)
