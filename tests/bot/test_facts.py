"""`article3 facts` as it is typed: what people write, what is refused, and what the log shows."""

import io
import json
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from bot import usage
from bot.__main__ import main
from bot.facts import VERBS
from commands.voice import Voice
from data.facts.kinds import KINDS
from tests.bot.conftest import Ran, Run, run_in

SHEET = usage.Sheet(Voice.of("en"))

SOURCE = """
[[source]]
id = "moncloa-2026-11-01"
title = "Statement on the budget"
publisher = "La Moncloa"
published_on = "2026-11-01"
verified_on = "2026-11-02"
url = "https://example.org/budget"
grade = "official"
"""
STANCE = """
[[stance]]
id = "esp-2026-11-01-budget"
member = "ESP"
party = "ESP"
commitment = "hague-2025"
position = "claims_exemption"
said_on = "2026-11-01"
claim = "Spain stays at 2.1 % in its budget."
known_on = "2026-11-01"
cites = [{ source = "moncloa-2026-11-01", locator = "third paragraph" }]
"""
LATER = STANCE.replace('known_on = "2026-11-01"', 'known_on = "2026-11-10"')
OPPOSES = LATER.replace("claims_exemption", "opposes")

COMMITMENTS = """
[[commitment]]
id = "one"
title = "One"
by_whom = "Allies"
claim = "The first of two."
superseded_by = "two"
[[commitment.history]]
status = "proposed"
on = "2026-11-01"
known_on = "2026-11-01"
cites = [{ source = "moncloa-2026-11-01", locator = "first paragraph" }]
[[commitment.history]]
status = "superseded"
on = "2026-11-02"
known_on = "2026-11-02"
cites = [{ source = "moncloa-2026-11-01", locator = "first paragraph" }]
[[commitment.clause]]
kind = "undertaking"
id = "effort"
claim = "They try."
cites = [{ source = "moncloa-2026-11-01", locator = "first paragraph" }]

[[commitment]]
id = "two"
title = "Two"
by_whom = "Allies"
claim = "The second of two."
adopts = ["one"]
[[commitment.history]]
status = "proposed"
on = "2026-11-02"
known_on = "2026-11-02"
cites = [{ source = "moncloa-2026-11-01", locator = "first paragraph" }]
[[commitment.clause]]
kind = "undertaking"
id = "effort"
claim = "They try."
cites = [{ source = "moncloa-2026-11-01", locator = "first paragraph" }]
"""

ANA = ("--by", "Ana Kovač")
WHY = ("--because", "The transcript says so.")
STORED = ("stance", "esp-2026-11-01-budget")

Write = Callable[[str], str]
Desk = Callable[..., Ran]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(text: str) -> str:
        (tmp_path / "new.toml").write_text(text, encoding="utf-8")
        return str(tmp_path / "new.toml")

    return write


@pytest.fixture
def desk(data_dir: Path, tmp_path: Path) -> Desk:
    """A database of the test's own, with the catalogue loaded."""
    shutil.copytree(data_dir, tmp_path / "own")
    return lambda *argv: run_in(tmp_path / "own", "facts", *argv)


@pytest.fixture
def recorded(desk: Desk, write: Write) -> Desk:
    """The same with a stance of Spain that a person recorded."""
    assert desk("record", write(STANCE + SOURCE), *ANA).code == 0
    return desk


def question(ran: Ran) -> bool:
    return (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


def refused(ran: Ran) -> bool:
    return (ran.code, ran.out) == (2, "") and ran.err.endswith("\nNothing was written.\n")


def states(desk: Desk, *named: str) -> list[dict[str, object]]:
    return json.loads(desk("history", *(named or STORED), "--json").out)["states"]


def known(desk: Desk, day: str) -> str | None:
    """The position that was known on a day and not the day before Spain's statement."""
    ran = desk("changes", "--since", "2026-11-01", "--until", day, "--json")
    found = [each["after"] for each in json.loads(ran.out)["changes"]]
    return next((each["position"] for each in found if each["id"] == STORED[1]), None)


# What people write.


def test_a_record_may_stand_before_the_source_it_cites(desk: Desk, write: Write) -> None:
    ran = desk("record", write(STANCE + SOURCE), *ANA)
    assert ran == Ran(
        0,
        "+ source moncloa-2026-11-01: Statement on the budget\n"
        "+ stance esp-2026-11-01-budget: Spain stays at 2.1 % in its budget.\n"
        "2 records were written, by Ana Kovač.\n",
        "",
    )


def test_records_may_refer_to_one_another(desk: Desk, write: Write) -> None:
    assert desk("record", write(COMMITMENTS + SOURCE), *ANA).code == 0
    assert [len(states(desk, "commitment", each)) for each in ("one", "two")] == [1, 1]


def test_a_record_is_written_whole_or_not_at_all(desk: Desk, write: Write) -> None:
    broken = STANCE.replace("esp-2026-11-01-budget", "other").replace('"ESP"', '"SPA"')
    ran = desk("record", write(SOURCE + STANCE + broken), *ANA)
    assert refused(ran)
    assert "new.toml:24: stance 'other': 'member' is 'SPA'" in ran.err
    assert question(desk("history", *STORED))
    assert question(desk("history", "source", "moncloa-2026-11-01"))


@pytest.mark.usefixtures("recorded")
def test_what_is_recorded_is_answered_with(tmp_path: Path) -> None:
    asked = ("ask", "stance", "Spain", "--as-of")
    assert "budget" in run_in(tmp_path / "own", *asked, "2026-11-01").out
    assert "Spain stays at" not in run_in(tmp_path / "own", *asked, "2026-10-31").out


def test_a_correction_leaves_the_days_before_it_as_they_were(recorded: Desk, write: Write) -> None:
    ran = recorded("correct", write(OPPOSES), *ANA, *WHY)
    assert (ran.code, ran.err) == (0, "")
    assert "position claims_exemption -> opposes" in ran.out
    assert "Counts from 10 November 2026 on; the days before keep their answer." in ran.out
    found = [known(recorded, day) for day in ("2026-11-09", "2026-11-10")]
    assert found == ["claims_exemption", "opposes"]


def test_a_correction_of_the_same_day_is_told_to_hide_the_state_before(
    recorded: Desk, write: Write
) -> None:
    ran = recorded("correct", write(STANCE.replace("claims_exemption", "opposes")), *ANA, *WHY)
    assert "No day shows what stood there" in ran.out
    assert known(recorded, "2026-11-09") == "opposes"


def test_a_correction_counts_from_the_day_it_is_said_to_be_known(
    recorded: Desk, write: Write
) -> None:
    text = write(STANCE.replace("claims_exemption", "opposes"))
    ran = recorded("correct", text, *ANA, *WHY, "--known-on", "2026-11-15")
    assert "Counts from 15 November 2026 on; the days before keep their answer." in ran.out
    found = [known(recorded, day) for day in ("2026-11-14", "2026-11-15")]
    assert found == ["claims_exemption", "opposes"]


def test_a_mended_record_shows_its_mistake_on_no_day(recorded: Desk, write: Write) -> None:
    ran = recorded("correct", write(OPPOSES), *ANA, *WHY, "--mend")
    assert "Known from 10 November 2026 on; no day shows any more what stood there" in ran.out
    assert [known(recorded, day) for day in ("2026-11-09", "2026-11-10")] == [None, "opposes"]


def test_a_shipped_fact_can_be_corrected(recorded: Desk, write: Write) -> None:
    (before,) = states(recorded, "source", "nato-hague-declaration")
    value = before["value"]
    assert isinstance(value, dict)
    value["title"] = "Declaration of The Hague"
    text = "\n".join(f"{key} = {json.dumps(each)}" for key, each in value.items() if each)
    assert recorded("correct", write(f"[[source]]\n{text}"), *ANA, *WHY).code == 0
    last = states(recorded, "source", "nato-hague-declaration")[-1]
    assert (last["origin"], last["changed"]) == (
        "person",
        [
            {
                "field": "title",
                "before": "The Hague Summit Declaration",
                "after": "Declaration of The Hague",
            }
        ],
    )


def test_corrections_are_written_together_or_not_at_all(recorded: Desk, write: Write) -> None:
    unknown = STANCE.replace("esp-2026-11-01-budget", "nobody-wrote-this")
    ran = recorded("correct", write(OPPOSES + unknown), *ANA, *WHY)
    assert refused(ran)
    assert "new.toml:14: stance 'nobody-wrote-this': There is no record" in ran.err
    assert len(states(recorded)) == 1


def test_a_withdrawn_record_is_known_until_that_day(recorded: Desk) -> None:
    ran = recorded("retract", *STORED, *ANA, *WHY, "--known-on", "2026-11-20")
    assert (ran.code, ran.err) == (0, "")
    assert "Withdrawn from 20 November 2026 on; the days before keep their answer." in ran.out
    found = [known(recorded, day) for day in ("2026-11-19", "2026-11-20")]
    assert found == ["claims_exemption", None]


def test_a_record_that_ought_not_to_be_there_is_gone_for_all_days(recorded: Desk) -> None:
    ran = recorded("retract", *STORED, *ANA, *WHY)
    assert "article3 facts history stance esp-2026-11-01-budget" in " ".join(ran.out.split())
    assert known(recorded, "2026-11-19") is None
    assert refused(recorded("retract", *STORED, *ANA, *WHY))


# What is refused.


FAULTS = {
    "no TOML": ("a = ", ":1: This is not TOML"),
    "a table nobody knows": ('[[quote]]\nid = "x"', ":1: 'quote' is not a table of this file"),
    "a key nobody knows": (STANCE + 'mood = "bad"', ":12: stance 'esp-2026-11-01-budget': "),
    "a day that is none": (STANCE.replace("2026-11-01", "2026-11-31"), ":8: stance"),
    "a day to come": (STANCE.replace('on = "2026-11-01"', 'on = "2026-12-01"'), "after today"),
    "no such source": (STANCE, ":11: stance 'esp-2026-11-01-budget': 'cites[1].source' names"),
    "an id given twice": (SOURCE + SOURCE, ":12: source 'moncloa-2026-11-01': The id"),
    "the plural of a table": ("[[commitment]]\nclauses = []", "write [[commitment.clause]]"),
    "an id of the catalogue": (
        SOURCE.replace("moncloa-2026-11-01", "nato-hague-declaration"),
        ":3: source 'nato-hague-declaration': 'nato-hague-declaration' is there already",
    ),
    "lists without an end": ("a = " + "[" * 5000, ":1: "),
    "a number without an end": ("a = " + "1" * 5000, ":1: "),
}


@pytest.mark.parametrize(("text", "said"), FAULTS.values(), ids=list(FAULTS))
def test_what_is_wrong_with_a_file_is_told_with_its_line(
    desk: Desk, write: Write, text: str, said: str
) -> None:
    ran = desk("record", write(text), *ANA)
    assert refused(ran)
    assert said in ran.err


def test_all_faults_of_a_file_are_told_in_its_order(desk: Desk, write: Write) -> None:
    text = STANCE.replace('"hague-2025"', '"none"').replace('"ESP"', '"SPA"') + COMMITMENTS
    lines = desk("record", write(text), *ANA).err.splitlines()[:-1]
    numbers = [int(line.rpartition("new.toml:")[2].partition(":")[0]) for line in lines]
    assert numbers == [4, 5, 6, 11, 23, 28, 33, 45, 50]


def test_a_broken_record_makes_no_reference_to_it_look_wrong(desk: Desk, write: Write) -> None:
    broken = SOURCE.replace("https://example.org/budget", "nowhere")
    ran = desk("record", write(broken + STANCE), *ANA)
    assert "'url' is 'nowhere'" in ran.err
    assert "is no source" not in ran.err


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "holds no record"), (b"#" * 300_000, "larger than 256 KB")],
)
def test_a_file_that_cannot_be_taken_is_told_in_one_line(
    desk: Desk, tmp_path: Path, content: bytes, said: str
) -> None:
    (tmp_path / "new.toml").write_bytes(content)
    ran = desk("record", str(tmp_path / "new.toml"), *ANA)
    assert question(ran)
    assert said in ran.err


@pytest.mark.parametrize("name", ["nothing.toml", ".", "a\0b"])
def test_a_file_that_is_none_is_told_in_one_line(desk: Desk, tmp_path: Path, name: str) -> None:
    ran = desk("record", str(tmp_path / name), *ANA)
    assert question(ran)
    assert "cannot be read" in ran.err


def test_nobody_signs_as_a_release_does(recorded: Desk, write: Write) -> None:
    ran = recorded("record", write(LATER), "--by", "catalogue")
    assert refused(ran)
    assert ran.err.startswith("--by is 'catalogue'")


def test_nothing_is_withdrawn_before_it_was_known(recorded: Desk) -> None:
    ran = recorded("retract", *STORED, *ANA, *WHY, "--known-on", "2026-10-31")
    assert refused(ran)
    assert ran.err.startswith("--known-on is 31 October 2026, before the record became known")


@pytest.mark.parametrize(
    ("named", "said"),
    [
        (("source", "nato-hague-declaration"), "A source stays"),
        (("commitment", "hague-2025"), "cannot go while others refer to it"),
    ],
)
def test_what_others_rest_on_stays(desk: Desk, named: tuple[str, str], said: str) -> None:
    ran = desk("retract", *named, *ANA, *WHY)
    assert refused(ran)
    assert said in ran.err


SPAIN = ("history", "figure", "2026-07-10", "Spain", "share_of_gdp")
ROBLES = ("stance", "esp-2025-06-05-robles")
WRONG = [
    ((), "record, correct, retract, history, changes"),
    (("undo",), "has no 'undo'"),
    (("record", *ANA), "FILE is missing"),
    (("record", "new.toml"), "--by is missing: say who"),
    (("record", "new.toml", "--by"), "Nothing is written after --by"),
    (("record", "new.toml", "--by", " "), "--by is empty"),
    (("record", "new.toml", "--by", "x" * 81), "--by has 81 characters"),
    (("record", "new.toml", "--by", "A\u202eB"), "--by holds the character U+202E"),
    (("record", "new.toml", *ANA, *WHY), "no option '--because'"),
    (("correct", "new.toml", *ANA), "--because is missing: say why"),
    (("correct", "new.toml", *WHY), "--by is missing: say who"),
    (("correct", "new.toml", *ANA, "--because", "x" * 601), "--because has 601 characters"),
    (
        ("correct", "new.toml", *ANA, *WHY, "--mend", "--known-on", "2026-11-01"),
        "Leave out --known-on",
    ),
    (("retract", *ROBLES, *ANA), "--because is missing"),
    (("retract", "quote", "x", *ANA, *WHY), "There are: source, member,"),
    (("retract", "stance", "esp-robles", *ANA, *WHY), "esp-2025-06-05-robles"),
    (("retract", *ROBLES, *ANA, *WHY, "--known-on", "2026-02-30"), "not a date we know"),
    (("retract", *ROBLES, *ANA, *WHY, "--known-on", "2026-11-26"), "still ahead"),
    (("history",), "KIND is missing"),
    (("history", "stance"), "ID is missing"),
    (("history", "quote", "x"), "statement, group, figure."),
    (("history", "stance", "esp-2025-06-05-robels"), "The nearest are: esp-2025-06-05-robles, "),
    (("history", "stance", "\x1b[2J\udcff"), "There is no stance"),
    (("history", "pledge", ROBLES[1]), "Write stance esp-2025-06-05-robles."),
    (("history", "member", "Austria"), "Austria is not a member of NATO"),
    (("history", "figure"), "EDITION is missing"),
    (("history", "figure", "2026-07-11", *SPAIN[3:], "2025"), "The nearest are: 2026-07-10,"),
    (("history", "figure", "2026-07-10", "Spian", SPAIN[4], "2025"), "Did you mean Spain?"),
    ((*SPAIN[:4], "share", "2025"), "There are: share_of_gdp,"),
    ((*SPAIN, "last"), "'last' is not a year"),
    ((*SPAIN, "2035"), "It has: 2014, 2015"),
    (("changes",), "--since is missing"),
    (("changes", "--since", "yesterday"), "not a day in the calendar"),
    (("changes", "--since", "2025-02-30"), "not a day in the calendar"),
    (("changes", "--since", "2025-06"), "Write a day such as 2025-06-01"),
    (("changes", "--since", "2026-11-26"), "Write 2026-11-25 or an earlier day"),
    (("changes", "--since", "2025-06-05", "--until", "2025-06-04"), "the earlier day first"),
]


@pytest.mark.parametrize(("argv", "said"), WRONG)
def test_words_that_do_not_fit_are_told_in_one_line(
    run: Run, argv: tuple[str, ...], said: str
) -> None:
    ran = run("facts", *argv)
    assert question(ran)
    assert said in ran.err
    assert ran.err.strip().isprintable()


# What the log shows.


def test_a_history_tells_who_wrote_what_and_why(recorded: Desk, write: Write) -> None:
    recorded("correct", write(OPPOSES), *ANA, *WHY)
    recorded("retract", *STORED, "--by", "Bo", "--because", "It was withdrawn.")
    ran = recorded("history", *STORED)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith(
        "\n"
        "2. Corrected, from 10 November 2026 on\n"
        "   Known    10 November 2026\n"
        "   Written  25 November 2026, 09:30 (UTC), by Ana Kovač\n"
        "   Because  The transcript says so.\n"
        "   Changed  position: claims_exemption -> opposes\n"
        "            known_on: 2026-11-01 -> 2026-11-10\n"
        "   Sources  moncloa-2026-11-01 (official): La Moncloa, Statement on the budget\n"
        "\n"
        "3. Withdrawn, for all days\n"
        "   Written  25 November 2026, 09:30 (UTC), by Bo\n"
        "   Because  It was withdrawn.\n"
        "\n"
        "Nothing of this is known today.\n"
    )


def test_the_history_of_a_shipped_fact_begins_with_its_release(run: Run) -> None:
    ran = run("facts", "history", *ROBLES)
    assert "25 November 2026, 09:30 (UTC), with the facts of a release" in ran.out
    assert "speaker: Margarita Robles" in ran.out
    assert "elespanol-2025-06-06 (wire)" in ran.out or "elespanol-2025-06-06 (other)" in ran.out
    assert ran.out.endswith("State 1 is what is known today.\n")


@pytest.mark.parametrize("member", ["Spain", "España", "ESP", "🇪🇸"])
def test_a_figure_is_found_by_any_spelling_of_its_member(run: Run, member: str) -> None:
    ran = run("facts", "history", "figure", "2026-07-10", member, "share_of_gdp", "2025")
    assert ran.out.startswith("figure 2026-07-10 ESP share_of_gdp 2025\n\n1. Recorded\n")
    assert "value: 2.00\n" in ran.out


def test_a_member_of_several_words_needs_no_quotes(run: Run) -> None:
    words = ("2026-07-10", "United", "Kingdom", "share_of_gdp", "2025")
    ran = run("facts", "history", "figure", "--json", *words)
    assert json.loads(ran.out)["id"] == "2026-07-10 GBR share_of_gdp 2025"


def test_moments_are_told_in_the_zone_of_their_reader(data_dir: Path) -> None:
    out = io.StringIO()
    clock = datetime(2026, 12, 1, 12, tzinfo=timezone(timedelta(hours=2)))
    argv = ("facts", "history", *ROBLES)
    main(argv, environ={}, clock=lambda: clock, data_dir=data_dir, stdout=out)
    assert "25 November 2026, 11:30 (UTC+2)" in out.getvalue()


def test_a_history_for_other_programs_holds_every_state(recorded: Desk, write: Write) -> None:
    recorded("correct", write(OPPOSES), *ANA, *WHY)
    first, second = states(recorded)
    assert (first["number"], first["action"], first["changed"]) == (1, "recorded", [])
    assert (second["by"], second["because"], second["known_from"], second["governs_from"]) == (
        "Ana Kovač",
        WHY[1],
        "2026-11-10",
        "2026-11-10",
    )
    assert second["sources"] == [
        {"id": "moncloa-2026-11-01", "locator": "third paragraph", "grade": "official"}
    ]


def test_changes_name_their_sources_and_grades(run: Run) -> None:
    ran = run("facts", "changes", "--since", "2025-06-05", "--until", "2025-06-05")
    told = " ".join(ran.out.split())
    assert (
        "+ 2025-06-05 stance esp-2025-06-05-reported: Spain was reported to resist the proposal "
        "most, and was expected to reach the 2 % in force only by the end of 2025. "
        "[afp-2025-06-05 (wire), seed-2025-06-05 (other)]"
    ) in told
    assert "On 5 June 2025, compared with 4 June 2025: 18 newly known," in told


def test_changes_show_what_was_corrected_and_withdrawn(recorded: Desk, write: Write) -> None:
    recorded("correct", write(OPPOSES), *ANA, *WHY)
    since = ("changes", "--since", "2026-11-10", "--until")
    changed = " ".join(recorded(*since, "2026-11-10").out.split())
    assert "~ 2026-11-10 stance esp-2026-11-01-budget: position claims_exemption ->" in changed
    assert "Because: The transcript says so. [moncloa-2026-11-01 (official)]" in changed
    recorded("retract", *STORED, *ANA, *WHY, "--known-on", "2026-11-20")
    gone = recorded(*since, "2026-11-20").out
    assert gone.startswith("- 2026-11-20 stance esp-2026-11-01-budget: Spain stays at 2.1 %")


def test_what_was_written_is_listed_apart_from_when_it_became_known(recorded: Desk) -> None:
    listed = recorded("changes", "--since", "2026-11-25", "--recorded").out
    assert "+ 2026-11-25 09:30+00:00 stance esp-2026-11-01-budget: " in listed
    assert "By Ana Kovač." in " ".join(listed.split())
    before = recorded("changes", "--since", "2026-11-01", "--until", "2026-11-24", "--recorded")
    assert before.out.startswith("1–24 November 2026: 0 recorded, 0 corrected, 0 withdrawn.")


def test_changes_are_given_to_other_programs(recorded: Desk) -> None:
    words = ("changes", "--since", "2026-11-01", "--json")
    (change,) = json.loads(recorded(*words).out)["changes"]
    assert (change["before"], change["entry"]["by"]) == (None, "Ana Kovač")
    written = json.loads(recorded(*words, "--recorded").out)["recorded"]
    assert [each["id"] for each in written[-2:]] == ["moncloa-2026-11-01", STORED[1]]


@pytest.mark.parametrize(
    "argv",
    [
        ("history", "commitment", "hague-2025"),
        (*SPAIN, "2025"),
        ("changes", "--since", "1900-01-01"),
        ("changes", "--since", "0001-01-01", "--recorded"),
    ],
)
def test_what_is_shown_fits_80_columns_but_for_addresses(run: Run, argv: tuple[str, ...]) -> None:
    ran = run("facts", *argv)
    assert ran.code == 0
    assert [line for line in ran.out.splitlines() if len(line) > 80 and "://" not in line] == []


# The page of help.


def test_the_page_names_every_verb_operand_and_option() -> None:
    page = usage.facts(SHEET)
    shapes = [each.shape for each in VERBS.values()]
    shapes += [each.of_figures for each in VERBS.values() if each.of_figures is not None]
    wanted = [
        part
        for each in shapes
        for part in (each.verb.split()[1], *each.operands, *each.options, *each.flags)
    ]
    assert [each for each in (*wanted, *KINDS) if each not in page] == []
    assert [line for line in page.splitlines() if len(line) > 80] == []
