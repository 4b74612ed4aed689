import pytest

from bot.render.discord.escapes import address, code, escape, link, opening
from tests.bot.render.discord.reading import active

ESCAPES = [
    ("Spain: 2.00% (2026), USD 31.3 billion", "Spain: 2.00% (2026), USD 31.3 billion"),
    ("*bold* _italic_ ~~gone~~", r"\*bold\* \_italic\_ \~\~gone\~\~"),
    ("||spoiler||", r"\|\|spoiler\|\|"),
    ("`code` ```fence```", r"\`code\` \`\`\`fence\`\`\`"),
    ("[text](https://evil.example)", r"\[text\](https:\/\/evil.example)"),
    ("(https://evil.example)", r"\(https:\/\/evil.example)"),
    ("https://evil.example/a_b", r"https:\/\/evil.example\/a\_b"),
    ("discord.gg/abc", r"discord.gg\/abc"),
    ("@everyone and @here", "@\u200beveryone and @\u200bhere"),
    ("<@1> <@!1> <@&1>", "\\<@\u200b1> \\<@\u200b!1> \\<@\u200b&1>"),
    ("<#1> </target:1> <id:home>", r"\<#1> \<\/target:1> \<id:home>"),
    ("<t:1:R> <:x:1> <a:x:1>", r"\<t:1:R> \<:x:1> \<a:x:1>"),
    ("ends in a backslash \\", "ends in a backslash \\\\"),
    ("¯\\_(ツ)_/¯", r"¯\\\_(ツ)\_\/¯"),
    ("two\nlines", "two lines"),
    ("a\u202eb\u200bc\u2066d", "abcd"),
    ("Ελλάδα, Україна, 日本", "Ελλάδα, Україна, 日本"),
]


@pytest.mark.parametrize(("text", "markdown"), ESCAPES)
def test_text_is_escaped(text: str, markdown: str) -> None:
    assert escape(text) == markdown


@pytest.mark.parametrize("text", [text for text, _ in ESCAPES])
def test_what_is_escaped_does_nothing(text: str) -> None:
    assert active(f"said {escape(text)} there") == []


OPENINGS = [
    ("# Heading", r"\# Heading"),
    ("-# small", r"\-# small"),
    ("- item", r"\- item"),
    ("+ item", r"\+ item"),
    ("> quote", r"\> quote"),
    (">>> quote", r"\>>> quote"),
    ("25. Juni", r"25\. Juni"),
    ("1) first", r"1\) first"),
    ("  - item", r"  \- item"),
    ("2.00% of GDP", "2.00% of GDP"),
    ("−5%", "−5%"),
]


@pytest.mark.parametrize(("text", "markdown"), OPENINGS)
def test_a_line_does_not_open_a_block(text: str, markdown: str) -> None:
    assert opening([text]) == [markdown]


def test_a_line_in_pieces_does_not_open_a_block() -> None:
    assert opening(["25", ". Juni"]) == ["25", r"\. Juni"]


ADDRESSES = [
    ("https://www.nato.int/a_b?c=d", "https://www.nato.int/a_b?c=d"),
    ("https://example.org/(a) b", "https://example.org/%28a%29%20b"),
    ("https://example.org/>)[x]`\\", "https://example.org/%3E%29%5Bx%5D%60%5C"),
    ("javascript:alert(1)", None),
    ("discord://-/channels", None),
    ("https://", None),
    ("https:///path", None),
    ("see the archive", None),
    ("https://example.org/" + "a" * 600, None),
]


@pytest.mark.parametrize(("url", "target"), ADDRESSES)
def test_an_address_is_safe_between_brackets(url: str, target: str | None) -> None:
    assert address(url) == target


LINKS = [
    ("Text", "[Text](<https://a.example>)"),
    ("a] (b) [c", "[a) (b) (c](<https://a.example>)"),
    ("*x*", r"[\*x\*](<https://a.example>)"),
    ("https://nato.int", "[https:\u200b\\/\\/nato.int](<https://a.example>)"),
]


@pytest.mark.parametrize(("text", "markdown"), LINKS)
def test_a_link_is_one_whatever_its_text(text: str, markdown: str) -> None:
    assert link(text, "https://a.example") == markdown


def test_what_has_no_address_is_no_link() -> None:
    assert link("an_archive", "shelf 3") == r"an\_archive"


def test_code_ends_where_it_should() -> None:
    assert code("/target `x`\n@everyone") == "`/target 'x' @everyone`"
