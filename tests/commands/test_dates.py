"""Days and moments, as they are asked about and as they are shown."""

from datetime import date

import pytest

from commands.asked import read_day
from commands.days import find_day
from commands.desk import Desk
from commands.draft import Draft
from commands.voice import Voice
from data.dates import PartialDate
from data.errors import QuestionError
from data.facts.knowledge import Knowledge
from data.sources import Cite
from tests.commands.conftest import TODAY

MEETS, ENDS = "2025-06-24T14:00+02:00", "2025-06-25T16:30+02:00"

# language | as written | as shown
SHOWN = [
    ("en", "2025", "2025"),
    ("en", "2025-06", "June 2025"),
    ("en", "2025-06-05", "5 June 2025"),
    ("en", "2025-06-05T14:30+02:00", "5 June 2025, 14:30 (UTC+2)"),
    ("en", "2025-06-05T14:30:05+02:00", "5 June 2025, 14:30:05 (UTC+2)"),
    ("en", "2025-06-05T09:05-03:30", "5 June 2025, 09:05 (UTC-3:30)"),
    ("en", "2025-06-05T23:30-12:00", "5 June 2025, 23:30 (UTC-12)"),
    ("en", "2025-06-05T00:00Z", "5 June 2025, 00:00 (UTC)"),
    ("en-US", "2025-06-05T14:30+02:00", "June 5, 2025, 2:30\u202fPM (UTC+2)"),
    ("de", "2025-06-05T14:30+02:00", "5. Juni 2025, 14:30 (UTC+2)"),
    ("de-CH", "2025-06-05T14:30-02:00", "5. Juni 2025, 14:30 (UTC-2)"),
    ("tr", "2025-06-05T14:30+03:00", "5 Haziran 2025 14:30 (UTC+3)"),
]


@pytest.mark.parametrize(("language", "text", "shown"), SHOWN)
def test_a_date_is_shown_at_its_precision(language: str, text: str, shown: str) -> None:
    assert Voice.of(language).date(PartialDate.parse(text)) == shown


# first | last | as shown
SPANS = [
    ("2025-06-24", "2025-06-25", "24–25 June 2025"),
    (MEETS, ENDS, "24 June 2025, 14:00 (UTC+2) – 25 June 2025, 16:30 (UTC+2)"),
    (MEETS, "2025-06-25", "24 June 2025, 14:00 (UTC+2) – 25 June 2025"),
    ("2025-06-24", ENDS, "24 June 2025 – 25 June 2025, 16:30 (UTC+2)"),
]


@pytest.mark.parametrize(("first", "last", "shown"), SPANS)
def test_a_span_loses_no_time_of_day(first: str, last: str, shown: str) -> None:
    found = Voice.of("en").between(PartialDate.parse(first), PartialDate.parse(last))
    assert found == shown


def cited(desk: Desk) -> tuple[Cite, ...]:
    return (Cite(source=next(iter(desk.knowledge.sources)), locator="first paragraph"),)


def test_an_instant_in_an_answer_keeps_its_zone(desk: Desk) -> None:
    moment = Draft(desk, TODAY).moment(PartialDate.parse(MEETS), cited(desk))
    assert (moment.text, moment.iso) == ("24 June 2025, 14:00 (UTC+2)", MEETS)


def test_days_to_an_instant_are_counted_to_its_own_day(desk: Desk) -> None:
    draft = Draft(desk, date(2025, 6, 5))
    late = PartialDate.parse("2025-06-24T23:30-12:00")
    assert draft.days_between(draft.moment(late, cited(desk))).text == "in 19 days"


@pytest.mark.parametrize("text", ["2025-06-05T12:00Z", "2025-06-05T12:00", "2025-06-05Tnoon"])
def test_asked_about_a_time_of_day_a_day_is_wanted(text: str) -> None:
    with pytest.raises(QuestionError) as caught:
        read_day(text, TODAY)
    assert str(caught.value) == (
        f"'{text}' has a time, but only whole days can be asked about. Write 2025-06-05."
    )


def test_asked_about_a_day_that_does_not_exist_the_day_is_what_is_wrong() -> None:
    with pytest.raises(QuestionError, match=r"^'2025-02-30T12:00Z' is not a date we know"):
        read_day("2025-02-30T12:00Z", TODAY)


# language | as typed | the day an answer holds as of
WORDS = [
    ("en", "5 June 2025", "2025-06-05"),
    ("en", "June 5, 2025", "2025-06-05"),
    ("en", "5th of June 2025", "2025-06-05"),
    ("en", "june 2025", "2025-06-30"),
    ("en", "Nov 2026", "2026-11-25"),
    ("en", "yesterday", "2026-11-24"),
    ("en", "today", "2026-11-25"),
    ("fr", "5 juin 2025", "2025-06-05"),
    ("fr", "June 2025", "2025-06-30"),
    ("es", "5 de junio de 2025", "2025-06-05"),
    ("pl", "5 czerwca 2025", "2025-06-05"),
    ("ja", "2025年6月5日", "2025-06-05"),
    ("en", "The Hague declaration", "2025-06-25"),
    ("en", "the hague summit", "2025-06-25"),
    ("en", "Rutte's proposal", "2025-05-09"),
    ("en", "NATO figures of 28 August 2025", "2025-08-28"),
    ("en", "2025-06-05", "2025-06-05"),
]


@pytest.mark.parametrize(("language", "typed", "day"), WORDS)
def test_a_day_in_words_is_understood(
    knowledge: Knowledge, language: str, typed: str, day: str
) -> None:
    at = Desk.of(knowledge, Voice.of(language), TODAY)
    assert find_day(at, typed).isoformat() == day


# as typed | what the sentence must hold
NO_DAYS = [
    ("december 2026", "2026-12 is still ahead"),
    ("june", "'june' is not a date we know"),
    ("31 February 2025", "'31 February 2025' is not a date we know"),
    ("The Hage declaration", "Did you mean Defence investment commitment of The Hague agreed, 25"),
    ("x" * 200, "is not a date we know"),
]


@pytest.mark.parametrize(("typed", "words"), NO_DAYS)
def test_words_that_name_no_day_are_refused_with_what_would_work(
    desk: Desk, typed: str, words: str
) -> None:
    with pytest.raises(QuestionError) as caught:
        find_day(desk, typed)
    assert words in str(caught.value)
