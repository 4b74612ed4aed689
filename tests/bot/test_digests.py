"""`article3 digest`: what it writes, shows and refuses."""

import json
import re
from pathlib import Path

import pytest

from bot import usage
from bot.digests import VERBS
from commands.voice import Voice
from tests.bot.conftest import Ran, run_in

SHEET = usage.Sheet(Voice.of("en"))

NUMBERS = ("--server", "11", "--channel", "22", "--owner", "33")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder of this test's own."""
    return tmp_path


def digest(folder: Path, *words: str) -> Ran:
    return run_in(folder, "digest", *words)


def subscribed(folder: Path, *more: str) -> str:
    """The id of a new one at 10:30 in Paris, which is the moment it is made."""
    ran = digest(folder, "subscribe", *NUMBERS, "--time", "10:30", "--zone", "Paris", *more)
    assert (ran.code, ran.err) == (0, "")
    found = re.search(r"It is (\w{8}), of server 11\.", ran.out)
    assert found is not None
    return found[1]


def test_a_digest_is_subscribed_to_and_listed(folder: Path) -> None:
    name = subscribed(folder, "--days", "Mon-Thu", "--quiet", "skip", "--late", "0")
    listed = digest(folder, "list").out
    assert listed.startswith("channel 22: 10:30 (Paris), Mon, Tue, Wed and Thu\n")
    assert name in listed
    assert "On a quiet day it does not come." in listed
    assert "The next one comes Thursday, 26 November 2026 at 10:30 in Paris." in listed
    assert "None was due so far." in listed


def test_the_list_is_json_for_other_programs(folder: Path) -> None:
    name = subscribed(folder, "--parts", "ahead", "--publish", "yes")
    (held,) = json.loads(digest(folder, "list", "--json").out)["subscriptions"]
    assert (held["id"], held["server"], held["channel"]) == (name, "11", "22")
    assert (held["time"], held["zone"], held["parts"]) == (
        "10:30",
        "Europe/Paris",
        ["news", "ahead"],
    )
    assert (held["next_due_at"], held["last"]) == ("2026-11-26T09:30:00+00:00", None)


def test_an_edit_changes_what_is_written_and_nothing_else(folder: Path) -> None:
    name = subscribed(folder, "--quiet", "skip")
    edited = digest(folder, "edit", name, "--by", "Ann", "--time", "7 pm", "--zone", "Oslo")
    assert "19:00 (Oslo)" in edited.out
    assert "On a quiet day it does not come." in edited.out
    told = " ".join(digest(folder, "why", name).out.split())
    assert "Changed by Ann: the time and the time zone." in told


def test_a_pause_and_an_end_are_told_with_who_and_why(folder: Path) -> None:
    name = subscribed(folder)
    digest(folder, "pause", name, "--by", "Ann", "--because", "too many")
    assert "paused already" in digest(folder, "pause", name, "--by", "Ann").out
    assert "Paused by Ann (too many)." in digest(folder, "why", name).out
    resumed = digest(folder, "resume", name, "--by", "Ben")
    assert "The next one comes Thursday, 26 November 2026" in resumed.out
    assert "It was not paused." in digest(folder, "resume", name, "--by", "Ben").out
    assert "It has ended" in digest(folder, "unsubscribe", name, "--by", "Ann").out
    assert "Ended by Ann." in digest(folder, "why", name).out
    assert digest(folder, "list").out == "There are no digests.\n"
    assert digest(folder, "resume", name, "--by", "Ben").code == 2


def test_todays_is_made_due_now(folder: Path) -> None:
    name = subscribed(folder)
    assert "a running bot sends it within seconds" in digest(folder, "now", name).out
    assert "on its way already" in digest(folder, "now", name, "--again").out
    assert "Waiting to be sent: 1." in digest(folder, "status").out
    assert "10:30:00: article3 asked for it now." in digest(folder, "why", name).out
    told = json.loads(digest(folder, "why", name, "--json").out)
    assert [each["what"] for each in told["steps"]] == ["subscribed", "due"]
    assert told["outcome"]["state"] == "due"
    assert json.loads(digest(folder, "status", "--json").out)["due"] == 1


def test_why_explains_a_day_on_which_nothing_happened(folder: Path) -> None:
    name = subscribed(folder, "--days", "weekdays")
    assert "28 November 2026 is a Saturday" in digest(folder, "why", name, "2026-11-28").out
    assert "It is still ahead" in digest(folder, "why", name, "2026-11-26").out


# what is typed behind `article3 digest` | what would have worked
WRONG = [
    ([], "There are: list, why, status, subscribe"),
    (["preview"], "article3 digest has no 'preview'."),
    (["why"], "ID is missing. Write article3 digest why ID [DAY] [--json]."),
    (["why", "nobody"], "There is no digest 'nobody'."),
    (["why", "a", "b", "c"], "'c' is too much here."),
    (["pause", "x"], "--by is missing."),
    (["subscribe", *NUMBERS], "--time is missing."),
    (["subscribe", *NUMBERS, "--time", "soon", "--zone", "Paris"], "'soon' is not a time of day."),
    (["subscribe", *NUMBERS, "--time", "8", "--zone", "Pariss"], "Did you mean Paris?"),
    (
        ["subscribe", "--server", "x", *NUMBERS[2:], "--time", "8", "--zone", "Paris"],
        "--server 'x' is no id of Discord's.",
    ),
    (
        ["subscribe", "--server", "9" * 20, *NUMBERS[2:], "--time", "8", "--zone", "Paris"],
        "is no id of Discord's.",
    ),
    (
        ["subscribe", *NUMBERS, "--time", "8", "--zone", "Paris", "--parts", "all"],
        "Write some of: news, ahead, stances, focus.",
    ),
    (
        ["subscribe", *NUMBERS, "--time", "8", "--zone", "Paris", "--publish", "maybe"],
        "'maybe' is neither yes nor no.",
    ),
    (["edit", "x", "--by", "Ann"], "What is to change?"),
    (["pause", "x", "--by", "\x1b[31mAnn"], "--by "),
]


@pytest.mark.parametrize(("words", "told"), WRONG, ids=[told for _, told in WRONG])
def test_what_cannot_be_done_is_said_with_what_would_work(
    folder: Path, words: list[str], told: str
) -> None:
    ran = digest(folder, *words)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert "\x1b" not in ran.err


def test_a_wrong_question_is_json_where_that_was_asked_for(folder: Path) -> None:
    ran = digest(folder, "why", "nobody", "--json")
    assert ran.code == 2
    assert "nobody" in json.dumps(json.loads(ran.out))


def test_a_server_has_25(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.digests_changing.MOST_IN_A_SERVER", 1)
    subscribed(folder)
    more = digest(folder, "subscribe", *NUMBERS, "--time", "9", "--zone", "Paris")
    assert (more.code, "A server can have 1 digests" in more.err) == (2, True)


def test_a_long_list_is_cut_and_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.digests_asking.FIRST", 1)
    subscribed(folder)
    subscribed(folder)
    assert "And 1 more: see them with --all." in digest(folder, "list").out
    assert digest(folder, "list", "--all").out.count("10:30 (Paris)") == 2


def test_the_help_names_every_verb_and_option(folder: Path) -> None:
    page = run_in(folder, "digest", "--help").out
    words = {word for verb in VERBS.values() for word in (*verb.shape.options, *verb.shape.flags)}
    missing = [each for each in (*VERBS, *words) if each not in page]
    assert missing == []
    assert page == usage.digests(SHEET)
