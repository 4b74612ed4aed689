"""No number without a source or a derivation: every command, every member, many days."""

import ast
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

import pytest

from commands.briefing import Backed, Briefing, Derivation, Figure, Given, Sentence, Step, Text
from commands.desk import Desk
from commands.registry import answer
from data.errors import QuestionError
from tests.data.rules.test_derivation import arithmetic
from tests.questions import EXAMPLES, Question, about_everybody

DAYS = (
    "2013-01-01",
    "2018-01-01",
    "2023-12-31",
    "2025-06-05",
    "2025-09-01",
    "2026-05-01",
    "2026-11-25",
)


Briefings = tuple[Briefing, ...]


@pytest.fixture(scope="module", params=DAYS)
def day(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def briefings(desk: Desk, day: str) -> Briefings:
    """All answers of one day."""
    return tuple(every_briefing(desk, day))


def every_briefing(desk: Desk, day: str) -> Iterator[Briefing]:
    for command, arguments in (*about_everybody(desk), *EXAMPLES, *about_each(desk, day)):
        try:
            yield answer(desk, command, arguments, day)
        except QuestionError:
            # Not every question can be asked of every member on every day.
            continue


def about_each(desk: Desk, day: str) -> Iterator[Question]:
    """Each commitment, group and meeting, in the questions that are about one."""
    for commitment in desk.knowledge.commitments(date.fromisoformat(day)):
        yield "commitment", {"commitment": commitment.id}
        yield "sources", {"subject": commitment.id}
        for member in ("ESP", "SWE", "ISL"):
            yield "target", {"member": member, "commitment": commitment.id}
            yield "path", {"member": member, "commitment": commitment.id, "by": "2040"}
    for group in desk.knowledge.groups(date.fromisoformat(day)):
        yield "ranking", {"group": group.group}
    if day == desk.today.isoformat():
        for meeting in desk.knowledge.meetings(desk.today):
            yield "summit", {"meeting": meeting.meeting}
            yield "attendees", {"meeting": meeting.meeting}
            yield "history", {"subject": meeting.meeting}


def untraced(sentence: Sentence) -> list[str]:
    """Numbers in a sentence that no cited, derived or given part accounts for."""
    loose = "".join("#" if not isinstance(part, Text) else part.text for part in sentence.parts)
    return [sentence.text] if any(character.isdigit() for character in loose) else []


def steps(derivations: tuple[Derivation, ...]) -> Iterator[Step]:
    waiting = [step for derivation in derivations for step in derivation.steps]
    while waiting:
        step = waiting.pop()
        yield step
        waiting.extend(step.inputs)


def test_every_number_in_every_answer_has_a_source_or_a_derivation(briefings: Briefings) -> None:
    offenders: list[str] = []
    for briefing in briefings:
        numbers = {citation.number for citation in briefing.citations}
        known = {step.id for step in steps(briefing.derivations)}
        for sentence in briefing.sentences():
            offenders += untraced(sentence)
            for part in sentence.parts:
                if isinstance(part, Backed):
                    cited = bool(part.citations) and numbers.issuperset(part.citations)
                    if not cited and part.step not in known:
                        offenders.append(f"{briefing.title.text}: {part.text}")
                elif isinstance(part, Given) and part.iso is None:
                    offenders.append(f"{briefing.title.text}: given without a day: {part.text}")
    assert offenders == []


def test_every_derivation_shown_gives_its_result_on_a_pocket_calculator(
    briefings: Briefings,
) -> None:
    offenders: list[str] = []
    for briefing in briefings:
        for step in steps(briefing.derivations):
            if step.expression is None or step.formula == "event - day_asked":
                continue
            if step.formula == "day_asked - event" or not isinstance(step.result, Figure):
                continue
            worked_out = calculate(step.expression)
            if rounded(worked_out, step.result) != rounded(step.result.value, step.result):
                offenders.append(f"{briefing.title.text}: {step.expression} = {step.result.value}")
    assert offenders == []


def rounded(value: Decimal, shown: Figure) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-shown.places), ROUND_HALF_UP)


_TYPED = str.maketrans({"−": "-", "×": "*", "÷": "/"})


def calculate(expression: str) -> Decimal:
    """What a pocket calculator shows for an expression as it is printed."""
    typed = expression.translate(_TYPED).replace("^", "**")
    return arithmetic(ast.parse(typed, mode="eval").body, {})


def test_a_pocket_calculator_rounds_up_where_it_is_told() -> None:
    assert calculate("2024 + ceil(2.26 ÷ 0.20)") == Decimal(2036).to_integral_value(ROUND_CEILING)


def test_every_answer_opens_with_words_and_is_stamped(briefings: Briefings, day: str) -> None:
    offenders = [
        briefing.title.text
        for briefing in briefings
        if not briefing.lead or briefing.stamp.as_of != day
    ]
    assert offenders == []


def test_no_answer_cites_what_was_not_out_yet_where_anything_was(
    briefings: Briefings, day: str
) -> None:
    """A later confirmation must not appear in an answer about an earlier day."""
    offenders: list[str] = []
    for briefing in briefings:
        out = {
            each.number
            for each in briefing.citations
            if each.published_on <= day[: len(each.published_on)]
        }
        offenders += [
            f"{briefing.title.text}: {part.text} {part.citations}"
            for part in briefing.parts()
            if isinstance(part, Backed)
            and out.intersection(part.citations)
            and not out.issuperset(part.citations)
        ]
    assert offenders == []


def test_what_a_shown_figure_rests_on_has_a_mark(briefings: Briefings) -> None:
    """The GDP behind a distance in money stands in no line: no mark led to its source."""
    offenders: list[str] = []
    for briefing in briefings:
        shown = briefing.model_copy(update={"derivations": (), "chart": None, "terms": ()})
        parts = [part for part in shown.parts() if isinstance(part, Backed)]
        marks = {number for part in parts for number in part.citations}
        inputs = {step.id: step for step in steps(briefing.derivations) if step.inputs}
        offenders += [
            f"{briefing.title.text}: {part.text} {unmarked}"
            for part in parts
            if part.step in inputs and (unmarked := {*rests_on(inputs[part.step], inputs)} - marks)
        ]
    assert offenders == []


def rests_on(top: Step, whole: dict[str, Step]) -> Iterator[int]:
    """The sources of what a step was worked out from."""
    waiting, met = [top], {top.id}
    while waiting:
        step = waiting.pop()
        yield from step.what.citations
        yield from step.result.citations if isinstance(step.result, Backed) else ()
        new = [whole.get(each.id, each) for each in step.inputs if each.id not in met]
        met.update(each.id for each in new)
        waiting += new


def test_sources_are_numbered_as_a_reader_meets_them(briefings: Briefings) -> None:
    offenders: list[str] = []
    for briefing in briefings:
        met = dict.fromkeys(
            number
            for part in briefing.parts()
            if isinstance(part, Backed)
            for number in sorted(part.citations)
        )
        numbered = [each.number for each in briefing.citations]
        if list(met) != sorted(met) or numbered != list(range(1, len(numbered) + 1)):
            offenders.append(briefing.title.text)
    assert offenders == []
