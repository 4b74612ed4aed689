"""Whatever releases say, a database that saw them all answers like one that saw the last."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from data.facts.log import visible_on
from data.facts.records import Attendance, Presence
from data.store import bodies
from data.store.plan import Held, Plan, plan
from data.store.writing import Draft
from tests.data.store.conftest import guest

DAYS = [date(2025, 5, day) for day in (1, 31)] + [date(2025, 6, day) for day in range(1, 31)]

facts = st.builds(
    guest,
    st.sampled_from([Presence.INVITED, Presence.CONFIRMED]),
    st.sampled_from(["2025-06-03", "2025-06", "2025-06-05", "2025-05"]),
)
releases = st.lists(st.none() | facts, max_size=8)


class State:
    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.governs_from = draft.governs_from
        self.known_from = draft.known_on.last
        self.is_retraction = draft.value is None


class Log:
    """The states of one fact, as the tables would hold them."""

    def __init__(self) -> None:
        self.states: list[State] = []

    def sync(self, fact: Attendance | None) -> Plan:
        found = plan([fact] if fact else [], self._held(), [], {})
        for each in found.drafts:
            assert each.number == len(self.states) + 1
            self.states.append(State(each))
        return found

    def answer(self, day: date) -> object:
        state = visible_on(self.states, day)
        return None if state is None else state.draft.value

    def _held(self) -> dict[str, Held]:
        if not self.states:
            return {}
        draft = self.states[-1].draft
        body = None if draft.value is None else bodies.text(draft.value)
        return {
            draft.key: Held(
                key=draft.key,
                kind=draft.kind,
                number=draft.number,
                body=body,
                is_ours=True,
                known_on=str(draft.known_on),
            )
        }


def after(*shipped: Attendance | None) -> Log:
    log = Log()
    for each in shipped:
        log.sync(each)
    return log


@given(releases)
def test_a_database_that_saw_every_release_answers_like_one_that_saw_the_last(
    shipped: list[Attendance | None],
) -> None:
    old, fresh = after(*shipped), after(*shipped[-1:])
    assert [old.answer(day) for day in DAYS] == [fresh.answer(day) for day in DAYS]


@given(releases)
def test_a_release_that_says_the_same_writes_nothing(shipped: list[Attendance | None]) -> None:
    log = after(*shipped)
    if shipped:
        assert log.sync(shipped[-1]).drafts == []


@given(releases)
def test_every_state_that_a_release_wrote_stays_in_the_log(
    shipped: list[Attendance | None],
) -> None:
    log = Log()
    for each in shipped:
        before = list(log.states)
        log.sync(each)
        assert log.states[: len(before)] == before
        newest = log.states[-1].draft.value if log.states else None
        assert newest == each
