"""Pages of what the shipped catalogue answers, about every member and meeting."""

import re

from discord import ui

from bot.render.discord.layout import as_text, layout
from bot.render.discord.page import Page
from bot.render.discord.pages import answer, sources, why
from bot.render.discord.sizes import MOST_CONTENT, size_of
from commands.briefing import Briefing, Figure, Moment
from tests.bot.render.discord.conftest import LIVE, NOW, PLACE, Ask
from tests.bot.render.discord.reading import links, marks, read

_SIGN = re.compile(r"^- (?:[✓↗↘✗?–] )?")


def everything(briefing: Briefing) -> list[str]:
    """What a reader has to find, in order."""
    facts = [fact for section in briefing.sections for fact in section.facts]
    return [
        *(each.text for each in briefing.lead),
        *(f"{fact.label} {fact.sentence.text}" for fact in facts),
        *(each.text for each in briefing.caveats),
    ]


def shown(pages: tuple[Page, ...]) -> list[str]:
    """The lines on the pages, without headings."""
    lines = [line for page in pages for block in page.blocks for line in block.split("\n") if line]
    return [
        _SIGN.sub("", read(line)) for line in lines if not line.startswith(("### ", "**Agreed"))
    ]


def cited(page: Page) -> set[str]:
    """Numbers of sources in the blocks and in the stamp."""
    return marks("\n".join((*page.blocks, page.foot[0])))


def buttons(count: int) -> list[ui.Button[ui.LayoutView]]:
    return [ui.Button(label="Sources and notes", custom_id=f"a3:{at}") for at in range(count)]


def test_every_page_fits_with_two_rows_of_buttons(briefings: list[Briefing]) -> None:
    pages = [
        page for each in briefings for show in (answer, why, sources) for page in show(each, LIVE)
    ]
    sizes = [size_of(layout(page, buttons(10)).to_components()) for page in pages]
    assert [size for size in sizes if not size.fits] == []
    assert len(pages) > 3 * len(briefings)


def test_all_of_an_answer_is_on_its_pages_once_and_whole(briefings: list[Briefing]) -> None:
    wrong = [each for each in briefings if shown(answer(each, PLACE)) != everything(each)]
    assert [each.title.text for each in wrong] == []


def test_every_source_cited_on_a_page_has_its_link_there(briefings: list[Briefing]) -> None:
    pages = [page for each in briefings for show in (answer, why) for page in show(each, LIVE)]
    loose = [page for page in pages if cited(page) - links("\n".join(page.foot)).keys()]
    assert loose == []
    assert sum(len(cited(page)) for page in pages) > 1000


def test_every_link_on_a_page_is_cited_there(briefings: list[Briefing]) -> None:
    pages = [page for each in briefings for page in answer(each, LIVE)]
    assert [page for page in pages if links("\n".join(page.foot)).keys() - cited(page)] == []


def test_every_page_has_the_title_and_the_stamp(briefings: list[Briefing]) -> None:
    for each in briefings:
        for show in (answer, why, sources):
            for page in show(each, LIVE):
                assert read(page.title) == each.title.text
                assert read(page.foot[0]) == each.stamp.sentence.text


def test_pages_are_numbered(briefings: list[Briefing]) -> None:
    for each in briefings:
        pages = answer(each, LIVE)
        assert [(page.number, page.of) for page in pages] == [
            (number, len(pages)) for number in range(1, len(pages) + 1)
        ]


def test_the_first_page_answers_on_a_screen_or_two(briefings: list[Briefing]) -> None:
    for each in briefings:
        first = answer(each, PLACE)[0]
        body = read("\n".join(first.blocks))
        assert len(body) <= 1750
        assert [text.text for text in each.lead if text.text not in body] == []


def test_no_page_of_facts_is_nearly_empty_but_the_last(briefings: list[Briefing]) -> None:
    pages = [page for each in briefings for page in answer(each, LIVE)[1:-1]]
    assert [page for page in pages if len(read("\n".join(page.blocks))) < 700] == []


def test_plain_text_fits_and_keeps_its_stamp(briefings: list[Briefing]) -> None:
    for each in briefings:
        for page in answer(each, LIVE):
            text = as_text(page)
            assert len(text) <= MOST_CONTENT
            assert page.foot[0] in text.split("\n")


def test_plain_text_is_cut_between_lines_only(briefings: list[Briefing]) -> None:
    for each in briefings[::5]:
        page = answer(each, LIVE)[0]
        whole = "\n".join((*page.plain.blocks, *page.plain.tail, page.plain.cut)).split("\n")
        assert [line for line in as_text(page).split("\n") if line and line not in whole] == []


def test_the_same_briefing_has_the_same_pages(ask: Ask) -> None:
    one, other = (answer(ask("target", NOW, member="Spain"), LIVE) for _ in range(2))
    assert one == other


def test_every_step_is_on_the_pages_of_why(briefings: list[Briefing]) -> None:
    for each in briefings:
        text = read("\n".join("\n".join(page.blocks) for page in why(each, PLACE)))
        steps = [step for derivation in each.derivations for step in derivation.steps]
        assert [step.id for step in steps if step.result.text not in text] == []


def test_every_source_is_on_the_pages_of_sources(briefings: list[Briefing]) -> None:
    for each in briefings[::3]:
        text = read("\n".join("\n".join(page.blocks) for page in sources(each, PLACE)))
        assert [cite.locator for cite in each.citations if cite.locator not in text] == []


def test_no_figure_is_parted_by_a_page(briefings: list[Briefing]) -> None:
    for each in briefings:
        pages = ["\n".join(read(block) for block in page.blocks) for page in answer(each, PLACE)]
        sentences = [*each.lead, *each.caveats]
        sentences.extend(fact.sentence for section in each.sections for fact in section.facts)
        figures = {
            part.text
            for sentence in sentences
            for part in sentence.parts
            if isinstance(part, Figure | Moment)
        }
        assert [text for text in figures if not any(text in page for page in pages)] == []
