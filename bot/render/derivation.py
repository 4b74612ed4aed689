"""How an answer's figures come about, as trees of steps that can be checked one by one."""

from rich.text import Text

from bot.render.cited import cited, numbers
from bot.render.lines import hang, indented, wrap
from bot.render.plain import plain
from commands.briefing import Backed, Briefing, Derivation, Step
from commands.voice import Say
from data.messages import mark

_INDENT = 2


def block(answer: Briefing, say: Say, width: int) -> list[Text]:
    """All derivations; a sentence where there is none."""
    heading = Text(say(mark("How it was worked out")), "bold")
    if not answer.derivations:
        nothing = say(mark("Nothing was worked out: everything stands in the sources as shown."))
        return [heading, *indented(wrap(Text(nothing), width - _INDENT), _INDENT)]
    trees = _Trees(say, width)
    lines = [heading]
    for derivation in answer.derivations:
        if len(lines) > 1:
            lines.append(Text())
        lines.extend(trees.of(derivation))
    return lines


class _Trees:
    """Writes each step out once. Several figures may rest on one step: where it comes again, only
    its value is shown."""

    def __init__(self, say: Say, width: int) -> None:
        self._say = say
        self._width = width
        self._written: set[str] = set()

    def of(self, derivation: Derivation) -> list[Text]:
        subject = cited(derivation.subject, "underline")
        lines = indented(wrap(subject, self._width - _INDENT), _INDENT)
        lines.extend(indented(wrap(cited(derivation.rule), self._width - _INDENT), _INDENT))
        for step in derivation.steps:
            lines.extend(self._step(step, depth=2))
        return lines

    def _step(self, step: Step, depth: int) -> list[Text]:
        indent = " " * (_INDENT * depth)
        known = step.id in self._written
        value = self._value(step)
        if step.formula is not None and known:
            value.append(" " + self._say(mark("(worked out above)")))
        symbol = Text(plain(step.symbol), "cyan")
        # Where the symbol says it all, it need not be said twice.
        named = "" if step.what.text == step.symbol else f": {plain(step.what.text)}"
        lines = hang(Text(indent), Text.assemble(symbol, named, value), self._width)
        if step.formula is None or known:
            return lines
        self._written.add(step.id)
        for equal in (step.formula, step.expression):
            if equal is not None:
                lines.extend(hang(Text(f"{indent}  = "), Text(plain(equal)), self._width))
        for each in step.inputs:
            lines.extend(self._step(each, depth + 1))
        return lines

    def _value(self, step: Step) -> Text:
        """` = 2.00% [1]`, with the sources of the value and of what it is."""
        value = Text.assemble(" = ", (plain(step.result.text), "bold"))
        own = step.result.citations if isinstance(step.result, Backed) else ()
        value.append_text(numbers(tuple(dict.fromkeys((*own, *step.what.citations)))))
        return value
