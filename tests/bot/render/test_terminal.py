import io

import pytest
from rich.cells import cell_len

from bot.render.screen import Screen
from bot.render.terminal import Place, explanation, page
from commands.briefing import Briefing, Claim, FollowUp
from commands.voice import Voice
from tests.bot.briefings import BRIEFING, TABLE, say, source

PLACE = Place(
    typed=lambda each: f"/{each.command} {each.arguments}".strip(),
    why="/why",
    say=Voice.of("en").fill,
)
ADDRESS = "https://www.nato.int/" + "a-long-way-down/" * 5

AT_80 = f"""\
Spain: defence spending  ↘ behind

The Alliance agreed on at least 3.5% of GDP by 2035 [1]; Spain stands at
2.00% [2], 1.50 percentage points short: behind.

Agreed: The Hague (25 June 2025 [1])
  Core defence  ↘ At least 3.5% by 2035 [1]: behind.
  Annual plans    Each Ally hands in a plan every year that shows how it is
                  going to reach the goal. [1][2]

Caveats
  - An estimate is NATO's own, for a year not yet closed.

Sources
  [1] NATO: The Declaration, 25 June 2025; paragraph 3.
      {ADDRESS}1
  [2] NATO: Table of shares, 25 June 2025; row Spain. (Weak source.)
      {ADDRESS}2
  A weak source is neither an official text nor a newspaper of record.

As known on 25 November 2026.
How it was worked out:  /why
Ask next:               /stance Spain
                        /summit
"""

DERIVATION = """\
How it was worked out
  Core defence by 2035 [1]
  Behind: the pace observed is below the pace needed.
    gap = 1.50 percentage points
      = floor - share
      = 3.50 − 2.00
      floor: share asked for = 3.50% [1]
      share: share reported, 2026 = 2.00% [2]
"""

AT_40 = """\
Agreed: The Hague (25 June 2025 [1])
  Core defence
    ↘ At least 3.5% by 2035 [1]: behind.
  Annual plans
      Each Ally hands in a plan every
      year that shows how it is going to
      reach the goal. [1][2]
"""

TABLE_AT_60 = """\
Member       Share  Why
Spain    2.00% [2]  Its own reading of what was agreed.
日本    10.25% [2]  Wide letters take two cells each.
"""


def shown(answer: Briefing, width: int, *, why: bool = False) -> str:
    out = io.StringIO()
    Screen(out, width).show(page(answer, PLACE, width=width, why=why))
    return out.getvalue()


def test_a_page_in_a_file_is_80_columns_of_plain_text() -> None:
    assert shown(BRIEFING, 80) == AT_80


def test_a_wider_page_has_longer_lines() -> None:
    told = (
        "Each Ally hands in a plan every year that shows how it is going to reach the goal. [1][2]"
    )
    assert f"  Annual plans    {told}" in shown(BRIEFING, 120).splitlines()


def test_a_narrow_page_sets_labels_above_their_sentences() -> None:
    assert AT_40 in shown(BRIEFING, 40)


@pytest.mark.parametrize("width", [30, 40, 60, 80, 100, 120])
def test_no_line_but_an_address_is_wider_than_the_page(width: int) -> None:
    answer = BRIEFING.model_copy(update={"follow_ups": ()})
    lines = shown(answer, width, why=True).splitlines()
    wide = [line for line in lines if cell_len(line) > width and "://" not in line]
    assert wide == []


def test_a_page_has_no_blanks_at_the_end_of_lines() -> None:
    lines = shown(BRIEFING, 80, why=True).splitlines()
    assert [line for line in lines if line != line.rstrip()] == []


def test_a_table_is_aligned_and_its_figures_flush_right() -> None:
    assert TABLE_AT_60 in shown(BRIEFING.model_copy(update={"table": TABLE}), 60)


def test_a_derivation_is_shown_where_it_is_asked_for() -> None:
    assert DERIVATION in shown(BRIEFING, 80, why=True)
    assert "  [2] NATO: Table of shares" in shown(BRIEFING, 80, why=True)
    assert "      Read in a copy.\n" in shown(BRIEFING, 80, why=True)


def test_a_step_that_several_figures_rest_on_is_written_out_once() -> None:
    derivations = BRIEFING.derivations * 2
    text = shown(BRIEFING.model_copy(update={"derivations": derivations}), 80, why=True)
    assert text.count("= floor - share") == 1
    assert "gap = 1.50 percentage points (worked out above)" in text


def test_a_question_without_derivations_says_so_when_asked_why() -> None:
    bare = BRIEFING.model_copy(update={"derivations": ()})
    assert "Nothing was worked out" in shown(bare, 80, why=True)
    assert "How it was worked out" not in shown(bare, 80)


def test_an_explanation_alone_has_its_sources() -> None:
    text = "\n".join(line.plain for line in explanation(BRIEFING, PLACE, width=80))
    assert DERIVATION in text
    assert f"{ADDRESS}1" in text


HOSTILE = "\x1b[2J[red]x[/red]\r\n"


def test_nothing_of_a_source_or_a_stranger_is_an_escape_or_markup() -> None:
    answer = BRIEFING.model_copy(
        update={
            "title": say(HOSTILE.replace("2", "")),
            "lead": (say("[bold]", Claim(text="\x1b]8;;http://evil.example\x07", citations=(1,))),),
            "citations": (
                source(1, HOSTILE, publisher=HOSTILE, url=f"https://example.org/{HOSTILE}"),
                source(2, "t", grade="other", note=HOSTILE, locator=HOSTILE),
            ),
            "follow_ups": (FollowUp(command="target", arguments=HOSTILE),),
        }
    )
    out = io.StringIO()
    Screen(out, 80, styled=True).show(page(answer, PLACE, width=80, why=True))
    text = out.getvalue()
    assert "[red]x[/red]" in text
    assert "[bold]" in text
    assert not any(forbidden in text for forbidden in ("\x1b[2J", "\x1b]", "\x07", "\r"))


def test_a_terminal_gets_colours_and_whole_addresses() -> None:
    out = io.StringIO()
    Screen(out, 60, styled=True).show(page(BRIEFING, PLACE, width=60))
    assert "\x1b[1;33m↘ behind\x1b[0m" in out.getvalue()
    assert f"{ADDRESS}1\x1b[0m\n" in out.getvalue()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("out", "environ", "no_color", "styled"),
    [
        (Terminal(), {"TERM": "xterm"}, False, True),
        (Terminal(), {"TERM": "xterm"}, True, False),
        (Terminal(), {"TERM": "dumb"}, False, False),
        (io.StringIO(), {"TERM": "xterm"}, False, False),
    ],
)
def test_only_a_terminal_that_can_is_sent_colours(
    out: io.StringIO, environ: dict[str, str], no_color: bool, styled: bool
) -> None:
    assert Screen.of(out, environ, no_color=no_color).styled is styled


@pytest.mark.parametrize(("columns", "width"), [("5", 30), ("80", 80), ("300", 100)])
def test_a_page_is_as_wide_as_is_good_to_read(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert Screen.of(Terminal(), {}).width == width
    assert Screen.of(io.StringIO(), {}).width == 80
