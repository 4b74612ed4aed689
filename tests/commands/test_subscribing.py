"""What people write of a digest, and what is said of one."""

from datetime import UTC, date, datetime, time, timedelta
from gettext import NullTranslations

import pytest
from babel import Locale

from commands.subscribing import PARTS, PAUSED, QUIET, Wish, ahead, begun, changed, next_at
from commands.subscribing_steps import (
    PAUSED_BECAUSE,
    PAUSED_FOR,
    STEPS,
    Sent,
    find_day,
    nothing,
    recent_days,
    say_delay,
    step,
)
from commands.subscribing_times import (
    offered_days,
    read_days,
    read_hours,
    read_time,
    say_days,
)
from commands.voice import Voice
from data.errors import QuestionError
from data.subscriptions.delivery import Event, What
from data.subscriptions.model import Part, Pause, Quiet, Subscription

ENGLISH = Voice.of("en")
NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
DAY = date(2026, 11, 25)

TIMES = [
    ("en", "8", time(8)),
    ("en", "08", time(8)),
    ("en", "8:30", time(8, 30)),
    ("en", "08.30", time(8, 30)),
    ("en", "0830", time(8, 30)),
    ("en", "7 pm", time(19)),
    ("en", "7:05 P.M.", time(19, 5)),
    ("en", "12 am", time(0)),
    ("en", "12:30pm", time(12, 30)),
    ("en", "noon", time(12)),
    ("en", "midnight", time(0)),
    ("en", "at 8 o'clock", time(8)),
    ("fr", "7h30", time(7, 30)),
    ("fr", "19 h", time(19)),
    ("de", "19 Uhr 30", time(19, 30)),
    ("ja", "午後7時30分", time(19, 30)),
    ("ko", "오후 7:30", time(19, 30)),
    ("el", "7:30 μ.μ.", time(19, 30)),
    ("ar", "٨:٣٠", time(8, 30)),
    ("en", "８：３０", time(8, 30)),
]


@pytest.mark.parametrize(("language", "typed", "meant"), TIMES)
def test_a_time_is_read_as_people_write_it(language: str, typed: str, meant: time) -> None:
    # Also in languages that nobody is answered in.
    assert read_time(typed, Voice(Locale.parse(language), NullTranslations())) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "soon", "24:00", "25", "8:60", "8:3", "8:30:15", "-8", "13 pm", "0 pm", "pm", "8" * 200],
)
def test_what_is_no_time_is_refused_with_what_would_be_one(typed: str) -> None:
    with pytest.raises(QuestionError, match=r"is not a time of day\. Write it like 8:30, 19:05"):
        read_time(typed, ENGLISH)


DAYS = [
    ("en", "every day", "every day"),
    ("en", "daily", "every day"),
    ("en", "Mon-Fri", "weekdays"),
    ("en", "monday to friday", "weekdays"),
    ("en", "Sat/Sun", "weekends"),
    ("en", "Mondays", "Mondays"),
    ("en", "Mon, Wed and Fri", "Mon, Wed and Fri"),
    ("en", "Tues & thurs", "Tue and Thu"),
    ("en", "Fri – Mon", "Mon, Fri, Sat and Sun"),
    ("en", "mon mon", "Mondays"),
    ("fr", "lun-ven", "weekdays"),
    ("de", "Montag, Mittwoch", "Mon and Wed"),
]


@pytest.mark.parametrize(("language", "typed", "meant"), DAYS)
def test_days_are_read_in_words(language: str, typed: str, meant: str) -> None:
    assert say_days(read_days(typed, Voice.of(language)), ENGLISH) == meant


@pytest.mark.parametrize(
    "typed", ["", "never", "and", "Mon to", "to Mon", "Mon to never", "," * 99]
)
def test_what_names_no_days_is_refused(typed: str) -> None:
    with pytest.raises(QuestionError, match=r"names no days of the week\. Write every day"):
        read_days(typed, ENGLISH)


def test_every_day_that_is_offered_is_understood() -> None:
    offered = [
        each.value for typed in ("", "w", "mon to thu") for each in offered_days(ENGLISH, typed)
    ]
    assert len(offered) > 10
    assert [each for each in offered if not read_days(each, ENGLISH)] == []


def test_hours_are_whole_and_of_one_day() -> None:
    assert [read_hours(each) // timedelta(hours=1) for each in ("0", "6", "24")] == [0, 6, 24]
    for wrong in ("25", "-1", "1.5", "many", "", "1" * 50):
        with pytest.raises(QuestionError, match="is no number of hours from 0 to 24"):
            read_hours(wrong)


def made(wish: Wish | None = None) -> Subscription:
    return begun(
        wish or Wish(time="10:30", zone="Paris"),
        id="ab12cd34",
        guild=1,
        channel=2,
        owner=3,
        now=NOW,
        voice=ENGLISH,
    )


def test_what_is_left_open_is_as_usual() -> None:
    sub = made()
    assert (sub.schedule.zone, len(sub.schedule.weekdays)) == ("Europe/Paris", 7)
    assert (sub.quiet, sub.late, sub.crosspost) == (Quiet.SHORTEN, timedelta(hours=6), False)
    assert sub.parts == frozenset(Part)


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (Wish(zone="Paris"), "At what time is it to come?"),
        (Wish(time="8"), "In which time zone?"),
        (Wish(time="8", zone="Paris", language="xx"), "Digests do not come in 'xx'"),
        (Wish(time="8", zone="Paris", quiet="hush"), "Write one of: send, shorten, skip."),
        (Wish(time="8", zone="Paris", parts={Part.NEWS: False}), "cannot be left out"),
    ],
)
def test_a_wish_that_cannot_be_granted_is_refused(wish: Wish, told: str) -> None:
    with pytest.raises(QuestionError, match=told):
        made(wish)


def test_another_schedule_counts_from_now_on_and_other_settings_do_not() -> None:
    sub, later = made(), NOW + timedelta(hours=1)
    quiet = changed(sub, Wish(quiet="skip"), now=later, voice=ENGLISH)
    moved = changed(sub, Wish(time="9"), now=later, voice=ENGLISH)
    assert (quiet.since, moved.since) == (NOW, later)


def test_the_first_one_comes_after_it_was_subscribed_to() -> None:
    assert next_at(made(), NOW) == NOW + timedelta(days=1)


def test_every_way_to_be_paused_is_said() -> None:
    for reason in Pause:
        sub = changed(made(), Wish(), now=NOW, voice=ENGLISH)
        paused = Subscription(
            **{name: getattr(sub, name) for name in sub.__dataclass_fields__}
            | {"paused": reason, "paused_at": NOW}
        )
        assert ahead(paused, NOW).template == PAUSED[reason]


def test_every_word_of_the_model_has_its_sentence() -> None:
    assert set(STEPS) == set(What)
    assert (set(QUIET), set(PARTS)) == (set(Quiet), set(Part))
    assert set(PAUSED) == set(PAUSED_FOR) == set(PAUSED_BECAUSE) == set(Pause)


def test_every_step_is_said_with_and_without_detail() -> None:
    for what in What:
        for detail in ("", "503: {braces}"):
            event = Event(
                subscription="ab12cd34", day=DAY, at=NOW, what=what, detail=detail, worker="w"
            )
            told = step(made(), event, ENGLISH, Sent(NOW, 2))
            filled = ENGLISH.text(told.template).format(**dict.fromkeys(told.values, "x"))
            assert filled.startswith("x: ")


# day | what is said where nothing happened
NOTHING = [
    (date(2026, 11, 25), "It was subscribed to, resumed or given another time"),
    (date(2026, 11, 26), "It is still ahead"),
]


def test_a_day_without_steps_is_explained() -> None:
    for day, told in NOTHING:
        assert nothing(made(), day, NOW, ENGLISH).template.startswith(told)
    late = NOW + timedelta(days=3)
    missed = nothing(made(), date(2026, 11, 26), late, ENGLISH)
    assert missed.template.endswith("Is the bot running?")
    samoa = made(Wish(time="8", zone="Pacific/Apia"))
    gone = nothing(samoa, date(2011, 12, 30), NOW, ENGLISH)
    assert gone.template.startswith("There is no {day}")


def test_days_are_those_of_the_digests_own_zone() -> None:
    sub = made(Wish(time="8", zone="Pacific/Auckland", days="weekdays"))
    evening = datetime(2026, 11, 26, 20, tzinfo=UTC)
    assert find_day(sub, None, evening) == date(2026, 11, 27)
    assert find_day(sub, "yesterday", evening) == date(2026, 11, 26)
    recent = recent_days(sub, evening + timedelta(days=1), most=3)
    assert list(recent) == [date(2026, 11, 27), date(2026, 11, 26), date(2026, 11, 25)]


def test_a_clock_that_went_back_makes_no_negative_delay() -> None:
    assert say_delay(timedelta(seconds=-5), ENGLISH) == "0 seconds"
    assert say_delay(timedelta(seconds=3), ENGLISH) == "3 seconds"
