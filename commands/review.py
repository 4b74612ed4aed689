"""A proposal as those see it who decide: the words it rests on, what would be recorded, what that
would change, and how far the reader of the text trusts itself."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from commands import review_effect, review_fields, review_figures
from commands.briefing import Briefing, Given, Quoted, Section, Sentence
from commands.briefing import Fact as Line
from commands.desk import Desk
from commands.disagreements import GRADES, Disagreements
from commands.draft import Draft
from commands.news import cites_of
from commands.parts import Part
from commands.review_effect import Prospect
from commands.review_words import EVIDENCE, LEVELS, SORTS
from commands.voice import Values
from data.importers.proposals import Passage, Proposal
from data.messages import mark
from data.rules.commitments import Commitment
from data.sources import Source

COMMAND = "review"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """`id` is its number in the queue, where it is there. `further` told the same story. Where it
    is `decided`, nothing would change any more."""

    proposal: Proposal
    source: Source
    further: tuple[Source, ...] = ()
    id: int | None = None
    decided: bool = False


def brief(desk: Desk, reviewed: Reviewed) -> Briefing:
    """`desk` knows nothing of the proposal yet."""
    prospect = Prospect.of(desk.knowledge, reviewed.source, reviewed.proposal, desk.today)
    draft = Draft(replace(desk, knowledge=prospect.after), desk.today)
    proposal = reviewed.proposal
    ahead = () if reviewed.decided else _ahead(draft, proposal, prospect)
    return draft.finish(
        COMMAND,
        title=_title(draft, reviewed),
        lead=[
            draft.say("{claim}", claim=draft.claim(each.claim, cites_of(each)))
            for each in prospect.values
        ],
        sections=[
            _section(draft, mark("The words"), _words(draft, proposal)),
            _section(draft, mark("Where it was read"), _sources(draft, reviewed)),
            *ahead,
        ],
        caveats=[
            draft.weakness(each.weak, cites_of(each)) for each in prospect.values if each.weak
        ],
    )


def _ahead(draft: Draft, proposal: Proposal, prospect: Prospect) -> Iterator[Section]:
    """What whoever decides has to weigh."""
    lines = (review_effect.line(draft, each) for each in prospect.effects)
    figures = review_figures.lines(draft, proposal, prospect.source)
    yield _section(draft, mark("What would change"), lines)
    yield _section(draft, mark("Contradictions"), _contradictions(draft, prospect))
    yield _section(draft, mark("Beside NATO's figures"), figures)
    yield _section(draft, mark("What would be recorded"), _records(draft, prospect))
    yield _section(draft, mark("Confidence"), _confidence(draft, proposal))


def summary(desk: Desk, reviewed: Reviewed) -> Sentence:
    """One line: what would be recorded, and how sure the reader is of it."""
    say = desk.voice.say
    claims = [Given(text=desk.voice.recorded(each)) for each in _claims(reviewed.proposal)]
    told = say("{claim}", claim=claims[0]) if claims else say(mark("Nothing would be recorded."))
    for each in claims[1:]:
        told = say(mark("{first} {next}"), first=told, next=each)
    level = desk.voice.text(LEVELS[reviewed.proposal.confidence])
    return say(
        mark("{sort}: {claim} ({level})"), sort=_sort(desk, reviewed), claim=told, level=level
    )


def _claims(proposal: Proposal) -> Iterator[str]:
    """Of a commitment what it asks for, which is what was read."""
    for each in proposal.values:
        if isinstance(each, Commitment) and each.clauses:
            yield from (clause.claim for clause in each.clauses)
        else:
            yield each.claim


def _sort(desk: Desk, reviewed: Reviewed) -> str:
    return desk.voice.text(SORTS[reviewed.proposal.sort])


def _title(draft: Draft, reviewed: Reviewed) -> Sentence:
    sort = _sort(draft.desk, reviewed)
    if reviewed.id is None:
        return draft.say(mark("Proposal: {sort}"), sort=sort)
    number = Given(text=str(reviewed.id))
    return draft.say(mark("Proposal {id}: {sort}"), id=number, sort=sort)


def _section(draft: Draft, title: str, lines: Iterator[Line]) -> Section:
    return Section(title=draft.say(title), facts=tuple(lines))


def _line(draft: Draft, label: str, sentence: Sentence) -> Line:
    return Line(label=draft.voice.text(label), sentence=sentence)


def _words(draft: Draft, proposal: Proposal) -> Iterator[Line]:
    for each in proposal.passages:
        yield _line(
            draft,
            mark("Words"),
            draft.say(
                mark("“{sentence}” (paragraph {number})"),
                sentence=highlighted(each),
                number=Given(text=str(each.paragraph)),
            ),
        )


def highlighted(passage: Passage) -> Sentence:
    before, after = passage.sentence[: passage.start], passage.sentence[passage.end :]
    parts: list[Part] = []
    if before.lstrip():
        parts.append(Given(text=before.lstrip()))
    if passage.words.strip():
        parts.append(Quoted(text=passage.words))
    if after.rstrip():
        parts.append(Given(text=after.rstrip()))
    return Sentence(parts=tuple(parts))


def _sources(draft: Draft, reviewed: Reviewed) -> Iterator[Line]:
    yield _line(draft, mark("Source"), _source(draft, reviewed.source))
    for each in reviewed.further:
        yield _line(draft, mark("Also reported by"), _source(draft, each))


def _source(draft: Draft, source: Source) -> Sentence:
    values: Values = {
        "publisher": Given(text=source.publisher or "?"),
        "title": Given(text=source.title or "?"),
        "day": Given(text=draft.voice.date(source.published_on), iso=str(source.published_on)),
        "grade": draft.term(GRADES[source.grade]),
    }
    return draft.say(mark("{publisher}: {title}, {day} ({grade})"), **values)


def _contradictions(draft: Draft, prospect: Prospect) -> Iterator[Line]:
    found = Disagreements(draft).tell(prospect.contradictions())
    for each in found:
        yield _line(draft, mark("New"), each)
    if (against := prospect.against()) is not None:
        said = draft.voice.word(against)
        yield _line(draft, mark("New"), draft.say("{said}", said=Given(text=said)))


def _records(draft: Draft, prospect: Prospect) -> Iterator[Line]:
    for each in prospect.values:
        yield from review_fields.lines(draft, each)


def _confidence(draft: Draft, proposal: Proposal) -> Iterator[Line]:
    level = draft.voice.text(LEVELS[proposal.confidence])
    for index, each in enumerate(proposal.grounds):
        label = level if index == 0 else draft.voice.text(mark("Also"))
        yield Line(label=label, sentence=draft.say(EVIDENCE[each]))
    if not proposal.grounds:
        yield Line(label=level, sentence=draft.say(mark("The reader of the text gave no reason.")))
