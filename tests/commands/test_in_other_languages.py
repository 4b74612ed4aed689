"""What is asked and recorded in a language other than the answer's."""

from dataclasses import replace
from datetime import date

import pytest

from commands.desk import Desk
from commands.registry import COMMANDS, answer
from commands.voice import Voice
from data.dates import PartialDate
from data.facts.knowledge import Knowledge, Revision
from data.facts.records import Position, Stance
from data.languages import TRANSLATED

TODAY = date(2026, 11, 25)
CLAIM = "The minister said so in a word that nobody has translated."
AS_WRITTEN = "Was hier ohne Übersetzung verzeichnet ist, steht so da, wie es geschrieben wurde."


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_meeting_is_found_by_its_name_in_any_language(
    knowledge: Knowledge, language: str
) -> None:
    name = Voice.of(language).recorded("Tirana summit")
    desk = Desk.of(knowledge, Voice.of("en"), TODAY)
    assert answer(desk, "attendees", {"meeting": name}, None).subject == "tirana-2027"


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("name", [each.name for each in COMMANDS.values() if each.example])
def test_the_example_of_help_is_answered(knowledge: Knowledge, language: str, name: str) -> None:
    voice, command = Voice.of(language), COMMANDS[name]
    asked = {command.parameters[0].name: voice.word(command.example)}
    found = answer(Desk.of(knowledge, voice, TODAY), name, asked, None)
    typed = {command.parameters[0].name: command.example}
    meant = answer(Desk.of(knowledge, Voice.of("en"), TODAY), name, typed, None)
    assert found.subject == meant.subject


def recorded(knowledge: Knowledge) -> Knowledge:
    """With a word of Belgium's that somebody recorded."""
    known = next(each.fact for each in knowledge.revisions if isinstance(each.fact, Stance))
    stance = replace(
        known,
        id="recorded-by-somebody",
        member="BEL",
        party="BEL",
        position=Position.SUPPORTS,
        claim=CLAIM,
        known_on=PartialDate(2026, 11, 20),
        said_on=PartialDate(2026, 11, 20),
    )
    revision = Revision(stance, date(2026, 11, 20))
    return replace(knowledge, revisions=(*knowledge.revisions, revision))


def test_a_claim_without_a_translation_says_so(knowledge: Knowledge) -> None:
    desk = Desk.of(recorded(knowledge), Voice.of("de"), TODAY)
    briefing = answer(desk, "stance", {"member": "Belgien"}, None)
    assert any(CLAIM in each.text for each in briefing.sentences())
    assert AS_WRITTEN in [each.text for each in briefing.caveats]


@pytest.mark.parametrize("language", ["en", "de"])
def test_nothing_is_said_of_what_is_translated_or_needs_no_translation(
    knowledge: Knowledge, language: str
) -> None:
    shown = knowledge if language == "de" else recorded(knowledge)
    briefing = answer(Desk.of(shown, Voice.of(language), TODAY), "stance", {"member": "BEL"}, None)
    assert AS_WRITTEN not in [each.text for each in briefing.caveats]
