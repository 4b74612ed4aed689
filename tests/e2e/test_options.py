"""What is offered while somebody types."""

from typing import Any

import pytest

from commands.suggestions import MOST
from data.errors import StoreError
from data.store import Store
from tests.e2e.reader import ask
from tests.standin import Place

pytestmark = pytest.mark.usefixtures("bot")

# command | option | typed | the first that is offered, and what is sent for it
TYPED = [
    ("target", "member", "spa", "Spain: ESP"),
    ("target", "member", "Espagne", "Spain: ESP"),
    ("target", "member", "Испания", "Spain: ESP"),
    ("target", "member", "スペイン", "Spain: ESP"),
    ("target", "member", "Spian", "Spain: ESP"),
    ("target", "member", "🇵🇱", "Poland: POL"),
    ("stance", "member", "Türkei", "Türkiye: TUR"),
    ("stance", "member", "gb", "United Kingdom: GBR"),
    ("target", "commitment", "hague",
     "Defence investment commitment of The Hague (agreed 25 June 2025): hague-2025"),
    ("summit", "meeting", "ankara", "Ankara summit (7–8 July 2026): ankara-2026"),
    ("attendees", "meeting", "no such city", "nothing"),
    ("history", "subject", "Deutschland", "Germany: DEU"),
    ("history", "subject", "vilnius", "Vilnius summit (11–12 July 2023): vilnius-2023"),
    ("target", "as_of", "2025-06-05", "5 June 2025: 2025-06-05"),
    ("attendees", "as_of", "june 2025", "June 2025: 2025-06"),
    ("target", "as_of", "2999-01-01", "nothing"),
]  # fmt: skip


async def test_the_likeliest_is_offered_first(here: Place) -> None:
    wrong: list[str] = []
    for command, option, typed, first in TYPED:
        offered = await here.autocomplete(command, option, typed)
        said = next((f"{each['name']}: {each['value']}" for each in offered), "nothing")
        if said != first:
            wrong.append(f"{typed!r}: {said}")
    assert wrong == []


async def test_a_day_is_offered_by_what_happened_on_it(here: Place) -> None:
    offered = await here.autocomplete("target", "as_of", "The Hague decl")
    said = {each["value"]: each["name"] for each in offered}
    assert said["2025-06-25"].endswith(", 25 June 2025")
    reply = await ask(here, "target", member="ESP", as_of="2025-06-25")
    assert "As known on 25 June 2025" in reply.text


async def test_what_is_offered_can_be_asked_with(here: Place) -> None:
    for option, others in (
        ("member", {}),
        ("commitment", {"member": "ESP"}),
        ("as_of", {"member": "ESP"}),
    ):
        for each in (await here.autocomplete("target", option, "", **others))[::4]:
            reply = await ask(here, "target", **{"member": "ESP", option: each["value"]})
            assert "Reference" not in reply.text, each


OPTIONS: list[tuple[str, str, dict[str, Any]]] = [
    ("target", "member", {}),
    ("target", "commitment", {"member": "ESP"}),
    ("target", "as_of", {"member": "no such member", "private": True}),
    ("summit", "meeting", {"as_of": "2025-06-05"}),
    ("history", "subject", {}),
]
HOSTILE = [
    "x" * 6000, "5" * 6000, "@everyone", "<@1>", "%s{0}", "'; drop table facts; --", "\x00",
    "\N{RIGHT-TO-LEFT OVERRIDE}", "🇪", "-", "   ", "٢٠٢٥", "²", "2025-99-99", "(" * 500,
]  # fmt: skip


async def test_nothing_typed_offers_what_there_is(here: Place) -> None:
    for command, option, others in OPTIONS:
        offered = await here.autocomplete(command, option, "", **others)
        assert 0 < len(offered) <= MOST, (command, option)


async def test_hostile_text_is_answered_with_a_list(here: Place) -> None:
    for command, option, others in OPTIONS:
        for typed in HOSTILE:
            offered = await here.autocomplete(command, option, typed, **others)
            assert (offered.failed, len(offered) <= MOST) == (None, True), (option, typed[:20])


async def test_answers_and_suggestions_go_on_without_the_database(
    here: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def gone(*_: object, **__: object) -> None:
        raise StoreError("The database is away.")

    monkeypatch.setattr(Store, "_read", gone)
    monkeypatch.setattr(Store, "_write", gone)
    for command, option, others in OPTIONS:
        assert await here.autocomplete(command, option, "", **others) != []
    assert "Spain: defence spending" in (await ask(here, "target", member="Spain")).text
