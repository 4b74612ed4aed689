"""How many questions in free words are understood: `python -m tests.bench.understanding`.

Of the held questions only counts are printed, so that nobody writes rules on them.
"""

import time
from collections import Counter
from collections.abc import Callable, Sequence

from commands.desk import Desk
from commands.understanding import understand
from commands.voice import Voice
from tests.commands.understanding.questions import TODAY, Outcome, Question, questions
from tests.shipped import KNOWN

Asked = tuple[Question, Outcome]

GOAL, MOST_WRONG = 0.85, 0.05


def main() -> None:
    desk = Desk.of(KNOWN, Voice.of("en"), TODAY)
    for which in ("open", "held"):
        asked = questions(which)
        outcomes: list[Asked] = [(each, each.outcome(desk)) for each in asked]
        print(f"{which}: {_line([each for _, each in outcomes])}")
        _print_by("language", lambda question: question.language, outcomes)
        _print_by("command", lambda question: question.command, outcomes)
    print(f"goal on the held ones: {GOAL:.0%} right, at most {MOST_WRONG:.0%} wrong")
    texts = [each.text for each in questions("open")]
    print(f"{_milliseconds(desk, texts):.2f} ms a question, warm")


def _print_by(
    what: str,
    of: Callable[[Question], str],
    outcomes: Sequence[Asked],
) -> None:
    print(f"  by {what}:")
    for name in dict.fromkeys(of(each) for each, _ in outcomes):
        those: list[Outcome] = [each for question, each in outcomes if of(question) == name]
        print(f"    {name:<12}{_line(those)}")


def _line(outcomes: Sequence[Outcome]) -> str:
    counted = Counter(outcomes)
    share = counted["right"] / len(outcomes)
    return (
        f"{share:>4.0%} of {len(outcomes):>3} right, {counted['unclear']} unclear, "
        f"{counted['wrong']} wrong"
    )


def _milliseconds(desk: Desk, texts: Sequence[str]) -> float:
    began = time.perf_counter()
    for text in texts:
        understand(desk, text)
    return (time.perf_counter() - began) * 1000 / len(texts)


if __name__ == "__main__":
    main()
