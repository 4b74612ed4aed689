"""A briefing as a page of text: the answer first, then what it rests on."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from rich.text import Text

from bot.render import derivation, sources, verdicts
from bot.render.cited import cited
from bot.render.lines import hang, indented, width_of, wrap
from bot.render.plain import plain
from bot.render.table import table
from commands.briefing import Briefing, Fact, FollowUp, Section
from commands.voice import Say
from data.messages import mark

Block = list[Text]

HEADING = "bold"
LABEL = "cyan"
TYPED = "green"
# Below this width a label has no room beside its sentence.
_NARROW = 50
_WIDEST_LABEL = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an answer is read: how a question is typed there, how the derivation and, where they
    do not stand below it anyway, the sources of this answer are asked for, and how words of ours
    are said in the reader's language."""

    typed: Callable[[FollowUp], str]
    why: str
    sources: str | None = None
    say: Say


def page(answer: Briefing, place: Place, *, width: int, why: bool = False) -> Block:
    """The lines of a page, none wider than `width` but for addresses and what is to be typed."""
    blocks = [
        _understood(answer, place),
        _title(answer, place, width),
        _lead(answer, width),
        *_sections(answer, width),
        table(answer.table, width) if answer.table is not None else [],
        _caveats(answer, place, width),
        derivation.block(answer, place.say, width) if why else [],
        _terms(answer, place, width) if why else [],
        sources.block(answer.citations, place.say, width, notes=why)
        if place.sources is None
        else [],
        _foot(answer, place, width, why=why),
    ]
    return _spaced(blocks)


def explanation(answer: Briefing, place: Place, *, width: int) -> Block:
    """How the figures of an answer that was shown before were worked out, with what its words mean
    and its sources."""
    return _spaced(
        [
            wrap(Text(plain(answer.title.text), HEADING), width),
            derivation.block(answer, place.say, width),
            _terms(answer, place, width),
            sources.block(answer.citations, place.say, width, notes=True),
        ]
    )


def source_list(answer: Briefing, place: Place, *, width: int) -> Block:
    """The sources of an answer that was shown before."""
    return _spaced(
        [
            wrap(Text(plain(answer.title.text), HEADING), width),
            sources.block(answer.citations, place.say, width),
        ]
    )


def _spaced(blocks: Iterable[Block]) -> Block:
    separate = ([Text(), *block] for block in blocks if block)
    return list(chain.from_iterable(separate))[1:]


def _understood(answer: Briefing, place: Place) -> Block:
    """How the question is typed that free words were taken for."""
    if answer.understood is None:
        return []
    label = place.say(mark("Understood as:"))
    return [Text.assemble(label, " ", (plain(place.typed(answer.understood)), TYPED))]


def _title(answer: Briefing, place: Place, width: int) -> Block:
    title = Text(plain(answer.title.text), HEADING)
    if answer.verdict is not None:
        word = place.say(verdicts.WORDS[answer.verdict])
        title = Text.assemble(title, "  ", verdicts.badge(answer.verdict, word))
    return wrap(title, width)


def _lead(answer: Briefing, width: int) -> Block:
    return [line for each in answer.lead for line in wrap(cited(each, "bold"), width)]


def _sections(answer: Briefing, width: int) -> list[Block]:
    facts = [fact for section in answer.sections for fact in section.facts]
    columns = _Columns.of(facts, width)
    return [_section(section, columns) for section in answer.sections]


def _terms(answer: Briefing, place: Place, width: int) -> Block:
    if not answer.terms:
        return []
    columns = _Columns.of(answer.terms, width)
    lines = [Text(place.say(mark("Words in this answer")), HEADING)]
    for term in answer.terms:
        lines.extend(_fact(term, columns))
    return lines


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """One layout for all sections of a page, so that their sentences stand below each other."""

    label: int
    signs: bool
    width: int

    @classmethod
    def of(cls, facts: Sequence[Fact], width: int) -> "_Columns":
        labels = max((width_of(plain(fact.label)) for fact in facts), default=0)
        signs = any(fact.verdict is not None for fact in facts)
        return cls(label=min(labels, _WIDEST_LABEL), signs=signs, width=width)


def _section(section: Section, columns: _Columns) -> Block:
    lines = wrap(cited(section.title, HEADING), columns.width) if section.title else []
    for fact in section.facts:
        lines.extend(_fact(fact, columns))
    return lines


def _fact(fact: Fact, columns: _Columns) -> Block:
    label = Text(plain(fact.label), LABEL)
    sentence = cited(fact.sentence)
    sign = Text.assemble(verdicts.sign(fact.verdict), " ") if columns.signs else Text()
    if columns.width < _NARROW:
        beside = hang(sign, sentence, columns.width - 4)
        return [*indented([label], 2), *indented(beside, 4)]
    gap = " " * max(columns.label - width_of(label.plain), 0)
    return hang(Text.assemble("  ", label, gap, "  ", sign), sentence, columns.width)


def _caveats(answer: Briefing, place: Place, width: int) -> Block:
    if not answer.caveats:
        return []
    lines = [Text(place.say(mark("Caveats")), HEADING)]
    for caveat in answer.caveats:
        lines.extend(hang(Text("  - "), cited(caveat), width))
    return lines


def _foot(answer: Briefing, place: Place, width: int, *, why: bool) -> Block:
    lines = wrap(cited(answer.stamp.sentence, "italic"), width)
    typed: list[tuple[str, list[str]]] = []
    if answer.derivations and not why:
        typed.append((place.say(mark("How it was worked out:")), [place.why]))
    if answer.citations and place.sources is not None:
        typed.append((place.say(mark("Its sources:")), [place.sources]))
    if answer.follow_ups:
        typed.append(
            (place.say(mark("Ask next:")), [place.typed(each) for each in answer.follow_ups])
        )
    indent = max((width_of(label) for label, _ in typed), default=0) + 2
    for label, questions in typed:
        for row, question in enumerate(questions):
            head = (label if row == 0 else "").ljust(indent)
            lines.append(Text.assemble(head, (plain(question), TYPED)))
    return lines
