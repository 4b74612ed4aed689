"""The sections on who moved between two days."""

from collections.abc import Iterator, Sequence

from commands.briefing import Fact, Section, Sentence
from commands.draft import Draft
from commands.positions import LABELS
from commands.stances_course import Trail
from commands.stances_words import day_of, moves, names, parted
from data.facts.records import Position
from data.messages import mark


def sections(draft: Draft, trails: Sequence[Trail]) -> Iterator[Section]:
    """Who moved, one a line; who was heard for the first time, one line a position."""
    moved = [each for each in trails if not each.is_first_word]
    yield Section(
        title=draft.say(mark("Moved")),
        facts=tuple(
            Fact(label=draft.desk.party_name(each.member), sentence=moves(draft, each))
            for each in moved
        ),
    )
    firsts = [each for each in trails if each.is_first_word]
    yield Section(
        title=draft.say(mark("Heard for the first time")),
        facts=tuple(
            Fact(label=draft.voice.text(LABELS[position]), sentence=_with_days(draft, some))
            for position in Position
            if (some := [each for each in firsts if position in each.steps[0].positions])
        ),
    )


def _with_days(draft: Draft, trails: Sequence[Trail]) -> Sentence:
    """`24 June 2025: Estonia, Germany; 25 June 2025: Czechia`."""
    by_day: dict[str, list[Trail]] = {}
    for each in sorted(trails, key=lambda trail: trail.steps[0].said_on.last):
        by_day.setdefault(str(each.steps[0].said_on), []).append(each)
    return parted(
        draft,
        [
            draft.say(
                mark("{day}: {names}"),
                day=day_of(draft, [each.steps[0] for each in of_day]),
                names=names(draft, (each.member for each in of_day)),
            )
            for of_day in by_day.values()
        ],
    )
