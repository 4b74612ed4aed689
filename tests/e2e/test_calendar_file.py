"""The calendar file that an answer hands over."""

import pytest
from icalendar import Calendar

from tests.e2e.reader import ask
from tests.standin import Place, Standin

pytestmark = pytest.mark.usefixtures("bot")

BUTTON = "Calendar file"


async def test_the_file_has_what_the_answer_tells_and_a_day(local: Standin, here: Place) -> None:
    reply = await ask(here, "calendar", as_of="2025-06-05")
    pressed = await here.click(reply, BUTTON)
    assert (pressed.files, pressed.documents) == (["nato-calendar.ics"], ["nato-calendar.ics"])
    assert "not in it: Ankara summit; Tirana summit." in pressed.text
    assert pressed.ephemeral
    assert pressed.message is not None
    path = pressed.message["attachments"][0]["url"].partition(local.host)[2]
    events = Calendar.from_ical(local.files[path]).events
    assert [each["SUMMARY"] for each in events] == [
        "NATO: Defence ministers, June 2025",
        "NATO: The Hague summit",
    ]


async def test_where_nothing_has_a_day_that_is_said(here: Place) -> None:
    reply = await ask(here, "calendar", as_of="2013-01-01")
    pressed = await here.click(reply, BUTTON)
    assert "nothing to put into a calendar" in pressed.text
    assert (pressed.ephemeral, pressed.files) == (True, [])


async def test_other_answers_have_no_such_button(here: Place) -> None:
    assert BUTTON not in (await ask(here, "summit")).buttons
