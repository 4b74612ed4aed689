"""Lines as people type them. What they come to is the same in a shell, at the prompt, and for
Discord's own way of writing options."""

import shlex

import pytest

from bot.question import Question, split
from bot.terminal.lines import OWN_WORDS, Own, read_line
from commands.briefing import FollowUp
from commands.registry import COMMANDS
from data.errors import QuestionError

SPAIN = {"member": "Spain"}
VILNIUS = {"member": "Spain", "commitment": "Vilnius"}


def read(line: str) -> Question:
    """The question of a line in the words of a command."""
    said = read_line(line)
    assert isinstance(said, str)
    return Question.read(split(said))


# typed | name, arguments, as of
QUESTIONS = [
    ("/target Spain", "target", SPAIN, None),
    ("target Spain", "target", SPAIN, None),
    ("  /TARGET   Spain  ", "target", SPAIN, None),
    ("/target United Kingdom", "target", {"member": "United Kingdom"}, None),
    ('/target "United Kingdom"', "target", {"member": "United Kingdom"}, None),
    ("/target member:Spain", "target", SPAIN, None),
    ("/target member: United Kingdom", "target", {"member": "United Kingdom"}, None),
    ("/target Spain as_of:2025-06-05", "target", SPAIN, "2025-06-05"),
    ("/target Spain as_of: 2025", "target", SPAIN, "2025"),
    ("/target as_of:2025-06 Spain", "target", SPAIN, "2025-06"),
    ("/target as_of:2025-06 member:Spain", "target", SPAIN, "2025-06"),
    ("/target Spain --as-of 2025-06-05", "target", SPAIN, "2025-06-05"),
    ("/target --as-of=2025-06-05 Spain", "target", SPAIN, "2025-06-05"),
    ("/target --as_of 2025-06-05 Spain", "target", SPAIN, "2025-06-05"),
    ("/target 🇪🇸", "target", {"member": "🇪🇸"}, None),
    ("/target :flag_es:", "target", {"member": ":flag_es:"}, None),
    ("/target Côte d'Ivoire", "target", {"member": "Côte d'Ivoire"}, None),
    ("/target Spain\x1b[2J\r\n", "target", {"member": "Spain [2J"}, None),
    ("/target", "target", {}, None),
    ("/target Spain commitment:Vilnius", "target", VILNIUS, None),
    ("/target Spain commitment: “Vilnius” as_of:2025", "target", VILNIUS, "2025"),
    ("/target commitment:Vilnius member:Spain", "target", VILNIUS, None),
    ("/target Spain --commitment Vilnius", "target", VILNIUS, None),
    ("/history The Hague", "history", {"subject": "The Hague"}, None),
    ("/summit", "summit", {}, None),
    ("/summit as_of:2025", "summit", {}, "2025"),
    ("/summit The Hague", "summit", {"meeting": "The Hague"}, None),
    ("/summit “The Hague” as_of:2025", "summit", {"meeting": "The Hague"}, "2025"),
    ("/digest", "digest", {}, None),
    ("/nothing like this", "nothing", {}, None),
]


@pytest.mark.parametrize(("line", "name", "arguments", "as_of"), QUESTIONS)
def test_a_question_is_read(
    line: str, name: str, arguments: dict[str, str], as_of: str | None
) -> None:
    assert read(line) == Question(name, arguments, as_of)


WRONG = [
    ("/target country:Spain", "'country'. It has: member, commitment, as_of."),
    ("/target Spain --since 2025", "'--since'. It has: member, commitment, as_of."),
    ("/digest --why", "'--why'. It has: as_of."),
    ("/target member:Spain member:France", "'member' is written twice"),
    ("/target Spain member:France", "'member' is written twice"),
    ("/target Spain as_of:2024 as_of:2025", "'as_of' is written twice"),
    ("/target Spain as_of:", "Nothing is written after 'as_of'"),
    ("/target member: as_of:2025", "Nothing is written after 'member'"),
    ("/digest Spain", "leave out 'Spain'"),
    ("/why not", "/why stands alone"),
    ("/target " + "x" * 500, "at most 500 characters"),
]


@pytest.mark.parametrize(("line", "part"), WRONG)
def test_a_line_that_is_no_question_is_told_what_would_be(line: str, part: str) -> None:
    with pytest.raises(QuestionError) as told:
        read(line)
    assert part in str(told.value)


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("/why", "why"),
        ("why", "why"),
        ("/HELP", "help"),
        ("help target", "help"),
        ("?", "help"),
        ("/quit", "quit"),
        ("exit", "quit"),
        ("q", "quit"),
    ],
)
def test_the_prompts_own_words_are_read(line: str, word: str) -> None:
    assert read_line(line) == Own(word)


@pytest.mark.parametrize(
    "line", ["why does Spain oppose it", "sources for Spain", "/sources Spain"]
)
def test_more_words_behind_one_of_its_own_ask_something(line: str) -> None:
    assert read_line(line) == line


@pytest.mark.parametrize("line", ["", "   ", "\x00\x1b", '""'])
def test_a_line_without_words_asks_nothing(line: str) -> None:
    assert read_line(line) is None


def test_no_question_is_hidden_behind_a_word_of_the_prompt() -> None:
    """What is both is a question wherever something follows, and one without is none."""
    both = OWN_WORDS.keys() & COMMANDS.keys()
    assert [name for name in both if not COMMANDS[name].parameters[0].required] == []


@pytest.mark.parametrize(
    ("follow_up", "as_of", "in_desk", "in_shell"),
    [
        (("summit", ""), None, "/summit", "article3 ask summit"),
        (
            ("target", "United Kingdom"),
            None,
            "/target United Kingdom",
            "article3 ask target United Kingdom",
        ),
        (
            ("stance", "Spain"),
            "2025-06-05",
            "/stance Spain as_of:2025-06-05",
            "article3 ask stance Spain --as-of 2025-06-05",
        ),
        (
            ("attendees", "Allies' meeting"),
            None,
            "/attendees Allies' meeting",
            "article3 ask attendees 'Allies'\"'\"'' meeting",
        ),
    ],
)
def test_a_question_to_ask_next_is_shown_as_it_is_typed(
    follow_up: tuple[str, str], as_of: str | None, in_desk: str, in_shell: str
) -> None:
    command, arguments = follow_up
    question = Question.next(FollowUp(command=command, arguments=arguments), as_of)
    assert question.in_desk() == in_desk
    assert question.in_shell() == in_shell
    assert read(in_desk) == question
    assert shlex.split(in_shell)[:3] == ["article3", "ask", command]


def test_what_is_no_first_parameter_is_shown_by_its_name() -> None:
    question = Question("target", {"commitment": "the Vilnius pledge", "member": "Spain"}, "2025")
    assert question.in_desk() == "/target Spain commitment:the Vilnius pledge as_of:2025"
    assert read(question.in_desk()) == question
    assert question.in_shell() == (
        "article3 ask target Spain commitment:the Vilnius pledge --as-of 2025"
    )
