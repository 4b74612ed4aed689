"""Feeds as newsrooms write them."""

from datetime import UTC, datetime, timedelta

import pytest

from data.importers.feeds.reading import read_feed
from tests.feedserver import item, rss

URL = "https://gazette.example.org/feeds/world.xml"

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <title>Ministry of Defence</title>
  <link rel="self" href="https://mod.example.org/feed"/>
  <author><name>Press office</name></author>
  <entry>
    <id>urn:uuid:1</id>
    <title type="html">Budget &amp;amp; plans</title>
    <link rel="enclosure" href="https://mod.example.org/photo.jpg"/>
    <link rel="alternate" href="/news/1"/>
    <published>2026-11-24T23:30:00-05:00</published>
    <updated>2026-11-25T09:00:00Z</updated>
    <summary>Short.</summary>
    <content type="xhtml">
      <div xmlns="http://www.w3.org/1999/xhtml"><p>Spain <b>spends</b> 2 %.</p>
      <p>So does Italy.</p><script>no()</script></div>
    </content>
  </entry>
</feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel><title>Wire</title></channel>
  <item><title>One</title><link>https://wire.example.org/1</link>
  <dc:date>2026-11-25T08:00+01:00</dc:date><description>Text.</description></item></rdf:RDF>"""

ENCODED = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
  <channel><title>Blog</title><ttl>120</ttl><image><title>Logo</title></image>
  <item><title>One</title><link>https://blog.example.org/1</link><description>Short.</description>
  <content:encoded><![CDATA[<p>All of it.</p><p>To the end.</p>]]></content:encoded>
  </item></channel></rss>"""


def test_a_feed_of_rss_is_read():
    page = read_feed(rss(item("<p>Spain spends&nbsp;2 %.</p><p>So it says.</p>")).encode(), url=URL)
    (found,) = page.items
    assert (page.title, page.keeps, page.left_out) == ("The Gazette", None, 0)
    assert (found.key, found.link) == ("1", "https://gazette.example.org/1")
    assert (found.title, found.text) == ("News", "Spain spends 2 %.\n\nSo it says.")
    assert found.published == datetime(2026, 11, 25, 7, tzinfo=UTC)


def test_a_feed_of_atom_is_read():
    page = read_feed(ATOM.encode(), url="https://mod.example.org/feed")
    (found,) = page.items
    assert page.title == "Ministry of Defence"
    assert (found.key, found.link) == ("urn:uuid:1", "https://mod.example.org/news/1")
    assert (found.title, found.text) == ("Budget & plans", "Spain spends 2 %.\n\nSo does Italy.")
    assert found.published == datetime(2026, 11, 25, 4, 30, tzinfo=UTC)
    assert found.updated == datetime(2026, 11, 25, 9, tzinfo=UTC)


def test_a_feed_of_the_first_rss_is_read():
    (found,) = read_feed(RDF.encode(), url=URL).items
    assert (found.title, found.text, found.key) == ("One", "Text.", "https://wire.example.org/1")
    assert (found.updated or found.published) == datetime(2026, 11, 25, 7, tzinfo=UTC)


def test_the_whole_text_wins_over_its_summary():
    page = read_feed(ENCODED.encode(), url=URL)
    assert (page.title, page.keeps) == ("Blog", timedelta(hours=2))
    assert page.items[0].text == "All of it.\n\nTo the end."


# how a feed is written
@pytest.mark.parametrize(
    ("encoding", "charset", "declared"),
    [
        ("utf-8", "utf-8", "utf-8"),
        ("utf-8", None, "utf-8"),
        ("utf-8-sig", None, "iso-8859-1"),
        ("iso-8859-1", "iso-8859-1", "utf-8"),
        ("windows-1252", None, "windows-1252"),
        ("utf-16", None, "utf-16"),
    ],
)
def test_a_feed_is_read_in_its_encoding(encoding: str, charset: str | None, declared: str):
    text = rss(item("España gasta 2 %.")).replace('encoding="utf-8"', f'encoding="{declared}"')
    (found,) = read_feed(text.encode(encoding), url=URL, charset=charset).items
    assert found.text == "España gasta 2 %."


# the link of an item | where it leads
@pytest.mark.parametrize(
    ("link", "whole"),
    [
        ("/a", "https://gazette.example.org/a"),
        ("a?b=1&amp;c=2", "https://gazette.example.org/feeds/a?b=1&c=2"),
        ("//other.example.org/a", "https://other.example.org/a"),
        ("https://gazette.example.org:8443/a#b", "https://gazette.example.org:8443/a"),
    ],
)
def test_a_link_counts_from_where_the_feed_is(link: str, whole: str):
    (found,) = read_feed(rss(item(link=link)).encode(), url=URL).items
    assert found.link == whole


def test_an_item_without_a_title_or_text_takes_the_other():
    untitled = "<item><link>/1</link><description>Spain spends 2 %.</description></item>"
    headline = "<item><link>/2</link><title>Italy spends 2 %.</title></item>"
    empty = "<item><link>/3</link></item>"
    page = read_feed(rss(untitled, headline, empty).encode(), url=URL)
    assert [(each.title, each.text) for each in page.items] == [
        ("Spain spends 2 %.", "Spain spends 2 %."),
        ("Italy spends 2 %.", ""),
    ]
    assert page.left_out == 1


# the date of an item
@pytest.mark.parametrize("date", ["", "soon", "32 Foo 2026", "0000-00-00"])
def test_a_date_that_is_none_is_left_out(date: str):
    (found,) = read_feed(rss(item(date=date)).encode(), url=URL).items
    assert found.published is None


def test_a_feed_without_items_is_one():
    assert read_feed(rss().encode(), url=URL).items == ()
