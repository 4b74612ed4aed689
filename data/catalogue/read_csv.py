"""Reads the observations of an edition from its CSV file."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from data.catalogue.codes import english_name, is_currency
from data.catalogue.files import CatalogueFile
from data.errors import CatalogueFault
from data.messages import mark
from data.rules.expenditure import Indicator, Observation
from data.sources import Cite

HEADER = ("member", "indicator", "year", "value", "estimate", "source", "places", "currency")
FIRST_YEAR = 1949
PERCENTAGES = frozenset({Indicator.SHARE_OF_GDP, Indicator.EQUIPMENT_SHARE})

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_INDICATORS: dict[str, Indicator] = {each.value: each for each in Indicator}
_WORDS = {
    Indicator.SHARE_OF_GDP: mark("share of GDP"),
    Indicator.EQUIPMENT_SHARE: mark("share of equipment"),
    Indicator.EXPENDITURE_USD_CURRENT: mark("expenditure in US dollars, current prices"),
    Indicator.EXPENDITURE_USD_CONSTANT: mark("expenditure in US dollars, constant prices"),
    Indicator.EXPENDITURE_NATIONAL: mark("expenditure in national currency"),
    Indicator.GDP_USD_CONSTANT: mark("GDP in US dollars, constant prices"),
    Indicator.REAL_CHANGE: mark("real change of expenditure"),
    Indicator.PERSONNEL: mark("military personnel"),
}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a row may refer to. `tables` names the table of a source that holds an indicator."""

    members: frozenset[str]
    sources: frozenset[str]
    last_year: int
    tables: Mapping[tuple[str, Indicator], str]


def read_observations(
    file: CatalogueFile, known: Surroundings
) -> tuple[list[Observation], list[CatalogueFault]]:
    """The observations of one edition in the order of the file, and the faults of its rows."""
    try:
        rows = list(csv.reader(file.content.decode("utf-8").splitlines(), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        return [], [
            CatalogueFault(
                file.name, 1, mark("This is not CSV in UTF-8: {error}.").format(error=error)
            )
        ]
    if not rows or tuple(rows[0]) != HEADER:
        problem = mark("The first line must be {listed}.").format(listed=",".join(HEADER))
        return [], [CatalogueFault(file.name, 1, problem)]
    found: list[Observation] = []
    faults: list[CatalogueFault] = []
    lines: dict[tuple[str, str, str], int] = {}
    for line, row in enumerate(rows[1:], start=2):
        problems = what_is_wrong_with(row, known)
        first = lines.setdefault((row[0], row[1], row[2]), line) if not problems else line
        if first != line:
            problems = [
                mark("{row}, {row_2}, {row_3} stands in line {first} already.").format(
                    row=row[0], row_2=row[1], row_3=row[2], first=first
                )
            ]
        faults.extend(CatalogueFault(file.name, line, each) for each in problems)
        if not problems:
            found.append(_observation(row, known))
    return found, faults


def what_is_wrong_with(row: list[str], known: Surroundings) -> list[str]:
    """Sentences about a row, none where it can be read."""
    if len(row) != len(HEADER):
        return [
            mark("The row has {row} fields instead of {header}.").format(
                row=len(row), header=len(HEADER)
            )
        ]
    member, word, year, value, estimate, source, places, currency = row
    indicator = _INDICATORS.get(word)
    problems: list[str] = []
    if member not in known.members:
        problems.append(mark("'{member}' is not the code of a member.").format(member=member))
    if indicator is None:
        problems.append(
            mark("'{word}' is not an indicator; known are {listed}.").format(
                word=word, listed=", ".join(_INDICATORS)
            )
        )
    if not _is_year(year, known.last_year):
        problems.append(
            mark("'{year}' is not a year from {first_year} to {last_year}.").format(
                year=year, first_year=FIRST_YEAR, last_year=known.last_year
            )
        )
    if _NUMBER.fullmatch(value) is None:
        problems.append(mark("'{value}' is not a number such as 1.24.").format(value=value))
    elif indicator is not None and not _is_plausible(indicator, Decimal(value)):
        problems.append(mark("{value} cannot be a value of {word}.").format(value=value, word=word))
    if estimate not in ("0", "1"):
        problems.append(
            mark("'{estimate}' must be 1 for an estimate or 0.").format(estimate=estimate)
        )
    if source not in known.sources:
        problems.append(mark("There is no source '{source}'.").format(source=source))
    if places not in ("", "0", "1", "2"):
        problems.append(
            mark("'{places}' must be a number of decimals up to 2, or nothing.").format(
                places=places
            )
        )
    if (indicator is Indicator.EXPENDITURE_NATIONAL) != bool(currency):
        problems.append(
            mark("A currency belongs to expenditure in national currency, and only there.")
        )
    elif currency and not is_currency(currency):
        problems.append(
            mark("'{currency}' is not a currency code such as EUR.").format(currency=currency)
        )
    return problems


def _is_year(text: str, last: int) -> bool:
    return re.fullmatch(r"\d{4}", text, re.ASCII) is not None and FIRST_YEAR <= int(text) <= last


def _is_plausible(indicator: Indicator, value: Decimal) -> bool:
    if indicator in PERCENTAGES:
        return 0 <= value <= 100
    return indicator is Indicator.REAL_CHANGE or value >= 0


def _observation(row: list[str], known: Surroundings) -> Observation:
    member, word, year, value, estimate, source, places, currency = row
    indicator = _INDICATORS[word]
    name = english_name(member)
    table = known.tables.get((source, indicator))
    place = f"{table}, row {name}, {year}" if table else f"{_WORDS[indicator]}, {name}, {year}"
    return Observation(
        member=member,
        indicator=indicator,
        year=int(year),
        value=Decimal(value),
        estimate=estimate == "1",
        cites=(Cite(source=source, locator=place),),
        places=int(places or 2),
        currency=currency or None,
    )
