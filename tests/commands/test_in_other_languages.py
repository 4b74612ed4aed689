"""What is asked and recorded in a language other than the answer's."""

from dataclasses import replace
from datetime import date

import pytest

from commands.desk import Desk
from commands.registry import COMMANDS, answer
from commands.voice import Voice
from data.dates import PartialDate
from data.errors import QuestionError
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
    desk, command = Desk.of(knowledge, Voice.of(language), TODAY), COMMANDS[name]
    asked = command.parameters[0].name
    found = answer(desk, name, {asked: desk.voice.word(command.example)}, None)
    assert found == answer(desk, name, {asked: str(command.example)}, None)


# language | what is said of Sweden at the end of 2015
NOT_YET = [
    ("en", "Sweden was not a member on 31 December 2015. Ask as of 7 March 2024 or later."),
    ("de", "Schweden war am 31. Dezember 2015 nicht Mitglied."),
    ("fr", "La Suède n’était pas membre le 31 décembre 2015. Demandez à la date du 7 mars 2024"),
    ("pl", "Szwecja według stanu na 31 grudnia 2015 nie należy do NATO."),
]


@pytest.mark.parametrize(("language", "said"), NOT_YET)
def test_a_refusal_writes_its_days_as_the_language_does(
    knowledge: Knowledge, language: str, said: str
) -> None:
    desk = Desk.of(knowledge, Voice.of(language), TODAY)
    with pytest.raises(QuestionError) as refused:
        answer(desk, "path", {"member": "SWE"}, "2015")
    assert said in desk.voice.fill(refused.value.template, **refused.value.values)


def test_a_formula_has_the_decimal_mark_of_its_language(knowledge: Knowledge) -> None:
    desk = Desk.of(knowledge, Voice.of("de"), TODAY)
    briefing = answer(desk, "target", {"member": "ESP"}, "2026-11-25")
    steps = [step for each in briefing.derivations for step in each.steps]
    assert "3,50 − 2,00" in [step.expression for step in steps]


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
