"""Pages of a briefing made by hand, and of ones that nobody would make."""

import re
from decimal import Decimal

import pytest

from bot.render.discord.layout import layout
from bot.render.discord.page import Page
from bot.render.discord.pages import answer, note, sources, why
from bot.render.discord.sizes import size_of
from commands.briefing import (
    Briefing,
    Claim,
    Derivation,
    Fact,
    Figure,
    FollowUp,
    Given,
    Section,
    Stamp,
    Unit,
    Verdict,
)
from commands.voice import Voice
from tests.bot.briefings import BRIEFING, GAP, GAP_STEP, TABLE, percent, say, source, year
from tests.bot.render.discord.conftest import LIVE, PLACE
from tests.bot.render.discord.reading import active, hidden, links, marks, read, without_code

SAY = Voice.of("en").fill

ADDRESS = "https://www.nato.int/" + "a-long-way-down/" * 5


def changed(**changes: object) -> Briefing:
    return BRIEFING.model_copy(update=changes)


def text_of(page: Page) -> str:
    return "\n".join((page.title, page.under, *page.blocks, *page.foot))


def fits(page: Page) -> bool:
    return size_of(layout(page).to_components()).fits


def test_an_answer_has_its_lead_its_sections_and_its_caveats() -> None:
    (page,) = answer(BRIEFING, PLACE)
    assert (page.title, page.under) == ("Spain: defence spending", r"\↘ behind")
    assert page.blocks == (
        (
            "The Alliance agreed on at least **3.5%** of GDP by 2035 [1]; Spain stands at "
            "**2.00%** [2], **1.50 percentage points** short: behind."
        ),
        (
            "### Agreed: The Hague (25 June 2025 [1])\n"
            "- \\↘ **Core defence** At least 3.5% by 2035 [1]: behind.\n"
            "- **Annual plans** Each Ally hands in a plan every year that shows how it is going to "
            "reach the goal. [1][2]"
        ),
        "### Caveats\n- An estimate is NATO's own, for a year not yet closed.",
    )


def test_the_small_print_has_the_stamp_and_the_sources() -> None:
    (page,) = answer(BRIEFING, PLACE)
    assert page.foot == (
        "As known on 25 November 2026.",
        f"Sources: [1](<{ADDRESS}1>) NATO · [2](<{ADDRESS}2>) NATO (weak source)",
        "Ask next: `/stance Spain` · `/summit`",
    )


def test_neighbours_by_one_publisher_share_its_name() -> None:
    (page,) = answer(changed(citations=(source(1), source(2))), PLACE)
    assert page.foot[1] == f"Sources: [1](<{ADDRESS}1>), [2](<{ADDRESS}2>) NATO"


def test_a_source_without_an_address_is_named_all_the_same() -> None:
    (page,) = answer(changed(citations=(source(1, url="shelf 3"), source(2))), PLACE)
    assert page.foot[1] == f"Sources: 1, [2](<{ADDRESS}2>) NATO"


def test_a_table_has_a_line_a_row() -> None:
    (page,) = answer(changed(table=TABLE), PLACE)
    assert page.blocks[2] == (
        "### Member · Share · Why\n"
        "- **Spain** · 2.00% [2] · Its own reading of what was agreed.\n"
        "- **日本** · 10.25% [2] · Wide letters take two cells each."
    )


def test_a_derivation_is_a_list_in_lists() -> None:
    (page,) = why(BRIEFING, PLACE)
    assert page.under == "How it was worked out"
    assert page.blocks == (
        (
            "### Core defence by 2035 [1]\n"
            "Behind: the pace observed is below the pace needed.\n"
            "- `gap` = **1.50 percentage points**\n"
            "  - = `floor - share`\n"
            "  - = `3.50 − 2.00`\n"
            "  - `floor`: share asked for = **3.50%** [1]\n"
            "  - `share`: share reported, 2026 = **2.00%** [2]"
        ),
    )


def test_a_step_that_several_figures_rest_on_is_written_out_once() -> None:
    (page,) = why(changed(derivations=BRIEFING.derivations * 2), PLACE)
    assert "- `gap` = **1.50 percentage points** (worked out above)" in page.blocks[1]
    assert "\n".join(page.blocks).count("`floor - share`") == 1


def test_a_long_derivation_is_parted_between_steps() -> None:
    steps = tuple(GAP_STEP.model_copy(update={"id": f"s{at}"}) for at in range(4, 64))
    last = BRIEFING.derivations[0]
    long = Derivation(subject=last.subject, rule=last.rule, steps=(GAP_STEP, *steps))
    pages = why(changed(derivations=(long,)), PLACE)
    assert len(pages) > 1
    assert all(fits(page) for page in pages)
    assert pages[1].blocks[0].startswith("### Core defence by 2035 [1] (continued)\n")
    blocks = [block for page in pages for block in page.blocks]
    assert [block.count("`floor - share`") == block.count("`3.50 − 2.00`") for block in blocks] == [
        True
    ] * len(blocks)


def test_what_was_not_worked_out_says_so() -> None:
    (page,) = why(changed(derivations=()), PLACE)
    assert page.blocks == ("Nothing was worked out: everything stands in the sources as shown.",)


def test_sources_are_listed_with_what_is_known_of_them() -> None:
    (page,) = sources(BRIEFING, PLACE)
    assert page.under == "Sources"
    assert page.blocks == (
        (
            f"- **1** NATO: [The Declaration](<{ADDRESS}1>), 25 June 2025; paragraph 3. "
            "(official source)\n"
            f"- **2** NATO: [Table of shares](<{ADDRESS}2>), 25 June 2025; row Spain. "
            "(weak source) *Read in a copy.*"
        ),
    )
    assert page.foot[1].startswith("A weak source is")


def test_an_answer_without_sources_says_so() -> None:
    bare = Briefing(command="x", language="en", title=say("X"), lead=(), stamp=BRIEFING.stamp)
    assert sources(bare, PLACE)[0].blocks == ("This answer names no sources.",)
    assert len(answer(bare, PLACE)) == 1


def counting(until: str) -> Briefing:
    days = Figure(text="in 19 days", value=Decimal(19), unit=Unit.DAYS, citations=(1,), until=until)
    return changed(lead=(say("The summit is ", days, "."),))


@pytest.mark.parametrize(
    ("until", "shown"),
    [
        ("2026-12-14", "**<t:1797206400:R>**"),
        ("2026-12-14T14:30+02:00", "**<t:1797251400:R>**"),
        ("2026-11-25", "**in 19 days**"),
        ("2026-11-25T20:00+01:00", "**in 19 days**"),
    ],
)
def test_a_live_countdown_goes_on_unless_the_day_is_today(until: str, shown: str) -> None:
    (page,) = answer(counting(until), LIVE)
    assert page.blocks[0] == f"The summit is {shown} [1]."


def test_a_countdown_of_another_day_stands() -> None:
    (page,) = answer(counting("2026-12-14"), PLACE)
    assert page.blocks[0] == "The summit is **in 19 days** [1]."


def fact(text: str, label: str = "Long") -> Fact:
    return Fact(label=label, sentence=say(Claim(text=text, citations=(1,))))


def with_facts(*facts: Fact) -> Briefing:
    return changed(sections=(Section(title=say("Facts"), facts=facts),), follow_ups=())


LETTERS = {
    "Greek": "Η Ελλάδα δαπανά περισσότερο από το 3% του ΑΕΠ της για την άμυνα. ",
    "Cyrillic": "Болгарія та Україна обговорили 2,5% ВВП на оборону до 2035 року. ",
    "Japanese": "日本は防衛費を増やすと述べ、加盟国の目標は3.5%である。",
    "emoji": "🇪🇸👩‍🚀 ",
}


@pytest.mark.parametrize("text", LETTERS.values(), ids=LETTERS.keys())
def test_letters_of_many_bytes_fit(text: str) -> None:
    pages = answer(with_facts(*(fact(text * 6) for _ in range(30))), PLACE)
    assert all(fits(page) for page in pages)
    assert read("\n".join("\n".join(page.blocks) for page in pages)).count(text.strip()) == 180


@pytest.mark.parametrize("text", [*LETTERS.values(), "*_~`<@1>" * 20 + " ", "7" * 99 + " ", "\\"])
def test_a_fact_longer_than_a_page_goes_on_on_the_next(text: str) -> None:
    length = 9000 // len(text)
    pages = answer(with_facts(fact(text * length)), PLACE)
    assert len(pages) > 2
    assert all(fits(page) for page in pages)
    blocks = [read(page.blocks[-1 if page.number == 1 else 0]) for page in pages[:-1]]
    assert all(block.count("\n") <= 1 for block in blocks[1:])
    joined = "".join(read("\n".join(page.blocks)) for page in pages)
    told = joined.replace("### Facts (continued)", "").replace("\n… ", "").replace("\n", "")
    assert (text * length).strip() in told


def test_a_fact_is_parted_between_sentences_and_not_in_a_number() -> None:
    text = "It will spend 10.471 billion euros more. "
    pages = answer(with_facts(fact(text * 200)), PLACE)
    ends = [read(page.blocks[-1]) for page in pages[1:-1]]
    assert [end[-30:] for end in ends if not end.rstrip().endswith("euros more.")] == []


def test_a_figure_is_never_parted() -> None:
    parts = [part for _ in range(300) for part in (GAP, " and ")]
    long = Fact(label="Long", sentence=say(*parts, "no more"))
    pages = answer(with_facts(long), PLACE)
    told = [read("\n".join(page.blocks)) for page in pages]
    assert len(pages) > 2
    assert sum(text.count("1.50 percentage points") for text in told) == 301


def test_a_fact_with_very_many_sources_fits() -> None:
    many = tuple(source(number) for number in range(1, 60))
    told = Fact(label="X", sentence=say(Claim(text="Told by many.", citations=tuple(range(1, 60)))))
    pages = answer(with_facts(told).model_copy(update={"citations": many}), PLACE)
    assert all(fits(page) for page in pages)
    assert set.union(*(marks("\n".join(page.blocks)) for page in pages)) >= set(
        map(str, range(1, 60))
    )


def test_very_many_sections_fit() -> None:
    section = Section(title=say("Section"), facts=(fact("Short."),))
    pages = answer(changed(sections=(section,) * 60), PLACE)
    assert all(fits(page) for page in pages)
    assert sum(text_of(page).count("Short.") for page in pages) == 60


def test_a_heading_longer_than_a_page_is_parted() -> None:
    section = Section(title=say("A long title. " * 700), facts=(fact("Short."),))
    pages = answer(changed(sections=(section,)), PLACE)
    assert all(fits(page) for page in pages)
    assert sum(text_of(page).count("A long title.") for page in pages) == 700


def test_an_endless_word_is_parted_once_a_page() -> None:
    whole = Figure(text="9" * 9000, value=Decimal(9), unit=Unit.COUNT, citations=(1,))
    pages = answer(with_facts(Fact(label="Long", sentence=say(whole, " ", whole))), PLACE)
    assert sum(text_of(page).count("9" * 9000) for page in pages) == 2


def test_a_section_that_goes_on_says_so() -> None:
    pages = answer(with_facts(*(fact("Word. " * 50) for _ in range(20))), PLACE)
    assert pages[0].blocks[-1].startswith("### Facts\n- **Long** Word.")
    assert all(page.blocks[0].startswith("### Facts (continued)\n") for page in pages[1:])


def test_the_first_page_says_where_the_caveats_are() -> None:
    pages = answer(with_facts(*(fact("Word. " * 50) for _ in range(20))), PLACE)
    last = len(pages)
    assert f"Page 1 of {last}; caveats are on page {last}" in pages[0].foot
    assert f"Page {last} of {last}" in pages[-1].foot


HOSTILE = [
    "@everyone @here <@1> <@!1> <@&1> <#1> </target:1> <id:home>",
    "<t:1:R> <:x:1> <a:x:1>",
    "[NATO](https://evil.example) [NATO](<https://evil.example>)",
    "](https://evil.example)",
    "(https://evil.example)",
    "https://evil.example <https://evil.example> discord.gg/evil",
    "**b** __u__ ~~s~~ ||h|| *i*",
    "```\nfence\n``` `code`",
    "\n# Heading\n- item\n> quote\n-# small\n1. one",
    "# Heading",
    "-# small",
    ">>> quote",
    "1. one",
    "\u202etxet\u202c \u2066x\u2069 \u200b",
    "\\",
    "\\\\<@1>",
]


def hostile(text: str) -> Briefing:
    words = "".join(character for character in text if not character.isdigit())
    claim = Claim(text=text, citations=(1,))
    return Briefing(
        command="target",
        language="en",
        title=say(Given(text=text)),
        lead=(say(claim), say(claim, words), say(year("25", 1), words), say(words, claim)),
        verdict=Verdict.MET,
        sections=(
            Section(
                title=say(claim),
                facts=(Fact(label=words, sentence=say(percent("2.00%", 1), Given(text=text))),),
            ),
        ),
        table=TABLE.model_copy(update={"columns": (words,) * 3}),
        caveats=(say(claim), say(Given(text=text), claim)),
        derivations=(Derivation(subject=say(claim), rule=say(claim), steps=(GAP_STEP,)),),
        citations=(
            source(1, text, publisher=text, locator=text, note=text, published=text),
            source(2, text, url=f"https://www.nato.int/{text}", grade="other", note=text),
        ),
        follow_ups=(FollowUp(command="target", arguments=text),),
        stamp=Stamp(as_of="2026-11-25", edition=None, sentence=say(claim, Given(text=text))),
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_from_outside_does_anything(text: str) -> None:
    briefing = hostile(text)
    found = [
        (line, active(bare))
        for show in (answer, why, sources)
        for page in show(briefing, LIVE)
        for line in text_of(page).split("\n")
        if active(bare := _without_ours(line))
    ]
    assert found == []


def _without_ours(line: str) -> str:
    """A line without the formatting that this program gives it."""
    bare = re.sub(r"^(?:### |(?:  )*- )", "", hidden(without_code(line)))
    return re.sub(r"\*\*(.*?)\*\*", r"\1", re.sub(r" \*([^*]+)\*$", r"\1", bare))


@pytest.mark.parametrize("text", HOSTILE)
def test_links_lead_only_where_the_sources_are(text: str) -> None:
    pages = [page for show in (answer, why, sources) for page in show(hostile(text), LIVE)]
    addresses = {each for page in pages for each in links(text_of(page)).values()}
    assert addresses
    assert [each for each in addresses if not each.startswith("https://www.nato.int/")] == []


@pytest.mark.parametrize("text", HOSTILE)
def test_a_note_repeats_what_was_typed_as_it_was(text: str) -> None:
    page = note(f"No member called '{text}'.", title=text, reference=text, say=SAY)
    assert [active(line) for line in text_of(page).split("\n") if active(line)] == []


def test_a_note_is_a_page_with_a_reference() -> None:
    page = note("That did not work.\n\nTry it again.", reference="K7F3QD", title="Sorry", say=SAY)
    assert (page.title, page.number, page.of) == ("Sorry", 1, 1)
    assert page.blocks == ("That did not work.\n\nTry it again.",)
    assert page.foot == ("Reference K7F3QD",)


def test_a_note_too_long_for_a_page_is_cut_between_words() -> None:
    page = note("Worte mit Ähnlichkeit. " * 400, reference="K7F3QD", say=SAY)
    assert fits(page)
    assert page.blocks[-1].endswith("Ähnlichkeit. …")
    assert page.foot == ("Reference K7F3QD",)
