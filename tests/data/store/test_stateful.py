"""Whatever people and releases write, in whatever order: the store answers as the model does."""

import asyncio
import itertools
import shutil
from collections.abc import Coroutine, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from data.catalogue.model import Catalogue
from data.dates import PartialDate
from data.errors import Article3Error, RecordError
from data.facts.kinds import FACTS, KINDS, Value
from data.facts.knowledge import Fact, Knowledge
from data.facts.log import Action, Entry, FigureEntry
from data.facts.records import (
    Attendance,
    Meeting,
    Pledge,
    Position,
    Presence,
    Stance,
    Statement,
)
from data.members import Member
from data.rules import Category, Commitment, Edition, Observation, Status, StatusChange
from data.sources import Cite
from data.store import Store
from tests.data.store.conftest import (
    CITES,
    EDITION,
    REPORT,
    SHARE,
    SPAIN,
    SUMMIT,
    address,
    catalogue,
    guest,
)
from tests.data.store.model import Figure, Model, Place, is_same, place_of, rests_on

R = TypeVar("R")

BOUNDED = settings(
    deadline=None,
    print_blob=True,
    # Each example is a database of its own: making one smaller takes minutes, and tells little.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

EXAMPLES = 14

BEGINNING = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
DAY = timedelta(days=1)

KNOWN = st.sampled_from(
    ["2025-06-03", "2025-06", "2025-06-10", "2025-06-10T23:30-05:00", "2025-07-01", "2025"]
).map(PartialDate.parse)
STILL_TO_COME = PartialDate(2030, 1, 1)
SOMETIMES_TO_COME = st.integers(0, 19).flatmap(lambda n: KNOWN if n else st.just(STILL_TO_COME))
"""Nobody can know a thing on a day that is still to come."""
DAYS = sorted(
    {date(2025, 6, 1), date(2025, 8, 28), date(1982, 5, 30), date(2024, 1, 1), date(2024, 6, 1)}
    | {date(2025, 6, 3), date(2025, 6, 10), date(2025, 6, 30), date(2025, 7, 1)}
    | {date(2025, 8, 1)}
    | {date(2025, 12, 31), date(2004, 3, 29), BEGINNING.date()}
)
"""Every day on which anything that these tests record can begin or end to be known."""
AROUND = sorted({*DAYS, *(day - DAY for day in DAYS), date.min, date.max})
MOMENTS = st.one_of(st.integers(1, 100_000), st.integers(1, 100_000), st.integers(-200_000, 0)).map(
    lambda seconds: timedelta(seconds=seconds)
)
"""A clock may be put back."""

WIRE = replace(REPORT, id="wire", title="A dispatch", published_on=PartialDate(2024, 6, 1))
LATVIA = Member(id="LVA", iso2="LV", joined=date(2004, 3, 29), armed_forces=True, cites=CITES)
SOURCES = st.sampled_from(
    [REPORT, replace(REPORT, title="The report"), WIRE, replace(WIRE, title="The dispatch")]
)
CITED = st.sampled_from([CITES, (Cite(source="wire", locator="x"), *CITES)])
MEMBERS = st.sampled_from(
    [SPAIN, LATVIA, replace(LATVIA, armed_forces=False), replace(SPAIN, armed_forces=False)]
)
SECOND = replace(EDITION, id="2024-06-17", published_on=PartialDate(2024, 1, 1))
EDITIONS = st.sampled_from(
    [EDITION, SECOND, replace(EDITION, title="The tables"), replace(SECOND, price_base=2015)]
)
CLAIMS = st.sampled_from(["It was said.", "It was said again."])
CODES = st.sampled_from(["ESP", "LVA"])
PLANS = st.sampled_from(["five", "three"])
MEETINGS = st.sampled_from(["the-hague-2025", "the-hague-2025", "vilnius-2026"])
SUBJECTS = st.one_of(PLANS, MEETINGS, CODES)


def stance(name: str, member: str, claim: str, known: PartialDate, about: str | None) -> Stance:
    return Stance(
        id=name,
        member=member,
        commitment=about,
        position=Position.SUPPORTS,
        party=member,
        said_on=PartialDate(2025),
        claim=claim,
        known_on=known,
        cites=CITES,
    )


def meeting(name: str, subject: str, city: str | None, known: PartialDate) -> Meeting:
    return replace(SUMMIT, id=name, meeting=subject, city=city, known_on=known)


def commitment(name: str, title: str, known: PartialDate, agreed: bool) -> Commitment:
    change = StatusChange(status=Status.PROPOSED, on=known, known_on=known, cites=CITES)
    later = PartialDate(2025, 8, 1)
    then = StatusChange(status=Status.AGREED, on=later, known_on=later, cites=CITES)
    return Commitment(
        id=name,
        title=title,
        by_whom="Allies",
        claim="It is proposed.",
        history=(change, then) if agreed else (change,),
        clauses=(),
    )


def pledge(
    name: str, claim: str, known: PartialDate, members: tuple[str, ...], share: str
) -> Pledge:
    return Pledge(
        id=name,
        members=members,
        kind="pledge",
        category=Category.TOTAL,
        share=Decimal(share),
        claim=claim,
        known_on=known,
        cites=CITES,
    )


def statement(claim: str, known: PartialDate, about: str) -> Statement:
    return Statement(
        id="statement",
        kind="warning",
        about=about,
        party="EU",
        said_on=PartialDate(2025),
        claim=claim,
        known_on=known,
        cites=CITES,
    )


def attendance(
    subject: str, status: Presence, known: PartialDate, cites: tuple[Cite, ...]
) -> Attendance:
    return replace(guest(status), meeting=subject, known_on=known, cites=cites)


def facts(known: st.SearchStrategy[PartialDate]) -> st.SearchStrategy[Fact]:
    return st.one_of(
        st.builds(
            stance,
            st.sampled_from(["spain", "latvia"]),
            CODES,
            CLAIMS,
            known,
            st.none() | PLANS,
        ),
        st.builds(attendance, MEETINGS, st.sampled_from(Presence), known, CITED),
        st.builds(
            meeting,
            st.sampled_from(["hague", "hague-again"]),
            MEETINGS,
            st.sampled_from([None, "The Hague"]),
            known,
        ),
        st.builds(commitment, PLANS, CLAIMS, known, st.booleans()),
        st.builds(
            pledge,
            # The id of an attendance, now and then.
            st.sampled_from(["pledge", "pledge", "guest"]),
            CLAIMS,
            known,
            st.lists(CODES, min_size=1, max_size=2, unique=True).map(tuple),
            st.sampled_from(["2", "3.5"]),
        ),
        st.builds(statement, CLAIMS, known, SUBJECTS),
    )


VALUES: st.SearchStrategy[Value] = st.one_of(
    facts(SOMETIMES_TO_COME), facts(SOMETIMES_TO_COME), SOURCES, MEMBERS, EDITIONS
)
FIGURES = st.builds(
    lambda member, year, value: replace(SHARE, member=member, year=year, value=Decimal(value)),
    CODES,
    st.sampled_from([2021, 2022, 2023, 2024, 2025]),
    st.sampled_from(["2.1", "2.10", "1.9"]),
)
FACTS_KNOWN = facts(KNOWN)


def apart(figures: list[Observation]) -> tuple[Observation, ...]:
    """The first of each member and year."""
    return tuple({(each.member, each.year): each for each in reversed(figures)}.values())


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    """A release that does not contradict itself; most hold all members, and the newest edition."""
    is_whole = draw(st.sampled_from([True, True, False]))
    members = {"ESP": SPAIN, "LVA": LATVIA} if is_whole else {}
    members |= {each.id: each for each in draw(st.lists(MEMBERS, max_size=2))}
    sources = {"report": REPORT, "wire": WIRE} | {
        each.id: each for each in draw(st.lists(SOURCES, max_size=1))
    }
    editions = {EDITION.id: EDITION} if is_whole else {}
    editions |= {each.id: each for each in draw(st.lists(EDITIONS, max_size=2))}
    given = {each.id: each for each in draw(st.lists(FACTS_KNOWN, max_size=6))}
    there = {place_of(each) for each in (*members.values(), *sources.values())}
    there |= {place_of(each) for each in given.values() if isinstance(each, Commitment)}
    there |= {("gathering", each.meeting) for each in given.values() if isinstance(each, Meeting)}
    figures = st.lists(FIGURES, max_size=3).map(apart)
    return Catalogue(
        sources=tuple(sources.values()),
        members=tuple(members.values()),
        editions=tuple(
            (each, tuple(value for value in draw(figures) if value.member in members))
            for each in editions.values()
        ),
        facts=tuple(each for each in given.values() if rests_on(each) <= there),
        fingerprint=str(draw(st.integers(0, 10**9))),
    )


Write = tuple[str, Value, PartialDate]
WRITES = st.tuples(
    st.sampled_from(
        ["put", "put", "put", "record", "correct", "correct from", "mend", "retract", "withdraw"]
    ),
    VALUES,
    SOMETIMES_TO_COME,
)
"""What a person does to a record, and from which day on where that is said. What is put is recorded
where it is not there, and corrected where it is."""
RELEASES = catalogues()
ORPHAN = replace(guest(Presence.INVITED), id="orphan", cites=(Cite(source="nowhere", locator="x"),))


class Log(RuleBasedStateMachine):
    """A store and the model, to which the same is done. `now` is the latest moment of all."""

    def __init__(self, prepared: Path, file: Path) -> None:
        super().__init__()
        shutil.copyfile(prepared, file)
        self.loop = asyncio.Runner()
        self.opened = Store.open(address(file))
        self.store: Store = self.run(self.opened.__aenter__())
        self.model = Model()
        self.now = BEGINNING
        self.answers: list[tuple[Place, date, datetime, Value | None]] = []
        five = commitment("five", "Five", PartialDate(2025, 6, 3), False)
        spain = stance("spain", "ESP", "It was said.", PartialDate(2025, 6, 3), "five")
        self.load(catalogue(SUMMIT, five, spain, guest(Presence.INVITED)))

    def teardown(self) -> None:
        try:
            self.run(agrees(self.store, self.model))
            for place, day, at, answer in self.answers[:: len(self.answers) // 10 + 1]:
                assert self.fact(place, day, at) == answer
        finally:
            self.run(self.opened.__aexit__(None, None, None))
            self.loop.close()

    def run(self, work: Coroutine[Any, Any, R]) -> R:
        return self.loop.run(work)

    def fact(self, place: Place, day: date, at: datetime | None) -> Value | None:
        return self.run(self.store.fact(KINDS[place[0]], place[1], day, at=at))

    def attempt(self, allowed: bool, work: Coroutine[Any, Any, object]) -> bool:
        """Does what the model allows, and sees that all else is refused."""
        if allowed:
            self.run(work)
            return True
        with pytest.raises(RecordError):
            self.run(work)
        assert self.run(self.store.change_counter()) == self.model.counter
        return False

    def moment(self, later: timedelta) -> datetime:
        """When the next write is said to be done. What was answered at a moment after that may be
        written into yet."""
        at = max(self.now + later, BEGINNING)
        self.answers = [each for each in self.answers if each[2] < at]
        self.now = max(self.now, at)
        return at

    @rule(writes=st.lists(WRITES, min_size=6, max_size=12), later=MOMENTS)
    def write_some(self, writes: list[Write], later: timedelta) -> None:
        for how, value, day in writes:
            self.write(how, value, day, self.moment(later))
            self.look_at(place_of(value))

    def write(self, how: str, value: Value, day: PartialDate, at: datetime) -> None:
        match how:
            case "put" if not self.model.lives(place_of(value)):
                self.record(value, at)
            case "record":
                self.record(value, at)
            case "retract" | "withdraw":
                self.retract(place_of(value), None if how == "retract" else day, at)
            case _:
                self.correct(value, day if how == "correct from" else None, how == "mend", at)

    def record(self, value: Value, at: datetime) -> None:
        allowed = self.model.may_record(value, at.date())
        if self.attempt(allowed, self.store.record(value, by="ann", at=at)):
            self.model.record(value, "ann", at)

    def correct(self, value: Value, day: PartialDate | None, mend: bool, at: datetime) -> None:
        allowed = self.model.may_correct(value, at.date(), day, mend=mend)
        work = self.store.correct(
            value, by="bob", because="It erred.", at=at, mend=mend, known_on=day
        )
        if self.attempt(allowed, work):
            self.model.correct(value, "bob", at, "It erred.", day, mend=mend)

    def retract(self, place: Place, day: PartialDate | None, at: datetime) -> None:
        work = self.store.retract(
            KINDS[place[0]], place[1], by="cem", because="It is gone.", at=at, known_on=day
        )
        if self.attempt(self.model.may_retract(place, at.date(), day), work):
            self.model.retract(place, "cem", at, "It is gone.", day)

    @rule(how=st.sampled_from(["new", "new", "again", "twice", "orphan"]), release=RELEASES)
    def release(self, how: str, release: Catalogue) -> None:
        if how in ("new", "again"):
            self.load(release if how == "new" else self.loaded)
        else:
            self.load_in_vain(release, (SUMMIT, SUMMIT) if how == "twice" else (ORPHAN,))

    def load(self, release: Catalogue) -> None:
        at = self.moment(DAY)
        announced = self.run(self.store.compare(release))
        done = self.run(self.store.sync(release, now=at))
        assert done == announced or release.fingerprint == self.model.loaded
        self.model.sync(release, at)
        self.loaded = release

    def load_in_vain(self, release: Catalogue, bad: tuple[Fact, ...]) -> None:
        broken = replace(release, facts=(*release.facts, *bad), fingerprint="broken")
        with pytest.raises(Article3Error):
            self.run(self.store.sync(broken, now=self.now + DAY))
        assert self.run(self.store.change_counter()) == self.model.counter

    @rule(
        how=st.sampled_from(["record", "record", "correct", "retract"]),
        edition=st.sampled_from([EDITION.id, EDITION.id, SECOND.id]),
        values=st.lists(FIGURES, max_size=3).map(apart).map(list),
        later=MOMENTS,
    )
    def write_figures(
        self, how: str, edition: str, values: list[Observation], later: timedelta
    ) -> None:
        at = self.moment(later)
        if how == "record":
            self.record_figures(edition, values, at)
        elif how == "correct":
            self.correct_figures(edition, values, at)
        else:
            self.retract_figures(edition, values, at)
        for value in values:
            of = figure_of(edition, value)
            history = self.run(self.store.figure_history(*of))
            assert exact(history) == exact(self.model.held(of))
        assert self.run(self.store.change_counter()) == self.model.counter

    def record_figures(self, edition: str, values: list[Observation], at: datetime) -> None:
        of = [figure_of(edition, value) for value in values]
        is_new = all(each not in self.model.standing() for each in of)
        are_sound = all(self.is_sound(edition, value) for value in values)
        work = self.store.record_figures(edition, values, by="ann", at=at)
        if self.attempt(is_new and len(of) == len(set(of)) and are_sound, work) and values:
            for each, value in zip(of, values, strict=True):
                self.model.put_figure(each, "recorded", value, "ann", at)
            self.model.counter += 1

    def correct_figures(self, edition: str, values: list[Observation], at: datetime) -> None:
        for value in values:
            now = self.model.figure(figure_of(edition, value))
            is_new = now is not None and not is_same(now, value)
            work = self.store.correct_figure(edition, value, by="bob", because="It erred.", at=at)
            if self.attempt(is_new and self.is_sound(edition, value), work):
                self.put_figure("corrected", figure_of(edition, value), value, "bob", at)

    def retract_figures(self, edition: str, values: list[Observation], at: datetime) -> None:
        for of in (figure_of(edition, value) for value in values):
            work = self.store.retract_figure(*of, by="cem", because="It erred.", at=at)
            if self.attempt(of in self.model.standing(), work):
                self.put_figure("retracted", of, None, "cem", at)

    def put_figure(
        self, action: Action, of: Figure, value: Observation | None, by: str, at: datetime
    ) -> None:
        self.model.put_figure(of, action, value, by, at, "It erred.")
        self.model.counter += 1

    def is_sound(self, edition: str, value: Observation) -> bool:
        of = self.model.now("edition").get(edition)
        is_member = self.model.lives(("member", value.member))
        return isinstance(of, Edition) and is_member and value.year <= of.published_on.year

    def look_at(self, place: Place) -> None:
        """What is known of a record on each day, and what was written of it."""
        assert self.run(self.store.change_counter()) == self.model.counter
        history = self.run(self.store.history(KINDS[place[0]], place[1]))
        assert history == tuple(self.model.states(place))
        for day in boundaries(history):
            answer = self.fact(place, day, None)
            assert answer == self.model.fact(place, day)
            self.answers.append((place, day, self.now, answer))

    @rule(kind=st.sampled_from(sorted(FACTS)), back=st.integers(0, 30))
    def ask_of_the_past(self, kind: str, back: int) -> None:
        """As the log was when one of its last entries was written, or just before that."""
        entry = self.model.entries[max(len(self.model.entries) - 1 - back // 2, 0)]
        at = entry.at - timedelta(seconds=back % 2)
        assert_same(self.run(self.store.knowledge(at=at)), self.model, at)
        since = self.run(self.store.recorded(at, self.now))
        later = [each for each in self.model.entries if each.at > at]
        assert sorted(since, key=_by_place) == sorted(later, key=_by_place)
        for day in boundaries(self.model.states((entry.kind, entry.id))):
            place = (entry.kind, entry.id)
            assert self.fact(place, day, at) == self.model.fact(place, day, at)
        for day in boundaries(each for each in self.model.entries if each.kind == kind):
            found = self.run(self.store.known(FACTS[kind], day, at=at))
            assert sorted(found, key=lambda each: each.id) == self.model.known(kind, day, at)

    @rule(one=st.sampled_from(AROUND), other=st.sampled_from(AROUND))
    def compare(self, one: date, other: date) -> None:
        since, until = min(one, other), max(one, other)
        found = self.run(self.store.changes(since, until))
        told = {
            (each.entry.kind, each.entry.id): (each.before, each.after, each.entry)
            for each in found
        }
        assert told == self.model.changes(since, until)
        assert len(found) == len(told)


def figure_of(edition: str, value: Observation) -> Figure:
    return (edition, value.member, value.indicator, value.year)


def exact(entries: Iterable[FigureEntry]) -> list[tuple[FigureEntry, str | None]]:
    """With the places that are written, which make no difference to a number."""
    return [(each, None if each.value is None else str(each.value.value)) for each in entries]


def boundaries(entries: Iterable[Entry]) -> list[date]:
    """The days on which anything may begin or end to be known, and the days before."""
    days = {day for each in entries for day in (each.known_from, each.governs_from)}
    return sorted(days | {day - DAY for day in days if day > date.min})


def assert_same(known: Knowledge, model: Model, at: datetime | None = None) -> None:
    """The snapshot says on every day what the model says."""
    assert {each.id: each for each in known.roster} == model.now("member", at)
    assert known.sources == model.now("source", at)
    assert known.ledger == model.ledger(at)
    for name, kind in FACTS.items():
        for day in boundaries(each for each in model.entries if each.kind == name):
            found = sorted(known.known(kind, day), key=lambda each: each.id)
            assert found == model.known(name, day, at)


async def agrees(store: Store, model: Model) -> None:
    """The snapshot, the tables and the model say the same, of every day and of the whole log."""
    known = await store.knowledge()
    assert_same(known, model)
    for name, kind in FACTS.items():
        for day in boundaries(each for each in model.entries if each.kind == name):
            assert await store.known(kind, day) == known.known(kind, day)
    for kind, name in model.places():
        assert await store.history(KINDS[kind], name) == tuple(model.states((kind, name)))
    for of in {of for of, _ in model.figures}:
        assert exact(await store.figure_history(*of)) == exact(model.held(of))
    written = await store.recorded(datetime.min.replace(tzinfo=UTC), model.entries[-1].at)
    assert sorted(written, key=_by_place) == sorted(model.entries, key=_by_place)


def _by_place(entry: Entry) -> tuple[str, str, int]:
    return (entry.kind, entry.id, entry.number)


def test_the_store_answers_as_the_model(prepared: Path, tmp_path: Path) -> None:
    files = (tmp_path / f"{number}.db" for number in itertools.count())

    class Prepared(Log):
        def __init__(self) -> None:
            super().__init__(prepared, next(files))

    run_state_machine_as_test(
        Prepared, settings=settings(BOUNDED, max_examples=EXAMPLES, stateful_step_count=12)
    )


@settings(BOUNDED, max_examples=12)
@given(releases=st.lists(RELEASES, min_size=2, max_size=4))
def test_an_old_database_brought_up_to_date_answers_as_a_new_one(
    prepared: Path, tmp_path_factory: pytest.TempPathFactory, releases: list[Catalogue]
) -> None:
    folder = tmp_path_factory.mktemp("releases")
    shutil.copyfile(prepared, folder / "old.db")
    shutil.copyfile(prepared, folder / "new.db")

    async def both() -> tuple[Knowledge, Knowledge]:
        return (
            await loaded(folder / "old.db", releases),
            await loaded(folder / "new.db", releases[-1:]),
        )

    old, new = asyncio.run(both())
    assert (old.roster, old.ledger) == (new.roster, new.ledger)
    # An old database keeps the sources of what it said once.
    assert new.sources.items() <= old.sources.items()
    assert old.revisions == new.revisions


async def loaded(file: Path, releases: list[Catalogue]) -> Knowledge:
    async with Store.open(address(file)) as store:
        for number, release in enumerate(releases):
            await store.sync(
                replace(release, fingerprint=str(number)), now=BEGINNING + number * DAY
            )
        return await store.knowledge()
