"""How figures were worked out, as lists of steps that can be checked one by one, and what words of
the answer mean."""

from collections.abc import Iterator

from bot.render.discord.escapes import code
from bot.render.discord.flow import Block
from bot.render.discord.lines import Line, Piece, bold, cited, markup, numbers, standing, words
from bot.render.discord.page import Say
from commands.briefing import Backed, Briefing, Derivation, Fact, Step
from data.messages import mark


def blocks(briefing: Briefing, say: Say) -> list[Block]:
    """One a derivation, or a sentence where there is none; then the words."""
    return [*_derivations(briefing, say), *_terms(briefing, say)]


def _derivations(briefing: Briefing, say: Say) -> list[Block]:
    if not briefing.derivations:
        nothing = say(mark("Nothing was worked out: everything stands in the sources as shown."))
        return [Block(lines=(Line.of(markup(nothing)),))]
    steps = _Steps(say)
    return [steps.block(derivation) for derivation in briefing.derivations]


def _terms(briefing: Briefing, say: Say) -> Iterator[Block]:
    if briefing.terms:
        heading = Line.of(markup(say(mark("Words in this answer"))))
        yield Block(heading=heading, lines=tuple(_term(each) for each in briefing.terms))


def _term(term: Fact) -> Line:
    return Line.of(markup("- "), bold(term.label), markup(" "), words(term.sentence.text))


class _Steps:
    """Writes each step out once. Several figures may rest on one step: where it comes again, only
    its value is shown."""

    def __init__(self, say: Say) -> None:
        self._say = say
        self._written: set[str] = set()

    def block(self, derivation: Derivation) -> Block:
        subject = cited(derivation.subject, standing)
        lines = [Line.of(*cited(derivation.rule, standing))]
        for step in derivation.steps:
            lines.extend(self._lines(step, depth=0))
        return Block(heading=Line.of(*subject), lines=tuple(lines))

    def _lines(self, step: Step, depth: int) -> Iterator[Line]:
        known = step.id in self._written
        pieces = [markup(f"{'  ' * depth}- "), *self._value(step)]
        if step.formula is None or known:
            if step.formula is not None:
                pieces.append(markup(" " + self._say(mark("(worked out above)"))))
            yield Line.of(*pieces)
            return
        self._written.add(step.id)
        # Each on a line of its own, and never on another page than what it explains.
        indent = "  " * (depth + 1)
        equals = (equal for equal in (step.formula, step.expression) if equal is not None)
        pieces.extend(markup(f"\n{indent}- = {code(equal)}") for equal in equals)
        yield Line.of(*pieces)
        for each in step.inputs:
            yield from self._lines(each, depth + 1)

    def _value(self, step: Step) -> Iterator[Piece]:
        """`gap: what it is = 1.50 [1]`, with the sources of the value and of what it is."""
        yield markup(code(step.symbol))
        # Where the symbol says it all, it need not be said twice.
        if step.what.text != step.symbol:
            yield words(f": {step.what.text}")
        yield markup(" = ")
        result = words(step.result.text)
        yield Piece(f"**{result.markdown}**", result.plain)
        own = step.result.citations if isinstance(step.result, Backed) else ()
        yield from numbers(tuple(dict.fromkeys((*own, *step.what.citations))))
