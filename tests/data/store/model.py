"""A model of the store that is too simple to be wrong: a list of everything that was ever written,
read from one end to the other for each question."""

from datetime import date, datetime

from data.catalogue.model import Catalogue
from data.dates import Order, PartialDate, order
from data.facts.kinds import FACTS, NAMES, Value
from data.facts.log import Action, Entry, FigureEntry, Origin
from data.facts.records import Attendance, Meeting, Pledge, Stance, Statement
from data.members import Member
from data.rules import Commitment, Edition, Indicator, Ledger, Observation
from data.sources import Source
from data.store.plan import CATALOGUE, CORRECTED, RETRACTED

Place = tuple[str, str]
"""The name of a kind, and an id; a meeting that records are about is of the kind `gathering`."""
Figure = tuple[str, str, Indicator, int]
"""Edition, member, indicator, year."""
Told = tuple[Value | None, Value | None, Entry]
"""What was known before and after, and what brought that about."""

FIRST_DAY = date.min


def place_of(value: Value) -> Place:
    return (NAMES[type(value)], value.id)


def known_on(value: Value) -> PartialDate:
    if isinstance(value, Source | Edition):
        return value.published_on
    if isinstance(value, Member):
        return PartialDate.of(value.joined)
    return value.history[0].known_on if isinstance(value, Commitment) else value.known_on


def cited(value: Value) -> set[Place]:
    if isinstance(value, Source):
        return set()
    parts = value.history if isinstance(value, Commitment) else (value,)
    return {("source", cite.source) for part in parts for cite in part.cites}


def rests_on(value: Value) -> set[Place]:
    """What there has to be for a record, and what it therefore keeps. A record of a meeting needs
    no other one."""
    found = cited(value)
    if isinstance(value, Stance):
        found.add(("member", value.member))
        if value.commitment is not None:
            found.add(("commitment", value.commitment))
    elif isinstance(value, Pledge):
        found |= {("member", each) for each in value.members}
    elif isinstance(value, Attendance):
        found.add(("gathering", value.meeting))
    elif isinstance(value, Statement):
        found.add(subject_of(value))
    return found


def subject_of(value: Statement) -> Place:
    """These tests give meetings longer names than commitments, and members short ones in capitals,
    so what a statement is about shows in its name."""
    if value.about.isupper():
        return ("member", value.about)
    return ("gathering" if "-" in value.about else "commitment", value.about)


def is_same(one: Observation | None, other: Observation | None) -> bool:
    """Whether two figures are the same to the last place that is written."""
    return one == other and (one is None or other is None or str(one.value) == str(other.value))


class Model:
    """Knows nothing of columns, rows or intervals. `counter` is how often anything was written."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.figures: list[tuple[Figure, FigureEntry]] = []
        self.loaded: str | None = None
        self.counter = 0

    # What is asked of it.

    def states(self, place: Place, at: datetime | None = None) -> list[Entry]:
        """Everything ever written of one record, by a moment."""
        return [
            each
            for each in self.entries
            if (each.kind, each.id) == place and (at is None or each.at <= at)
        ]

    def decisive(self, place: Place, day: date, at: datetime | None = None) -> Entry | None:
        """Of all that was written of a record and speaks of that day, what was written last."""
        said = [each for each in self.states(place, at) if each.governs_from <= day]
        return said[-1] if said else None

    def fact(self, place: Place, day: date, at: datetime | None = None) -> Value | None:
        said = self.decisive(place, day, at)
        return None if said is None or day < said.known_from else said.value

    def places(self) -> list[Place]:
        return sorted({(each.kind, each.id) for each in self.entries})

    def known(self, kind: str, day: date, at: datetime | None = None) -> list[Value]:
        """All of a kind that was known on a day, in the order of ids."""
        found = (self.fact(place, day, at) for place in self.places() if place[0] == kind)
        return [each for each in found if each is not None]

    def changes(self, since: date, until: date) -> dict[Place, Told]:
        """Facts and editions of which something else was known on one day than on the other."""
        found: dict[Place, Told] = {}
        for place in self.places():
            before, after = self.fact(place, since), self.fact(place, until)
            said = self.decisive(place, until)
            if place[0] in (*FACTS, "edition") and before != after and said is not None:
                found[place] = (before, after, said)
        return found

    def now(self, kind: str, at: datetime | None = None) -> dict[str, Value]:
        """The newest state of each record of a kind, by id; those that were retracted are out."""
        newest = {place: self.states(place, at) for place in self.places() if place[0] == kind}
        values = {place[1]: states[-1].value for place, states in newest.items() if states}
        return {name: value for name, value in values.items() if value is not None}

    def held(self, of: Figure, at: datetime | None = None) -> list[FigureEntry]:
        """Everything ever written of one figure."""
        return [each for own, each in self.figures if own == of and (at is None or each.at <= at)]

    def figure(self, of: Figure, at: datetime | None = None) -> Observation | None:
        states = self.held(of, at)
        return states[-1].value if states else None

    def standing(self, at: datetime | None = None) -> dict[Figure, Observation]:
        """Every figure that was not retracted."""
        found = {of: self.figure(of, at) for of, _ in self.figures}
        return {of: value for of, value in found.items() if value is not None}

    def ledger(self, at: datetime | None = None) -> Ledger:
        standing = self.standing(at).items()
        return Ledger.of(
            (edition, [value for of, value in standing if of[0] == edition.id])
            for edition in self.now("edition", at).values()
            if isinstance(edition, Edition)
        )

    # What it lets happen.

    def lives(self, place: Place) -> bool:
        """A meeting does while any record of it does."""
        if place[0] == "gathering":
            return bool(self.records_of(place[1]))
        return place[1] in self.now(place[0])

    def records_of(self, meeting: str) -> set[Place]:
        """What is recorded of a meeting, as things stand."""
        found = self.now("meeting").values()
        return {
            place_of(each)
            for each in found
            if isinstance(each, Meeting) and each.meeting == meeting
        }

    def is_sound(self, value: Value, today: date) -> bool:
        return all(map(self.lives, rests_on(value))) and known_on(value).first <= today

    def is_taken(self, place: Place) -> bool:
        """Whether a fact of another kind has, or ever had, this id."""
        return place[0] in FACTS and any(
            kind in FACTS and kind != place[0] and name == place[1] for kind, name in self.places()
        )

    def may_record(self, value: Value, today: date) -> bool:
        place = place_of(value)
        return not (self.lives(place) or self.is_taken(place)) and self.is_sound(value, today)

    def may_correct(
        self, value: Value, today: date, day: PartialDate | None, *, mend: bool
    ) -> bool:
        now = self.now(place_of(value)[0]).get(value.id)
        if now is None or now == value or (day is not None and day.first > today):
            return False
        moves = (
            isinstance(value, Meeting) and isinstance(now, Meeting) and value.meeting != now.meeting
        )
        if moves and self.needs(place_of(value)):
            return False
        return self.start(value, day, mend=mend) is not None and self.is_sound(value, today)

    def may_retract(self, place: Place, today: date, day: PartialDate | None) -> bool:
        if place[0] == "source" or not self.lives(place) or self.needs(place):
            return False
        since = self.states(place)[-1].known_on
        return day is None or (day.first <= today and order(day, since) is not Order.BEFORE)

    def needs(self, place: Place) -> bool:
        """Whether anything would be left hanging if this record were gone."""
        value = self.now(place[0])[place[1]]
        if not isinstance(value, Meeting):
            return self.carries(place) or any(place[1] in of[:2] for of in self.standing())
        is_last = self.records_of(value.meeting) == {place}
        return is_last and self.carries(("gathering", value.meeting))

    def carries(self, place: Place) -> bool:
        """Whether another record rests on this one, as things stand."""
        return any(place in rests_on(each) for each in self.standing_records())

    def standing_records(self, origin: Origin | None = None) -> list[Value]:
        newest = [self.states(each)[-1] for each in self.places()]
        return [
            each.value
            for each in newest
            if each.value is not None and origin in (None, each.origin)
        ]

    def kept_for_people(self) -> set[Place]:
        """What a release leaves in place: what people's records and figures rest on, what that
        rests on, and so on; of a meeting all records of it."""
        found = {each for value in self.standing_records("person") for each in rests_on(value)}
        for of, entry in self.figures:
            if entry.origin == "person":
                found |= {("edition", of[0]), ("member", of[1])}
        while True:
            more = {
                place
                for kind, name in found
                if kind == "gathering"
                for place in self.records_of(name)
            }
            for value in self.standing_records():
                if place_of(value) in found:
                    more |= rests_on(value)
            if more <= found:
                return found
            found |= more

    # What happens.

    def stamp(self, at: datetime) -> datetime:
        """Nothing is written as if before what is written already."""
        written = [each.at for each in self.entries] + [each.at for _, each in self.figures]
        return max([at, *written])

    def start(self, value: Value, day: PartialDate | None, *, mend: bool) -> date | None:
        """The day from which a correction governs; None where nothing says which it is."""
        if mend or place_of(value)[0] not in FACTS:
            return FIRST_DAY
        if day is not None:
            return day.last
        if not isinstance(value, Commitment):
            return known_on(value).last
        before = self.now("commitment")[value.id]
        old = before.history if isinstance(before, Commitment) else ()
        return next((each.known_on.last for each in value.history if each not in old), None)

    def record(self, value: Value, by: str, at: datetime) -> None:
        is_new = not self.states(place_of(value))
        start = FIRST_DAY if is_new else known_on(value).last
        self._write(place_of(value), "recorded", value, start, by, at, None)
        self.counter += 1

    def correct(
        self,
        value: Value,
        by: str,
        at: datetime,
        because: str,
        day: PartialDate | None,
        *,
        mend: bool,
    ) -> None:
        start = self.start(value, day, mend=mend)
        assert start is not None
        self._write(place_of(value), "corrected", value, start, by, at, because)
        self.counter += 1

    def retract(
        self, place: Place, by: str, at: datetime, because: str, day: PartialDate | None
    ) -> None:
        start = FIRST_DAY if day is None else day.last
        self._write(place, "retracted", None, start, by, at, because, day)
        self.counter += 1

    def put_figure(
        self,
        of: Figure,
        action: Action,
        value: Observation | None,
        by: str,
        at: datetime,
        because: str | None = None,
    ) -> None:
        entry = FigureEntry(
            edition=of[0],
            number=len(self.held(of)) + 1,
            action=action,
            value=value,
            origin="catalogue" if by == CATALOGUE else "person",
            by=by,
            at=self.stamp(at),
            because=because,
        )
        self.figures.append((of, entry))

    def sync(self, catalogue: Catalogue, at: datetime) -> None:
        if catalogue.fingerprint == self.loaded:
            return
        self.loaded = catalogue.fingerprint
        self.counter += 1
        editions = [edition for edition, _ in catalogue.editions]
        given = [*catalogue.sources, *catalogue.members, *editions, *catalogue.facts]
        kept = {place_of(value) for value in given} | self.kept_for_people()
        gone = [place for place in self.places() if place not in kept]
        for value in given:
            self._take(value, at)
        for place in gone:
            last = self.states(place)[-1]
            if place[0] != "source" and last.origin == "catalogue" and last.value is not None:
                self._write(place, "retracted", None, FIRST_DAY, CATALOGUE, at, RETRACTED)
        self._sync_figures(catalogue, at)

    def _take(self, value: Value, at: datetime) -> None:
        states = self.states(place_of(value))
        if states and states[-1].origin == "person":
            return
        now = states[-1].value if states else None
        if now is None:
            self._write(place_of(value), "recorded", value, FIRST_DAY, CATALOGUE, at, None)
        elif now != value:
            self._write(place_of(value), "corrected", value, FIRST_DAY, CATALOGUE, at, CORRECTED)

    def _sync_figures(self, catalogue: Catalogue, at: datetime) -> None:
        given = {
            (edition.id, value.member, value.indicator, value.year): value
            for edition, values in catalogue.editions
            for value in values
        }
        standing = self.standing()
        for of in given.keys() | standing.keys():
            states, value = self.held(of), given.get(of)
            is_of_person = bool(states) and states[-1].origin == "person"
            if is_of_person or is_same(value, standing.get(of)):
                continue
            if value is None:
                self.put_figure(of, "retracted", None, CATALOGUE, at, RETRACTED)
            elif of not in standing:
                self.put_figure(of, "recorded", value, CATALOGUE, at)
            else:
                self.put_figure(of, "corrected", value, CATALOGUE, at, CORRECTED)

    def _write(
        self,
        place: Place,
        action: Action,
        value: Value | None,
        start: date,
        by: str,
        at: datetime,
        because: str | None,
        day: PartialDate | None = None,
    ) -> None:
        states = self.states(place)
        since = known_on(value) if value is not None else day or states[-1].known_on
        entry = Entry(
            kind=place[0],
            id=place[1],
            number=len(states) + 1,
            action=action,
            value=value,
            known_on=since,
            known_from=since.last,
            governs_from=start,
            origin="catalogue" if by == CATALOGUE else "person",
            by=by,
            at=self.stamp(at),
            because=because,
        )
        self.entries.append(entry)
