"""A briefing in the making: numbers its sources in the order they appear, keeps its derivations."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from commands import briefing, symbols
from commands.briefing import (
    Briefing,
    Claim,
    Derivation,
    Figure,
    Given,
    Moment,
    Part,
    Sentence,
    Text,
)
from commands.desk import Desk
from commands.expressions import expression
from commands.inflection import Named
from commands.notes import Notes
from commands.numbering import in_reading_order
from commands.resting import marked
from data import rules
from data.dates import PartialDate
from data.messages import mark
from data.names import Position
from data.rules import Basis, Edition, Series, Unit
from data.sources import Cite

_BASIS: dict[Basis, str] = {
    "defence": mark(
        "As known on {day}; figures from NATO's edition of {edition}, which counts defence "
        "expenditure."
    ),
    "core": mark(
        "As known on {day}; figures from NATO's edition of {edition}, which counts core defence "
        "expenditure."
    ),
}


class Draft:
    """Collects what one answer rests on while its sentences are written."""

    def __init__(self, desk: Desk, as_of: date) -> None:
        self.desk = desk
        self.voice = desk.voice
        self.as_of = as_of
        self.notes = Notes(desk.knowledge.sources, desk.voice, as_of)
        self._step_ids: dict[rules.Step | str, str] = {}
        self._loose: dict[str, briefing.Step] = {}
        self._derivations: list[Derivation] = []
        self._as_recorded = False

    def say(self, template: str, **values: Part | Sentence | str) -> Sentence:
        return self.voice.say(template, **values)

    def term(self, template: str) -> Text:
        return Text(text=self.voice.text(template))

    def party(self, code: str, position: Position = "alone") -> Named:
        return self.desk.party_name(code, position)

    def claim(self, text: str, cites: Iterable[Cite]) -> Claim:
        """A claim, in the reader's language where it has a translation: those of the catalogue
        have one, what people record has none."""
        said = self.voice.recorded(text)
        self._as_recorded |= not self.voice.is_source and self.voice.text(text) == text
        return self.cited(said, cites)

    def cited(self, text: str, cites: Iterable[Cite]) -> Claim:
        """A title or a name that may hold a number, as it stands."""
        return Claim(text=text, citations=self.notes.cite(cites))

    def name(self, text: str, cites: Iterable[Cite]) -> Text | Claim:
        """A name needs a source only where it holds a number."""
        if any(character.isdigit() for character in text):
            return self.cited(self.voice.recorded(text), cites)
        return Text(text=self.voice.recorded(text))

    def office(self, role: str, person: str | None, cites: Iterable[Cite]) -> Text | Claim:
        """What somebody is, by the gender of the person where the language has one."""
        said = role if person is None else self.voice.text_of(person, role)
        return self.name(said, cites)

    def weakness(self, reason: str, cites: Iterable[Cite]) -> Sentence:
        """The caveat on a record whose evidence is thin."""
        return self.say(mark("Weak evidence: {reason}"), reason=self.claim(reason, cites))

    def moment(self, when: PartialDate, cites: Iterable[Cite]) -> Moment:
        return Moment(text=self.voice.date(when), iso=str(when), citations=self.notes.cite(cites))

    def span(self, first: PartialDate, last: PartialDate, cites: Iterable[Cite]) -> Moment:
        """Two days or instants as one moment; its `iso` is an ISO 8601 interval."""
        return Moment(
            text=self.voice.between(first, last),
            iso=f"{first}/{last}",
            citations=self.notes.cite(cites),
        )

    def published(self, edition: Edition) -> Moment:
        return self.moment(edition.published_on, edition.cites)

    def year(self, year: int, cites: Iterable[Cite]) -> Figure:
        return Figure(
            text=str(year), value=Decimal(year), unit=Unit.YEAR, citations=self.notes.cite(cites)
        )

    def newest_year(self, series: Series) -> Figure:
        """The newest year that a series ought to have, on the word of the edition that has it."""
        found = self.desk.knowledge.ledger.newest_year(series.indicator, self.as_of)
        later = found is not None and found[0] == series.newest_year
        edition = found[1] if found is not None and later else series.edition
        return self.year(series.newest_year, edition.cites)

    def given(self, day: date) -> Given:
        return Given(text=self.voice.day(day), iso=day.isoformat())

    def figure(
        self, step: rules.Step, *, places: int | None = None, absolute: bool = False
    ) -> Figure:
        """The figure of a step: a fact carries its citations, a result its derivation.

        `absolute` leaves out the sign of the text, where the sentence says which way it goes.
        """
        shown = step.places if places is None else places
        return Figure(
            text=self._figure_text(step, abs(step.value) if absolute else step.value, shown),
            value=step.value,
            unit=step.unit,
            places=shown,
            estimate=step.estimate,
            currency=step.currency,
            price_base=step.price_base,
            citations=self.notes.cite(step.cites),
            step=self._id(step) if step.formula is not None else None,
        )

    def year_of(self, step: rules.Step) -> Figure:
        """The year a reported value is of, on the word of the value's source."""
        assert step.year is not None
        return self.year(step.year, step.cites)

    def derive(self, subject: Sentence, rule: Sentence, steps: Iterable[rules.Step]) -> None:
        """Keeps a derivation. Every figure with a formula that is shown must be in one."""
        trees = tuple(self._tree(step) for step in steps)
        if trees:
            self._derivations.append(Derivation(subject=subject, rule=rule, steps=trees))

    def days_between(self, event: Moment) -> Figure:
        """How far the day asked about and a cited day are apart: `in 19 days`, `3 days ago`."""
        asked = self.given(self.as_of)
        # Whole days are counted: of an instant, from the day it is on in its own zone.
        day = event.iso.partition("T")[0]
        days = (date.fromisoformat(day) - self.as_of).days
        step_id = self._id(f"days between {event.iso}")
        figure = Figure(
            text=self.voice.in_days(days) if days >= 0 else self.voice.days_ago(-days),
            value=Decimal(abs(days)),
            unit=Unit.DAYS,
            until=event.iso if days >= 0 else None,
            step=step_id,
        )
        later, earlier = ("event", "day_asked") if days >= 0 else ("day_asked", "event")
        isos = {"event": day, "day_asked": self.as_of.isoformat()}
        self._loose[step_id] = briefing.Step(
            id=step_id,
            symbol="days",
            what=self.say(mark("days between the two")),
            formula=f"{later} - {earlier}",
            expression=f"{isos[later]} − {isos[earlier]}",
            result=figure.model_copy(
                update={"text": self.voice.days(abs(days)), "until": None},
            ),
            inputs=(self._given_step("event", event), self._given_step("day_asked", asked)),
        )
        return figure

    def years_since(self, event: Moment) -> Figure:
        """How many years ago a cited day had its anniversary of today: `11 years ago`."""
        year, asked = int(event.iso[:4]), self.as_of.year
        step_id = self._id(f"years since {event.iso}")
        years, said = Decimal(asked - year), self.voice.years_ago(asked - year)
        figure = Figure(text=said, value=years, unit=Unit.YEARS, step=step_id)
        self._loose[step_id] = briefing.Step(
            id=step_id,
            symbol="years",
            what=self.say(mark("years between the two")),
            formula="day_asked - event",
            expression=f"{asked} − {year}",
            result=figure.model_copy(update={"text": self.voice.years(asked - year)}),
            inputs=(
                self._given_step("day_asked", self.given(self.as_of)),
                self._given_step("event", event),
            ),
        )
        return figure

    def count(self, what: Sentence, items: Sequence[object]) -> Figure:
        """How many entries the answer lists under something."""
        step_id = self._id(f"count {len(self._loose)}")
        number = Decimal(len(items))
        text = self.voice.number(number, 0)
        figure = Figure(text=text, value=number, unit=Unit.COUNT, step=step_id)
        self._loose[step_id] = briefing.Step(
            id=step_id, symbol="n", what=what, formula="count", expression=None, result=figure
        )
        return figure

    def finish(
        self,
        command: str,
        *,
        title: Sentence,
        lead: Iterable[Sentence],
        edition: Edition | None = None,
        sections: Iterable[briefing.Section] = (),
        caveats: Iterable[Sentence] = (),
        follow_ups: Iterable[briefing.FollowUp] = (),
        verdict: rules.Verdict | None = None,
        subject: str | None = None,
        table: briefing.Table | None = None,
        chart: briefing.Chart | None = None,
    ) -> Briefing:
        stamp = self._stamp(edition)
        if self._loose:
            self._derivations.append(
                Derivation(
                    subject=self.say(mark("Days and counts")),
                    rule=self.say(mark("Each is worked out from what this answer shows.")),
                    steps=tuple(self._loose.values()),
                )
            )
        briefing = Briefing(
            command=command,
            language=self.voice.tag,
            title=title,
            lead=tuple(lead),
            verdict=verdict,
            subject=subject,
            sections=tuple(section for section in sections if section.facts),
            table=table,
            chart=chart,
            caveats=tuple(dict.fromkeys((*caveats, *self._untranslated()))),
            derivations=symbols.translated(self._derivations, self.voice),
            citations=self.notes.citations(),
            follow_ups=tuple(follow_ups),
            stamp=stamp,
        )
        return in_reading_order(marked(briefing))

    def _untranslated(self) -> Iterator[Sentence]:
        if self._as_recorded:
            yield self.say(
                mark("What was recorded here without a translation is shown as it was written.")
            )

    def _stamp(self, edition: Edition | None) -> briefing.Stamp:
        day = self.given(self.as_of)
        if edition is None:
            sentence = self.say(mark("As known on {day}."), day=day)
        else:
            sentence = self.say(_BASIS[edition.basis], day=day, edition=self.published(edition))
        return briefing.Stamp(
            as_of=self.as_of.isoformat(), edition=edition and edition.id, sentence=sentence
        )

    def _figure_text(self, step: rules.Step, value: Decimal, places: int) -> str:
        match step.unit:
            case Unit.PERCENT:
                return self.voice.percent(value, places)
            case Unit.POINTS:
                return self.voice.points(value, places)
            case Unit.POINTS_A_YEAR:
                return self.voice.points_a_year(value, places)
            case Unit.MILLION:
                assert step.currency is not None
                return self.voice.money(value, step.currency, step.price_base)
            case Unit.YEAR:
                return str(int(value))
            case Unit.YEARS:
                return self.voice.years(int(value))
            case Unit.DAYS:
                return self.voice.days(int(value))
            case Unit.COUNT:
                return self.voice.number(value, 0)

    def _id(self, step: rules.Step | str) -> str:
        return self._step_ids.setdefault(step, f"s{len(self._step_ids) + 1}")

    def _tree(self, step: rules.Step) -> briefing.Step:
        inputs = tuple(self._tree(each) for each in step.inputs)
        return briefing.Step(
            id=self._id(step),
            symbol=step.symbol,
            what=self._what(step),
            formula=step.formula,
            expression=expression(step, self.voice),
            result=self.figure(step),
            inputs=inputs,
        )

    def _what(self, step: rules.Step) -> Sentence:
        what = self.term(step.what)
        if step.formula is not None or step.year is None:
            return self.say("{what}", what=what)
        return self.say(mark("{what}, {year}"), what=what, year=self.year_of(step))

    def _given_step(self, symbol: str, moment: Moment | Given) -> briefing.Step:
        what = mark("day asked about") if isinstance(moment, Given) else mark("day of the event")
        return briefing.Step(
            id=self._id(f"{symbol} {moment.iso}"),
            symbol=symbol,
            what=self.say(what),
            formula=None,
            expression=None,
            result=moment,
        )
