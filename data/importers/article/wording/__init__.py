"""The claims of proposals, in our own words: English, as what people record is."""

from decimal import Decimal

from data.dates import PartialDate
from data.names.countries import country_name

WHOSE_FIGURE = "The report does not say whose figure it is."
NO_FIRST_YEAR = "The report does not say from which year on; the next year is taken."
HEARSAY = "Told as hearsay."

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip
_UNCOUNTED = frozenset({
    "air defence", "air defense", "aircraft", "airspace", "ammunition", "army", "arms",
    "artillery", "conscription", "infantry", "military service", "procurement", "stockpiling",
    "training",
})  # fmt: skip
"""What is decided on and there are not several of."""
_UNITS = (("billion", 10**9), ("million", 10**6))


def name(code: str, *, start: bool = False) -> str:
    """Of a country or organisation, within a sentence or at its start."""
    if code == "NATO":
        return code
    return country_name(code, position="start" if start else "inside")


def names(codes: tuple[str, ...]) -> str:
    """Of several, at the start of a sentence."""
    *others, last = (name(each, start=at == 0) for at, each in enumerate(codes))
    return f"{', '.join(others)} and {last}" if others else last


def day(value: PartialDate) -> str:
    if value.month is None:
        return str(value.year)
    month = f"{_MONTHS[value.month - 1]} {value.year}"
    return month if value.day is None else f"{value.day} {month}"


def days(first: PartialDate, last: PartialDate | None) -> str:
    """When something is: `on 5 June 2025`, `in June 2025`, `from 24 to 25 June 2025`."""
    if last is None or last == first:
        return f"{'on' if first.day else 'in'} {day(first)}"
    if first.day is None or last.day is None or first.year != last.year:
        return f"from {day(first)} to {day(last)}"
    if first.month != last.month:
        return f"from {day(first).rpartition(' ')[0]} to {day(last)}"
    return f"from {first.day} to {day(last)}"


def with_article(thing: str) -> str:
    """`A fleet` and `an order`, but `troops` and `ammunition`."""
    if thing.endswith("s") or thing in _UNCOUNTED:
        return thing
    return f"{'an' if thing[0] in 'aeiou' else 'a'} {thing}"


def number(value: Decimal) -> str:
    return f"{value:f}"


def spent(share: Decimal | None, amount: Decimal | None, currency: str | None) -> str:
    """`2.1 % of GDP` or `4.1 billion EUR`; one of share and amount is there."""
    if share is not None:
        return f"{number(share)} % of GDP"
    assert amount is not None
    for unit, size in _UNITS:
        if amount >= size:
            return f"{number((amount / size).normalize())} {unit} {currency}"
    return f"{number(amount)} {currency}"
