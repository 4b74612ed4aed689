"""Answers for other programs."""

import io
import json
from collections.abc import Sequence
from typing import TextIO

from commands.briefing import Briefing
from data.errors import QuestionError


def write(answer: Briefing, out: TextIO) -> None:
    _write(answer.model_dump_json(indent=2), out)


def write_all(answers: Sequence[Briefing], out: TextIO) -> None:
    """`{"proposals": [...]}`, each as it is shown alone."""
    told = [answer.model_dump(mode="json") for answer in answers]
    _write(json.dumps({"proposals": told}, ensure_ascii=False, indent=2), out)


def write_error(problem: QuestionError | str, said: str, out: TextIO) -> None:
    """`{"error": {"message", "template", "values"}}`: what was `said` to the reader, and what it
    was made of, in English. A failure of ours has no template."""
    if isinstance(problem, QuestionError):
        template, values = problem.template, problem.values
    else:
        template, values = None, {}
    error = {"message": said, "template": template, "values": values}
    _write(json.dumps({"error": error}, ensure_ascii=False, indent=2, default=str), out)


def _write(text: str, out: TextIO) -> None:
    """JSON is UTF-8, whatever the encoding of the place it goes to."""
    if isinstance(out, io.TextIOWrapper):
        out.reconfigure(encoding="utf-8")
    out.write(text + "\n")
