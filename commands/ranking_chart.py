"""The picture of a ranking: a bar a member, and the floor."""

from collections.abc import Mapping

from commands import charting, ranking_notes, side_by_side
from commands.briefing import Bar, Chart, Sentence
from commands.clauses import shown_places
from commands.draft import Draft
from commands.groups import named
from commands.ranking_asked import Found
from commands.voice import Values
from data import rules
from data.messages import mark

_TITLES: Mapping[tuple[bool, bool], str] = {
    (False, False): mark("Shares of GDP in {year}"),
    (False, True): mark("Equipment in defence spending in {year}"),
    (True, False): mark("{group}: shares of GDP in {year}"),
    (True, True): mark("{group}: equipment in defence spending in {year}"),
}
"""By: of a group or of all, of equipment or not."""


def chart(draft: Draft, found: Found) -> Chart:
    asked = found.asked
    at = asked.at.id if asked.at is not None else None
    bars = tuple(
        Bar(
            name=draft.say("{member}", member=draft.party(each.member)),
            value=draft.figure(each.share),
            verdict=each.verdict,
            marked=each.member == at,
        )
        for each in found.ranking.places
    )
    values: Values = {"year": draft.year_of(found.ranking.places[0].share)}
    if asked.group is not None:
        values["group"] = named(draft, asked.group)
    return Chart(
        title=draft.say(_TITLES[asked.group is not None, asked.is_equipment], **values),
        measure=draft.voice.text(side_by_side.AXES[asked.floor.clause.category]),
        bars=bars,
        levels=(charting.level(draft, asked.floor.clause, asked.floor.commitment),),
        source=side_by_side.source(
            draft,
            ranking_notes.editions(draft, found),
            estimates=any(each.value.estimate for each in bars),
        ),
        alt=_alt(draft, found),
    )


def _alt(draft: Draft, found: Found) -> Sentence:
    first, last = found.ranking.places[0], found.ranking.places[-1]
    clause = found.asked.floor.clause
    values: Values = {
        "first": draft.party(first.member, "inside"),
        "highest": draft.figure(first.share),
        "last": draft.party(last.member, "inside"),
        "lowest": draft.figure(last.share),
        "year": draft.year_of(first.share),
        "floor": draft.figure(rules.floor_of(clause), places=shown_places(clause)),
    }
    if found.here is not None:
        values |= {
            "member": draft.party(found.here.member, "inside"),
            "share": draft.figure(found.here.share),
        }
        return draft.say(
            mark(
                "Bars of shares in {year}, from {highest} ({first}) down to {lowest} ({last}), "
                "{member} marked with {share}; a line at {floor}."
            ),
            **values,
        )
    return draft.say(
        mark(
            "Bars of shares in {year}, from {highest} ({first}) down to {lowest} ({last}); a line "
            "at {floor}."
        ),
        **values,
    )
