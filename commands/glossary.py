"""`/glossary percentage point`: what a word of the answers means; without a word, all of them."""

from collections.abc import Iterator, Mapping
from datetime import date

from commands.briefing import Briefing, Fact, FollowUp, Section
from commands.desk import Desk
from commands.draft import Draft
from commands.glossary_entries import BY_ID, ENTRIES, Entry, Topic
from commands.glossary_explained import explained, forms
from commands.glossary_sources import said_of
from data.errors import QuestionError
from data.messages import mark
from data.names.alphabet import alphabetical
from data.names.text import key

__all__ = ["ENTRIES", "ask", "explained", "find_term", "spellings"]

NO_SUCH_TERM = mark("The glossary has no word '{text}'. Leave the word out to see all that it has.")
NEAR_TERM = mark("The glossary has no word '{text}'. Did you mean {near}?")
SEVERAL_TERMS = mark("'{text}' can mean several words of the glossary: {near}. Name one of them.")
_SURE, _NEAR = 86, 75
_MOST_NEAR = 3
_MOST_ECHOED = 40

_TOPICS: dict[Topic, str] = {
    "spending": mark("What is spent on"),
    "money": mark("Shares and sums"),
    "figures": mark("How figures are published"),
    "commitments": mark("What is asked"),
    "verdicts": mark("How a member stands"),
    "members": mark("What members say"),
    "evidence": mark("What answers rest on"),
}
_QUESTIONS: dict[Topic, tuple[str, str]] = {
    "spending": ("ranking", ""),
    "money": ("target", "ESP"),
    "figures": ("history", "ESP"),
    "commitments": ("commitment", ""),
    "verdicts": ("ranking", ""),
    "members": ("stance", "ESP"),
    "evidence": ("sources", "ESP"),
}
"""What to ask of each topic: the command, and the member for example."""
_FIRST_READ = ("core-defence", "estimate", "on-course")


def ask(desk: Desk, arguments: Mapping[str, str], as_of: date) -> Briefing:
    text = arguments.get("term", "").strip()
    draft = Draft(desk, as_of)
    return _of_one(draft, find_term(desk, text)) if text else _of_all(draft)


def find_term(desk: Desk, text: str) -> Entry:
    """The entry meant by its id, its word, a form of that or another word for it, also with a slip
    of the keyboard. Raises QuestionError with those near to it."""
    typed, echo = key(text), text.strip()[:_MOST_ECHOED]
    names = [(key(name), entry) for entry in ENTRIES for name in _own_names(desk, entry)]
    others = [(key(name), entry) for entry in ENTRIES for name in _sought(desk, entry)]
    for known in (names, others):
        meant = {entry.id: entry for name, entry in known if name == typed}
        if len(meant) == 1:
            return meant.popitem()[1]
        if meant:
            raise QuestionError(SEVERAL_TERMS, text=echo, near=_listed(desk, meant))
    # Only what is not spelt as it is here pays for the import.
    from rapidfuzz import fuzz, process

    every = [name for name, _ in (*names, *others)]
    entries = [entry for _, entry in (*names, *others)]
    scored = process.extract(typed[:_MOST_ECHOED], every, scorer=fuzz.WRatio, limit=_MOST_NEAR * 3)
    near = {entries[at].id: entries[at] for _, score, at in scored if score >= _NEAR}
    sure = {entries[at].id for _, score, at in scored if score >= _SURE}
    if len(sure) == 1:
        return BY_ID[sure.pop()]
    if near:
        first = dict(list(near.items())[:_MOST_NEAR])
        raise QuestionError(NEAR_TERM, text=echo, near=_listed(desk, first))
    raise QuestionError(NO_SUCH_TERM, text=echo)


def spellings(desk: Desk, entry: Entry) -> str:
    """All words by which it is found, in one text."""
    return " ".join((*_own_names(desk, entry), *_sought(desk, entry)))


def _own_names(desk: Desk, entry: Entry) -> Iterator[str]:
    yield from (entry.id, desk.voice.text(entry.term), entry.term, *forms(desk, entry))


def _sought(desk: Desk, entry: Entry) -> list[str]:
    # Nothing translates to the header of a catalogue of translations.
    return [each for each in desk.voice.typed(entry.sought or "|").split("|") if each.strip()]


def _listed(desk: Desk, entries: Mapping[str, Entry]) -> str:
    return ", ".join(desk.voice.text(each.term) for each in entries.values())


def _of_one(draft: Draft, entry: Entry) -> Briefing:
    said = said_of(draft, entry)
    own = mark("Explained in words of this program: no source that is held here defines it.")
    return draft.finish(
        "glossary",
        title=draft.say("{term}", term=draft.term(entry.term)),
        lead=[draft.say(entry.what), draft.say(entry.more)],
        sections=[
            Section(title=draft.say(mark("What the sources say")), facts=said),
            Section(
                title=draft.say(mark("Words near it")),
                facts=tuple(_short(draft, BY_ID[each]) for each in entry.near),
            ),
        ],
        caveats=[] if said else [draft.say(own)],
        follow_ups=[
            *(_asked(draft, each) for each in entry.near[:2]),
            _question(draft, entry.topic),
        ],
    )


def _of_all(draft: Draft) -> Briefing:
    count = draft.count(draft.say(mark("words explained")), ENTRIES)
    return draft.finish(
        "glossary",
        title=draft.say(mark("What the words mean")),
        lead=[
            draft.say(
                mark("Words that answers use and what they mean here: {count}."), count=count
            ),
            draft.say(mark("Ask for one of them to read more of it and what the sources say.")),
        ],
        sections=[
            Section(
                title=draft.say(title),
                facts=tuple(_in_order(draft, topic)),
            )
            for topic, title in _TOPICS.items()
        ],
        follow_ups=tuple(_asked(draft, each) for each in _FIRST_READ),
    )


def _in_order(draft: Draft, topic: Topic) -> list[Fact]:
    """By the alphabet, as in any glossary."""
    facts = [_short(draft, each) for each in ENTRIES if each.topic == topic]
    return sorted(facts, key=lambda each: alphabetical(each.label, draft.voice.language))


def _short(draft: Draft, entry: Entry) -> Fact:
    return Fact(label=draft.voice.text(entry.term), sentence=draft.say(entry.what))


def _question(draft: Draft, topic: Topic) -> FollowUp:
    """One that has an answer on that day: without a commitment there is nothing to rank by."""
    if draft.desk.knowledge.commitments(draft.as_of):
        return _example(draft, topic)
    return _example(draft, "figures")


def _example(draft: Draft, topic: Topic) -> FollowUp:
    command, member = _QUESTIONS[topic]
    arguments = draft.desk.party_name(member) if member else ""
    return FollowUp(command=command, arguments=arguments)


def _asked(draft: Draft, known_as: str) -> FollowUp:
    return FollowUp(command="glossary", arguments=draft.voice.text(BY_ID[known_as].term))
