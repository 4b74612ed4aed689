"""Groups, clauses, editions and lists of members, by what people call them."""

from collections.abc import Callable
from datetime import date

import pytest

from commands.asked import Kind
from commands.desk import Desk
from commands.editions_asked import find_edition
from commands.floors import find_floor
from commands.groups import NAMES, find_group
from commands.kinds import meant
from commands.offers import OFFERS
from commands.several import find_members
from data.errors import QuestionError
from tests.commands.conftest import TODAY

BEFORE = date(2025, 6, 5)

# what is typed | the key of the group
GROUPS = [
    ("Baltic", "baltic"),
    ("nordic members", "nordic"),
    ("NB8", "nb8"),
    ("bucharest", "b9"),
    ("eastern flank", "b9"),
    ("Visegrad", "v4"),
    ("European Union", "eu"),
    ("G7", "g7"),
    ("JEF", "jef"),
    ("Europe", "europe"),
    ("NATO Europe and Canada", "non-us"),
    ("founders", "founders"),
]


@pytest.mark.parametrize(("typed", "key"), GROUPS)
def test_a_group_is_found_by_what_people_call_it(desk: Desk, typed: str, key: str) -> None:
    assert find_group(desk, typed, TODAY).group == key


def test_a_group_is_as_it_stood_on_the_day(desk: Desk) -> None:
    assert "GBR" in find_group(desk, "EU", date(2020, 1, 31)).members
    assert "GBR" not in find_group(desk, "EU", date(2020, 2, 1)).members


def test_every_group_held_has_a_name_of_ours(desk: Desk) -> None:
    assert {each.group for each in desk.knowledge.groups(TODAY)} == set(NAMES)


# what is typed | the floor as of 5 June 2025 | and as of today
FLOORS = [
    ("present", "vilnius-2023.defence", "hague-2025.core"),
    ("3.5", "rutte-2025.core", "hague-2025.core"),
    ("3,5 %", "rutte-2025.core", "hague-2025.core"),
    ("core defence", "rutte-2025.core", "hague-2025.core"),
    ("two percent", "vilnius-2023.defence", "vilnius-2023.defence"),
    ("2% of GDP", "vilnius-2023.defence", "vilnius-2023.defence"),
    ("equipment", "vilnius-2023.equipment", "vilnius-2023.equipment"),
    ("Vilnius", "vilnius-2023.defence", "vilnius-2023.defence"),
    ("Wales 2014 equipment", "wales-2014.equipment", "wales-2014.equipment"),
    ("Rutte", "rutte-2025.core", "rutte-2025.core"),
]


@pytest.mark.parametrize(("typed", "before", "now"), FLOORS)
def test_a_floor_is_found_by_what_people_call_it(
    desk: Desk, typed: str, before: str, now: str
) -> None:
    assert [find_floor(desk, typed, day).id for day in (BEFORE, TODAY)] == [before, now]


# what is typed | the edition
EDITIONS = [
    ("newest", "2026-07-10"),
    ("previous", "2026-03-26"),
    ("June 2024", "2024-06-17"),
    ("2024", "2024-06-17"),
    ("28 August 2025", "2025-08-28"),
]


@pytest.mark.parametrize(("typed", "edition"), EDITIONS)
def test_an_edition_is_found_by_its_day_or_a_word_for_it(
    desk: Desk, typed: str, edition: str
) -> None:
    assert find_edition(desk, typed, TODAY).id == edition


# what is typed | the members
MEMBERS = [
    ("Poland, Germany and Spain", "POL DEU ESP"),
    ("POL DEU ESP", "POL DEU ESP"),
    ("🇵🇱🇩🇪", "POL DEU"),
    ("United Kingdom United States", "GBR USA"),
    ("the Netherlands vs. Norway", "NLD NOR"),
    ("Czech Republic & North Macedonia", "CZE MKD"),
    ("France et Espagne", "FRA ESP"),
    ("Polen und Deutschland", "POL DEU"),
    ("Польща та Німеччина", "POL DEU"),
]


@pytest.mark.parametrize(("typed", "codes"), MEMBERS)
def test_members_are_read_from_a_list(desk: Desk, typed: str, codes: str) -> None:
    assert " ".join(each.id for each in find_members(desk, typed)) == codes


def group(desk: Desk, typed: str) -> object:
    return find_group(desk, typed, BEFORE)


def floor(desk: Desk, typed: str) -> object:
    return find_floor(desk, typed, BEFORE)


def edition(desk: Desk, typed: str) -> object:
    return find_edition(desk, typed, BEFORE)


# what reads it | what is typed | what the sentence must hold
WRONG: list[tuple[Callable[[Desk, str], object], str, str]] = [
    (group, "Baltc", "Did you mean Baltic members?"),
    (group, "xyz", "There are: Baltic members, Nordic members"),
    (group, "E5", "No source from 2025-06-05 or before tells of the group"),
    (floor, "5", "Nobody publishes figures for '5'"),
    (floor, "7", "Known by then: 2 defence, 20 equipment, 3.5 core, 5 defence."),
    (edition, "2026-07-10", "was not out on 2025-06-05"),
    (edition, "foo", "Out by then: 2025-04-24, 2024-06-17"),
    (find_members, "Poland", "Poland alone cannot be compared."),
    (find_members, "Poland, Poland", "Poland is named twice."),
    (find_members, "Poland Germny", "Did you mean Germany?"),
    (find_members, "Polnd Spain", "No member called 'Polnd'. Did you mean Poland?"),
    (find_members, "Poland, Austria", "Austria is not a member of NATO."),
    (find_members, "POL DEU ESP FRA ITA GBR USA", "These are 7 members"),
    (find_members, " , ", "Name two to six members"),
]


@pytest.mark.parametrize(("read", "typed", "words"), WRONG)
def test_what_is_not_understood_gets_one_clear_sentence(
    desk: Desk, read: Callable[[Desk, str], object], typed: str, words: str
) -> None:
    with pytest.raises(QuestionError) as caught:
        read(desk, typed)
    assert words in str(caught.value)


@pytest.mark.parametrize("kind", ["group", "clause", "edition", "members"])
def test_what_is_offered_is_understood_and_stays_what_it_is(desk: Desk, kind: Kind) -> None:
    wrong: list[str] = []
    for each in OFFERS[kind](desk, "Poland, " if kind == "members" else ""):
        once = meant(desk, kind, each.value, TODAY)
        if meant(desk, kind, once, TODAY) != once or len(once) > 24 or len(each.name) > 100:
            wrong.append(each.name)
    assert wrong == []


def test_a_list_of_members_is_completed_at_its_end(desk: Desk) -> None:
    found = [(each.name, each.value) for each in OFFERS["members"](desk, "Poland and Spa")]
    assert found == [("Poland, Spain", "POL, ESP")]
