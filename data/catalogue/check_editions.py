"""Checks of members and of editions against their observations."""

from collections.abc import Iterator, Sequence

from data.catalogue.codes import alpha2, is_country
from data.catalogue.known import Known
from data.catalogue.validate import Entry
from data.errors import CatalogueFault
from data.members import Member
from data.rules.expenditure import Edition, Indicator, Observation


def check_member(entry: Entry[Member]) -> Iterator[CatalogueFault]:
    member = entry.value
    if not is_country(member.id):
        yield entry.place.fault(f"'{member.id}' is not an ISO 3166-1 alpha-3 code.", "id")
    elif alpha2(member.id) != member.iso2:
        problem = f"'iso2' is '{member.iso2}', but {member.id} goes with {alpha2(member.id)}."
        yield entry.place.fault(problem, "iso2")


def check_edition(entry: Entry[Edition], known: Known) -> Iterator[CatalogueFault]:
    edition = entry.value
    if edition.cut_off is not None and edition.published_on.last < edition.cut_off.first:
        problem = f"'cut_off' is {edition.cut_off}, after its publication."
        yield entry.place.fault(problem, "cut_off")
    for index, gap in enumerate(edition.gaps):
        for key, values in (("members", gap.members), ("years", gap.years)):
            if not values:
                yield entry.place.fault(f"A gap names no {key}.", "gaps", index, key)
        for code in gap.members:
            if code not in known.members:
                problem = f"'{code}' is not the code of a member."
                yield entry.place.fault(problem, "gaps", index, "members")


def check_gaps(
    entry: Entry[Edition], observations: Sequence[Observation]
) -> Iterator[CatalogueFault]:
    """A gap is a value we do not have, and an edition is complete where we lack none of its own."""
    edition = entry.value
    held = {(each.member, each.indicator, each.year) for each in observations}
    for index, gap in enumerate(edition.gaps):
        for code in gap.members:
            for year in gap.years:
                if (code, gap.indicator, year) in held:
                    problem = f"{code} has a value of {gap.indicator} for {year}: it is no gap."
                    yield entry.place.fault(problem, "gaps", index, "members")
    lacks_shares = any(
        gap.reason == "not_in_our_copy" and gap.indicator is Indicator.SHARE_OF_GDP
        for gap in edition.gaps
    )
    if edition.complete and lacks_shares:
        problem = "'complete' is true, but a gap says that shares are missing in our copy."
        yield entry.place.fault(problem, "complete")
    if not edition.complete and not lacks_shares:
        problem = "'complete' is false, but no gap says whose share is missing."
        yield entry.place.fault(problem, "complete")
