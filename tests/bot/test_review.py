"""`article3 propose` and `article3 review` as they are typed."""

import asyncio
import io
import json
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bot import propose, usage
from bot.__main__ import main
from bot.editing import editable, edited, pairs
from bot.review import VERBS
from commands.voice import Voice
from data.errors import QuestionError, RecordError
from data.facts.knowledge import Knowledge
from data.facts.records import Position
from data.importers.proposals import Article, Proposal
from data.rules.commitments import Commitment, ShareTarget, Status
from data.store import Store
from tests import proposals as made
from tests.bot.conftest import NOW, Ran, Terminal, run_in
from tests.proposals import ARTICLE, CITES, proposal, stance

ANA = ("--by", "Ana")
WHY = ("--because", "It was a rumour.")
SPAIN = stance(commitment="hague-2025", position=Position.OPPOSES)

Desk = Callable[..., Ran]


@pytest.fixture
def folder(data_dir: Path, tmp_path: Path) -> Path:
    shutil.copytree(data_dir, tmp_path / "own")
    return tmp_path / "own"


@pytest.fixture
def desk(folder: Path) -> Desk:
    return lambda *argv: run_in(folder, "review", *argv)


@pytest.fixture
def queued(folder: Path, desk: Desk) -> Desk:
    """With Spain's stance as the proposal 1, and a commitment as 2."""
    target = made.target(id="four-by-2030")

    async def add() -> None:
        async with Store.open(f"sqlite+aiosqlite:///{folder / 'article3.db'}") as store:
            told = [proposal(SPAIN), proposal(target, sort=made.Sort.COMMITMENT)]
            await store.proposals.add(ARTICLE, told, by="Ana", at=NOW)

    asyncio.run(add())
    return desk


def sit_down(folder: Path, typed: str, *argv: str) -> Ran:
    """Somebody at a terminal, who types all of this."""
    out, err = Terminal(), io.StringIO()
    code = main(
        ["review", *argv],
        environ={"NO_COLOR": "1"},
        clock=lambda: NOW,
        data_dir=folder,
        stdin=Terminal(typed),
        stdout=out,
        stderr=err,
    )
    return Ran(code, out.getvalue(), err.getvalue())


# What waits


def test_an_empty_queue_says_so(desk: Desk) -> None:
    assert desk().out == "Nothing waits for review.\n"


def test_what_waits_is_listed_in_a_line_each(queued: Desk) -> None:
    assert queued().out == (
        "1  where a member stands: Spain says that it supports the target. (High\n"
        "   confidence)\n"
        "2  a commitment: Members spend 4% of GDP by 2030. (High confidence)\n"
        "2 proposals wait. See one with article3 review show ID.\n"
    )
    assert [each["id"] for each in json.loads(queued("--json").out)["proposals"]] == [1, 2]


def test_one_is_shown_with_its_words_and_what_would_change(queued: Desk) -> None:
    page = queued("show", "1").out
    assert "*Spain said that it supports the new target*" in page
    assert "Proposed by Ana on 25 November 2026" in page
    assert "What would change" in page
    assert json.loads(queued("show", "1", "--json").out)["command"] == "review"


# Decisions


def test_what_is_accepted_is_in_the_next_answer(queued: Desk, folder: Path) -> None:
    ran = queued("accept", "1", *ANA)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[-1] == "Accepted by Ana on 25 November 2026, 09:30 (UTC)."
    answer = run_in(folder, "ask", "stance", "Spain").out
    assert "Spain opposes the target, by its newest word" in answer


def test_changes_are_recorded_in_place_of_what_was_proposed(queued: Desk, folder: Path) -> None:
    ran = queued(
        "accept",
        "2",
        *ANA,
        "--set",
        "clause.share=4.5",
        "--set=clause.claim=Members spend 4.5 % of GDP by 2030.",
        "--set",
        "source.title=Another title",
    )
    assert ran.out.splitlines()[-1].startswith("Accepted with changes by Ana")
    told = run_in(folder, "facts", "history", "commitment", "four-by-2030", "--json").out
    (state,) = json.loads(told)["states"]
    assert "4.5" in json.dumps(state)
    assert "Another title" in run_in(folder, "facts", "history", "source", ARTICLE.id).out


def test_what_is_unsound_is_told_and_nothing_is_written(queued: Desk) -> None:
    ran = queued("accept", "1", *ANA, "--set", "member=XXX", "--set", "source.url=nowhere")
    assert (ran.code, ran.out) == (2, "")
    assert "Nothing was written." in ran.err
    assert "url is 'nowhere', not an http(s) address." in ran.err
    assert "2 proposals wait." in queued().out


def test_a_second_decision_is_told_of_the_first(queued: Desk) -> None:
    assert queued("reject", "1", *ANA, *WHY).out == "Proposal 1 is rejected.\n"
    ran = queued("accept", "1", "--by", "Ben")
    assert (ran.code, ran.err) == (
        2,
        "Proposal 1 was rejected already, by Ana on 2026-11-25 09:30 UTC: It was a rumour.\n",
    )


def test_decisions_can_be_undone_and_the_log_has_all_of_them(queued: Desk) -> None:
    queued("accept", "1", *ANA)
    undone = queued("undo", "1", *ANA, *WHY).out
    assert undone == ("Proposal 1 is rejected now, and what it had written is withdrawn.\n")
    assert queued("undo", "1", *ANA, "--because", "It was none.").out == "Proposal 1 waits again.\n"
    told = queued("log").out.splitlines()
    assert told[0] == "1: Undone by Ana on 25 November 2026, 09:30 (UTC): It was none."
    verdicts = [each["verdict"] for each in json.loads(queued("log", "--json").out)["decisions"]]
    assert verdicts == ["undone", "undone", "accepted"]


WRONG = [
    # what is typed, and what is said
    (("tidy",), "article3 review has no 'tidy'. It has: show, accept, reject, undo, log."),
    (("accept", "1"), "--by is missing: say who writes this."),
    (("reject", "1", *ANA), "--because is missing: say why it changes."),
    (("accept", "one", *ANA), "'one' is no proposal. Write its number"),
    (("accept", "9", *ANA), "There is no proposal 9."),
    (("accept", "1", *ANA, "--set"), "Nothing is written after --set."),
    (("accept", "1", *ANA, "--set", "x"), "'x' is no change."),
    (("accept", "1", *ANA, "--set", "x=1"), "There is no field 'x' to be changed. There are:"),
]


def test_what_does_not_fit_is_said_in_a_sentence(queued: Desk) -> None:
    for argv, said in WRONG:
        ran = queued(*argv)
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1), argv
        assert ran.err.startswith(said), argv


# One after the other


@pytest.mark.usefixtures("queued")
def test_a_person_goes_through_what_waits(folder: Path) -> None:
    ran = sit_down(folder, "Ana\nx\ns\nr\n\nr\nA rumour.\n")
    assert ran.code == 0
    assert "Write a, e, r, s or q." in ran.out
    assert "because is empty." in ran.err
    assert ran.out.endswith("Proposal 2 is rejected.\nOne proposal still waits.\n")


@pytest.mark.usefixtures("queued")
def test_a_person_accepts_with_changes_and_leaves(folder: Path) -> None:
    fields = list(editable([SPAIN], ARTICLE))
    typed = ["supports" if each == "position" else "" for each in fields]
    ran = sit_down(folder, "\n".join(["e", *typed, "q", ""]), *ANA)
    assert "Accepted with changes by Ana" in ran.out
    assert "Spain supports the target" in run_in(folder, "ask", "stance", "Spain").out


@pytest.mark.usefixtures("queued")
def test_an_end_of_input_decides_nothing(folder: Path) -> None:
    assert sit_down(folder, "", *ANA).out.endswith("2 proposals still wait.\n")


# Changes as they are typed


def test_every_field_can_be_changed_by_its_path() -> None:
    assert editable([made.target()], ARTICLE) == {
        "claim": "Four percent was proposed.",
        "title": "Four percent",
        "by_whom": "The Secretary General",
        "adopts": "",
        "superseded_by": "",
        "weak": "",
        "clause.claim": "Members spend 4 % of GDP by 2030.",
        "clause.category": "core",
        "clause.bound": "at_least",
        "clause.share": "4",
        "clause.by": "2030",
        "status.status": "proposed",
        "status.on": "2026-11-24",
        "status.known_on": "2026-11-24",
        "status.note": "",
        "source.title": "Spain says yes",
        "source.publisher": "The Tribune",
        "source.published_on": "2026-11-24",
        "source.url": ARTICLE.url,
        "source.grade": "wire",
    }


def test_changes_reach_into_one_of_several_records() -> None:
    changes = pairs("1.clause.by: 2032\n2.position: opposes\n\n1.status.status: agreed")
    (target, said), source = edited([made.target(), stance()], ARTICLE, changes)
    assert isinstance(target, Commitment)
    (clause,) = target.clauses
    assert isinstance(clause, ShareTarget)
    assert (clause.by, target.history[0].status) == (2032, Status.AGREED)
    assert said == stance(position=Position.OPPOSES)
    assert source == ARTICLE


def test_nothing_changed_is_what_it_was() -> None:
    values = [made.target(), stance(), made.meeting(), made.guest()]
    kept = editable(values, ARTICLE)
    assert edited(values, ARTICLE, kept) == (tuple(values), ARTICLE)


BAD_VALUES = [
    # a field, what is typed for it
    ("position", "likes"),
    ("said_on", "Tuesday"),
    ("reported", "maybe"),
    ("claim", ""),
]


@pytest.mark.parametrize(("field", "text"), BAD_VALUES)
def test_a_value_that_cannot_be_is_told_by_its_field(field: str, text: str) -> None:
    with pytest.raises(RecordError) as refused:
        edited([stance()], ARTICLE, {field: text})
    assert [each.path[0] for each in refused.value.faults] == [field]


# Reading an article


@dataclass(frozen=True, slots=True)
class Read:
    proposals: tuple[Proposal, ...]
    cut: bool = False


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> list[Article]:
    """A reader who finds Spain's stance in whatever is read; what was read is listed."""
    seen: list[Article] = []

    def read(article: Article, knowledge: Knowledge) -> Read:
        assert knowledge.roster
        seen.append(article)
        cites = (replace(CITES[0], source=article.source.id),)
        return Read((proposal(replace(SPAIN, cites=cites)),))

    monkeypatch.setattr(propose, "read_article", read)
    return seen


PUBLISHED = ("--published", "2026-11-24")
ADDRESS = ("--url", ARTICLE.url)


def test_an_article_is_read_and_nothing_is_written(
    reader: list[Article], folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.html").write_text("<html><p>Spain &amp; NATO</p><script>x</script><p>Two</p>")
    ran = run_in(folder, "propose", str(tmp_path / "a.html"), *PUBLISHED)
    assert (ran.code, ran.err) == (0, "")
    assert "*Spain said that it supports the new target*" in ran.out
    assert ran.out.endswith("With --queue these proposals wait for review.\n")
    assert [each.text for each in reader] == ["Spain & NATO\n\nTwo"]
    assert reader[0].source.title == "Spain & NATO"
    assert run_in(folder, "review").out == "Nothing waits for review.\n"


def test_what_was_found_waits_where_somebody_wants_it(
    reader: list[Article], folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("Spain said yes.")
    argv = ("propose", str(tmp_path / "a.txt"), *PUBLISHED, *ADDRESS, *ANA, "--queue")
    assert run_in(folder, *argv).out.endswith("Proposal 1 waits for review.\n")
    assert run_in(folder, *argv).out.endswith("Proposal 1 waits already, from this source.\n")
    assert [each.source.publisher for each in reader[:1]] == ["tribune.example.org"]
    assert run_in(folder, "review", "accept", "1", *ANA).code == 0


def test_proposals_are_given_as_json(reader: list[Article], folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Spain said yes.")
    ran = run_in(folder, "propose", str(tmp_path / "a.txt"), *PUBLISHED, "--json")
    (found,) = json.loads(ran.out)["proposals"]
    assert found["sections"][0]["facts"][0]["sentence"]["parts"][2]["kind"] == "quoted"
    assert reader


REFUSED = [
    # the file's content, what else is typed, what is said
    (b"Text", (), "--published is missing: what an article says of days counts from"),
    (b"Text", ("--published", "2026-12"), "'2026-12' is not a whole day."),
    (b"Text", ("--published", "2027-01-01"), "2027-01-01 is still ahead."),
    (b"\xff\xfe\x00", PUBLISHED, "{file} is no text in UTF-8."),
    (b"Text", (*PUBLISHED, "--grade", "best"), "There is no grade 'best'."),
    (b"Text", (*PUBLISHED, "--queue", *ANA), "A source that facts cite needs its address"),
    (b"Text", (*PUBLISHED, "--queue", *ADDRESS), "--by is missing: say who sends this"),
]


@pytest.mark.parametrize(("content", "argv", "said"), REFUSED)
def test_an_article_that_cannot_be_read_is_refused_in_a_sentence(
    folder: Path, tmp_path: Path, content: bytes, argv: Sequence[str], said: str
) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(content)
    ran = run_in(folder, "propose", str(file), *argv)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith(said.format(file=file))


def test_an_article_of_50_mb_is_refused_without_being_read(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    with file.open("wb") as opened:
        os.truncate(opened.fileno(), 50 * 1024 * 1024)
    ran = run_in(folder, "propose", str(file), *PUBLISHED)
    assert ran.err == f"{file} is larger than 1 MB. Name a file with the text of one article.\n"


def test_a_file_that_is_not_there_is_named(folder: Path) -> None:
    ran = run_in(folder, "propose", "nowhere.txt", *PUBLISHED)
    assert ran.err.startswith("nowhere.txt cannot be read (No such file or directory).")


def test_a_change_needs_a_name() -> None:
    with pytest.raises(QuestionError, match="'nothing' is no change"):
        pairs("nothing")


def test_the_page_of_help_names_every_verb_and_option() -> None:
    page = usage.reviewing(usage.Sheet(Voice.of("en")))
    wanted = [each.shape.verb for each in VERBS.values()]
    wanted += [each for verb in VERBS.values() for each in verb.shape.options]
    wanted += [*propose.SHAPE.options, *propose.SHAPE.flags]
    assert [each for each in wanted if each not in page] == []
    assert [line for line in page.splitlines() if len(line) > 80] == []
