import io
import json as reader

from bot.render import json
from data.errors import QuestionError
from tests.bot.briefings import BRIEFING


def test_an_answer_is_the_whole_briefing_in_utf_8() -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii")
    json.write(BRIEFING, out)
    out.flush()
    content = reader.loads(raw.getvalue().decode("utf-8"))
    assert content["derivations"][0]["steps"][0]["expression"] == "3.50 − 2.00"
    assert content["lead"][0]["text"].startswith("The Alliance agreed on")
    assert content["command"] == "target"


def test_a_wrong_question_is_told_with_its_template() -> None:
    out = io.StringIO()
    json.write_error(QuestionError("No '{name}'.", name="España"), "No 'España'.", out)
    assert reader.loads(out.getvalue()) == {
        "error": {
            "message": "No 'España'.",
            "template": "No '{name}'.",
            "values": {"name": "España"},
        }
    }


def test_a_failure_is_told_without_a_template() -> None:
    out = io.StringIO()
    json.write_error("It broke.", "It broke.", out)
    assert reader.loads(out.getvalue())["error"] == {
        "message": "It broke.",
        "template": None,
        "values": {},
    }
