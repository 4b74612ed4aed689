"""Pages as feeds and people bring them, and pages made to keep a reader busy."""

import pytest

from data.importers.article_text import legible, text_of

PAGES = {
    "paragraphs": ("<p>Spain pays.</p><p>Italy too.</p>", "Spain pays.\n\nItaly too."),
    "one line each": ("<p>Spain\n  spends&nbsp;2 %.</p>", "Spain spends 2 %."),
    "entities": ("<p>Wal&eacute;sa &amp; &#8364;5 &lt; &#x20AC;6</p>", "Walésa & €5 < €6"),
    "an entity is no tag": ("<p>&lt;script&gt;x&lt;/script&gt;</p>", "<script>x</script>"),
    "parts of words": ("<p>No<b>rw</b>ay <a href='x'>pays</a>.</p>", "Norway pays."),
    "scripts": ("a<script>if (1 < 2) '<p>'</script><STYLE>p {}</STYLE >b", "ab"),
    "navigation": ("<nav><ul><li>Home<nav>x</nav></ul></nav><p>News</p>", "News"),
    "a head with a title": ("<head><title>T</title></head><body>News", "News"),
    "comments": ("a<!-- <p>no</p> -- > -->b", "ab"),
    "declarations": ("<!DOCTYPE html><?xml version='1.0'?><p>News", "News"),
    "breaks": ("one<br>two<br/> <br>three", "one two\n\nthree"),
    "lists and tables": ("<ul><li>a<li>b</ul><table><tr><td>1<td>2<tr><td>3", "a\n\nb\n\n1 2\n\n3"),
    "less than": ("<p>1 < 2 and <3", "1 < 2 and <3"),
    "a sign in an attribute": ("<a title='x > y'>text</a>", "text"),
    "a quote that is not closed": ("<a title='x>text</a> more", "text more"),
    "a tag broken off": ("<p>text</p><a href=", "text"),
    "an unclosed comment": ("<p>text</p><!-- and then <p>no</p>", "text"),
    "an unclosed script": ("<p>text</p><script>and then", "text"),
    "no tags": ("Spain\npays.\r\n\r\nItaly &amp; Norway", "Spain pays.\n\nItaly & Norway"),
    "nothing to see": ("<p>Sp\u200bain\u202e \x00pa\u00adys</p><p>\u2066\u3164</p>", "Spain pays"),
    "digits without end": ("<p>&#" + "9" * 6000 + ";</p>", "\N{REPLACEMENT CHARACTER}"),
    "nothing": ("", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_text_of_a_page(name: str):
    markup, text = PAGES[name]
    assert text_of(markup) == text


HOSTILE = ("<", "<a", "<a ", "<a a=", "<a a='", '<a "', "<!--", "<!", "<![CDATA[", "</", "<div>",
           "<script>", "<nav>", "</script", "<script></script", "&", "&#", "<a x='1'y", "<br>",
           "\n", "\n ")  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_text_of_looks_a_few_times_at_each_character(piece: str):
    """Whatever takes the square of its length would take minutes here."""
    assert text_of("<p>Begin</p>" + piece * (50_000 // len(piece))).startswith("Begin")


def test_legible_keeps_what_people_write():
    assert legible("Çanakkale, Łódź — 5 %\u2009\t“so”") == "Çanakkale, Łódź — 5 % “so”"
