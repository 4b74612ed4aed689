"""One sentence of a message: whom its percentages are about, of which year, and in what sense."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from commands import claim_words as words
from commands.claim_figures import Percentage, Year, years
from commands.claim_kinds import Bound, Claim, Role
from commands.claim_members import Mention
from commands.claim_text import Message, Token

_BACK = 12
"""How many words before and behind a percentage are looked at."""
_AHEAD = 2
_MOST_QUOTED = 90
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Sentence:
    """`subject` is the last country named before the sentence."""

    message: Message
    first: int
    last: int
    shares: tuple[Percentage, ...]
    named: tuple[Mention, ...]
    years: tuple[Year, ...]
    subject: Mention | None

    def pairs(self) -> Iterator[tuple[Percentage, tuple[Mention, ...]]]:
        """Each percentage with those it is about."""
        spent: set[Mention] = set()
        for place, share in enumerate(self.shares):
            end = self.shares[place + 1].first if place + 1 < len(self.shares) else self.last + 1
            before = self._before(share)
            behind = [each for each in self.named if share.last < each.first < end]
            usable = bool(before) and not spent.intersection(before)
            if behind and (self._in_brackets(share, behind[0]) or (not usable and spent)):
                about = (behind[0],)
                spent.add(behind[0])
            elif before:
                about = before
            elif behind:
                about = (behind[0],)
                spent.add(behind[0])
            else:
                about = (self.subject,) if self.subject is not None and not self.named else ()
            yield share, about

    def role(self, share: Percentage) -> Role | None:
        """None where the percentage is of something else."""
        before, behind = self._around(share)
        if share.points:
            return Role.INCREASE
        near = [*before, *behind[:_AHEAD]]
        if _any(near, words.SOMETHING_ELSE):
            return None
        if _any([*before, *behind], words.EQUIPMENT):
            return Role.EQUIPMENT
        if self._is_of_something_else(share):
            return None
        if before and before[0].key in words.BY and _any(before[1:5], words.RISES):
            yearly = _any(behind[:4], words.YEARLY) or _keys(behind[:3]) & {"a", "per", "each"}
            return Role.INCREASE if yearly and share.value <= 1 else None
        if self._is_a_target(share, before, behind):
            return Role.TARGET
        return Role.LEVEL

    def claim(self, share: Percentage, about: Mention, role: Role) -> Claim:
        before, _ = self._around(share)
        year = self._year(share)
        nearest = _keys(before[:4])
        bound = Bound.UNDER if nearest & words.UNDER else None
        if bound is None and nearest & words.OVER:
            bound = Bound.OVER
        tokens = self.message.tokens
        return Claim(
            country=about.country or "",
            share=share.value,
            places=share.places,
            upto=share.upto,
            role=role,
            year=None if year is None else year.year,
            negated=bool(_keys(before[:8]) & words.NEGATIONS),
            bound=bound,
            words=self._quote(share, about, year),
            figure=self.message.text[tokens[share.first].start : tokens[share.last].end],
        )

    def _before(self, share: Percentage) -> tuple[Mention, ...]:
        """The member named nearest before, with those named together with it."""
        found = [each for each in self.named if each.last < share.first]
        if any(not self._is_compared(each, share) for each in found):
            found = [each for each in found if not self._is_compared(each, share)]
        if found and found[-1].country is None and self._is_a_target(share, *self._around(share)):
            found = [each for each in found if each.country is not None] or found
        if not found:
            return ()
        group = [found[-1]]
        for each in reversed(found[:-1]):
            if not self._together(each, group[0]):
                break
            group.insert(0, each)
        return tuple(dict.fromkeys(group))

    def _together(self, one: Mention, other: Mention) -> bool:
        """`Spain, Italy and Belgium`: nothing but commas and `and` between two names."""
        between = self.message.tokens[one.last + 1 : other.first]
        joins = all(
            each.text in ",&/" if each.kind == "mark" else each.key in words.TOGETHER
            for each in between
        )
        return one.country != other.country and joins and len(between) <= 4

    def _is_compared(self, each: Mention, share: Percentage) -> bool:
        """`unlike Spain`, `more than Germany`: unless the figure follows at once."""
        tokens = self.message.tokens[max(self.first, each.first - 3) : each.first]
        if not _keys(tokens) & words.COMPARING:
            return False
        gap = self.message.tokens[each.last + 1 : share.first]
        return len(gap) > 3 or any(token.text == "," for token in gap)

    def _in_brackets(self, share: Percentage, behind: Mention) -> bool:
        """`4.48 % (Poland)`."""
        between = self.message.tokens[share.last + 1 : behind.first]
        return bool(between) and between[-1].text == "(" and len(between) <= 4

    def _around(self, share: Percentage) -> tuple[list[Token], list[Token]]:
        """The words before a percentage, the nearest first, and those behind it, as far as they
        speak of it."""
        starts = {each.last for each in self.shares}
        passed = {at for each in self.named for at in range(each.first, each.last + 1)}
        before: list[Token] = []
        named = False
        for at in range(share.first - 1, max(self.first, share.first - _BACK) - 1, -1):
            token = self.message.tokens[at]
            if at in starts or token.key in words.TURNS or token.text in ";:":
                break
            if token.text == "," and named:
                break
            named = named or at in passed
            before.append(token)
        return before, self._behind(share)

    def _behind(self, share: Percentage) -> list[Token]:
        firsts = {each.first for each in self.shares}
        found: list[Token] = []
        for at in range(share.last + 1, min(self.last + 1, share.last + _BACK)):
            token = self.message.tokens[at]
            if at in firsts or token.key in words.TURNS or token.text in ",;:(":
                break
            found.append(token)
        return found

    def _is_of_something_else(self, share: Percentage) -> bool:
        """`2 % of the federal budget`; in English, where a share of GDP says so."""
        behind = self._behind(share)
        if not behind or behind[0].key != "of":
            return False
        return not any(each.key in words.OF_GDP for each in behind[1:6])

    def _is_a_target(self, share: Percentage, before: list[Token], behind: list[Token]) -> bool:
        if _any(before, words.TARGET) or _any(behind[:2], words.TARGET):
            return True
        for verb, to in pairwise(before):
            if verb.key.startswith(words.VERBS) and to.key in words.TARGET_WORDS:
                return True
        if _keys(before[:3]) & (words.TARGET_WORDS - {"to"}):
            return True
        year = self._year(share)
        return year is not None and self._is_deadline(year)

    def _is_deadline(self, year: Year) -> bool:
        before = self.message.tokens[max(self.first, year.at - 2) : year.at]
        return bool(before) and before[-1].key in words.DEADLINE

    def _year(self, share: Percentage) -> Year | None:
        """The year behind it, before it, or before all figures of the sentence."""
        place = self.shares.index(share)
        start = self.shares[place - 1].last if place else self.first - 1
        end = self.shares[place + 1].first if place + 1 < len(self.shares) else self.last + 1
        last_comma = next(
            (at for at in range(share.last + 1, end) if self.message.tokens[at].text in ",;"), end
        )
        behind = [each for each in self.years if share.last < each.at < last_comma]
        if behind:
            return behind[0]
        before = [each for each in self.years if start < each.at < share.first]
        if before and (place == 0 or self._same_clause(before[-1], share)):
            return before[-1]
        opening = [each for each in self.years if each.at < self.shares[0].first]
        return opening[-1] if opening else None

    def _same_clause(self, year: Year, share: Percentage) -> bool:
        """Whether a year after the figure before belongs to this one: `, in 2025 2.0 %`."""
        place = self.shares.index(share)
        between = self.message.tokens[self.shares[place - 1].last + 1 : year.at]
        return any(each.text in ",;" or each.key in words.TURNS for each in between)

    def _quote(self, share: Percentage, about: Mention, year: Year | None) -> str:
        """The message's words from the member to the figure and its year, as far as no other
        figure stands between, or the figure alone."""
        ends = [share.first, share.last]
        if self.first <= about.first <= self.last and self._is_next_to(share, about.first):
            ends += [about.first, about.last]
        if year is not None and self._is_next_to(share, year.at):
            ends.append(year.at)
        tokens = self.message.tokens
        start, end = tokens[min(ends)].start, tokens[max(ends)].end
        if end - start > _MOST_QUOTED:
            start, end = tokens[share.first].start, tokens[share.last].end
        return self.message.text[start:end]

    def _is_next_to(self, share: Percentage, at: int) -> bool:
        low, high = sorted((at, share.first))
        return not any(low < each.first < high for each in self.shares if each is not share)


def sentences(
    message: Message, named: tuple[Mention, ...], shares: tuple[Percentage, ...]
) -> Iterator[Sentence]:
    """Sentences with a percentage in them."""
    all_years = tuple(years(message))
    first = 0
    subject: Mention | None = None
    places = _Places(shares, named, all_years)
    for stop in _stops(message):
        inside = places.upto(stop)
        if inside[0]:
            yield Sentence(message, first, stop - 1, *inside, subject)
        subject = inside[1][-1] if inside[1] else subject
        first = stop + 1


def _stops(message: Message) -> Iterator[int]:
    """Where sentences end; one without an end is not read to its end in one piece, so that each
    of its figures is looked at beside a bounded number of others."""
    first = 0
    for at, token in enumerate(message.tokens):
        if token.kind == "stop" or at - first == _LONGEST:
            yield at
            first = at
    yield len(message.tokens)


class _Places:
    """Hands out what lies before a token, each thing once."""

    def __init__(
        self, shares: tuple[Percentage, ...], named: tuple[Mention, ...], found: tuple[Year, ...]
    ) -> None:
        self._shares, self._named, self._years = list(shares), list(named), list(found)
        for each in (self._shares, self._named, self._years):
            each.reverse()

    def upto(
        self, stop: int
    ) -> tuple[tuple[Percentage, ...], tuple[Mention, ...], tuple[Year, ...]]:
        shares: list[Percentage] = []
        named: list[Mention] = []
        found: list[Year] = []
        while self._shares and self._shares[-1].first < stop:
            shares.append(self._shares.pop())
        while self._named and self._named[-1].first < stop:
            named.append(self._named.pop())
        while self._years and self._years[-1].at < stop:
            found.append(self._years.pop())
        return tuple(shares), tuple(named), tuple(found)


def _any(tokens: Iterable[Token], beginnings: tuple[str, ...]) -> bool:
    return any(each.key.startswith(beginnings) for each in tokens)


def _keys(tokens: Iterable[Token]) -> set[str]:
    return {each.key for each in tokens if each.key}
