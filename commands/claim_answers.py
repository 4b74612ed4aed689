"""What the sources say to one claim, as facts with their citations; never who is right."""

from dataclasses import dataclass
from datetime import date

from commands import briefing, claim_commitments
from commands.briefing import Fact, Given, Sentence
from commands.claim_draft import ClaimDraft
from commands.claim_leads import LEADS, LEADS_WITHOUT, Outcome
from commands.claim_sources import Match, Own, Record, Reported, asked, own
from commands.claims import Claim, Role
from commands.distance import dated
from commands.positions import pledge_fact, reservation_facts, stance_fact
from commands.voice import Values
from data.dates import PartialDate
from data.members import Member
from data.messages import mark
from data.rules import AnnualIncrease, Step, Unit


@dataclass(frozen=True, slots=True)
class Answer:
    """`lead` says it in a sentence; `shown` are the reported values it rests on."""

    outcome: Outcome
    lead: Sentence
    facts: tuple[Fact, ...]
    shown: tuple[Reported, ...]


_SHARES: dict[bool, str] = {
    False: mark("{latest} of GDP, in NATO's edition of {edition}."),
    True: mark("{latest} of defence expenditure, in NATO's edition of {edition}."),
}


_MOST_DISPUTES = 2


class Answering:
    """Answers one claim: `written` is the day it is judged as of, the draft's day is today."""

    def __init__(self, draft: ClaimDraft, claim: Claim, member: Member, written: date) -> None:
        self.draft, self.claim, self.member, self.written = draft, claim, member, written
        self.knowledge = draft.desk.knowledge
        self.then = Record.of(self.knowledge, member, claim.role, written)
        self.today = Record.of(self.knowledge, member, claim.role, draft.as_of)
        self.facts: list[Fact] = []
        self.shown: list[Reported] = []
        self.values: Values = {
            "words": Given(text=claim.figure),
            "member": draft.party(member.id, "inside"),
        }

    def answer(self) -> Answer:
        self._membership()
        match = None if self._is_beside else self.then.match(self.claim)
        if match is not None and self.claim.role in (Role.LEVEL, Role.EQUIPMENT):
            return self._reported(match)
        if self._is_beside and self.claim.role in (Role.LEVEL, Role.EQUIPMENT):
            return self._beside()
        named = self._asked()
        said = self._own(own(self.knowledge, self.member, self.claim, self.draft.as_of))
        self._rises()
        if self.claim.role is Role.TARGET and match is not None and not named and not said:
            return self._reported(match)
        if not named and not said and (later := self._later()) is not None:
            return self._published_since(later)
        latest = self._nearest()
        outcome = Outcome.ASKED if named else Outcome.OWN if said else Outcome.NOTHING
        return self._answer(outcome, latest, latest)

    def _beside(self) -> Answer:
        latest = self._nearest()
        self._asked()
        outcome = Outcome.NOTHING if latest is None else Outcome.BESIDE
        return self._answer(outcome, latest, latest)

    @property
    def _is_beside(self) -> bool:
        return self.claim.negated or self.claim.bound is not None

    def _membership(self) -> None:
        joined = self.member.joined
        year = self.claim.year
        early = self.written < joined if year is None else year < joined.year
        if not early:
            return
        day = self.draft.moment(PartialDate.of(joined), self.member.cites)
        template = mark("{member} joined the Alliance on {day}, after the time spoken of.")
        self._add(mark("Not yet a member"), template, day=day)

    def _reported(self, match: Match) -> Answer:
        found = match.reported
        newest = self.then.of_year(found.year)
        assert newest is not None
        current = newest.series.edition.id == found.series.edition.id
        label = mark("Matches") if match.exact else mark("Matches when rounded")
        self._share(label if current else mark("Matches an older edition"), found)
        if not current:
            self._share(self._newest_label(), newest)
        today = self.today.of_year(found.year)
        assert today is not None
        changed = today.observation.published != newest.observation.published
        if changed:
            self._share(mark("By the newest edition today"), today)
        latest = self.today.newest
        if latest is not None and latest.year != found.year:
            self._share(mark("Newest share"), latest)
        outcome = Outcome.MATCHES if match.exact else Outcome.ROUNDED
        if not current:
            outcome = Outcome.OLDER
        elif changed:
            outcome = Outcome.THEN
        return self._answer(outcome, found, today)

    def _later(self) -> Match | None:
        """What an edition published after the message has for a year that was then the newest, or
        for the year that the message names."""
        if self._is_beside or self.claim.role not in (Role.LEVEL, Role.EQUIPMENT):
            return None
        match, newest = self.today.since(self.written).match(self.claim), self.then.newest
        if match is None or self.claim.year is not None or newest is None:
            return match
        return match if match.reported.year >= newest.year else None

    def _published_since(self, match: Match) -> Answer:
        found = match.reported
        then = self.then.of_year(found.year) or self.then.newest
        if then is not None:
            self._share(mark("Newest edition when it was written"), then)
        label = mark("Published since") if match.exact else mark("Published since, when rounded")
        self._share(label, found)
        latest = self.today.newest
        if latest is not None and latest != found:
            self._share(mark("Newest share"), latest)
        return self._answer(Outcome.LATER, found, found)

    def _newest_label(self) -> str:
        if self.written < self.draft.as_of:
            return mark("Newest edition when it was written")
        return mark("Newest edition")

    def _share(self, label: str, found: Reported) -> None:
        template = _SHARES[self.claim.role is Role.EQUIPMENT]
        self.shown.append(found)
        self._add(label, template, **self._dated(found))

    def _dated(self, found: Reported) -> Values:
        edition = found.series.edition
        return {
            "latest": dated(self.draft, found.step),
            "edition": self.draft.published(edition),
        }

    def _asked(self) -> bool:
        """The commitments that name the figure, with their status today."""
        found = asked(self.knowledge, self.claim, self.draft.as_of)
        for commitment, clause in found:
            values = claim_commitments.values(self.draft, commitment, clause)
            self.facts.append(claim_commitments.fact(self.draft, commitment, self.written, values))
            self.values.setdefault("title", values["title"])
        bys = {None if isinstance(each, AnnualIncrease) else each.by for _, each in found}
        if found and self.claim.year is not None and self.claim.year not in bys:
            year = Given(text=str(self.claim.year))
            self._add(mark("Year"), mark("None of these texts names {year} for it."), year=year)
        if found and not self.member.armed_forces:
            self._no_forces()
        return bool(found)

    def _own(self, found: Own) -> bool:
        for reservation in found.reservations:
            reading, *disputes = reservation_facts(self.draft, reservation)
            self.facts.extend((reading, *disputes[-_MOST_DISPUTES:]))
        self.facts.extend(pledge_fact(self.draft, each) for each in found.pledges)
        self.facts.extend(stance_fact(self.draft, each) for each in found.stances)
        for each in found.statements:
            claim = self.draft.claim(each.claim, each.cites)
            day = self.draft.moment(each.said_on, each.cites)
            self._add(mark("Reported"), mark("{day}: {claim}"), day=day, claim=claim)
        return bool(found)

    def _rises(self) -> None:
        rise = self.today.rise(self.claim.year) if self.claim.role is Role.INCREASE else None
        if rise is None:
            return
        end, start = rise.inputs
        self._derive(rise)
        self._add(
            mark("Reported change"),
            mark("{rise} from {start} to {end}."),
            rise=self.draft.figure(rise),
            start=self.draft.year_of(start),
            end=self.draft.year_of(end),
        )

    def _nearest(self) -> Reported | None:
        """The share of the year spoken of, or the newest, and how far the claim is from it."""
        year = self.claim.year
        of_year = self.today.of_year(year) if year is not None else None
        meant = year is not None and self.claim.role is not Role.TARGET
        if meant and of_year is None and self.today.newest is not None:
            given = Given(text=str(year))
            template = mark("No edition held here has a figure of {member} for {year}.")
            self._add(mark("Not reported"), template, year=given)
        nearest = of_year or self.today.newest
        if nearest is None:
            if not self.member.armed_forces:
                self._no_forces()
            else:
                self._add(mark("Not reported"), mark("No figure of {member} is held here."))
            return None
        if self.written < self.draft.as_of and (then := self.then.newest) not in (None, nearest):
            assert then is not None
            self._share(mark("Newest share when it was written"), then)
        self._share(mark("Stands at") if of_year is None else mark("In that year"), nearest)
        if self.claim.role is not Role.INCREASE:
            self._difference(nearest)
        return nearest

    def _no_forces(self) -> None:
        template = mark("{member} has no armed forces, and NATO reports no share of it.")
        fact = Fact(
            label=self.draft.voice.text(mark("No armed forces")),
            sentence=self.draft.say(template, member=self.draft.party(self.member.id, "start")),
        )
        if fact not in self.facts:
            self.facts.append(fact)

    def _difference(self, nearest: Reported) -> None:
        claim, share = self.claim, nearest.step
        named = claim.share
        if claim.upto is not None:
            named = min(max(share.value, claim.share), claim.upto)
        given = Step(
            symbol="named",
            what=mark("share the message names"),
            value=named,
            unit=Unit.PERCENT,
            places=max(claim.places, share.places if claim.upto is not None else 0),
            given=True,
        )
        difference = Step(
            symbol="difference",
            what=mark("difference from the share reported"),
            value=share.value - named,
            unit=Unit.POINTS,
            places=max(share.places, claim.places),
            estimate=share.estimate,
            formula="share - named",
            inputs=(share, given),
        )
        self._derive(difference)
        template = mark("The share reported is {difference} below the figure in the message.")
        if difference.value > 0:
            template = mark("The share reported is {difference} above the figure in the message.")
        elif difference.value == 0:
            template = mark("{difference}: the share reported is the figure in the message.")
        figure = self.draft.figure(difference, absolute=True)
        self._add(mark("Difference"), template, difference=figure)

    def _derive(self, step: Step) -> None:
        subject = self.draft.say(mark("{member}: “{words}”"), **self.values)
        rule = self.draft.say(mark("Reported shares are compared as they are published."))
        self.draft.derive(subject, rule, [step])

    def _answer(self, outcome: Outcome, found: Reported | None, today: Reported | None) -> Answer:
        values = dict(self.values)
        template = LEADS[outcome]
        if found is not None and today is not None:
            newest = today if outcome in (Outcome.OLDER, Outcome.THEN) else found
            values |= {
                "latest": dated(self.draft, newest.step),
                "edition": self.draft.published(found.series.edition),
            }
        else:
            template = LEADS_WITHOUT[outcome]
        lead = self.draft.say(template, **values)
        return Answer(outcome, lead, tuple(self.facts), tuple(self.shown))

    def _add(self, label: str, template: str, **values: briefing.Part | Sentence | str) -> None:
        sentence = self.draft.say(template, **{**self.values, **values})
        self.facts.append(Fact(label=self.draft.voice.text(label), sentence=sentence))
