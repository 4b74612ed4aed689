"""`article3 import nato` as it is typed: what is shown, what is asked, and what is written."""

import asyncio
import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot import usage
from bot.__main__ import main
from bot.call import Call
from bot.nato_import import SHAPE, agreed
from bot.settings import Settings
from commands.voice import Voice
from data.rules.expenditure import Observation
from data.store import Store
from tests.bot.conftest import NOW, Ran, Terminal, run_in
from tests.data.importers.nato.workbooks import Book, book, book_of
from tests.data.store.conftest import address, lean
from tests.shipped import CATALOGUE

ADDRESS = ("--url", "https://www.nato.int/tables.xlsx")
SIGNED = ("--by", "Ana Kovač")
DAY = ("--published", "2026-09-01")
WHOLE = (*SIGNED, *ADDRESS, *DAY)

Save = Callable[..., str]
Bring = Callable[..., Ran]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    def save(made: Book, name: str = "def-exp-2026-en.xlsx") -> str:
        (tmp_path / name).write_bytes(made.xlsx())
        return str(tmp_path / name)

    return save


@pytest.fixture(scope="module")
def lean_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the figures of a few members, which is quicker."""
    folder = tmp_path_factory.mktemp("lean")

    async def fill() -> None:
        async with Store.open(address(folder / "article3.db")) as store:
            await store.prepare()
            await store.sync(lean(CATALOGUE), now=NOW)

    asyncio.run(fill())
    return folder


@pytest.fixture
def bring(lean_dir: Path, tmp_path: Path) -> Bring:
    """Into a database of the test's own."""
    shutil.copytree(lean_dir, tmp_path / "own")
    return lambda *argv: run_in(tmp_path / "own", "import", "nato", *argv)


@pytest.fixture
def bring_all(data_dir: Path, tmp_path: Path) -> Bring:
    """Into one with the whole catalogue in it."""
    shutil.copytree(data_dir, tmp_path / "own")
    return lambda *argv: run_in(tmp_path / "own", "import", "nato", *argv)


def answer(folder: Path, typed: str, *argv: str) -> Ran:
    """At a terminal, where somebody types an answer."""
    out, err = Terminal(), io.StringIO()
    code = main(
        ("import", "nato", *argv),
        environ={"NO_COLOR": "1"},
        clock=lambda: NOW,
        data_dir=folder,
        stdin=Terminal(typed),
        stdout=out,
        stderr=err,
    )
    return Ran(code, out.getvalue(), err.getvalue())


def shipped(day: str) -> tuple[Observation, ...]:
    return next(figures for edition, figures in CATALOGUE.editions if edition.id == day)


def target(folder: Path, *argv: str) -> str:
    return run_in(folder, "ask", "target", "Spain", *argv).out


def told(ran: Ran) -> str:
    """What was said in one line: where it is broken depends on the width."""
    return " ".join(ran.out.split())


SHOWN = (
    "Defence Investment of NATO Countries (2019-2026) Published on 1 September 2026. It counts ",
    "core defence expenditure. Constant prices are those of 2021.",
    "1,992 figures of 32 members, 2019 to 2026. Estimates: 2025, 2026.",
    "share of GDP: 248 (Table 3)",
    "No member's row has a gap.",
    "Read and left out, as nothing here holds it: Table 1, Constant 2021 prices",
    "All 700 sums, shares and distributions in it agree with each other.",
    "16 of 16 shares of GDP differ from the edition of 10 July 2026: Spain 2021: 1.02% -> 2.64%",
    "On the other side of 2% now: Albania 2026: 2.15% -> 1.65% (-0.50)",
    "Other figures that differ from the edition of 10 July 2026: share of equipment: 16 of 16",
    "Write this? [y/N] 1,992 figures of the edition of 1 September 2026 were written, by Ana Kov",
)
AGAIN = "The edition of 1 September 2026 is there already: all 1,992 figures of the workbook are "
TWIN = "These are the figures of the edition of 1 September 2026, which is held already. Nothing "


def test_what_is_shown_is_written_after_a_yes_and_answers_rest_on_it(
    bring: Bring, save: Save, tmp_path: Path
) -> None:
    file = save(book("2026"))
    ran = answer(tmp_path / "own", "y\n", file, *WHOLE)
    assert (ran.code, ran.err) == (0, "")
    assert [each for each in SHOWN if each not in told(ran)] == []
    assert "2.95%" in target(tmp_path / "own")
    assert "2.95%" not in target(tmp_path / "own", "--as-of", "2026-08-31")
    again = bring(file, *SIGNED, *DAY)
    assert (again.code, told(again).startswith(AGAIN)) == (0, True)
    assert told(bring(file, *SIGNED, "--published", "2026-09-02")).startswith(TWIN)


def test_without_a_yes_nothing_is_written(bring: Bring, save: Save, tmp_path: Path) -> None:
    file = save(book("2026"))
    ran = answer(tmp_path / "own", "n\n", file, *WHOLE)
    assert (ran.code, ran.err) == (0, "")
    assert told(ran).endswith("Write this? [y/N] Nothing was written.")
    ran = bring(file, *WHOLE)
    assert (ran.code, ran.err) == (
        2,
        "Nothing was written. Add --yes to write it, or answer in a terminal.\n",
    )
    ran = bring(file, *DAY, "--dry-run")
    assert (ran.code, ran.err, told(ran).endswith("Nothing was written.")) == (0, "", True)
    assert "2.95%" not in target(tmp_path / "own")


def test_a_source_without_an_address_is_not_written(bring: Bring, save: Save) -> None:
    ran = bring(save(book("2026")), *SIGNED, *DAY, "--yes")
    assert (ran.code, ran.err.count("\n"), "--url ADDRESS" in ran.err) == (2, 1, True)


ANSWERS = {"y": True, "YES": True, " yes ": True, "n": False, "": False, "yesterday": False}


@pytest.mark.parametrize("typed", ANSWERS)
def test_only_a_yes_is_a_yes(typed: str) -> None:
    call = Call(
        settings=Settings.read({}),
        environ={},
        clock=lambda: NOW,
        stdin=Terminal(f"{typed}\n"),
        stdout=Terminal(),
        stderr=io.StringIO(),
    )
    assert (agreed(call, already=False) is None) == ANSWERS[typed]


ONE_DIFFERS = (
    "The edition of 17 June 2024 is held already. Of the workbook's figures: the same as held: "
    "2,738 different: 1 Spain, share of GDP, 2024: held 1.28e, in the workbook 9.99e Add --correct "
    "to have the figures that differ corrected. The workbook adds nothing to the edition of 17 "
    "June 2024. Nothing was changed."
)
CORRECTED = "has what the workbook adds: 0 figures new, 1 corrected, by Ana Kovač."


def test_an_edition_of_the_catalogue_is_compared_and_corrected_only_when_asked(
    bring_all: Bring, save: Save, tmp_path: Path
) -> None:
    made, name = book_of("2024", shipped("2024-06-17")), "240617-def-exp-2024-TABLES-en.xlsx"
    file = save(made.put("TABLE3", made.place("TABLE3", "Spain", 2024), 9.99), name)
    other = bring_all(file, *SIGNED)
    assert (other.code, other.err, told(other)) == (0, "", ONE_DIFFERS)
    ran = bring_all(file, *SIGNED, *ADDRESS, "--correct", "--yes")
    assert (ran.code, ran.err, told(ran).endswith(CORRECTED)) == (0, "", True)
    assert "9.99%" in target(tmp_path / "own", "--as-of", "2024-06-17")


def test_what_is_missing_of_an_edition_is_added(bring: Bring, save: Save, tmp_path: Path) -> None:
    file = save(book_of("2025", shipped("2025-08-28"), first=2019))
    ran = bring(file, *SIGNED, *ADDRESS, "--published", "2025-08-28", "--yes")
    assert (ran.code, ran.err) == (0, "")
    assert re.search(r"not held: [\d,]+ \(share of GDP \d+, share of equipment 2\d\d, ", told(ran))
    assert re.search(r"28 August 2025 has what the workbook adds: 1,\d{3} figures new", told(ran))
    asked = run_in(tmp_path / "own", "ask", "target", "Greece", "--as-of", "2025-09-01").out
    assert "Greece stands at" in asked
    assert "the copy held here lacks" not in asked


def test_another_edition_of_the_same_day_is_not_mixed_with_it(bring: Bring, save: Save) -> None:
    ran = bring(save(book("2024")), *SIGNED, "--published", "2026-07-10")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "An edition of 10 July 2026 is held already, and this is another one" in ran.err


def test_a_layout_that_is_not_known_is_told_by_its_cells(
    bring: Bring, save: Save, tmp_path: Path
) -> None:
    made = book("2026").put("Table 3", "C7", "\x1b[2Jn.k.").put("Table 3", "D4", 2020)
    ran = bring(save(made), *WHOLE, "--yes")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        "Table 3!D4: holds '2020'; expected 2021.",
        "Table 3!C7: holds ' [2Jn.k.'; expected a number, or .. or - where there is none.",
        "Nothing was written.",
    ]
    assert "2.95%" not in target(tmp_path / "own")


WRONG: dict[str, tuple[tuple[str, ...], str]] = {
    "no file": ((), "FILE is missing."),
    "two files": (("a.xlsx", "b.xlsx"), "'b.xlsx' is too much here."),
    "nobody": (("a.xlsx", *DAY), "--by is missing: say who writes this."),
    "an empty name": (("a.xlsx", *DAY, "--by", " "), "--by is empty."),
    "no day": (("a.xlsx", *SIGNED), "write --published DAY"),
    "a day ahead": (("a.xlsx", *SIGNED, "--published", "2026-12-01"), "is still ahead"),
    "a whole year": (("a.xlsx", *SIGNED, "--published", "2026"), "is a whole year"),
    "no day at all": (("a.xlsx", *SIGNED, "--published", "soon"), "is not a date we know"),
    "a file that is not there": (("nowhere.xlsx", *WHOLE), "cannot be read"),
    "an option of others": (("a.xlsx", *WHOLE, "--force"), "There is no option '--force' here."),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_word_is_told_in_one_line(tmp_path: Path, what: str) -> None:
    argv, problem = WRONG[what]
    ran = run_in(tmp_path / "none", "import", "nato", *argv)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert problem in ran.err
    assert not (tmp_path / "none").exists()


def test_a_file_that_is_no_workbook_touches_no_database(tmp_path: Path) -> None:
    (tmp_path / "240617-def-exp-2024.xlsx").write_text("Country,2024\n")
    ran = run_in(
        tmp_path / "none",
        "import",
        "nato",
        str(tmp_path / "240617-def-exp-2024.xlsx"),
        *SIGNED,
    )
    assert ran.err.splitlines() == [
        "The file is no workbook in the format .xlsx. Open it and save it as .xlsx.",
        "Nothing was written.",
    ]
    assert (ran.code, (tmp_path / "none").exists()) == (2, False)


def test_the_help_names_every_option() -> None:
    page = usage.transfer(usage.Sheet(Voice.of("en")))
    assert [each for each in (*SHAPE.options, *SHAPE.flags) if f"  {each}" not in page] == []
