"""Marks on figures that were worked out, where nothing else in the answer cites what they rest on.

A share stands in the text with its own mark. The GDP behind a gap in money stands only in the
derivation, which most readers don't open: its source would be listed with no mark leading to it.
"""

from collections.abc import Iterable, Iterator

from commands.briefing import Backed, Briefing, Figure, Part, Section, Sentence, Step


def marked(briefing: Briefing) -> Briefing:
    """The same briefing; each source that only a derivation cites has its mark behind the first
    figure of the lead and of every section that rests on it. The rows of a table, which all rest
    on the same, have it once at most."""
    shown = (part for sentence in _shown(briefing) for part in sentence.parts)
    cited = {number for part in shown if isinstance(part, Backed) for number in part.citations}
    missing = {citation.number for citation in briefing.citations} - cited
    if not missing:
        return briefing
    marks = _Marks(briefing, missing)
    return briefing.model_copy(
        update={
            "title": marks.on(briefing.title),
            "lead": marks.on_each(briefing.lead),
            "table": briefing.table
            and briefing.table.model_copy(
                update={"rows": tuple(map(marks.on_each, briefing.table.rows))}
            ),
            "caveats": marks.on_each(briefing.caveats),
            "sections": tuple(map(marks.on_section, briefing.sections)),
        }
    )


class _Marks:
    def __init__(self, briefing: Briefing, missing: set[int]) -> None:
        self._missing = frozenset(missing)
        self._left = missing
        self._steps: dict[str, Step] = {}
        for derivation in briefing.derivations:
            for step in derivation.steps:
                self._keep(step)

    def on_section(self, section: Section) -> Section:
        self._left = set(self._missing)
        title = section.title and self.on(section.title)
        facts = tuple(
            fact.model_copy(update={"sentence": self.on(fact.sentence)}) for fact in section.facts
        )
        return section.model_copy(update={"title": title, "facts": facts})

    def on_each(self, sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
        return tuple(map(self.on, sentences))

    def on(self, sentence: Sentence) -> Sentence:
        parts = tuple(map(self._on_part, sentence.parts))
        return sentence if parts == sentence.parts else Sentence(parts=parts)

    def _on_part(self, part: Part) -> Part:
        if not self._left or not isinstance(part, Figure) or part.step is None:
            return part
        rests_on = {number for step in self._below(part.step) for number in _cited_by(step)}
        found = rests_on & self._left
        self._left -= found
        marks = (*part.citations, *sorted(found))
        return part.model_copy(update={"citations": marks}) if found else part

    def _keep(self, step: Step) -> None:
        """Files a step under its id: where it is told again it may stand without its inputs."""
        if step.id not in self._steps or not self._steps[step.id].inputs:
            self._steps[step.id] = step
        for each in step.inputs:
            self._keep(each)

    def _below(self, top: str) -> Iterator[Step]:
        met, waiting = {top}, [top]
        while waiting:
            step = self._steps[waiting.pop()]
            yield step
            new = {each.id for each in step.inputs} - met
            met |= new
            waiting.extend(new)


def _shown(briefing: Briefing) -> Iterator[Sentence]:
    yield briefing.title
    yield from briefing.lead
    for section in briefing.sections:
        if section.title is not None:
            yield section.title
        yield from (fact.sentence for fact in section.facts)
    if briefing.table is not None:
        for row in briefing.table.rows:
            yield from row
    yield from briefing.caveats
    yield briefing.stamp.sentence


def _cited_by(step: Step) -> Iterator[int]:
    if isinstance(step.result, Backed):
        yield from step.result.citations
    yield from step.what.citations
