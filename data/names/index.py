"""Members found by whatever a person types, and what to say where there is none."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale

from data.errors import QuestionError
from data.members import Member, Roster
from data.messages import mark
from data.names import spellings
from data.names.aliases import PARTS, SUBDIVISIONS
from data.names.alphabet import alphabetical
from data.names.countries import ENGLISH, alpha2, territory_name
from data.names.spellings import Book
from data.names.text import MOST_CHARACTERS, Query, key

NOTHING_WRITTEN = mark("Write a country's name or its code, such as Spain or ESP.")
NO_SUCH_MEMBER = mark(
    "No member called '{text}'. Write a country's name or its code, such as Spain or ESP."
)
DID_YOU_MEAN = {
    1: mark("No member called '{text}'. Did you mean {name}?"),
    2: mark("No member called '{text}'. Did you mean {name} or {second}?"),
    3: mark("No member called '{text}'. Did you mean {name}, {second} or {third}?"),
}
DID_YOU_MEAN_OR_AN_OUTSIDER = mark(
    "No member called '{text}'. Did you mean {name}? {outsider}, which is as close to it, is not a"
    " member of NATO."
)
NOT_A_MEMBER = mark("{name} is not a member of NATO.")
NEAR_NO_MEMBER = mark(
    "No member called '{text}'. {name}, which is close to it, is not a member of NATO."
)
PART_OF_A_MEMBER = mark("'{text}' is not a member of NATO by itself. Did you mean {name}?")


@dataclass(frozen=True, slots=True)
class MemberIndex:
    """Every member of a roster is found, on whatever day it joined; whether it was a member on the
    day of the question is for the question to say."""

    members: Mapping[str, Member]
    """By alpha-2 code."""

    @classmethod
    def of(cls, roster: Roster) -> "MemberIndex":
        return cls({alpha2(member.id): member for member in roster})

    def find(self, text: str, locale: Locale = ENGLISH) -> Member:
        """The member `text` names in any of our languages, by code or by flag.

        Raises QuestionError, with the names in its values in the reader's language, where there is
        none; a country outside the Alliance is never taken for a member that is spelt like it.
        """
        query = Query.of(text)
        named = spellings.country(query, locale)
        if named is None:
            raise self._unknown(query, locale)
        if named not in self.members:
            raise _outside(named, query, locale)
        return self.members[named]

    def suggest(self, text: str, *, limit: int = 25, locale: Locale = ENGLISH) -> list[Member]:
        """Members to offer while `text` is being typed, the likeliest first; all of them, by name,
        for an empty text. Never raises.

        What is spelt so comes first, then what begins so in the reader's language, in English and
        in the others; only where nothing begins so, what does with a typing error.
        """
        if len(text) > MOST_CHARACTERS:
            return []
        query = Query.of(text)
        names = _alphabet(frozenset(self.members), locale)
        found = self._offered(query, names, locale) if query.echo else dict.fromkeys(names, 0)
        alphabet = list(names)
        order = sorted(found, key=lambda each: (found[each], alphabet.index(each)))
        return [self.members[each] for each in order[:limit]]

    def _offered(self, query: Query, names: Mapping[str, str], locale: Locale) -> dict[str, int]:
        """The rank of each member to offer, the best being 0."""
        members = frozenset(names)
        near = [spellings.only(members, each) for each in spellings.at_hand(locale)]
        begun = self._ranked(
            spellings.codes().exactly(query),
            (each for each, name in names.items() if name.startswith(query.keys)),
            *(_beginning(query, book) for book in near),
        )
        if begun:
            return begun
        named = spellings.country(query, locale)
        if named is not None:
            return self._ranked([named])
        far = [spellings.only(members, each) for each in spellings.in_other_languages(query)]
        return self._ranked(*(_beginning(query, book) for book in far)) or self._ranked(
            *(_beginning_nearly(query, book) for book in (*near, *far))
        )

    def _ranked(self, *tiers: Iterable[str]) -> dict[str, int]:
        ranks: dict[str, int] = {}
        for rank, tier in enumerate(tiers):
            for country in tier:
                if country in self.members:
                    ranks.setdefault(country, rank)
        return ranks

    def _unknown(self, query: Query, locale: Locale) -> QuestionError:
        if not query.echo:
            return QuestionError(NOTHING_WRITTEN)
        near = spellings.nearest(query, locale)
        members = [each.country for each in near if each.country in self.members] or [
            PARTS[each.country] for each in near if each.country in SUBDIVISIONS
        ]
        outsiders = [each for each in near if not self._belongs(each.country)]
        if members:
            confused = [each.country for each in outsiders if each.missing <= each.errors]
            return _did_you_mean(list(dict.fromkeys(members)), confused, query, locale)
        # Three letters are the beginning of too much to say anything about one country.
        if outsiders and len(query.keys[0]) > 3:
            name = territory_name(outsiders[0].country, locale, position="start")
            return QuestionError(NEAR_NO_MEMBER, text=query.echo, name=name)
        return QuestionError(NO_SUCH_MEMBER, text=query.echo)

    def _belongs(self, country: str) -> bool:
        return country in self.members or country in SUBDIVISIONS


@cache
def _alphabet(members: frozenset[str], locale: Locale) -> Mapping[str, str]:
    """The name of each member in the reader's language, in comparable form and in the order of its
    alphabet."""
    names = {each: territory_name(each, locale) for each in members}
    ordered = sorted(members, key=lambda each: alphabetical(names[each], locale.language))
    return {each: key(names[each]) for each in ordered}


def _beginning(query: Query, book: Book) -> Iterator[str]:
    return (book.countries[name] for text in query.keys for name in book.beginning(text))


def _beginning_nearly(query: Query, book: Book) -> Iterator[str]:
    return (book.countries[name] for text in query.keys for name in book.beginning_nearly(text))


def _did_you_mean(
    members: list[str], outsiders: list[str], query: Query, locale: Locale
) -> QuestionError:
    named = members[: max(DID_YOU_MEAN)]
    names = (territory_name(each, locale, position="inside") for each in named)
    values = {"text": query.echo, **dict(zip(("name", "second", "third"), names, strict=False))}
    if len(named) == 1 and outsiders:
        outsider = territory_name(outsiders[0], locale, position="start")
        return QuestionError(DID_YOU_MEAN_OR_AN_OUTSIDER, **values, outsider=outsider)
    return QuestionError(DID_YOU_MEAN[len(named)], **values)


def _outside(country: str, query: Query, locale: Locale) -> QuestionError:
    if country not in PARTS:
        name = territory_name(country, locale, position="start")
        return QuestionError(NOT_A_MEMBER, name=name)
    # The flags of subdivisions are made of invisible characters, so nothing is left to echo.
    text = SUBDIVISIONS[country] if query.flag in SUBDIVISIONS else query.echo
    name = territory_name(PARTS[country], locale, position="inside")
    return QuestionError(PART_OF_A_MEMBER, text=text, name=name)
