"""What figures come with: sources, members, editions, and the figures themselves."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from data.dates import Order, order
from data.errors import Fault, Path
from data.facts.codes import alpha2, is_country, is_currency
from data.facts.soundness import values as check
from data.facts.soundness.known import Known
from data.facts.soundness.text import id_problem
from data.members import Member
from data.messages import mark
from data.rules.expenditure import Edition, Gap, Indicator, Observation
from data.sources import Source

LARGEST = 10**12
"""More than any publication reports in its units, which are millions at the least."""

_NOT_IN_ADDRESS = re.compile(r"[\s<>\"\\]")


def source_problems(source: Source) -> Iterator[Fault]:
    yield from id_problem(("id",), source.id)
    if not _is_address(source.url):
        yield Fault.at(("url",), mark("is '{url}', not an http(s) address.").format(url=source.url))
    if source.verified_on < source.published_on.first:
        sentence = mark("is {verified_on}, before its publication, {published_on}.").format(
            verified_on=source.verified_on, published_on=source.published_on
        )
        yield Fault.at(("verified_on",), sentence)


def member_problems(member: Member) -> Iterator[Fault]:
    if not is_country(member.id):
        yield Fault.at(
            ("id",), mark("'{id}' is not an ISO 3166-1 alpha-3 code.").format(id=member.id)
        )
    elif alpha2(member.id) != member.iso2:
        sentence = mark("is '{iso2}', but {id} goes with {id_2}.").format(
            iso2=member.iso2, id=member.id, id_2=alpha2(member.id)
        )
        yield Fault.at(("iso2",), sentence)


def edition_problems(edition: Edition, known: Known) -> Iterator[Fault]:
    yield from id_problem(("id",), edition.id)
    if edition.cut_off and order(edition.published_on, edition.cut_off) is Order.BEFORE:
        yield Fault.at(
            ("cut_off",),
            mark("is {cut_off}, after its publication.").format(cut_off=edition.cut_off),
        )
    yield from check.year(("price_base",), edition.price_base)
    for index, gap in enumerate(edition.gaps):
        yield from _gap(("gaps", index), gap, known)


def observation_problems(
    figure: Observation, known: Known, edition: Edition | None = None
) -> Iterator[Fault]:
    """An edition, where it is given, tells up to which year it can report anything."""
    yield from check.member(("member",), figure.member, known)
    last = check.LAST_YEAR if edition is None else edition.published_on.year
    yield from check.year(("year",), figure.year, last=last)
    if abs(figure.value) >= LARGEST:
        yield Fault.at(
            ("value",),
            mark("is {value}, more than anybody reports.").format(value=f"{figure.value:.3g}"),
        )
    yield from check.decimals(("value",), figure.value)
    if figure.places not in (0, 1, 2):
        sentence = mark("is {places}; it must be a number of decimals up to 2.").format(
            places=figure.places
        )
        yield Fault.at(("places",), sentence)
    if figure.currency is not None and not is_currency(figure.currency):
        yield Fault.at(
            ("currency",),
            mark("'{currency}' is not a currency code such as EUR.").format(
                currency=figure.currency
            ),
        )
    if len(figure.cites) > 1:
        yield Fault.at(("cites",), mark("names several places; a figure stands in one."))


def gap_problems(edition: Edition, figures: Iterable[Observation]) -> Iterator[Fault]:
    """What is wrong with an edition together with all of its figures. A gap is a value we do not
    have, and an edition is complete where we lack none of its own."""
    held = {(each.member, each.indicator, each.year) for each in figures}
    for index, gap in enumerate(edition.gaps):
        for code in gap.members:
            for year in gap.years:
                if (code, gap.indicator, year) in held:
                    sentence = mark(
                        "{code} has a value of {indicator} for {year}: it is no gap."
                    ).format(code=code, indicator=gap.indicator, year=year)
                    yield Fault.at(("gaps", index, "members"), sentence)
    lacks_shares = any(
        gap.reason == "not_in_our_copy" and gap.indicator is Indicator.SHARE_OF_GDP
        for gap in edition.gaps
    )
    if edition.complete and lacks_shares:
        sentence = mark("is true, but a gap says that shares are missing in our copy.")
        yield Fault.at(("complete",), sentence)
    if not edition.complete and not lacks_shares:
        sentence = mark("is false, but no gap says whose share is missing.")
        yield Fault.at(("complete",), sentence)


def _gap(path: Path, gap: Gap, known: Known) -> Iterator[Fault]:
    yield from check.members((*path, "members"), gap.members, known)
    if not gap.years:
        yield Fault.at((*path, "years"), mark("names no year."))
    for index, year in enumerate(gap.years):
        yield from check.year((*path, "years", index), year)


def _is_address(url: str) -> bool:
    """Without a user's name before the host, which makes an address look like another's."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return False
    known = parts.scheme in ("http", "https") and bool(host) and "@" not in parts.netloc
    return known and _NOT_IN_ADDRESS.search(url) is None
