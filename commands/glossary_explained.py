"""Which words of the glossary an answer uses, to be explained where it is explained itself.

It is looked for in every answer, and costs a fraction of a millisecond: a search for whole words
without regular expressions.
"""

from collections.abc import Iterator

from commands.briefing import Briefing, Fact, Figure, Sentence, Text
from commands.desk import Desk
from commands.glossary_entries import ENTRIES, Entry

MOST = 6
_ITSELF = "glossary"
_OURS = ("text", "figure")
_UNSPACED = "\u2e80"
"""From here on scripts write words without spaces between them."""


def explained(briefing: Briefing, desk: Desk) -> tuple[Fact, ...]:
    """The words of the glossary in an answer with their meaning, at most six; of the glossary's own
    answers none. Claims are left out, which are in the words of the catalogue."""
    if briefing.command == _ITSELF:
        return ()
    text = "\n".join(dict.fromkeys(_said(briefing))).casefold()
    estimated = any(isinstance(each, Figure) and each.estimate for each in briefing.parts())
    found: list[Fact] = []
    for entry in ENTRIES:
        used = any(_stands(form, text) for form in forms(desk, entry))
        if used or (estimated and entry.id == "estimate"):
            found.append(meaning(desk, entry))
            if len(found) == MOST:
                break
    return tuple(found)


def meaning(desk: Desk, entry: Entry) -> Fact:
    """Both sentences."""
    voice = desk.voice
    text = f"{voice.text(entry.what)} {voice.text(entry.more)}"
    return Fact(label=voice.text(entry.term), sentence=Sentence(parts=(Text(text=text),)))


def forms(desk: Desk, entry: Entry) -> list[str]:
    return [each for each in desk.voice.text(entry.forms).split("|") if each]


def _said(briefing: Briefing) -> Iterator[str]:
    yield from (fact.label for section in briefing.sections for fact in section.facts)
    yield from briefing.table.columns if briefing.table is not None else ()
    for sentence in briefing.sentences():
        parts = sentence.parts
        yield "".join([part.text if part.kind in _OURS else " " for part in parts])


def _stands(form: str, text: str) -> bool:
    """Whether it stands in the text as whole words."""
    at = text.find(form)
    while at >= 0:
        end = at + len(form)
        if not (_goes_on(text[at - 1 : at]) or _goes_on(text[end : end + 1])):
            return True
        at = text.find(form, end)
    return False


def _goes_on(character: str) -> bool:
    return character.isalnum() and character < _UNSPACED
